//! What a reader sees of a text: without invisible marks and odd spaces, every character in its plain form. The stages read
//! this; the report speaks of the text as it was given.

mod characters;
mod quotes;

use std::borrow::Cow;

use crate::text::Span;

use super::letters::is_space;
use super::paragraphs::paragraphs;
use characters::Reading;
use quotes::Quotes;

/// A text as it is read, and the way back to the text as it was given.
#[derive(Clone, Debug)]
pub struct View<'t> {
    given: &'t str,
    text: Cow<'t, str>,
    /// In order of both texts. Between two of them the texts are the same.
    edits: Vec<Edit>,
}

/// A piece that is read otherwise than it is given.
#[derive(Clone, Copy, Debug)]
struct Edit {
    /// Where it is read.
    read: Span,
    /// Where it is given.
    given: Span,
}

impl<'t> View<'t> {
    /// The view of a text. O(length); borrows a text that is read as it is given.
    ///
    /// ```
    /// use nutgraf::segment::View;
    /// let given = "Ko\u{308}ln\u{a0}said \"\"no\"\", O’Brien said.";
    /// let view = View::of(given);
    /// assert_eq!(view.text(), "Köln said “no”, O'Brien said.");
    /// assert_eq!(view.given((0..5).into()).of(given), "Ko\u{308}ln");
    /// ```
    pub fn of(given: &'t str) -> Self {
        let mut writer = Writer {
            given,
            text: String::new(),
            edits: Vec::new(),
            done: 0,
        };
        let mut before: Option<Span> = None;
        for paragraph in paragraphs(given) {
            let gap = Span::new(before.map_or(0, |before| before.end), paragraph.start);
            writer.replace(gap, if before.is_some() { "\n\n" } else { "" });
            writer.paragraph(paragraph);
            before = Some(paragraph);
        }
        let rest = Span::new(before.map_or(0, |before| before.end), given.len());
        writer.replace(rest, "");
        let text = match writer.edits.is_empty() {
            true => Cow::Borrowed(given),
            false => Cow::Owned(writer.text),
        };
        Self {
            given,
            text,
            edits: writer.edits,
        }
    }

    /// The text as it is read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a span of the text that is read lies in the text that was given. O(log edits).
    pub fn given(&self, span: Span) -> Span {
        let end = self.end(span.end);
        let start = match span.is_empty() {
            true => end,
            false => self.start(span.start),
        };
        Span::new(start, end)
    }

    /// The text as it was given.
    pub fn whole(&self) -> &'t str {
        self.given
    }

    /// The words that were given for a span of the text that is read.
    pub fn words(&self, span: Span) -> &'t str {
        self.given(span).of(self.given)
    }

    fn start(&self, at: usize) -> usize {
        let edits = self.edits.partition_point(|edit| edit.read.start <= at);
        match edits.checked_sub(1).map(|last| self.edits[last]) {
            Some(edit) if at < edit.read.end => edit.given.start,
            Some(edit) => edit.given.end + (at - edit.read.end),
            None => at,
        }
    }

    fn end(&self, at: usize) -> usize {
        let edits = self.edits.partition_point(|edit| edit.read.start < at);
        match edits.checked_sub(1).map(|last| self.edits[last]) {
            Some(edit) if at <= edit.read.end => edit.given.end,
            Some(edit) => edit.given.end + (at - edit.read.end),
            None => at,
        }
    }
}

struct Writer<'t> {
    given: &'t str,
    text: String,
    edits: Vec<Edit>,
    /// What is given up to here has been read.
    done: usize,
}

impl Writer<'_> {
    fn paragraph(&mut self, paragraph: Span) {
        let mut quotes = Quotes::default();
        let mut at = paragraph.start;
        let end = paragraph.end;
        while at < end {
            let rest = &self.given[at..end];
            at += plain_length(rest);
            let rest = &self.given[at..end];
            self.copy(at);
            at += match quotes.read(&self.text, rest) {
                Some((length, mark)) => {
                    self.replace(Span::new(at, at + length), mark);
                    length
                }
                None => self.character(at, rest),
            };
        }
        self.copy(end);
    }

    /// Reads what is at the front of `rest`, which begins at `at`; its length.
    fn character(&mut self, at: usize, rest: &str) -> usize {
        let spaces = rest.len() - rest.trim_start_matches(characters::is_gap).len();
        if rest[..spaces].contains(is_space) {
            let breaks = rest[..spaces].contains(['\n', '\r', '\u{85}', '\u{2028}']);
            let joins = breaks && self.is_hyphenated(&rest[spaces..]);
            self.replace(Span::new(at, at + spaces), if joins { "" } else { " " });
            return spaces;
        }
        // A run of what nobody sees is nothing, read at once.
        if spaces > 0 {
            self.replace(Span::new(at, at + spaces), "");
            return spaces;
        }
        let (length, reading) = characters::read(rest);
        let span = Span::new(at, at + length);
        match reading {
            Reading::Same => self.copy(span.end),
            Reading::Nothing => self.replace(span, ""),
            Reading::Character(c) => self.replace(span, c.encode_utf8(&mut [0; 4])),
            Reading::Letters(letters) => self.replace(span, letters),
        }
        length
    }

    /// Whether a line ends within a compound: "state-", "owned".
    fn is_hyphenated(&self, next: &str) -> bool {
        let mut last = self.text.chars().rev();
        last.next() == Some('-')
            && last.next().is_some_and(char::is_alphanumeric)
            && next.starts_with(char::is_alphanumeric)
    }

    /// What is given up to `end` is read as it stands.
    fn copy(&mut self, end: usize) {
        self.text.push_str(&self.given[self.done..end]);
        self.done = end;
    }

    fn replace(&mut self, given: Span, with: &str) {
        self.copy(given.start);
        if given.of(self.given) == with {
            self.copy(given.end);
            return;
        }
        let read = Span::new(self.text.len(), self.text.len() + with.len());
        self.text.push_str(with);
        self.done = given.end;
        match self.edits.last_mut() {
            Some(last)
                if read.is_empty() && last.given.end == given.start && last.read.is_empty() =>
            {
                last.given.end = given.end;
            }
            _ => self.edits.push(Edit { read, given }),
        }
    }
}

/// The length of what is read as it stands at the front of `rest`. The character before one that is not of ASCII may be part of it.
fn plain_length(rest: &str) -> usize {
    let is_plain = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'`');
    let length = rest.bytes().take_while(is_plain).count();
    let goes_on = (rest.as_bytes().get(length)).is_some_and(|byte| !byte.is_ascii());
    length - usize::from(goes_on && length > 0)
}
