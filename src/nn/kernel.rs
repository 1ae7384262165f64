//! Integer dot products: the only unsafe code of the crate.
//!
//! A tile is `ROWS` input rows times `GROUPS` groups of [`LANES`] outputs. Weights lie in the order of use: for each pair of
//! inputs, for each group, [`LANES`] outputs with the two weights of the pair side by side, so that one multiply-add
//! instruction advances a lane's sum by two inputs and no sum ever crosses lanes. A kernel that has too few registers for
//! the sums of a tile goes over the inputs once for each group, or for each group and two rows.

#![expect(unsafe_code, reason = "SIMD: ten times the speed of the plain twin")]

/// Outputs side by side in one group.
pub const LANES: usize = 16;

/// Sums of a tile: `[row][group][lane]`.
pub type Sums<const ROWS: usize, const GROUPS: usize> = [[[i32; LANES]; GROUPS]; ROWS];

/// What the sums of a tile begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    /// Nothing: what is there is written over.
    Anew,
    /// What is there.
    GoOn,
}

/// Adds the dot products of `rows`, all of one even length, with the weights of `GROUPS` groups of outputs to what `sums`
/// begin with.
///
/// Sums wrap: exact as long as what they come to in the end fits `i32`, which [`super::layers`] and [`super::convolution`] see
/// to by the sizes of what they multiply.
///
/// # Panics
/// If the lengths do not fit each other.
pub fn add_dots<const ROWS: usize, const GROUPS: usize>(
    rows: [&[i16]; ROWS],
    weights: &[i16],
    begin: Begin,
    sums: &mut Sums<ROWS, GROUPS>,
) {
    let inputs = rows[0].len();
    assert!(inputs.is_multiple_of(2) && rows.iter().all(|row| row.len() == inputs));
    assert_eq!(Some(weights.len()), inputs.checked_mul(GROUPS * LANES));
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::is_x86_feature_detected;
        if is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vnni") {
            // SAFETY: both features are there; the lengths were just checked.
            return unsafe { avx512::add_dots(rows, weights, begin, sums) };
        }
        if is_x86_feature_detected!("avx2") {
            // SAFETY: AVX2 is there; the lengths were just checked.
            return unsafe { avx2::add_dots(rows, weights, begin, sums) };
        }
    }
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    {
        // SAFETY: compiled only with SIMD on; the lengths were just checked.
        unsafe { simd128::add_dots(rows, weights, begin, sums) }
    }
    #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
    plain(rows, weights, begin, sums);
}

/// The twin of every other kernel here: same layout, no instruction assumed.
#[cfg_attr(
    all(target_arch = "wasm32", target_feature = "simd128"),
    expect(dead_code, reason = "the oracle of the tests")
)]
fn plain<const ROWS: usize, const GROUPS: usize>(
    rows: [&[i16]; ROWS],
    weights: &[i16],
    begin: Begin,
    sums: &mut Sums<ROWS, GROUPS>,
) {
    if begin == Begin::Anew {
        *sums = [[[0; LANES]; GROUPS]; ROWS];
    }
    for (pair, weights) in weights.chunks_exact(2 * GROUPS * LANES).enumerate() {
        for (row, sums) in rows.iter().zip(sums.iter_mut()) {
            let (a, b) = (i32::from(row[2 * pair]), i32::from(row[2 * pair + 1]));
            for (weights, sums) in weights.chunks_exact(2 * LANES).zip(sums) {
                for (weight, sum) in weights.chunks_exact(2).zip(sums.iter_mut()) {
                    let products = a * i32::from(weight[0]) + b * i32::from(weight[1]);
                    *sum = sum.wrapping_add(products);
                }
            }
        }
    }
}

#[cfg(target_arch = "x86_64")]
mod avx512 {
    use super::{Begin, LANES, Sums};
    use std::arch::x86_64::{
        __m512i, _mm512_dpwssd_epi32, _mm512_loadu_si512, _mm512_set1_epi32, _mm512_setzero_si512,
        _mm512_storeu_si512,
    };

