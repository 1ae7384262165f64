//! The fact summary: lines, which are spans of the text, and orders of them.

use super::{EntityId, FactId, StatementId};
use crate::document::names;
use crate::text::{Span, is_invisible, one_line};

/// Index into [`Summary::lines`]; a plain number on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineIndex(pub usize);

/// The fact summary: lines in the article's own words, and orders of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// What the article states, a line a sentence of its prose, in order of the text. The same sentence never makes two lines.
    pub lines: Vec<Line>,
    /// The line that tells the news; `None` of a text without a sentence that could.
    pub main: Option<LineIndex>,
    /// The key points, the main line among them, in order of the text. Each is understood by who has read those before it.
    pub points: Vec<LineIndex>,
    /// The answers to each [`Question`] about the main line's event, in its order; `None` where the text does not plainly say.
    pub questions: [Option<Answer>; 6],
    /// Key numbers, weightiest first.
    pub numbers: Vec<KeyNumber>,
    /// What is not settled, in order of the text.
    pub unsettled: Vec<Unsettled>,
    /// What has a time of its own, in order of time.
    pub timeline: Vec<TimelineEntry>,
    /// Who did what, and what was done to whom.
    pub actors: Vec<Actor>,
}

impl Summary {
    /// The line with this index; `None` if the summary has none.
    pub fn line(&self, index: LineIndex) -> Option<&Line> {
        self.lines.get(index.0)
    }
}

/// A sentence of the article, or up to three neighbours, cut down: spans of the text and nothing else.
///
/// Words and omissions tile the text from the first to the last of them, white space apart; inserts and the source stand elsewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The parts, in the order in which they are shown.
    pub parts: Vec<Part>,
    /// The parts joined by [`Line::join`].
    pub text: String,
    /// The facts that its words tell, in their order: each has its trigger or another mention in them.
    pub facts: Vec<FactId>,
    /// The statement that its words are content of, where the whole line is one.
    pub statement: Option<StatementId>,
    /// Whether it is understood where it stands: a key point after those before it, another line by itself.
    pub stands: bool,
    /// 0 to 1: how often a strict reader lets such a line stand.
    pub confidence: f32,
    /// 0 to 1: how much the article needs it.
    pub weight: f32,
}

impl Line {
    /// From the first to the last of its words in the text, what is left out between included.
    pub fn extent(&self) -> Span {
        (self.parts.iter())
            .filter(|part| matches!(part.kind, PartKind::Words | PartKind::Omission))
            .map(|part| part.span)
            .reduce(Span::join)
            .unwrap_or_default()
    }

    /// Whether the words of the span are among those that the line shows, none of them left out. For spans of whole words.
    ///
    /// ```
    /// use nutgraf::report::{Line, Part, PartKind};
    /// use nutgraf::Span;
    /// // "But she denied it." without its first word.
    /// let part = |kind, start, end| Part { kind, span: Span::new(start, end) };
    /// let parts = vec![part(PartKind::Omission, 0, 3), part(PartKind::Words, 4, 18)];
    /// let line = Line { parts, ..Line::default() };
    /// assert!(line.holds(Span::new(8, 14)) && !line.holds(Span::new(0, 7)));
    /// ```
    pub fn holds(&self, span: Span) -> bool {
        let omitted = |part: &Part| part.kind == PartKind::Omission && part.span.overlaps(span);
        self.extent().contains(span) && !self.parts.iter().any(omitted)
    }

    /// What is shown of these parts: words as they stand, white space as one space, `[insert]`, `…` for what is left out, and the
    /// source after a dash.
    ///
    /// ```
    /// use nutgraf::report::{Line, Part, PartKind};
    /// use nutgraf::Span;
    /// let text = "Ana Ruiz spoke. But she denied it.";
    /// let part = |kind, start, end| Part { kind, span: Span::new(start, end) };
    /// let parts = [part(PartKind::Omission, 16, 20), part(PartKind::Words, 20, 23), part(PartKind::Insert, 0, 8), part(PartKind::Words, 24, 34)];
    /// assert_eq!(Line::join(&parts, text), "… she [Ana Ruiz] denied it.");
    /// ```
    pub fn join(parts: &[Part], text: &str) -> String {
        let pieces = Self::pieces(parts, text).into_iter();
        pieces.map(|(_, words)| words).collect()
    }

