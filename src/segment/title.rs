//! The headline: what stands before the article on a line of its own.

use crate::document::{Token, TokenRange};
use crate::text::Span;

use super::letters::is_space;

/// The longest headline, in tokens. Headlines of the press have up to twenty words; standfirsts are full sentences.
const MAX_TITLE_TOKENS: usize = 40;

/// The first paragraph, if it is one line of moderate length and others follow. It ends without a full stop, or is written with capitals, or the
/// paragraph after it says it again.
///
/// A line that ends like the beginning of something ("In this article:", "Dear all,") is no headline, and one without a
/// letter is none.
pub fn title(text: &str, tokens: &[Token], paragraphs: &[TokenRange]) -> Option<Span> {
    let [first, second, ..] = paragraphs else {
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
    let stops = match last {
        "." => {
            let [first, second] = [first, second].map(|it| &tokens[it.clone()]);
            !has_capitals(text, first) && !is_said_again(text, first, second)
        }
        last => matches!(last, "," | ":" | ";" | "-" | "…"),
    };
    let fits = first.len() <= MAX_TITLE_TOKENS
        && !stops
        && words().all(|word| !word.starts_with(is_space) || word == "\u{a0}")
        && words().any(|word| word.contains(char::is_alphabetic));
    fits.then(|| {
        Span::new(
            tokens[first.start].span.start,
            tokens[first.end - 1].span.end,
        )
    })
}

/// Whether most of the few long words come again, by their beginnings, in what follows: a headline that somebody put a full stop behind.
fn is_said_again(text: &str, first: &[Token], second: &[Token]) -> bool {
    const MOST_TOKENS: usize = 16;
    const LEAST: usize = 3;
    const LONG: usize = 4;
    const BEGINNING: usize = 5;
    let long = |tokens: &[Token]| -> Vec<String> {
        (tokens.iter().map(|token| token.span.of(text)))
            .filter(|word| word.chars().count() >= LONG && word.starts_with(char::is_alphabetic))
            .map(|word| word.to_lowercase().chars().take(BEGINNING).collect())
            .collect()
    };
    // A lead says more than its headline.
    if first.len() > MOST_TOKENS || second.len() * 2 < first.len() * 3 {
        return false;
    }
    let (words, after) = (long(first), long(second));
    let again = words.iter().filter(|word| after.contains(word)).count();
    again >= LEAST && again * 2 >= words.len()
}

/// Whether nearly all long words have a capital, as in headlines: a full stop behind them is the page's.
fn has_capitals(text: &str, tokens: &[Token]) -> bool {
    const LEAST: usize = 4;
    const LONG: usize = 4;
    let long = || {
        (tokens.iter().skip(1).map(|token| token.span.of(text)))
            .filter(|word| word.chars().count() >= LONG && word.starts_with(char::is_alphabetic))
    };
    let capitals = long()
        .filter(|word| word.starts_with(char::is_uppercase))
        .count();
    capitals >= LEAST && capitals * 10 > long().count() * 9
}
