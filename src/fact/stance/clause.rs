//! One step of the walk: from a clause to what it hangs on.

use crate::document::{Dep, Tag};
use crate::report::{Certainty, Modality};

use super::super::reading::Reading;
use super::{Stance, governor};

/// Applies what the clause of the verb at `node` is under `head`; false if the walk ends there. `boundary`: `head` is the source's cue.
pub fn step(
    reading: &Reading,
    node: usize,
    head: usize,
    boundary: bool,
    stance: &mut Stance,
) -> bool {
    match reading.dep(node) {
        Dep::Xcomp | Dep::Ccomp | Dep::Csubj | Dep::Csubjpass | Dep::Oprd | Dep::Attr => {
            governor::of_clause(reading, node, head, boundary, stance)
        }
        Dep::Acl | Dep::Relcl | Dep::Appos => governor::of_noun_clause(reading, node, head, stance),
        Dep::Pcomp => governor::of_preposition(reading, node, head, boundary, stance),
        Dep::Advcl => adverbial(reading, node, head, stance),
        Dep::Conj => conjunct(reading, node, head),
        Dep::Parataxis | Dep::Dep => false,
        _ => true,
    }
}

/// What the clause of the verb at `node` is by its own words: the main clause of a condition, a question.
pub fn around(reading: &Reading, node: usize, stance: &mut Stance) {
    consequence(reading, node, stance);
    question(reading, node, stance);
}

/// The main clause of a condition: "if it rains, the race may be stopped".
fn consequence(reading: &Reading, node: usize, stance: &mut Stance) {
    let condition = reading
        .children_by(node, Dep::Advcl)
        .find_map(|c| condition(reading, c));
    if let Some(mark) = condition {
        let past = matches!(reading.tag(node), Tag::Vbd)
            && !reading
                .children_by(node, Dep::Aux)
                .any(|a| reading.tag(a) == Tag::Md);
        if !past {
            stance.lower(Certainty::Possible);
            stance.shift(Modality::Hypothetical);
            stance.hedge(reading.span(mark..mark + 1));
        }
    }
}

/// The word that makes the clause of `verb` a condition.
fn condition(reading: &Reading, verb: usize) -> Option<usize> {
    reading.children(verb).find(|&c| {
        c < verb
            && matches!(reading.dep(c), Dep::Mark | Dep::Advmod)
            && match reading.document.lower(c).as_str() {
                "if" => !(c > 0 && matches!(reading.document.lower(c - 1).as_str(), "even" | "as")),
                "unless" | "provided" | "lest" => true,
                "should" | "were" | "had" | "assuming" | "case" | "condition" | "event"
                | "long" | "providing" | "supposing" => reading.dep(c) == Dep::Mark,
                _ => false,
            }
    })
}

/// "whether X" outside a condition: an open question.
fn question(reading: &Reading, node: usize, stance: &mut Stance) {
    let whether = reading.children(node).find(|&c| {
        c < node
            && matches!(reading.dep(c), Dep::Mark | Dep::Advmod)
            && reading.document.lower(c) == "whether"
    });
    let asked = reading.children(node).find(|&c| {
        c < node
            && reading.dep(c) == Dep::Mark
            && reading.document.lower(c) == "if"
            && matches!(reading.dep(node), Dep::Ccomp | Dep::Pcomp)
    });
    if let Some(mark) = whether.or(asked) {
        // With a modal of its own ("whether they might have been involved") the source holds it possible.
        if stance.certainty != Certainty::Possible {
            stance.lower(Certainty::Unknown);
        }
        stance.hedge(reading.span(mark..mark + 1));
    }
}

/// Adverbial clauses: conditions, purposes; participles share the main clause's modality, the others are facts of their own.
fn adverbial(reading: &Reading, node: usize, head: usize, stance: &mut Stance) -> bool {
    if let Some(mark) = condition(reading, node) {
        stance.certainty = Certainty::Unknown;
        stance.shift(Modality::Hypothetical);
        stance.hedge(reading.span(mark..mark + 1));
        return false;
    }
    let marked = reading
        .children(node)
        .any(|c| c < node && (reading.dep(c) == Dep::Mark || reading.tag(c) == Tag::Wrb));
    let infinitive = reading
        .children_by(node, Dep::Aux)
        .any(|a| reading.document.lower(a) == "to");
    if infinitive
        && (!marked
            || reading
                .children_by(node, Dep::Mark)
                .any(|m| reading.document.lower(m) == "so"))
    {
        stance.lower(Certainty::Unknown);
        stance.shift(Modality::Intended);
        return false;
    }
    if !marked && matches!(reading.tag(node), Tag::Vbg) && reading.is_verb(head) {
        let mut main = Stance::new();
        super::marker::of_verb(reading, head, head, super::Shape::Verb, &mut main);
        if main.modality != Modality::Actual {
            stance.shift(main.modality);
            stance.lower(main.certainty);
        }
        return true;
    }
    // The main clause's own negation and doubt stay out; what governs both does not.
    if marked
        && reading
            .children_by(node, Dep::Mark)
            .any(|m| matches!(reading.document.lower(m).as_str(), "that" | "as"))
    {
        return false;
    }
    false
}

/// A coordinated clause: what governs the first verb governs it too, unless it stands on its own.
fn conjunct(reading: &Reading, node: usize, head: usize) -> bool {
    if !reading.is_verb(head) {
        return true;
    }
    // A conjunct with its own subject and tense, outside a "that" clause, is a sentence of its own.
    !(reading.own_subject(node).is_some() && reading.dep(head) == Dep::Root)
}

/// The words of a counterfactual around `verb`: "had it happened …, it would have been worse".
pub fn counterfactual(reading: &Reading, verb: usize) -> Option<Vec<usize>> {
    let inverted = |v: usize| {
        let had = reading.children(v).find(|&a| {
            matches!(reading.dep(a), Dep::Aux | Dep::Mark) && reading.document.lower(a) == "had"
        })?;
        let subject = reading.own_subject(v)?;
        let conditional = reading
            .children_by(v, Dep::Mark)
            .any(|m| reading.document.lower(m) == "if");
        ((had < subject && reading.dep(v) != Dep::Root)
            || (conditional && reading.tag(had) == Tag::Vbd))
            .then_some(had)
    };
    let would = |v: usize| {
        reading.children_by(v, Dep::Aux).find(|&a| {
            matches!(
                reading.document.lower(a).as_str(),
                "would" | "could" | "might"
            )
        })
    };
    let past = |v: usize| {
        reading
            .children_by(v, Dep::Aux)
            .any(|a| reading.document.lower(a) == "have")
            || reading.tag(v) == Tag::Vbn
    };
    if let Some(had) = inverted(verb) {
        return Some(vec![had]);
    }
    let condition = reading
        .children_by(verb, Dep::Advcl)
        .find_map(inverted)
        .or_else(|| {
            // The parser may hang both on a verb of thinking: "Had it …, I think it would have …".
            let head = reading.head(verb)?;
            reading.children_by(head, Dep::Advcl).find_map(inverted)
        });
    match (condition, would(verb)) {
        (Some(had), Some(would)) if past(verb) => Some(vec![had, would]),
        _ => None,
    }
}
