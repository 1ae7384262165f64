//! What the command's own `batch/line.rs` stands in here.

use nutgraf::analyzer::{Foreign, Options, Tokens};
use nutgraf::text::Unit;

#[expect(dead_code, reason = "the command shows how far it is")]
#[path = "../../src/bin/nutgraf/batch/line.rs"]
pub mod line;

/// Short, so that too long ones are found.
pub const MAX_LINE_BYTES: usize = 1000;

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
