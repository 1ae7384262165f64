//! Dates seen from the article's: "yesterday", "last Friday", "the end of last year"; and eras.

use super::calendar_words::{
    is_kind, month, part_of_day, relative_shift, season, weekday, year_number,
};
use super::{Moments, Partial, Read, Tense};
use crate::document::Pos;
use crate::entity::values::calendar::Day;
use crate::entity::values::numeral;
use crate::report::EntityType;

impl Moments<'_, '_, '_> {
    /// A date that is no range.
    pub(super) fn single(&self, i: usize) -> Option<Read> {
        self.relative(i)
            .or_else(|| self.nth_weekday(i))
            .or_else(|| self.period(i))
            .or_else(|| self.era(i))
            .or_else(|| {
                let word = self.lower(i);
                if matches!(
                    word,
                    "last"
                        | "next"
                        | "this"
                        | "early"
                        | "late"
                        | "mid"
                        | "mid-"
                        | "earlier"
                        | "later"
                ) {
                    return self.qualified(i);
                }
                if let Some((partial, mut end)) = self.partial(i) {
                    let settled = self.settle(partial, i);
                    let mut kind = EntityType::Date;
                    if part_of_day(self.lower(end)) && weekday(word).is_some() {
                        (end, kind) = (end + 1, EntityType::Time);
                    }
                    return Some(Read {
                        end,
                        iso: settled.iso(),
                        kind,
                        duration: false,
                    });
                }
                self.weekday(i)
            })
    }

    /// "Wednesday", "Thursday afternoon", "last Friday".
    pub(super) fn weekday(&self, i: usize) -> Option<Read> {
        let day = weekday(self.lower(i)).filter(|_| self.words.capital(i))?;
        let before = self.words.before(i);
        let future = before == "next" || (before != "last" && self.tense(i) == Tense::Future);
        let iso = self.anchor.map(|anchor| {
            let shift = match (future, before) {
                (true, _) => (day - anchor.weekday() - 1).rem_euclid(7) + 1,
                (_, "last") if anchor.weekday() == day => -7,
                _ => -(anchor.weekday() - day).rem_euclid(7),
            };
            let shift = shift + self.in_order(i, day, future, anchor);
            anchor.plus_days(shift).to_string()
        });
        // "Friday next week"
        if let Some(week) = relative_shift(self.lower(i + 1))
            && self.lower(i + 2) == "week"
        {
            let shift = |anchor: Day| day - anchor.weekday() + 7 * week;
            let iso = (self.anchor).map(|anchor| anchor.plus_days(shift(anchor)).to_string());
            return Read::date(i + 3, iso);
        }
        if part_of_day(self.lower(i + 1)) {
            return Some(Read {
                end: i + 2,
                iso,
                kind: EntityType::Time,
                duration: false,
            });
        }
        Read::date(i + 1, iso)
    }

    /// "from Monday to Friday": how far the one day moves so that the second follows the first, in days.
    fn in_order(&self, i: usize, day: i64, future: bool, anchor: Day) -> i64 {
        let joint = |at: usize| matches!(self.lower(at), "to" | "through" | "until" | "till" | "-");
        let ahead = |day: i64| (day - anchor.weekday() - 1).rem_euclid(7);
        let back = |day: i64| (anchor.weekday() - day).rem_euclid(7);
        let first = i.checked_sub(2).filter(|&at| joint(at + 1));
        let first = first.and_then(|at| weekday(self.lower(at)));
        let last = weekday(self.lower(i + 2)).filter(|_| joint(i + 1));
        match (future, first, last) {
            (true, Some(first), _) if ahead(first) > ahead(day) => 7,
            (false, _, Some(last)) if back(day) < back(last) => -7,
            _ => 0,
        }
    }

    /// "last week", "next March", "this year", "early 2017", "late last month", "earlier this week".
    pub(super) fn qualified(&self, i: usize) -> Option<Read> {
        let word = self.lower(i);
        if matches!(
            word,
            "early" | "late" | "mid" | "mid-" | "earlier" | "later"
        ) {
            let mut at = i + 1;
            if matches!(self.lower(at), "in" | "-" | "on") {
                at += 1;
            }
            if self.lower(at) == "the" {
                at += 1;
            }
            let inner = self.single(at)?;
            return Some(Read { ..inner });
        }
        let next = self.lower(i + 1);
        if weekday(next).is_some() {
            return self.weekday(i + 1);
        }
        if is_kind("holiday", next) {
            return self.relative(i + 1);
        }
        if month(next).is_some() && self.words.capital(i + 1) {
            let (partial, end) = self.partial(i + 1)?;
            return Read::date(end, self.settle(partial, i + 1).iso());
        }
        let shift = match word {
            "last" => -1,
            "next" => 1,
            _ => 0,
        };
        let anchor = self.anchor;
        let iso = match next {
            "week" => anchor.map(|day| {
                let monday = day.plus_days(-day.weekday() + 7 * shift);
                format!("{monday}/{}", monday.plus_days(6))
            }),
            "weekend" => anchor.map(|day| {
                let shift = if shift == 0 && day.weekday() < 5 && self.tense(i) == Tense::Past {
                    -1
                } else {
                    shift
                };
                let saturday = day.plus_days(5 - day.weekday() + 7 * shift);
                format!("{saturday}/{}", saturday.plus_days(1))
            }),
            "month" => {
                anchor.and_then(|day| Partial::month_of(day.plus_months(shift as i32)).iso())
            }
            "year" => anchor.and_then(|day| Partial::year_of(day.year + shift as i32).iso()),
            "night" => {
                let iso = anchor.map(|day| day.plus_days(shift).to_string());
                return Some(Read {
                    end: i + 2,
                    iso,
                    kind: EntityType::Time,
                    duration: false,
                });
            }
            "morning" | "afternoon" | "evening" if word == "this" => {
                let iso = anchor.map(|day| day.to_string());
                return Some(Read {
                    end: i + 2,
                    iso,
                    kind: EntityType::Time,
                    duration: false,
                });
            }
            "decade" | "century" | "quarter" => None,
            _ if season(next)
                && self
                    .words
                    .document
                    .tokens
                    .get(i + 1)
                    .is_some_and(|t| t.pos != Pos::Verb) =>
            {
                None
            }
            _ => return None,
        };
        Read::date(i + 2, iso)
    }

    /// "today", "yesterday afternoon", "the 1990s", "the end of last year", "the summer of 2017", "the 19th century".
    pub(super) fn relative(&self, i: usize) -> Option<Read> {
        let day = |shift: i64| {
            self.anchor
                .map(|anchor| anchor.plus_days(shift).to_string())
        };
        let word = self.lower(i);
        if self.is_title(i) && matches!(word, "today" | "yesterday" | "tomorrow" | "tonight") {
            return None;
        }
        let shift = match word {
            "today" => 0,
            "yesterday" => -1,
            "tomorrow" => 1,
            "tonight" => {
                return Some(Read {
                    end: i + 1,
                    iso: day(0),
                    kind: EntityType::Time,
                    duration: false,
                });
            }
            "overnight" if self.words.document.tokens[i].pos == Pos::Adv => {
                return Some(Read {
                    end: i + 1,
                    iso: None,
                    kind: EntityType::Time,
                    duration: false,
                });
            }
            "the" | "a" => return self.phrase(i),
            _ if season(word) => {
                let at = if self.lower(i + 1) == "of" {
                    i + 2
                } else {
                    i + 1
                };
                let year = year_number(self.lower(at))?;
                return Read::date(at + 1, Partial::year_of(year).iso());
            }
            "later" | "earlier"
                if self.lower(i + 1) == "in"
                    && self.lower(i + 2) == "the"
                    && matches!(self.lower(i + 3), "day" | "week" | "month" | "year") =>
            {
                return Read::date(i + 4, None);
            }
            "later" | "earlier"
                if matches!(self.lower(i + 1), "that" | "the" | "same")
                    && matches!(
                        self.lower(i + 2),
                        "day" | "night" | "week" | "month" | "year"
                    ) =>
            {
                return Read::date(i + 3, None);
            }
            "christmas" if matches!(self.lower(i + 1), "day" | "eve") => {
                let date = Partial {
                    year: None,
                    month: Some(12),
                    day: Some(if self.lower(i + 1) == "day" { 25 } else { 24 }),
                    ..Partial::default()
                };
                return Read::date(i + 2, self.settle(date, i).iso());
            }
            "new"
                if self.words.capital(i)
                    && self.lower(i + 1) == "year"
                    && self.lower(i + 2) == "'s" =>
            {
                let date = match self.lower(i + 3) {
                    "day" => Partial {
                        year: None,
                        month: Some(1),
                        day: Some(1),
                        ..Partial::default()
                    },
                    "eve" => Partial {
                        year: None,
                        month: Some(12),
                        day: Some(31),
                        ..Partial::default()
                    },
                    _ => return None,
                };
                return Read::date(i + 4, self.settle(date, i).iso());
            }
            _ if is_kind("holiday", word) && self.words.capital(i) => {
                let day = self.lower(i + 1);
                let end = if matches!(day, "day" | "eve" | "sunday" | "monday")
                    && self.words.capital(i + 1)
                {
                    i + 2
                } else {
                    i + 1
                };
                if end == i + 1
                    && self.words.capital(end)
                    && self.words.document.tokens[end].pos == Pos::Propn
                    && !matches!(word, "christmas" | "easter")
                {
                    return None;
                }
                return Read::date(end, None);
            }
            _ => return None,
        };
        if part_of_day(self.lower(i + 1)) {
            return Some(Read {
                end: i + 2,
                iso: day(shift),
                kind: EntityType::Time,
                duration: false,
            });
        }
        Read::date(i + 1, day(shift))
    }

    /// What starts with an article: "the end of last year", "the past two weeks", "a year ago" is read with amounts.
    pub(super) fn phrase(&self, i: usize) -> Option<Read> {
        let next = self.lower(i + 1);
        if self.lower(i) == "a" {
            return None;
        }
        match next {
            "end" | "beginning" | "start" | "middle" | "eve" if self.lower(i + 2) == "of" => {
                let at = i + 3;
                if self.lower(at) == "the"
                    && matches!(
                        self.lower(at + 1),
                        "year" | "month" | "week" | "day" | "decade" | "century"
                    )
                {
                    let iso = (self.lower(at + 1) == "year" && next != "eve")
                        .then(|| self.anchor.and_then(|day| Partial::year_of(day.year).iso()))
                        .flatten();
                    return Read::date(at + 2, iso);
                }
                let inner = self.single(at)?;
                (inner.kind == EntityType::Date).then_some(inner)
            }
            "same" | "following" | "previous" | "next"
                if matches!(
                    self.lower(i + 2),
                    "day" | "week" | "month" | "year" | "night" | "morning"
                ) =>
            {
                Read::date(i + 3, None)
            }
            "early" | "late" | "mid" | "mid-" => self.qualified(i + 1),
            _ if season(next) && self.lower(i + 2) == "of" => self.relative(i + 1),
            "day"
                if matches!(self.lower(i + 2), "before" | "after")
                    && matches!(self.lower(i + 3), "yesterday" | "tomorrow") =>
            {
                let shift = if self.lower(i + 3) == "yesterday" {
                    -2
                } else {
                    2
                };
                Read::date(
                    i + 4,
                    self.anchor.map(|day| day.plus_days(shift).to_string()),
                )
            }
            // "the day before": no event is named after which it is a day.
            "day" | "night" | "week"
                if matches!(self.lower(i + 2), "before" | "after")
                    && self
                        .words
                        .document
                        .tokens
                        .get(i + 3)
                        .is_none_or(|next| next.pos == Pos::Punct) =>
            {
                Read::date(i + 3, None)
            }
            "weekend" => Read::date(i + 2, None),
            _ => (self.nth_weekday(i + 1))
                .or_else(|| self.period(i + 1))
                .or_else(|| self.era(i + 1)),
        }
    }

    /// "1990s", "mid-1990s", "19th century", "575 B.C."
    pub(super) fn era(&self, i: usize) -> Option<Read> {
        let word = self.lower(i);
        let decade = word.trim_start_matches("mid-").trim_start_matches("pre-");
        if let Some(year) = decade
            .strip_suffix('s')
            .map(|y| y.trim_end_matches('\''))
            .and_then(year_number)
            .filter(|y| y % 10 == 0)
        {
            return Read::date(i + 1, Some(format!("{year}/{}", year + 9)));
        }
        if let Some(year) = word.strip_prefix("mid-").and_then(year_number) {
            return Read::date(i + 1, Partial::year_of(year).iso());
        }
        // "the '90s", "the late nineties": which century is left open.
        let short = (word.strip_suffix('s')).is_some_and(|digits| {
            digits.len() == 2 && digits.ends_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
        });
        let named = numeral::worth("decade", word).is_some();
        let led = matches!(
            self.words.before(i),
            "the" | "'" | "early" | "late" | "mid" | "-"
        );
        if led && (short || named) {
            return Read::date(i + 1, None);
        }
        if let Some(number) = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| word.strip_suffix(end))
            .and_then(|n| n.parse::<i32>().ok())
            && matches!(self.lower(i + 1), "century" | "centuries")
            && (2..=30).contains(&number)
        {
            let bc = self.before_christ(i + 2);
            let iso =
                (bc == 0).then(|| format!("{:04}/{:04}", (number - 1) * 100 + 1, number * 100));
            return Read::date(i + 2 + bc, iso);
        }
        let number = word.bytes().all(|b| b.is_ascii_digit() || b == b',') && !word.is_empty();
        let bc = self.before_christ(i + 1);
        (number && bc > 0)
            .then(|| Read::date(i + 1 + bc, None))
            .flatten()
    }

    /// How many tokens spell "B.C." at `i`.
    pub(super) fn before_christ(&self, i: usize) -> usize {
        let known = matches!(self.lower(i), "b.c." | "bc" | "b.c" | "bce" | "a.d." | "ad");
        usize::from(known && self.words.document.word(i).starts_with(['B', 'A']))
    }
}
