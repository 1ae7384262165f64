//! Dates from one to another: "October 25-26, 2016", "2014 to 2017".

use super::calendar_words::{day_number, month, short_year, year_number};
use super::{Moments, Partial, Read};

impl Moments<'_, '_, '_> {
    /// "October 25-26, 2016", "5-6 April", "2014 to 2017", "2014-15", "May to July", "Monday to Friday".
    pub(super) fn range(&self, i: usize) -> Option<Read> {
        self.day_range(i)
            .or_else(|| self.year_range(i))
            .or_else(|| self.span_range(i))
    }

    pub(super) fn joint(&self, i: usize, start: usize) -> bool {
        match self.lower(i) {
            "-" => true,
            "to" | "until" | "till" | "through" => true,
            "and" => self.words.before(start) == "between",
            _ => false,
        }
    }

    pub(super) fn day_range(&self, i: usize) -> Option<Read> {
        let build = |end: usize, year: Option<i32>, month: u32, from: u32, to: u32| {
            let (from, to) = (
                Partial {
                    year,
                    month: Some(month),
                    day: Some(from),
                    ..Partial::default()
                },
                Partial {
                    year,
                    month: Some(month),
                    day: Some(to),
                    ..Partial::default()
                },
            );
            let (from, to) = (self.settle(from, i), self.settle(to, i));
            Read::date(
                end,
                from.iso()
                    .zip(to.iso())
                    .map(|(from, to)| format!("{from}/{to}")),
            )
        };
        if let Some(month) = month(self.lower(i)).filter(|_| self.words.capital(i)) {
            let (from, to) = (
                day_number(self.lower(i + 1))?,
                day_number(self.lower(i + 3)).or_else(|| {
                    // "18 -19": the tokenizer keeps the dash with the second number.
                    self.lower(i + 2).strip_prefix('-').and_then(day_number)
                }),
            );
            let glued = self
                .lower(i + 2)
                .strip_prefix('-')
                .and_then(day_number)
                .is_some();
            if !(glued || self.joint(i + 2, i)) {
                return None;
            }
            let end = if glued { i + 3 } else { i + 4 };
            let (year, end) = self.year_after(end);
            return to
                .filter(|&to| to > from)
                .and_then(|to| build(end, year, month, from, to));
        }
        let (from, to) = (day_number(self.lower(i))?, day_number(self.lower(i + 2))?);
        let month = month(self.lower(i + 3)).filter(|_| self.words.capital(i + 3))?;
        if !self.joint(i + 1, i) || to <= from {
            return None;
        }
        let (year, end) = self.year_after(i + 4);
        build(end, year, month, from, to)
    }

    pub(super) fn year_range(&self, i: usize) -> Option<Read> {
        // "2014–15" may be one token.
        if let Some((from, to)) = self.lower(i).split_once(['–', '-'])
            && let (Some(from), Some(to)) = (year_number(from), short_year(from, to))
        {
            return Read::date(i + 1, Some(format!("{from}/{to}")));
        }
        let from = year_number(self.lower(i))?;
        let joint = self.lower(i + 1);
        if !self.joint(i + 1, i) {
            return None;
        }
        let to = year_number(self.lower(i + 2))
            .or_else(|| {
                (joint == "-")
                    .then(|| short_year(self.lower(i), self.lower(i + 2)))
                    .flatten()
            })
            .filter(|&to| to > from)?;
        // "from 1500 to 2000 men": numbers after all.
        if self.words.plural_noun(i + 3) && joint != "-" {
            return None;
        }
        Read::date(i + 3, Some(format!("{from:04}/{to:04}")))
    }

    /// A date, "to", a date: the year of the second is the first's too.
    pub(super) fn span_range(&self, i: usize) -> Option<Read> {
        let (first, at) = self.partial(i)?;
        if !self.joint(at, i)
            || (self.lower(at) == "to"
                && !matches!(self.words.before(i), "from" | "between")
                && first.day.is_none())
        {
            return None;
        }
        let (second, end) = self.partial(at + 1)?;
        let second = self.settle(second, i);
        let first = match (first.year, second.year) {
            (None, Some(year)) => {
                let later = first.month > second.month;
                Partial {
                    year: Some(year - i32::from(later)),
                    ..first
                }
            }
            _ => self.settle(first, i),
        };
        let iso = first
            .iso()
            .zip(second.iso())
            .map(|(from, to)| format!("{from}/{to}"));
        Read::date(end, iso)
    }
}
