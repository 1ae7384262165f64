//! "**as long as** it pays", "**in case** they fail", "**on condition that** he leaves": conditions of several words. Their clause is hung
//! on the verb that depends on it, as the parser has it for "if", and the word that tells them from others becomes its mark.

use crate::document::{Dep, Document, Pos, Tag, TokenRange};

use super::{CHILDREN, LONGEST_CLAUSE, after_comma, attach, is_noun, subject};

/// The words, with a `*` at the one that becomes the mark; "that" may follow.
const PROVISOS: [&str; 10] = [
    "as long* as",
    "so long* as",
    "in case*",
    "in the event*",
    "on condition*",
    "on the condition*",
    "assuming*",
    "provided*",
    "providing*",
    "supposing*",
];

/// A proviso in the text.
struct Found {
    tokens: TokenRange,
    mark: usize,
    /// A single word, which may be an ordinary verb.
    single: bool,
}

/// Mends the clause of each.
pub fn mend(tree: &mut Document) {
    for sentence in tree.sentences.clone() {
        let mut at = sentence.start;
        while at < sentence.end {
            match find(tree, at, &sentence) {
                Some(found) => {
                    at = found.tokens.end;
                    of_clause(tree, &found, &sentence);
                }
                None => at += 1,
            }
        }
    }
}

fn find(tree: &Document, at: usize, sentence: &TokenRange) -> Option<Found> {
    if !matches!(
        tree.lower(at).as_str(),
        "as" | "so" | "in" | "on" | "assuming" | "provided" | "providing" | "supposing"
    ) {
        return None;
    }
    PROVISOS.iter().find_map(|words| {
        let mut mark = at;
        let mut end = at;
        for word in words.split(' ') {
            if end >= sentence.end || tree.lower(end) != word.trim_end_matches('*') {
                return None;
            }
            if word.ends_with('*') {
                mark = end;
            }
            end += 1;
        }
        let single = end == at + 1;
        let that = end < sentence.end && tree.lower(end) == "that";
        let begins = at == sentence.start
            || matches!(tree.word(at - 1), "," | "“" | "\"" | "—" | "―" | "–" | "(");
        let end = end + usize::from(that);
        // "took part in the event because …": a clause of its own kind follows.
        let other = end < sentence.end
            && matches!(
                tree.tokens[end].tag,
                Tag::In | Tag::To | Tag::Wdt | Tag::Wp | Tag::Wrb
            );
        (!other && (!single || that || begins)).then_some(Found {
            tokens: at..end,
            mark,
            single,
        })
    })
}

fn of_clause(tree: &mut Document, found: &Found, sentence: &TokenRange) {
    let Some((verb, subject)) = clause(tree, found, sentence) else {
        return;
    };
    let Some(main) = main(tree, found, verb, sentence) else {
        return;
    };
    let words = &found.tokens;
    // What the parser hung on the words belongs to the clause, or to the verb before them.
    for word in words.clone() {
        let (head, dep) = (tree.tokens[word].head, tree.tokens[word].dep);
        if head == word {
            tree.tokens[main].head = main;
            tree.tokens[main].dep = dep;
        }
        let children: Vec<usize> = tree.children(word).take(CHILDREN).collect();
        for child in children
            .into_iter()
            .filter(|&child| child != verb && !words.contains(&child))
        {
            let dep = tree.tokens[child].dep;
            attach(
                tree,
                child,
                if child < words.start { main } else { verb },
                dep,
            );
        }
    }
    attach(tree, verb, main, Dep::Advcl);
    if tree.tokens[verb].head != main {
        return;
    }
    attach(tree, subject, verb, Dep::Nsubj);
    attach(tree, found.mark, verb, Dep::Mark);
    tree.tokens[found.mark].pos = Pos::Sconj;
    for word in words.clone().filter(|&word| word != found.mark) {
        attach(tree, word, found.mark, Dep::Dep);
    }
}

/// The verb of the clause after the words, and its subject.
fn clause(tree: &Document, found: &Found, sentence: &TokenRange) -> Option<(usize, usize)> {
    let near = found.tokens.end..sentence.end.min(found.tokens.end + LONGEST_CLAUSE);
    let finite = near
        .clone()
        .take_while(|&i| tree.word(i) != ",")
        .find(|&i| tree.tokens[i].tag.is_finite())?;
    let verb = match tree.tokens[finite].dep {
        Dep::Aux | Dep::Auxpass => tree.tokens[finite].head,
        _ => finite,
    };
    if !near.contains(&verb) {
        return None;
    }
    // "assuming the vote passes": the parser may take the subject for a part of a compound.
    let before = (finite > found.tokens.end).then(|| finite - 1);
    let noun = before.filter(|&noun| is_noun(tree.tokens[noun].tag));
    let subject = subject(tree, verb, found.tokens.end - 1).or(noun)?;
    (subject < verb).then_some((verb, subject))
}

/// The verb that depends on the clause: what it hangs on before the words, else the verb after its comma.
fn main(tree: &Document, found: &Found, verb: usize, sentence: &TokenRange) -> Option<usize> {
    let start = found.tokens.start;
    let is_verb = |i: usize| matches!(tree.tokens[i].pos, Pos::Verb | Pos::Aux);
    let near = |i: usize| i >= sentence.start && i + LONGEST_CLAUSE > start && i < start;
    let above = (tree.ancestors(found.mark).take(CHILDREN)).find(|&up| near(up) && is_verb(up));
    let before = || {
        let lost = found.single && is_verb(found.mark);
        (sentence.start..start)
            .rev()
            .take(LONGEST_CLAUSE)
            .find(|&i| lost && is_verb(i) && tree.tokens[i].head == found.mark)
    };
    above
        .or_else(before)
        .or_else(|| after_comma(tree, verb, sentence))
}
