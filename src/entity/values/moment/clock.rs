//! Times of day: "10 a.m.", "10:30 GMT", "noon".

use super::calendar_words::{is_kind, part_of_day};
use super::{Moments, Read};
use crate::document::Pos;
use crate::entity::values::numeral;

impl Moments<'_, '_, '_> {
    /// "10 a.m.", "10:30 GMT", "5pm local time", "noon", "1400 GMT".
    pub(super) fn time_of_day(&self, i: usize) -> Option<Read> {
        let mut end = self.hour(i)?;
        if self.lower(end) == "local" && self.lower(end + 1) == "time" {
            end += 2;
        } else if is_kind("zone", self.lower(end)) {
            end += 1;
        } else if self.in_the_morning(end) {
            end += 3;
        }
        Read::time(end, None)
    }

    /// Where the time that starts at token `i` ends, its zone left out.
    fn hour(&self, i: usize) -> Option<usize> {
        let word = self.lower(i);
        let clock = is_clock(word);
        let meridiem = matches!(
            self.lower(i + 1),
            "a.m." | "p.m." | "am" | "pm" | "a.m" | "p.m" | "noon" | "o'clock"
        );
        let hour = word.len() <= 2 && word.parse().is_ok_and(|h: u32| (1..=24).contains(&h));
        let am = hour || self.lower(i + 1) != "am" || self.words.touches(i + 1);
        let spoken = || {
            numeral::read(self.words, i).is_some_and(|n| {
                let hour = n.value.is_some_and(|v| (1.0..=12.0).contains(&v));
                !n.digits && hour && self.lower(n.end) == "o'clock"
            })
        };
        if let Some(after) = self.spoken_clock(i) {
            return Some(after);
        }
        if (clock || hour) && meridiem && am || spoken() {
            return Some(i + 2);
        }
        let named =
            matches!(word, "noon" | "midnight") && self.words.document.tokens[i].pos != Pos::Propn;
        let glued = ["a.m.", "p.m.", "am", "pm"].iter().any(|m| {
            word.strip_suffix(m)
                .is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()) && n.len() <= 5)
        });
        let colon = clock && word.contains(':') && self.words.before(i) != "-";
        // "3.30 in the morning"
        let plain = named || glued || colon || clock && self.in_the_morning(i + 1);
        let four = word.len() == 4 && word.parse().is_ok_and(|t: u32| t < 2400 && t % 100 < 60);
        if four && (is_kind("zone", self.lower(i + 1)) || self.at_hour(i)) {
            return Some(i + 1 + usize::from(self.lower(i + 1) == "hours"));
        }
        plain.then_some(i + 1)
    }

    /// Whether "in the morning" or another part of the day stands at `i`.
    fn in_the_morning(&self, i: usize) -> bool {
        self.words.spells(i, "in the").is_some() && part_of_day(self.lower(i + 2))
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

/// Whether the word is hours and minutes: `10:30`, `3.30`.
fn is_clock(word: &str) -> bool {
    let number = |part: &str| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok()).flatten()
    };
    word.split_once([':', '.']).is_some_and(|(hour, minute)| {
        minute.len() == 2
            && number(hour).is_some_and(|hour| hour < 25)
            && number(minute).is_some_and(|minute| minute < 60)
    })
}
