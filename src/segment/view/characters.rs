//! Single characters in their plain form: composed, of normal width, one for each that a reader sees.

use crate::lexicon::COMPOSITIONS;
use crate::text::is_invisible;

use super::super::letters::{is_space, is_symbol};

/// How what is written is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Same,
    Nothing,
    Character(char),
    Letters(&'static str),
}

const JOINER: char = '\u{200d}';
const KEYCAP: char = '\u{20e3}';

/// Whether `c` may stand in a gap between two words: white space, and what nobody sees.
pub fn is_gap(c: char) -> bool {
    is_space(c) || is_invisible(c)
}

/// The length of what a reader sees as the first character of `rest`, and how it is read.
pub fn read(rest: &str) -> (usize, Reading) {
    let mut chars = rest.chars();
    let Some(first) = chars.next() else {
        return (0, Reading::Same);
    };
    let length = first.len_utf8();
    if is_invisible(first) {
        return (length, Reading::Nothing);
    }
    if let Some(letters) = ligature(first) {
        return (length, Reading::Letters(letters));
    }
    let end = cluster_end(rest, first);
    if end > length {
        return (end, Reading::Character(first));
    }
    let (marked, c) = composed(rest, plain(first));
    match c == first && marked == length {
        true => (length, Reading::Same),
        false => (marked, Reading::Character(c)),
    }
}

/// The letter that `first` and the accents behind it are, and the length of them all. An accent that goes into no letter is left out.
fn composed(rest: &str, first: char) -> (usize, char) {
    let (mut c, mut end) = (first, 0);
    for (at, mark) in rest.char_indices() {
        end = at;
        if at > 0 {
            if !is_accent(mark) {
                return (end, c);
            }
            let key: String = [c, mark].iter().collect();
            let whole = COMPOSITIONS
                .get(&key)
                .and_then(|whole| whole.chars().next());
            c = whole.unwrap_or(c);
        }
        end += mark.len_utf8();
    }
    (end, c)
}

/// Whether `c` is an accent of its own.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// One past the flag, keycap or pictograph with its variants at the front of `rest`: a reader sees one character.
fn cluster_end(rest: &str, first: char) -> usize {
    let of_flag = |c: char| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
    let mut chars = rest.char_indices().skip(1).peekable();
    if of_flag(first) {
        return match chars.next() {
            Some((at, second)) if of_flag(second) => at + second.len_utf8(),
            _ => first.len_utf8(),
        };
    }
    let mut end = first.len_utf8();
    if !is_pictograph(first) {
        let keycap = rest[end..]
            .trim_start_matches('\u{fe0f}')
            .strip_prefix(KEYCAP);
        return keycap.map_or(end, |after| rest.len() - after.len());
    }
    let mut joined = false;
    for (at, c) in chars {
        let modifies = matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}');
        if !(modifies || c == JOINER || joined && is_pictograph(c)) {
            break;
        }
        joined = c == JOINER;
        if !joined {
            end = at + c.len_utf8();
        }
    }
    end
}

fn is_pictograph(c: char) -> bool {
    is_symbol(c) || matches!(c, '\u{1f000}'..='\u{1faff}')
}

/// A full-width character as it is written elsewhere, a hyphen of another kind as a hyphen.
fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xff01 + u32::from(b'!')).unwrap_or(c),
        '\u{2010}' | '\u{2011}' => '-',
        _ => c,
    }
}

fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_sees_one_character() {
        for (written, seen) in [
            ("🇨🇭", '🇨'),
            ("👩‍🚒", '👩'),
            ("👍🏽", '👍'),
            ("1\u{fe0f}\u{20e3}", '1'),
            ("e\u{301}", 'é'),
            ("a\u{323}\u{302}", 'ậ'),
            ("x\u{301}", 'x'),
            ("５", '5'),
        ] {
            let whole = (written.len(), Reading::Character(seen));
            assert_eq!(read(&format!("{written} a")), whole, "{written}");
            assert_eq!(read(written), whole, "{written}");
        }
        assert_eq!(read("\u{ad}a"), (2, Reading::Nothing));
        assert_eq!(read("ﬁn"), (3, Reading::Letters("fi")));
        assert_eq!(read("é "), (2, Reading::Same));
    }
}
