//! The greedy decoder's network: from a few tokens of interest to a score for each move.

use super::layers::{Dense, Input, Integers, Scale, WIDTH, quantize_row};
use super::weights::{LoadError, Rows, Weights};

/// Numbers that the decoder keeps of a token, and hidden units of a state.
const HIDDEN: usize = 64;
/// Pieces that a hidden unit is the largest of.
const PIECES: usize = 2;
/// Numbers that a token adds to a state.
const ADDED: usize = HIDDEN * PIECES;

/// No token in a slot.
pub const NONE: u32 = u32::MAX;

/// A decoder whose states look at `SLOTS` tokens.
#[derive(Clone, Debug)]
pub struct Decoder<const SLOTS: usize> {
    hidden: Dense,
    /// All slots at once: what each token would add to a state from each slot, computed once a token.
    lower: Dense,
    /// What an empty slot adds.
    missing: Vec<f32>,
    biases: Vec<f32>,
    upper: Dense,
}

/// The states of one document: what each token adds from each slot.
#[derive(Debug, Default)]
pub struct States {
    added: Vec<f32>,
    hidden: Vec<f32>,
    integers: Integers,
}

impl<const SLOTS: usize> Decoder<SLOTS> {
    /// Takes the tensors under `{name}.`: `hidden.*`, `lower.*`, `upper.*` for this number of moves.
    ///
    /// # Errors
    /// A tensor is missing or of another form.
    pub fn load(weights: &Weights<'_>, name: &str, moves: usize) -> Result<Self, LoadError> {
        let shape = [SLOTS, HIDDEN, PIECES];
        let rows = weights.rows(
            &format!("{name}.lower.weight"),
            &[SLOTS, HIDDEN, PIECES, HIDDEN],
        )?;
        let missing = weights.floats(&format!("{name}.lower.missing"), &shape)?;
        let biases = weights.floats(&format!("{name}.lower.bias"), &shape[1..])?;
        Ok(Self {
            hidden: Dense::load(weights, &format!("{name}.hidden"), [HIDDEN, WIDTH])?,
            lower: Dense::new(
                &Rows {
                    scales: by_piece(&rows.scales, 1),
                    values: by_piece(&rows.values, HIDDEN),
                },
                &vec![0.0; SLOTS * ADDED],
                [SLOTS * ADDED, HIDDEN],
            ),
            missing: by_piece(&missing, 1),
            biases: by_piece(&biases, 1),
            upper: Dense::load(weights, &format!("{name}.upper"), [moves, HIDDEN])?,
        })
    }

    /// Computes what each token adds; `vectors` has [`WIDTH`] numbers a token.
    pub fn prepare(&self, vectors: &[f32], states: &mut States) {
        let count = vectors.len() / WIDTH;
        states.hidden.resize(count * HIDDEN, 0.0);
        states.added.resize(count * SLOTS * ADDED, 0.0);
        let input = states.integers.set(vectors, WIDTH);
        self.hidden.apply(input, count, &mut states.hidden);
        let input = states.integers.set(&states.hidden, HIDDEN);
        self.lower.apply(input, count, &mut states.added);
    }

    /// The score of each move in the state that has these tokens in its slots; [`NONE`] for an empty one.
    pub fn score(&self, slots: [u32; SLOTS], states: &States, scores: &mut [f32]) {
        let mut sums = [0.0; ADDED];
        sums.copy_from_slice(&self.biases);
        for (slot, token) in slots.into_iter().enumerate() {
            let added = if token == NONE {
                &self.missing[slot * ADDED..][..ADDED]
            } else {
                &states.added[(token as usize * SLOTS + slot) * ADDED..][..ADDED]
            };
            for (sum, added) in sums.iter_mut().zip(added) {
                *sum += added;
            }
        }
        let (first, second) = sums.split_at_mut(HIDDEN);
        for (a, b) in first.iter_mut().zip(second) {
            *a = if *a > *b { *a } else { *b };
        }
        let mut input = [0; HIDDEN];
        let scale = quantize_row(first, &mut input);
        let input = Input {
            values: &input,
            stride: HIDDEN,
            scale: Scale::All(scale),
        };
        self.upper.apply(input, 1, scores);
    }

    /// Number of moves.
    pub fn moves(&self) -> usize {
        self.upper.outputs()
    }
}

/// From `[…, unit, piece]`, as stored, to `[…, piece, unit]`, as used: the largest piece is then taken lane by lane.
fn by_piece<T: Copy>(values: &[T], width: usize) -> Vec<T> {
    let mut out = Vec::with_capacity(values.len());
    for values in values.chunks_exact(ADDED * width) {
        for piece in 0..PIECES {
            for unit in values.chunks_exact(PIECES * width) {
                out.extend_from_slice(&unit[piece * width..(piece + 1) * width]);
            }
        }
    }
    out
}
