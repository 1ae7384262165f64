//! Ages: "a 42-year-old man", "Dayton, 42,", "children under five", "in her early thirties".

use super::words::Words;
use super::{Reader, Reading, numeral};
use crate::document::Tag;
use crate::entity::mention::noun;
use crate::lexicon::NOUNS;
use crate::report::{Comparator, EntityType, Value, ValueKind};

/// The oldest age that is read as one.
const OLDEST: f64 = 120.0;

impl Reading {
    fn age(tokens: std::ops::Range<usize>, years: f64, comparator: Comparator) -> Self {
        let kind = match tokens.len() {
            1 => EntityType::Cardinal,
            _ => EntityType::Date,
        };
        let value = Value {
            value: Some(years),
            comparator: Some(comparator),
            unit: Some("year".into()),
            ..Value::of(ValueKind::Age)
        };
        Self {
            tokens,
            kind,
            value,
        }
    }

    /// The same up to `max` years.
    fn up_to(mut self, max: f64) -> Self {
        self.value.max = Some(max);
        self.value.comparator = Some(Comparator::Range);
        self
    }
}

impl<F: Fn(usize) -> bool> Reader<'_, '_, '_, F> {
    /// "Dayton, 42,", "aged 42", "a 42-year-old man", "42 years old".
    pub(super) fn age(&self, i: usize) -> Option<Reading> {
        let words = self.words;
        if matches!(words.lower(i), "aged" | "age") {
            return aged(words, i);
        }
        if let Some((end, decade)) = decade_of_life(words, i) {
            let age = Reading::age(i..end, decade, Comparator::Range);
            return Some(age.up_to(decade + 9.0));
        }
        let number = numeral::read(words, i)?;
        let value = number.value.filter(|&v| v <= OLDEST && v > 0.0)?;
        if let Some((start, comparator)) = said_of_a_person(words, i, number.end) {
            return Some(Reading::age(start..number.end, value, comparator));
        }
        let dash = |at: usize| at + usize::from(words.lower(at) == "-");
        let at = dash(number.end);
        let unit = words.lower(at).trim_end_matches('s');
        if matches!(unit, "year" | "month" | "week" | "day") {
            let old = dash(at + 1);
            let end = match words.lower(old) {
                "old" => old + 1,
                "of" if words.lower(old + 1) == "age" => old + 2,
                _ => return None,
            };
            // "a nine-year-old war": things have ages too, and they read the same.
            let mut age = Reading::age(i..end, value, Comparator::Equal);
            age.value.unit = Some(unit.to_owned());
            return Some(age);
        }
        let alone = number.digits && value.fract() == 0.0 && number.end == i + 1;
        let stands = alone && i >= 2 && self.stands_as_age(i);
        stands.then(|| Reading::age(i..i + 1, value, Comparator::Equal))
    }

    /// Whether the number at `i` is an age by what stands around it: "Dayton, 42,", "Dayton (42)", "She turned 42."
    fn stands_as_age(&self, i: usize) -> bool {
        let words = self.words;
        let person = (self.is_person)(i - 2);
        match (words.before(i), words.lower(i + 1)) {
            (",", "," | "." | ")" | "and") => person || is_someone(words, i - 2),
            ("(", ")") => person,
            ("is" | "was" | "turned" | "turns", "." | "," | "and" | "when") => {
                person || matches!(words.lower(i - 2), "he" | "she")
            }
            _ => false,
        }
    }
}

/// "aged 42", "age of 42", "aged between 20 and 30".
fn aged(words: &Words, i: usize) -> Option<Reading> {
    let between = |at: usize| words.lower(at) == "between";
    let mut at = i + 1 + usize::from(words.lower(i + 1) == "of");
    at += usize::from(between(at));
    let number = numeral::read(words, at)?;
    let value = number.value.filter(|&v| v <= OLDEST)?;
    let age = |end| Reading::age(i..end, value, Comparator::Equal);
    if matches!(words.lower(number.end), "to" | "-") || between(at - 1) {
        let high = numeral::read(words, number.end + 1);
        if let Some((high, end)) = high.and_then(|high| Some((high.value?, high.end)))
            && high > value
        {
            return Some(age(end).up_to(high));
        }
    }
    Some(age(number.end))
}

/// "in his *40s*", "in her *early thirties*": where the decade of a life ends, and the age it begins with.
fn decade_of_life(words: &Words, i: usize) -> Option<(usize, f64)> {
    let own = matches!(words.before(i), "his" | "her" | "their" | "my" | "our");
    if !own || i.checked_sub(2).is_none_or(|at| words.lower(at) != "in") {
        return None;
    }
    let mut at = i;
    if matches!(words.lower(at), "early" | "mid" | "late") {
        at += if words.lower(at + 1) == "-" { 2 } else { 1 };
    }
    let word = words.lower(at).trim_start_matches("mid-");
    let decade = match numeral::worth("decade", word) {
        Some(decade) => decade,
        None => {
            let digits = word.strip_suffix('s').filter(|digits| digits.len() == 2)?;
            digits
                .parse::<u32>()
                .ok()
                .filter(|decade| decade % 10 == 0)
                .map(f64::from)?
        }
    };
    Some((at + 1, decade))
}

/// Whether the noun at `i` is someone, not some people.
fn is_someone(words: &Words, i: usize) -> bool {
    words.tag(i) == Tag::Nn && NOUNS.get(&noun(words.document, i)) == Some("person")
}

/// Whether the noun at `i` is someone's parent: "a father of two" has two children.
fn is_parent(words: &Words, i: usize) -> bool {
    let word = noun(words.document, i);
    ["father", "mother", "dad", "mum", "mom", "parent"]
        .iter()
        .any(|end| word.ends_with(end))
}

/// "a boy *of 12*", "children *under five*": where the age begins, if the number after a person counts nothing else.
fn said_of_a_person(words: &Words, i: usize, end: usize) -> Option<(usize, Comparator)> {
    let free = !words.noun(end)
        && !matches!(words.tag(end), Tag::Jj | Tag::Hyph | Tag::Cd)
        && !matches!(
            words.lower(end),
            "of" | "%" | "percent" | "per" | "years" | "to" | "-"
        );
    let person = i.checked_sub(2).filter(|_| free)?;
    let many =
        words.plural_noun(person) && NOUNS.get(&noun(words.document, person)) == Some("person");
    match words.before(i) {
        "of" if is_someone(words, person)
            && !is_parent(words, person)
            && words.before(person) != "the" =>
        {
            Some((i, Comparator::Equal))
        }
        "under" | "below" if many => Some((i - 1, Comparator::Less)),
        "over" | "above" if many => Some((i - 1, Comparator::More)),
        _ => None,
    }
}
