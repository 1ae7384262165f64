//! Word vectors under hashed keys.

use super::layers::WIDTH;
use super::weights::{LoadError, Rows, Weights};

/// Buckets, by the high half of a key.
const BUCKETS: usize = 1 << 18;

/// A vector for each known word. Keys are kept as 18 bits of place and 8 of mark: an unknown key is taken for a known one once
/// in 250 times, and then has that one's vector.
#[derive(Clone, Debug)]
pub struct WordVectors {
    rows: Rows,
    /// Where each bucket's entries begin, and the end.
    starts: Vec<u32>,
    /// What tells a bucket's keys apart: the low byte of the hash.
    marks: Vec<u8>,
    /// The row of each entry.
    entries: Vec<u16>,
}

impl WordVectors {
    /// Takes `{name}.vectors` (`rows × WIDTH`) and `{name}.keys.*`, if the file has the former.
    ///
    /// # Errors
    /// A tensor is missing, of another form, or points outside another.
    pub fn load(weights: &Weights<'_>, name: &str) -> Result<Option<Self>, LoadError> {
        let tensor = format!("{name}.vectors");
        let count = weights.rows_of(&tensor);
        if count == 0 {
            return Ok(None);
        }
        let rows = weights.rows(&tensor, &[count, WIDTH])?;
        let counts_name = format!("{name}.keys.counts");
        let counts = weights.bytes(&counts_name)?;
        if counts.len() != BUCKETS {
            return Err(LoadError::tensor(&counts_name, BUCKETS, counts.len()));
        }
        let mut starts = Vec::with_capacity(BUCKETS + 1);
        let mut start = 0;
        starts.push(start);
        for &count in counts {
            start += u32::from(count);
            starts.push(start);
        }
        let column = |part: &str| {
            let tensor = format!("{name}.keys.{part}");
            let bytes = weights.bytes(&tensor)?;
            if bytes.len() == start as usize {
                Ok(bytes)
            } else {
                Err(LoadError::tensor(&tensor, start, bytes.len()))
            }
        };
        let (low, high) = (column("low")?, column("high")?);
        let entries = low.iter().zip(high);
        let entries: Vec<u16> = entries
            .map(|(&low, &high)| u16::from_le_bytes([low, high]))
            .collect();
        if let Some(&row) = entries.iter().find(|&&row| usize::from(row) >= count) {
            return Err(LoadError::tensor(
                &format!("{name}.keys.high"),
                format!("rows below {count}"),
                row,
            ));
        }
        Ok(Some(Self {
            rows,
            starts,
            marks: column("marks")?.to_vec(),
            entries,
        }))
    }

    /// Writes the vector of the word with this hash; zeros for an unknown one.
    pub fn get(&self, key: u64, out: &mut [f32]) {
        // The top 18 of 64 bits.
        let bucket = (key >> (u64::BITS - BUCKETS.trailing_zeros())) as usize;
        let entries = self.starts[bucket] as usize..self.starts[bucket + 1] as usize;
        let found = entries
            .into_iter()
            .find(|&entry| self.marks[entry] == key as u8);
        let Some(entry) = found else {
            out.fill(0.0);
            return;
        };
        let row = usize::from(self.entries[entry]);
        let values = &self.rows.values[row * WIDTH..(row + 1) * WIDTH];
        for (out, &value) in out.iter_mut().zip(values) {
            *out = f32::from(value) * self.rows.scales[row];
        }
    }
}
