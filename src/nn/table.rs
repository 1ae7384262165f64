//! Hash tables of vectors: any id has one, few ids share all their rows.

use super::layers::WIDTH;
use super::weights::{LoadError, Rows, Weights};

/// `rows × WIDTH`: the vector of an id is the sum of four rows that its hash picks.
#[derive(Clone, Debug)]
pub struct HashTable {
    rows: Rows,
    seed: u32,
}

impl HashTable {
    /// Takes tensor `name`, `rows × WIDTH`; `seed` tells the tables of one network apart.
    ///
    /// # Errors
    /// The tensor is missing or of another form.
    pub fn load(
        weights: &Weights<'_>,
        name: &str,
        rows: usize,
        seed: u32,
    ) -> Result<Self, LoadError> {
        let rows = weights.rows(name, &[rows, WIDTH])?;
        Ok(Self { rows, seed })
    }

    /// Writes the vector of `id`.
    pub fn get(&self, id: u64, out: &mut [f32]) {
        let rows = lanes(id, self.seed).map(|lane| {
            let row = lane as usize % self.rows.scales.len();
            let values = &self.rows.values[row * WIDTH..(row + 1) * WIDTH];
            (self.rows.scales[row], &values[..out.len()])
        });
        let [a, b, c, d] = rows;
        let of = |(scale, values): (f32, &[i8]), i: usize| f32::from(values[i]) * scale;
        for (i, out) in out.iter_mut().enumerate() {
            *out = of(a, i) + of(b, i) + of(c, i) + of(d, i);
        }
    }
}

/// MurmurHash3 (x64, 128 bits) of the eight bytes of `id`, as four numbers, low half first.
fn lanes(id: u64, seed: u32) -> [u32; 4] {
    let length = 8;
    let mut a = id
        .wrapping_mul(0x87C3_7B91_1142_53D5)
        .rotate_left(31)
        .wrapping_mul(0x4CF5_AD43_2745_937F);
    a ^= u64::from(seed) ^ length;
    let mut b = u64::from(seed) ^ length;
    a = a.wrapping_add(b);
    b = b.wrapping_add(a);
    (a, b) = (scramble(a), scramble(b));
    a = a.wrapping_add(b);
    b = b.wrapping_add(a);
    [a as u32, (a >> 32) as u32, b as u32, (b >> 32) as u32]
}

fn scramble(mut k: u64) -> u64 {
    k ^= k >> 33;
    k = k.wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    k ^= k >> 33;
    k = k.wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    k ^ k >> 33
}

#[cfg(test)]
mod tests {
    use super::lanes;

    #[test]
    fn lanes_are_those_of_the_training_code() {
        assert_eq!(lanes(0, 8), [0; 4]);
        assert_eq!(
            lanes(1, 13),
            [1_266_879_892, 1_356_517_611, 318_478_807, 3_343_674_364]
        );
        assert_eq!(
            lanes(611_161_653_263_400_730, 10),
            [1_972_387_553, 1_788_171_839, 4_223_070_551, 825_995_287]
        );
    }
}
