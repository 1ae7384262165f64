//! Polarity, certainty and modality of an event, as its nearest source has it: a walk up the tree to that source.

mod clause;
mod governor;
mod marker;

use crate::document::{Dep, Tag};
use crate::report::{Certainty, Modality, Polarity};
use crate::text::Span;

use super::reading::Reading;
use super::trigger::{Shape, Trigger};

/// Steps of the walk; a path longer than this is no sentence.
const LONGEST_PATH: usize = 24;

/// How a source stands to an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Stance {
    /// Whether it says that it is so.
    pub polarity: Polarity,
    /// How sure it is.
    pub certainty: Certainty,
    /// Of what kind the claim is.
    pub modality: Modality,
    /// The words that lower the certainty, in order of the text.
    pub hedges: Vec<Span>,
    /// Whether the event is set before the article's own time ("had been", "last year").
    pub background: bool,
    /// Whether what was read so far is what someone says or thinks: who does not say so denies nothing.
    reported: bool,
}

impl Stance {
    fn new() -> Self {
        Self {
            polarity: Polarity::Asserted,
            certainty: Certainty::Certain,
            modality: Modality::Actual,
            hedges: Vec::new(),
            background: false,
            reported: false,
        }
    }

    /// Lowers the certainty to `to`; the weaker of two wins.
    fn lower(&mut self, to: Certainty) {
        self.certainty = weaker(self.certainty, to);
    }

    /// Sets the modality, unless a stronger departure from fact is set already. That something is only to be said does not make it one
    /// that is only meant.
    fn shift(&mut self, to: Modality) {
        if self.reported && to != Modality::Hypothetical {
            return self.lower(Certainty::Unknown);
        }
        if rank(to) > rank(self.modality) {
            self.modality = to;
        }
    }

    fn negate(&mut self) {
        if self.reported {
            return self.lower(Certainty::Unknown);
        }
        self.polarity = match self.polarity {
            Polarity::Asserted => Polarity::Negated,
            Polarity::Negated => Polarity::Asserted,
        };
    }

    fn hedge(&mut self, span: Span) {
        if !self.hedges.contains(&span) {
            self.hedges.push(span);
        }
    }
}

/// The weaker of two certainties.
pub fn weaker(a: Certainty, b: Certainty) -> Certainty {
    let order = |c| match c {
        Certainty::Certain => 0,
        Certainty::Probable => 1,
        Certainty::Possible => 2,
        Certainty::Unknown => 3,
        Certainty::Counterfactual => 4,
    };
    if order(b) > order(a) { b } else { a }
}

fn rank(modality: Modality) -> u8 {
    match modality {
        Modality::Actual => 0,
        Modality::Generic => 1,
        Modality::Future => 2,
        Modality::Intended => 3,
        Modality::Requested => 4,
        Modality::Hypothetical => 5,
    }
}

/// The stance of the nearest source of `trigger`.
pub fn read(reading: &Reading, trigger: &Trigger) -> Stance {
    let mut stance = Stance::new();
    let start = trigger.node();
    if trigger.verb.is_some_and(|verb| verb != trigger.word) {
        // The noun of a light verb, the predicate of a copula: what stands before it counts too.
        marker::of_noun(reading, trigger.word, &mut stance);
    }
    let mut node = start;
    if reading.is_verb(node) {
        marker::of_verb(reading, node, node, trigger.shape, &mut stance);
    } else {
        marker::of_noun(reading, node, &mut stance);
    }
    if let Some(causative) = trigger.causative {
        marker::of_verb(reading, causative, causative, Shape::Verb, &mut stance);
    }
    for _ in 0..LONGEST_PATH {
        if reading.is_verb(node) {
            clause::around(reading, node, &mut stance);
        }
        let Some(head) = reading.head(node) else {
            break;
        };
        let boundary = crosses(reading, trigger, node, head);
        let goes_on = if reading.is_verb(node) {
            clause::step(reading, node, head, boundary, &mut stance)
        } else {
            governor::of_noun(reading, node, head, boundary, &mut stance)
        };
        if !goes_on || boundary {
            break;
        }
        node = head;
    }
    if is_asked(reading, node) {
        stance.lower(Certainty::Unknown);
    }
    counterfactual(reading, trigger, &mut stance);
    stance.background = is_background(reading, start);
    stance.hedges.sort_unstable();
    stance
}

/// Whether the step from `node` to `head` leaves what the nearest source says: `head` is its cue or lies outside its words.
fn crosses(reading: &Reading, trigger: &Trigger, node: usize, head: usize) -> bool {
    let statement = reading.statement(trigger.word);
    statement.is_some()
        && reading.statement(node) == statement
        && (reading.cue(head) == statement || reading.statement(head) != statement)
}

/// Words of a question before its verb that are looked at.
const LONGEST_QUESTION: usize = 64;

/// "Did the mayor take bribes?": the main clause of a question that yes or no would answer.
fn is_asked(reading: &Reading, node: usize) -> bool {
    let document = reading.document;
    reading.dep(node) == Dep::Root
        && document.asks(node)
        && !(document.sentences[document.sentence_of(node)].start..node)
            .rev()
            .take(LONGEST_QUESTION)
            .any(|i| matches!(reading.tag(i), Tag::Wp | Tag::Wrb | Tag::Wdt | Tag::WpPoss))
}

/// "had … would have", "if X had": what did not happen.
fn counterfactual(reading: &Reading, trigger: &Trigger, stance: &mut Stance) {
    let verb = trigger.node();
    if !reading.is_verb(verb) {
        return;
    }
    if let Some(marks) = clause::counterfactual(reading, verb) {
        stance.certainty = Certainty::Counterfactual;
        stance.modality = Modality::Hypothetical;
        for mark in marks {
            stance.hedge(reading.span(mark..mark + 1));
        }
    }
}

/// Whether the event is told as what was before: past perfect.
fn is_background(reading: &Reading, verb: usize) -> bool {
    reading
        .children_by(verb, Dep::Aux)
        .any(|a| reading.tag(a) == Tag::Vbd && reading.lemma(a) == "have")
}
