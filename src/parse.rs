//! Tags and dependency trees from the network, then parts of speech, lemmas and sentences by rule.

mod arcs;
mod case;
mod labels;
pub mod lemma;
mod mend;
pub mod ruler;
mod strings;
mod tree;
mod vectors;

pub use mend::mended;
pub(crate) use vectors::{Reader, pieces};

use crate::document::{Document, Tag, TokenRange};
use crate::nn::decoder::{Decoder, States};
use crate::nn::encoder::Column;
use crate::nn::layers::{Dense, Integers, WIDTH};
use crate::nn::{LoadError, Weights};
use arcs::Arcs;
use labels::Moves;

/// The hashed features and their tables, in the order the networks were trained with.
const COLUMNS: [Column; 4] = [
    ("norm", 5000),
    ("prefix", 1000),
    ("suffix", 2500),
    ("shape", 2500),
];
/// Flags that the parser's encoder knows besides.
const FLAGS: [&str; 2] = ["space_after", "is_space"];

/// Tagger and parser, on one encoder.
#[derive(Debug)]
pub struct Parser {
    reader: Reader,
    tagger: Dense,
    decoder: Decoder<{ arcs::SLOTS }>,
    moves: Moves,
}

impl Parser {
    /// Takes its tensors and checks its labels against the grammar's.
    ///
    /// # Errors
    /// A tensor is missing or of another form, or a label is unknown.
    pub fn load(weights: &Weights<'_>) -> Result<Self, LoadError> {
        labels::check_tags(&weights.names("tagger.labels")?)?;
        let moves = Moves::load("parser.moves", &weights.names("parser.moves")?)?;
        Ok(Self {
            reader: Reader::load(weights, "syntax", &FLAGS)?,
            tagger: Dense::load(weights, "tagger", [Tag::ALL.len(), WIDTH])?,
            decoder: Decoder::load(weights, "parser", moves.len())?,
            moves,
        })
    }

    /// Fills in tags, heads, labels, sentences, parts of speech and lemmas. Each paragraph is read alone; time is linear in
    /// the text.
    pub fn parse(&self, document: &mut Document<'_>) {
        case::recase(document);
        let mut vectors = self.reader.begin();
        let mut memory = Memory::default();
        let mut sentences = Vec::new();
        for piece in pieces(document) {
            let read = vectors.read(document, piece.clone());
            self.tag(read, document, &piece, &mut memory);
            self.decoder.prepare(read, &mut memory.states);
            let arcs = &mut memory.arcs;
            let settled = document.boundaries.get(piece.clone()).unwrap_or(&[]);
            arcs.decode(
                piece.len(),
                settled,
                &self.decoder,
                &self.moves,
                &memory.states,
            );
            arcs.resolve(|i| document.tokens[piece.start + i].tag == Tag::Space);
            for (i, token) in document.tokens[piece.clone()].iter_mut().enumerate() {
                let (head, dep) = arcs.arc(i);
                token.head = piece.start + head;
                token.dep = dep;
                token.margin = arcs.margin(i);
            }
            arcs.sentences(|sentence| {
                sentences.push(piece.start + sentence.start..piece.start + sentence.end);
            });
        }
        document.sentences = sentences;
        document.index_children();
        ruler::apply(document);
        lemma::apply(document);
    }

    fn tag(
        &self,
        vectors: &[f32],
        document: &mut Document<'_>,
        piece: &TokenRange,
        memory: &mut Memory,
    ) {
        let outputs = self.tagger.outputs();
        memory.scores.resize(piece.len() * outputs, 0.0);
        let input = memory.integers.set(vectors, WIDTH);
        self.tagger.apply(input, piece.len(), &mut memory.scores);
        let scores = memory.scores.chunks_exact(outputs);
        for (token, scores) in document.tokens[piece.clone()].iter_mut().zip(scores) {
            // No softmax: only the order counts.
            token.tag = Tag::ALL[best(scores, std::iter::once(0..outputs)).unwrap_or(0)];
        }
    }
}

/// What parsing needs, kept from piece to piece.
#[derive(Default)]
struct Memory {
    integers: Integers,
    scores: Vec<f32>,
    states: States,
    arcs: Arcs,
}

/// The index of the highest score in these ranges, the first one of equals; `None` if there is none in them.
pub(crate) fn best(
    scores: &[f32],
    among: impl IntoIterator<Item = std::ops::Range<usize>>,
) -> Option<usize> {
    let mut best: Option<usize> = None;
    for i in among.into_iter().flatten() {
        if best.is_none_or(|best| scores[i] > scores[best]) {
            best = Some(i);
        }
    }
    best
}

/// The index of the highest score in these ranges, the first one of equals, and how far the next best one lies behind it.
pub(crate) fn best_with_margin(
    scores: &[f32],
    among: impl IntoIterator<Item = std::ops::Range<usize>>,
) -> Option<(usize, f32)> {
    let mut best: Option<usize> = None;
    let mut second = f32::NEG_INFINITY;
    for i in among.into_iter().flatten() {
        match best {
            Some(at) if scores[i] <= scores[at] => second = second.max(scores[i]),
            _ => second = best.replace(i).map_or(second, |at| scores[at]),
        }
    }
    best.map(|at| (at, scores[at] - second))
}
