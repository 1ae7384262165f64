//! Day, month and year in any of the usual orders.

use super::calendar_words::{day_number, is_short, month, weekday, year_number};
use super::{Moments, Partial};
use crate::document::Pos;
use crate::entity::values::calendar::Day;
use crate::entity::values::{designator, numeral};

impl Moments<'_, '_, '_> {
    /// Month, day and year in any of the usual orders, from token `i`.
    pub(super) fn partial(&self, i: usize) -> Option<(Partial, usize)> {
        let word = self.lower(i);
        // "Friday, July 21, 2017"
        if weekday(word).is_some() && self.words.capital(i) {
            let at = if self.lower(i + 1) == "," {
                i + 2
            } else {
                i + 1
            };
            // One weekday only: no recursion over a list of them.
            return Some(at)
                .filter(|&at| weekday(self.lower(at)).is_none())
                .and_then(|at| self.partial(at))
                .filter(|(partial, _)| partial.day.is_some())
                .map(|(partial, end)| {
                    let weekday = weekday(word);
                    (Partial { weekday, ..partial }, end)
                });
        }
        if let Some((y, m, d)) = self.numeric(i) {
            return Some((
                Partial {
                    year: Some(y),
                    month: Some(m),
                    day: Some(d),
                    ..Partial::default()
                },
                i + 5,
            ));
        }
        if let Some(partial) = written(word) {
            return Some((partial, i + 1));
        }
        if let Some(day) = Day::read(word).filter(|_| word.len() == 10) {
            return Some((Partial::of(day), i + 1));
        }
        if let Some(month) = month(word).filter(|_| self.words.capital(i)) {
            let dot = usize::from(
                self.lower(i + 1) == "."
                    && word.len() <= 4
                    && !matches!(word, "june" | "july" | "may"),
            );
            let at = i + 1 + dot;
            if let Some(day) = day_number(self.lower(at)) {
                let counted = self.words.plural_noun(at + 1)
                    && day_number(self.lower(at)).is_some()
                    && !self.words.before(i).eq("on");
                if !counted {
                    let (year, end) = self.year_after(at + 1);
                    return Some((
                        Partial {
                            year,
                            month: Some(month),
                            day: Some(day),
                            ..Partial::default()
                        },
                        end,
                    ));
                }
            }
            let (year, end) = self.year_after(at);
            let alone = year.is_some() || self.month_alone(i);
            return alone.then_some((
                Partial {
                    year,
                    month: Some(month),
                    day: None,
                    ..Partial::default()
                },
                end,
            ));
        }
        // "the Fourth of July"
        let spelled = || numeral::worth("ordinal", word).filter(|_| self.lower(i + 1) == "of");
        if let Some(day) = day_number(word).or_else(|| spelled().map(|day| day as u32)) {
            let at = if self.lower(i + 1) == "of" {
                i + 2
            } else {
                i + 1
            };
            let month = month(self.lower(at)).filter(|_| self.words.capital(at))?;
            // "19 September babies"
            if self.words.plural_noun(at + 1) && !self.words.capital(at + 1) {
                return None;
            }
            let (year, end) = self.year_after(at + 1);
            return Some((
                Partial {
                    year,
                    month: Some(month),
                    day: Some(day),
                    ..Partial::default()
                },
                end,
            ));
        }
        let year = year_number(word).filter(|_| self.is_year(i))?;
        Some((Partial::year_of(year), i + 1))
    }

    /// `2015-09-11` in five tokens.
    pub(super) fn numeric(&self, i: usize) -> Option<(i32, u32, u32)> {
        let year = year_number(self.lower(i))?;
        let dashes =
            self.lower(i + 1) == "-" && self.lower(i + 3) == "-" && self.words.touches(i + 1);
        let (month, day) = (self.lower(i + 2), self.lower(i + 4));
        if !dashes || month.len() != 2 || day.len() != 2 {
            return None;
        }
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        Day::new(year, month, day).map(|_| (year, month, day))
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
        let before = self.words.before(i);
        let led = matches!(
            before,
            "in" | "since"
                | "from"
                | "by"
                | "until"
                | "till"
                | "during"
                | "before"
                | "after"
                | "early"
                | "late"
                | "mid"
                | "the"
                | "to"
                | "between"
                | "circa"
                | "summer"
                | "winter"
                | "spring"
                | "autumn"
                | "fall"
                | "of"
                | "("
                | "and"
                | "'s"
                | "-"
                | "through"
                | "for"
                | "its"
                | "his"
                | "her"
                | "their"
        );
        if year < 1500 && !matches!(before, "in" | "since" | "circa") {
            return false;
        }
        let next = i + 1;
        let measured = crate::lexicon::UNITS.contains(self.lower(next))
            || matches!(self.lower(next), "%" | "percent" | "dollars" | "euros");
        let counts = self.words.plural_noun(next)
            && !matches!(before, "in" | "since" | "the" | "'s" | "its" | "their");
        let scaled = numeral::scale(self.lower(next)).is_some();
        let compared = matches!(
            before,
            "than"
                | "least"
                | "about"
                | "nearly"
                | "almost"
                | "some"
                | "around"
                | "over"
                | "approximately"
        );
        let designated = i > 0
            && self.words.capital(i - 1)
            && self.words.document.tokens[i - 1].pos == Pos::Propn
            && month(before).is_none();
        if measured || counts || scaled || compared {
            return false;
        }
        // "Resolution 2328": a number that belongs to the name before it; "UK-France Summit 2016" ends as a year.
        if designated {
            return designator(before).is_none() && (1900..=2100).contains(&year);
        }
        led || (1900..=2100).contains(&year)
    }
}

/// `13.12.2015`, `25/12/2014`, `12/25/2014` in one token; where day and month could be either, only the year is known.
pub(in crate::entity::values) fn written(word: &str) -> Option<Partial> {
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
