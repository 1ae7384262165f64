//! Objects: on the verb itself, of a relative clause, shared by coordination.

use crate::document::{Dep, Tag};
use crate::lexicon;

use super::super::reading::Reading;
use super::{Found, subject};

/// The objects of the verb at `i`; of a passive, what it keeps ("was given a prize").
pub fn find(reading: &Reading, i: usize) -> Vec<Found> {
    let found = |head, via| Found {
        head,
        via,
        inherited: false,
    };
    let own: Vec<Found> = reading
        .children(i)
        .filter(|&c| {
            reading.dep(c) == Dep::Dobj && !subject::is_relative(reading, c)
                || (reading.dep(c) == Dep::Attr
                    && reading.lemma(i) != "be"
                    && reading.is_nominal(c))
        })
        .map(|c| found(c, "object"))
        .collect();
    if !own.is_empty() {
        return own;
    }
    // "kept schools open", "declared him dead": the subject of what has no verb.
    let small = reading
        .children_by(i, Dep::Ccomp)
        .filter(|&c| !reading.is_verb(c))
        .find_map(|c| reading.own_subject(c));
    if let Some(head) = small {
        return vec![found(head, "small-clause")];
    }
    if let Some(gap) = gap(reading, i) {
        return vec![found(gap, "relative-gap")];
    }
    shared(reading, i).map_or_else(Vec::new, |head| vec![found(head, "conjunct-object")])
}

/// The noun whose relative clause lacks an object: "the attack that rebels launched".
fn gap(reading: &Reading, i: usize) -> Option<usize> {
    let relative = reading.dep(i) == Dep::Relcl
        || reading.dep(i) == Dep::Acl && reading.own_subject(i).is_some();
    if !relative || reading.is_passive(i) {
        return None;
    }
    let content = reading
        .children_by(i, Dep::Mark)
        .any(|m| reading.tag(m) == Tag::In)
        && reading.head(i).is_some_and(|noun| {
            lexicon::STANCE_WORDS.contains(&format!("n:{}", reading.lemma(noun)))
        });
    let subject = reading.own_subject(i).filter(|_| !content)?;
    if subject::is_relative(reading, subject) {
        return None;
    }
    let adverbial = reading
        .children(i)
        .any(|c| matches!(reading.tag(c), Tag::Wrb))
        || reading.children_by(i, Dep::Prep).any(|p| {
            reading.children(p).any(|c| {
                subject::is_relative(reading, c) || matches!(reading.tag(c), Tag::Wdt | Tag::Wp)
            })
        });
    let clause = reading
        .children(i)
        .any(|c| matches!(reading.dep(c), Dep::Ccomp | Dep::Xcomp));
    let relative = reading.children(i).any(|c| {
        matches!(
            reading.document.lower(c).as_str(),
            "that" | "which" | "whom"
        )
    });
    let intransitive = lexicon::UNACCUSATIVE_VERBS.contains(&reading.lemma(i)) && !relative;
    if adverbial || (clause && !relative) || intransitive {
        return None;
    }
    subject::antecedent(reading, i).filter(|&noun| !reading.is_class(noun, "time"))
}

/// The object that coordinated verbs share: "trained and equipped the force".
fn shared(reading: &Reading, i: usize) -> Option<usize> {
    if reading.is_passive(i) {
        return None;
    }
    let next = reading.children_by(i, Dep::Conj).find(|&c| {
        reading.is_verb(c) && reading.own_subject(c).is_none() && reading.tag(c) == reading.tag(i)
    })?;
    // Only where nothing but "and" stands between the verbs.
    let between = (i + 1..next).all(|t| {
        matches!(
            reading.dep(t),
            Dep::Cc | Dep::Punct | Dep::Advmod | Dep::Preconj
        )
    });
    let alone = matches!(
        reading.lemma(i).as_str(),
        "arrive"
            | "come"
            | "go"
            | "return"
            | "depart"
            | "resign"
            | "retire"
            | "sleep"
            | "sit"
            | "stand"
            | "live"
            | "rest"
            | "travel"
            | "appear"
            | "wait"
            | "speak"
            | "talk"
            | "smile"
            | "laugh"
            | "cry"
            | "work"
            | "stay"
            | "remain"
            | "flee"
            | "run"
            | "walk"
    );
    if alone || !between || lexicon::UNACCUSATIVE_VERBS.contains(&reading.lemma(i)) {
        return None;
    }
    reading.child(next, Dep::Dobj)
}
