//! English or not: by script, and by which language's words of grammar a text is full of.

use crate::document::Document;
use crate::lexicon::LANGUAGE_WORDS;

/// Languages whose words of grammar are listed, English first. Others are told by the lack of English ones.
const LANGUAGES: [&str; 30] = [
    "en", "af", "ca", "cs", "cy", "da", "de", "es", "et", "fi", "fr", "ga", "hr", "hu", "id", "it",
    "la", "lt", "nl", "no", "pl", "pt", "ro", "so", "sq", "sv", "sw", "tl", "tr", "vi",
];

/// Fewer letters than this in another script say nothing: a name, a quotation.
const MIN_FOREIGN_LETTERS: usize = 24;

/// Fewer words of grammar than this of another language say nothing.
const MIN_LANGUAGE_WORDS: usize = 3;

/// Fewer small words with diacritics than this say nothing: English borrows some.
const MIN_MARKED_WORDS: usize = 2;

/// From this many words on, a text must have some English words of grammar: running English has 35 to 50 in a hundred.
const MIN_WORDS: usize = 40;

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, or too short to tell.
    English,
    /// Another one: its code of two letters, if its words of grammar tell which.
    Other(Option<&'static str>),
}

/// Whether the text is English; see [`language`].
pub fn is_english(document: &Document<'_>) -> bool {
    language(document) == Language::English
}

/// The language of the text as far as can be told. A text too short to tell is taken to be English; so is one of which no
/// other language has the larger part.
///
/// Looks at the first 20,000 tokens.
pub fn language(document: &Document<'_>) -> Language {
    let mut latin = 0;
    let mut other = 0;
    let mut words = 0;
    let mut marked = 0;
    let mut counts = [0; LANGUAGES.len()];
    for i in 0..document.len().min(20_000) {
        let word = document.word(i);
        if word.len() > 200 || word.contains(['@', '/']) || !word.starts_with(char::is_alphabetic) {
            continue;
        }
        for c in word.chars().filter(|c| c.is_alphabetic()) {
            match weight(c) {
                0 => latin += 1,
                weight => other += weight,
            }
        }
        words += 1;
        let small = word.starts_with(char::is_lowercase);
        marked += usize::from(small && !word.replace('’', "").is_ascii());
        let languages = LANGUAGE_WORDS.get(&word.to_lowercase()).unwrap_or("");
        // With a capital it may be part of a foreign name: "El Salvador", "Die Welt".
        let capital = word.starts_with(char::is_uppercase);
        for language in languages.split(' ') {
            match LANGUAGES.iter().position(|&known| known == language) {
                Some(at) if at == 0 || !capital => counts[at] += 1,
                _ => {}
            }
        }
    }
    let [english, others @ ..] = counts;
    let strongest = others.into_iter().max().unwrap_or(0);
    let foreign_script = other >= MIN_FOREIGN_LETTERS && other > latin;
    let foreign_words = strongest >= MIN_LANGUAGE_WORDS && strongest > english;
    let no_english_words = words >= MIN_WORDS && english * 20 < words;
    // "zemřelo nejméně dvacet lidí": English writes few of its own words with diacritics, "café" and "fiancé".
    let foreign_letters =
        marked >= MIN_MARKED_WORDS && marked >= 2 * english && marked * 6 >= words;
    if !foreign_script && !foreign_words && !foreign_letters && !no_english_words {
        return Language::English;
    }
    let mut strong = (LANGUAGES[1..].iter().zip(others)).filter(|(_, count)| *count == strongest);
    let likely = strong.next().map(|(&code, _)| code);
    let alone = strong.next().is_none();
    Language::Other(likely.filter(|_| foreign_words && alone))
}

/// 0 for a letter of the Latin script; otherwise about how many Latin letters say as much as `c` does.
fn weight(c: char) -> usize {
    match c {
        ..='\u{24f}'
        | '\u{250}'..='\u{2af}'
        | '\u{1d00}'..='\u{1eff}'
        | '\u{2c60}'..='\u{2c7f}' => 0,
        '\u{a720}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab6f}' | '\u{ff21}'..='\u{ff5a}' => 0,
        // Syllables and ideographs: Hangul, kana, Chinese characters.
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4ff}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'.. => 3,
        _ => 1,
    }
}
