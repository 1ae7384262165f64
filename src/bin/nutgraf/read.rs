//! Texts from files and standard input.

use std::io::Read;
use std::path::Path;

/// The text in the file, or on standard input for `-`.
///
/// # Errors
/// In one line for people: which file, and what is the matter with it.
pub fn text(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let done = match path.as_os_str() == "-" {
        true => std::io::stdin().lock().read_to_end(&mut bytes).map(drop),
        false => std::fs::File::open(path).and_then(|mut it| it.read_to_end(&mut bytes).map(drop)),
    };
    done.map_err(|error| format!("{}: {error}", name(path)))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("{}: not UTF-8 from byte {at} on", name(path))
    })
}

/// What a file is called in messages.
pub fn name(path: &Path) -> String {
    match path.as_os_str() == "-" {
        true => "standard input".to_owned(),
        false => path.display().to_string(),
    }
}
