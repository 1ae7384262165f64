//! Nouns that the parser hung on a verb: conjuncts of its object, numbers it took for adverbs.

use crate::document::{Dep, Document, Pos, Tag};

use super::{attach, is_noun};

/// Mends each such noun.
pub fn mend(tree: &mut Document) {
    for i in 0..tree.len() {
        let head = tree.tokens[i].head;
        if head == i || tree.tokens[head].pos != Pos::Verb {
            continue;
        }
        match tree.tokens[i].dep {
            Dep::Conj if is_noun(tree.tokens[i].tag) && i > head => conjunct(tree, i, head),
            Dep::Prep => subject_after_comparator(tree, i, head),
            _ => {}
        }
    }
}

/// "engaging X and Y": Y, hung on a verb, belongs to the noun before "and"; "maneuvered T-54 and T-72 tanks": it is the object.
fn conjunct(tree: &mut Document, i: usize, verb: usize) {
    let Some(cc) = (verb + 1..i).rev().find(|&t| tree.tokens[t].tag == Tag::Cc) else {
        return;
    };
    let own_clause = tree
        .children(i)
        .take(32)
        .any(|c| matches!(tree.tokens[c].dep, Dep::Nsubj | Dep::Aux));
    if own_clause {
        return;
    }
    let before = (verb + 1..cc)
        .rev()
        .find(|&t| tree.tokens[t].pos != Pos::Punct);
    let Some(before) = before else {
        return;
    };
    let mut noun = before;
    for _ in 0..8 {
        let up = tree.tokens[noun].head;
        if up == noun
            || up == verb
            || tree.tokens[up].pos == Pos::Verb
            || up < verb
            || !is_noun(tree.tokens[up].tag)
        {
            break;
        }
        noun = up;
    }
    let by = tree.tokens[noun].dep;
    if is_noun(tree.tokens[noun].tag)
        && matches!(
            by,
            Dep::Dobj | Dep::Pobj | Dep::Conj | Dep::Attr | Dep::Appos
        )
    {
        attach(tree, i, noun, Dep::Conj);
    } else if tree.tokens[noun].head == verb
        && matches!(
            tree.tokens[noun].tag,
            Tag::Cd | Tag::Nnp | Tag::Nn | Tag::Nns
        )
        && tree.child(verb, Dep::Dobj).is_none()
    {
        attach(tree, i, verb, Dep::Dobj);
        attach(tree, noun, i, Dep::Nmod);
    }
}

/// "around 20 to 30 rounds landed", "between 30 and 40 are missing": the preposition before a number is a comparator, its noun the subject.
fn subject_after_comparator(tree: &mut Document, prep: usize, verb: usize) {
    let word = tree.lower(prep);
    if prep > verb
        || !matches!(
            word.as_str(),
            "around" | "about" | "over" | "under" | "above" | "below" | "nearly" | "between"
        )
    {
        return;
    }
    let has_subject = tree
        .children(verb)
        .take(32)
        .any(|c| matches!(tree.tokens[c].dep, Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj));
    let Some(noun) = tree.child(prep, Dep::Pobj) else {
        return;
    };
    let numbered =
        tree.children_by(noun, Dep::Nummod).next().is_some() || tree.tokens[noun].tag == Tag::Cd;
    if has_subject || !numbered || noun > verb {
        return;
    }
    let passive = tree.child(verb, Dep::Auxpass).is_some();
    attach(
        tree,
        noun,
        verb,
        if passive { Dep::Nsubjpass } else { Dep::Nsubj },
    );
    attach(tree, prep, noun, Dep::Advmod);
}
