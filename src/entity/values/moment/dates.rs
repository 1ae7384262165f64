//! Day, month and year in any of the usual orders.

use super::calendar_words::{day_number, is_kind, is_short, month, season, weekday, year_number};
use super::{Moments, Partial};
use crate::document::Pos;
use crate::entity::values::calendar::Day;
use crate::entity::values::{designator, numeral};

impl Moments<'_, '_, '_> {
    /// Month, day and year in any of the usual orders, from token `i`.
    pub(super) fn partial(&self, i: usize) -> Option<(Partial, usize)> {
        let word = self.lower(i);
        if weekday(word).is_some() && self.words.capital(i) {
            return self.after_weekday(i);
        }
        if let Some(day) = self.numeric(i) {
            return Some((Partial::of(day), i + 5));
        }
        if let Some(partial) = written(word) {
            return Some((partial, i + 1));
        }
        self.month_first(i)
            .or_else(|| self.day_first(i))
            .or_else(|| {
                let year = year_number(word).filter(|_| self.is_year(i))?;
                Some((Partial::year_of(year), i + 1))
            })
    }

    /// "Friday, July 21, 2017"
    fn after_weekday(&self, i: usize) -> Option<(Partial, usize)> {
        let at = i + 1 + usize::from(self.lower(i + 1) == ",");
        // One weekday only: no recursion over a list of them.
        if weekday(self.lower(at)).is_some() {
            return None;
        }
        let (partial, end) = self.partial(at)?;
        let weekday = weekday(self.lower(i));
        (partial.day.is_some()).then_some((Partial { weekday, ..partial }, end))
    }

    /// "July 21, 2017", "July 2017", "July".
    fn month_first(&self, i: usize) -> Option<(Partial, usize)> {
        let word = self.lower(i);
        let month = month(word).filter(|_| self.words.capital(i))?;
        let short = word.len() <= 4 && !matches!(word, "june" | "july" | "may");
        let at = i + 1 + usize::from(short && self.lower(i + 1) == ".");
        // "In March 12 soldiers fell", but "on March 12"
        let counted = self.words.plural_noun(at + 1) && self.words.before(i) != "on";
        if let Some(day) = day_number(self.lower(at)).filter(|_| !counted) {
            let (year, end) = self.year_after(at + 1);
            return Some((Partial::in_month(year, month, Some(day)), end));
        }
        let (year, end) = self.year_after(at);
        let alone = year.is_some() || self.month_alone(i);
        alone.then_some((Partial::in_month(year, month, None), end))
    }

    /// "21 July 2017", "21st of July", "the Fourth of July".
    fn day_first(&self, i: usize) -> Option<(Partial, usize)> {
        let word = self.lower(i);
        let of = usize::from(self.lower(i + 1) == "of");
        let spelled = || numeral::worth("ordinal", word).filter(|_| of == 1);
        let day = day_number(word).or_else(|| spelled().map(|day| day as u32))?;
        let at = i + 1 + of;
        let month = month(self.lower(at)).filter(|_| self.words.capital(at))?;
        // "19 September babies"
        if self.words.plural_noun(at + 1) && !self.words.capital(at + 1) {
            return None;
        }
        let (year, end) = self.year_after(at + 1);
        Some((Partial::in_month(year, month, Some(day)), end))
    }

    /// `2015-09-11` in five tokens.
    fn numeric(&self, i: usize) -> Option<Day> {
        let year = year_number(self.lower(i))?;
        let dashes =
            self.lower(i + 1) == "-" && self.lower(i + 3) == "-" && self.words.touches(i + 1);
        let (month, day) = (self.lower(i + 2), self.lower(i + 4));
        if !dashes || month.len() != 2 || day.len() != 2 {
            return None;
        }
        Day::new(year, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year that follows a month or day, with or without a comma.
    pub(super) fn year_after(&self, at: usize) -> (Option<i32>, usize) {
        let next = if matches!(self.lower(at), "," | "of") {
            at + 1
        } else {
            at
        };
        match year_number(self.lower(next)).filter(|&year| year >= 1300) {
            Some(year) if !self.words.plural_noun(next + 1) || next > at => (Some(year), next + 1),
            _ => (None, at),
        }
    }

    /// Whether a month without day or year is a month here, not a verb, name or ship.
    pub(super) fn month_alone(&self, i: usize) -> bool {
        let document = self.words.document;
        let (word, before) = (self.lower(i), self.words.before(i));
        // "Mar del Plata", "Jan and Piet": short forms have a full stop, a day or a year.
        if document.tokens[i].pos != Pos::Propn || is_short(word) && self.lower(i + 1) != "." {
            return false;
        }
        let led = matches!(
            before,
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "from"
                | "last"
                | "next"
                | "this"
                | "early"
                | "late"
                | "mid"
                | "during"
        );
        let named = self.words.capital(i + 1) && document.tokens[i + 1].pos == Pos::Propn;
        let joined = matches!(
            before,
            "of" | "before"
                | "after"
                | "to"
                | "through"
                | "between"
                | "and"
                | "-"
                | "for"
                | "every"
                | "each"
        );
        match word {
            _ if is_short(word) => led,
            "march" | "may" | "august" => (led || joined) && !self.words.capital(i + 1),
            _ => led || !named,
        }
    }

    /// Whether four digits are a year here, not a number of things.
    pub(super) fn is_year(&self, i: usize) -> bool {
        let Some(year) = year_number(self.lower(i)) else {
            return false;
        };
        let (before, next) = (self.words.before(i), self.lower(i + 1));
        if year < 1500 && !matches!(before, "in" | "since" | "circa") {
            return false;
        }
        let measured = crate::lexicon::UNITS.contains(next)
            || matches!(next, "%" | "percent" | "dollars" | "euros");
        let counts = self.words.plural_noun(i + 1)
            && !matches!(before, "in" | "since" | "the" | "'s" | "its" | "their");
        let scaled = numeral::scale(next).is_some();
        if measured || counts || scaled || is_kind("compares", before) {
            return false;
        }
        let recent = (1900..=2100).contains(&year);
        let designated = i > 0
            && self.words.capital(i - 1)
            && self.words.document.tokens[i - 1].pos == Pos::Propn
            && month(before).is_none();
        // "Resolution 2328": a number that belongs to the name before it; "UK-France Summit 2016" ends as a year.
        match designated {
            true => designator(before).is_none() && recent,
            false => recent || is_kind("before a year", before) || season(before),
        }
    }
}

/// `2015-09-11`, `13.12.2015`, `25/12/2014`, `12/25/2014` in one token; where day and month could be either, only the year is known.
pub(in crate::entity::values) fn written(word: &str) -> Option<Partial> {
    if let Some(day) = Day::read(word).filter(|_| word.len() == 10) {
        return Some(Partial::of(day));
    }
    let slashes = word.contains('/');
    let mut parts = word.split(if slashes { '/' } else { '.' });
    let (first, second) = (day_number(parts.next()?)?, day_number(parts.next()?)?);
    let year = year_number(parts.next()?).filter(|_| parts.next().is_none())?;
    match (first, second) {
        (..=12, 13..) => Day::new(year, first, second).map(Partial::of),
        (..=12, ..=12) if slashes && first != second => Some(Partial::year_of(year)),
        _ => Day::new(year, second, first).map(Partial::of),
    }
}
