//! "**Should** it fail, the state will pay", "**were** it to fail", "**had** it failed": conditions that begin with their auxiliary. It
//! becomes what "if" is elsewhere: the mark of an adverbial clause.

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::CUE_VERBS;

use super::{CHILDREN, after_comma, attach, subject};

/// Mends each such clause that begins a sentence, or the words after a quotation mark or a comma; with "should" also after its main
/// clause.
pub fn mend(tree: &mut Document) {
    for sentence in tree.sentences.clone() {
        for i in sentence.clone() {
            let mends = match tree.lower(i).as_str() {
                "should" => begins(tree, i, &sentence) || !turns(tree, i - 1),
                "had" | "were" => begins(tree, i, &sentence),
                _ => false,
            };
            if mends && !tree.asks(i) {
                of_auxiliary(tree, i, &sentence);
            }
        }
    }
}

fn begins(tree: &Document, i: usize, sentence: &TokenRange) -> bool {
    const BEFORE: [&str; 7] = [",", "“", "\"", "‘", "'", "that", "and"];
    i == sentence.start || BEFORE.contains(&tree.word(i - 1))
}

/// "nor should they", "why should it": other words that an auxiliary follows before its subject.
fn turns(tree: &Document, before: usize) -> bool {
    matches!(
        tree.tokens[before].tag,
        Tag::Wrb | Tag::Wp | Tag::Wdt | Tag::Rb
    ) || matches!(
        tree.lower(before).as_str(),
        "nor" | "neither" | "so" | "than" | "as"
    )
}

fn of_auxiliary(tree: &mut Document, auxiliary: usize, sentence: &TokenRange) {
    let Some((verb, subject)) = clause(tree, auxiliary) else {
        return;
    };
    let Some(main) = main(tree, auxiliary, verb, sentence) else {
        return;
    };
    if tree.tokens[main].head == verb {
        // The parser took the main clause for the object of the condition.
        let (head, dep) = (tree.tokens[verb].head, tree.tokens[verb].dep);
        tree.tokens[main].head = if head == verb { main } else { head };
        tree.tokens[main].dep = dep;
        tree.tokens[verb].head = main;
        tree.tokens[verb].dep = Dep::Advcl;
    } else {
        attach(tree, verb, main, Dep::Advcl);
    }
    if tree.tokens[verb].head == main {
        attach(tree, auxiliary, verb, Dep::Mark);
        attach(tree, subject, verb, Dep::Nsubj);
        tree.tokens[auxiliary].pos = Pos::Sconj;
    }
}

/// The verb of the clause that the auxiliary begins, and its subject, which stands between them.
fn clause(tree: &Document, auxiliary: usize) -> Option<(usize, usize)> {
    let token = &tree.tokens[auxiliary];
    if matches!(token.dep, Dep::Aux | Dep::Auxpass) {
        let subject = subject(tree, token.head, auxiliary)?;
        return (subject < token.head).then_some((token.head, subject));
    }
    // "were the court **to release** it": the verb hangs on "were".
    let verb = (tree.children(auxiliary).take(CHILDREN))
        .find(|&child| matches!(tree.tokens[child].dep, Dep::Xcomp | Dep::Advcl | Dep::Ccomp))?;
    let to = (tree.children(verb).take(CHILDREN)).any(|child| tree.tokens[child].tag == Tag::To);
    let subject = subject(tree, auxiliary, auxiliary)?;
    (tree.lower(auxiliary) == "were" && subject < verb && to).then_some((verb, subject))
}

/// The verb that the clause is the condition of: after its comma, or what it hangs on before it.
fn main(tree: &Document, auxiliary: usize, verb: usize, sentence: &TokenRange) -> Option<usize> {
    let above = tree.tokens[verb].head;
    let hangs = matches!(tree.tokens[verb].dep, Dep::Advcl | Dep::Ccomp)
        && above < auxiliary
        && !CUE_VERBS.contains(tree.lemma(above));
    let below = || {
        let object = tree.child(verb, Dep::Ccomp).filter(|&it| it < auxiliary);
        object.filter(|&it| tree.child(it, Dep::Nsubj).is_some())
    };
    (hangs.then_some(above).or_else(below)).or_else(|| after_comma(tree, verb, sentence))
}
