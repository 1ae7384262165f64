//! Articles as they stand in the input, and what is the matter with those that are none.

use nutgraf::analyzer::MAX_TEXT_BYTES;
use serde::Deserialize;
use serde_json::Value;

/// What stands in an article's place in the input.
#[derive(Debug)]
pub enum Raw {
    /// A line's bytes, without the line end.
    Line(Vec<u8>),
    /// A line too long to be kept; its length in bytes.
    TooLong(usize),
    /// A row of a table.
    #[cfg_attr(
        not(feature = "parquet"),
        expect(dead_code, reason = "only tables have rows")
    )]
    Row(Result<Article, Refusal>),
}

/// What is to be analysed.
#[derive(Debug, Deserialize)]
pub struct Article {
    /// A string or a whole number.
    pub id: Value,
    /// What it says.
    pub text: String,
    /// `YYYY-MM-DD`.
    #[serde(default)]
    pub date: Option<String>,
}

/// Why there is no report.
#[derive(Debug)]
pub struct Refusal {
    /// The id, as far as there is one.
    pub id: Value,
    /// A short name that stays the same.
    pub code: &'static str,
    /// For people.
    pub message: String,
}

/// As much of a line as can be said of a bad one.
#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    id: Value,
}

impl Raw {
    /// How many bytes it holds.
    pub fn len(&self) -> usize {
        match self {
            Self::Line(bytes) => bytes.len(),
            Self::TooLong(_) | Self::Row(Err(_)) => 0,
            Self::Row(Ok(article)) => article.text.len(),
        }
    }

    /// The article.
    ///
    /// # Errors
    /// It is none.
    pub fn read(self) -> Result<Article, Refusal> {
        let refusal = |id, message| Refusal {
            id,
            code: "input",
            message,
        };
        let article = match self {
            // A list of an id and a text would do for serde.
            Self::Line(bytes) if bytes.trim_ascii_start().first() != Some(&b'{') => {
                return Err(refusal(
                    Value::Null,
                    "the line is not a JSON object".to_owned(),
                ));
            }
            Self::Line(bytes) => serde_json::from_slice(&bytes)
                .map_err(|error| refusal(id_of(&bytes), complaint(&bytes, &error)))?,
            Self::Row(row) => row?,
            Self::TooLong(bytes) => {
                return Err(Refusal {
                    id: Value::Null,
                    code: "too-long",
                    message: format!(
                        "the line has {bytes} bytes; texts have at most {MAX_TEXT_BYTES}"
                    ),
                });
            }
        };
        // Other numbers would not come out as they went in.
        if article.id.is_string() || article.id.is_i64() || article.id.is_u64() {
            return Ok(article);
        }
        let message = "\"id\" is neither a string nor a whole number of 64 bits".to_owned();
        Err(refusal(article.id, message))
    }
}

fn id_of(line: &[u8]) -> Value {
    serde_json::from_slice(line).map_or(Value::Null, |named: Named| named.id)
}

/// What is the matter with a line, without the names of our types.
fn complaint(line: &[u8], error: &serde_json::Error) -> String {
    if std::str::from_utf8(line).is_err() {
        return "the line is not UTF-8".to_owned();
    }
    let place = format!(" at line {} column {}", error.line(), error.column());
    let said = error.to_string();
    let what = said.strip_suffix(&place).unwrap_or(&said);
    format!("{what}, at byte {} of the line", error.column())
}
