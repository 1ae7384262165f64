//! One line of input, and the line of output that answers it.

use std::io::{self, BufRead, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use nutgraf::analyzer::MAX_TEXT_BYTES;
use nutgraf::{Analyzer, wire};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::MAX_LINE_BYTES;
use crate::Form;

/// A line as it was read.
pub enum Raw {
    /// Its bytes, without the line end.
    Bytes(Vec<u8>),
    /// Too long to be kept; its length in bytes.
    TooLong(usize),
}

impl Raw {
    /// Its length in bytes.
    pub fn len(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::TooLong(bytes) => *bytes,
        }
    }
}

/// The lines of the input that are not blank.
pub struct Lines {
    input: Box<dyn BufRead>,
}

impl Lines {
    /// The lines of `input`.
    pub fn new(input: Box<dyn BufRead>) -> Self {
        Self { input }
    }

    /// The next line that is not blank; `None` at the end.
    pub fn next_line(&mut self) -> io::Result<Option<Raw>> {
        loop {
            let mut bytes = Vec::new();
            let limit = MAX_LINE_BYTES as u64 + 1;
            let read = (&mut self.input)
                .take(limit)
                .read_until(b'\n', &mut bytes)?;
            if read == 0 {
                return Ok(None);
            }
            if bytes.last() != Some(&b'\n') && bytes.len() > MAX_LINE_BYTES {
                let rest = self.skip_line()?;
                return Ok(Some(Raw::TooLong(bytes.len() + rest)));
            }
            while matches!(bytes.last(), Some(b'\n' | b'\r')) {
                bytes.pop();
            }
            if !bytes.trim_ascii().is_empty() {
                return Ok(Some(Raw::Bytes(bytes)));
            }
        }
    }

    /// Skips to the end of the line in pieces; how many bytes were skipped.
    fn skip_line(&mut self) -> io::Result<usize> {
        let mut skipped = 0;
        loop {
            let buffer = self.input.fill_buf()?;
            let end = buffer.iter().position(|&b| b == b'\n');
            let count = end.map_or(buffer.len(), |i| i + 1);
            let at_end = end.is_some() || buffer.is_empty();
            self.input.consume(count);
            skipped += count;
            if at_end {
                return Ok(skipped);
            }
        }
    }
}

/// What a line asks for.
#[derive(Deserialize)]
struct Article {
    id: Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

/// As much of a line as can be said of a bad one.
#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    id: Value,
}

#[derive(Serialize)]
struct Analysed<'a> {
    id: &'a Value,
    report: wire::Report,
}

#[derive(Serialize)]
struct Refused<'a> {
    id: &'a Value,
    error: Fault<'a>,
}

#[derive(Serialize)]
struct Fault<'a> {
    code: &'a str,
    message: String,
}

/// A line of output.
pub struct Done {
    /// With its line end.
    pub json: String,
    /// Whether it is a report.
    pub good: bool,
}

/// The id of a line; null if it has none.
pub fn id(raw: &Raw) -> Value {
    match raw {
        Raw::Bytes(bytes) => {
            serde_json::from_slice(bytes).map_or(Value::Null, |named: Named| named.id)
        }
        Raw::TooLong(_) => Value::Null,
    }
}

/// The report of the article on a line, or what is the matter with it.
pub fn analyse(analyzer: &Analyzer, form: &Form, raw: &Raw) -> Done {
    let bytes = match raw {
        Raw::Bytes(bytes) => bytes,
        Raw::TooLong(bytes) => {
            let message =
                format!("the line has {bytes} bytes; texts have at most {MAX_TEXT_BYTES}");
            return refuse(&Value::Null, "too-long", message);
        }
    };
    let article: Article = match serde_json::from_slice(bytes) {
        Ok(article) => article,
        Err(error) => return refuse(&id(raw), "input", error.to_string()),
    };
    if !(article.id.is_string() || article.id.is_number()) {
        let message = "\"id\" is neither a string nor a number".to_owned();
        return refuse(&article.id, "input", message);
    }
    let options = form.options(article.date);
    // A panic would be our bug; it costs the line it comes from, not an archive's night.
    let analysed = catch_unwind(AssertUnwindSafe(|| {
        (analyzer.analyze(&article.text, &options))
            .map(|report| wire::write(&report, &article.text, form.unit()))
    }));
    match analysed {
        Ok(Ok(report)) => answer(
            &Analysed {
                id: &article.id,
                report,
            },
            true,
        ),
        Ok(Err(error)) => refuse(&article.id, error.code(), error.to_string()),
        Err(_) => refuse(&article.id, "internal", "a bug in nutgraf".to_owned()),
    }
}

fn refuse(id: &Value, code: &str, message: String) -> Done {
    let error = Fault { code, message };
    answer(&Refused { id, error }, false)
}

fn answer(line: &impl Serialize, good: bool) -> Done {
    let json = serde_json::to_string(line).expect("plain data with string keys always serialises");
    Done {
        json: json + "\n",
        good,
    }
}
