//! A maxout layer over a token and its two neighbours, two tokens at a time.
//!
//! Of the rows a b c d the first token takes a b c and the second b c d, each with the weights f g h. Four products give what six
//! would (Winograd's F(2, 3)), in integers, so to the bit:
//!
//! ```text
//! s = (b + c)(f + g + h)      2 first  = s + t + (a - c) 2f
//! t = (c - b)(f - g + h)      2 second = s - t + (d - b) 2h
//! ```

use super::kernel::{Begin, LANES, Sums, add_dots};
use super::layers::{Finish, Norm, PIECES, WIDTH, in_order, maxout_row};
use super::weights::{LoadError, Weights};

/// Rows that a convolution looks at.
pub const SPAN: usize = 3;
/// Products a pair of tokens.
const PRODUCTS: usize = 4;
/// Pairs of tokens that one tile works on: as many as leave all its sums in registers.
const TILE: usize = 3;
/// Pairs of tokens whose combined rows are kept at a time.
const CHUNK: usize = 30;

/// The layer with its layer norm.
#[derive(Clone, Debug)]
pub struct Convolution {
    blocks: Vec<Block>,
    norm: Norm,
    /// Scale of its input, by a bound that no input can pass: the same for all rows, so that rows can be added up.
    scale: f32,
}

/// A group of lanes for each piece: its weights in each product.
#[derive(Clone, Debug)]
struct Block {
    weights: [Vec<i16>; PRODUCTS],
    finish: Finish<PIECES>,
}

/// Memory that it needs, kept from call to call: the combined rows, product by product.
pub type Combined = [Vec<i16>; PRODUCTS];

impl Convolution {
    /// Takes `{name}.weight` (`WIDTH × PIECES × 3 WIDTH`), `.bias`, `.gain` and `.shift`, for an input of this scale.
    ///
    /// # Errors
    /// A tensor is missing or of another form.
    pub fn load(weights: &Weights<'_>, name: &str, scale: f32) -> Result<Self, LoadError> {
        let rows = weights.rows(&format!("{name}.weight"), &[WIDTH, PIECES, SPAN * WIDTH])?;
        let biases = weights.floats(&format!("{name}.bias"), &[WIDTH, PIECES])?;
        let mut products: [Vec<i16>; PRODUCTS] = Default::default();
        for row in rows.values.chunks_exact(SPAN * WIDTH) {
            for i in 0..WIDTH {
                let [f, g, h] = [0, 1, 2].map(|at| i16::from(row[at * WIDTH + i]));
                for (product, weight) in
                    products
                        .iter_mut()
                        .zip([2 * f, f + g + h, f - g + h, 2 * h])
                {
                    product.push(weight);
                }
            }
        }
        // What comes out is twice the sum.
        let scales: Vec<f32> = (rows.scales.iter())
            .map(|of_row| of_row / 2.0 * scale)
            .collect();
        let blocks = (0..WIDTH / LANES).map(|block| {
            let row_of = |piece, lane| maxout_row(block, piece, lane);
            Block {
                weights: products
                    .each_ref()
                    .map(|product| in_order::<PIECES>(product, WIDTH, row_of)),
                finish: Finish::new(&scales, &biases, row_of),
            }
        });
        Ok(Self {
            blocks: blocks.collect(),
            norm: Norm::load(weights, name)?,
            scale,
        })
    }

    /// See the field.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// No output is larger than this.
    pub fn bound(&self) -> f32 {
        self.norm.bound()
    }

    /// Applies the layer to `rows`, [`WIDTH`] integers each; `out` has as many rows, less the first and the last.
    pub fn apply(&self, rows: &[i16], combined: &mut Combined, out: &mut [f32]) {
        let sums = &mut Default::default();
        let mut first = 0;
        for out in out.chunks_mut(2 * CHUNK * WIDTH) {
            let tokens = out.len() / WIDTH;
            combine(
                &rows[first * WIDTH..][..(tokens + SPAN - 1) * WIDTH],
                combined,
            );
            let pairs = tokens.div_ceil(2);
            for block in 0..self.blocks.len() {
                let mut pair = 0;
                while pair + TILE <= pairs {
                    self.tile::<TILE>(combined, pair, block, sums, out);
                    pair += TILE;
                }
                match pairs - pair {
                    2 => self.tile::<2>(combined, pair, block, sums, out),
                    1 => self.tile::<1>(combined, pair, block, sums, out),
                    _ => {}
                }
            }
            for row in out.chunks_exact_mut(WIDTH) {
                self.norm.apply(row);
            }
            first += tokens;
        }
    }