    /// What is shown of each of these parts, the space before it included: one after the other they are [`Line::join`].
    pub fn pieces(parts: &[Part], text: &str) -> Vec<(PartKind, String)> {
        let mut pieces: Vec<(PartKind, String)> = Vec::new();
        // The part before that tiles the text: where it ends, and whether it is left out.
        let mut before: Option<(usize, bool)> = None;
        for part in parts {
            let words = part.span.of(text);
            let mut piece = String::new();
            match part.kind {
                PartKind::Words | PartKind::Omission => {
                    let omitted = part.kind == PartKind::Omission;
                    let (end, after_omission) = before.unwrap_or((part.span.start, false));
                    let gap = text.get(end..part.span.start).unwrap_or(" ");
                    let last = pieces.last().map_or("", |(_, words)| words.as_str());
                    let meets_word = match (omitted, after_omission) {
                        (true, _) => last.ends_with(char::is_alphanumeric),
                        (_, true) => words.starts_with(char::is_alphanumeric),
                        _ => false,
                    };
                    let parted = !gap.chars().all(is_invisible);
                    if !pieces.is_empty() && (parted || meets_word) {
                        piece.push(' ');
                    }
                    match omitted {
                        true => piece.push('…'),
                        false => piece.push_str(&one_line(words)),
                    }
                    before = Some((part.span.end, omitted));
                }
                PartKind::Insert => {
                    piece = format!(" [{}]", one_line(words));
                }
                PartKind::Source => {
                    piece = format!(" — {}", one_line(words));
                }
            }
            pieces.push((part.kind, piece));
        }
        pieces
    }
}

/// A part of a line: a span of the text and what it is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is there for; `as` on the wire.
    pub kind: PartKind,
    /// Where it stands in the article.
    pub span: Span,
}

names! {
    /// What a part of a line is there for.
    pub enum PartKind {
        /// Words of the line, as they stand.
        Words = "words",
        /// Whom or what the words before mean, or who that is, as it stands elsewhere in the article.
        Insert = "insert",
        /// What is left out: shown as an ellipsis.
        Omission = "omission",
        /// Who says the words, where they do not say it themselves.
        Source = "source",
    }
}

names! {
    /// The five Ws and how, in the report's order.
    pub enum Question {
        Who = "who", What = "what", When = "when", Where = "where", Why = "why", How = "how",
    }
}

/// The answer to one of the five Ws and how: a slice of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Where it stands.
    pub span: Span,
    /// Its words: that slice.
    pub text: String,
    /// The fact it is from.
    pub fact: Option<FactId>,
}

/// A key number: a count of a fact and the line it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyNumber {
    /// The fact it belongs to.
    pub fact: FactId,
    /// Index into the fact's counts.
    pub count: usize,
    /// The line whose words hold it.
    pub line: LineIndex,
}

/// Something that is not settled, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsettled {
    /// The line whose words tell it.
    pub line: LineIndex,
    /// Which fact of it.
    pub fact: FactId,
    /// Why.
    pub why: Unsettling,
}

names! {
    /// Why something is not settled.
    pub enum Unsettling {
        /// Somebody alleges it.
        Alleged = "alleged",
        /// Somebody denies it.
        Denied = "denied",
        /// Two sources differ.
        Disputed = "disputed",
        /// Nobody could verify it.
        Unverified = "unverified",
        /// It is told as likely.
        Probable = "probable",
        /// It is told as possible.
        Possible = "possible",
        /// It is intended, asked for or to come.
        Planned = "planned",
        /// It depends on a condition.
        Conditional = "conditional",
    }
}

/// What happened, or is to happen, at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineEntry {
    /// ISO date or range; `None` if only the words are known.
    pub iso: Option<String>,
    /// The words for the time.
    pub text: Span,
    /// The lines that tell it.
    pub lines: Vec<LineIndex>,
}

/// A main actor and its part in the facts.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// Who.
    pub entity: EntityId,
    /// What it did.
    pub did: Vec<FactId>,
    /// What was done to it.
    pub undergone: Vec<FactId>,
    /// The lines that tell of it, in order of the text.
    pub lines: Vec<LineIndex>,
}
