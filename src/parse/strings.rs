//! Strings as the numbers that the network's tables know them by.

use std::sync::OnceLock;

use crate::lexicon::SYMBOLS;

/// The id of a string: 0 for none, the number of a reserved symbol, else its hash.
pub fn id(string: &str) -> u64 {
    if string.is_empty() {
        return 0;
    }
    let hash = hash(string.as_bytes());
    let symbols = symbols();
    match symbols.binary_search_by_key(&hash, |symbol| symbol.0) {
        Ok(found) => symbols[found].1,
        Err(_) => hash,
    }
}

/// The hashes of the reserved symbols, in order, with their numbers. No two hashes are equal; a string of another kind with
/// the hash of a symbol would be read as that symbol, as one with the hash of another word is read as that word.
fn symbols() -> &'static [(u64, u64)] {
    static HASHES: OnceLock<Vec<(u64, u64)>> = OnceLock::new();
    HASHES.get_or_init(|| {
        let mut symbols: Vec<(u64, u64)> = SYMBOLS
            .iter()
            .filter_map(|(symbol, number)| Some((hash(symbol.as_bytes()), number.parse().ok()?)))
            .collect();
        symbols.sort_unstable();
        symbols
    })
}

/// MurmurHash2, 64-bit variant A, with seed 1.
pub fn hash(bytes: &[u8]) -> u64 {
    const M: u64 = 0xC6A4_A793_5BD1_E995;
    let mut hash = 1 ^ (bytes.len() as u64).wrapping_mul(M);
    let mut chunks = bytes.chunks_exact(8);
    let word = |bytes: &[u8]| {
        let bytes = bytes.iter().rev();
        bytes.fold(0u64, |word, &byte| word << 8 | u64::from(byte))
    };
    for chunk in &mut chunks {
        let mut k = word(chunk).wrapping_mul(M);
        k = (k ^ k >> 47).wrapping_mul(M);
        hash = (hash ^ k).wrapping_mul(M);
    }
    if !chunks.remainder().is_empty() {
        hash = (hash ^ word(chunks.remainder())).wrapping_mul(M);
    }
    hash = (hash ^ hash >> 47).wrapping_mul(M);
    hash ^ hash >> 47
}

/// Appends the shape of a word to `shape`: letters as `X` and `x`, digits as `d`, other characters as they are, runs cut
/// after four.
pub fn shape(word: &str, shape: &mut String) {
    const LONG: usize = 100;
    if word.len() >= LONG && word.chars().count() >= LONG {
        shape.push_str("LONG");
        return;
    }
    let (mut last, mut run) = (None, 0);
    for c in word.chars() {
        let class = if c.is_alphabetic() {
            if c.is_uppercase() { 'X' } else { 'x' }
        } else if is_digit(c) {
            'd'
        } else {
            c
        };
        run = if last == Some(class) { run + 1 } else { 0 };
        last = Some(class);
        if run < 4 {
            shape.push(class);
        }
    }
}

/// Digits as Python has them: decimal digits of any script, and raised, lowered and circled ones; no fractions, no Roman
/// numerals.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
        || (!c.is_ascii() && c.is_numeric() && !matches!(c, '¼'..='¾' | '\u{2150}'..='\u{218B}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_of_the_training_code() {
        for (string, expected) in [
            ("", 0),
            ("det", 415),
            ("X", 101),
            ("Raqqa", 611_161_653_263_400_730),
            ("said", 17_573_686_707_662_795_042),
            ("Köln", 17_690_917_044_763_056_997),
            ("a much longer string of text", 14_899_679_365_406_802_961),
        ] {
            assert_eq!(id(string), expected, "{string}");
        }
    }

    #[test]
    fn shapes_keep_case_digits_and_marks() {
        for (word, expected) in [
            ("Raqqa", "Xxxxx"),
            ("internationally", "xxxx"),
            ("T-54", "X-dd"),
            ("1,000,000", "d,ddd,ddd"),
            ("U.S.", "X.X."),
            ("……", "……"),
            ("-------", "----"),
            ("Zürich", "Xxxxx"),
            ("10½", "dd½"),
            ("x²", "xd"),
            (&"a".repeat(100), "LONG"),
            (&"ü".repeat(99), "xxxx"),
        ] {
            let mut found = String::new();
            shape(word, &mut found);
            assert_eq!(found, expected, "{word}");
        }
    }
}
