//! Words from elsewhere, made fit to be printed: no text, report or file name steers a terminal.

use std::borrow::Cow;

/// The words with each control character written out, `\u{1b}` for an escape; a line feed and a tab stay. O(length).
pub fn shown(words: &str) -> Cow<'_, str> {
    let steers = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if !words.contains(steers) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match steers(c) {
            true => out.extend(c.escape_unicode()),
            false => out.push(c),
        }
    }
    Cow::Owned(out)
}
