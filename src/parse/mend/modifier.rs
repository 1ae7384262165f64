//! "the U.S. led coalition conducted strikes": a participle between a name and a noun that was taken for the verb.

use crate::document::{Dep, Document, Tag};

use super::{attach, is_noun};

/// Participles that name and noun enclose as one modifier ("Iran backed militias", "family owned firm").
const MODIFYING: [&str; 16] = [
    "led",
    "backed",
    "based",
    "owned",
    "run",
    "sponsored",
    "funded",
    "controlled",
    "held",
    "trained",
    "made",
    "born",
    "occupied",
    "administered",
    "supported",
    "allied",
];

/// Turns such a participle back into a modifier and gives its clause to the next verb.
pub fn mend(tree: &mut Document) {
    for verb in 1..tree.len().saturating_sub(1) {
        if !matches!(tree.tokens[verb].tag, Tag::Vbd | Tag::Vbn)
            || !MODIFYING.contains(&tree.lower(verb).as_str())
        {
            continue;
        }
        let noun = verb + 1;
        if !is_noun(tree.tokens[noun].tag)
            || !matches!(tree.tokens[verb - 1].tag, Tag::Nnp | Tag::Nnps | Tag::Nn)
        {
            continue;
        }
        // Its noun must be the object or subject that the parser saw, and another verb must be there to carry the clause.
        let Some(next) = tree.children_by(verb, Dep::Conj).find(|&child| {
            matches!(tree.tokens[child].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp)
                && tree.child(child, Dep::Nsubj).is_none()
        }) else {
            continue;
        };
        let head_noun = (noun..(noun + 4).min(tree.len()))
            .find(|&i| tree.tokens[i].head == verb && is_noun(tree.tokens[i].tag))
            .unwrap_or(noun);
        let (head, dep) = (tree.tokens[verb].head, tree.tokens[verb].dep);
        tree.tokens[next].dep = dep;
        tree.tokens[next].head = if head == verb { next } else { head };
        let children: Vec<usize> = tree.children(verb).take(64).collect();
        for child in children {
            if child == next {
                continue;
            }
            let participial = tree.tokens[child].dep == Dep::Advcl && child < next;
            if child == head_noun {
                attach(tree, child, next, Dep::Nsubj);
            } else if participial {
                attach(tree, child, head_noun, Dep::Acl);
            } else if child < verb && tree.tokens[child].dep == Dep::Nsubj {
                attach(tree, child, verb, Dep::Npadvmod);
            } else {
                let dep = tree.tokens[child].dep;
                attach(tree, child, next, dep);
            }
        }
        attach(tree, head_noun, next, Dep::Nsubj);
        attach(tree, verb, head_noun, Dep::Amod);
    }
}
