//! Nouns that say so: "X's claim that P", "suspicions that P", "her plan to stay", "his suggestion was that P".

use crate::document::{Dep, Document, Pos, Tag};
use crate::report::Mode;

use super::attitude::STANCE;
use super::draft::{Draft, Place};
use super::frame::Frames;
use super::source::holder;
use super::tree::Trees;

/// A noun of saying or thinking with its clause or its infinitive.
pub(super) fn find(document: &Document, trees: &Trees, noun: usize) -> Option<Draft> {
    if document.tokens[noun].pos != Pos::Noun {
        return None;
    }
    let frames = Frames::of_noun(document.lemma(noun))?;
    let clause = document
        .children(noun)
        .filter(|&child| child > noun)
        .find(|&child| {
            let token = &document.tokens[child];
            matches!(token.dep, Dep::Acl | Dep::Ccomp | Dep::Relcl)
                && (frames.has("that") && has_that(document, child)
                    || frames.has("inf") && token.dep == Dep::Acl && token.tag == Tag::Vb)
        })?;
    let source = holder(document, noun);
    let claims = has_that(document, clause);
    (source.is_some() || claims && frames.has("free")).then(|| Draft {
        mode: Some(Mode::Nominal),
        source,
        cue: Some(noun..noun + 1),
        content: vec![trees.of(clause)],
        confidence: if claims { 0.7 } else { STANCE },
        place: Place::Free,
    })
}

/// Whether a clause is opened by "that" as a conjunction, not as a relative pronoun.
fn has_that(document: &Document, clause: usize) -> bool {
    document
        .children(clause)
        .any(|child| document.tokens[child].dep == Dep::Mark && document.lower(child) == "that")
}
