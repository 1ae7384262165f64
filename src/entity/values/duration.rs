//! Durations and ages: "two weeks", "the past two weeks", "a year ago", "a 42-year-old man".

use super::words::Words;
use super::{Reader, Reading, amount, numeral};
use crate::document::{Dep, Pos, Tag};
use crate::entity::mention::noun;
use crate::lexicon::NOUNS;
use crate::report::{Comparator, EntityType, Value, ValueKind};

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

impl<F: Fn(usize) -> bool> Reader<'_, '_, '_, F> {
    /// "Dayton, 42,", "aged 42", "a 42-year-old man", "42 years old".
    pub(super) fn age(&self, i: usize) -> Option<Reading> {
        let words = self.words;
        let reading =
            |start: usize, end: usize, value: f64, max: Option<f64>, comparator: Comparator| {
                Some(Reading {
                    tokens: start..end,
                    kind: if end == start + 1 {
                        EntityType::Cardinal
                    } else {
                        EntityType::Date
                    },
                    value: Value {
                        kind: ValueKind::Age,
                        value: Some(value),
                        max,
                        comparator: Some(comparator),
                        unit: Some("year".into()),
                        iso: None,
                    },
                })
            };
        if matches!(words.lower(i), "aged" | "age") {
            let at = if words.lower(i + 1) == "of" {
                i + 2
            } else {
                i + 1
            };
            let at = if words.lower(at) == "between" {
                at + 1
            } else {
                at
            };
            let number = numeral::read(words, at)?;
            let value = number.value.filter(|&v| v <= 120.0)?;
            let between = words.before(at) == "between";
            if (matches!(words.lower(number.end), "to" | "-") || between)
                && let Some(high) = numeral::read(words, number.end + 1)
                    .and_then(|n| n.value.map(|v| (v, n.end)))
                    .filter(|&(v, _)| v > value)
            {
                return reading(i, high.1, value, Some(high.0), Comparator::Range);
            }
            return reading(i, number.end, value, None, Comparator::Equal);
        }
        if let Some((end, decade)) = decade_of_life(words, i) {
            return reading(i, end, decade, Some(decade + 9.0), Comparator::Range);
        }
        let number = numeral::read(words, i)?;
        let value = number.value.filter(|&v| v <= 120.0 && v > 0.0)?;
        if let Some((start, comparator)) = said_of_a_person(words, i, number.end) {
            return reading(start, number.end, value, None, comparator);
        }
        let dash = |at: usize| if words.lower(at) == "-" { at + 1 } else { at };
        let at = dash(number.end);
        if matches!(
            words.lower(at),
            "year" | "years" | "month" | "months" | "week" | "day" | "days" | "weeks"
        ) {
            let unit = words.lower(at).trim_end_matches('s').to_owned();
            let old = dash(at + 1);
            let end = match words.lower(old) {
                "old" => old + 1,
                "of" if words.lower(old + 1) == "age" => old + 2,
                _ => return None,
            };
            // "a nine-year-old war": things have ages too, and they read the same.
            let mut age = reading(i, end, value, None, Comparator::Equal)?;
            age.value.unit = Some(unit);
            return Some(age);
        }
        let apposed = words.before(i) == ","
            && i >= 2
            && ((self.is_person)(i - 2) || is_someone(words, i - 2))
            && matches!(words.lower(i + 1), "," | "." | ")" | "and")
            && number.digits
            && value.fract() == 0.0
            && number.end == i + 1;
        let bracketed = words.before(i) == "("
            && words.lower(i + 1) == ")"
            && i >= 2
            && (self.is_person)(i - 2)
            && number.digits;
        // "He turned 42.", "She is 30 and works": a person and a number that counts nothing.
        let told = matches!(words.before(i), "is" | "was" | "turned" | "turns")
            && i >= 2
            && (matches!(words.lower(i - 2), "he" | "she") || (self.is_person)(i - 2))
            && matches!(words.lower(i + 1), "." | "," | "and" | "when")
            && number.end == i + 1;
        (apposed || bracketed || told)
            .then(|| reading(i, i + 1, value, None, Comparator::Equal))
            .flatten()
    }

    /// "the past two weeks", "the last three years", "recent months".
    pub(super) fn stretch(&self, i: usize) -> Option<Reading> {
        let words = self.words;
        let at = if words.lower(i) == "the" { i + 1 } else { i };
        let sign = match words.lower(at) {
            // "scheduled to last 45 minutes"
            "last" if words.document.tokens[at].pos == Pos::Verb => return None,
            "past" | "last" | "previous" => -1,
            "next" | "coming" | "following" => 1,
            "recent"
                if matches!(
                    words.lower(at + 1),
                    "days" | "weeks" | "months" | "years" | "decades"
                ) =>
            {
                let value = Value {
                    comparator: Some(Comparator::Vague),
                    unit: Some(words.lower(at + 1).trim_end_matches('s').into()),
                    ..Value::of(ValueKind::Duration)
                };
                return Some(Reading {
                    tokens: i..at + 2,
                    kind: EntityType::Date,
                    value,
                });
            }
            _ => return None,
        };
        let (mut end, count, unit) = match amount::read(words, at + 1, at + 1) {
            Some(amount) if amount.value.kind == ValueKind::Duration => {
                (amount.end, amount.value.value, amount.value.unit?)
            }
            Some(_) => return None,
            None => {
                let unit = crate::lexicon::UNITS.get(words.lower(at + 1))?;
                let (unit, class) = unit.split_once('\t')?;
                let several = words.plural_noun(at + 1);
                // "the following day" is a date.
                if !several && matches!(words.lower(at), "following" | "previous" | "next") {
                    return None;
                }
                if !matches!(class, "time" | "span") || (at == i && !several) || unit == "second" {
                    return None;
                }
                (
                    at + 2,
                    (!several && words.lower(at) == "past").then_some(1.0),
                    unit.to_owned(),
                )
            }
        };
        if words.lower(at) == "last" && at == i && count.is_none() {
            return None;
        }
        if words.lower(end) == "or" && words.lower(end + 1) == "so" {
            end += 2;
        }
        let long = !matches!(unit.as_str(), "second" | "minute" | "hour");
        let following = matches!(words.lower(at), "following" | "previous");
        let iso = count
            .filter(|_| long && !following)
            .and_then(|count| self.moments.stretch(count, &unit, sign));
        let comparator = Some(if count.is_some() {
            Comparator::Equal
        } else {
            Comparator::Vague
        });
        let kind = if long {
            EntityType::Date
        } else {
            EntityType::Time
        };
        let value = Value {
            kind: ValueKind::Duration,
            value: count,
            max: None,
            comparator,
            unit: Some(unit),
            iso,
        };
        Some(Reading {
            tokens: i..end,
            kind,
            value,
        })
    }

    /// A duration followed by "ago", "later", "earlier" is a date.
    pub(super) fn with_ago(&self, mut reading: Reading) -> Option<Reading> {
        if reading.value.kind != ValueKind::Duration {
            return Some(reading);
        }
        let sign = match self.words.lower(reading.tokens.end) {
            "ago" => -1,
            "later" | "earlier" | "before" | "after" | "on"
                if self.words.lower(reading.tokens.end) == "later"
                    || self.words.lower(reading.tokens.end) == "earlier" =>
            {
                0
            }
            "from" if matches!(self.words.lower(reading.tokens.end + 1), "now" | "today") => 1,
            _ => return Some(reading),
        };
        reading.tokens.end += if sign == 1 { 2 } else { 1 };
        let exact = reading.value.comparator == Some(Comparator::Equal);
        let unit = reading.value.unit.clone().unwrap_or_default();
        let iso = match reading.value.value {
            Some(count) if exact && sign != 0 => self.moments.shifted(count, &unit, sign),
            _ => None,
        };
        reading.value = Value {
            iso,
            ..Value::of(ValueKind::Date)
        };
        Some(reading)
    }

    /// "a year ago", "for an hour", "for years", "once", "twice".
    pub(super) fn single_unit(&self, i: usize) -> Option<Reading> {
        let words = self.words;
        let word = words.lower(i);
        if matches!(word, "once" | "twice" | "thrice") {
            let times = match word {
                "once" => 1.0,
                "twice" => 2.0,
                _ => 3.0,
            };
            // "once the troops leave": a conjunction.
            let adverb = words.document.tokens[i].pos == Pos::Adv
                && words.document.tokens[i].dep != Dep::Mark
                && word != "once";
            let value = Value {
                value: Some(times),
                comparator: Some(Comparator::Equal),
                unit: Some("time".into()),
                ..Value::of(ValueKind::Count)
            };
            return adverb.then_some(Reading {
                tokens: i..i + 1,
                kind: EntityType::Cardinal,
                value,
            });
        }
        let article = matches!(word, "a" | "an");
        let at = if article { i + 1 } else { i };
        let (unit, class) = crate::lexicon::UNITS
            .get(words.lower(at))
            .and_then(|line| line.split_once('\t'))?;
        if !matches!(class, "time" | "span")
            || words.lower(at).len() < 3
            || unit == "second"
            || words.lower(at + 1) == "-"
        {
            return None;
        }
        let shifted = matches!(words.lower(at + 1), "ago" | "later" | "earlier");
        let led = matches!(
            words.before(i),
            "for" | "within" | "after" | "than" | "nearly" | "almost" | "about" | "over" | "lasted"
        );
        let fits = if article {
            shifted || (led && !words.noun(at + 1))
        } else {
            words.plural_noun(at) && (shifted || words.before(i) == "for")
        };
        if !fits {
            return None;
        }
        let long = class == "span";
        let kind = if long {
            EntityType::Date
        } else {
            EntityType::Time
        };
        let comparator = Some(if article {
            Comparator::Equal
        } else {
            Comparator::Vague
        });
        let value = Value {
            value: article.then_some(1.0),
            comparator,
            unit: Some(unit.to_owned()),
            ..Value::of(ValueKind::Duration)
        };
        self.with_ago(Reading {
            tokens: i..at + 1,
            kind,
            value,
        })
    }
}
