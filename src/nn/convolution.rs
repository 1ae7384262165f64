//! A maxout layer over a token and its two neighbours, four tokens at a time.
//!
//! Of the rows a b c d e f the first token takes a b c, the next b c d, and so on, each with the weights u v w. Six products
//! give what twelve would (Winograd's F(4, 3)), in integers, so to the bit:
//!
//! ```text
//! m = (4a - 5c + e) 6u
//! n = (d + e - 4b - 4c) -4(u + v + w)     24 first  = m + (n + o) +  (p + q)
//! o = (e - d + 4b - 4c) -4(u - v + w)     24 second =     (n - o) + 2(p - q)
//! p = (e - c + 2d - 2b) (u + 2v + 4w)     24 third  =     (n + o) + 4(p + q)
//! q = (e - c - 2d + 2b) (u - 2v + 4w)     24 fourth =     (n - o) + 8(p - q) + r
//! r = (4b - 5d + f) 24w
//! ```

use std::num::Wrapping;

use super::kernel::{Begin, LANES, add_dots};
use super::layers::{Finish, LARGEST, Norm, PIECES, TILE, WIDTH, in_order, maxout_row};
use super::weights::{LoadError, Weights};

/// Rows that a convolution looks at.
pub const SPAN: usize = 3;
/// Tokens at a time.
const FOUR: usize = 4;
/// Rows that four tokens look at, and products that they need.
const PRODUCTS: usize = FOUR + SPAN - 1;
/// Fours whose combined rows and products are kept at a time.
const CHUNK: usize = 16;
/// Times 3 it is 1, in numbers of 32 bits: 24 times a sum times this is 8 times the sum.
const THIRD: i32 = 0xAAAA_AAABu32.cast_signed();
/// The most that a row's weights may come to, signs aside, so that 8 times a sum stays within 32 bits.
const MOST: i32 = i32::MAX / 8 / LARGEST;
/// The most that the factors of a combined row come to, signs aside.
const FACTORS: i32 = 10;

/// A row of integers.
type Row = [i16; WIDTH];
/// A row's sums, of one block.
type Sums = [[i32; LANES]; PIECES];

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

/// Memory that it needs, kept from call to call.
#[derive(Debug, Default)]
pub struct Room {
    /// What the products take of the rows: a combined row for each four tokens.
    combined: [Vec<Row>; PRODUCTS],
    /// The products of one block.
    sums: [Vec<Sums>; PRODUCTS],
}

