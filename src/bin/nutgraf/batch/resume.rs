//! Going on where an earlier run was cut off.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::line::{self, Lines};

/// What an earlier run left.
pub struct Earlier {
    /// The output, cut after its last whole line and open for more.
    pub file: File,
    /// Whether all its lines are reports.
    pub good: bool,
}

#[derive(Deserialize)]
struct Answered {
    id: Value,
    #[serde(default)]
    error: Option<IgnoredAny>,
}

/// Skips the lines of the input that the output at `path` already answers.
///
/// # Errors
/// In one line for people: the output cannot be read, or it does not answer this input. It is then left as it was.
pub fn go_on(path: &Path, lines: &mut Lines) -> Result<Earlier, String> {
    let fault = |error| format!("{}: {error}", path.display());
    let mut reader = BufReader::new(File::open(path).map_err(fault)?);
    let (mut whole, mut good, mut number) = (0u64, true, 0usize);
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        let read = reader.read_until(b'\n', &mut bytes).map_err(fault)?;
        if bytes.last() != Some(&b'\n') {
            break;
        }
        number += 1;
        let answered: Answered = serde_json::from_slice(&bytes)
            .map_err(|_| format!("{}:{number}: not a line of nutgraf's", path.display()))?;
        let asked = lines
            .next_line()
            .map_err(|error| format!("input: {error}"))?;
        if asked.map(|raw| line::id(&raw)) != Some(answered.id) {
            return Err(format!(
                "{}:{number}: does not answer this input's line; nothing was changed",
                path.display()
            ));
        }
        good &= answered.error.is_none();
        whole += read as u64;
    }
    let mut file = OpenOptions::new().write(true).open(path).map_err(fault)?;
    file.set_len(whole).map_err(fault)?;
    file.seek(SeekFrom::End(0)).map_err(fault)?;
    Ok(Earlier { file, good })
}
