//! The weights file: magic, version, checksum, directory, tensors.
//!
//! ```text
//! "NUTGRAF\0"  u32 version  u32 CRC-32 of all that follows
//! u32 count, then a directory entry a tensor: u8 length and name, u8 kind, u8 rank, u32 a dimension
//! the tensors' data in the directory's order, without gaps:
//!   kind 0  f32 values
//!   kind 1  a half-precision scale a row, then i8 values; a row is the last dimension
//!   kind 2  UTF-8 names, one a line
//!   kind 3  bytes
//! ```
//!
//! All numbers are little-endian. Every tensor is checked by the part that takes it, against the shape that part needs.

use std::collections::BTreeMap;

/// The version that this engine reads.
pub const VERSION: u32 = 1;

const MAGIC: &[u8; 8] = b"NUTGRAF\0";
const HEADER_BYTES: usize = 16;

/// Why a weights file was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// It does not begin as one.
    #[error("not a nutgraf weights file")]
    NotWeights,
    /// It was written for another engine.
    #[error("weights version: expected {VERSION}, found {found}")]
    Version {
        /// What the file says it is.
        found: u32,
    },
    /// It ends too early.
    #[error("weights cut short at {part}: expected at least {expected} bytes, found {found}")]
    Cut {
        /// The first part that is not whole: a tensor's name, or "header" or "directory".
        part: String,
        /// Bytes needed up to the end of that part.
        expected: usize,
        /// Bytes there.
        found: usize,
    },
    /// Its bytes are not the ones that were written.
    #[error("weights damaged: expected checksum {expected:08x}, found {found:08x}")]
    Checksum {
        /// What the header says.
        expected: u32,
        /// What the bytes give.
        found: u32,
    },
    /// It lacks a tensor.
    #[error("weights lack tensor {tensor}")]
    Missing {
        /// Its name.
        tensor: String,
    },
    /// A tensor has another form than the network needs.
    #[error("weights tensor {tensor}: expected {expected}, found {found}")]
    Tensor {
        /// Its name.
        tensor: String,
        /// Shape, kind or label that the network needs.
        expected: String,
        /// What the file has.
        found: String,
    },
}

impl LoadError {
    /// A tensor that is not what the network needs.
    pub fn tensor(name: &str, expected: impl ToString, found: impl ToString) -> Self {
        Self::Tensor {
            tensor: name.to_owned(),
            expected: expected.to_string(),
            found: found.to_string(),
        }
    }
}

/// An int8 matrix with a scale a row: `values[r][c] * scales[r]`.
#[derive(Clone, Debug)]
pub struct Rows {
    /// A factor a row.
    pub scales: Vec<f32>,
    /// Row-major.
    pub values: Vec<i8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Floats,
    Rows,
    Names,
    Bytes,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Floats => "f32 values",
            Self::Rows => "int8 rows",
            Self::Names => "names",
            Self::Bytes => "bytes",
        }
    }
}

#[derive(Debug)]
struct Tensor<'w> {
    kind: Kind,
    shape: Vec<usize>,
    data: &'w [u8],
}

/// A weights file that is whole and unharmed; hands out its tensors.
#[derive(Debug)]
pub struct Weights<'w> {
    tensors: BTreeMap<&'w str, Tensor<'w>>,
}

impl<'w> Weights<'w> {
    /// Opens a file.
    ///
    /// # Errors
    /// Not such a file, another version, cut short, damaged. Tensors are checked when they are taken.
    pub fn open(bytes: &'w [u8]) -> Result<Self, LoadError> {
        if !bytes.starts_with(&MAGIC[..bytes.len().min(MAGIC.len())]) || bytes.is_empty() {
            return Err(LoadError::NotWeights);
        }
        let mut reader = Reader {
            bytes,
            at: MAGIC.len(),
        };
        let found = reader.u32("header")?;
        if found != VERSION {
            return Err(LoadError::Version { found });
        }
        let expected = reader.u32("header")?;
        let mut entries = Vec::new();
        for _ in 0..reader.u32("directory")? {
            entries.push(reader.entry()?);
        }
        let mut tensors = BTreeMap::new();
        for (name, kind, shape) in entries {
            let data = reader.take(bytes_of(kind, &shape), name)?;
            tensors.insert(name, Tensor { kind, shape, data });
        }
        let found = crc32(&bytes[HEADER_BYTES..]);
        if found == expected && reader.at == bytes.len() {
            Ok(Self { tensors })
        } else {
            Err(LoadError::Checksum { expected, found })
        }
    }

