//! Reported speech as syntax shows it: a verb with a clause as its object, inserted or final "X said", "according to X".

use crate::document::{Dep, Document, Pos};
use crate::lexicon::CLAUSE_VERBS_WITHOUT_SPEECH;
use crate::report::Mode;

use super::draft::{Draft, without};
use super::frame::Frames;
use super::source::{agent, subject};
use super::tree::Trees;

/// "X said (that) P", "P, X said" and "P, X said, P": the verb governs the clause, or stands in it.
pub(super) fn clausal(document: &Document, trees: &Trees, verb: usize) -> Option<Draft> {
    let lemma = document.lemma(verb);
    if document.tokens[verb].pos != Pos::Verb || CLAUSE_VERBS_WITHOUT_SPEECH.contains(lemma) {
        return None;
    }
    let own = trees.of(verb);
    let content = if let Some(clause) = document.child(verb, Dep::Ccomp) {
        let mut range = trees.of(clause);
        if range.contains(&verb) || rules_out(document, verb) {
            return None;
        }
        // The parser hangs what is before an initial clause on the speech verb.
        if clause < verb {
            range.start = own
                .start
                .max(document.sentences[document.sentence_of(verb)].start);
            range.end = range.end.min(verb);
            if let Some(subject) = document.child(verb, Dep::Nsubj)
                && subject > clause
            {
                range.end = range.end.min(trees.of(subject).start);
            }
        }
        vec![range]
    } else {
        let head = inserted_in(document, trees, verb)?;
        without(trees.of(head), &own)
    };
    let source = subject(document, verb).filter(|&source| !expletive(document, source));
    Some(Draft {
        mode: Mode::Paraphrase,
        source: source.or_else(|| agent(document, verb)),
        cue: Some(verb..verb + 1),
        content,
        confidence: if Frames::speaks(lemma) { 0.9 } else { 0.7 },
    })
}

/// The head of the clause in which "he said" stands between commas, or which it ends.
fn inserted_in(document: &Document, trees: &Trees, verb: usize) -> Option<usize> {
    let token = &document.tokens[verb];
    let start = trees.of(verb).start;
    let set_off = token.dep == Dep::Parataxis || (start > 0 && document.word(start - 1) == ",");
    let bare = document.child(verb, Dep::Dobj).is_none()
        && document.child(verb, Dep::Mark).is_none()
        && document.child(verb, Dep::Nsubj).is_some();
    let dependent = matches!(
        token.dep,
        Dep::Parataxis | Dep::Advcl | Dep::Ccomp | Dep::Dep
    );
    (dependent && set_off && bare && Frames::speaks(document.lemma(verb)))
        .then(|| document.head(verb))
        .flatten()
}

/// "have not ruled out that": no claim, a hedge of the fact.
fn rules_out(document: &Document, verb: usize) -> bool {
    document.lemma(verb) == "rule" && document.child(verb, Dep::Prt).is_some()
}

/// The "it" of "it is said that".
fn expletive(document: &Document, source: usize) -> bool {
    document.tokens[source].dep == Dep::Expl || document.lower(source) == "there"
}

/// "According to X, P".
pub(super) fn according_to(document: &Document, trees: &Trees, word: usize) -> Option<Draft> {
    if document.lower(word) != "according" {
        return None;
    }
    let to = document.child(word, Dep::Prep)?;
    let source = document.child(to, Dep::Pobj)?;
    let own = trees.of(word);
    let head = document
        .ancestors(word)
        .find(|&up| matches!(document.tokens[up].pos, Pos::Verb | Pos::Aux))
        .or_else(|| document.head(word))?;
    Some(Draft {
        mode: Mode::AccordingTo,
        source: Some(source),
        cue: Some(word..to + 1),
        content: without(trees.of(head), &own),
        confidence: 0.9,
    })
}
