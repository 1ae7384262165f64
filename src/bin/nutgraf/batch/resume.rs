//! Going on where an earlier run was cut off.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;

use flate2::bufread::GzDecoder;
use nutgraf::text::sha256_hex;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::article::Raw;
use super::input::{Blocks, decoding_fault};
use super::kind::Kind;
use super::output::Output;

/// What an earlier run left.
pub struct Earlier {
    /// The output, cut after its last whole piece and open for more.
    pub output: Output,
    /// How many of its answers are errors.
    pub refused: u64,
}

#[derive(Deserialize)]
struct Answered {
    id: Value,
    #[serde(default)]
    report: Option<Written>,
}

/// What a report says of how it was made.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Written {
    engine: String,
    model: String,
    unit: String,
    #[serde(default)]
    tokens: Option<IgnoredAny>,
    text_hash: String,
}

impl Written {
    /// Everything but the text.
    fn maker(&self) -> (&str, &str, &str, bool) {
        let tokens = self.tokens.is_some();
        (&self.engine, &self.model, &self.unit, tokens)
    }
}

/// Skips the blocks of the input that the output at `path` already answers.
///
/// # Errors
/// In one line for people: the output cannot be read, or it is not what `maker` would have made of this input. It is then left
/// as it was.
pub fn go_on(
    path: &Path,
    kind: Kind,
    blocks: &mut Blocks,
    maker: &Written,
) -> Result<Earlier, String> {
    let name = path.display();
    let fault = |error: io::Error| format!("{name}: {}", decoding_fault(kind, &error));
    let mut pieces = Pieces {
        kind,
        file: BufReader::new(File::open(path).map_err(fault)?),
    };
    let (mut whole, mut refused, mut line) = (0, 0, 0);
    while let Some((piece, end)) = pieces.next_piece().map_err(fault)? {
        let answers: Vec<&[u8]> = piece.split_inclusive(|&b| b == b'\n').collect();
        let Some(block) = blocks.next_block()? else {
            if answers.is_empty() {
                break;
            }
            return Err(foreign(path, line + 1, "answers nothing in the input"));
        };
        if answers.len() < block.len() && pieces.at_end().map_err(fault)? {
            // The input has grown since: its last block is done again, whole.
            blocks.keep(block);
            break;
        }
        if answers.len() != block.len() {
            return Err(foreign(path, line + 1, "is packed in another way"));
        }
        for (answer, raw) in answers.into_iter().zip(block) {
            line += 1;
            refused += check(answer, raw, maker).map_err(|what| foreign(path, line, what))?;
        }
        whole = end;
    }
    let mut file = OpenOptions::new().write(true).open(path).map_err(fault)?;
    file.set_len(whole).map_err(fault)?;
    file.seek(SeekFrom::End(0)).map_err(fault)?;
    Ok(Earlier {
        output: Output::go_on(path, kind, file, whole, line),
        refused,
    })
}

fn foreign(path: &Path, line: u64, what: &str) -> String {
    format!(
        "{}: line {line} {what}; nothing was changed (without --resume it is written anew)",
        path.display()
    )
}

/// 1 if the answer is an error, 0 if it is a report.
fn check(answer: &[u8], raw: Raw, maker: &Written) -> Result<u64, &'static str> {
    let answered: Answered =
        serde_json::from_slice(answer).map_err(|_| "is no answer of nutgraf's")?;
    let (id, text) = match raw.read() {
        Ok(article) => (article.id, Some(article.text)),
        Err(refusal) => (refusal.id, None),
    };
    if answered.id != id {
        return Err("does not answer this input's article");
    }
    let Some(report) = answered.report else {
        return Ok(1);
    };
    if text.is_none_or(|text| sha256_hex(&text) != report.text_hash) {
        return Err("answers an article of this id, but with another text");
    }
    if report.maker() != maker.maker() {
        return Err("comes from other options, or from another version of nutgraf");
    }
    Ok(0)
}

/// The whole pieces of an output.
struct Pieces {
    kind: Kind,
    file: BufReader<File>,
}

impl Pieces {
    /// The lines of the next piece, and where it ends in the file; `None` at the end, or where the file is cut off.
    fn next_piece(&mut self) -> io::Result<Option<(Vec<u8>, u64)>> {
        if self.at_end()? {
            return Ok(None);
        }
        let mut lines = Vec::new();
        let read = match self.kind {
            Kind::Gzip => GzDecoder::new(&mut self.file).read_to_end(&mut lines),
            Kind::Zstd => zstd::stream::read::Decoder::with_buffer(&mut self.file)
                .and_then(|decoder| decoder.single_frame().read_to_end(&mut lines)),
            Kind::Lines | Kind::Parquet => self.file.read_until(b'\n', &mut lines),
        };
        match read {
            Ok(_) if lines.last().is_some_and(|&b| b != b'\n') => Ok(None),
            Ok(_) => Ok(Some((lines, self.file.stream_position()?))),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn at_end(&mut self) -> io::Result<bool> {
        Ok(self.file.fill_buf()?.is_empty())
    }
}
