//! `nutgraf style`: the style sheet of fragments, and what a strict page allows it by.

use base64::prelude::{BASE64_STANDARD, Engine};
use nutgraf::export::fragment::style_sheet;
use sha2::{Digest, Sha256};

use crate::{DONE, Style};

pub fn run(task: &Style) -> u8 {
    let sheet = style_sheet();
    match task.digest {
        true => println!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(sheet))),
        false => println!("{sheet}"),
    }
    DONE
}
