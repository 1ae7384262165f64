//! Layers: activations to 15-bit integers, maxout, layer norm, dense.

use super::kernel::{Begin, LANES, add_dots};
use super::weights::{LoadError, Rows, Weights};

/// Numbers in the vector of a token.
pub const WIDTH: usize = 96;
/// Pieces that a maxout layer takes the largest of.
pub const PIECES: usize = 3;

/// The largest activation as an integer.
pub const LARGEST: i32 = 16_383;
const LIMIT: f32 = LARGEST as f32;
/// With 8-bit weights a sum of so many products stays within 32 bits.
const MAX_INPUTS: usize = (i32::MAX / (LARGEST * 127)) as usize;
/// Input rows that one tile works on.
pub const TILE: usize = 4;
/// Partial sums of a row.
const SUMS: usize = 8;
/// Groups of a dense layer's tile.
const DENSE_GROUPS: usize = 2;

/// Integer rows with the factor that makes them what they stand for.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Row `r` is `values[r * stride..][..inputs]`; rows may overlap (a convolution's windows do).
    pub values: &'a [i16],
    /// From the start of a row to the start of the next.
    pub stride: usize,
    /// A factor a row, or one for all.
    pub scale: Scale<'a>,
}

/// See [`Input::scale`].
#[derive(Clone, Copy, Debug)]
pub enum Scale<'a> {
    /// One factor for all rows.
    All(f32),
    /// A factor a row.
    Each(&'a [f32]),
}

impl Scale<'_> {
    fn of(self, row: usize) -> f32 {
        match self {
            Self::All(scale) => scale,
            Self::Each(scales) => scales[row],
        }
    }
}

/// Rows of integers with a scale each, kept from call to call for their memory.
#[derive(Debug, Default)]
pub struct Integers {
    values: Vec<i16>,
    scales: Vec<f32>,
}

impl Integers {
    /// Rounds rows of `width` numbers, each by its own largest.
    pub fn set(&mut self, rows: &[f32], width: usize) -> Input<'_> {
        self.values.resize(rows.len(), 0);
        self.scales.clear();
        let integers = self.values.chunks_exact_mut(width);
        for (row, integers) in rows.chunks_exact(width).zip(integers) {
            self.scales.push(quantize_row(row, integers));
        }
        Input {
            values: &self.values,
            stride: width,
            scale: Scale::Each(&self.scales),
        }
    }
}

/// Rounds `from` to integers by `scale`, a bound of its values divided by [`LIMIT`] (see [`scale_for`]).
pub fn quantize(from: &[f32], scale: f32, to: &mut [i16]) {
    // Adding 1.5 * 2^23 leaves the nearest integer, ties to even, in the low bits of the number: exact and the same everywhere.
    const SHIFT: f32 = 12_582_912.0;
    let factor = 1.0 / scale;
    for (value, to) in from.iter().zip(to) {
        let value = value * factor;
        let value = if value > LIMIT { LIMIT } else { value };
        let value = if value < -LIMIT { -LIMIT } else { value };
        *to = (value + SHIFT).to_bits() as i16;
    }
}

/// The scale under which a value of this size becomes the largest integer; 1 for 0.
pub fn scale_for(largest: f32) -> f32 {
    if largest > 0.0 { largest / LIMIT } else { 1.0 }
}

/// Rounds a row by its own largest value; returns its scale.
pub fn quantize_row(from: &[f32], to: &mut [i16]) -> f32 {
    let mut largest = [0f32; SUMS];
    for chunk in from.chunks(SUMS) {
        for (largest, value) in largest.iter_mut().zip(chunk) {
            *largest = larger(*largest, value.abs());
        }
    }
    let scale = scale_for(largest.into_iter().fold(0.0, larger));
    quantize(from, scale, to);
    scale
}

/// The larger of two numbers, without the detours of `f32::max` for NaN.
fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// Weights of `GROUPS` groups of outputs in the kernel's order: row `row_of(group, lane)` of `rows`, `inputs` weights each, as
/// that lane's. Rows past the last are zero.
pub fn in_order<const GROUPS: usize>(
    rows: &[i16],
    inputs: usize,
    row_of: impl Fn(usize, usize) -> usize,
) -> Vec<i16> {
    let mut weights = vec![0; inputs * GROUPS * LANES];
    for group in 0..GROUPS {
        for lane in 0..LANES {
            let from = row_of(group, lane) * inputs;
            let Some(row) = rows.get(from..from + inputs) else {
                continue;
            };
            for (pair, values) in row.chunks_exact(2).enumerate() {
                let at = ((pair * GROUPS + group) * LANES + lane) * 2;
                weights[at..at + 2].copy_from_slice(values);
            }
        }
    }
    weights
}

