//! Whether words are cut: no part of a line begins or ends within a word or a number.

use crate::text::{Span, is_invisible};

/// Whether the span begins or ends within a word or a number: `he` of `he’s` is a word of its own, `can` of `can’t` is none.
pub fn cuts(text: &str, span: Span) -> bool {
    is_within(text, span.start) || is_within(text, span.end)
}

fn is_within(text: &str, place: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..place), text.get(place..)) else {
        return true;
    };
    let seen = |c: &char| !is_invisible(*c);
    let mut before = before.chars().rev().filter(seen);
    let mut after = after.chars().filter(seen);
    let before = [before.next(), before.next()];
    let after = [after.next(), after.next()];
    word(before[0], after[0]) || number(before, after) || denial(before, after)
}

fn word(last: Option<char>, first: Option<char>) -> bool {
    [last, first]
        .into_iter()
        .flatten()
        .filter(|c| c.is_alphabetic())
        .count()
        == 2
}

/// Between two digits, or beside the point between them.
fn number(before: [Option<char>; 2], after: [Option<char>; 2]) -> bool {
    let ends = |[near, far]: [Option<char>; 2]| match near {
        Some('.' | ',') => far.is_some_and(char::is_numeric),
        near => near.is_some_and(char::is_numeric),
    };
    ends(before) && ends(after)
}

/// Beside the mark of `can’t`.
fn denial(before: [Option<char>; 2], after: [Option<char>; 2]) -> bool {
    let mark = |c| matches!(c, Some('\'' | '’'));
    let t = |c| matches!(c, Some('t' | 'T'));
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    letter(before[0]) && mark(after[0]) && t(after[1])
        || letter(before[1]) && mark(before[0]) && t(after[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the first of these words in the text are cut.
    fn cut(text: &str, words: &str) -> bool {
        let start = text.find(words).expect("the words are in the text");
        cuts(text, Span::new(start, start + words.len()))
    }

    #[test]
    fn a_part_of_a_word_or_number_is_cut() {
        for (text, words) in [
            ("He is unaware.", "aware"),
            ("He is unaware.", "unaw"),
            ("bombs", "bomb"),
            ("un\u{ad}aware", "aware"),
            ("Gänsefüße", "füße"),
            ("100 men", "1"),
            ("1,000 men", "000 men"),
            ("1,000 men", "1,"),
            ("1,000 men", "1"),
            ("3.5%", "3"),
            ("He can’t go", "He can"),
            ("He can't go", "t go"),
        ] {
            assert!(cut(text, words), "{words} of {text}");
        }
    }

    #[test]
    fn what_stands_by_itself_is_whole() {
        for (text, words) in [
            ("He is unaware.", "unaware"),
            ("He’s gone", "He"),
            ("He’s gone", "’s gone"),
            ("the 747s", "747"),
            ("It was 5.", "5"),
            ("pro-Köln", "Köln"),
            ("“Yes,” 5 said", "“Yes,”"),
            ("", ""),
        ] {
            assert!(!cut(text, words), "{words} of {text}");
        }
    }
}
