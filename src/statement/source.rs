//! Who says what a cue says, by syntax.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::{NOUNS, SUPPORT_VERBS};

/// Who does what `verb` says: its subject, or that of the clause it depends on; the agent of a passive.
pub(super) fn subject(document: &Document, verb: usize) -> Option<usize> {
    const REACH: usize = 8;
    let mut at = verb;
    for step in 0..REACH {
        let subjects = document
            .children(at)
            .filter(|&child| matches!(document.tokens[child].dep, Dep::Nsubj | Dep::Csubj));
        // Of two the nearest: the parser hangs the subject of what is said on the cue, too.
        if let Some(found) = subjects.min_by_key(|&child| (child > at, child.abs_diff(at))) {
            return Some(found);
        }
        if let Some(passive) = document.child(at, Dep::Nsubjpass) {
            // "was quoted as saying": the one who is quoted speaks.
            return if step > 0 {
                Some(passive)
            } else {
                agent(document, at)
            };
        }
        let head = document.head(at)?;
        at = match document.tokens[at].dep {
            Dep::Acl if document.tokens[at].tag == Tag::Vbg => {
                return Some(author(document, head).unwrap_or(head));
            }
            Dep::Xcomp if controls(document, head, at) => return document.child(head, Dep::Dobj),
            Dep::Conj | Dep::Xcomp | Dep::Advcl | Dep::Ccomp | Dep::Acomp | Dep::Dep => head,
            // "drew headlines for calling him a liar": she who drew them.
            Dep::Pcomp => {
                let governor = document.head(head)?;
                let object = document.tokens[governor].dep == Dep::Dobj;
                (document.head(governor).filter(|_| object)).unwrap_or(governor)
            }
            _ => return None,
        };
    }
    None
}

/// Who issues a document that is an object: "she released a statement saying …".
fn author(document: &Document, noun: usize) -> Option<usize> {
    let verb = document.head(noun)?;
    let issues = document.tokens[noun].dep == Dep::Dobj
        && NOUNS.get(document.lemma(noun)) == Some("document")
        && SUPPORT_VERBS.contains(document.lemma(verb));
    issues.then(|| subject(document, verb)).flatten()
}

/// Whether `verb` is a passive participle by itself: in "asked by the paper whether …, he …" it is not he who asks.
pub(super) fn is_passive_participle(document: &Document, verb: usize) -> bool {
    document.tokens[verb].tag == Tag::Vbn
        && matches!(document.tokens[verb].dep, Dep::Advcl | Dep::Acl)
        && !(document.children(verb)).any(|child| {
            matches!(
                document.tokens[child].dep,
                Dep::Aux | Dep::Auxpass | Dep::Nsubj
            )
        })
}

/// The one by whom a passive verb's deed is done.
pub(super) fn agent(document: &Document, verb: usize) -> Option<usize> {
    let by = document.child(verb, Dep::Agent)?;
    document.child(by, Dep::Pobj)
}

/// Whether the object of `head`, a person, does what its infinitive `verb` says: "asked him to say".
fn controls(document: &Document, head: usize, verb: usize) -> bool {
    document.child(head, Dep::Dobj).is_some_and(|object| {
        object < verb
            && matches!(document.tokens[object].pos, Pos::Pron | Pos::Propn)
            && document.lemma(head) != "promise"
    })
}

/// Whose a noun of saying is: "Trump's claim", "a statement by the bank", "she made the claim".
pub(super) fn holder(document: &Document, noun: usize) -> Option<usize> {
    if let Some(owner) = document.child(noun, Dep::Poss) {
        return Some(owner);
    }
    let by = document
        .children(noun)
        .filter(|&child| matches!(document.tokens[child].dep, Dep::Prep | Dep::Agent))
        .find(|&child| matches!(document.lower(child).as_str(), "by" | "from" | "among"))
        .and_then(|by| document.child(by, Dep::Pobj));
    if by.is_some() {
        return by;
    }
    let verb = document.head(noun)?;
    let object =
        document.tokens[noun].dep == Dep::Dobj && SUPPORT_VERBS.contains(document.lemma(verb));
    object.then(|| subject(document, verb)).flatten()
}