/// What makes sums of integers the values of `GROUPS` groups of outputs.
#[derive(Clone, Debug)]
pub struct Finish<const GROUPS: usize> {
    scales: [[f32; LANES]; GROUPS],
    biases: [[f32; LANES]; GROUPS],
}

impl<const GROUPS: usize> Finish<GROUPS> {
    /// The scale and the bias of row `row_of(group, lane)` as that lane's; zeros past the last.
    pub fn new(scales: &[f32], biases: &[f32], row_of: impl Fn(usize, usize) -> usize) -> Self {
        let pick = |from: &[f32]| {
            std::array::from_fn(|group| {
                std::array::from_fn(|lane| from.get(row_of(group, lane)).copied().unwrap_or(0.0))
            })
        };
        Self {
            scales: pick(scales),
            biases: pick(biases),
        }
    }

    /// The value of a sum over an input of this scale.
    #[inline]
    fn value(&self, sums: &[[i32; LANES]; GROUPS], scale: f32, group: usize, lane: usize) -> f32 {
        sums[group][lane] as f32 * (self.scales[group][lane] * scale) + self.biases[group][lane]
    }
}

impl Finish<PIECES> {
    /// Writes the largest piece of each lane.
    #[inline]
    pub fn largest(&self, sums: &[[i32; LANES]; PIECES], scale: f32, out: &mut [f32; LANES]) {
        for (lane, out) in out.iter_mut().enumerate() {
            let [a, b, c] = [0, 1, 2].map(|piece| self.value(sums, scale, piece, lane));
            *out = larger(larger(a, b), c);
        }
    }
}

/// A layer's weights, cut into blocks of `GROUPS` groups of outputs.
#[derive(Clone, Debug)]
pub struct Blocks<const GROUPS: usize> {
    inputs: usize,
    blocks: Vec<(Vec<i16>, Finish<GROUPS>)>,
}

impl<const GROUPS: usize> Blocks<GROUPS> {
    /// `row_of(block, group, lane)` says which row goes where.
    pub fn new(
        rows: &Rows,
        biases: &[f32],
        inputs: usize,
        blocks: usize,
        row_of: impl Fn(usize, usize, usize) -> usize,
    ) -> Self {
        debug_assert!(inputs <= MAX_INPUTS && inputs.is_multiple_of(2));
        let values: Vec<i16> = rows.values.iter().map(|&value| value.into()).collect();
        let blocks = (0..blocks).map(|block| {
            let row_of = |group, lane| row_of(block, group, lane);
            let weights = in_order::<GROUPS>(&values, inputs, row_of);
            (weights, Finish::new(&rows.scales, biases, row_of))
        });
        Self {
            inputs,
            blocks: blocks.collect(),
        }
    }

    /// What finishes the sums of a block.
    pub fn finish(&self, block: usize) -> &Finish<GROUPS> {
        &self.blocks[block].1
    }

    /// Gives `emit` the row, the block, its sums and how to finish them for each of `count` rows and each block: a block's
    /// weights stay near while all rows pass.
    pub fn apply(
        &self,
        input: Input<'_>,
        count: usize,
        mut emit: impl FnMut(usize, usize, &[[i32; LANES]; GROUPS], &Finish<GROUPS>),
    ) {
        let sums = &mut [[[0; LANES]; GROUPS]; TILE];
        for block in 0..self.blocks.len() {
            let mut first = 0;
            while first + TILE <= count {
                self.tile::<TILE>(input, first, block, sums, &mut emit);
                first += TILE;
            }
            match count - first {
                3 => self.tile::<3>(input, first, block, sums, &mut emit),
                2 => self.tile::<2>(input, first, block, sums, &mut emit),
                1 => self.tile::<1>(input, first, block, sums, &mut emit),
                _ => {}
            }
        }
    }

    /// As [`Blocks::apply`], for `ROWS` rows and one block. `sums` is room for as many rows.
    #[inline]
    fn tile<const ROWS: usize>(
        &self,
        input: Input<'_>,
        first: usize,
        block: usize,
        sums: &mut [[[i32; LANES]; GROUPS]],
        emit: &mut impl FnMut(usize, usize, &[[i32; LANES]; GROUPS], &Finish<GROUPS>),
    ) {
        let rows =
            std::array::from_fn(|r| &input.values[(first + r) * input.stride..][..self.inputs]);
        let (weights, finish) = &self.blocks[block];
        let Some(sums) = sums.first_chunk_mut::<ROWS>() else {
            return;
        };
        add_dots(rows, weights, Begin::Anew, sums);
        for (r, sums) in sums.iter().enumerate() {
            emit(first + r, block, sums, finish);
        }
    }
}

