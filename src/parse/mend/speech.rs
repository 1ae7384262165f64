//! "She said he had left, adding that …", "he said it had rained and warned that …": a second verb of speech that the parser hung into
//! what the first one reports, though the same source says both; and "three were held and two hurt, police said", where it hung the
//! last half on the source alone.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::says;

use super::{CHILDREN, attach};

/// Hangs each such verb on the first one.
pub fn mend(tree: &mut Document) {
    for verb in 0..tree.len() {
        if tree.tokens[verb].dep == Dep::Conj {
            trailing(tree, verb);
        }
        let refuses = matches!(tree.lemma(verb), "decline" | "refuse");
        if !(speaks(tree, verb) || refuses) {
            continue;
        }
        who_they_say(tree, verb);
        of_name(tree, verb);
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

/// "reminds me of Mark Twain **saying** that …": who says it is named right before it.
fn of_name(tree: &mut Document, cue: usize) {
    let Some(name) = cue.checked_sub(1) else {
        return;
    };
    let named = tree.tokens[name].pos == Pos::Propn && tree.tokens[name].dep == Dep::Pobj;
    if named && tree.tokens[cue].tag == Tag::Vbg && tree.tokens[cue].dep == Dep::Advcl {
        attach(tree, cue, name, Dep::Acl);
    }
}

/// "the man **who police say killed** the guard": the relative pronoun is the subject of what is said, not of the saying.
fn who_they_say(tree: &mut Document, cue: usize) {
    let subjects: Vec<usize> = (tree.children_by(cue, Dep::Nsubj)).take(3).collect();
    let &[who, source] = subjects.as_slice() else {
        return;
    };
    let relative = matches!(tree.tokens[who].tag, Tag::Wp | Tag::Wdt);
    let verb = (tree.children(cue).take(CHILDREN)).find(|&child| {
        child == cue + 1 && matches!(tree.tokens[child].dep, Dep::Xcomp | Dep::Ccomp)
    });
    let Some(verb) = verb.filter(|&verb| {
        let adjacent = who < source && source < cue && tree.tokens[cue].dep == Dep::Relcl;
        relative && adjacent && tree.tokens[verb].pos == Pos::Verb && !has_subject(tree, verb)
    }) else {
        return;
    };
    if tree.tokens[verb].tag == Tag::Vb {
        tree.tokens[verb].tag = Tag::Vbd;
    }
    tree.tokens[verb].dep = Dep::Ccomp;
    attach(tree, who, verb, Dep::Nsubj);
}

/// "A was so and B was so, **police said**": what ends the sentence after a comma is said of both halves.
fn trailing(tree: &mut Document, cue: usize) {
    let first = tree.tokens[cue].head;
    let Some(last) = tree.child(cue, Dep::Ccomp).filter(|&last| last < cue) else {
        return;
    };
    let Some(source) = (tree.children_by(cue, Dep::Nsubj)).find(|&subject| subject > last) else {
        return;
    };
    let comma = (tree.subtree(source).start)
        .checked_sub(1)
        .is_some_and(|i| tree.word(i) == ",");
    let end = tree.sentences[tree.sentence_of(cue)].end;
    let ends = (cue + 1..end).all(|i| {
        matches!(tree.tokens[i].pos, Pos::Punct | Pos::Space)
            || matches!(
                tree.tokens[i].dep,
                Dep::Npadvmod | Dep::Prep | Dep::Pobj | Dep::Compound | Dep::Nummod
            )
    });
    let plain = tree.tokens[first].pos == Pos::Verb
        && first < last
        && !speaks(tree, first)
        && tree.tokens[first].dep == Dep::Root;
    if !(comma && ends && plain && speaks(tree, cue)) {
        return;
    }
    tree.tokens[cue].head = cue;
    tree.tokens[cue].dep = Dep::Root;
    tree.tokens[first].head = cue;
    tree.tokens[first].dep = Dep::Ccomp;
    tree.tokens[last].head = first;
    tree.tokens[last].dep = Dep::Conj;
}

/// The first cue of a conjunct: "said it had rained **and warned** that …", where tense or "that" tells them apart from what is reported.
fn conjunct(tree: &Document, verb: usize) -> Option<usize> {
    if !tree.tokens[verb].tag.is_finite() || has_subject(tree, verb) {
        return None;
    }
    let first = tree.tokens[verb].head;
    let clause = reported(tree, first).or_else(|| {
        let content = tree.tokens[first].dep == Dep::Ccomp && speaks(tree, tree.tokens[first].head);
        (content && is_shifted(tree, first, verb)).then_some(first)
    })?;
    let cue = tree.tokens[clause].head;
    let that = tree.child(verb, Dep::Ccomp).is_some_and(|inner| {
        (tree.child(inner, Dep::Mark)).is_some_and(|mark| tree.lower(mark) == "that")
    });
    let alike = tree.tokens[cue].tag == tree.tokens[verb].tag;
    let inner = tree.tokens[tree.tokens[verb].head].tag;
    // "said that they had met **but declined** to say more": who says something is who keeps back the rest.
    let but = matches!(tree.lemma(verb), "decline" | "refuse")
        && (tree.children_by(tree.tokens[verb].head, Dep::Cc))
            .any(|i| i < verb && tree.lower(i) == "but");
    (alike && (but || that || inner != tree.tokens[verb].tag)).then_some(cue)
}

/// "said that the army **had not fired** and **suggested** …": only what is reported stands further back in time than who reports it.
fn is_shifted(tree: &Document, first: usize, verb: usize) -> bool {
    let had = |verb: usize| {
        (tree.children_by(verb, Dep::Aux))
            .any(|aux| matches!(tree.tokens[aux].tag, Tag::Vbd | Tag::Md))
    };
    had(first) && !had(verb) && tree.tokens[verb].tag == Tag::Vbd
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

pub(super) fn speaks(tree: &Document, i: usize) -> bool {
    tree.tokens[i].pos == Pos::Verb && says(tree.lemma(i))
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
