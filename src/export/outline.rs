//! The summary in the order in which people read it, no line twice: what every form for people draws.

use crate::document::names;
use crate::report::{
    Answer, Certainty, CountOf, Fact, FactId, KeyNumber, Line, LineIndex, Modality, Polarity,
    Question, Report, Unsettled, Unsettling,
};
use crate::text::Span;

/// The longest words for a number with what it counts, in bytes: longer ones are no figure any more.
const MAX_COUNTED_BYTES: usize = 60;

/// The widest gap between two things that one number counts, in bytes: room for a comma or a short conjunction.
const MAX_GAP_BYTES: usize = 5;

names! {
    /// A section of the summary, by its heading.
    pub enum Section {
        /// The lines to read first.
        Points = "Key points",
        /// The answers to the questions.
        Answers = "In short",
        /// The key numbers.
        Numbers = "Numbers",
        /// Lines that tell what is not settled.
        Unsettled = "Not settled",
        /// The other lines.
        Others = "More lines",
        /// The times.
        Times = "In time",
        /// The main actors.
        Actors = "Who did what",
    }
}

/// A report's summary, part by part.
#[derive(Clone, Copy, Debug)]
pub struct Outline<'r> {
    report: &'r Report,
}

/// A line, and what in it is not settled.
#[derive(Clone, Debug, PartialEq)]
pub struct Told<'r> {
    /// The line.
    pub line: &'r Line,
    /// Why something in it is not settled, each reason with the words for what: none where the line tells nothing else.
    pub reasons: Vec<(&'static str, Option<Span>)>,
}

impl Told<'_> {
    /// What is not settled, for before the line: "Denied (target), Possible (involved)"; nothing where all of it is.
    pub fn label(&self, text: &str) -> String {
        let reasons = self.reasons.iter().map(|(reason, about)| match about {
            Some(about) => format!("{reason} ({})", about.of(text)),
            None => (*reason).to_owned(),
        });
        reasons.collect::<Vec<_>>().join(", ")
    }
}

/// A time and the lines that tell of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Time<'r> {
    /// The words for it.
    pub words: Span,
    /// As the calendar has it, where that is known.
    pub iso: Option<&'r str>,
    /// The lines.
    pub lines: Vec<&'r Line>,
}

