//! From words to the network's vectors, a piece of text at a time.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::mem;
use std::sync::Mutex;

use super::{COLUMNS, strings};
use crate::document::{Document, TokenRange};
use crate::nn::encoder::{self, Encoder, Features, Scratch};
use crate::nn::{LoadError, Weights};

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

/// An encoder that remembers words: what a word brings is the same in every text, so it is mixed once.
#[derive(Debug)]
pub(crate) struct Reader {
    encoder: Encoder,
    flags: usize,
    /// What the analyses that have ended knew. Each takes one, or begins with none.
    known: Mutex<Vec<Known>>,
}

/// Words and what the encoder knows of them, at most [`MAX_WORDS`] and those of one piece.
#[derive(Debug, Default)]
struct Known {
    numbers: HashMap<Features<4, 2>, usize, BuildHasherDefault<WordHasher>>,
    /// By number; the newest words are still to come.
    words: encoder::Words,
}

impl Reader {
    /// Takes the tensors under `{name}.`, for an encoder that knows these flags.
    ///
    /// # Errors
    /// A tensor is missing or of another form.
    pub fn load(weights: &Weights<'_>, name: &str, flags: &[&str]) -> Result<Self, LoadError> {
        Ok(Self {
            encoder: Encoder::load(weights, name, &COLUMNS, flags)?,
            flags: flags.len(),
            known: Mutex::default(),
        })
    }

    /// Begins to read a document.
    pub fn begin(&self) -> Vectors<'_, '_> {
        let known = self.known.lock().ok().and_then(|mut known| known.pop());
        Vectors {
            reader: self,
            known: known.unwrap_or_default(),
            words: HashMap::default(),
            new: Vec::new(),
            tokens: Vec::new(),
            scratch: Scratch::default(),
        }
    }
}

/// Reads a document. Each distinct word is looked up once.
pub(crate) struct Vectors<'n, 't> {
    reader: &'n Reader,
    known: Known,
    /// The numbers of the document's words.
    words: HashMap<Word<'t>, usize, BuildHasherDefault<WordHasher>>,
    /// Words that are still to be mixed.
    new: Vec<Features<4, 2>>,
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

impl<'t> Vectors<'_, 't> {
    /// The vectors of these tokens, read as a document of their own.
    pub fn read(&mut self, document: &Document<'t>, piece: TokenRange) -> &[f32] {
        if self.known.numbers.len() > MAX_WORDS {
            self.known = Known::default();
            self.words.clear();
        }
        self.tokens.clear();
        for i in piece {
            let token = &document.tokens[i];
            let number = if let Some(text) = document.reading(i) {
                let (norm, space_after) = (None, token.space_after);
                number_of(
                    &Word {
                        text,
                        norm,
                        space_after,
                    },
                    self.reader.flags,
                    &mut self.known,
                    &mut self.new,
                )
            } else {
                let word = Word {
                    text: document.word(i),
                    norm: token.norm,
                    space_after: token.space_after,
                };
                *self.words.entry(word).or_insert_with_key(|word| {
                    number_of(word, self.reader.flags, &mut self.known, &mut self.new)
                })
            };
            self.tokens.push(number);
        }
        let encoder = &self.reader.encoder;
        encoder.mix(&self.new, &mut self.known.words);
        self.new.clear();
        encoder.encode(&self.tokens, &mut self.known.words, &mut self.scratch)
    }
}

impl Drop for Vectors<'_, '_> {
    fn drop(&mut self) {
        // A panic between the numbering of words and their mixing leaves numbers that nothing stands under.
        if self.new.is_empty()
            && let Ok(mut known) = self.reader.known.lock()
        {
            known.push(mem::take(&mut self.known));
        }
    }
}

/// The number of a word among those known; a new one gets the next, and is to be mixed.
fn number_of(
    word: &Word<'_>,
    flags: usize,
    known: &mut Known,
    new: &mut Vec<Features<4, 2>>,
) -> usize {
    let mut features = features_of(word);
    // What the encoder does not look at makes no difference.
    features.flags[flags..].fill(false);
    let next = known.numbers.len();
    *known.numbers.entry(features).or_insert_with(|| {
        new.push(features);
        next
    })
}

fn features_of(word: &Word<'_>) -> Features<4, 2> {
    // The horizontal bar, which many sites write for a dash, is none that the network has met.
    let (text, norm) = match word.text {
        "―" => ("—", Some("-")),
        text => (text, word.norm),
    };
    let lower = text.to_lowercase();
    let prefix = text.chars().next().map_or(0, char::len_utf8);
    let suffix = text.char_indices().rev().take(SUFFIX).last();
    let suffix = suffix.map_or(0, |(at, _)| at);
    let mut shape = String::new();
    strings::shape(text, &mut shape);
    Features {
        ids: [
            strings::id(norm.unwrap_or(&lower)),
            strings::id(&text[..prefix]),
            strings::id(&text[suffix..]),
            strings::id(&shape),
        ],
        flags: [word.space_after, text.chars().all(crate::segment::is_space)],
        key: strings::hash(lower.as_bytes()),
    }
}

/// A quick hash for words, those of a text and those remembered from others; equal hashes cost time, not truth.
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
    use crate::nn::layers::WIDTH;
    use crate::parse::FLAGS;
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
        let reader = Reader::load(&weights, name, flags).unwrap();
        for paragraph in reference() {
            let text = paragraph["text"].as_str().unwrap();
            let document = segment(text);
            let mut vectors = reader.begin();
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
    fn what_was_read_before_changes_no_vector() {
        let weights = Weights::open(include_bytes!("../../model/nutgraf-en.bin")).unwrap();
        let load = || Reader::load(&weights, "syntax", &FLAGS).unwrap();
        let sample = segment("Köln 🇨🇭 (Reuters)\u{a0}- Two men were hurt on Monday, police said.");
        let whole = 0..sample.len();
        let expected = load().begin().read(&sample, whole.clone()).to_vec();
        let reader = load();
        let words: Vec<String> = (0..MAX_WORDS).map(|i| format!("word{i}")).collect();
        let many = words.join(" ");
        let many = segment(&many);
        let mut vectors = reader.begin();
        for text in [&sample, &many] {
            for piece in pieces(text) {
                vectors.read(text, piece);
            }
        }
        assert!(vectors.known.numbers.len() > MAX_WORDS);
        // Too many: they are forgotten, the document's own among them.
        assert_eq!(vectors.read(&sample, whole.clone()), expected);
        assert!(vectors.known.numbers.len() <= sample.len());
        drop(vectors);
        let mut vectors = reader.begin();
        assert!(!vectors.known.numbers.is_empty());
        assert_eq!(vectors.read(&sample, whole), expected);
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
