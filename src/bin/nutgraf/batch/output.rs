//! Where answers go: standard output or a file, of any kind that is known.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use flate2::write::GzEncoder;

use super::answer::Answer;
use super::kind::Kind;
use super::table;
use crate::read;

/// So many articles are compressed together: more make a smaller file, fewer a more even load.
const PACKED_ARTICLES: usize = 64;

/// The answers to a block of articles, as they are written.
pub struct Piece {
    content: Content,
    /// How many answers they are.
    pub answers: u64,
    /// How many of them are errors.
    pub refused: u64,
}

enum Content {
    Bytes(Vec<u8>),
    Rows(Vec<Answer>),
}

impl Kind {
    /// How many articles a block has: single ones where each answer can go out at once.
    pub const fn block_articles(self) -> usize {
        match self {
            Self::Lines => 1,
            Self::Gzip | Self::Zstd | Self::Parquet => PACKED_ARTICLES,
        }
    }

    /// The answers to one block, packed: a whole gzip member, a whole Zstandard frame.
    pub fn pack(self, answers: Vec<Answer>) -> Piece {
        let refused = answers.iter().filter(|answer| answer.said.is_err());
        let (count, refused) = (answers.len() as u64, refused.count() as u64);
        let content = match self {
            Self::Parquet => Content::Rows(answers),
            _ => Content::Bytes(self.compress(&lines(&answers))),
        };
        Piece {
            content,
            answers: count,
            refused,
        }
    }

    fn compress(self, lines: &[u8]) -> Vec<u8> {
        let packed = match self {
            Self::Gzip => gzip(lines),
            Self::Zstd => zstd(lines),
            Self::Lines | Self::Parquet => return lines.to_vec(),
        };
        packed.expect("memory takes what is written to it")
    }
}

fn lines(answers: &[Answer]) -> Vec<u8> {
    let mut lines = Vec::new();
    for answer in answers {
        answer.write_line(&mut lines);
    }
    lines
}

fn gzip(lines: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(lines)?;
    encoder.finish()
}

fn zstd(lines: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = zstd::stream::write::Encoder::new(Vec::new(), 0)?;
    encoder.include_checksum(true)?;
    encoder.set_pledged_src_size(Some(lines.len() as u64))?;
    encoder.write_all(lines)?;
    encoder.finish()
}

/// Where pieces go.
pub struct Output {
    name: String,
    kind: Kind,
    sink: Sink,
    /// How many answers have been written, whole.
    pub answers: u64,
}

enum Sink {
    Pipe(Box<dyn Write>),
    /// A file whose first bytes, so many of them, are whole pieces.
    File(File, u64),
    Table(Box<table::Writer>),
}

impl Output {
    /// Standard output.
    pub fn stdout() -> Self {
        Self::of(
            "standard output".to_owned(),
            Kind::Lines,
            Sink::Pipe(Box::new(io::stdout().lock())),
        )
    }

    /// A new file; what was there is gone.
    ///
    /// # Errors
    /// In one line for people: it cannot be written.
    pub fn create(path: &Path, kind: Kind) -> Result<Self, String> {
        let name = path.display().to_string();
        let fault = |error: io::Error| format!("{name}: {}", read::fault(&error));
        if kind == Kind::Parquet {
            // Before the file that is there is cut to nothing.
            table::ready().map_err(fault)?;
        }
        let file = File::create(path).map_err(fault)?;
        let sink = match kind {
            Kind::Parquet => Sink::Table(Box::new(table::Writer::new(file).map_err(fault)?)),
            _ if file.metadata().map_err(fault)?.is_file() => Sink::File(file, 0),
            _ => Sink::Pipe(Box::new(file)),
        };
        Ok(Self::of(name, kind, sink))
    }

    /// A file that holds `answers` answers in its first `whole` bytes, open after them.
    pub fn go_on(path: &Path, kind: Kind, file: File, whole: u64, answers: u64) -> Self {
        Self {
            answers,
            ..Self::of(path.display().to_string(), kind, Sink::File(file, whole))
        }
    }

    fn of(name: String, kind: Kind, sink: Sink) -> Self {
        Self {
            name,
            kind,
            sink,
            answers: 0,
        }
    }

    /// Writes a piece, whole.
    ///
    /// # Errors
    /// In one line for people: it could not be written, and how far the output is good. A file is cut after its last whole piece.
    pub fn write(&mut self, piece: Piece) -> Result<(), String> {
        let count = piece.answers;
        let written = match (&mut self.sink, piece.content) {
            (Sink::Pipe(to), Content::Bytes(bytes)) => {
                to.write_all(&bytes).and_then(|()| to.flush())
            }
            (Sink::File(file, whole), Content::Bytes(bytes)) => {
                let written = file.write_all(&bytes);
                match &written {
                    Ok(()) => *whole += bytes.len() as u64,
                    // If this fails too, half a line is left, without its end: `--resume` cuts it off.
                    Err(_) => drop(file.set_len(*whole)),
                }
                written
            }
            (Sink::Table(table), Content::Rows(rows)) => table.write(rows),
            (Sink::Table(_), Content::Bytes(_)) | (_, Content::Rows(_)) => {
                unreachable!("pieces are packed for the output's kind")
            }
        };
        written.map_err(|error| self.fault(&error))?;
        self.answers += count;
        Ok(())
    }

    /// Ends the output: all of it is on the disk.
    ///
    /// # Errors
    /// As of [`Output::write`].
    pub fn finish(mut self) -> Result<(), String> {
        if self.answers == 0 && matches!(self.kind, Kind::Gzip | Kind::Zstd) {
            // A file of no bytes is no file of these kinds.
            self.write(self.kind.pack(Vec::new()))?;
        }
        let ended = match &mut self.sink {
            Sink::Pipe(to) => to.flush(),
            Sink::File(file, _) => file.sync_all(),
            Sink::Table(table) => table.finish(),
        };
        ended.map_err(|error| self.fault(&error))
    }

    fn fault(&self, error: &io::Error) -> String {
        let what = match error.kind() {
            ErrorKind::StorageFull => "the disk is full".to_owned(),
            ErrorKind::BrokenPipe => "its reader has closed it".to_owned(),
            _ => read::fault(error),
        };
        let advice = match &self.sink {
            Sink::Pipe(_) => "",
            Sink::File(..) => "; run again with --resume to go on",
            Sink::Table(_) => "; the file is no whole table",
        };
        format!(
            "{}: {what}, after {} answers{advice}",
            self.name, self.answers
        )
    }
}