    /// # Safety
    /// AVX-512F and VNNI must be there; `rows` all of one even length, `weights` of that length times `GROUPS` times
    /// [`LANES`].
    #[target_feature(enable = "avx512f,avx512vnni")]
    pub unsafe fn add_dots<const ROWS: usize, const GROUPS: usize>(
        rows: [&[i16]; ROWS],
        weights: &[i16],
        begin: Begin,
        out: &mut Sums<ROWS, GROUPS>,
    ) {
        let mut sums = [[_mm512_setzero_si512(); GROUPS]; ROWS];
        if begin == Begin::GoOn {
            let flat = sums.as_flattened_mut().iter_mut();
            for (sum, out) in flat.zip(out.as_flattened()) {
                // SAFETY: a group is LANES 32-bit numbers, the size of the register.
                *sum = unsafe { _mm512_loadu_si512(out.as_ptr().cast::<__m512i>()) };
            }
        }
        for pair in 0..rows[0].len() / 2 {
            let mut group_weights = [_mm512_setzero_si512(); GROUPS];
            for (group, weight) in group_weights.iter_mut().enumerate() {
                let at = (pair * GROUPS + group) * 2 * LANES;
                // SAFETY: 2 LANES weights a group and pair, as the caller promises.
                *weight = unsafe { _mm512_loadu_si512(weights.as_ptr().add(at).cast::<__m512i>()) };
            }
            for (sums, row) in sums.iter_mut().zip(rows) {
                // SAFETY: elements 2 pair and 2 pair + 1 are within every row.
                let both = unsafe { row.as_ptr().add(2 * pair).cast::<i32>().read_unaligned() };
                let input = _mm512_set1_epi32(both);
                for (sum, weight) in sums.iter_mut().zip(group_weights) {
                    *sum = _mm512_dpwssd_epi32(*sum, weight, input);
                }
            }
        }
        for (out, sum) in out.as_flattened_mut().iter_mut().zip(sums.as_flattened()) {
            // SAFETY: a group is LANES 32-bit numbers, the size of the register.
            unsafe { _mm512_storeu_si512(out.as_mut_ptr().cast::<__m512i>(), *sum) };
        }
    }
}

#[cfg(target_arch = "x86_64")]
mod avx2 {
    use super::{Begin, LANES, Sums};
    use std::arch::x86_64::{
        __m256i, _mm256_add_epi32, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_set1_epi32,
        _mm256_setzero_si256, _mm256_storeu_si256,
    };

    /// Lanes of one register.
    const PART: usize = 8;
    /// Registers of a group.
    const PARTS: usize = LANES / PART;

