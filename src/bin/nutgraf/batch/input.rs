//! Where articles come from: a file or standard input, of any kind that is known.

use std::fs::File;
use std::io::{self, BufReader, Cursor, ErrorKind, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;
use indicatif::ProgressBar;

use super::article::Raw;
use super::kind::Kind;
use super::lines::Lines;
use super::table;
use crate::read;

/// The articles of the input.
pub struct Input {
    name: String,
    kind: Kind,
    /// Shows how much of the file has been read.
    bar: ProgressBar,
    articles: Articles,
}

enum Articles {
    Lines(Lines),
    Rows(table::Rows),
}

/// Buffers of this size pass through a decoder.
const BUFFER_BYTES: usize = 65_536;

impl Input {
    /// Opens the file at `path`, or standard input for `-`, and gives `bar` its length.
    ///
    /// # Errors
    /// In one line for people: it cannot be read, or is not what it should be.
    pub fn open(path: &Path, bar: &ProgressBar) -> Result<Self, String> {
        let name = read::name(path);
        let fault = |error: io::Error| format!("{name}: {}", read::fault(&error));
        let (bytes, promised): (Box<dyn Read + Send>, Kind) = if read::is_stdin(path) {
            (Box::new(io::stdin()), Kind::Lines)
        } else {
            let file = File::open(path).map_err(fault)?;
            let about = file.metadata().map_err(fault)?;
            if about.is_dir() {
                return Err(format!("{name}: is a directory, not a file"));
            }
            if about.is_file() {
                bar.set_length(about.len());
            }
            (Box::new(file), Kind::of_name(path))
        };
        let mut bytes = BufReader::with_capacity(BUFFER_BYTES, bar.wrap_read(bytes));
        // A pipe may give its first bytes one by one.
        let mut head = Vec::new();
        (&mut bytes).take(6).read_to_end(&mut head).map_err(fault)?;
        let kind = Kind::of_bytes(&head).map_err(|other| {
            format!("{name}: is {other}; JSON lines in UTF-8, gzip, Zstandard and Parquet are read")
        })?;
        if promised != Kind::Lines && promised != kind {
            return Err(format!(
                "{name}: is named as {0}, and does not begin as {0}",
                promised.name()
            ));
        }
        let bytes = Cursor::new(head).chain(bytes);
        let lines = |decoded: Box<dyn Read + Send>| {
            let decoded = BufReader::with_capacity(BUFFER_BYTES, decoded);
            Articles::Lines(Lines::new(Box::new(decoded)))
        };
        let articles = match kind {
            Kind::Lines => Articles::Lines(Lines::new(Box::new(bytes))),
            Kind::Gzip => lines(Box::new(MultiGzDecoder::new(bytes))),
            Kind::Zstd => lines(Box::new(
                zstd::stream::read::Decoder::with_buffer(bytes).map_err(fault)?,
            )),
            Kind::Parquet if read::is_stdin(path) => {
                return Err(format!(
                    "{name}: is Parquet, whose index stands at its end: give it as a file"
                ));
            }
            Kind::Parquet => Articles::Rows(table::Rows::open(path, bar)?),
        };
        Ok(Self {
            name,
            kind,
            bar: bar.clone(),
            articles,
        })
    }

    /// The next article; `None` at the end.
    ///
    /// # Errors
    /// In one line for people: what is the matter, and where.
    pub fn next_article(&mut self) -> Result<Option<Raw>, String> {
        match &mut self.articles {
            Articles::Rows(rows) => {
                let row = rows.next_row();
                row.map_err(|what| format!("{}: row {}: {what}", self.name, rows.count + 1))
            }
            Articles::Lines(lines) => lines.next_line().map_err(|error| {
                let what = decoding_fault(self.kind, &error);
                let (line, byte) = (lines.count + 1, self.bar.position());
                format!("{}: line {line}, near byte {byte}: {what}", self.name)
            }),
        }
    }
}

/// What kept a stream from being read: its medium, or its own bytes.
pub fn decoding_fault(kind: Kind, error: &io::Error) -> String {
    if kind == Kind::Lines || error.raw_os_error().is_some() {
        return read::fault(error);
    }
    match error.kind() {
        ErrorKind::UnexpectedEof => format!("the {} data is cut short", kind.name()),
        _ => format!("the {} data is damaged ({error})", kind.name()),
    }
}

/// Articles that are worked on together, and answered by one piece of the output.
pub struct Blocks {
    input: Input,
    /// So many articles at most.
    size: usize,
    /// What was read and is to be read again.
    kept: Option<Vec<Raw>>,
    /// What ended the input in the middle of a block.
    fault: Option<String>,
}

/// A block takes no further article when it holds so many bytes.
const BLOCK_BYTES: usize = 1_000_000;

impl Blocks {
    /// The articles of `input`, `size` at a time.
    pub fn new(input: Input, size: usize) -> Self {
        Self {
            input,
            size,
            kept: None,
            fault: None,
        }
    }

    /// The next block; `None` at the end. Where a block ends depends on nothing but the input.
    ///
    /// # Errors
    /// As of [`Input::next_article`], after the articles before it.
    pub fn next_block(&mut self) -> Result<Option<Vec<Raw>>, String> {
        if let Some(block) = self.kept.take() {
            return Ok(Some(block));
        }
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        let (mut block, mut bytes) = (Vec::new(), 0);
        while block.len() < self.size && bytes < BLOCK_BYTES {
            match self.input.next_article() {
                Ok(Some(raw)) => {
                    bytes += raw.len();
                    block.push(raw);
                }
                Ok(None) => break,
                Err(fault) if block.is_empty() => return Err(fault),
                Err(fault) => {
                    self.fault = Some(fault);
                    break;
                }
            }
        }
        Ok((!block.is_empty()).then_some(block))
    }

    /// Gives a block back: it is the next one again.
    pub fn keep(&mut self, block: Vec<Raw>) {
        self.kept = Some(block);
    }
}
