//! Days by their place in a month: "the first Sunday in July", "the last Friday of May".

use super::calendar_words::{month, relative_shift, weekday};
use super::{Moments, Partial, Read};
use crate::entity::values::calendar::Day;
use crate::entity::values::numeral;

impl Moments<'_, '_, '_> {
    /// The day that starts at token `i` (after "the").
    pub(super) fn nth_weekday(&self, i: usize) -> Option<Read> {
        let place = match self.lower(i) {
            "last" => None,
            word => Some(numeral::ordinal(word).filter(|&place| place <= 5.0)? as i64),
        };
        let day = weekday(self.lower(i + 1))?;
        if !matches!(self.lower(i + 2), "in" | "of") {
            return None;
        }
        let (first, end) = self.start_of_month(i, i + 3)?;
        let found = first.and_then(|first| nth(first, day, place));
        Read::date(end, found.map(|day| day.to_string()))
    }

    /// The first day of the month that `at` names, for a date that starts at token `i`; and where the month's words end.
    fn start_of_month(&self, i: usize, at: usize) -> Option<(Option<Day>, usize)> {
        if self.lower(at + 1) == "month" {
            let shift = relative_shift(self.lower(at))?;
            let month = self.anchor.map(|day| day.plus_months(shift as i32));
            return Some((month.map(|day| Day { day: 1, ..day }), at + 2));
        }
        let month = month(self.lower(at)).filter(|_| self.words.capital(at))?;
        let (year, end) = self.year_after(at + 1);
        let partial = Partial::in_month(year, month, None);
        let year = self.settle(partial, i).year;
        Some((year.and_then(|year| Day::new(year, month, 1)), end))
    }
}

/// The `place`-th such weekday of the month that begins with `first`; its last without a place.
fn nth(first: Day, weekday: i64, place: Option<i64>) -> Option<Day> {
    let Some(place) = place else {
        let last = first.plus_months(1).plus_days(-1);
        return Some(last.plus_days(-(last.weekday() - weekday).rem_euclid(7)));
    };
    let day = first.plus_days((weekday - first.weekday()).rem_euclid(7) + 7 * (place - 1));
    (day.month == first.month).then_some(day)
}
