//! People, groups, places and buildings without a name, from the parse: "pro-regime forces", "a U.S. military official",
//! "the headquarters". Never a pronoun.

use super::mention::{Found, noun, plural};
use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::NOUNS;
use crate::report::{EntityType, Level};

/// The descriptions in a document, in order of their heads. `names` are left alone.
pub(super) fn find(document: &Document, names: &[Found]) -> Vec<Found> {
    let mut in_name = vec![false; document.len()];
    for name in names {
        in_name[name.tokens.clone()].fill(true);
    }
    (0..document.len())
        .filter(|&i| !in_name[i])
        .filter_map(|i| describe(document, i))
        .collect()
}

fn describe(document: &Document, head: usize) -> Option<Found> {
    let token = &document.tokens[head];
    if !matches!(token.pos, Pos::Noun | Pos::Propn)
        || matches!(
            token.dep,
            Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Npadvmod
        )
    {
        return None;
    }
    let class = NOUNS.get(&noun(document, head))?;
    let many = plural(document, head);
    let start = left_edge(document, head);
    let bare = start == head;
    let kind = match class {
        "person" if many => EntityType::Org,
        "person" => EntityType::Person,
        "group" => EntityType::Org,
        "place" => EntityType::Loc,
        _ => EntityType::Fac,
    };
    if bare && !many && token.pos != Pos::Propn {
        return None;
    }
    let end = right_edge(document, head);
    let mut mention = Found::new(document, start..end, kind, Level::Nominal);
    mention.head = head;
    Some(mention)
}

/// The first token of the noun phrase, its count left out: "pro-regime forces" in "more than 100 pro-regime forces".
fn left_edge(document: &Document, head: usize) -> usize {
    let mut start = head;
    for child in document.children(head).rev().filter(|&child| child < head) {
        let token = &document.tokens[child];
        let part = matches!(
            token.dep,
            Dep::Det
                | Dep::Amod
                | Dep::Compound
                | Dep::Poss
                | Dep::Nmod
                | Dep::Advmod
                | Dep::Punct
                | Dep::Nummod
        );
        if !part || matches!(token.tag, Tag::OpenQuote | Tag::Comma | Tag::LeftBracket) {
            break;
        }
        if token.dep == Dep::Nummod {
            break;
        }
        start = document.subtree(child).start;
    }
    start
}

/// One past the noun phrase: with "of" and what hangs on it, without relative clauses.
fn right_edge(document: &Document, head: usize) -> usize {
    let next = document
        .children_by(head, Dep::Prep)
        .find(|&child| child == head + 1 && document.lower(child) == "of");
    match next {
        Some(of)
            if !document
                .children(of)
                .any(|object| clause_below(document, object)) =>
        {
            document.subtree(of).end
        }
        _ => head + 1,
    }
}

fn clause_below(document: &Document, i: usize) -> bool {
    let tree = document.subtree(i);
    tree.len() > 8
        || tree
            .into_iter()
            .any(|t| matches!(document.tokens[t].dep, Dep::Relcl | Dep::Acl | Dep::Appos))
}
