//! The headline fact in one sentence: the heaviest fact with when and where.

use crate::document::Pos;
use crate::report::{FactId, Line, Role};
use crate::text::Span;

use super::Article;
use super::clause::tokens;
use super::lines::Telling;
use super::recast;
use super::source::{self, Order};
use super::word::{Speller, Word};

/// Sentences after the headline that say in full what it says in short.
const LEAD_SENTENCES: usize = 3;

/// The heaviest fact that can be told, in one sentence.
pub fn write(
    article: &Article,
    speller: &Speller,
    order: &[FactId],
    tellings: &[Vec<Telling>],
) -> Option<Line> {
    let first = order.iter().find_map(|fact| tellings[fact.0].first())?;
    let telling = match article.in_title(first.trigger) {
        true => in_the_text(article, order, tellings, first).unwrap_or(first),
        false => first,
    };
    let mut clause = telling.clause.clone();
    for role in [Role::Place, Role::Time] {
        if let Some(words) = missing(article, telling, role) {
            clause.words.extend(words);
        }
    }
    let mut words = source::attributed(article, &clause, telling.statement, Order::Usual)?;
    if recast::is_copy(article.document, &words, telling.trigger) {
        words.clone_from(&telling.words);
    }
    Some(speller.line(&words, vec![telling.fact]))
}

/// What the text itself says of an event that the headline tells in short: a fact of the same type in the lead.
fn in_the_text<'t>(
    article: &Article,
    order: &[FactId],
    tellings: &'t [Vec<Telling>],
    short: &Telling,
) -> Option<&'t Telling> {
    let document = article.document;
    let kind = article.facts[short.fact.0].kind;
    let title = document.sentence_of(short.trigger);
    let near = |telling: &&Telling| {
        !article.in_title(telling.trigger)
            && document.sentence_of(telling.trigger) <= title + LEAD_SENTENCES
    };
    (order.iter())
        .filter(|fact| article.facts[fact.0].kind == kind)
        .filter_map(|fact| tellings[fact.0].iter().find(near))
        .min_by_key(|telling| document.sentence_of(telling.trigger))
}

/// When or where, with its preposition, if the clause does not say it and its sentence does.
fn missing(article: &Article, telling: &Telling, role: Role) -> Option<Vec<Word>> {
    let document = article.document;
    let fact = &article.facts[telling.fact.0];
    let sentence = document.sentence_of(telling.trigger);
    let fillers: Vec<Span> = (fact.roles.iter())
        .filter(|filler| filler.role == role)
        .map(|filler| filler.span)
        .collect();
    let shown = |span: Span| document.tokens_in(span).any(|i| telling.clause.holds(i));
    if fillers.iter().any(|&span| shown(span)) {
        return None;
    }
    let here = (fillers.into_iter())
        .find(|&span| document.sentence_of(document.tokens_in(span).start) == sentence)?;
    let start = document.tokens_in(here).start;
    let mut words = tokens(document, here);
    match start
        .checked_sub(1)
        .filter(|&before| document.tokens[before].pos == Pos::Adp)
    {
        Some(before) => words.insert(0, Word::Token(before)),
        // "Wednesday", "last week" stand alone; a place does not.
        None if role == Role::Time => {}
        None => return None,
    }
    Some(words)
}
