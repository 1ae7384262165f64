//! The headline: what stands before the article on a line of its own.

use crate::document::{Token, TokenRange};
use crate::text::Span;

use super::letters::is_space;

/// The longest headline, in tokens. Headlines of the press have up to twenty words; standfirsts are full sentences.
const MAX_TITLE_TOKENS: usize = 40;

/// The first paragraph, if it is one line of moderate length without a final full stop and others follow.
///
/// A line that ends like the beginning of something ("In this article:", "Dear all,") is no headline, and one without a
/// letter is none.
pub fn title(text: &str, tokens: &[Token], paragraphs: &[TokenRange]) -> Option<Span> {
    let [first, _, ..] = paragraphs else {
        return None;
    };
    let words = || {
        tokens[first.clone()]
            .iter()
            .map(|token| token.span.of(text))
    };
    let last = words()
        .rev()
        .find(|word| !matches!(*word, "\"" | "”" | "’" | "'" | ")"))?;
    let fits = first.len() <= MAX_TITLE_TOKENS
        && !matches!(last, "." | "," | ":" | ";" | "-" | "…")
        && words().all(|word| !word.starts_with(is_space) || word == "\u{a0}")
        && words().any(|word| word.contains(char::is_alphabetic));
    fits.then(|| {
        Span::new(
            tokens[first.start].span.start,
            tokens[first.end - 1].span.end,
        )
    })
}
