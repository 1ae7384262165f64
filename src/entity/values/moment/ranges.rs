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

    fn joint(&self, i: usize, start: usize) -> bool {
        match self.lower(i) {
            "-" => true,
            "to" | "until" | "till" | "through" => true,
            "and" => self.words.before(start) == "between",
            _ => false,
        }
    }

    fn day_range(&self, i: usize) -> Option<Read> {
        let month = |at: usize| month(self.lower(at)).filter(|_| self.words.capital(at));
        let (month, from, to, end) = match month(i) {
            Some(month) => {
                let (from, to, end) = self.days(i + 1, i)?;
                (month, from, to, end)
            }
            None => {
                let (from, to, end) = self.days(i, i)?;
                (month(end)?, from, to, end + 1)
            }
        };
        let (year, end) = self.year_after(end);
        let iso = |day: u32| {
            let partial = Partial::in_month(year, month, Some(day));
            self.settle(partial, i).iso()
        };
        let iso = iso(from).zip(iso(to));
        Read::date(end, iso.map(|(from, to)| format!("{from}/{to}")))
    }

    /// "25 to 26", "25-26", "18 -19", "5–6" at `at`, for a range that starts at token `start`: the two days and the end.
    fn days(&self, at: usize, start: usize) -> Option<(u32, u32, usize)> {
        let (word, next) = (self.lower(at), self.lower(at + 1));
        let (from, to, end) = if let Some((from, to)) = word.split_once(['–', '—', '-']) {
            (from, to, at + 1)
        } else if let Some(to) = next.strip_prefix('-').filter(|to| !to.is_empty()) {
            (word, to, at + 2)
        } else if self.joint(at + 1, start) {
            (word, self.lower(at + 2), at + 3)
        } else {
            return None;
        };
        let (from, to) = (day_number(from)?, day_number(to)?);
        (to > from).then_some((from, to, end))
    }

    fn year_range(&self, i: usize) -> Option<Read> {
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
    fn span_range(&self, i: usize) -> Option<Read> {
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
