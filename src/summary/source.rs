//! Who says a unit's words, where the words do not say it themselves.

use crate::document::{Dep, Pos, TokenRange};
use crate::report::{EntityType, StatementId};
use crate::text::Span;

use super::Article;
use super::context::Context;
use super::unit::is_word;

/// Words of a unit that may be no part of what is said: "and", a mark.
const LOOSE: usize = 1;

/// Whose words a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The article's own, or somebody's whom the words name.
    Told,
    /// Somebody's whom other words name: these.
    Said(StatementId, Span),
    /// Somebody's whom nothing names.
    Unknown,
}

/// Whose words these tokens are. O(tokens).
pub fn voice(context: &Context, tokens: &TokenRange) -> Voice {
    let article = context.article;
    let document = article.document;
    let Some(id) = content(article, tokens) else {
        let quoted = (tokens.clone().filter(|&i| is_word(document, i)))
            .all(|i| article.quotation_at(i).is_some());
        return match quoted {
            true => Voice::Unknown,
            false => Voice::Told,
        };
    };
    let statement = &article.statements[id.0];
    let here = |span: Span| tokens.contains(&document.tokens_in(span).start);
    if statement.cue.is_some_and(here) {
        return Voice::Told;
    }
    let Some(source) = &statement.source else {
        return Voice::Unknown;
    };
    if here(source.span) {
        return Voice::Told;
    }
    let words = document.tokens_in(source.span);
    let pronoun = words.clone().all(|i| document.tokens[i].pos == Pos::Pron);
    let kind = source.entity.map(|entity| article.entities[entity.0].kind);
    let named = (source.entity)
        .filter(|_| kind == Some(EntityType::Person))
        .and_then(|entity| context.introduction(entity));
    match (named, kind) {
        (Some(intro), _) => Voice::Said(id, intro.whole),
        _ if pronoun || words.is_empty() => Voice::Unknown,
        // A body speaks where the words for it are the subject of what says so.
        (None, Some(EntityType::Org | EntityType::Gpe | EntityType::Norp))
            if !is_subject(article, &words) =>
        {
            Voice::Unknown
        }
        _ => Voice::Said(id, source.span),
    }
}

fn is_subject(article: &Article, tokens: &TokenRange) -> bool {
    (article.head_of(tokens.clone()))
        .is_some_and(|head| article.document.tokens[head].dep == Dep::Nsubj)
}

/// The statement whose content the tokens are, but for a word.
fn content(article: &Article, tokens: &TokenRange) -> Option<StatementId> {
    let document = article.document;
    let outer = |i: usize| {
        let mut id = article.statement_at(i)?;
        // What is said within what is said is told by who says the whole.
        while let Some(up) = article.statements[id.0].within {
            let content = &article.statements[up.0].content;
            let token = document.tokens[i].span;
            let at = content.partition_point(|span| span.end < token.end);
            let holds = content.get(at).is_some_and(|span| span.contains(token));
            match holds {
                true => id = up,
                false => break,
            }
        }
        Some(id)
    };
    let words: Vec<usize> = tokens.clone().filter(|&i| is_word(document, i)).collect();
    let id = words.iter().find_map(|&i| outer(i))?;
    let outside = words.iter().filter(|&&i| outer(i) != Some(id)).count();
    (outside <= LOOSE).then_some(id)
}
