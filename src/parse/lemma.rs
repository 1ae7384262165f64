//! Dictionary forms of words: by ending, with listed exceptions.

use crate::document::{Document, Pos, Tag};
use crate::lexicon::{LEMMA_ADJ, LEMMA_ADV, LEMMA_NOUN, LEMMA_VERB, Table};

/// The longest ending that has a rule, in bytes.
const LONGEST_ENDING: usize = 6;

/// Sets the lemma of every token that has none yet. Wants tags and parts of speech; see [`super::ruler`].
///
/// Names stay as they are written; all other words are in lower case.
pub fn apply(document: &mut Document) {
    for i in 0..document.len() {
        if document.lemma(i).is_empty() {
            let token = &document.tokens[i];
            let lemma = lemma(document.word(i), token.tag, token.pos);
            document.set_lemma(i, &lemma);
        }
    }
}

/// The dictionary form of `word` under this tag and part of speech.
pub fn lemma(word: &str, tag: Tag, pos: Pos) -> String {
    let table = match (pos, tag) {
        (Pos::Propn, _) => return word.to_owned(),
        (Pos::Punct, _) => return punctuation(word),
        (_, Tag::Nn | Tag::Vb | Tag::Vbp | Tag::Jj) => return word.to_lowercase(),
        (Pos::Noun, _) => &LEMMA_NOUN,
        (Pos::Verb, _) => &LEMMA_VERB,
        (Pos::Aux, Tag::Vbd | Tag::Vbg | Tag::Vbn | Tag::Vbz) => &LEMMA_VERB,
        (Pos::Adj, _) => &LEMMA_ADJ,
        (Pos::Adv, _) => &LEMMA_ADV,
        _ => return word.to_lowercase(),
    };
    inflected(word.to_lowercase(), table)
}

pub(super) fn inflected(mut word: String, table: &Table) -> String {
    if let Some(lemma) = table.get(&word) {
        return lemma.to_owned();
    }
    let Some((letters, new)) = ending(&word, table) else {
        return word;
    };
    let rest = word.len().saturating_sub(letters);
    if rest + new.len() > 0 && word.is_char_boundary(rest) {
        word.truncate(rest);
        word.push_str(new);
    }
    word
}

/// How many letters go from `word` and what comes instead, by its longest ending that has a rule.
fn ending(word: &str, table: &Table) -> Option<(usize, &'static str)> {
    let mut key = String::with_capacity(LONGEST_ENDING + 1);
    for start in word.len().saturating_sub(LONGEST_ENDING)..word.len() {
        if let Some(ending) = word.get(start..) {
            key.clear();
            key.push('-');
            key.push_str(ending);
            if let Some(rule) = table.get(&key) {
                let letters = usize::from(*rule.as_bytes().first()? - b'0');
                return Some((letters, &rule[1..]));
            }
        }
    }
    None
}

/// Quotation marks have one form, that of the typewriter.
fn punctuation(word: &str) -> String {
    word.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_lemmas() {
        let cases = [
            ("villages", Tag::Nns, Pos::Noun, "village"),
            ("cities", Tag::Nns, Pos::Noun, "city"),
            ("crises", Tag::Nns, Pos::Noun, "crisis"),
            ("men", Tag::Nns, Pos::Noun, "man"),
            ("People", Tag::Nns, Pos::Noun, "people"),
            ("news", Tag::Nn, Pos::Noun, "news"),
            ("struck", Tag::Vbd, Pos::Verb, "strike"),
            ("striking", Tag::Vbg, Pos::Verb, "strike"),
            ("planned", Tag::Vbn, Pos::Verb, "plan"),
            ("tweeting", Tag::Vbg, Pos::Verb, "tweet"),
            ("getting", Tag::Vbg, Pos::Aux, "get"),
            ("could", Tag::Md, Pos::Aux, "could"),
            ("worst", Tag::Jjs, Pos::Adj, "bad"),
            ("larger", Tag::Jjr, Pos::Adj, "large"),
            ("Zürich", Tag::Nnp, Pos::Propn, "Zürich"),
            ("naïves", Tag::Nns, Pos::Noun, "naïve"),
            ("s", Tag::Nns, Pos::Noun, "s"),
            ("”", Tag::CloseQuote, Pos::Punct, "\""),
        ];
        for (word, tag, pos, expected) in cases {
            assert_eq!(lemma(word, tag, pos), expected, "{word}");
        }
    }
}