    /// The f32 tensor `name`, which must have this shape.
    ///
    /// # Errors
    /// The tensor is missing or has another form.
    pub fn floats(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, LoadError> {
        let data = self.get(name, Kind::Floats, shape)?;
        Ok(data
            .chunks_exact(4)
            .map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]))
            .collect())
    }

    /// The int8 tensor `name`, which must have this shape.
    ///
    /// # Errors
    /// The tensor is missing or has another form.
    pub fn rows(&self, name: &str, shape: &[usize]) -> Result<Rows, LoadError> {
        let data = self.get(name, Kind::Rows, shape)?;
        let rows: usize = shape[..shape.len() - 1].iter().product();
        let (scales, values) = data.split_at(rows * 2);
        Ok(Rows {
            scales: scales
                .chunks_exact(2)
                .map(|b| half(u16::from_le_bytes([b[0], b[1]])))
                .collect(),
            values: values.iter().map(|&b| b.cast_signed()).collect(),
        })
    }

    /// The bytes in tensor `name`, any number of them.
    ///
    /// # Errors
    /// The tensor is missing or of another kind.
    pub fn bytes(&self, name: &str) -> Result<&'w [u8], LoadError> {
        self.get(name, Kind::Bytes, &[self.length(name)])
    }

    /// The names in tensor `name`.
    ///
    /// # Errors
    /// The tensor is missing or not text.
    pub fn names(&self, name: &str) -> Result<Vec<&'w str>, LoadError> {
        let data = self.get(name, Kind::Names, &[self.length(name)])?;
        let text = std::str::from_utf8(data)
            .map_err(|_| LoadError::tensor(name, "UTF-8", "other bytes"))?;
        Ok(text.split('\n').collect())
    }

    /// Rows of tensor `name`, as many as it says; 0 for one that is not there.
    pub fn rows_of(&self, name: &str) -> usize {
        let tensor = self.tensors.get(name);
        tensor
            .and_then(|tensor| tensor.shape.first())
            .map_or(0, |&rows| rows)
    }

    fn length(&self, name: &str) -> usize {
        self.tensors.get(name).map_or(0, |tensor| tensor.data.len())
    }

    fn get(&self, name: &str, kind: Kind, shape: &[usize]) -> Result<&'w [u8], LoadError> {
        let tensor = self.tensors.get(name).ok_or_else(|| LoadError::Missing {
            tensor: name.to_owned(),
        })?;
        if tensor.kind == kind && tensor.shape == shape {
            return Ok(tensor.data);
        }
        let words = |kind: Kind, shape: &[usize]| format!("{} {shape:?}", kind.name());
        Err(LoadError::tensor(
            name,
            words(kind, shape),
            words(tensor.kind, &tensor.shape),
        ))
    }
}

/// Bytes of a tensor; saturating, so a false size is found to be cut short.
fn bytes_of(kind: Kind, shape: &[usize]) -> usize {
    let product = |dims: &[usize]| dims.iter().fold(1usize, |a, &b| a.saturating_mul(b));
    match kind {
        Kind::Floats => product(shape).saturating_mul(4),
        Kind::Rows => product(shape)
            .saturating_add(product(&shape[..shape.len().saturating_sub(1)]).saturating_mul(2)),
        Kind::Names | Kind::Bytes => product(shape),
    }
}

struct Reader<'w> {
    bytes: &'w [u8],
    at: usize,
}

impl<'w> Reader<'w> {
    fn take(&mut self, length: usize, part: &str) -> Result<&'w [u8], LoadError> {
        let end = self.at.saturating_add(length);
        let taken = self.bytes.get(self.at..end).ok_or_else(|| LoadError::Cut {
            part: part.to_owned(),
            expected: end,
            found: self.bytes.len(),
        })?;
        self.at = end;
        Ok(taken)
    }

    fn u8(&mut self, part: &str) -> Result<u8, LoadError> {
        Ok(self.take(1, part)?[0])
    }

    fn u32(&mut self, part: &str) -> Result<u32, LoadError> {
        let b = self.take(4, part)?;
        Ok(u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    }

    fn entry(&mut self) -> Result<(&'w str, Kind, Vec<usize>), LoadError> {
        let part = "directory";
        let length = usize::from(self.u8(part)?);
        let name = std::str::from_utf8(self.take(length, part)?)
            .map_err(|_| LoadError::tensor(part, "UTF-8 names", "other bytes"))?;
        let kind = match self.u8(part)? {
            0 => Kind::Floats,
            1 => Kind::Rows,
            2 => Kind::Names,
            3 => Kind::Bytes,
            other => {
                return Err(LoadError::tensor(name, "kind 0 to 3", other));
            }
        };
        let rank = self.u8(part)?;
        let shape: Result<Vec<usize>, LoadError> =
            (0..rank).map(|_| Ok(self.u32(part)? as usize)).collect();
        Ok((name, kind, shape?))
    }
}

/// An IEEE half-precision number. Scales are positive and finite; the file's writer makes no others.
fn half(bits: u16) -> f32 {
    let (exponent, fraction) = (u32::from(bits >> 10 & 31), u32::from(bits & 1023));
    if exponent == 0 {
        // Subnormal: a whole number of 2^-24.
        return fraction as f32 / 16_777_216.0;
    }
    f32::from_bits((exponent + 112) << 23 | fraction << 13)
}

