//! Clauses as fillers: what is asked, ruled or found; purposes; causes; times.

use crate::document::{Dep, Tag};
use crate::report::{FactType, Role};

use super::super::reading::Reading;
use super::super::trigger::{Shape, Trigger};
use super::Filler;
use super::preposition::clause;

/// The roles that the clauses under `verb` fill.
pub fn fill(reading: &Reading, trigger: &Trigger, verb: usize, fillers: &mut Vec<Filler>) {
    for child in reading.children(verb).collect::<Vec<_>>() {
        match reading.dep(child) {
            Dep::Ccomp if reading.is_verb(child) && takes_topic(trigger.kind) && child > verb => {
                fillers.push(clause(reading, Role::Topic, child, child, "content"));
            }
            Dep::Xcomp if reading.is_verb(child) => {
                if takes_topic(trigger.kind) {
                    fillers.push(clause(reading, Role::Topic, child, child, "infinitive"));
                } else if is_infinitive(reading, child) {
                    fillers.push(clause(reading, Role::Purpose, child, child, "infinitive"));
                }
            }
            Dep::Advcl if reading.is_verb(child) => adverbial(reading, child, fillers),
            Dep::Prep => {
                if let Some(question) = reading
                    .child(child, Dep::Pcomp)
                    .filter(|&c| reading.is_verb(c) && reading.own_subject(c).is_some())
                {
                    let role = if takes_topic(trigger.kind) {
                        Role::Topic
                    } else {
                        continue;
                    };
                    fillers.push(clause(
                        reading,
                        role,
                        question,
                        question,
                        "preposition-clause",
                    ));
                }
            }
            _ => {}
        }
    }
    if trigger.shape == Shape::Light {
        for child in reading.children(trigger.word).collect::<Vec<_>>() {
            if matches!(reading.dep(child), Dep::Acl | Dep::Relcl | Dep::Ccomp)
                && takes_topic(trigger.kind)
                && (is_infinitive(reading, child)
                    || reading.children_by(child, Dep::Mark).next().is_some())
            {
                fillers.push(clause(reading, Role::Topic, child, child, "noun-content"));
            }
        }
    }
}

/// An adverbial clause: purpose, cause or time.
fn adverbial(reading: &Reading, child: usize, fillers: &mut Vec<Filler>) {
    let mark = reading
        .children(child)
        .find(|&c| c < child && (reading.dep(c) == Dep::Mark || reading.tag(c) == Tag::Wrb))
        .map(|c| (c, reading.document.lower(c)));
    match mark {
        Some((mark, word)) => match word.as_str() {
            "because" | "since" | "as" if word == "because" => {
                fillers.push(clause(reading, Role::Cause, child, child, "because"));
            }
            "after" | "before" | "until" | "once" | "since" => {
                fillers.push(clause(reading, Role::Time, child, mark, "time-clause"));
            }
            "when" => fillers.push(clause(reading, Role::Time, child, mark, "time-clause")),
            "so" => {}
            _ => {}
        },
        None if is_infinitive(reading, child) => {
            fillers.push(clause(
                reading,
                Role::Purpose,
                child,
                child,
                "purpose-infinitive",
            ));
        }
        None => {
            // "using …" names the instrument.
            if reading.document.lower(child) == "using"
                && let Some(object) = reading.child(child, Dep::Dobj)
            {
                let found = super::Found {
                    head: object,
                    via: "using",
                    inherited: false,
                };
                super::spread(reading, Role::Instrument, found, fillers);
            }
        }
    }
}

/// Whether the verb at `i` is an infinitive with "to".
pub fn is_infinitive(reading: &Reading, i: usize) -> bool {
    reading
        .children_by(i, Dep::Aux)
        .any(|a| reading.document.lower(a) == "to")
}

/// Types whose clauses say what they are about.
fn takes_topic(kind: FactType) -> bool {
    use FactType as T;
    matches!(
        kind,
        T::State
            | T::Request
            | T::Refuse
            | T::Commit
            | T::Judge
            | T::Rule
            | T::Find
            | T::Investigate
            | T::Agree
            | T::Regulate
            | T::Vote
            | T::Meet
    )
}
