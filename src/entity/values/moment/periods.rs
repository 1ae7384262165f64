//! Quarters, halves and budget years: "the third quarter of 2014", "Q3", "the first half of last year", "fiscal 2014".

use super::calendar_words::year_number;
use super::{Moments, Read};

impl Moments<'_, '_, '_> {
    /// The part of a year that starts at token `i` (after "the"). Without a year in the text it stays open.
    pub(super) fn period(&self, i: usize) -> Option<Read> {
        let word = self.lower(i);
        if word == "fiscal" || word == "financial" {
            let at = if self.lower(i + 1) == "year" {
                i + 2
            } else {
                i + 1
            };
            let year = year_number(self.lower(at))?;
            return Read::date(at + 1, Some(year.to_string()));
        }
        if let Some(year) = word.strip_prefix("fy").and_then(year_number) {
            return Read::date(i + 1, Some(year.to_string()));
        }
        let quarter = word
            .strip_prefix('q')
            .and_then(|digit| digit.parse::<u32>().ok());
        if let Some(quarter) = quarter.filter(|quarter| (1..=4).contains(quarter)) {
            let capital = self.words.capital(i);
            return capital.then(|| self.of_year(i + 1, quarter, 3)).flatten();
        }
        let ordinal = match word {
            "first" | "1st" => 1,
            "second" | "2nd" => 2,
            "third" | "3rd" => 3,
            "fourth" | "4th" => 4,
            _ => return None,
        };
        let at = if self.lower(i + 1) == "fiscal" {
            i + 2
        } else {
            i + 1
        };
        match self.lower(at) {
            // "the third quarter" of a company; a match has quarters too, and no year.
            "quarter" => self.of_year(at + 1, ordinal, 3),
            "half" if ordinal <= 2 => {
                let half = self.of_year(at + 1, ordinal, 6)?;
                (half.end > at + 1).then_some(half)
            }
            _ => None,
        }
    }

    /// The `part`-th stretch of `months` months, with the year that follows at `at`: "of 2014", "2014", "of last year".
    fn of_year(&self, at: usize, part: u32, months: u32) -> Option<Read> {
        let of = usize::from(self.lower(at) == "of");
        let after = at + of;
        let named = year_number(self.lower(after)).map(|year| (Some(year), after + 1));
        let relative = (after + 1..after + 3)
            .find(|&end| {
                self.lower(end - 1) == "year"
                    && matches!(self.lower(after), "the" | "this" | "last" | "next")
            })
            .map(|end| {
                let shift = match self.lower(after) {
                    "last" => -1,
                    "next" => 1,
                    _ => 0,
                };
                (self.anchor.map(|day| day.year + shift), end)
            });
        let (year, end) = named.or(relative).unwrap_or((None, at));
        let first = (part - 1) * months + 1;
        let iso = year.map(|year| format!("{year}-{first:02}/{year}-{:02}", first + months - 1));
        Read::date(end, iso)
    }
}