/// The CRC-32 of zlib and PNG.
fn crc32(bytes: &[u8]) -> u32 {
    // In parts: a function that is called again is compiled better by browsers, one long call is not.
    const PART: usize = 1 << 14;
    !bytes.chunks(PART).fold(!0, crc_after)
}

/// The remainder after these bytes too, eight a step.
#[inline(never)]
fn crc_after(mut crc: u32, bytes: &[u8]) -> u32 {
    const TABLES: [[u32; 256]; 8] = crc_tables();
    let mut chunks = bytes.chunks_exact(8);
    for b in &mut chunks {
        let low = crc ^ u32::from_le_bytes([b[0], b[1], b[2], b[3]]);
        crc = TABLES[7][(low & 255) as usize]
            ^ TABLES[6][(low >> 8 & 255) as usize]
            ^ TABLES[5][(low >> 16 & 255) as usize]
            ^ TABLES[4][(low >> 24) as usize]
            ^ TABLES[3][usize::from(b[4])]
            ^ TABLES[2][usize::from(b[5])]
            ^ TABLES[1][usize::from(b[6])]
            ^ TABLES[0][usize::from(b[7])];
    }
    for &b in chunks.remainder() {
        crc = TABLES[0][(crc as u8 ^ b) as usize] ^ crc >> 8;
    }
    crc
}

const fn crc_tables() -> [[u32; 256]; 8] {
    let mut tables = [[0u32; 256]; 8];
    let mut i = 0;
    while i < 256 {
        let mut crc = i as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = crc >> 1 ^ (0xEDB8_8320 * (crc & 1));
            bit += 1;
        }
        tables[0][i] = crc;
        i += 1;
    }
    let mut t = 1;
    while t < 8 {
        let mut i = 0;
        while i < 256 {
            let before = tables[t - 1][i];
            tables[t][i] = before >> 8 ^ tables[0][(before & 255) as usize];
            i += 1;
        }
        t += 1;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(shape: &[u32], data: &[u8]) -> Vec<u8> {
        let mut body = 1u32.to_le_bytes().to_vec();
        body.extend([4, b'm', b'i', b'x', b'W', 1, shape.len() as u8]);
        for d in shape {
            body.extend(d.to_le_bytes());
        }
        body.extend(data);
        let mut file = MAGIC.to_vec();
        file.extend(VERSION.to_le_bytes());
        file.extend(crc32(&body).to_le_bytes());
        file.extend(body);
        file
    }

    fn good() -> Vec<u8> {
        // Two rows of three: scales 1.0 and 0.5.
        file(&[2, 3], &[0, 0x3C, 0, 0x38, 1, 2, 0xFF, 4, 5, 6])
    }

    fn check(bytes: &[u8], message: &str) {
        let error = Weights::open(bytes).map(|_| ()).expect_err("refused");
        assert_eq!(error.to_string(), message);
    }

    #[test]
    fn rows_come_back_with_their_scales() {
        let bytes = good();
        let rows = Weights::open(&bytes)
            .unwrap()
            .rows("mixW", &[2, 3])
            .unwrap();
        assert_eq!(rows.scales, [1.0, 0.5]);
        assert_eq!(rows.values, [1, 2, -1, 4, 5, 6]);
    }

    #[test]
    fn crc_is_the_one_of_zlib() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn halves_are_exact() {
        for (bits, value) in [
            (0x3C00, 1.0),
            (0x1400, 0.000_976_562_5),
            (1, 5.960_464_5e-8),
        ] {
            assert_eq!(half(bits), value);
        }
    }

    #[test]
    fn bad_files_are_refused_by_name() {
        check(b"", "not a nutgraf weights file");
        check(b"<!doctype html>", "not a nutgraf weights file");
        let mut other = good();
        other[8] = 9;
        check(&other, "weights version: expected 1, found 9");
        let cut = &good()[..40];
        check(
            cut,
            "weights cut short at mixW: expected at least 45 bytes, found 40",
        );
        check(
            &good()[..10],
            "weights cut short at header: expected at least 12 bytes, found 10",
        );
        check(
            &good()[..25],
            "weights cut short at directory: expected at least 26 bytes, found 25",
        );
        let mut harmed = good();
        *harmed.last_mut().unwrap() ^= 1;
        assert!(matches!(
            Weights::open(&harmed),
            Err(LoadError::Checksum { .. })
        ));
    }

    #[test]
    fn wrong_shapes_and_missing_tensors_are_named() {
        let bytes = good();
        let weights = Weights::open(&bytes).unwrap();
        assert_eq!(
            weights.rows("mixW", &[3, 3]).unwrap_err().to_string(),
            "weights tensor mixW: expected int8 rows [3, 3], found int8 rows [2, 3]"
        );
        assert_eq!(
            weights.floats("bias", &[3]).unwrap_err().to_string(),
            "weights lack tensor bias"
        );
        // A size that cannot be is a file cut short, not an attempt to read it.
        check(
            &file(&[u32::MAX, u32::MAX], &[]),
            &format!(
                "weights cut short at mixW: expected at least {} bytes, found 35",
                usize::MAX
            ),
        );
    }
}
