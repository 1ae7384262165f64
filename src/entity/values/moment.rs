//! Dates and times, resolved against the article's date when that is known. Never guesses a year.

mod calendar_words;
mod clock;
mod dates;
mod ranges;
mod relative;

use super::calendar::Day;
use super::words::Words;
use crate::document::{Pos, Tag};
use crate::report::{EntityType, Value, ValueKind};
pub(super) use calendar_words::{month, weekday};

/// A date or time in the text.
pub(super) struct Moment {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// DATE or TIME.
    pub kind: EntityType,
    /// When.
    pub value: Value,
}

/// What is known of a date: year, month, day, each perhaps.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Partial {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
}

impl Partial {
    fn of(day: Day) -> Self {
        Self {
            year: Some(day.year),
            month: Some(day.month),
            day: Some(day.day),
        }
    }

    fn month_of(day: Day) -> Self {
        Self {
            day: None,
            ..Self::of(day)
        }
    }

    fn year_of(year: i32) -> Self {
        Self {
            year: Some(year),
            ..Self::default()
        }
    }

    fn iso(self) -> Option<String> {
        match (self.year, self.month, self.day) {
            (Some(y), Some(m), Some(d)) => Day::new(y, m, d).map(|day| day.to_string()),
            (Some(y), Some(m), None) => Some(format!("{y:04}-{m:02}")),
            (Some(y), None, None) => Some(format!("{y:04}")),
            (None, Some(m), Some(d)) => Some(format!("--{m:02}-{d:02}")),
            (None, Some(m), None) => Some(format!("--{m:02}")),
            _ => None,
        }
    }
}

/// Where in the past or future the clause around a date lies.
#[derive(Clone, Copy, PartialEq)]
enum Tense {
    Past,
    Future,
}

/// Reads dates and times of one document.
pub(super) struct Moments<'w, 'd, 't> {
    words: &'w Words<'d, 't>,
    /// The article's date.
    anchor: Option<Day>,
}

/// A date read at a token: where it ends, what it is, and whether it is a time of day.
struct Read {
    end: usize,
    iso: Option<String>,
    kind: EntityType,
    duration: bool,
}

impl Read {
    fn date(end: usize, iso: Option<String>) -> Option<Self> {
        Some(Self {
            end,
            iso,
            kind: EntityType::Date,
            duration: false,
        })
    }
}

impl<'w, 'd, 't> Moments<'w, 'd, 't> {
    pub fn new(words: &'w Words<'d, 't>, anchor: Option<Day>) -> Self {
        Self { words, anchor }
    }

    /// The date or time that starts at token `i`, with what belongs to it up to its last word.
    pub fn read(&self, i: usize) -> Option<Moment> {
        let read = self
            .time_of_day(i)
            .or_else(|| self.range(i))
            .or_else(|| self.single(i))?;
        let kind = if read.duration {
            ValueKind::Duration
        } else if read.kind == EntityType::Time {
            ValueKind::Time
        } else {
            ValueKind::Date
        };
        let iso = match read.iso {
            Some(iso) if self.words.before(i) == "since" && !iso.contains('/') => {
                Some(format!("{iso}/"))
            }
            iso => iso,
        };
        Some(Moment {
            start: i,
            end: read.end,
            kind: read.kind,
            value: Value {
                kind,
                value: None,
                max: None,
                comparator: None,
                unit: None,
                iso,
            },
        })
    }

    fn lower(&self, i: usize) -> &str {
        self.words.lower(i)
    }

