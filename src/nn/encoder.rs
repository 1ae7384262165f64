//! The token encoder: a vector a token from its features and those of its four neighbours on each side.

use super::convolution::{Convolution, Room};
use super::first::{First, Known};
use super::layers::{Input, Maxout, Scale, WIDTH, quantize, quantize_row, scale_for};
use super::table::HashTable;
use super::vectors::WordVectors;
use super::weights::{LoadError, Weights};

/// Convolutions, each over a token and its two neighbours.
const DEPTH: usize = 4;
/// Rows on each side of a document that stand for "nothing there".
const PAD: usize = DEPTH;
/// Words mixed at a time.
const BATCH: usize = 32;
/// The seed of the first table; each further one has the next.
const FIRST_SEED: u32 = 8;

/// A hashed feature of an encoder: name of its tensor and rows of its table.
pub type Column = (&'static str, usize);

/// Features of a word: an id for each hashed column, and flags for the encoders that know them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Features<const COLUMNS: usize, const FLAGS: usize> {
    /// Ids in the encoder's order of columns.
    pub ids: [u64; COLUMNS],
    /// Flags in the encoder's order; an encoder takes as many as it has.
    pub flags: [bool; FLAGS],
    /// Hash of the word as word vectors know it.
    pub key: u64,
}

/// Hash tables, word vectors, a mixing layer, and convolutions with residuals.
#[derive(Clone, Debug)]
pub struct Encoder {
    tables: Vec<HashTable>,
    flags: Vec<Vec<f32>>,
    vectors: Option<WordVectors>,
    mix: Maxout,
    first: First,
    /// Those that follow.
    convolutions: Vec<Convolution>,
}

/// What an encoder has found out about words, by number.
#[derive(Debug, Default)]
pub struct Words {
    /// What a word brings whatever stands around it, [`WIDTH`] numbers each.
    mixed: Vec<f32>,
    products: Known,
}

/// Memory that encoding needs, kept from call to call.
#[derive(Debug, Default)]
pub struct Scratch {
    vectors: Vec<f32>,
    input: Vec<i16>,
    room: Room,
    output: Vec<f32>,
}

impl Encoder {
    /// Takes the tensors under `{name}.`: `embed.*` for these columns and flags, `mix.*`, `conv.*`; and those of word
    /// vectors, if the file has any for it.
    ///
    /// # Errors
    /// A tensor is missing or of another form.
    pub fn load(
        weights: &Weights<'_>,
        name: &str,
        columns: &[Column],
        flags: &[&str],
    ) -> Result<Self, LoadError> {
        let tables: Result<Vec<_>, _> = columns
            .iter()
            .zip(FIRST_SEED..)
            .map(|(&(column, rows), seed)| {
                HashTable::load(weights, &format!("{name}.embed.{column}"), rows, seed)
            })
            .collect();
        let flags: Result<Vec<_>, _> = flags
            .iter()
            .map(|flag| weights.floats(&format!("{name}.embed.{flag}"), &[2, WIDTH]))
            .collect();
        let (tables, flags) = (tables?, flags?);
        let vectors = WordVectors::load(weights, name)?;
        let inputs = (tables.len() + flags.len() + usize::from(vectors.is_some())) * WIDTH;
        let mix = Maxout::load(weights, &format!("{name}.mix"), inputs)?;
        let mut bound = mix.bound();
        let first = First::load(weights, &format!("{name}.conv.0"), scale_for(bound))?;
        bound += first.bound();
        let mut convolutions = Vec::new();
        for i in 1..DEPTH {
            let tensor = format!("{name}.conv.{i}");
            let convolution = Convolution::load(weights, &tensor, scale_for(bound))?;
            bound += convolution.bound();
            convolutions.push(convolution);
        }
        Ok(Self {
            tables,
            flags,
            vectors,
            mix,
            first,
            convolutions,
        })
    }

    /// Adds new words to those that are known; the first gets the next number.
    pub fn mix<const C: usize, const F: usize>(
        &self,
        words: &[Features<C, F>],
        Words { mixed, .. }: &mut Words,
    ) {
        let inputs = self.mix.inputs();
        let mut joined = vec![0.0; inputs];
        let mut input = vec![0; inputs * BATCH];
        let mut scales = [0.0; BATCH];
        for words in words.chunks(BATCH) {
            let rows = input.chunks_exact_mut(inputs);
            for ((word, row), scale) in words.iter().zip(rows).zip(&mut scales) {
                let mut parts = joined.chunks_exact_mut(WIDTH);
                for ((table, id), part) in self.tables.iter().zip(word.ids).zip(&mut parts) {
                    table.get(id, part);
                }
                for ((vectors, flag), part) in self.flags.iter().zip(word.flags).zip(&mut parts) {
                    part.copy_from_slice(&vectors[usize::from(flag) * WIDTH..][..WIDTH]);
                }
                if let (Some(vectors), Some(part)) = (&self.vectors, parts.next()) {
                    vectors.get(word.key, part);
                }
                *scale = quantize_row(&joined, row);
            }
            let from = mixed.len();
            mixed.resize(from + words.len() * WIDTH, 0.0);
            let input = Input {
                values: &input,
                stride: inputs,
                scale: Scale::Each(&scales),
            };
            self.mix.apply(input, words.len(), &mut mixed[from..]);
        }
    }

    /// The vectors of a document's tokens, [`WIDTH`] numbers each, by the numbers of their words.
    pub fn encode<'s>(
        &self,
        tokens: &[usize],
        words: &mut Words,
        scratch: &'s mut Scratch,
    ) -> &'s [f32] {
        let Words { mixed, products } = words;
        let rows = tokens.len() + 2 * PAD;
        scratch.vectors.clear();
        scratch.vectors.resize(PAD * WIDTH, 0.0);
        for token in tokens {
            let vector = &mixed[token * WIDTH..][..WIDTH];
            scratch.vectors.extend_from_slice(vector);
        }
        scratch.vectors.resize(rows * WIDTH, 0.0);
        scratch.input.resize(rows * WIDTH, 0);
        scratch.output.resize(rows * WIDTH, 0.0);
        for depth in 0..DEPTH {
            // The rows of padding evolve like tokens; each layer needs one less of them than the layer before.
            let window = depth * WIDTH..(rows - depth) * WIDTH;
            let inner = (depth + 1) * WIDTH..(rows - depth - 1) * WIDTH;
            let output = &mut scratch.output[inner.clone()];
            if depth == 0 {
                self.first.apply(tokens, PAD, mixed, products, output);
            } else {
                let convolution = &self.convolutions[depth - 1];
                let input = &mut scratch.input[window.clone()];
                quantize(&scratch.vectors[window], convolution.scale(), input);
                convolution.apply(input, &mut scratch.room, output);
            }
            for (vector, output) in scratch.vectors[inner].iter_mut().zip(output) {
                *vector += *output;
            }
        }
        &scratch.vectors[PAD * WIDTH..(rows - PAD) * WIDTH]
    }
}
