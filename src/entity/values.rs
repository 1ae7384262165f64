//! Numbers, amounts, dates and times, read from the tokens before anything else is known of them.

mod amount;
mod calendar;
mod moment;
mod numeral;
mod words;

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::DESIGNATORS;
use crate::report::{Comparator, EntityType, Value, ValueKind};
use calendar::Day;
use moment::Moments;
use words::Words;

/// A value in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Its tokens, with the comparator ("more than 100"), without prepositions ("in 2015" is `2015`).
    pub tokens: TokenRange,
    /// Its type as an entity.
    pub kind: EntityType,
    /// What it is worth.
    pub value: Value,
}

/// The values of a document in order, none overlapping another. `date` is the article's, `YYYY-MM-DD`; without it days
/// stay as the words have them ("--11-24", or no ISO date at all for "yesterday"). `is_person` tells whether a token ends
/// the name of a person, after which ", 42," is an age.
///
/// "no" before a noun is a count of zero; as it is a word of negation first, [`crate::entity::recognize`] makes no entity of it.
pub fn read(
    document: &Document,
    date: Option<&str>,
    is_person: impl Fn(usize) -> bool,
) -> Vec<Reading> {
    let words = Words::new(document);
    let anchor = date.and_then(Day::read);
    let reader = Reader {
        words: &words,
        moments: Moments::new(&words, anchor),
        is_person,
    };
    reader.all()
}

/// The date that the article itself gives: a line of its own ("Friday, July 21, 2017"), or a dateline
/// ("KABUL, July 21, 2017 (Agency) –"). Needs day, month and year; looks at the first four paragraphs.
pub fn article_date(document: &Document) -> Option<String> {
    let words = Words::new(document);
    let moments = Moments::new(&words, None);
    for paragraph in document.paragraphs.iter().take(4) {
        let all = paragraph.len();
        for i in paragraph.clone().take(12) {
            let Some(moment) = moments.read(i) else {
                continue;
            };
            let Some(iso) = moment
                .value
                .iso
                .filter(|iso| Day::read(iso).is_some() && iso.len() == 10)
            else {
                continue;
            };
            let led = paragraph.clone().take_while(|&t| t < i).all(|t| {
                words.capital(t)
                    || document.tokens[t].pos == Pos::Punct
                    || matches!(words.lower(t), "on" | "at" | "updated" | "published")
            });
            let alone = all <= 12 && paragraph.end.saturating_sub(moment.end) <= 6;
            let dash = (moment.end..paragraph.end.min(moment.end + 8))
                .take_while(|&t| !matches!(words.tag(t), Tag::Vbd | Tag::Vbz | Tag::Period))
                .any(|t| words.lower(t) == "-");
            if led && (alone || dash) {
                return Some(iso);
            }
        }
    }
    None
}

/// The class of a word after which a number is a name, not a count ("Resolution 2328", "Route 66").
fn designator(word: &str) -> Option<&'static str> {
    DESIGNATORS.get(word)
}

/// Where coordinates that start at `i` end: `33.505716°N 36.269635°E`, `33°30′21″N 36°16′11″E`, `33.5057; 36.2696`.
fn coordinates(words: &Words, i: usize) -> Option<usize> {
    let text = words.document.text();
    let start = words.document.tokens[i].span.start;
    let rest = text.get(start..)?;
    let length = coordinate(rest)?;
    let gap = rest[length..].find(|c: char| !matches!(c, ' ' | ',' | ';' | '/' | '\u{a0}'))?;
    let second = coordinate(&rest[length + gap..])?;
    let end = start + length + gap + second;
    Some(
        words
            .document
            .tokens
            .partition_point(|token| token.span.start < end),
    )
}

/// The length of one coordinate at the start of `text`, in bytes; with degrees, or at least four decimals.
fn coordinate(text: &str) -> Option<usize> {
    let text = text.get(..text.floor_char_boundary(40))?;
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 || digits > 3 {
        return None;
    }
    let part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '°' | '′' | '″' | '\'' | '"');
    let end = text.find(|c: char| !part(c)).unwrap_or(text.len());
    let compass = text[end..].starts_with(['N', 'S', 'E', 'W']) && text[..end].contains('°');
    let decimals = text[..end]
        .split_once('.')
        .map_or(0, |(_, d)| d.bytes().filter(u8::is_ascii_digit).count());
    (compass || decimals >= 4).then_some(end + usize::from(compass))
}

