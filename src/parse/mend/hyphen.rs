//! Words that the tokens of the network cut up: "co-operated", whose last part is the word, "555-0123", and the scale of "£32m".

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::segment::words;

use super::{CHILDREN, attach};

/// Makes each such word one.
pub fn mend(tree: &mut Document) {
    for word in words(tree) {
        let first = word.start;
        if word.len() < 3 || tree.word(first + 1) != "-" {
            continue;
        }
        if tree.word(first).bytes().all(|b| b.is_ascii_digit()) {
            telephone(tree, word);
        } else if word.len() == 3 && tree.word(first + 2).chars().all(char::is_alphabetic) {
            join(tree, first);
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

/// Hangs the parts of a telephone number on its first.
fn telephone(tree: &mut Document, word: TokenRange) {
    let first = word.start;
    for i in word.skip(1) {
        let dep = match tree.word(i) {
            "-" => Dep::Punct,
            _ => Dep::Nmod,
        };
        attach(tree, i, first, dep);
    }
}

/// Hangs the prefix and the hyphen at `start` on the word after them, which takes their place in the tree.
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
            if head == outer {
                tree.tokens[last].head = last;
                tree.tokens[last].dep = dep;
            } else {
                attach(tree, last, head, dep);
            }
        }
    }
    for (part, to_word) in [(start, Dep::Compound), (start + 1, Dep::Punct)] {
        let children: Vec<usize> = tree.children(part).take(CHILDREN).collect();
        for child in children.into_iter().filter(|child| !word.contains(child)) {
            let dep = tree.tokens[child].dep;
            attach(tree, child, last, dep);
        }
        attach(tree, part, last, to_word);
    }
    tree.tokens[start].tag = Tag::Afx;
    tree.tokens[start].pos = Pos::Adj;
    tree.tokens[start + 1].tag = Tag::Hyph;
    tree.tokens[start + 1].pos = Pos::Punct;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    /// Heads by hand: whatever the parser has made of the parts, no ring is closed.
    #[test]
    fn no_part_hangs_on_itself() {
        let cases: [(&str, &[usize]); 2] = [
            // "re-arrested police": the prefix hangs on the police, who hang on the word.
            ("re-arrested police", &[3, 3, 2, 2]),
            // "pro-government forces": prefix, forces, government, in a chain.
            ("pro-government forces", &[3, 0, 2, 2]),
        ];
        for (text, heads) in cases {
            let mut tree = segment(text);
            assert_eq!(tree.len(), heads.len(), "{text}");
            tree.sentences = std::iter::once(0..tree.len()).collect();
            for (i, &head) in heads.iter().enumerate() {
                tree.tokens[i].head = head;
                tree.tokens[i].pos = Pos::Noun;
            }
            tree.index_children();
            mend(&mut tree);
            for start in 0..tree.len() {
                let mut up = start;
                for _ in 0..tree.len() {
                    up = tree.tokens[up].head;
                }
                assert_eq!(tree.tokens[up].head, up, "{text}: above {start}");
            }
        }
    }
}