    /// # Safety
    /// AVX2 must be there; `rows` all of one even length, `weights` of that length times `GROUPS` times [`LANES`].
    #[target_feature(enable = "avx2")]
    pub unsafe fn add_dots<const ROWS: usize, const GROUPS: usize>(
        rows: [&[i16]; ROWS],
        weights: &[i16],
        begin: Begin,
        out: &mut Sums<ROWS, GROUPS>,
    ) {
        for group in 0..GROUPS {
            let mut sums = [[_mm256_setzero_si256(); PARTS]; ROWS];
            if begin == Begin::GoOn {
                for (sums, out) in sums.iter_mut().zip(out.iter()) {
                    for (sum, out) in sums.iter_mut().zip(out[group].as_chunks::<PART>().0) {
                        // SAFETY: a part is PART 32-bit numbers, the size of the register.
                        *sum = unsafe { _mm256_loadu_si256(out.as_ptr().cast::<__m256i>()) };
                    }
                }
            }
            for pair in 0..rows[0].len() / 2 {
                let from = (pair * GROUPS + group) * 2 * LANES;
                for (sums, row) in sums.iter_mut().zip(rows) {
                    // SAFETY: elements 2 pair and 2 pair + 1 are within every row.
                    let both = unsafe { row.as_ptr().add(2 * pair).cast::<i32>().read_unaligned() };
                    let input = _mm256_set1_epi32(both);
                    for (part, sum) in sums.iter_mut().enumerate() {
                        let at = from + part * 2 * PART;
                        // SAFETY: 2 LANES weights a group and pair, as the caller promises.
                        let weight = unsafe {
                            _mm256_loadu_si256(weights.as_ptr().add(at).cast::<__m256i>())
                        };
                        *sum = _mm256_add_epi32(*sum, _mm256_madd_epi16(weight, input));
                    }
                }
            }
            for (out, sums) in out.iter_mut().zip(sums) {
                for (out, sum) in out[group].as_chunks_mut::<PART>().0.iter_mut().zip(sums) {
                    // SAFETY: a part is PART 32-bit numbers, the size of the register.
                    unsafe { _mm256_storeu_si256(out.as_mut_ptr().cast::<__m256i>(), sum) };
                }
            }
        }
    }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd128 {
    use super::{Begin, LANES, Sums};
    use std::arch::wasm32::{
        i32x4_add, i32x4_dot_i16x8, i32x4_splat, v128, v128_load, v128_load32_splat, v128_store,
    };

    /// Lanes of one register.
    const PART: usize = 4;
    /// Registers of a group.
    const PARTS: usize = LANES / PART;

    /// # Safety
    /// `rows` all of one even length, `weights` of that length times `GROUPS` times [`LANES`].
    // PERF: inlined into the layers its loop runs at three quarters of the speed (V8): too many values live at once.
    #[inline(never)]
    pub unsafe fn add_dots<const ROWS: usize, const GROUPS: usize>(
        rows: [&[i16]; ROWS],
        weights: &[i16],
        begin: Begin,
        out: &mut Sums<ROWS, GROUPS>,
    ) {
        for group in 0..GROUPS {
            let mut twos = rows.chunks_exact(2);
            let mut outs = out.chunks_exact_mut(2);
            for (rows, out) in (&mut twos).zip(&mut outs) {
                // SAFETY: as the caller promises.
                unsafe { add_group([rows[0], rows[1]], weights, begin, group, out) };
            }
            if let [row] = twos.remainder() {
                // SAFETY: as the caller promises.
                unsafe { add_group([row], weights, begin, group, outs.into_remainder()) };
            }
        }
    }

    /// One group of outputs, for as many rows as leave all sums in registers.
    ///
    /// # Safety
    /// As of [`add_dots`]; as many rows in `out`.
    #[inline]
    unsafe fn add_group<const ROWS: usize, const GROUPS: usize>(
        rows: [&[i16]; ROWS],
        weights: &[i16],
        begin: Begin,
        group: usize,
        out: &mut [[[i32; LANES]; GROUPS]],
    ) {
        let mut sums = [[i32x4_splat(0); PARTS]; ROWS];
        if begin == Begin::GoOn {
            for (sums, out) in sums.iter_mut().zip(out.iter()) {
                for (sum, out) in sums.iter_mut().zip(out[group].as_chunks::<PART>().0) {
                    // SAFETY: a part is PART 32-bit numbers, the size of the register.
                    *sum = unsafe { v128_load(out.as_ptr().cast::<v128>()) };
                }
            }
        }
        for pair in 0..rows[0].len() / 2 {
            let from = (pair * GROUPS + group) * 2 * LANES;
            for (sums, row) in sums.iter_mut().zip(rows) {
                // SAFETY: elements 2 pair and 2 pair + 1 are within every row.
                let input = unsafe { v128_load32_splat(row.as_ptr().add(2 * pair).cast::<u32>()) };
                for (part, sum) in sums.iter_mut().enumerate() {
                    let at = from + part * 2 * PART;
                    // SAFETY: 2 LANES weights a group and pair, as the caller promises.
                    let weight = unsafe { v128_load(weights.as_ptr().add(at).cast::<v128>()) };
                    *sum = i32x4_add(*sum, i32x4_dot_i16x8(weight, input));
                }
            }
        }
        for (out, sums) in out.iter_mut().zip(sums) {
            for (out, sum) in out[group].as_chunks_mut::<PART>().0.iter_mut().zip(sums) {
                // SAFETY: a part is PART 32-bit numbers, the size of the register.
                unsafe { v128_store(out.as_mut_ptr().cast::<v128>(), sum) };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Any kernel must give what `plain` gives, with the largest numbers too.
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
        let data: Vec<i16> = (0..ROWS * inputs).map(|_| next(32_766)).collect();
        let weights: Vec<i16> = (0..inputs * GROUPS * LANES).map(|_| next(381)).collect();
        let rows = std::array::from_fn(|r| &data[r * inputs..(r + 1) * inputs]);
        // Sums to begin with that make others leave the range: they wrap in all kernels.
        let before: Sums<ROWS, GROUPS> =
            std::array::from_fn(|r| std::array::from_fn(|_| [i32::MAX - r as i32; LANES]));
        let mut anew = [[[0; LANES]; GROUPS]; ROWS];
        plain(rows, &weights, Begin::GoOn, &mut anew);
        let mut goes_on = before;
        plain(rows, &weights, Begin::GoOn, &mut goes_on);
        for (begin, expected) in [(Begin::Anew, anew), (Begin::GoOn, goes_on)] {
            let mut found = before;
            plain(rows, &weights, begin, &mut found);
            assert_eq!(found, expected);
            let mut found = before;
            add_dots(rows, &weights, begin, &mut found);
            assert_eq!(found, expected);
            #[cfg(target_arch = "x86_64")]
            if std::arch::is_x86_feature_detected!("avx2") {
                let mut found = before;
                // SAFETY: AVX2 is there; rows and weights are as long as promised.
                unsafe { avx2::add_dots(rows, &weights, begin, &mut found) };
                assert_eq!(found, expected);
            }
        }
    }

    #[test]
    fn kernels_give_what_the_plain_twin_gives() {
        for inputs in [2, 64, 96, 288, 384, 480, 576] {
            // Every tile that a layer asks for: of three groups maxout and convolutions, of two dense layers.
            check::<4, 3>(inputs);
            check::<3, 3>(inputs);
            check::<2, 3>(inputs);
            check::<1, 3>(inputs);
            check::<4, 2>(inputs);
            check::<3, 2>(inputs);
            check::<2, 2>(inputs);
            check::<1, 2>(inputs);
            // And the least there can be.
            check::<1, 1>(inputs);
        }
    }
}
