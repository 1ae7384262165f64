//! "did **not**, at any point, agree": the parser hangs a "not" that a comma or a phrase parts from its verb on the phrase, or on the auxiliary.

use crate::document::{Dep, Document};

use super::{CHILDREN, attach};

/// Hangs each "not" that follows the auxiliary of a verb on that verb.
pub fn mend(tree: &mut Document) {
    for i in 1..tree.len() {
        if matches!(tree.tokens[i - 1].dep, Dep::Aux | Dep::Auxpass)
            && matches!(tree.lower(i).as_str(), "not" | "n't" | "n’t")
        {
            of_verb(tree, i);
        }
    }
}

fn of_verb(tree: &mut Document, not: usize) {
    let verb = tree.tokens[not - 1].head;
    // "not only reads but writes": it is the word after it that is denied.
    let focus = (tree.tokens.len() > not + 1)
        && matches!(
            tree.lower(not + 1).as_str(),
            "only" | "just" | "merely" | "simply" | "necessarily" | "so" | "least" | "always"
        );
    let denied = tree
        .children(verb)
        .take(CHILDREN)
        .any(|child| tree.tokens[child].dep == Dep::Neg);
    if verb > not && tree.tokens[not].head != verb && !focus && !denied {
        attach(tree, not, verb, Dep::Neg);
    }
}
