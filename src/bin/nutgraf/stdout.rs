//! Standard output, which may be full or have lost its reader.

use std::io::{ErrorKind, Write};

/// Who reads what is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Still there.
    There,
    /// Has seen enough (`nutgraf … | head`), and knows it.
    Gone,
}

/// Prints the words.
///
/// # Errors
/// In one line for people: what stands in the way.
pub fn print(words: &str) -> Result<Reader, String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(words.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(Reader::There),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Reader::Gone),
        Err(error) => Err(format!("standard output: {error}")),
    }
}
