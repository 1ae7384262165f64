//! Who says what: quotations and reported speech, with source, cue and content.

use crate::document::Document;
use crate::report::{Entity, Statement};

/// The statements of a parsed document, in order of their first content.
pub fn attribute(_document: &Document, _entities: &[Entity]) -> Vec<Statement> {
    Vec::new()
}
