//! Text to paragraphs, tokens and sentences. The text is never edited; tokens and gaps rebuild it.

use crate::document::Document;

/// Cuts `text` into paragraphs and tokens. Sentences are set by [`crate::parse`] and refined here afterwards.
pub fn segment(text: &str) -> Document<'_> {
    Document::new(text, Vec::new(), Vec::new())
}
