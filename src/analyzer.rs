//! Owns the model and runs the stages in order.

use crate::document::Document;
use crate::report::Report;
use crate::{entity, fact, segment, statement, summary};

/// Analyses articles. `Send + Sync`: one serves all threads.
#[derive(Debug)]
pub struct Analyzer;

impl Analyzer {
    /// What the article says.
    pub fn analyze(&self, text: &str) -> Report {
        let document: Document = segment::segment(text);
        let entities = entity::recognize(&document, &[], None);
        let statements = statement::attribute(&document, &entities);
        let facts = fact::extract(&document, &entities, &statements);
        let summary = summary::summarize(&document, &entities, &statements, &facts);
        Report {
            length: text.len(),
            entities,
            statements,
            facts,
            summary,
            ..Report::default()
        }
    }
}
