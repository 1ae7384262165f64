//! States: "X is Y", "there is X", "X is in Y".

use crate::document::{Dep, Pos, Tag};
use crate::lexicon;
use crate::report::FactType;

use super::super::reading::Reading;
use super::{Shape, Trigger, noun};

/// The state, or the event that a predicate names, of the form of "be" at `i`.
pub fn read(reading: &Reading, i: usize) -> Vec<Trigger> {
    if matches!(reading.dep(i), Dep::Aux | Dep::Auxpass) {
        return Vec::new();
    }
    let there = reading
        .children(i)
        .any(|c| reading.dep(c) == Dep::Expl && reading.document.lower(c) == "there");
    let predicate = reading
        .children(i)
        .rfind(|&c| matches!(reading.dep(c), Dep::Attr | Dep::Acomp | Dep::Oprd));
    let Some(predicate) = predicate else {
        return located(reading, i);
    };
    if brings_in_a_clause(reading, i, predicate, there) {
        return Vec::new();
    }
    let event = noun::entry(reading, predicate).filter(|_| reading.dep(predicate) == Dep::Attr);
    if there {
        return vec![match event {
            Some((kind, _)) if kind != FactType::Aid => Trigger {
                word: predicate,
                verb: Some(i),
                shape: Shape::Existential,
                kind,
                tokens: noun::tokens(reading, predicate),
                mentions: vec![i..i + 1],
                causative: None,
                confidence: 0.7,
            },
            _ => state(i, i, Shape::Existential, Vec::new()),
        }];
    }
    if matches!(reading.tag(predicate), Tag::Wp | Tag::Wrb | Tag::Wdt) {
        return Vec::new();
    }
    // "The death toll would have been more than a thousand": the subject names the event, the predicate counts.
    let counted = reading
        .phrase(predicate)
        .any(|t| reading.quantity(t).is_some());
    if let Some(subject) = super::super::roles::subject_of(reading, i).filter(|_| counted)
        && let Some((kind @ (FactType::Die | FactType::Injure), _)) = noun::entry(reading, subject)
    {
        return vec![Trigger {
            word: subject,
            tokens: noun::tokens(reading, subject),
            kind,
            ..state(subject, i, Shape::Happening, vec![i])
        }];
    }
    let mut trigger = state(predicate, i, Shape::Copula, vec![i]);
    trigger.kind = match event {
        Some((kind, _)) => kind,
        None => lexicon::EVENT_ADJECTIVES
            .get(&reading.lemma(predicate))
            .filter(|_| {
                reading.pos(predicate) == Pos::Adj
                    || reading.is_verb(predicate)
                    || reading.pos(predicate) == Pos::Adv
            })
            .and_then(FactType::from_name)
            .unwrap_or(FactType::Be),
    };
    if event.is_some() {
        trigger.tokens = noun::tokens(reading, predicate);
    }
    vec![trigger]
}

/// A state named by `word`, with the copula `verb`.
fn state(word: usize, verb: usize, shape: Shape, mentions: Vec<usize>) -> Trigger {
    Trigger {
        word,
        verb: Some(verb),
        shape,
        kind: FactType::Be,
        tokens: word..word + 1,
        mentions: mentions.into_iter().map(|m| m..m + 1).collect(),
        causative: None,
        confidence: 0.7,
    }
}

/// "X is in Y": the copula itself is the trigger.
fn located(reading: &Reading, i: usize) -> Vec<Trigger> {
    let place = reading
        .children(i)
        .any(|c| matches!(reading.dep(c), Dep::Prep) && c > i && reading.document.lower(c) != "of");
    let subject = reading.own_subject(i).is_some();
    if place && subject {
        vec![state(i, i, Shape::Copula, Vec::new())]
    } else {
        Vec::new()
    }
}

/// Whether the predicate only says how sure one is of a clause: "is likely to", "it is possible that", "there is no evidence that".
fn brings_in_a_clause(reading: &Reading, be: usize, predicate: usize, there: bool) -> bool {
    let lemma = reading.lemma(predicate);
    let infinitive = |of: usize| {
        reading
            .children_by(of, Dep::Xcomp)
            .any(|c| reading.is_verb(c))
    };
    let clause = |of: usize| {
        reading.children(of).any(|c| {
            matches!(
                reading.dep(c),
                Dep::Ccomp | Dep::Acl | Dep::Relcl | Dep::Csubj
            ) && (reading.dep(c) == Dep::Ccomp
                || reading.children_by(c, Dep::Mark).any(|m| {
                    matches!(
                        reading.document.lower(m).as_str(),
                        "that" | "whether" | "if"
                    )
                }))
        })
    };
    let adjective = lexicon::STANCE_WORDS.contains(&format!("a:{lemma}"));
    let noun = lexicon::STANCE_WORDS.contains(&format!("n:{lemma}"));
    if there {
        return noun && (clause(predicate) || clause(be));
    }
    let expletive = reading.children(be).any(|c| {
        matches!(reading.dep(c), Dep::Nsubj | Dep::Expl)
            && reading.document.lower(c) == "it"
            && reading.head(c) == Some(be)
    });
    (adjective && (infinitive(predicate) || infinitive(be)))
        || (expletive
            && (adjective
                || noun
                || matches!(
                    lemma.as_str(),
                    "clear" | "true" | "evident" | "obvious" | "known"
                ))
            && (clause(predicate) || clause(be)))
}
