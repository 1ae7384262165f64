//! What happened: events and states with roles, counts, time, place, polarity, certainty and claims, merged.

use crate::document::Document;
use crate::report::{Entity, Fact, Statement};

/// The facts of a parsed document, in order of their triggers.
pub fn extract(_document: &Document, _entities: &[Entity], _statements: &[Statement]) -> Vec<Fact> {
    Vec::new()
}
