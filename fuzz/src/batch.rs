//! What the command's own files about lines stand in here.

use nutgraf::analyzer::{Foreign, Options, Tokens};
use nutgraf::text::Unit;

#[path = "../../src/bin/nutgraf/batch/answer.rs"]
pub mod answer;
#[expect(dead_code, reason = "the command has more to do with an article")]
#[path = "../../src/bin/nutgraf/batch/article.rs"]
pub mod article;
#[path = "../../src/bin/nutgraf/batch/lines.rs"]
pub mod lines;

pub struct Form;

impl Form {
    pub fn unit(&self) -> Unit {
        Unit::Utf16
    }

    pub fn options(&self, date: Option<String>) -> Options {
        Options {
            date,
            tokens: Tokens::Omit,
            foreign: Foreign::Force,
        }
    }
}
