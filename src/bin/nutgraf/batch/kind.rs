//! What kind of file articles come from and reports go to.

use std::path::Path;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A JSON object a line.
    Lines,
    /// Such lines, gzip's.
    Gzip,
    /// Such lines, Zstandard's.
    Zstd,
    /// A table.
    Parquet,
}

/// The endings of file names that say something, in small letters.
const ENDINGS: [(&str, Kind); 4] = [
    (".gz", Kind::Gzip),
    (".zst", Kind::Zstd),
    (".zstd", Kind::Zstd),
    (".parquet", Kind::Parquet),
];

/// How files of other kinds begin, and what they are called: better named than read as a broken line of JSON.
const OTHERS: [(&[u8], &str); 6] = [
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
    (b"ORC", "ORC"),
];

impl Kind {
    /// What it is called in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lines => "JSON lines",
            Self::Gzip => "gzip",
            Self::Zstd => "Zstandard",
            Self::Parquet => "Parquet",
        }
    }

    /// The kind that a file name promises; lines, if it ends in nothing known.
    pub fn of_name(path: &Path) -> Self {
        let name = path.to_string_lossy().to_lowercase();
        let known = ENDINGS.iter().find(|(ending, _)| name.ends_with(ending));
        known.map_or(Self::Lines, |&(_, kind)| kind)
    }

    /// The kind of a file that begins so, six bytes or more.
    ///
    /// # Errors
    /// What it is called, if it is known and nothing that can be read here.
    pub fn of_bytes(head: &[u8]) -> Result<Self, &'static str> {
        if let Some((_, name)) = OTHERS.iter().find(|(magic, _)| head.starts_with(magic)) {
            return Err(name);
        }
        Ok(match head {
            [0x1f, 0x8b, ..] => Self::Gzip,
            // A frame, or one to be skipped, which parallel compressors write first.
            [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Self::Zstd,
            [b'P', b'A', b'R', b'1', ..] => Self::Parquet,
            _ => Self::Lines,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_first_bytes_say_what_a_file_is() {
        for (name, kind) in [
            ("a.jsonl", Kind::Lines),
            ("a.JSONL.GZ", Kind::Gzip),
            ("a.zst", Kind::Zstd),
            ("parquet", Kind::Lines),
            ("a.parquet", Kind::Parquet),
        ] {
            assert_eq!(Kind::of_name(Path::new(name)), kind, "{name}");
        }
        assert_eq!(Kind::of_bytes(b"{\"id\":"), Ok(Kind::Lines));
        assert_eq!(Kind::of_bytes(b""), Ok(Kind::Lines));
        assert_eq!(Kind::of_bytes(b"\x1f\x8b\x08\0\0\0"), Ok(Kind::Gzip));
        assert_eq!(Kind::of_bytes(b"\x28\xb5\x2f\xfd\0\0"), Ok(Kind::Zstd));
        assert_eq!(Kind::of_bytes(b"PAR1\0\0"), Ok(Kind::Parquet));
        assert_eq!(Kind::of_bytes(b"BZh91A"), Err("bzip2"));
    }
}