    /// One block's outputs for `ROWS` pairs of tokens, at most [`TILE`]; `first` and `second` are room for their sums.
    #[inline]
    fn tile<const ROWS: usize>(
        &self,
        combined: &Combined,
        pair: usize,
        block: usize,
        [first, second]: &mut [Sums<TILE, PIECES>; 2],
        out: &mut [f32],
    ) {
        let Block { weights, finish } = &self.blocks[block];
        let add = |product: usize, begin: Begin, sums: &mut Sums<ROWS, PIECES>| {
            let rows = std::array::from_fn(|r| &combined[product][(pair + r) * WIDTH..][..WIDTH]);
            add_dots(rows, &weights[product], begin, sums);
        };
        let (Some(first), Some(second)) = (
            first.first_chunk_mut::<ROWS>(),
            second.first_chunk_mut::<ROWS>(),
        ) else {
            return;
        };
        add(1, Begin::Anew, first);
        add(2, Begin::Anew, second);
        let firsts = first.as_flattened_mut().as_flattened_mut().iter_mut();
        for (s, t) in firsts.zip(second.as_flattened_mut().as_flattened_mut()) {
            (*s, *t) = (s.wrapping_add(*t), s.wrapping_sub(*t));
        }
        add(0, Begin::GoOn, first);
        add(3, Begin::GoOn, second);
        for (r, (first, second)) in first.iter().zip(second.iter()).enumerate() {
            let at = 2 * (pair + r) * WIDTH + block * LANES;
            for (at, sums) in [(at, first), (at + WIDTH, second)] {
                if let Some(out) = out.get_mut(at..).and_then(<[f32]>::first_chunk_mut) {
                    finish.largest(sums, 1.0, out);
                }
            }
        }
    }
}

/// What the products take of `rows`: each pair of tokens' four rows, combined. Where the last token has no partner, the row
/// after the last is taken for zeros.
fn combine(rows: &[i16], combined: &mut Combined) {
    let [ac, bc, cb, db] = combined;
    for rows_of in [&mut *ac, bc, cb, db] {
        rows_of.clear();
    }
    let zeros = [0; WIDTH];
    let row = |r: usize| rows.get(r * WIDTH..(r + 1) * WIDTH).unwrap_or(&zeros);
    let count = rows.len() / WIDTH;
    for at in (0..count - (SPAN - 1)).step_by(2) {
        let [a, b, c, d] = [row(at), row(at + 1), row(at + 2), row(at + 3)];
        // Wrapping: only forged weights give rows that leave no room for a sum.
        ac.extend(a.iter().zip(c).map(|(a, c)| a.wrapping_sub(*c)));
        bc.extend(b.iter().zip(c).map(|(b, c)| b.wrapping_add(*c)));
        cb.extend(b.iter().zip(c).map(|(b, c)| c.wrapping_sub(*b)));
        db.extend(b.iter().zip(d).map(|(b, d)| d.wrapping_sub(*b)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::layers::{Input, Maxout, Scale};

    #[test]
    fn two_tokens_at_a_time_give_what_one_by_one_gives() {
        let weights = Weights::open(include_bytes!("../../model/nutgraf-en.bin")).unwrap();
        let scale = 0.001;
        let plain = Maxout::load(&weights, "syntax.conv.0", SPAN * WIDTH).unwrap();
        let layer = Convolution::load(&weights, "syntax.conv.0", scale).unwrap();
        let mut combined = Combined::default();
        let mut state = 7u32;
        for count in [1, 2, 3, 4, 5, 8, 15, 64, 65, 70] {
            let rows: Vec<i16> = (0..(count + SPAN - 1) * WIDTH)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    match state >> 29 {
                        0 => 16_383,
                        1 => -16_383,
                        _ => (state >> 8) as i16 / 2,
                    }
                })
                .collect();
            let mut expected = vec![0.0; count * WIDTH];
            let input = Input {
                values: &rows,
                stride: WIDTH,
                scale: Scale::All(scale),
            };
            plain.apply(input, count, &mut expected);
            let mut found = vec![0.0; count * WIDTH];
            layer.apply(&rows, &mut combined, &mut found);
            assert_eq!(found, expected, "{count} tokens");
        }
    }
}