    /// Whether the clause around token `i` speaks of the future.
    fn tense(&self, i: usize) -> Tense {
        let document = self.words.document;
        let verb = document
            .ancestors(i)
            .take(12)
            .find(|&up| matches!(document.tokens[up].pos, Pos::Verb | Pos::Aux));
        let Some(verb) = verb else { return Tense::Past };
        let future = document.children(verb).any(|child| {
            let will = matches!(document.lemma(child), "will" | "shall" | "wo")
                || document.lower(child) == "'ll";
            will && document.tokens[child].tag == Tag::Md
        });
        let to = document
            .children(verb)
            .any(|child| document.tokens[child].tag == Tag::To);
        let planned = to
            && document.head(verb).is_some_and(|head| {
                matches!(
                    document.lemma(head),
                    "be" | "plan" | "expect" | "schedule" | "set" | "due" | "intend" | "go"
                )
            });
        if future || planned {
            Tense::Future
        } else {
            Tense::Past
        }
    }

<<<<<<< HEAD
    /// "October 25-26, 2016", "5-6 April", "2014 to 2017", "2014-15", "May to July", "Monday to Friday".
    fn range(&self, i: usize) -> Option<Read> {
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
        let build = |end: usize, year: Option<i32>, month: u32, from: u32, to: u32| {
            let (from, to) = (
                Partial {
                    year,
                    month: Some(month),
                    day: Some(from),
                },
                Partial {
                    year,
                    month: Some(month),
                    day: Some(to),
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
            if !(glued || self.lower(i + 2) == "-" || self.joint(i + 2, i)) {
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

    /// Month, day and year in any of the usual orders, from token `i`.
    fn partial(&self, i: usize) -> Option<(Partial, usize)> {
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
                .filter(|(partial, _)| partial.day.is_some());
        }
        if let Some((y, m, d)) = self.numeric(i) {
            return Some((
                Partial {
                    year: Some(y),
                    month: Some(m),
                    day: Some(d),
                },
                i + 5,
            ));
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
                },
                end,
            ));
        }
        if let Some(day) = day_number(word) {
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
                },
                end,
            ));
        }
        let year = year_number(word).filter(|_| self.is_year(i))?;
        Some((Partial::year_of(year), i + 1))
    }

    /// `2015-09-11` in five tokens.
    fn numeric(&self, i: usize) -> Option<(i32, u32, u32)> {
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
    fn year_after(&self, at: usize) -> (Option<i32>, usize) {
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
    fn month_alone(&self, i: usize) -> bool {
        let name = self.words.document.tokens[i].pos == Pos::Propn;
        let before = self.words.before(i);
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
                | "of"
                | "early"
                | "late"
                | "mid"
                | "during"
                | "before"
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
        match self.lower(i) {
            "march" | "may" | "august" | "mar" | "jan" | "apr" | "jun" | "jul" => {
                name && led && !self.words.capital(i + 1)
            }
            _ => {
                name && !(self.words.capital(i + 1)
                    && self.words.document.tokens[i + 1].pos == Pos::Propn
                    && !led)
            }
        }
    }

    /// Whether four digits are a year here, not a number of things.
    fn is_year(&self, i: usize) -> bool {
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
            return super::designator(before).is_none() && (1900..=2100).contains(&year);
        }
        led || (1900..=2100).contains(&year)
    }

=======
>>>>>>> 4944e32 (Values in smaller files; clean under clippy)
    /// Fills in what the words leave open: the year of a month or day, from the article's date.
    fn settle(&self, partial: Partial, at: usize) -> Partial {
        let (Some(anchor), Some(month), None) = (self.anchor, partial.month, partial.year) else {
            return partial;
        };
        let before = self.words.before(at);
        let future = before == "next" || (before != "last" && self.tense(at) == Tense::Future);
        let later = match partial.day {
            Some(day) => (month, day) > (anchor.month, anchor.day),
            None => month > anchor.month,
        };
        let same = month == anchor.month && partial.day.is_none_or(|day| day == anchor.day);
        let year = match (future, later) {
            (true, true) | (false, false) => anchor.year,
            (true, false) => anchor.year + i32::from(!same),
            (false, true) => anchor.year - 1,
        };
        let year = if before == "last" && same && !future {
            year - 1
        } else {
            year
        };
        Partial {
            year: Some(year),
            ..partial
        }
    }

<<<<<<< HEAD
    /// A date that is no range.
    fn single(&self, i: usize) -> Option<Read> {
        self.relative(i).or_else(|| self.era(i)).or_else(|| {
            let word = self.lower(i);
            if matches!(
                word,
                "last" | "next" | "this" | "early" | "late" | "mid" | "mid-" | "earlier" | "later"
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
    fn weekday(&self, i: usize) -> Option<Read> {
        let day = weekday(self.lower(i)).filter(|_| self.words.capital(i))?;
        let before = self.words.before(i);
        let iso = self.anchor.map(|anchor| {
            let back = (anchor.weekday() - day).rem_euclid(7);
            let future = before == "next" || (before != "last" && self.tense(i) == Tense::Future);
            let shift = match (future, before) {
                (true, _) => (day - anchor.weekday() - 1).rem_euclid(7) + 1,
                (_, "last") if back == 0 => -7,
                _ => -back,
            };
            anchor.plus_days(shift).to_string()
        });
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

    /// "last week", "next March", "this year", "early 2017", "late last month", "earlier this week".
    fn qualified(&self, i: usize) -> Option<Read> {
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
        if holiday(next).is_some() {
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
    fn relative(&self, i: usize) -> Option<Read> {
        let day = |shift: i64| {
            self.anchor
                .map(|anchor| anchor.plus_days(shift).to_string())
        };
        let word = self.lower(i);
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
                    },
                    "eve" => Partial {
                        year: None,
                        month: Some(12),
                        day: Some(31),
                    },
                    _ => return None,
                };
                return Read::date(i + 4, self.settle(date, i).iso());
            }
            _ if holiday(word).is_some() && self.words.capital(i) => {
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
    fn phrase(&self, i: usize) -> Option<Read> {
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
            "weekend" => Read::date(i + 2, None),
            _ => self.era(i + 1),
        }
    }

    /// "1990s", "mid-1990s", "19th century", "575 B.C."
    fn era(&self, i: usize) -> Option<Read> {
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
    fn before_christ(&self, i: usize) -> usize {
        let known = matches!(self.lower(i), "b.c." | "bc" | "b.c" | "bce" | "a.d." | "ad");
        usize::from(known && self.words.document.word(i).starts_with(['B', 'A']))
    }

    /// "10 a.m.", "10:30 GMT", "5pm local time", "noon", "1400 GMT".
    fn time_of_day(&self, i: usize) -> Option<Read> {
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
        let small = numeral::read(self.words, i)
            .filter(|n| !n.digits && n.value.is_some_and(|v| (1.0..=12.0).contains(&v)));
        if matches!(word, "noon" | "midnight") && self.words.document.tokens[i].pos != Pos::Propn {
            // nothing more
        } else if glued || military {
        } else if (clock || hour)
            && meridiem(i + 1)
            && (self.lower(i + 1) != "am"
                || self.words.touches(i + 1)
                || self.lower(i + 1).ends_with('.')
                || hour)
            || small.as_ref().is_some_and(|n| {
                self.lower(n.end) == "o'clock"
                    || (self.lower(n.end) == "o'" && self.lower(n.end + 1) == "clock")
            })
        {
            end = i + 2;
        } else if !colon || self.words.before(i) == "-" {
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

=======
>>>>>>> 4944e32 (Values in smaller files; clean under clippy)
    /// What "N units ago", "the past N units" come to.
    pub fn shifted(&self, count: f64, unit: &str, sign: i64) -> Option<String> {
        let anchor = self.anchor?;
        if count.fract() != 0.0 || count > 10_000.0 {
            return None;
        }
        let shift = sign * count as i64;
        match unit {
            "day" => Some(anchor.plus_days(shift).to_string()),
            "week" | "fortnight" => {
                let day = anchor.plus_days(shift * if unit == "week" { 7 } else { 14 });
                let monday = day.plus_days(-day.weekday());
                Some(format!("{monday}/{}", monday.plus_days(6)))
            }
            "month" => Partial::month_of(anchor.plus_months(shift as i32)).iso(),
            "year" => Partial::year_of(anchor.year + shift as i32).iso(),
            _ => None,
        }
    }

    /// The stretch of the last (or next) `count` units up to (or from) the article's date.
    pub fn stretch(&self, count: f64, unit: &str, sign: i64) -> Option<String> {
        let anchor = self.anchor?;
        if count.fract() != 0.0 || count > 10_000.0 {
            return None;
        }
        let shift = sign * count as i64;
        let other = match unit {
            "day" => anchor.plus_days(shift),
            "week" => anchor.plus_days(shift * 7),
            "month" => anchor.plus_months(shift as i32),
            "year" => anchor.plus_months(shift as i32 * 12),
            "decade" => anchor.plus_months(shift as i32 * 120),
            _ => return None,
        };
        let (from, to) = if sign < 0 {
            (other, anchor)
        } else {
            (anchor, other)
        };
        Some(format!("{from}/{to}"))
    }
}
