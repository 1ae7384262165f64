//! What is cut off a word at its ends and where it is cut inside: spaCy's English punctuation rules
//! (`spacy/lang/punctuation.py`, `spacy/lang/en/punctuation.py`), as predicates over characters.

use std::ops::Range;

use super::letters::{is_currency, is_letter, is_lower, is_mark, is_quote, is_symbol, is_upper};

/// Units that are cut off a number they are written to, sorted. As in spaCy's list, where the last Cyrillic and the first
/// Arabic one have grown together.
const UNITS: &[&str] = &[
    "%",
    "G",
    "GB",
    "K",
    "KB",
    "M",
    "MB",
    "Pa",
    "T",
    "TB",
    "cm",
    "cm²",
    "cm³",
    "dm",
    "dm²",
    "dm³",
    "ft",
    "g",
    "gb",
    "hPa",
    "ha",
    "in",
    "kb",
    "kg",
    "km",
    "km/h",
    "kmh",
    "km²",
    "km³",
    "lb",
    "m",
    "m/s",
    "mb",
    "mbar",
    "mg",
    "mm",
    "mm²",
    "mm³",
    "mph",
    "m²",
    "m³",
    "nm",
    "oz",
    "t",
    "tb",
    "yd",
    "µg",
    "µm",
    "ГБ",
    "Гб",
    "КБ",
    "Кб",
    "МБ",
    "Мб",
    "Па",
    "ТБ",
    "Тб",
    "г",
    "гб",
    "дм",
    "дм²",
    "дм³",
    "кПа",
    "кб",
    "кг",
    "км",
    "км/ч",
    "км²",
    "км³",
    "м",
    "м/с",
    "м²",
    "м³",
    "мб",
    "мбар",
    "мг",
    "мм",
    "мм²",
    "мм³",
    "нм",
    "см",
    "см²",
    "см³",
    "тбكم",
    "اكواب",
    "جرام",
    "جم",
    "سم",
    "سم²",
    "سم³",
    "غرام",
    "كغ",
    "كم",
    "كم²",
    "كم³",
    "كوب",
    "م",
    "م²",
    "م³",
    "ملغ",
    "مم",
    "مم²",
    "مم³",
];

/// Length in bytes of what is cut off the front of `word`; 0 for nothing.
pub fn prefix(word: &str) -> usize {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return 0 };
    match first {
        '.' => match dots(word) {
            1 => 0,
            count => count,
        },
        '+' => usize::from(!chars.next().is_some_and(|next| next.is_ascii_digit())),
        '§' | '%' | '=' | '—' | '―' | '–' => first.len_utf8(),
        'U' if word.starts_with("US$") => 3,
        'C' | 'A' if chars.next() == Some('$') => 2,
        _ if is_mark(first) || is_quote(first) || is_currency(first) || is_symbol(first) => {
            first.len_utf8()
        }
        _ => 0,
    }
}

/// Length in bytes of what is cut off the back of `word`; 0 for nothing. The longest of the readings.
pub fn suffix(word: &str) -> usize {
    let mut back = word.chars().rev();
    let Some(last) = back.next() else { return 0 };
    let before = back.next();
    let third = back.next();
    match last {
        '.' => full_stop(word, before, third),
        '…' if before == Some('…') => 2 * last.len_utf8(),
        's' | 'S' if matches!(before, Some('\'' | '’')) => 1 + before.map_or(0, char::len_utf8),
        '—' | '―' | '–' => last.len_utf8(),
        '+' if before.is_some_and(|c| c.is_ascii_digit()) => 1,
        '$' => dollar(before, third, back.next()),
        _ if is_mark(last) || is_quote(last) || is_symbol(last) => last.len_utf8(),
        _ if is_currency(last) && before.is_some_and(|c| c.is_ascii_digit()) => last.len_utf8(),
        _ => unit(word),
    }
}

fn full_stop(word: &str, before: Option<char>, third: Option<char>) -> usize {
    let Some(before) = before else { return 0 };
    if before == '.' {
        return word.len() - word.trim_end_matches('.').len();
    }
    let after_word = before.is_ascii_digit()
        || is_lower(before)
        || is_mark(before)
        || is_quote(before)
        || matches!(before, '%' | '²' | '-' | '+' | '|');
    let after_degree = third == Some('°') && matches!(before, 'F' | 'f' | 'C' | 'c' | 'K' | 'k');
    let after_capitals = is_upper(before) && third.is_some_and(is_upper);
    usize::from(after_word || after_degree || after_capitals)
}

