//! Durations: "two weeks", "the past two weeks", "a year ago", "for years".

use super::{Reader, Reading, amount};
use crate::document::{Dep, Pos};
use crate::lexicon::UNITS;
use crate::report::{Comparator, EntityType, Value, ValueKind};

impl Reading {
    /// So many units of time; how many is open without `count`.
    pub(super) fn duration(tokens: std::ops::Range<usize>, count: Option<f64>, unit: &str) -> Self {
        let long = UNITS.get(unit).is_some_and(|line| line.ends_with("\tspan"));
        let comparator = match count {
            Some(_) => Comparator::Equal,
            None => Comparator::Vague,
        };
        Self {
            tokens,
            kind: if long {
                EntityType::Date
            } else {
                EntityType::Time
            },
            value: Value {
                value: count,
                comparator: Some(comparator),
                unit: Some(unit.to_owned()),
                ..Value::of(ValueKind::Duration)
            },
        }
    }
}

/// The unit of time that a word names, longer than a second.
pub(super) fn time_unit(word: &str) -> Option<&'static str> {
    let (unit, class) = UNITS.get(word)?.split_once('\t')?;
    (matches!(class, "time" | "span") && unit != "second").then_some(unit)
}

impl<F: Fn(usize) -> bool> Reader<'_, '_, '_, F> {
    /// "the past two weeks", "the last three years", "recent months".
    pub(super) fn stretch(&self, i: usize) -> Option<Reading> {
        let words = self.words;
        let at = i + usize::from(words.lower(i) == "the");
        let sign = match words.lower(at) {
            // "scheduled to last 45 minutes"
            "last" if words.document.tokens[at].pos == Pos::Verb => return None,
            "past" | "last" | "previous" => -1,
            "next" | "coming" | "following" => 1,
            "recent" if words.plural_noun(at + 1) => {
                let unit = time_unit(words.lower(at + 1))?;
                return Some(Reading::duration(i..at + 2, None, unit));
            }
            _ => return None,
        };
        let (mut end, count, unit) = match amount::read(words, at + 1, at + 1) {
            Some(amount) if amount.value.kind == ValueKind::Duration => {
                (amount.end, amount.value.value, amount.value.unit?)
            }
            Some(_) => return None,
            None => {
                let unit = time_unit(words.lower(at + 1))?;
                let several = words.plural_noun(at + 1);
                // "the following day" is a date.
                let date = matches!(words.lower(at), "following" | "previous" | "next");
                if !several && (date || at == i) {
                    return None;
                }
                let one = !several && words.lower(at) == "past";
                (at + 2, one.then_some(1.0), unit.to_owned())
            }
        };
        if words.lower(at) == "last" && at == i && count.is_none() {
            return None;
        }
        end += words.spells(end, "or so").unwrap_or(0);
        let mut reading = Reading::duration(i..end, count, &unit);
        let following = matches!(words.lower(at), "following" | "previous");
        reading.value.iso = count
            .filter(|_| reading.kind == EntityType::Date && !following)
            .and_then(|count| self.moments.stretch(count, &unit, sign));
        Some(reading)
    }

    /// A duration followed by "ago", "later", "earlier" is a date.
    pub(super) fn with_ago(&self, mut reading: Reading) -> Option<Reading> {
        if reading.value.kind != ValueKind::Duration {
            return Some(reading);
        }
        let sign = match self.words.lower(reading.tokens.end) {
            "ago" => -1,
            "later" | "earlier" => 0,
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

    /// "twice", "thrice".
    pub(super) fn times(&self, i: usize) -> Option<Reading> {
        let times = match self.words.lower(i) {
            "twice" => 2.0,
            "thrice" => 3.0,
            _ => return None,
        };
        let token = &self.words.document.tokens[i];
        let value = Value {
            value: Some(times),
            comparator: Some(Comparator::Equal),
            unit: Some("time".into()),
            ..Value::of(ValueKind::Count)
        };
        (token.pos == Pos::Adv && token.dep != Dep::Mark).then_some(Reading {
            tokens: i..i + 1,
            kind: EntityType::Cardinal,
            value,
        })
    }

    /// "a year ago", "for an hour", "for years".
    pub(super) fn single_unit(&self, i: usize) -> Option<Reading> {
        let words = self.words;
        let article = matches!(words.lower(i), "a" | "an");
        let at = i + usize::from(article);
        let unit = time_unit(words.lower(at))?;
        if words.lower(at).len() < 3 || words.lower(at + 1) == "-" {
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
        let reading = Reading::duration(i..at + 1, article.then_some(1.0), unit);
        fits.then(|| self.with_ago(reading)).flatten()
    }
}
