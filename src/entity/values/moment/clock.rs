//! Times of day: "10 a.m.", "10:30 GMT", "noon".

use super::calendar_words::{part_of_day, zone};
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
            && zone(self.lower(i + 1));
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
        if halved || spoken {
            end = i + 2;
        } else if !(named || glued || military || (colon && self.words.before(i) != "-")) {
            return None;
        }
        if self.lower(end) == "local" && self.lower(end + 1) == "time" {
            end += 2;
        } else if zone(self.lower(end)) {
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
}