/// A maxout layer of [`WIDTH`] outputs and its layer norm.
#[derive(Clone, Debug)]
pub struct Maxout {
    blocks: Blocks<PIECES>,
    norm: Norm,
}

impl Maxout {
    /// Takes `{name}.weight` (`WIDTH × PIECES × inputs`), `.bias` (`WIDTH × PIECES`), `.gain` and `.shift` (`WIDTH`).
    ///
    /// # Errors
    /// A tensor is missing or of another form.
    pub fn load(weights: &Weights<'_>, name: &str, inputs: usize) -> Result<Self, LoadError> {
        let rows = weights.rows(&format!("{name}.weight"), &[WIDTH, PIECES, inputs])?;
        let biases = weights.floats(&format!("{name}.bias"), &[WIDTH, PIECES])?;
        Ok(Self {
            blocks: Blocks::new(&rows, &biases, inputs, WIDTH / LANES, maxout_row),
            norm: Norm::load(weights, name)?,
        })
    }

    /// Numbers a row of input.
    pub fn inputs(&self) -> usize {
        self.blocks.inputs
    }

    /// No output is larger than this.
    pub fn bound(&self) -> f32 {
        self.norm.bound()
    }

    /// Applies the layer to `count` rows; `out` has [`WIDTH`] numbers a row.
    pub fn apply(&self, input: Input<'_>, count: usize, out: &mut [f32]) {
        self.blocks.apply(input, count, |row, block, sums, finish| {
            let out = out[row * WIDTH + block * LANES..].first_chunk_mut();
            if let Some(out) = out {
                finish.largest(sums, input.scale.of(row), out);
            }
        });
        for row in out[..count * WIDTH].chunks_exact_mut(WIDTH) {
            self.norm.apply(row);
        }
    }
}

/// The row of a maxout layer's weights for a lane of a block, where group `piece` holds the units' pieces of that number.
pub fn maxout_row(block: usize, piece: usize, lane: usize) -> usize {
    (block * LANES + lane) * PIECES + piece
}

/// A layer norm over [`WIDTH`] numbers.
#[derive(Clone, Debug)]
pub struct Norm {
    gain: Vec<f32>,
    shift: Vec<f32>,
}

impl Norm {
    /// Takes `{name}.gain` and `.shift`, [`WIDTH`] numbers each.
    ///
    /// # Errors
    /// A tensor is missing or of another form.
    pub fn load(weights: &Weights<'_>, name: &str) -> Result<Self, LoadError> {
        Ok(Self {
            gain: weights.floats(&format!("{name}.gain"), &[WIDTH])?,
            shift: weights.floats(&format!("{name}.shift"), &[WIDTH])?,
        })
    }

    /// No output is larger than this: of 96 numbers with mean 0 and variance 1 none is past √95.
    pub fn bound(&self) -> f32 {
        let outputs = self.gain.iter().zip(&self.shift);
        outputs
            .map(|(gain, shift)| 9.75 * gain.abs() + shift.abs())
            .fold(0.0, larger)
    }

    /// Brings a row to the mean and the variance that the next layer expects.
    pub fn apply(&self, row: &mut [f32]) {
        const COUNT: f32 = WIDTH as f32;
        let mean = sum(row, |value| value) / COUNT;
        let variance = sum(row, |value| (value - mean) * (value - mean)) / COUNT;
        let factor = 1.0 / (variance + 1e-8).sqrt();
        for ((value, gain), shift) in row.iter_mut().zip(&self.gain).zip(&self.shift) {
            *value = (*value - mean) * factor * gain + shift;
        }
    }
}

