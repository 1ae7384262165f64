//! Times of day: "10 a.m.", "10:30 GMT", "noon".

use super::calendar_words::{is_kind, part_of_day};
use super::{Moments, Read};
use crate::document::Pos;
use crate::entity::values::numeral;
use crate::report::EntityType;

impl Moments<'_, '_, '_> {
    /// "10 a.m.", "10:30 GMT", "5pm local time", "noon", "1400 GMT".
    pub(super) fn time_of_day(&self, i: usize) -> Option<Read> {
        let word = self.lower(i);
        let mut end = i + 1;
        let clock = word.split_once([':', '.']).is_some_and(|(hour, minute)| {
            let two =
                |s: &str| s.len() <= 2 && !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
            two(hour)
                && minute.len() == 2
                && two(minute)
                && hour.parse().is_ok_and(|h: u32| h < 25)
                && minute.parse().is_ok_and(|m: u32| m < 60)
        });
        let colon = clock && word.contains(':');
        let meridiem = |i: usize| {
            matches!(
                self.lower(i),
                "a.m." | "p.m." | "am" | "pm" | "a.m" | "p.m" | "noon" | "o'clock"
            )
        };
        let hour = word.len() <= 2 && word.parse().is_ok_and(|h: u32| (1..=24).contains(&h));
        let military = word.len() == 4
            && word.parse().is_ok_and(|t: u32| t < 2400 && t % 100 < 60)
            && (is_kind("zone", self.lower(i + 1)) || self.at_hour(i));
        let glued = ["a.m.", "p.m.", "am", "pm"].iter().any(|m| {
            word.strip_suffix(m)
                .is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()) && n.len() <= 5)
        });
        let named =
            matches!(word, "noon" | "midnight") && self.words.document.tokens[i].pos != Pos::Propn;
        let halved = (clock || hour)
            && meridiem(i + 1)
            && (hour || self.lower(i + 1) != "am" || self.words.touches(i + 1));
        let spoken = numeral::read(self.words, i).is_some_and(|n| {
            !n.digits
                && n.value.is_some_and(|v| (1.0..=12.0).contains(&v))
                && self.lower(n.end) == "o'clock"
        });
        let morning = self.lower(i + 1) == "in"
            && self.lower(i + 2) == "the"
            && part_of_day(self.lower(i + 3));
        if let Some(after) = self.spoken_clock(i) {
            end = after;
        } else if halved || spoken {
            end = i + 2;
        } else if clock && morning {
            // "3.30 in the morning"
        } else if !(named || glued || military || (colon && self.words.before(i) != "-")) {
            return None;
        }
        if military && self.lower(end) == "hours" {
            end += 1;
        }
        if self.lower(end) == "local" && self.lower(end + 1) == "time" {
            end += 2;
        } else if is_kind("zone", self.lower(end)) {
            end += 1;
        } else if self.lower(end) == "in"
            && self.lower(end + 1) == "the"
            && part_of_day(self.lower(end + 2))
        {
            end += 3;
        }
        Some(Read {
            end,
            iso: None,
            kind: EntityType::Time,
            duration: false,
        })
    }

    /// "at *1400*", "by *0600 hours*": four digits that count nothing.
    fn at_hour(&self, i: usize) -> bool {
        let next = self.words.document.tokens.get(i + 1).map(|token| token.pos);
        let counts = matches!(
            next,
            Some(Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Sym)
        );
        match self.words.before(i) {
            "at" => !counts || self.lower(i + 1) == "hours",
            "by" | "from" | "until" | "around" => self.lower(i + 1) == "hours",
            _ => false,
        }
    }

    /// Where "quarter past seven", "half past six", "ten past 9", "quarter to one" ends.
    fn spoken_clock(&self, i: usize) -> Option<usize> {
        let quarter = matches!(self.lower(i), "quarter" | "half");
        let minutes = quarter || matches!(self.lower(i), "five" | "ten" | "twenty");
        let past = self.lower(i + 1) == "past" || (quarter && self.lower(i + 1) == "to");
        let hour = numeral::read(self.words, i + 2)?;
        let fits = hour
            .value
            .is_some_and(|v| (1.0..=12.0).contains(&v) && v.fract() == 0.0)
            && hour.end == i + 3
            && !self.words.plural_noun(hour.end);
        (minutes && past && fits).then_some(hour.end)
    }
}
