//! Dates and times that a page prints: "Updated 14 March 2024, 18:42 GMT", "3 hours ago", the clock before an entry of a live blog.

use crate::lexicon::STAMP_WORDS;

use super::line::Line;

/// The longest stamp, in tokens.
const LONGEST: usize = 24;

/// Whether a paragraph is nothing but a date or a time.
pub fn is_stamp(line: &Line) -> bool {
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let fits = |word: &str| {
        number(word)
            || STAMP_WORDS.contains(&word.to_lowercase())
            || !word.contains(char::is_alphanumeric)
    };
    let timed = |word: &str| {
        is_clock(word)
            || STAMP_WORDS.contains(&word.to_lowercase())
            || word.matches('/').count() == 2
    };
    line.len() <= LONGEST
        && line.words().all(fits)
        && line.words().any(number)
        && line.words().any(timed)
}

/// One past the clock, its zone and its mark before an entry: "14:05 GMT:".
pub fn opening(line: &Line) -> Option<usize> {
    if !is_clock(line.word(0)) {
        return None;
    }
    let zone = |word: &str| STAMP_WORDS.get(&word.to_lowercase()) == Some("clock");
    let mut end = 1;
    while end < 4 && zone(line.word(end)) {
        end += 1;
    }
    if matches!(line.word(end), ":" | "-" | "–" | "—" | "|") {
        end += 1;
    }
    line.may_begin(end).then(|| line.tokens().start + end)
}

/// "14:05", "2.30pm".
fn is_clock(word: &str) -> bool {
    let bare = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    bare.split_once([':', '.']).is_some_and(|(hour, minute)| {
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        (1..=2).contains(&hour.len())
            && minute.len() == 2
            && digits(hour)
            && digits(minute)
            && (word.contains(':') || bare.len() < word.len())
    })
}
