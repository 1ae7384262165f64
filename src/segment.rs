//! Text to paragraphs, tokens and sentences. What is read is a clean [`View`] of the text; its tokens and gaps rebuild it.

mod affixes;
mod blocks;
mod boundaries;
mod language;
mod letters;
mod paragraphs;
mod title;
mod tokenizer;
mod url;
mod view;
mod words;

pub use blocks::settle;
pub use language::{Language, is_english, language};
pub use view::View;
pub use words::words;

pub(crate) use letters::is_space;
pub(crate) use paragraphs::beginning;

use crate::document::Document;

/// Cuts `text` into paragraphs and tokens, and settles the sentence boundaries that need no grammar; [`crate::parse`] finds the
/// others.
///
/// Every character outside the tokens is white space; a paragraph neither begins nor ends with any. Any text is cut, in time
/// linear in its length.
///
/// ```
/// let document = nutgraf::segment::segment("Zürich can't wait.\n\n“🇨🇭 first!”");
/// let words: Vec<_> = (0..document.len()).map(|i| document.word(i)).collect();
/// assert_eq!(words, ["Zürich", "ca", "n't", "wait", ".", "“", "🇨", "🇭", "first", "!", "”"]);
/// assert_eq!(document.paragraphs, [0..5, 5..11]);
/// assert_eq!(document.tokens[2].norm, Some("not"));
/// ```
pub fn segment(text: &str) -> Document<'_> {
    let mut tokens = Vec::new();
    let mut paragraphs = Vec::new();
    for paragraph in paragraphs::paragraphs(text) {
        let first = tokens.len();
        tokenizer::tokenize(text, paragraph, &mut tokens);
        paragraphs.push(first..tokens.len());
    }
    let boundaries = boundaries::boundaries(text, &tokens, &paragraphs);
    let mut document = Document::new(text, tokens, paragraphs);
    document.boundaries = boundaries;
    let head = &document.paragraphs[blocks::head(&document)..];
    document.title = title::title(text, &document.tokens, head);
    blocks::find(&mut document);
    document
}
