//! Dates and times, resolved against the article's date when that is known. Never guesses a year.

mod calendar_words;
mod clock;
mod dates;
mod nth;
mod periods;
mod ranges;
mod relative;

use super::calendar::Day;
use super::words::Words;
use crate::document::{Pos, Tag};
use crate::report::{EntityType, Value, ValueKind};
use calendar_words::is_kind;
pub(super) use calendar_words::{month, weekday};
pub(super) use dates::written;

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
pub(super) struct Partial {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    /// 0 for Monday, where the text names it: it tells the year.
    weekday: Option<i64>,
}

impl Partial {
    fn of(day: Day) -> Self {
        Self {
            year: Some(day.year),
            month: Some(day.month),
            day: Some(day.day),
            weekday: None,
        }
    }

    fn month_of(day: Day) -> Self {
        Self {
            day: None,
            ..Self::of(day)
        }
    }

    fn in_month(year: Option<i32>, month: u32, day: Option<u32>) -> Self {
        Self {
            year,
            month: Some(month),
            day,
            weekday: None,
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
}

impl Read {
    fn date(end: usize, iso: Option<String>) -> Option<Self> {
        Some(Self {
            end,
            iso,
            kind: EntityType::Date,
        })
    }

    fn time(end: usize, iso: Option<String>) -> Option<Self> {
        Some(Self {
            end,
            iso,
            kind: EntityType::Time,
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
        let kind = if read.kind == EntityType::Time {
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
                iso,
                ..Value::of(kind)
            },
        })
    }

    fn lower(&self, i: usize) -> &str {
        self.words.lower(i)
    }

    /// Whether the word at `i` is written as a name within a sentence: "the paper TODAY", "the Tonight Show".
    fn is_title(&self, i: usize) -> bool {
        let document = self.words.document;
        if i >= document.len() {
            return false;
        }
        let headline = document.title;
        let headline = headline.is_some_and(|title| title.contains(document.tokens[i].span));
        let within = i > document.sentences[document.sentence_of(i)].start
            && document.tokens[i - 1].pos != Pos::Punct;
        self.words.capital(i) && within && !headline
    }

    /// The dependents of a verb that are looked at: one with more is no sentence that anyone wrote.
    fn dependents(&self, verb: usize) -> impl Iterator<Item = usize> + '_ {
        const MOST: usize = 64;
        self.words.document.children(verb).take(MOST)
    }

    /// Whether the clause around token `i` speaks of the future.
    fn tense(&self, i: usize) -> Tense {
        let document = self.words.document;
        let verb = document
            .ancestors(i)
            .take(12)
            .find(|&up| matches!(document.tokens[up].pos, Pos::Verb | Pos::Aux));
        let Some(verb) = verb else { return Tense::Past };
        let future = self.dependents(verb).any(|child| {
            let will = matches!(document.lemma(child), "will" | "shall" | "wo")
                || document.lower(child) == "'ll";
            will && document.tokens[child].tag == Tag::Md
        });
        let to = self
            .dependents(verb)
            .any(|child| document.tokens[child].tag == Tag::To);
        let planned = to
            && document.head(verb).is_some_and(|head| {
                matches!(
                    document.lemma(head),
                    "be" | "plan" | "expect" | "schedule" | "set" | "due" | "intend" | "go"
                )
            });
        if future || planned || self.is_scheduled(verb, i) || self.is_deadline(verb, i) {
            Tense::Future
        } else {
            Tense::Past
        }
    }

    /// Whether the verb at `verb` or its auxiliary is in the past tense.
    fn is_past(&self, verb: usize) -> bool {
        let document = self.words.document;
        document.tokens[verb].tag == Tag::Vbd
            || self.dependents(verb).any(|child| {
                let child = &document.tokens[child];
                child.tag == Tag::Vbd && child.pos == Pos::Aux
            })
    }

    /// "must leave *by Friday*", "gave them *until Monday*": a day by which something is yet to be.
    fn is_deadline(&self, verb: usize, date: usize) -> bool {
        match self.words.before(date) {
            "by" => !self.is_past(verb),
            "until" | "till" => !self.is_past(verb) || self.words.document.lemma(verb) == "give",
            _ => false,
        }
    }

    /// "starts on September 26", "is due on May 17": the present tense of what a calendar says, outside of headlines.
    fn is_scheduled(&self, verb: usize, date: usize) -> bool {
        let document = self.words.document;
        let title = document
            .title
            .is_some_and(|title| title.contains(document.tokens[date].span));
        let mut above = document.ancestors(date).take(12);
        let due = above.any(|up| is_kind("due", &document.lower(up)));
        let present = |i: usize| matches!(document.tokens[i].tag, Tag::Vbz | Tag::Vbp);
        let progressive = document.tokens[verb].tag == Tag::Vbg
            && self
                .dependents(verb)
                .any(|child| present(child) && document.tokens[child].pos == Pos::Aux);
        // "began on Monday and end on Thursday": for the tagger a bare form.
        let bare = document.tokens[verb].tag == Tag::Vb
            && !self.dependents(verb).any(|child| {
                matches!(document.tokens[child].tag, Tag::To | Tag::Md)
                    || document.tokens[child].pos == Pos::Aux
            });
        let tensed = present(verb) || progressive || bare;
        let calendar = is_kind("scheduled", document.lemma(verb)) && tensed;
        !title && !self.is_past(verb) && (due || calendar)
    }

    /// Fills in what the words leave open: the year of a month or day, from the article's date.
    fn settle(&self, partial: Partial, at: usize) -> Partial {
        let (Some(anchor), Some(month), None) = (self.anchor, partial.month, partial.year) else {
            return partial;
        };
        if let (Some(weekday), Some(day)) = (partial.weekday, partial.day) {
            let fits = |year: &i32| {
                Day::new(*year, month, day).is_some_and(|day| day.weekday() == weekday)
            };
            let year = [anchor.year, anchor.year - 1, anchor.year + 1]
                .into_iter()
                .find(fits);
            if year.is_some() {
                return Partial { year, ..partial };
            }
        }
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

    /// What "N units ago" comes to.
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
