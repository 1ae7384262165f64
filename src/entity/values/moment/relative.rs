//! Dates seen from the article's: "yesterday", "last Friday", "the end of last year"; and eras.

use super::calendar_words::{
    is_kind, month, part_of_day, relative_shift, season, weekday, year_number,
};
use super::{Moments, Partial, Read, Tense};
use crate::document::Pos;
use crate::entity::values::calendar::Day;
use crate::entity::values::numeral;
use crate::report::EntityType;

/// Whether the word tells which part of a stretch of time.
fn is_part(word: &str) -> bool {
    matches!(
        word,
        "early" | "late" | "mid" | "mid-" | "earlier" | "later"
    )
}

impl Moments<'_, '_, '_> {
    /// A date that is no range.
    pub(super) fn single(&self, i: usize) -> Option<Read> {
        self.relative(i)
            .or_else(|| self.nth_weekday(i))
            .or_else(|| self.period(i))
            .or_else(|| self.era(i))
            .or_else(|| {
                let word = self.lower(i);
                if relative_shift(word).is_some() || is_part(word) {
                    return self.qualified(i);
                }
                let Some((partial, end)) = self.partial(i) else {
                    return self.weekday(i);
                };
                let iso = self.settle(partial, i).iso();
                match part_of_day(self.lower(end)) && weekday(word).is_some() {
                    true => Read::time(end + 1, iso),
                    false => Read::date(end, iso),
                }
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
        match part_of_day(self.lower(i + 1)) {
            true => Read::time(i + 2, iso),
            false => Read::date(i + 1, iso),
        }
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
        if is_part(word) {
            let mut at = i + 1;
            if matches!(self.lower(at), "in" | "-" | "on") {
                at += 1;
            }
            if self.lower(at) == "the" {
                at += 1;
            }
            return self.single(at);
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
        self.shifted_period(i)
    }

    /// "last week", "this weekend", "next year", "last night", "this morning".
    fn shifted_period(&self, i: usize) -> Option<Read> {
        let (word, next) = (self.lower(i), self.lower(i + 1));
        let shift = relative_shift(word).unwrap_or(0);
        let week = |first: Day| format!("{first}/{}", first.plus_days(6));
        let iso = |day: Day| match next {
            "week" => Some(week(day.plus_days(7 * shift - day.weekday()))),
            "weekend" => {
                let past = shift == 0 && day.weekday() < 5 && self.tense(i) == Tense::Past;
                let shift = if past { -1 } else { shift };
                let saturday = day.plus_days(5 - day.weekday() + 7 * shift);
                Some(format!("{saturday}/{}", saturday.plus_days(1)))
            }
            "month" => Partial::month_of(day.plus_months(shift as i32)).iso(),
            "year" => Partial::year_of(day.year + shift as i32).iso(),
            "night" => Some(day.plus_days(shift).to_string()),
            "morning" | "afternoon" | "evening" => Some(day.to_string()),
            _ => None,
        };
        let iso = self.anchor.and_then(iso);
        match next {
            "night" => Read::time(i + 2, iso),
            "morning" | "afternoon" | "evening" if word == "this" => Read::time(i + 2, iso),
            "week" | "weekend" | "month" | "year" | "decade" | "century" | "quarter" => {
                Read::date(i + 2, iso)
            }
            _ => {
                let token = self.words.document.tokens.get(i + 1)?;
                let noun = season(next) && token.pos != Pos::Verb;
                noun.then(|| Read::date(i + 2, None)).flatten()
            }
        }
    }

    /// "today", "yesterday afternoon", "the 1990s", "the end of last year", "the summer of 2017", "the 19th century".
    pub(super) fn relative(&self, i: usize) -> Option<Read> {
        match self.lower(i) {
            "the" => self.phrase(i),
            "later" | "earlier" => self.same_period(i),
            "overnight" => {
                let adverb = self.words.document.tokens[i].pos == Pos::Adv;
                adverb.then(|| Read::time(i + 1, None)).flatten()
            }
            word if season(word) => {
                let at = i + 1 + usize::from(self.lower(i + 1) == "of");
                let year = year_number(self.lower(at))?;
                Read::date(at + 1, Partial::year_of(year).iso())
            }
            _ => self.day_word(i).or_else(|| self.feast(i)),
        }
    }

    /// "today", "tonight", "yesterday afternoon".
    fn day_word(&self, i: usize) -> Option<Read> {
        let shift = match self.lower(i) {
            "today" | "tonight" => 0,
            "yesterday" => -1,
            "tomorrow" => 1,
            _ => return None,
        };
        let iso = (self.anchor).map(|anchor| anchor.plus_days(shift).to_string());
        if self.is_title(i) {
            None
        } else if self.lower(i) == "tonight" {
            Read::time(i + 1, iso)
        } else if part_of_day(self.lower(i + 1)) {
            Read::time(i + 2, iso)
        } else {
            Read::date(i + 1, iso)
        }
    }

    /// "later in the day", "earlier that week": in a stretch that the text has named.
    fn same_period(&self, i: usize) -> Option<Read> {
        let period =
            |at: usize| matches!(self.lower(at), "day" | "night" | "week" | "month" | "year");
        let next = self.lower(i + 1);
        if next == "in" && self.lower(i + 2) == "the" && period(i + 3) {
            return Read::date(i + 4, None);
        }
        let same = matches!(next, "that" | "the" | "same") && period(i + 2);
        same.then(|| Read::date(i + 3, None)).flatten()
    }

    /// "Christmas Eve", "New Year's Day", "Easter Sunday", "Ramadan".
    fn feast(&self, i: usize) -> Option<Read> {
        let word = self.lower(i);
        let new_year =
            word == "new" && self.words.capital(i) && self.words.spells(i + 1, "year 's").is_some();
        let at = if new_year { i + 3 } else { i + 1 };
        let fixed = match (word, self.lower(at)) {
            ("christmas", "day") => Some((12, 25)),
            ("christmas", "eve") => Some((12, 24)),
            (_, "day") if new_year => Some((1, 1)),
            (_, "eve") if new_year => Some((12, 31)),
            _ => None,
        };
        if let Some((month, day)) = fixed {
            let date = Partial::in_month(None, month, Some(day));
            return Read::date(at + 1, self.settle(date, i).iso());
        }
        if !is_kind("holiday", word) || !self.words.capital(i) {
            return None;
        }
        let day = matches!(self.lower(at), "day" | "eve" | "sunday" | "monday");
        if day && self.words.capital(at) {
            return Read::date(at + 1, None);
        }
        // "Ramadan Hassan" is someone.
        let name = self.words.capital(at)
            && self.words.document.tokens[at].pos == Pos::Propn
            && !matches!(word, "christmas" | "easter");
        (!name).then(|| Read::date(at, None)).flatten()
    }

    /// What starts with "the": "the end of last year", "the day before", "the first Sunday in July".
    pub(super) fn phrase(&self, i: usize) -> Option<Read> {
        let (next, after) = (self.lower(i + 1), self.lower(i + 2));
        match next {
            "end" | "beginning" | "start" | "middle" | "eve" if after == "of" => self.edge(i),
            "same" | "following" | "previous" | "next"
                if matches!(
                    after,
                    "day" | "week" | "month" | "year" | "night" | "morning"
                ) =>
            {
                Read::date(i + 3, None)
            }
            "early" | "late" | "mid" | "mid-" => self.qualified(i + 1),
            "day" | "night" | "week" if matches!(after, "before" | "after") => {
                let shift = match self.lower(i + 3) {
                    "yesterday" if next == "day" => -2,
                    "tomorrow" if next == "day" => 2,
                    _ => {
                        // "the day before": no event is named after which it is a day.
                        let token = self.words.document.tokens.get(i + 3);
                        let open = token.is_none_or(|token| token.pos == Pos::Punct);
                        return open.then(|| Read::date(i + 3, None)).flatten();
                    }
                };
                let iso = (self.anchor).map(|anchor| anchor.plus_days(shift).to_string());
                Read::date(i + 4, iso)
            }
            "weekend" => Read::date(i + 2, None),
            _ if season(next) && after == "of" => self.relative(i + 1),
            _ => (self.nth_weekday(i + 1))
                .or_else(|| self.period(i + 1))
                .or_else(|| self.era(i + 1)),
        }
    }

    /// "the end of last year", "the beginning of the week".
    fn edge(&self, i: usize) -> Option<Read> {
        let (at, unit) = (i + 3, self.lower(i + 4));
        let period = matches!(
            unit,
            "year" | "month" | "week" | "day" | "decade" | "century"
        );
        if self.lower(at) == "the" && period {
            let year = unit == "year" && self.lower(i + 1) != "eve";
            let iso = self.anchor.filter(|_| year);
            return Read::date(at + 2, iso.and_then(|day| Partial::year_of(day.year).iso()));
        }
        let inner = self.single(at)?;
        (inner.kind == EntityType::Date).then_some(inner)
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
