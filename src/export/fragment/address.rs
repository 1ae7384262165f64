//! Addresses of words in a page: the text fragments that browsers have (`#:~:text=`).

use std::str::SplitWhitespace;

use super::Said;
use crate::text::Span;

/// Words that are named at either end of a longer passage.
const NAMED_WORDS: usize = 5;

/// Words that are named before or after a passage.
const NEAR_WORDS: usize = 3;

/// The address of the sentences that the span touches, to follow a `#`.
///
/// The summary stands in the same page and has the same words. So the words after the passage are named too, or those before it:
/// in the summary a pointer stands there. Those of its own paragraph come first, for a page may have other things between two.
pub fn of(said: Said<'_>, span: Span) -> String {
    let whole = |spans: &[Span]| spans.iter().copied().reduce(Span::join);
    let passage = whole(said.sentences(span)).unwrap_or(span);
    let paragraph = whole(said.paragraphs(span)).unwrap_or(passage);
    let words: Vec<&str> = words(said, passage.start, passage.end).collect();
    // No more of the text is looked at than these few words: there are as many pointers as lines.
    let before = |start: usize| {
        let near = self::words(said, start, passage.start).rev();
        let mut near: Vec<&str> = near.take(NEAR_WORDS).collect();
        near.reverse();
        near
    };
    let after = |end: usize| {
        let near = self::words(said, passage.end, end);
        near.take(NEAR_WORDS).collect()
    };
    let mut address = encoded(&words);
    if words.len() > 2 * NAMED_WORDS || passage.of(said.text).contains('\n') {
        let ends = NAMED_WORDS.min(words.len() / 2);
        let (first, last) = (&words[..ends], &words[words.len() - ends..]);
        address = format!("{},{}", encoded(first), encoded(last));
    }
    let near = [
        (after(paragraph.end), false),
        (before(paragraph.start), true),
        (after(said.text.len()), false),
        (before(0), true),
    ];
    let near = near.into_iter().find(|(words, _)| !words.is_empty());
    let (start, end) = match near {
        Some((words, true)) => (format!("{}-,", encoded(&words)), String::new()),
        Some((words, false)) => (String::new(), format!(",-{}", encoded(&words))),
        None => Default::default(),
    };
    format!(":~:text={start}{address}{end}")
}

/// The words from one place of the text to another.
fn words(said: Said<'_>, start: usize, end: usize) -> SplitWhitespace<'_> {
    let words = said.text.get(start..end).unwrap_or("");
    words.split_whitespace()
}

/// Words as a part of an address: its own marks of syntax stand for themselves.
pub fn encoded(words: &[&str]) -> String {
    let mut out = String::new();
    for byte in words.join(" ").bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
