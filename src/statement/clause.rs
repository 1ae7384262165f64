//! Reported speech as syntax shows it: a verb with a clause as its object, inserted or final "X said", "according to X".

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::{CLAUSE_VERBS_WITHOUT_SPEECH, SPEECH_VERBS};
use crate::report::Mode;

use super::draft::{Draft, without};
use super::tree::Trees;

/// What the syntactic rules find, in order of their cues.
pub(super) fn find(document: &Document, trees: &Trees) -> Vec<Draft> {
    (0..document.len())
        .filter_map(|i| clausal(document, trees, i).or_else(|| according_to(document, trees, i)))
        .collect()
}

/// "X said (that) P", "P, X said" and "P, X said, P": the verb governs the clause, or stands in it.
fn clausal(document: &Document, trees: &Trees, verb: usize) -> Option<Draft> {
    if document.tokens[verb].pos != Pos::Verb
        || CLAUSE_VERBS_WITHOUT_SPEECH.contains(document.lemma(verb))
    {
        return None;
    }
    let own = trees.of(verb);
    let content = if let Some(clause) = clausal_object(document, verb) {
        let mut range = trees.of(clause);
        if range.contains(&verb) {
            return None;
        }
        // The parser hangs what is before an initial clause and what follows a final one on the speech verb.
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
        let inserted = matches!(
            document.tokens[verb].dep,
            Dep::Parataxis | Dep::Advcl | Dep::Ccomp | Dep::Dep
        ) && SPEECH_VERBS.contains(document.lemma(verb))
            && document.child(verb, Dep::Dobj).is_none()
            && document.child(verb, Dep::Mark).is_none()
            && document.child(verb, Dep::Nsubj).is_some();
        let head = document.head(verb).filter(|_| inserted)?;
        let comma_before = own.start > 0 && document.word(own.start - 1) == ",";
        if !(comma_before || document.tokens[verb].dep == Dep::Parataxis) {
            return None;
        }
        without(trees.of(head), &own)
    };
    Some(Draft {
        mode: Mode::Paraphrase,
        source: subject(document, verb),
        cue: verb..verb + 1,
        content,
        confidence: 0.9,
    })
}

/// The head of the clause that `verb` has as its object.
fn clausal_object(document: &Document, verb: usize) -> Option<usize> {
    document.child(verb, Dep::Ccomp)
}

/// "According to X, P".
fn according_to(document: &Document, trees: &Trees, word: usize) -> Option<Draft> {
    if document.lower(word) != "according" {
        return None;
    }
    let to = document.child(word, Dep::Prep)?;
    let source = document.child(to, Dep::Pobj)?;
    let own = trees.of(word);
    let head = std::iter::once(word)
        .chain(document.ancestors(word))
        .skip(1)
        .find(|&up| matches!(document.tokens[up].pos, Pos::Verb | Pos::Aux))
        .or_else(|| document.head(word))?;
    Some(Draft {
        mode: Mode::AccordingTo,
        source: Some(source),
        cue: word..to + 1,
        content: without(trees.of(head), &own),
        confidence: 0.9,
    })
}

/// Who does what `verb` says: its subject, or that of the clause it depends on.
pub(super) fn subject(document: &Document, verb: usize) -> Option<usize> {
    const REACH: usize = 6;
    let mut at = verb;
    for _ in 0..REACH {
        if let Some(found) = document
            .children(at)
            .find(|&child| matches!(document.tokens[child].dep, Dep::Nsubj | Dep::Csubj))
        {
            return Some(found);
        }
        if document.child(at, Dep::Nsubjpass).is_some() {
            let agent = document.child(at, Dep::Agent);
            return agent.and_then(|by| document.child(by, Dep::Pobj));
        }
        let head = document.head(at)?;
        at = match document.tokens[at].dep {
            Dep::Acl if document.tokens[at].tag == Tag::Vbg => return Some(head),
            Dep::Conj | Dep::Xcomp | Dep::Advcl | Dep::Ccomp => head,
            Dep::Pcomp => document.head(head)?,
            _ => return None,
        };
    }
    None
}
