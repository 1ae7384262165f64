//! Texts from files and standard input.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use nutgraf::analyzer::MAX_TEXT_BYTES;

use crate::page;

/// The article in the file, or on standard input for `-`, without a byte-order mark.
///
/// # Errors
/// In one line for people: which file, and what is the matter with it.
pub fn article(path: &Path) -> Result<String, String> {
    let text = text(path, MAX_TEXT_BYTES as u64)?;
    // It says how the file is written; it is not part of it.
    let text = match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    match page::is_page(path, &text) {
        true => Err(format!(
            "{}: is a page in HTML; save the article as text",
            name(path)
        )),
        false => Ok(text),
    }
}

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The text in the file, or on standard input for `-`, of `limit` bytes at most.
///
/// # Errors
/// In one line for people: which file, and what is the matter with it.
pub fn text(path: &Path, limit: u64) -> Result<String, String> {
    let name = name(path);
    if name.starts_with("http://") || name.starts_with("https://") {
        return Err(format!(
            "{name}: is an address; nothing is fetched, so save the page and name its file"
        ));
    }
    let mut bytes = Vec::new();
    let done = match is_stdin(path) {
        true => io::stdin().lock().take(limit + 1).read_to_end(&mut bytes),
        false => File::open(path).and_then(|it| it.take(limit + 1).read_to_end(&mut bytes)),
    };
    done.map_err(|error| format!("{name}: {}", fault(&error)))?;
    if bytes.len() as u64 > limit {
        return Err(format!("{name}: is longer than {limit} bytes"));
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(format!("{name}: is UTF-16; save it as UTF-8"));
    }
    if bytes.starts_with(b"%PDF-") {
        return Err(format!("{name}: is a PDF; save its text"));
    }
    if bytes.contains(&0) {
        return Err(format!("{name}: is no text"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("{name}: is not UTF-8 from byte {at} on; save it as UTF-8")
    })
}

/// What a file is called in messages.
pub fn name(path: &Path) -> String {
    match is_stdin(path) {
        true => "standard input".to_owned(),
        false => path.display().to_string(),
    }
}

/// Whether standard input is meant.
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// What kept a file from being read or written, without the system's number for it.
pub fn fault(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::IsADirectory => "is a directory, not a file".to_owned(),
        ErrorKind::PermissionDenied => "you may not open it".to_owned(),
        _ => error.to_string(),
    }
}
