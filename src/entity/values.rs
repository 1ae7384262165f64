//! Numbers, amounts, dates and times, read from the tokens before anything else is known of them.

mod age;
mod amount;
mod calendar;
mod duration;
mod moment;
mod nothing;
mod numeral;
mod words;

use crate::document::{Document, Pos, Tag, TokenRange};
use crate::lexicon::{DESIGNATORS, NUMBER_WORDS};
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

/// Where the text gives coordinates, in order: "33.505716°N 36.269635°E".
pub(super) fn coordinates(document: &Document) -> Vec<TokenRange> {
    let mut found: Vec<TokenRange> = Vec::new();
    for (i, token) in document.tokens.iter().enumerate() {
        let word = token.span.of(document.text());
        let number = word.starts_with(|c: char| c.is_ascii_digit()) && token.span.len() < 16;
        let free = found.last().is_none_or(|last| last.end <= i);
        if number
            && free
            && let Some(end) = nothing::coordinates(document, i)
        {
            found.push(i..end);
        }
    }
    found
}

/// The class of a word after which a number is a name, not a count ("Resolution 2328", "Route 66").
fn designator(word: &str) -> Option<&'static str> {
    DESIGNATORS.get(word)
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
        if let Some(mut moment) = self.moments.read(i) {
            // "around 1:20 a.m.": the hedge stays with the time.
            let about = matches!(self.words.before(i), "about" | "around" | "approximately");
            if about && i > floor && moment.value.kind == ValueKind::Time {
                moment.start -= 1;
                moment.value.comparator = Some(Comparator::About);
            }
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
            return self.with_ago(reading);
        }
        self.some(i)
            .or_else(|| self.ordinal(i))
            .or_else(|| self.times(i))
            .or_else(|| self.single_unit(i))
    }

    /// "several", "many", "a number of", "a few": counts that the words leave open.
    fn some(&self, i: usize) -> Option<Reading> {
        let words = self.words;
        let mut end = self.open_words(i)?;
        let of = words.lower(end) == "of"
            && matches!(
                words.lower(end + 1),
                "the" | "its" | "their" | "these" | "those" | "them"
            );
        let noun = self.counted(if of { end + 2 } else { end });
        if noun.is_none() && !of {
            return None;
        }
        if words.lower(i) == "a" && words.lower(i + 2) == "of" {
            end = i + 2;
        }
        let unit = noun.map(|noun| self.unit_of(noun));
        let time = unit.as_deref().and_then(duration::time_unit);
        if let (Some(time), Some(noun)) = (time, noun.filter(|&noun| noun <= end)) {
            return self.with_ago(Reading::duration(i..noun + 1, None, time));
        }
        Some(Reading {
            tokens: i..end,
            kind: EntityType::Cardinal,
            value: Value {
                comparator: Some(Comparator::Vague),
                unit,
                ..Value::of(ValueKind::Count)
            },
        })
    }

    /// Where "several", "a number of" or "a few" that starts at `i` ends.
    fn open_words(&self, i: usize) -> Option<usize> {
        let words = self.words;
        let next = words.lower(i + 1);
        let after = matches!(
            words.before(i),
            "how" | "so" | "as" | "too" | "not" | "very" | "the"
        );
        match words.lower(i) {
            "a" | "an" if words.lower(i + 2) == "of" => {
                matches!(next, "number" | "handful" | "series" | "variety").then_some(i + 3)
            }
            "a" if next == "few" => Some(i + 2),
            word => (NUMBER_WORDS.get(word) == Some("several") && !after).then_some(i + 1),
        }
    }

    /// The plural noun within a few words from `at`, if only what belongs to it stands before it.
    fn counted(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let fits = |t: &usize| {
            matches!(
                words.document.tokens[*t].pos,
                Pos::Adj | Pos::Noun | Pos::Propn | Pos::Cconj
            ) || matches!(words.tag(*t), Tag::Hyph | Tag::Vbn | Tag::Vbg | Tag::Dt)
        };
        (at..(at + 6).min(words.len()))
            .take_while(fits)
            .find(|&t| words.plural_noun(t))
    }

    fn unit_of(&self, noun: usize) -> String {
        let word = super::mention::noun(self.words.document, noun);
        match amount::is_people(&word) {
            true => "person".into(),
            false => word,
        }
    }

    /// "first", "21st".
    fn ordinal(&self, i: usize) -> Option<Reading> {
        let words = self.words;
        let word = words.lower(i);
        let value = numeral::ordinal(word)?;
        let spelled = !word.starts_with(|c: char| c.is_ascii_digit());
        if words.tag(i) == Tag::Nn
            || words.tag(i) == Tag::Nnp && spelled
            || (word == "first" && matches!(words.before(i), "at" | "from"))
        {
            return None;
        }
        let value = Value {
            value: Some(value),
            ..Value::of(ValueKind::Ordinal)
        };
        Some(Reading {
            tokens: i..i + 1,
            kind: EntityType::Ordinal,
            value,
        })
    }
}
