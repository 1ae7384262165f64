//! Who says what: quotations and reported speech, with source, cue and content.
//!
//! Knows marks, trees and cue words; knows nothing of events. Syntax finds the cues ([`clause`]), paragraph by paragraph the
//! marks find the quotations ([`quotes`]), [`quoted`] brings both together, and [`chain`] tells who quotes whom.

mod quotes;

mod tree;

mod draft;

mod clause;

mod quoted;

mod chain;

mod cover;

pub use cover::Cover;

use crate::document::Document;
use crate::report::{Entity, Statement};

/// The statements of a parsed document, in order of their first content.
pub fn attribute(document: &Document, entities: &[Entity]) -> Vec<Statement> {
    if document.is_empty() || document.sentences.is_empty() {
        return Vec::new();
    }
    let trees = tree::Trees::new(document);
    let quotations = quotes::find(document);
    let mut drafts = clause::find(document, &trees);
    quoted::join(document, &quotations, &mut drafts);
    chain::link(document, &trees, entities, &quotations, drafts)
}