/// Who did what.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<'r> {
    /// The actor's name.
    pub name: &'r str,
    /// The words for what it did, each with its reserves.
    pub did: Vec<(Span, Vec<&'static str>)>,
    /// The words for what was done to it.
    pub undergone: Vec<(Span, Vec<&'static str>)>,
}

impl<'r> Outline<'r> {
    /// The outline of a report.
    pub const fn new(report: &'r Report) -> Self {
        Self { report }
    }

    /// The main line.
    pub fn main(self) -> Option<Told<'r>> {
        self.told(self.report.summary.main?)
    }

    /// The key points but for the main line, in order of the text.
    pub fn points(self) -> Vec<Told<'r>> {
        self.lines(|index| self.is_point(index))
    }

    /// What is not settled and no key point.
    pub fn unsettled(self) -> Vec<Told<'r>> {
        self.lines(|index| !self.is_point(index) && !self.reasons(index).is_empty())
    }

    /// The lines that are settled and no key points.
    pub fn others(self) -> Vec<Told<'r>> {
        self.lines(|index| !self.is_point(index) && self.reasons(index).is_empty())
    }

    /// The questions that are answered, and the answers.
    pub fn answers(self) -> Vec<(&'static str, &'r Answer)> {
        let answers = Question::ALL.iter().zip(&self.report.summary.questions);
        answers
            .filter_map(|(&question, answer)| Some((asked(question), answer.as_ref()?)))
            .collect()
    }

    /// The words of the key numbers, each with what it counts where they are short.
    pub fn numbers(self) -> Vec<Span> {
        let numbers = self.report.summary.numbers.iter();
        let mut spans: Vec<Span> = Vec::new();
        for span in numbers.filter_map(|number| self.counted(number)) {
            if !spans.iter().any(|known| known.contains(span)) {
                spans.push(span);
            }
        }
        spans
    }

    /// The times, in order of time.
    pub fn times(self) -> Vec<Time<'r>> {
        let summary = &self.report.summary;
        let times = summary.timeline.iter().map(|entry| Time {
            words: entry.text,
            iso: entry.iso.as_deref(),
            lines: (entry.lines.iter())
                .filter_map(|&line| summary.line(line))
                .collect(),
        });
        times.collect()
    }

    /// The main actors that did something or underwent it.
    pub fn actors(self) -> Vec<Part<'r>> {
        let actors = self.report.summary.actors.iter();
        let parts = actors.filter_map(|actor| {
            Some(Part {
                name: &self.report.entity(actor.entity)?.name,
                did: self.deeds(&actor.did),
                undergone: self.deeds(&actor.undergone),
            })
        });
        parts
            .filter(|part| !part.did.is_empty() || !part.undergone.is_empty())
            .collect()
    }

    /// The lines for which `wanted` holds, but for the main line.
    fn lines(self, wanted: impl Fn(LineIndex) -> bool) -> Vec<Told<'r>> {
        let summary = &self.report.summary;
        let lines = (0..summary.lines.len()).map(LineIndex);
        lines
            .filter(|&index| Some(index) != summary.main && wanted(index))
            .filter_map(|index| self.told(index))
            .collect()
    }

    fn is_point(self, index: LineIndex) -> bool {
        self.report.summary.points.binary_search(&index).is_ok()
    }

    /// What in a line is not settled: they stand in order of the lines.
    fn reasons(self, index: LineIndex) -> &'r [Unsettled] {
        let unsettled = &self.report.summary.unsettled;
        let first = unsettled.partition_point(|it| it.line < index);
        let rest = &unsettled[first..];
        &rest[..rest.partition_point(|it| it.line == index)]
    }

    fn told(self, index: LineIndex) -> Option<Told<'r>> {
        let summary = &self.report.summary;
        let line = summary.line(index)?;
        let mut reasons: Vec<(&str, Option<Span>)> = Vec::new();
        for it in self.reasons(index) {
            let about = match line.facts.len() {
                1 => None,
                _ => (self.report.fact(it.fact)).and_then(|fact| words_in(fact, line)),
            };
            if !reasons.contains(&(reason(it.why), about)) {
                reasons.push((reason(it.why), about));
            }
        }
        Some(Told { line, reasons })
    }

    /// The words of a number and what it counts: the fillers of the role that it counts, from itself on.
    fn counted(self, number: &KeyNumber) -> Option<Span> {
        let fact = self.report.fact(number.fact)?;
        let count = fact.counts.get(number.count)?;
        let line = self.report.summary.line(number.line)?;
        let CountOf::Role(role) = count.of else {
            return Some(count.span);
        };
        let fillers = fact.roles.iter().filter(|filler| filler.role == role);
        let counted = fillers.fold(count.span, |counted, filler| {
            let near = filler.span.start <= counted.end.saturating_add(MAX_GAP_BYTES);
            match near && filler.span.end > counted.start {
                true => Span::new(counted.start, counted.end.max(filler.span.end)),
                false => counted,
            }
        });
        let short = counted.len() <= MAX_COUNTED_BYTES && line.holds(counted);
        Some(if short { counted } else { count.span })
    }

    fn deeds(self, facts: &[FactId]) -> Vec<(Span, Vec<&'static str>)> {
        let facts = facts.iter().filter_map(|&id| self.report.fact(id));
        facts.map(|fact| (fact.trigger, reserves(fact))).collect()
    }
}

/// The words for a fact that the line shows.
fn words_in(fact: &Fact, line: &Line) -> Option<Span> {
    fact.words().find(|&span| line.holds(span))
}

/// A question, as a label before its answer.
const fn asked(question: Question) -> &'static str {
    match question {
        Question::Who => "Who",
        Question::What => "What",
        Question::When => "When",
        Question::Where => "Where",
        Question::Why => "Why",
        Question::How => "How",
    }
}

/// A reason for which something is not settled, in plain words.
const fn reason(why: Unsettling) -> &'static str {
    match why {
        Unsettling::Alleged => "Alleged",
        Unsettling::Denied => "Denied",
        Unsettling::Disputed => "Disputed",
        Unsettling::Unverified => "Not verified",
        Unsettling::Probable => "Likely",
        Unsettling::Possible => "Possible",
        Unsettling::Planned => "Planned",
        Unsettling::Conditional => "Only if",
    }
}

/// What the word for an event alone would hide: that it is not so, not sure, or not yet.
fn reserves(fact: &Fact) -> Vec<&'static str> {
    let mut reserves = Vec::new();
    if fact.polarity == Polarity::Negated {
        reserves.push("not");
    }
    match fact.certainty {
        Certainty::Certain => {}
        Certainty::Probable => reserves.push("likely"),
        Certainty::Possible => reserves.push("possible"),
        Certainty::Unknown => reserves.push("not verified"),
        Certainty::Counterfactual => reserves.push("not so"),
    }
    match fact.modality {
        Modality::Actual | Modality::Generic => {}
        Modality::Future | Modality::Intended => reserves.push("planned"),
        Modality::Requested => reserves.push("asked for"),
        Modality::Hypothetical => reserves.push("only if"),
    }
    reserves
}