/// Whether the lower-case word names a month or a day of the week.
pub(super) fn is_calendar_word(word: &str) -> bool {
    moment::month(word).is_some() || moment::weekday(word).is_some()
}

struct Reader<'w, 'd, 't, F> {
    words: &'w Words<'d, 't>,
    moments: Moments<'w, 'd, 't>,
    is_person: F,
}

impl<F: Fn(usize) -> bool> Reader<'_, '_, '_, F> {
    fn all(&self) -> Vec<Reading> {
        let mut readings: Vec<Reading> = Vec::new();
        let (mut i, mut floor) = (0, 0);
        while i < self.words.len() {
            if let Some(end) = self.no_value(i) {
                (i, floor) = (end, end);
                continue;
            }
            match self.at(i, floor) {
                Some(reading) => {
                    i = reading.tokens.end.max(i + 1);
                    floor = i;
                    readings.push(reading);
                }
                None => i += 1,
            }
        }
        readings
    }

    fn at(&self, i: usize, floor: usize) -> Option<Reading> {
        if let Some(age) = self.age(i) {
            return Some(age);
        }
        if let Some(stretch) = self.stretch(i) {
            return Some(stretch);
        }
        if let Some(moment) = self.moments.read(i) {
            return Some(Reading {
                tokens: moment.start..moment.end,
                kind: moment.kind,
                value: moment.value,
            });
        }
        if let Some(amount) = amount::read(self.words, i, floor) {
            let reading = Reading {
                tokens: amount.start..amount.end,
                kind: amount.kind,
                value: amount.value,
            };
            return self.with_ago(reading).or(None);
        }
        self.some(i)
            .or_else(|| self.ordinal(i))
            .or_else(|| self.single_unit(i))
    }

    /// Designators, telephone numbers, footnotes, list numbers, scores: where such a thing ends.
    fn no_value(&self, i: usize) -> Option<usize> {
        let words = self.words;
        let word = words.lower(i);
        if !word.starts_with(|c: char| c.is_ascii_digit()) && word != "one" {
            let number = words.lower(i + 1).starts_with(|c: char| c.is_ascii_digit());
            // "No. 5", "Resolution 2328", "Route 66"
            let names = designator(word).is_some_and(|class| class == "any" || words.capital(i));
            let listed = usize::from(matches!(words.lower(i + 2), "and" | "or" | "to"))
                * usize::from(
                    words.lower(i + 3).bytes().all(|b| b.is_ascii_digit())
                        && !words.lower(i + 3).is_empty(),
                );
            return (names && number && !self.dated(i + 1)).then_some(i + 2 + 2 * listed);
        }
        let digits = word.bytes().all(|b| b.is_ascii_digit());
        // "888-847-6592", "555-0199": three groups, or a group of four after one of three.
        let group = |i: usize| {
            let number = words.lower(i + 1);
            let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
            digits && words.touches(i) && words.lower(i) == "-" && words.touches(i + 1)
        };
        if digits
            && group(i + 1)
            && group(i + 3)
            && !(word.len() == 4 && words.lower(i + 2).len() == 2)
        {
            let mut end = i + 3;
            while group(end) {
                end += 2;
            }
            return Some(end);
        }
        if digits
            && group(i + 1)
            && word.len() == 3
            && words.lower(i + 2).len() == 4
            && words.lower(i + 2) < words.lower(i)
        {
            return Some(i + 3);
        }
        // "won 3-1", "a 2-0 lead"
        if digits && group(i + 1) && word.len() <= 2 {
            let other = words.lower(i + 2);
            let falls = other.len() <= 2
                && matches!((word.parse::<u32>(), other.parse::<u32>()), (Ok(a), Ok(b)) if b <= a);
            if falls {
                return Some(i + 3);
            }
        }
        // "[3]"
        if digits && words.before(i) == "[" && words.lower(i + 1) == "]" {
            return Some(i + 1);
        }
        if let Some(end) = coordinates(words, i) {
            return Some(end);
        }
        let odd = word.contains(['/', '°', '@', '_'])
            || (word.contains(':') && !word.starts_with(|c: char| c.is_ascii_digit()));
        if odd
            || (digits
                && words.lower(i + 1).starts_with('°')
                && words.touches(i + 1)
                && word.contains('.'))
        {
            return Some(i + 1);
        }
        if word.matches('.').count() > 1 {
            return Some(i + 1);
        }
        let letters = word.bytes().any(|b| b.is_ascii_alphabetic());
        if letters
            && word != "one"
            && numeral::read(words, i).is_none()
            && self.ordinal(i).is_none()
            && self.moments.read(i).is_none()
            && self.age(i).is_none()
        {
            return Some(i + 1);
        }
        if word == "one" {
            return self.pronoun_one(i).then_some(i + 1);
        }
        // "CTF 50", "Windows 7": the number hangs on the name before it.
        let document = words.document;
        let named = i > 0
            && words.capital(i - 1)
            && document.tokens[i - 1].pos == Pos::Propn
            && document.sentence_of(i - 1) == document.sentence_of(i)
            && (document.tokens[i].head == i - 1
                || document.tokens[i].dep == Dep::Nummod && document.tokens[i].head < i)
            && !self.dated(i);
        let title = document
            .title
            .is_some_and(|title| title.contains(document.tokens[i].span));
        (named && !title && words.tag(i) == Tag::Cd && numeral::digits(word).is_some())
            .then_some(i + 1)
    }

    /// Whether the number at `i` belongs to a date.
    fn dated(&self, i: usize) -> bool {
        self.moments
            .read(i)
            .is_some_and(|moment| moment.end > i + 1)
            || i.checked_sub(1).is_some_and(|before| {
                self.moments
                    .read(before)
                    .is_some_and(|moment| moment.end > i)
            })
    }

    /// "one" that counts nothing: "no one", "the one", "one another", "one of the".
    fn pronoun_one(&self, i: usize) -> bool {
        let words = self.words;
        let before = words.before(i);
        matches!(
            before,
            "no" | "any"
                | "every"
                | "each"
                | "this"
                | "that"
                | "which"
                | "another"
                | "the"
                | "some"
        ) && !words.noun(i + 1)
            || matches!(words.lower(i + 1), "another" | "'s" | "day")
            || words.tag(i) == Tag::Prp
            || before == "-"
    }

    /// "Dayton, 42,", "aged 42", "a 42-year-old man", "42 years old".
    fn age(&self, i: usize) -> Option<Reading> {
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
            let number = numeral::read(words, at)?;
            let value = number.value.filter(|&v| v <= 120.0)?;
            if matches!(words.lower(number.end), "to" | "-" | "and")
                && let Some(high) = numeral::read(words, number.end + 1)
                    .and_then(|n| n.value.map(|v| (v, n.end)))
                    .filter(|&(v, _)| v > value)
            {
                return reading(i, high.1, value, Some(high.0), Comparator::Range);
            }
            return reading(i, number.end, value, None, Comparator::Equal);
        }
        let number = numeral::read(words, i)?;
        let value = number.value.filter(|&v| v <= 120.0 && v > 0.0)?;
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
            && (self.is_person)(i - 2)
            && matches!(words.lower(i + 1), "," | "." | ")" | "and")
            && number.digits
            && value.fract() == 0.0
            && number.end == i + 1;
        let bracketed = words.before(i) == "("
            && words.lower(i + 1) == ")"
            && i >= 2
            && (self.is_person)(i - 2)
            && number.digits;
        (apposed || bracketed)
            .then(|| reading(i, i + 1, value, None, Comparator::Equal))
            .flatten()
    }

    /// "the past two weeks", "the last three years", "recent months".
    fn stretch(&self, i: usize) -> Option<Reading> {
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
                    kind: ValueKind::Duration,
                    value: None,
                    max: None,
                    comparator: Some(Comparator::Vague),
                    unit: Some(words.lower(at + 1).trim_end_matches('s').into()),
                    iso: None,
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
    fn with_ago(&self, mut reading: Reading) -> Option<Reading> {
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
            kind: ValueKind::Date,
            value: None,
            max: None,
            comparator: None,
            unit: None,
            iso,
        };
        Some(reading)
    }

    /// "several", "many", "a number of", "a few", "no": counts that the words leave open, or zero.
    fn some(&self, i: usize) -> Option<Reading> {
        let words = self.words;
        let counted = |at: usize| {
            let document = words.document;
            (at..(at + 6).min(words.len()))
                .take_while(|&t| {
                    matches!(
                        document.tokens[t].pos,
                        Pos::Adj | Pos::Noun | Pos::Propn | Pos::Cconj
                    ) || matches!(words.tag(t), Tag::Hyph | Tag::Vbn | Tag::Vbg | Tag::Dt)
                })
                .find(|&t| words.plural_noun(t))
        };
        let end = match words.lower(i) {
            "several" | "many" | "numerous" | "multiple" | "countless" | "few"
                if !matches!(
                    words.before(i),
                    "how" | "so" | "as" | "too" | "not" | "very" | "the"
                ) =>
            {
                i + 1
            }
            "a" | "an"
                if matches!(
                    words.lower(i + 1),
                    "number" | "handful" | "series" | "range" | "variety"
                ) && words.lower(i + 2) == "of"
                    && words.lower(i + 1) != "range" =>
            {
                i + 3
            }
            "a" if words.lower(i + 1) == "few" => i + 2,
            _ => return None,
        };
        let of = words.lower(end) == "of"
            && matches!(
                words.lower(end + 1),
                "the" | "its" | "their" | "these" | "those" | "them"
            );
        let noun = if of { counted(end + 2) } else { counted(end) };
        if noun.is_none() && !of {
            return None;
        }
        let end = if words.lower(i) == "a" && words.lower(i + 2) == "of" {
            i + 2
        } else {
            end
        };
        let unit = noun.map(|noun| self.unit_of(noun));
        let span = unit
            .as_deref()
            .and_then(|unit| crate::lexicon::UNITS.get(unit))
            .and_then(|line| line.split_once('\t'));
        let value = |kind, unit| Value {
            kind,
            value: None,
            max: None,
            comparator: Some(Comparator::Vague),
            unit,
            iso: None,
        };
        if let (Some((unit, class @ ("time" | "span"))), Some(noun)) = (span, noun)
            && noun <= end
        {
            let kind = if class == "span" {
                EntityType::Date
            } else {
                EntityType::Time
            };
            let reading = Reading {
                tokens: i..noun + 1,
                kind,
                value: value(ValueKind::Duration, Some(unit.to_owned())),
            };
            return self.with_ago(reading);
        }
        Some(Reading {
            tokens: i..end,
            kind: EntityType::Cardinal,
            value: value(ValueKind::Count, unit),
        })
    }

    fn unit_of(&self, noun: usize) -> String {
        let word = super::mention::noun(self.words.document, noun);
        let person = matches!(crate::lexicon::NOUNS.get(&word), Some("person"))
            || matches!(
                word.as_str(),
                "force" | "troop" | "personnel" | "other" | "casualty" | "fatality"
            );
        if person { "person".into() } else { word }
    }

    /// "first", "21st".
    fn ordinal(&self, i: usize) -> Option<Reading> {
        const WORDS: [&str; 20] = [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ];
        let words = self.words;
        let word = words.lower(i);
        let value = match WORDS.iter().position(|&w| w == word) {
            Some(at) => at as f64 + 1.0,
            None => {
                let digits = ["st", "nd", "rd", "th"]
                    .iter()
                    .find_map(|end| word.strip_suffix(end))?;
                digits.parse::<u32>().ok().map(f64::from)?
            }
        };
        if words.tag(i) == Tag::Nn
            || words.tag(i) == Tag::Nnp && WORDS.contains(&word)
            || (word == "first" && matches!(words.before(i), "at" | "from"))
        {
            return None;
        }
        let value = Value {
            kind: ValueKind::Ordinal,
            value: Some(value),
            max: None,
            comparator: None,
            unit: None,
            iso: None,
        };
        Some(Reading {
            tokens: i..i + 1,
            kind: EntityType::Ordinal,
            value,
        })
    }

    /// "a year ago", "for an hour", "for years", "once", "twice".
    fn single_unit(&self, i: usize) -> Option<Reading> {
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
                kind: ValueKind::Count,
                value: Some(times),
                max: None,
                comparator: Some(Comparator::Equal),
                unit: Some("time".into()),
                iso: None,
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
            kind: ValueKind::Duration,
            value: article.then_some(1.0),
            max: None,
            comparator,
            unit: Some(unit.to_owned()),
            iso: None,
        };
        self.with_ago(Reading {
            tokens: i..at + 1,
            kind,
            value,
        })
    }
}
