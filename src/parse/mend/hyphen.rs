//! Words that the tokens of the network cut up: "co-operated", whose last part is the word, "555-0123", and the scale of "£32m".

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::segment::words;

use super::attach;

/// Makes each such word one.
pub fn mend(tree: &mut Document) {
    let words: Vec<TokenRange> = (words(tree).into_iter())
        .filter(|word| word.len() >= 3 && tree.word(word.start + 1) == "-")
        .collect();
    let digits = |i: usize| tree.word(i).bytes().all(|b| b.is_ascii_digit());
    let telephone: Vec<TokenRange> = (words.iter())
        .filter(|word| digits(word.start))
        .cloned()
        .collect();
    let prefixed: Vec<usize> = (words.iter())
        .filter(|word| word.len() == 3)
        .filter(|word| tree.word(word.start + 2).chars().all(char::is_alphabetic))
        .map(|word| word.start)
        .collect();
    for start in prefixed {
        join(tree, start);
    }
    for word in telephone {
        let first = word.start;
        for i in word.skip(1) {
            let dep = match tree.word(i) {
                "-" => Dep::Punct,
                _ => Dep::Nmod,
            };
            attach(tree, i, first, dep);
        }
    }
    for i in 1..tree.len() {
        if tree.tokens[i].dep == Dep::Appos && is_scale(tree, i) {
            tree.tokens[i].dep = Dep::Quantmod;
        }
    }
}

/// The "m" of "£32m".
fn is_scale(tree: &Document, i: usize) -> bool {
    let before = tree.word(i - 1);
    tree.tokens[i - 1].span.end == tree.tokens[i].span.start
        && before.ends_with(|c: char| c.is_ascii_digit())
        && matches!(
            tree.word(i),
            "m" | "bn" | "k" | "b" | "tn" | "M" | "K" | "B"
        )
}

fn join(tree: &mut Document, start: usize) {
    let last = start + 2;
    let word = start..last + 1;
    let outer = word.clone().find(|&i| {
        let head = tree.tokens[i].head;
        head == i || !word.contains(&head)
    });
    let Some(outer) = outer else { return };
    let (head, dep) = (tree.tokens[outer].head, tree.tokens[outer].dep);
    let above = tree.tokens[last].head;
    if outer != last {
        let inside = word.contains(&above) || above == last;
        let verb_below = !inside && tree.tokens[last].pos == Pos::Verb;
        if inside || verb_below || matches!(tree.tokens[outer].pos, Pos::Verb | Pos::X | Pos::Adj) {
            tree.tokens[last].dep = dep;
            tree.tokens[last].head = if head == outer { last } else { head };
        }
    }
    for part in [start, start + 1] {
        let children: Vec<usize> = tree.children(part).take(64).collect();
        for child in children {
            if !word.contains(&child) {
                let dep = tree.tokens[child].dep;
                attach(tree, child, last, dep);
            }
        }
        tree.tokens[part].head = last;
    }
    tree.tokens[start].dep = Dep::Compound;
    tree.tokens[start].tag = Tag::Afx;
    tree.tokens[start].pos = Pos::Adj;
    tree.tokens[start + 1].dep = Dep::Punct;
    tree.tokens[start + 1].tag = Tag::Hyph;
    tree.tokens[start + 1].pos = Pos::Punct;
}
