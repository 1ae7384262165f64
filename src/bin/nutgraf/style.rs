//! `nutgraf style`: the style sheet of fragments, and what a strict page allows it by.

use base64::prelude::{BASE64_STANDARD, Engine};
use nutgraf::export::fragment::style_sheet;
use sha2::{Digest, Sha256};

use crate::stdout::print;
use crate::{DONE, Style, fail};

pub fn run(task: &Style) -> u8 {
    let sheet = style_sheet();
    let words = match task.digest {
        true => format!(
            "'sha256-{}'\n",
            BASE64_STANDARD.encode(Sha256::digest(sheet))
        ),
        false => format!("{sheet}\n"),
    };
    print(&words).map_or_else(|message| fail(&message), |_| DONE)
}