fn dollar(before: Option<char>, third: Option<char>, fourth: Option<char>) -> usize {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match (before, third) {
        (Some('S'), Some('U')) if digit(fourth) => 3,
        (Some('C' | 'A'), third) if digit(third) => 2,
        (before, _) if digit(before) => 1,
        _ => 0,
    }
}

fn unit(word: &str) -> usize {
    // A unit is at most five characters long and follows a digit.
    let mut found = 0;
    for (start, _) in word.char_indices().rev().take(5) {
        let after_digit = word[..start].ends_with(|c: char| c.is_ascii_digit());
        if after_digit && UNITS.binary_search(&&word[start..]).is_ok() {
            found = word.len() - start;
        }
    }
    found
}

/// The parts of `word` that are cut out of its inside, left to right.
pub fn infixes(word: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    let mut last: Option<char> = None;
    std::iter::from_fn(move || {
        while let Some(c) = word[at..].chars().next() {
            let length = infix(&word[at..], c, last);
            let start = at;
            at += length.max(c.len_utf8());
            last = word[..at].chars().next_back();
            if length > 0 {
                return Some(start..at);
            }
        }
        None
    })
}

/// Length of the infix at the front of `rest`, whose first character is `c` and which follows `last`.
fn infix(rest: &str, c: char, last: Option<char>) -> usize {
    let next = |skip: usize| rest[skip..].chars().next();
    match c {
        '.' => {
            let count = dots(rest);
            if count > 1 {
                return count;
            }
            let after = last.is_some_and(|c| is_lower(c) || is_quote(c));
            usize::from(after && next(1).is_some_and(|c| is_upper(c) || is_quote(c)))
        }
        '…' => c.len_utf8(),
        '+' | '*' | '^' => between_numbers(last, next(1)),
        ',' => usize::from(last.is_some_and(is_letter) && next(1).is_some_and(is_letter)),
        '-' => match between_numbers(last, next(1)) {
            0 => dash(rest, last, &["-", "--", "---"]),
            length => length,
        },
        '–' => dash(rest, last, &["–"]),
        '—' => dash(rest, last, &["—", "——"]),
        '―' => dash(rest, last, &["―"]),
        '~' => dash(rest, last, &["~"]),
        ':' | '<' | '>' | '=' | '/' => dash(rest, last, &[":", "<", ">", "=", "/"]),
        _ if is_symbol(c) => c.len_utf8(),
        _ => 0,
    }
}

fn between_numbers(last: Option<char>, next: Option<char>) -> usize {
    let after = last.is_some_and(|c| c.is_ascii_digit());
    usize::from(after && next.is_some_and(|c| c.is_ascii_digit() || c == '-'))
}

/// Length of the one of `marks` that stands at the front of `rest` between a letter or digit and a letter.
fn dash(rest: &str, last: Option<char>, marks: &[&str]) -> usize {
    if !last.is_some_and(|c| is_letter(c) || c.is_ascii_digit()) {
        return 0;
    }
    marks
        .iter()
        .find(|mark| {
            rest.strip_prefix(**mark)
                .is_some_and(|after| after.starts_with(is_letter))
        })
        .map_or(0, |mark| mark.len())
}

fn dots(word: &str) -> usize {
    word.len() - word.trim_start_matches('.').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_sorted() {
        assert!(UNITS.is_sorted());
    }

    #[test]
    fn affixes_are_cut_by_rule() {
        let cases = [
            ("“Köln", 3, 0),
            ("(5km", 1, 2),
            ("US$5m", 3, 1),
            ("+41", 0, 0),
            ("+x", 1, 0),
            ("...", 3, 3),
            (".5", 0, 0),
            ("U.S.", 0, 0),
            ("NATO.", 0, 1),
            ("Zürich’s", 0, 4),
            ("30%", 0, 1),
            ("3°C.", 0, 1),
            ("🇨🇭", 4, 4),
            ("5+", 0, 1),
            ("10US$", 0, 3),
            ("a+", 0, 0),
            ("says", 0, 0),
        ];
        for (word, front, back) in cases {
            assert_eq!((prefix(word), suffix(word)), (front, back), "{word}");
        }
    }

    #[test]
    fn words_are_cut_inside_by_rule() {
        let cut = |word| {
            infixes(word)
                .map(|range: Range<usize>| word[range].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(cut("Russian-backed"), ["-"]);
        assert_eq!(cut("end.Next"), ["."]);
        assert_eq!(cut("no—way...but"), ["—", "..."]);
        assert_eq!(cut("1990-2000"), ["-"]);
        assert_eq!(cut("T-54"), [""; 0]);
        assert_eq!(cut("3.5"), [""; 0]);
    }
}
