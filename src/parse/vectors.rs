//! From words to the network's vectors, a piece of text at a time.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::strings;
use crate::document::{Document, TokenRange};
use crate::nn::encoder::{Encoder, Features, Scratch};

/// Tokens that the network reads at once, at most: bounds memory and the work of every step, whatever the text.
/// No paragraph of prose is that long; a longer one is cut after the end of a sentence.
const MAX_PIECE: usize = 2048;
/// Distinct words whose vectors are kept.
const MAX_WORDS: usize = 8192;
/// Characters of a suffix.
const SUFFIX: usize = 3;

/// The token ranges that the network reads, in order and without gaps: paragraphs, the longest ones in parts.
pub(crate) fn pieces(document: &Document<'_>) -> Vec<TokenRange> {
    let mut pieces = Vec::new();
    for paragraph in &document.paragraphs {
        let mut start = paragraph.start;
        while paragraph.end - start > MAX_PIECE {
            let window = start + MAX_PIECE / 2..start + MAX_PIECE;
            let end = window
                .clone()
                .rev()
                .find(|&i| matches!(document.word(i), "." | "!" | "?"))
                .map_or(window.end, |last| last + 1);
            pieces.push(start..end);
            start = end;
        }
        if start < paragraph.end {
            pieces.push(start..paragraph.end);
        }
    }
    pieces
}

/// Reads a document with one encoder. Each distinct word is looked up and mixed once.
pub(crate) struct Vectors<'n, 't> {
    encoder: &'n Encoder,
    words: HashMap<Word<'t>, usize, BuildHasherDefault<WordHasher>>,
    features: Vec<Features<4, 2>>,
    /// Mixed vectors of the first words; those after are still to be mixed.
    mixed: Vec<f32>,
    /// The word of each token of the piece.
    tokens: Vec<usize>,
    scratch: Scratch,
}

/// All that an encoder can know of a token.
#[derive(PartialEq, Eq, Hash)]
struct Word<'t> {
    text: &'t str,
    norm: Option<&'static str>,
    space_after: bool,
}

impl<'n, 't> Vectors<'n, 't> {
    /// A reader that has read nothing yet.
    pub fn new(encoder: &'n Encoder) -> Self {
        Self {
            encoder,
            words: HashMap::default(),
            features: Vec::new(),
            mixed: Vec::new(),
            tokens: Vec::new(),
            scratch: Scratch::default(),
        }
    }

    /// The vectors of these tokens, read as a document of their own.
    pub fn read(&mut self, document: &Document<'t>, piece: TokenRange) -> &[f32] {
        if self.words.len() > MAX_WORDS {
            self.words.clear();
            self.features.clear();
            self.mixed.clear();
        }
        self.tokens.clear();
        let mixed = self.features.len();
        for i in piece {
            let token = &document.tokens[i];
            if let Some(text) = document.reading(i) {
                let (norm, space_after) = (None, token.space_after);
                self.tokens.push(self.features.len());
                self.features.push(features_of(&Word {
                    text,
                    norm,
                    space_after,
                }));
                continue;
            }
            let word = Word {
                text: document.word(i),
                norm: token.norm,
                space_after: token.space_after,
            };
            let features = &mut self.features;
            let number = *self.words.entry(word).or_insert_with_key(|word| {
                features.push(features_of(word));
                features.len() - 1
            });
            self.tokens.push(number);
        }
        self.encoder.mix(&self.features[mixed..], &mut self.mixed);
        let tokens = self.tokens.iter().copied();
        self.encoder.encode(tokens, &self.mixed, &mut self.scratch)
    }
}

fn features_of(word: &Word<'_>) -> Features<4, 2> {
    let text = word.text;
    let lower = text.to_lowercase();
    let prefix = text.chars().next().map_or(0, char::len_utf8);
    let suffix = text.char_indices().rev().take(SUFFIX).last();
    let suffix = suffix.map_or(0, |(at, _)| at);
    let mut shape = String::new();
    strings::shape(text, &mut shape);
    Features {
        ids: [
            strings::id(word.norm.unwrap_or(&lower)),
            strings::id(&text[..prefix]),
            strings::id(&text[suffix..]),
            strings::id(&shape),
        ],
        flags: [word.space_after, text.chars().all(crate::segment::is_space)],
        key: strings::hash(lower.as_bytes()),
    }
}

/// A quick hash for words of one text; equal hashes cost time, not truth.
#[derive(Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x517C_C1B7_2722_0A95);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        // The map takes the low bits; the high ones are the mixed ones.
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::Weights;
    use crate::nn::layers::WIDTH;
    use crate::parse::{COLUMNS, FLAGS};
    use crate::segment::segment;

    /// What spaCy says of a few paragraphs, by `model/reference.py`.
    fn reference() -> Vec<serde_json::Value> {
        serde_json::from_str(include_str!("../../model/reference.json")).unwrap()
    }

    #[test]
    fn features_are_those_of_the_training_code() {
        for paragraph in reference() {
            let text = paragraph["text"].as_str().unwrap();
            let document = segment(text);
            for (i, row) in paragraph["tokens"].as_array().unwrap().iter().enumerate() {
                let token = &document.tokens[i];
                let word = Word {
                    text: document.word(i),
                    norm: token.norm,
                    space_after: token.space_after,
                };
                let ids = features_of(&word).ids.map(|id| id.to_string());
                let expected = row[2].as_array().unwrap();
                assert_eq!(ids.as_slice(), expected, "“{}” in “{text}”", word.text);
            }
        }
    }

    /// Vectors in 7-bit and 5-bit tables differ from those in floating point by less than `bound` at the first and last
    /// word of each paragraph, root mean square over the vector.
    fn check(name: &str, flags: &[&str], column: &str, bound: f32) {
        let bytes = include_bytes!("../../model/nutgraf-en.bin");
        let weights = Weights::open(bytes).unwrap();
        let encoder = Encoder::load(&weights, name, &COLUMNS, flags).unwrap();
        for paragraph in reference() {
            let text = paragraph["text"].as_str().unwrap();
            let document = segment(text);
            let mut vectors = Vectors::new(&encoder);
            let read = vectors.read(&document, 0..document.len());
            let ends = [&read[..WIDTH], &read[read.len() - WIDTH..]];
            for (found, expected) in ends.iter().zip(paragraph[column].as_array().unwrap()) {
                let expected = expected.as_array().unwrap().iter();
                let squares = found.iter().zip(expected).map(|(found, expected)| {
                    let error = found - expected.as_f64().unwrap() as f32;
                    error * error
                });
                let error = (squares.sum::<f32>() / WIDTH as f32).sqrt();
                assert!(error < bound, "{name}: {error} in “{text}”");
            }
        }
    }

    #[test]
    fn vectors_are_near_those_in_floating_point() {
        check("syntax", &FLAGS, "syntax", 0.02);
    }

    #[test]
    fn name_vectors_are_near_those_in_floating_point() {
        check("names", &[], "recognizer", 0.1);
    }
}
