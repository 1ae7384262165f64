//! The article as HTML with its mentions marked: safe to put into any page.

use super::marks::{Family, Mark, Piece, marks, pieces};
use crate::report::{Entity, EntityId, Report};
use crate::text::Span;

/// The article as an `<article>`: the headline as `<h1>`, paragraphs as `<p>`, each mention as a `<mark>`.
///
/// A mark carries the classes `nut-graf-mark` and `nut-graf-who`, `-where`, `-when`, `-many` or `-what`, and
/// `data-type`, `data-entity` (`e1` is the first entity), `data-name` (the entity's full name), `data-level`,
/// `data-height` (how many marks lie in each other below it) and, where a mention goes on after a cut, `data-part`.
///
/// Nothing but these elements is in it, whatever the text says: letters that mean something in HTML are escaped. The
/// element's `textContent` is the text itself (U+0000, which HTML cannot hold, becomes U+FFFD), so offsets stay right.
///
/// ```
/// use nutgraf::{Report, Span, export::html::article};
/// let text = "Zürich <3 🇨🇭";
/// let report = Report { paragraphs: vec![Span::new(0, text.len())], ..Report::default() };
/// assert_eq!(article(text, &report), "<article lang=\"en\"><p>Zürich &lt;3 🇨🇭</p></article>");
/// ```
pub fn article(text: &str, report: &Report) -> String {
    let marks = marks(text, report);
    let mut html = Html {
        text,
        report,
        marks: &marks,
        out: String::with_capacity(text.len() * 2),
    };
    html.out.push_str("<article lang=\"en\">");
    let mut written = 0;
    let mut first_mark = 0;
    for &paragraph in &report.paragraphs {
        if paragraph.start < written || paragraph.of(text).is_empty() {
            continue;
        }
        html.escape(Span::new(written, paragraph.start));
        let heading = report.title.is_some_and(|title| {
            paragraph.contains(title) && paragraph.trim(text) == title.trim(text)
        });
        let element = if heading { "h1" } else { "p" };
        html.out.push_str(&format!("<{element}>"));
        while marks
            .get(first_mark)
            .is_some_and(|mark| mark.span.end <= paragraph.start)
        {
            first_mark += 1;
        }
        html.block(paragraph, first_mark);
        html.out.push_str(&format!("</{element}>"));
        written = paragraph.end;
    }
    html.escape(Span::new(written, text.len()));
    html.out.push_str("</article>");
    html.out
}

struct Html<'a> {
    text: &'a str,
    report: &'a Report,
    marks: &'a [Mark],
    out: String,
}

impl Html<'_> {
    /// The words of `block`, marked; marks before `first_mark` end before it.
    fn block(&mut self, block: Span, first_mark: usize) {
        let inside = self.marks[first_mark..].partition_point(|mark| mark.span.start < block.end);
        let marks = &self.marks[first_mark..first_mark + inside];
        let mut written = block.start;
        let mut open: Vec<Span> = Vec::new();
        for piece in pieces(marks, block) {
            written = self.close(&mut open, written, piece.span.start);
            self.escape(Span::new(written, piece.span.start));
            written = piece.span.start;
            self.open(&marks[piece.mark], piece);
            open.push(piece.span);
        }
        written = self.close(&mut open, written, block.end);
        self.escape(Span::new(written, block.end));
    }

    /// Ends the marks that end at or before `limit`, writing what stands before their ends; the new position.
    fn close(&mut self, open: &mut Vec<Span>, mut written: usize, limit: usize) -> usize {
        while let Some(inner) = open.pop_if(|inner| inner.end <= limit) {
            self.escape(Span::new(written, inner.end));
            self.out.push_str("</mark>");
            written = inner.end;
        }
        written
    }

    fn open(&mut self, mark: &Mark, piece: Piece) {
        let EntityId(index) = mark.entity;
        let Entity { name, .. } = &self.report.entities[index];
        let (family, kind, level) = (Family::of(mark.kind), mark.kind, mark.level);
        self.out.push_str(&format!(
            "<mark class=\"nut-graf-mark nut-graf-{family}\" data-type=\"{kind}\" data-entity=\"e{}\" data-name=\"",
            index + 1
        ));
        escape(name, &mut self.out);
        self.out.push_str(&format!(
            "\" data-level=\"{level}\" data-height=\"{}\"",
            mark.height
        ));
        if !piece.first {
            self.out.push_str(" data-part");
        }
        self.out.push('>');
    }

    fn escape(&mut self, span: Span) {
        escape(span.of(self.text), &mut self.out);
    }
}

/// `text` so that HTML reads it back as it is, in an element or in a quoted attribute.
pub(super) fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // A parser would make a line feed of it, and move every later offset.
            '\r' => out.push_str("&#13;"),
            '\0' => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(character),
        }
    }
}
