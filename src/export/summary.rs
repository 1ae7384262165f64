//! The fact summary for people: as Markdown, with footnotes, or as plain text, with its paragraphs.

use std::collections::{BTreeMap, BTreeSet};

use super::outline::{Outline, Section, Told};
use super::words::Said;
use crate::report::{Line, PartKind, Report};
use crate::text::Span;

pub fn markdown(text: &str, report: &Report) -> String {
    let mut page = Page::new(Form::Markdown, text, report);
    if let Some(title) = report.title {
        let words = escape(&page.said.words(title));
        page.out.push_str(&format!("# {words}\n\n"));
    }
    page.out
        .push_str("*Made by a program: check it against the text.*\n");
    page.body();
    page.notes();
    page.out
}

pub fn text(text: &str, report: &Report) -> String {
    let mut page = Page::new(Form::Text, text, report);
    if let Some(title) = report.title {
        let words = page.said.words(title);
        page.out.push_str(&format!("{words}\n\n"));
    }
    page.out.push_str(
        "Made by a program: check it against the text. ¶ is a paragraph of the article.\n",
    );
    page.body();
    page.out
}

/// How a summary is written down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Markdown,
    Text,
}

struct Page<'r> {
    form: Form,
    said: Said<'r>,
    outline: Outline<'r>,
    out: String,
    /// The sentences that footnotes point at, in the order of the page.
    cited: Vec<Span>,
    /// Of each of them, the number of its footnote.
    numbers: BTreeMap<Span, usize>,
    /// The sentences that stand on the page as they stand in the article.
    whole: BTreeSet<Span>,
}

impl<'r> Page<'r> {
    fn new(form: Form, text: &'r str, report: &'r Report) -> Self {
        Self {
            form,
            said: Said { text, report },
            outline: Outline::new(report),
            out: String::new(),
            cited: Vec::new(),
            numbers: BTreeMap::new(),
            whole: BTreeSet::new(),
        }
    }

    fn body(&mut self) {
        let outline = self.outline;
        if let Some(main) = outline.main() {
            let words = self.told(&main);
            self.out.push_str(&format!("\n{words}\n"));
        }
        self.lines(Section::Points, outline.points());
        let mut rows = Vec::new();
        for (question, answer) in outline.answers() {
            let words = self.slice(answer.span);
            rows.push(format!("{} {words}", self.label(question)));
        }
        self.section(Section::Answers, &rows);
        let numbers = outline.numbers().into_iter();
        let rows: Vec<String> = numbers.map(|span| self.slice(span)).collect();
        self.section(Section::Numbers, &rows);
        self.lines(Section::Unsettled, outline.unsettled());
    }

    fn lines(&mut self, heading: Section, lines: Vec<Told>) {
        let rows: Vec<String> = lines.iter().map(|told| self.told(told)).collect();
        self.section(heading, &rows);
    }

    /// A heading and its rows; nothing where there are none.
    fn section(&mut self, heading: Section, rows: &[String]) {
        if rows.is_empty() {
            return;
        }
        let mark = match self.form {
            Form::Markdown => "## ",
            Form::Text => "",
        };
        self.out.push_str(&format!("\n{mark}{heading}\n\n"));
        for row in rows {
            self.out.push_str(&format!("- {row}\n"));
        }
    }

    /// A line, after what in it is not settled, before its place.
    fn told(&mut self, told: &Told) -> String {
        let extent = told.line.extent();
        if is_whole(told.line) {
            let sentences = self.said.sentences(extent).iter();
            self.whole
                .extend(sentences.filter(|it| extent.contains(**it)));
        }
        let words = format!("{}{}", self.escape(&told.line.text), self.cite(extent));
        match self.escape(&told.label(self.said.text)) {
            label if label.is_empty() => words,
            label => format!("{} {words}", self.label(&label)),
        }
    }

    fn slice(&mut self, span: Span) -> String {
        format!("{}{}", self.escape(&self.said.words(span)), self.cite(span))
    }

    fn label(&self, words: &str) -> String {
        match self.form {
            Form::Markdown => format!("**{words}:**"),
            Form::Text => format!("{words}:"),
        }
    }

    fn escape(&self, words: &str) -> String {
        match self.form {
            Form::Markdown => escape(words),
            Form::Text => words.to_owned(),
        }
    }

    /// Where a span stands: references to notes on its sentences, or its paragraph.
    fn cite(&mut self, span: Span) -> String {
        if self.form == Form::Text {
            return match self.said.paragraph(span) {
                0 => " (headline)".to_owned(),
                number => format!(" ¶{number}"),
            };
        }
        let sentences = match self.said.sentences(span) {
            [] => &[span],
            sentences => sentences,
        };
        let notes = sentences.iter().map(|&sentence| {
            let number = *self.numbers.entry(sentence).or_insert_with(|| {
                self.cited.push(sentence);
                self.cited.len()
            });
            format!("[^{number}]")
        });
        notes.collect()
    }

    /// The footnotes: the paragraph, and the sentence where the page does not have it as it stands.
    fn notes(&mut self) {
        for (i, span) in self.cited.iter().enumerate() {
            let place = match self.said.paragraph(*span) {
                0 => "headline".to_owned(),
                paragraph => format!("paragraph {paragraph}"),
            };
            let sentence = match self.whole.contains(span) {
                true => String::new(),
                false => format!(": {}", escape(&self.said.words(*span))),
            };
            let lead = if i == 0 { "\n" } else { "" };
            self.out
                .push_str(&format!("{lead}[^{}]: {place}{sentence}\n", i + 1));
        }
    }
}

/// Whether the line shows all words of its sentences, and no others among them.
fn is_whole(line: &Line) -> bool {
    let cut = |kind| matches!(kind, PartKind::Omission | PartKind::Insert);
    !line.parts.iter().any(|part| cut(part.kind))
}

/// Words of the article as Markdown shows them: no letter of theirs means anything.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    // A row that begins like an item of a list would be one.
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let item = match words.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => Some(digits),
        Some(b'-' | b'+' | b'=') if digits == 0 => Some(0),
        _ => None,
    };
    for (at, character) in words.char_indices() {
        let means = matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$'
        );
        if means || item == Some(at) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn no_letter_of_the_article_is_markdown() {
        for (words, expected) in [
            ("a *b* [c](d) <e>", "a \\*b\\* \\[c\\](d) \\<e\\>"),
            ("12. May", "12\\. May"),
            ("1) a 2) b", "1\\) a 2) b"),
            ("- Köln 🇨🇭 - ", "\\- Köln 🇨🇭 - "),
            ("12 men", "12 men"),
            ("", ""),
        ] {
            assert_eq!(escape(words), expected);
        }
    }
}
