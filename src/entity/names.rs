//! Names: what the recogniser found, put right by rules that hold in any article.

use super::Named;
use super::mention::{Found, possessive_mark};
use crate::document::{Document, Pos, TokenRange};
use crate::lexicon::TITLES;
use crate::report::{EntityType, Level};

/// The names of a document in order of the text, none overlapping another.
pub(super) fn find(document: &Document, named: &[Named]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (tokens, kind) in named {
        if is_value(*kind) {
            continue;
        }
        let Some(tokens) = trim(document, tokens.clone()) else {
            continue;
        };
        let mut mention = Found::new(document, tokens, *kind, Level::Named);
        if mention.kind == EntityType::Person {
            mention.tokens.start = with_title(document, mention.tokens.start);
            while mention.name_start + 1 < mention.tokens.end
                && title(document, mention.name_start).is_some()
            {
                mention.name_start += 1;
            }
        }
        if found
            .last()
            .is_none_or(|last| last.tokens.end <= mention.tokens.start)
        {
            found.push(mention);
        }
    }
    found
}

/// Whether mentions of this type are numbers, amounts, dates or times.
pub(super) fn is_value(kind: EntityType) -> bool {
    matches!(
        kind,
        EntityType::Date
            | EntityType::Time
            | EntityType::Percent
            | EntityType::Money
            | EntityType::Quantity
            | EntityType::Ordinal
            | EntityType::Cardinal
    )
}

/// Without articles in front, possessive marks and punctuation at the edges.
fn trim(document: &Document, tokens: TokenRange) -> Option<TokenRange> {
    let (mut start, mut end) = (tokens.start, tokens.end);
    while start < end
        && (edge(document, start) || matches!(document.lower(start).as_str(), "the" | "a" | "an"))
    {
        start += 1;
    }
    while end > start && (edge(document, end - 1) || possessive_mark(document, end - 1)) {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

fn edge(document: &Document, i: usize) -> bool {
    matches!(document.tokens[i].pos, Pos::Punct | Pos::Space) && !document.word(i).ends_with('.')
}

/// The class of the title at `i`, if it is one: `style`, `rank` or `office`.
pub(super) fn title(document: &Document, i: usize) -> Option<&'static str> {
    TITLES.get(&document.lower(i))
}

/// Where a person's mention starts if the titles before `start` are taken in.
fn with_title(document: &Document, start: usize) -> usize {
    let mut best = start;
    let mut i = start;
    while i > 0 {
        let at = i - 1;
        let word = document.word(at);
        if title(document, at).is_some() {
            i = at;
            best = at;
            continue;
        }
        // "Secretary of State Rice", "Minister for the Middle East Tobias Ellwood": over the words of the office.
        let name_like =
            word.starts_with(char::is_uppercase) && document.tokens[at].pos != Pos::Punct;
        let joint = matches!(word, "of" | "for" | "the" | "and") && i < start;
        if !(name_like || joint) || start - at > 8 {
            break;
        }
        if document.sentence_of(at) != document.sentence_of(start) {
            break;
        }
        i = at;
    }
    best
}
