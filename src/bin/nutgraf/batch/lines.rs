//! Lines of any length, from a stream.

use std::io::{self, BufRead, Read};

use nutgraf::analyzer::MAX_TEXT_BYTES;

use super::article::Raw;

/// The longest line: a text of the greatest length, each of its bytes escaped (`\u0001`), and room for the other fields.
const MAX_LINE_BYTES: usize = 6 * MAX_TEXT_BYTES + 65_536;

/// The lines of the input that are not blank.
pub struct Lines {
    input: Box<dyn BufRead + Send>,
    /// How many lines have been read, blank ones too.
    pub count: u64,
}

impl Lines {
    /// The lines of `input`.
    pub fn new(input: Box<dyn BufRead + Send>) -> Self {
        Self { input, count: 0 }
    }

    /// The next line that is not blank; `None` at the end.
    pub fn next_line(&mut self) -> io::Result<Option<Raw>> {
        loop {
            let mut bytes = Vec::new();
            let limit = MAX_LINE_BYTES as u64 + 1;
            let read = (&mut self.input)
                .take(limit)
                .read_until(b'\n', &mut bytes)?;
            if read == 0 {
                return Ok(None);
            }
            if bytes.last() != Some(&b'\n') && bytes.len() > MAX_LINE_BYTES {
                let rest = self.skip_line()?;
                self.count += 1;
                return Ok(Some(Raw::TooLong(bytes.len() + rest)));
            }
            if self.count == 0 && bytes.starts_with(b"\xef\xbb\xbf") {
                // A byte-order mark says how the file is written; it is not part of it.
                bytes.drain(..3);
            }
            self.count += 1;
            while matches!(bytes.last(), Some(b'\n' | b'\r')) {
                bytes.pop();
            }
            if !bytes.trim_ascii().is_empty() {
                return Ok(Some(Raw::Line(bytes)));
            }
        }
    }

    /// Skips to the end of the line in pieces; how many bytes were skipped.
    fn skip_line(&mut self) -> io::Result<usize> {
        let mut skipped = 0;
        loop {
            let buffer = self.input.fill_buf()?;
            let end = buffer.iter().position(|&b| b == b'\n');
            let count = end.map_or(buffer.len(), |i| i + 1);
            let at_end = end.is_some() || buffer.is_empty();
            self.input.consume(count);
            skipped += count;
            if at_end {
                return Ok(skipped);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &'static [u8]) -> Vec<String> {
        let mut lines = Lines::new(Box::new(text));
        std::iter::from_fn(|| lines.next_line().expect("reads"))
            .map(|raw| match raw {
                Raw::Line(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn blank_lines_line_ends_and_a_byte_order_mark_are_no_part() {
        assert_eq!(
            lines(b"\xef\xbb\xbfa\r\n\r\n  \nb \xef\xbb\xbf\nc"),
            ["a", "b \u{feff}", "c"]
        );
        assert!(lines(b"").is_empty() && lines(b"\xef\xbb\xbf\n").is_empty());
    }

    #[test]
    fn a_line_over_the_limit_is_skipped_and_the_next_is_read() {
        let mut text = vec![b'x'; MAX_LINE_BYTES + 10];
        text.extend(b"\nb\n");
        assert_eq!(
            lines(text.leak()),
            [format!("TooLong({})", MAX_LINE_BYTES + 11), "b".to_owned()]
        );
    }
}