impl Convolution {
    /// Takes `{name}.weight` (`WIDTH × PIECES × 3 WIDTH`), `.bias`, `.gain` and `.shift`, for an input of this scale.
    ///
    /// # Errors
    /// A tensor is missing or of another form, or a row's weights come to more than sums have room for.
    pub fn load(weights: &Weights<'_>, name: &str, scale: f32) -> Result<Self, LoadError> {
        let tensor = format!("{name}.weight");
        let rows = weights.rows(&tensor, &[WIDTH, PIECES, SPAN * WIDTH])?;
        let biases = weights.floats(&format!("{name}.bias"), &[WIDTH, PIECES])?;
        let mut products: [Vec<i16>; PRODUCTS] = Default::default();
        for row in rows.values.chunks_exact(SPAN * WIDTH) {
            let size: i32 = row.iter().map(|&weight| i32::from(weight).abs()).sum();
            if size > MOST {
                let expected = format!("rows that come to at most {MOST}");
                return Err(LoadError::tensor(&tensor, expected, size));
            }
            for i in 0..WIDTH {
                let [u, v, w] = [0, 1, 2].map(|at| i16::from(row[at * WIDTH + i]));
                let of_products = [
                    6 * u,
                    -4 * (u + v + w),
                    -4 * (u - v + w),
                    u + 2 * v + 4 * w,
                    u - 2 * v + 4 * w,
                    24 * w,
                ];
                for (product, weight) in products.iter_mut().zip(of_products) {
                    product.push(weight);
                }
            }
        }
        // What comes out is eight times the sum.
        let scales: Vec<f32> = (rows.scales.iter())
            .map(|of_row| of_row / 8.0 * scale)
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
    pub fn apply(&self, rows: &[i16], room: &mut Room, out: &mut [f32]) {
        let (rows, _) = rows.as_chunks();
        let (out, _) = out.as_chunks_mut();
        let mut first = 0;
        for out in out.chunks_mut(FOUR * CHUNK) {
            self.apply_to_chunk(&rows[first..][..out.len() + SPAN - 1], room, out);
            first += out.len();
        }
    }

    fn apply_to_chunk(&self, rows: &[Row], room: &mut Room, out: &mut [[f32; WIDTH]]) {
        let Room { combined, sums } = room;
        let parts = parts_for(combine(rows, combined));
        for sums in sums.iter_mut() {
            sums.resize(combined[0].len(), Sums::default());
        }
        for (block, Block { weights, finish }) in self.blocks.iter().enumerate() {
            for part in 0..parts {
                if parts > 1 {
                    combine(&part_of(rows, part, parts), combined);
                }
                let begin = if part == 0 { Begin::Anew } else { Begin::GoOn };
                let products = weights.iter().zip(combined.iter()).zip(sums.iter_mut());
                for ((weights, rows), sums) in products {
                    multiply(rows, weights, begin, sums);
                }
            }
            for (four, out) in out.chunks_mut(FOUR).enumerate() {
                let sums = sums_of(sums.each_ref().map(|sums| &sums[four]));
                for (sums, out) in sums.iter().zip(out) {
                    finish.largest(sums, 1.0, &mut out.as_chunks_mut().0[block]);
                }
            }
        }
        for row in out {
            self.norm.apply(row);
        }
    }
}

/// What the products take of `rows`, and a bound of the numbers in it, which are true if that fits [`i16`]. Where the last tokens
/// are no four, the rows after the last are taken for zeros.
fn combine(rows: &[Row], combined: &mut [Vec<Row>; PRODUCTS]) -> i32 {
    let tokens = rows.len() - (SPAN - 1);
    for rows in combined.iter_mut() {
        rows.resize(tokens.div_ceil(FOUR), [0; WIDTH]);
    }
    let mut bits = 0;
    for four in 0..tokens.div_ceil(FOUR) {
        let rows: [&Row; PRODUCTS] =
            std::array::from_fn(|r| rows.get(FOUR * four + r).unwrap_or(&[0; WIDTH]));
        let [m, n, o, p, q, r] = combined.each_mut().map(|rows| &mut rows[four]);
        for i in 0..WIDTH {
            let [a, b, c, d, e, f] = rows.map(|row| i32::from(row[i]));
            let mut narrow = |number: i32| {
                // Of a negative number the one that as many bits hold.
                bits |= number ^ number >> 31;
                number as i16
            };
            m[i] = narrow(4 * (a - c) + (e - c));
            n[i] = narrow((e - 4 * c) + (d - 4 * b));
            o[i] = narrow((e - 4 * c) - (d - 4 * b));
            p[i] = narrow((e - c) + 2 * (d - b));
            q[i] = narrow((e - c) - 2 * (d - b));
            r[i] = narrow(4 * (b - d) + (f - d));
        }
    }
    bits
}

/// In how many parts rows are to be taken whose combined rows have this bound: hardly ever more than one.
fn parts_for(bound: i32) -> i32 {
    match i16::try_from(bound) {
        Ok(_) => 1,
        // Each number in a part is less than one off the whole divided by the parts.
        Err(_) => bound / (i32::from(i16::MAX) - FACTORS) + 1,
    }
}

/// A part of rows, so that all parts add up to them; so do their products.
fn part_of(rows: &[Row], part: i32, parts: i32) -> Vec<Row> {
    (rows.iter())
        .map(|row| row.map(|number| (i32::from(number) + part).div_euclid(parts) as i16))
        .collect()
}

/// One product of all rows.
fn multiply(rows: &[Row], weights: &[i16], begin: Begin, sums: &mut [Sums]) {
    for (rows, sums) in rows.chunks(TILE).zip(sums.chunks_mut(TILE)) {
        match rows.len() {
            TILE => multiply_tile::<TILE>(rows, weights, begin, sums),
            3 => multiply_tile::<3>(rows, weights, begin, sums),
            2 => multiply_tile::<2>(rows, weights, begin, sums),
            _ => multiply_tile::<1>(rows, weights, begin, sums),
        }
    }
}

#[inline]
fn multiply_tile<const ROWS: usize>(
    rows: &[Row],
    weights: &[i16],
    begin: Begin,
    sums: &mut [Sums],
) {
    if let (Some(rows), Some(sums)) = (rows.first_chunk::<ROWS>(), sums.first_chunk_mut()) {
        add_dots(rows.each_ref().map(Row::as_slice), weights, begin, sums);
    }
}

/// Eight times the sums of four tokens, from their products.
#[inline]
fn sums_of(products: [&Sums; PRODUCTS]) -> [Sums; FOUR] {
    let mut sums = [Sums::default(); FOUR];
    for piece in 0..PIECES {
        for lane in 0..LANES {
            // Wrapping: what is left in the end is right.
            let [m, n, o, p, q, r] = products.map(|sums| Wrapping(sums[piece][lane]));
            let of_tokens = [
                m + (n + o) + (p + q),
                (n - o) + (p - q) * Wrapping(2),
                (n + o) + (p + q) * Wrapping(4),
                (n - o) + (p - q) * Wrapping(8) + r,
            ];
            for (sums, sum) in sums.iter_mut().zip(of_tokens) {
                sums[piece][lane] = (sum * Wrapping(THIRD)).0;
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::layers::{Input, Maxout, Scale};

    /// Four tokens at a time give what one by one gives, for rows of numbers up to `largest`.
    fn check(largest: i16) {
        let weights = Weights::open(include_bytes!("../../model/nutgraf-en.bin")).unwrap();
        let scale = 0.001;
        let plain = Maxout::load(&weights, "syntax.conv.1", SPAN * WIDTH).unwrap();
        let layer = Convolution::load(&weights, "syntax.conv.1", scale).unwrap();
        let mut room = Room::default();
        let mut state = 7u32;
        for count in [1, 2, 3, 4, 5, 8, 15, 16, 64, 65, 70] {
            let rows: Vec<i16> = (0..(count + SPAN - 1) * WIDTH)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    match state >> 29 {
                        0 => largest,
                        1 => -largest,
                        _ => (state >> 8) as i16 % largest,
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
            layer.apply(&rows, &mut room, &mut found);
            assert_eq!(found, expected, "{count} tokens, numbers up to {largest}");
        }
    }

    #[test]
    fn four_tokens_at_a_time_give_what_one_by_one_gives() {
        // 3,276 is the most that fits whatever stands beside it; 4,000 and more are taken in parts.
        for largest in [1, 1000, 3276, 4000, 16_383] {
            check(largest);
        }
    }

    #[test]
    fn parts_fit_and_add_up() {
        let largest = LARGEST as i16;
        let signs = [
            [1, 1, 1, -1, -1, 1],
            [-1, 1, 1, -1, -1, 1],
            [1, -1, 1, 1, 1, -1],
        ];
        for signs in signs {
            for signs in [signs, signs.map(|sign: i16| -sign)] {
                let rows = signs.map(|sign| [sign * largest; WIDTH]);
                let mut combined = Default::default();
                let parts = parts_for(combine(&rows, &mut combined));
                assert!(parts > 1);
                let mut added = [[0; WIDTH]; PRODUCTS];
                for part in 0..parts {
                    let part = part_of(&rows, part, parts);
                    assert_eq!(parts_for(combine(&part, &mut combined)), 1);
                    for (added, row) in added.iter_mut().zip(&part) {
                        for (added, number) in added.iter_mut().zip(row) {
                            *added += number;
                        }
                    }
                }
                assert_eq!(added, rows);
            }
        }
    }
}
