//! "She said he had left, adding that …", "he said it had rained and warned that …": a second verb of speech that the parser hung into
//! what the first one reports, though the same source says both.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::CUE_VERBS;

use super::{attach, is_finite};

/// Words under a verb that are looked at.
const CHILDREN: usize = 64;

/// Hangs each such verb on the first one.
pub fn mend(tree: &mut Document) {
    for verb in 0..tree.len() {
        if !speaks(tree, verb) {
            continue;
        }
        let joined = match tree.tokens[verb].dep {
            Dep::Conj => conjunct(tree, verb),
            Dep::Advcl => participle(tree, verb),
            _ => None,
        };
        let Some(cue) = joined else { continue };
        let and = (tree.children(tree.tokens[verb].head))
            .take(CHILDREN)
            .filter(|&i| i < verb && tree.tokens[i].dep == Dep::Cc)
            .last();
        let dep = tree.tokens[verb].dep;
        attach(tree, verb, cue, dep);
        if let (Dep::Conj, Some(and)) = (dep, and) {
            attach(tree, and, cue, Dep::Cc);
        }
    }
}

/// The first cue of a conjunct: "said it had rained **and warned** that …", where tense or "that" tells them apart from what is reported.
fn conjunct(tree: &Document, verb: usize) -> Option<usize> {
    if !is_finite(tree.tokens[verb].tag) || has_subject(tree, verb) {
        return None;
    }
    let clause = reported(tree, tree.tokens[verb].head)?;
    let cue = tree.tokens[clause].head;
    let that = tree.child(verb, Dep::Ccomp).is_some_and(|inner| {
        (tree.child(inner, Dep::Mark)).is_some_and(|mark| tree.lower(mark) == "that")
    });
    let alike = tree.tokens[cue].tag == tree.tokens[verb].tag;
    let inner = tree.tokens[tree.tokens[verb].head].tag;
    (alike && (that || inner != tree.tokens[verb].tag)).then_some(cue)
}

/// The first cue of a participle after a comma: "said he would come**, adding** that …".
fn participle(tree: &Document, verb: usize) -> Option<usize> {
    let comma = verb.checked_sub(1).is_some_and(|i| tree.word(i) == ",");
    if tree.tokens[verb].tag != Tag::Vbg || !comma || has_subject(tree, verb) {
        return None;
    }
    reported(tree, tree.tokens[verb].head).map(|clause| tree.tokens[clause].head)
}

/// The clause that a cue before it reports, on the way up from `word`; none where someone else than "he" acts in it: that one may speak.
fn reported(tree: &Document, word: usize) -> Option<usize> {
    const DEPTH: usize = 4;
    let mut at = word;
    for _ in 0..DEPTH {
        let head = tree.head(at)?;
        if other_speaker(tree, at) {
            return None;
        }
        match tree.tokens[at].dep {
            Dep::Ccomp => return (head < at && speaks(tree, head)).then_some(at),
            // "denied reports that it would close, saying …"
            Dep::Acl if tree.tokens[head].dep == Dep::Dobj => {
                let verb = tree.head(head)?;
                return (verb < at && speaks(tree, verb)).then_some(head);
            }
            Dep::Conj | Dep::Xcomp => at = head,
            _ => return None,
        }
    }
    None
}

fn speaks(tree: &Document, i: usize) -> bool {
    tree.tokens[i].pos == Pos::Verb
        && CUE_VERBS
            .get(tree.lemma(i))
            .is_some_and(|frames| frames.split(' ').any(|frame| frame == "say"))
}

fn has_subject(tree: &Document, verb: usize) -> bool {
    tree.children(verb)
        .take(CHILDREN)
        .any(|child| matches!(tree.tokens[child].dep, Dep::Nsubj | Dep::Nsubjpass))
}

/// Whether a clause has a subject of its own that is neither a pronoun nor a thing.
fn other_speaker(tree: &Document, verb: usize) -> bool {
    tree.children(verb)
        .take(CHILDREN)
        .filter(|&child| matches!(tree.tokens[child].dep, Dep::Nsubj | Dep::Nsubjpass))
        .any(|subject| match tree.tokens[subject].pos {
            Pos::Propn => true,
            Pos::Pron => false,
            _ => matches!(
                crate::lexicon::NOUNS.get(tree.lemma(subject)),
                Some("person" | "group")
            ),
        })
}
