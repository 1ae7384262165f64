//! Quotation marks and apostrophes, in whatever style, as curly marks that look the right way and straight apostrophes.

use crate::lexicon::ELISIONS;
use crate::text::is_invisible;

/// The quotation marks of one paragraph that are open, innermost last: whether each was written twice.
#[derive(Debug, Default)]
pub struct Quotes {
    open: Vec<bool>,
}

/// Quotations nested deeper than this are not told apart.
const DEPTH: usize = 8;

/// How far ahead a single mark looks for the one that closes it, in bytes.
const REACH_BYTES: usize = 2000;

/// The way a mark looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

impl Quotes {
    /// Reads the mark at the front of `rest`, after the words `before`: its length and how it is read.
    pub fn read(&mut self, before: &str, rest: &str) -> Option<(usize, &'static str)> {
        let c = rest.chars().next()?;
        let last = before.chars().next_back().filter(|&c| c != '\n');
        let twice =
            matches!(c, '"' | '\'' | '’' | '‘' | '`') && rest[c.len_utf8()..].starts_with(c);
        let length = if twice {
            2 * c.len_utf8()
        } else {
            c.len_utf8()
        };
        let next = || rest[length..].chars().find(|&c| !is_invisible(c));
        let drawn = match c {
            '“' | '„' | '«' | '‟' => Side::Open,
            '”' | '»' => Side::Close,
            '‘' | '`' if twice => Side::Open,
            '’' if twice => Side::Close,
            '"' => Side::Either,
            '\'' if twice => Side::Either,
            '\'' | '’' | '‘' | '‚' | '‛' | '´' | '`' | '‹' | '›' => {
                return Some((
                    c.len_utf8(),
                    single(c, last, next(), &rest[c.len_utf8()..])?,
                ));
            }
            _ => return None,
        };
        let inches = c == '"' && !twice && self.open.is_empty();
        if inches && last.is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        Some(self.double(drawn, looks(last, next()), length, twice))
    }

    fn double(
        &mut self,
        drawn: Side,
        looks: Side,
        length: usize,
        twice: bool,
    ) -> (usize, &'static str) {
        let by_turns = match self.open.is_empty() {
            true => Side::Open,
            false => Side::Close,
        };
        let side = match (drawn, looks) {
            (Side::Either, Side::Either) => by_turns,
            (Side::Either, side) | (side, Side::Either) => side,
            (Side::Close, Side::Open) => by_turns,
            (drawn, looks) if drawn == looks => drawn,
            _ => Side::Close,
        };
        if side == Side::Open {
            if self.open.len() < DEPTH {
                self.open.push(twice);
            }
            return (length, "“");
        }
        // Two quotations that end at once, each with a mark of its own.
        let both = twice && self.open.ends_with(&[false, false]);
        self.open.pop();
        match both {
            true => (length / 2, "”"),
            false => (length, "”"),
        }
    }
}

/// Which way a mark looks by its neighbours.
fn looks(before: Option<char>, after: Option<char>) -> Side {
    let opens = before.is_none_or(|c| c.is_whitespace() || "([{—–-/‘“".contains(c));
    let closes = after.is_none_or(|c| c.is_whitespace() || ")]}—–-,.;:!?/’”".contains(c));
    match (opens, closes) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        _ => Side::Either,
    }
}

/// How a single mark is read, before `rest`.
fn single(c: char, before: Option<char>, after: Option<char>, rest: &str) -> Option<&'static str> {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if word(before) && word(after) {
        return Some("'");
    }
    let begins = before.is_none_or(|c| c.is_whitespace() || "([{“—–".contains(c));
    if begins && after.is_some_and(|c| !c.is_whitespace()) {
        let opens = match c {
            '‘' | '‚' | '‛' | '‹' | '›' => {
                !after.is_some_and(|c| c.is_ascii_digit()) || closes_later(rest)
            }
            '’' => false,
            _ => word(after) && !is_elided(rest) && closes_later(rest),
        };
        return Some(if opens { "‘" } else { "’" });
    }
    (!begins).then_some("’")
}

/// Whether an apostrophe stands for letters left out at the start of this word.
fn is_elided(rest: &str) -> bool {
    let word: String = (rest.chars())
        .take_while(|c| c.is_alphanumeric())
        .take(8)
        .collect();
    word.starts_with(|c: char| c.is_ascii_digit()) || ELISIONS.contains(&word.to_lowercase())
}

/// Whether a single mark further on looks like a closing one.
fn closes_later(rest: &str) -> bool {
    let near = &rest[..rest.floor_char_boundary(REACH_BYTES)];
    near.char_indices().any(|(at, c)| {
        let before = near[..at].chars().next_back();
        let after = rest[at + c.len_utf8()..].chars().next();
        matches!(c, '\'' | '’' | '›')
            && before.is_some_and(|c| !c.is_whitespace())
            && after.is_none_or(|c| !c.is_alphanumeric())
    })
}
