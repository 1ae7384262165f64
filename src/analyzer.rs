//! Owns the model and runs the stages in order.

use crate::document::Document;
use crate::entity::Named;
use crate::report::Report;
use crate::{entity, fact, segment, statement, summary};

/// Analyses articles. `Send + Sync`: one serves all threads.
#[derive(Debug)]
pub struct Analyzer;

impl Analyzer {
    /// What the article says. `date` is the article's own (`YYYY-MM-DD`), if it is known from outside the text.
    pub fn analyze(&self, text: &str, date: Option<&str>) -> Report {
        let (document, named) = parse(text);
        let entities = entity::recognize(&document, &named, date);
        let statements = statement::attribute(&document, &entities);
        let facts = fact::extract(&document, &entities, &statements);
        let summary = summary::summarize(&document, &entities, &statements, &facts);
        let spans = |ranges: &[crate::document::TokenRange]| {
            ranges
                .iter()
                .map(|range| document.span(range.clone()))
                .collect()
        };
        let (paragraphs, sentences) = (spans(&document.paragraphs), spans(&document.sentences));
        Report {
            length: text.len(),
            title: document.title,
            paragraphs,
            sentences,
            entities,
            statements,
            facts,
            summary,
            ..Report::default()
        }
    }
}

#[cfg(feature = "bridge")]
fn parse(text: &str) -> (Document<'_>, Vec<Named>) {
    crate::bridge::parse(text)
}

#[cfg(not(feature = "bridge"))]
fn parse(text: &str) -> (Document<'_>, Vec<Named>) {
    (segment::segment(text), Vec::new())
}
