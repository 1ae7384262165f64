//! Integer dot products: the only unsafe code of the crate.
//!
//! A tile is `ROWS` input rows times `GROUPS` groups of [`LANES`] outputs. Weights lie in the order of use: for each pair of
//! inputs, for each group, [`LANES`] outputs with the two weights of the pair side by side, so that one multiply-add
//! instruction advances a lane's sum by two inputs and no sum ever crosses lanes.

#![expect(unsafe_code, reason = "SIMD: six times the speed of the plain twin")]

/// Outputs side by side in one group.
pub const LANES: usize = 8;

/// Sums of a tile: `[row][group][lane]`.
pub type Sums<const ROWS: usize, const GROUPS: usize> = [[[i32; LANES]; GROUPS]; ROWS];

/// The dot products of `rows`, all of one even length, with the weights of `GROUPS` groups of outputs.
///
/// Exact as long as no sum leaves `i32`, which [`super::layers`] checks when weights are loaded.
///
/// # Panics
/// If the lengths do not fit each other.
pub fn dots<const ROWS: usize, const GROUPS: usize>(
    rows: [&[i16]; ROWS],
    weights: &[i16],
) -> Sums<ROWS, GROUPS> {
    let inputs = rows[0].len();
    assert!(inputs.is_multiple_of(2) && rows.iter().all(|row| row.len() == inputs));
    assert_eq!(weights.len(), inputs * GROUPS * LANES);
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // SAFETY: AVX2 is there; the lengths were just checked.
        return unsafe { avx2::dots(rows, weights) };
    }
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    {
        // SAFETY: compiled only with SIMD on; the lengths were just checked.
        return unsafe { simd128::dots(rows, weights) };
    }
    #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
    plain(rows, weights)
}

/// The twin of every other kernel here: same layout, no instruction assumed.
#[cfg_attr(
    all(target_arch = "wasm32", target_feature = "simd128"),
    expect(dead_code, reason = "the oracle of the tests")
)]
fn plain<const ROWS: usize, const GROUPS: usize>(
    rows: [&[i16]; ROWS],
    weights: &[i16],
) -> Sums<ROWS, GROUPS> {
    let mut sums = [[[0; LANES]; GROUPS]; ROWS];
    for (pair, weights) in weights.chunks_exact(2 * GROUPS * LANES).enumerate() {
        for (row, sums) in rows.iter().zip(&mut sums) {
            let (a, b) = (i32::from(row[2 * pair]), i32::from(row[2 * pair + 1]));
            for (weights, sums) in weights.chunks_exact(2 * LANES).zip(sums) {
                for (weight, sum) in weights.chunks_exact(2).zip(sums) {
                    *sum += a * i32::from(weight[0]) + b * i32::from(weight[1]);
                }
            }
        }
    }
    sums
}

#[cfg(target_arch = "x86_64")]
mod avx2 {
    use super::{LANES, Sums};
    use std::arch::x86_64::{
        __m256i, _mm256_add_epi32, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_set1_epi32,
        _mm256_setzero_si256, _mm256_storeu_si256,
    };