/// A sum in one fixed order: eight partial sums, then a tree over them.
fn sum(row: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut sums = [0f32; SUMS];
    for chunk in row.chunks_exact(SUMS) {
        for (sum, value) in sums.iter_mut().zip(chunk) {
            *sum += of(*value);
        }
    }
    let [a, b, c, d, e, f, g, h] = sums;
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

/// A dense layer: `outputs × inputs` weights and a bias an output.
#[derive(Clone, Debug)]
pub struct Dense {
    blocks: Blocks<DENSE_GROUPS>,
    outputs: usize,
}

impl Dense {
    /// Takes `{name}.weight` and `.bias`.
    ///
    /// # Errors
    /// A tensor is missing or of another form.
    pub fn load(
        weights: &Weights<'_>,
        name: &str,
        [outputs, inputs]: [usize; 2],
    ) -> Result<Self, LoadError> {
        let rows = weights.rows(&format!("{name}.weight"), &[outputs, inputs])?;
        let biases = weights.floats(&format!("{name}.bias"), &[outputs])?;
        Ok(Self::new(&rows, &biases, [outputs, inputs]))
    }

    /// A layer of these rows and biases.
    pub fn new(rows: &Rows, biases: &[f32], [outputs, inputs]: [usize; 2]) -> Self {
        let a_block = DENSE_GROUPS * LANES;
        Self {
            blocks: Blocks::new(
                rows,
                biases,
                inputs,
                outputs.div_ceil(a_block),
                |block, group, lane| block * a_block + group * LANES + lane,
            ),
            outputs,
        }
    }

    /// Numbers a row of output.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Applies the layer to `count` rows; `out` has [`Dense::outputs`] numbers a row.
    pub fn apply(&self, input: Input<'_>, count: usize, out: &mut [f32]) {
        self.blocks.apply(input, count, |row, block, sums, finish| {
            let from = block * DENSE_GROUPS * LANES;
            let out = &mut out[row * self.outputs..(row + 1) * self.outputs][from..];
            let scale = input.scale.of(row);
            for (group, out) in out.chunks_mut(LANES).take(DENSE_GROUPS).enumerate() {
                let values: [f32; LANES] =
                    std::array::from_fn(|lane| finish.value(sums, scale, group, lane));
                match out.first_chunk_mut() {
                    Some(out) => *out = values,
                    None => out.copy_from_slice(&values[..out.len()]),
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_to_the_nearest_integer_ties_to_even() {
        let mut to = [0; 6];
        quantize(&[0.5, 1.5, -0.5, -2.4, 1e9, -1e9], 1.0, &mut to);
        assert_eq!(to, [0, 2, 0, -2, 16_383, -16_383]);
    }

    #[test]
    fn a_row_keeps_its_largest_value() {
        let mut to = [0; 3];
        let scale = quantize_row(&[0.25, -2.0, 1.0], &mut to);
        assert_eq!(to, [2048, -16_383, 8192]);
        assert_eq!(scale, 2.0 / 16_383.0);
        assert_eq!(quantize_row(&[0.0; 3], &mut to), 1.0);
        assert_eq!(to, [0; 3]);
    }

    /// A dense layer of this many outputs and inputs gives the product plus the bias for `count` rows.
    fn check_dense(outputs: usize, inputs: usize, count: usize) {
        let values: Vec<i8> = (0..outputs * inputs)
            .map(|i| (i * 37 % 255) as u8 as i8)
            .collect();
        let rows = Rows {
            scales: (0..outputs).map(|o| 0.5 + o as f32).collect(),
            values: values.clone(),
        };
        let biases: Vec<f32> = (0..outputs).map(|o| o as f32 - 3.0).collect();
        let input: Vec<i16> = (0..count * inputs).map(|i| i as i16 * 11 - 70).collect();
        let scales: Vec<f32> = (0..count).map(|r| 0.5 + r as f32).collect();
        let mut out = vec![0.0; count * outputs];
        let dense = Dense::new(&rows, &biases, [outputs, inputs]);
        dense.apply(
            Input {
                values: &input,
                stride: inputs,
                scale: Scale::Each(&scales),
            },
            count,
            &mut out,
        );
        for r in 0..count {
            for o in 0..outputs {
                let sum: i32 = (0..inputs)
                    .map(|i| i32::from(input[r * inputs + i]) * i32::from(values[o * inputs + i]))
                    .sum();
                let expected = sum as f32 * (rows.scales[o] * scales[r]) + biases[o];
                assert_eq!(
                    out[r * outputs + o],
                    expected,
                    "{outputs} × {inputs}, row {r} of {count}, output {o}"
                );
            }
        }
    }

    #[test]
    fn a_dense_layer_is_the_product_plus_the_bias() {
        // 18 outputs are a block of which little is used; 5 rows are a tile and one.
        check_dense(18, 4, 5);
        // 50 are a block and a half, of which the second group ends early.
        check_dense(50, 4, 5);
        // 96 are three blocks; 4, 7 and 2 rows a tile, a tile and three, and no tile.
        check_dense(96, 64, 4);
        check_dense(96, 64, 7);
        check_dense(96, 64, 2);
        check_dense(1, 2, 1);
    }
}
