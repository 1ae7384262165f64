//! The fact summary: ranking, the five Ws and how, numbers, what is unconfirmed, timeline, actors, sentences.

use crate::document::Document;
use crate::report::{Entity, Fact, Statement, Summary};

/// The summary of an article's facts.
pub fn summarize(
    _document: &Document,
    _entities: &[Entity],
    _statements: &[Statement],
    _facts: &[Fact],
) -> Summary {
    Summary::default()
}