    /// # Safety
    /// AVX2 must be there; `rows` all of one even length, `weights` of that length times `GROUPS` times [`LANES`].
    #[target_feature(enable = "avx2")]
    pub unsafe fn dots<const ROWS: usize, const GROUPS: usize>(
        rows: [&[i16]; ROWS],
        weights: &[i16],
    ) -> Sums<ROWS, GROUPS> {
        let mut sums = [[_mm256_setzero_si256(); GROUPS]; ROWS];
        for pair in 0..rows[0].len() / 2 {
            let mut inputs = [_mm256_setzero_si256(); ROWS];
            for (input, row) in inputs.iter_mut().zip(rows) {
                // SAFETY: elements 2 pair and 2 pair + 1 are within every row.
                let both = unsafe { row.as_ptr().add(2 * pair).cast::<i32>().read_unaligned() };
                *input = _mm256_set1_epi32(both);
            }
            for group in 0..GROUPS {
                let at = (pair * GROUPS + group) * 2 * LANES;
                // SAFETY: 2 LANES weights a group and pair, as the caller promises.
                let weight =
                    unsafe { _mm256_loadu_si256(weights.as_ptr().add(at).cast::<__m256i>()) };
                for (sums, input) in sums.iter_mut().zip(inputs) {
                    sums[group] = _mm256_add_epi32(sums[group], _mm256_madd_epi16(weight, input));
                }
            }
        }
        let mut out = [[[0; LANES]; GROUPS]; ROWS];
        for (out, sums) in out.iter_mut().flatten().zip(sums.iter().flatten()) {
            // SAFETY: a group is LANES 32-bit numbers, the size of the register.
            unsafe { _mm256_storeu_si256(out.as_mut_ptr().cast::<__m256i>(), *sums) };
        }
        out
    }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd128 {
    use super::{LANES, Sums};
    use std::arch::wasm32::{
        i32x4_add, i32x4_dot_i16x8, i32x4_splat, v128, v128_load, v128_load32_splat, v128_store,
    };

    /// Lanes of one register; a group takes two, one after the other, so that the sums stay in registers.
    const HALF: usize = LANES / 2;

    /// # Safety
    /// `rows` all of one even length, `weights` of that length times `GROUPS` times [`LANES`].
    pub unsafe fn dots<const ROWS: usize, const GROUPS: usize>(
        rows: [&[i16]; ROWS],
        weights: &[i16],
    ) -> Sums<ROWS, GROUPS> {
        let mut out = [[[0; LANES]; GROUPS]; ROWS];
        for half in 0..2 {
            let mut sums = [[i32x4_splat(0); GROUPS]; ROWS];
            for pair in 0..rows[0].len() / 2 {
                let mut inputs = [i32x4_splat(0); ROWS];
                for (input, row) in inputs.iter_mut().zip(rows) {
                    // SAFETY: elements 2 pair and 2 pair + 1 are within every row.
                    *input = unsafe { v128_load32_splat(row.as_ptr().add(2 * pair).cast::<u32>()) };
                }
                for group in 0..GROUPS {
                    let at = (pair * GROUPS + group) * 2 * LANES + half * LANES;
                    // SAFETY: 2 LANES weights a group and pair, as the caller promises.
                    let weight = unsafe { v128_load(weights.as_ptr().add(at).cast::<v128>()) };
                    for (sums, input) in sums.iter_mut().zip(inputs) {
                        sums[group] = i32x4_add(sums[group], i32x4_dot_i16x8(weight, input));
                    }
                }
            }
            for (out, sums) in out.iter_mut().flatten().zip(sums.iter().flatten()) {
                // SAFETY: half a group is HALF 32-bit numbers, the size of the register.
                unsafe { v128_store(out[half * HALF..].as_mut_ptr().cast::<v128>(), *sums) };
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Any kernel must give what `plain` gives, for every shape in use, with the largest numbers too.
    fn check<const ROWS: usize, const GROUPS: usize>(inputs: usize) {
        let mut state = 7u32;
        let mut next = |limit: i32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            match state >> 28 {
                0 => limit as i16,
                1 => -limit as i16,
                _ => ((state >> 8) as i32 % (limit + 1)) as i16,
            }
        };
        let data: Vec<i16> = (0..ROWS * inputs).map(|_| next(16_383)).collect();
        let weights: Vec<i16> = (0..inputs * GROUPS * LANES).map(|_| next(127)).collect();
        let rows = std::array::from_fn(|r| &data[r * inputs..(r + 1) * inputs]);
        assert_eq!(
            dots::<ROWS, GROUPS>(rows, &weights),
            plain::<ROWS, GROUPS>(rows, &weights)
        );
    }

    #[test]
    fn kernels_give_what_the_plain_twin_gives() {
        for inputs in [2, 64, 96, 288, 384, 480, 576] {
            check::<4, 3>(inputs);
            check::<1, 3>(inputs);
            check::<4, 2>(inputs);
            check::<1, 2>(inputs);
            check::<4, 1>(inputs);
            check::<1, 1>(inputs);
        }
    }
}
