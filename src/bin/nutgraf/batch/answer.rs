//! What is answered to one article.

use std::panic::{AssertUnwindSafe, catch_unwind};

use nutgraf::{Analyzer, wire};
use serde::Serialize;
use serde_json::Value;

use super::Form;
use super::article::{Raw, Refusal};

/// The answer to an article; its parts are JSON.
#[derive(Debug)]
pub struct Answer {
    /// The article's id; null if it has none.
    pub id: Value,
    /// The report, or the error: an object of code and message.
    pub said: Result<String, String>,
}

#[derive(Serialize)]
struct Fault<'a> {
    code: &'a str,
    message: &'a str,
}

impl Answer {
    /// The report of an article, or what is the matter with it.
    pub fn to(raw: Raw, analyzer: &Analyzer, form: &Form) -> Self {
        let article = match raw.read() {
            Ok(article) => article,
            Err(refusal) => return refusal.into(),
        };
        let options = form.options(article.date);
        // A panic would be our bug; it costs the article it comes from, not an archive's night.
        let analysed = catch_unwind(AssertUnwindSafe(|| {
            (analyzer.analyze(&article.text, &options))
                .map(|report| json(&wire::write(&report, &article.text, form.unit())))
        }));
        let (code, message) = match analysed {
            Ok(Ok(report)) => {
                return Self {
                    id: article.id,
                    said: Ok(report),
                };
            }
            Ok(Err(error)) => (error.code(), error.to_string()),
            Err(_) => ("internal", "a bug in nutgraf".to_owned()),
        };
        Self::from(Refusal {
            id: article.id,
            code,
            message,
        })
    }

    /// Adds the answer to `lines`, as one of them.
    pub fn write_line(&self, lines: &mut Vec<u8>) {
        let (name, said) = match &self.said {
            Ok(report) => ("report", report),
            Err(error) => ("error", error),
        };
        let id = json(&self.id);
        for part in ["{\"id\":", &id, ",\"", name, "\":", said, "}\n"] {
            lines.extend_from_slice(part.as_bytes());
        }
    }
}

impl From<Refusal> for Answer {
    fn from(refusal: Refusal) -> Self {
        let fault = Fault {
            code: refusal.code,
            message: &refusal.message,
        };
        Self {
            id: refusal.id,
            said: Err(json(&fault)),
        }
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain data with string keys always serialises")
}
