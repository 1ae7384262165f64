//! The first convolution. Its rows are words, and what a word adds to its own sums and to its neighbours' is the same
//! wherever it stands: it is multiplied once, and each token only adds up what three words bring.

use super::convolution::SPAN;
use super::kernel::LANES;
use super::layers::{Blocks, Input, Norm, PIECES, Scale, WIDTH, maxout_row, quantize};
use super::weights::{LoadError, Rows, Weights};

/// Blocks of outputs.
const BLOCKS: usize = WIDTH / LANES;
/// Words whose products are kept, at most this many and those of one piece of text: 3.5 kB each.
const MAX_WORDS: usize = 2048;

/// The products of a word, block by block: with the weights of the token before, of the token itself, of the token after.
type Products = [[[[i32; LANES]; PIECES]; BLOCKS]; SPAN];

/// A maxout layer over a token and its two neighbours, with its layer norm.
#[derive(Clone, Debug)]
pub struct First {
    /// For the token before, the token itself, the token after.
    blocks: [Blocks<PIECES>; SPAN],
    norm: Norm,
    /// Scale of its input, by a bound that no input can pass: the same for all words, so that products can be added up.
    scale: f32,
}

/// Words and their products.
#[derive(Debug, Default)]
pub struct Known {
    /// Where the products of a word are, by its number; 0 where they are not known.
    places: Vec<u32>,
    /// Those at 0 are of no word.
    #[expect(
        clippy::vec_box,
        reason = "in a browser, what a long list leaves as it grows is memory lost"
    )]
    products: Vec<Box<Products>>,
    integers: Vec<i16>,
}

impl First {
    /// Takes `{name}.weight` (`WIDTH × PIECES × 3 WIDTH`), `.bias`, `.gain` and `.shift`, for an input of this scale.
    ///
    /// # Errors
    /// A tensor is missing or of another form.
    pub fn load(weights: &Weights<'_>, name: &str, scale: f32) -> Result<Self, LoadError> {
        let rows = weights.rows(&format!("{name}.weight"), &[WIDTH, PIECES, SPAN * WIDTH])?;
        let biases = weights.floats(&format!("{name}.bias"), &[WIDTH, PIECES])?;
        let blocks = std::array::from_fn(|at| {
            let of_token = rows.values.chunks_exact(SPAN * WIDTH);
            let of_token = Rows {
                scales: rows.scales.clone(),
                values: (of_token.flat_map(|row| &row[at * WIDTH..(at + 1) * WIDTH]))
                    .copied()
                    .collect(),
            };
            Blocks::new(&of_token, &biases, WIDTH, BLOCKS, maxout_row)
        });
        Ok(Self {
            blocks,
            norm: Norm::load(weights, name)?,
            scale,
        })
    }

    /// No output is larger than this.
    pub fn bound(&self) -> f32 {
        self.norm.bound()
    }

    /// Sees to it that the products of these words are known; `vectors` has [`WIDTH`] numbers for each word that has a number.
    fn learn(&self, words: &[usize], vectors: &[f32], known: &mut Known) {
        if known.products.len() > MAX_WORDS {
            known.places.clear();
            known.products.clear();
        }
        known.places.resize(vectors.len() / WIDTH, 0);
        if known.products.is_empty() {
            known.products.push(nothing());
        }
        let old = known.products.len();
        for &word in words {
            let place = &mut known.places[word];
            if *place == 0 {
                *place = known.products.len() as u32;
                known.products.push(nothing());
                let from = known.integers.len();
                known.integers.resize(from + WIDTH, 0);
                let vector = &vectors[word * WIDTH..][..WIDTH];
                quantize(vector, self.scale, &mut known.integers[from..]);
            }
        }
        let new = &mut known.products[old..];
        let input = Input {
            values: &known.integers,
            stride: WIDTH,
            scale: Scale::All(1.0),
        };
        for (at, blocks) in self.blocks.iter().enumerate() {
            blocks.apply(input, new.len(), |row, block, sums, _| {
                new[row][at][block] = *sums;
            });
        }
        known.integers.clear();
    }

    /// Applies the layer to these words with `outside` tokens of nothing on each side; `out` has as many rows, less the first and
    /// the last.
    pub fn apply(
        &self,
        words: &[usize],
        outside: usize,
        vectors: &[f32],
        known: &mut Known,
        out: &mut [f32],
    ) {
        self.learn(words, vectors, known);
        let products = |row: usize| {
            let word = row.checked_sub(outside).and_then(|i| words.get(i));
            let place = word.map_or(0, |&word| known.places[word]);
            &known.products[place as usize]
        };
        for (row, out) in out.chunks_exact_mut(WIDTH).enumerate() {
            let [before, itself, after] = [0, 1, 2].map(|at| &products(row + at)[at]);
            for (block, out) in out.as_chunks_mut::<LANES>().0.iter_mut().enumerate() {
                let mut sums = before[block];
                let flat = sums.as_flattened_mut().iter_mut();
                let others = itself[block]
                    .as_flattened()
                    .iter()
                    .zip(after[block].as_flattened());
                for (sum, (b, c)) in flat.zip(others) {
                    // Wrapping: only forged weights leave no room for a sum.
                    *sum = sum.wrapping_add(*b).wrapping_add(*c);
                }
                self.blocks[0].finish(block).largest(&sums, self.scale, out);
            }
            self.norm.apply(out);
        }
    }
}

/// The products of no word.
fn nothing() -> Box<Products> {
    Box::new([[[[0; LANES]; PIECES]; BLOCKS]; SPAN])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::layers::Maxout;

    #[test]
    fn words_that_are_added_up_give_what_rows_give() {
        let weights = Weights::open(include_bytes!("../../model/nutgraf-en.bin")).unwrap();
        let name = "syntax.conv.0";
        let scale = 0.001;
        let plain = Maxout::load(&weights, name, SPAN * WIDTH).unwrap();
        let layer = First::load(&weights, name, scale).unwrap();
        let count = MAX_WORDS + 1;
        let vectors: Vec<f32> = (0..count * WIDTH)
            .map(|i| (i * i % 32_749) as f32 / 1000.0 - 16.0)
            .collect();
        let all: Vec<usize> = (0..count).collect();
        let mut known = Known::default();
        // New words, words met before, one alone, so many that they are forgotten, words after that.
        for words in [
            &[3, 1, 4, 1, 5],
            &[9, 2, 4, 3, 5][..],
            &[6],
            &all,
            &[5, 3, 5, 8],
        ] {
            let outside = 4;
            let mut rows = vec![0; (words.len() + 2 * outside) * WIDTH];
            for (word, row) in words.iter().zip(rows.chunks_exact_mut(WIDTH).skip(outside)) {
                quantize(&vectors[word * WIDTH..][..WIDTH], scale, row);
            }
            let outputs = words.len() + 2 * outside - (SPAN - 1);
            let mut expected = vec![0.0; outputs * WIDTH];
            let input = Input {
                values: &rows,
                stride: WIDTH,
                scale: Scale::All(scale),
            };
            plain.apply(input, outputs, &mut expected);
            let mut found = vec![0.0; outputs * WIDTH];
            layer.apply(words, outside, &vectors, &mut known, &mut found);
            assert!(found == expected, "{} words", words.len());
        }
        assert!(known.products.len() <= 5);
    }
}
