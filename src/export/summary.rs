//! The fact summary for people: as Markdown, with footnotes that quote the evidence, or as plain text, with its paragraphs.

use super::words::Said;
use crate::report::{Line, Report};
use crate::text::Span;

const QUESTIONS: [&str; 6] = ["Who", "What", "When", "Where", "Why", "How"];

pub fn markdown(text: &str, report: &Report) -> String {
    let mut notes = Notes::new(Form::Markdown, text, report);
    let mut out = String::new();
    if let Some(title) = report.title {
        out.push_str(&format!("# {}\n\n", escape(&notes.said.words(title))));
    }
    out.push_str("*Made by a program: check it against the text.*\n");
    notes.body(&mut out);
    for (i, span) in notes.cited.iter().enumerate() {
        let place = match notes.said.paragraph(*span) {
            0 => "headline".to_owned(),
            paragraph => format!("paragraph {paragraph}"),
        };
        let lead = if i == 0 { "\n" } else { "" };
        out.push_str(&format!(
            "{lead}[^{}]: {place}: {}\n",
            i + 1,
            escape(&notes.said.words(*span))
        ));
    }
    out
}

pub fn text(text: &str, report: &Report) -> String {
    let mut notes = Notes::new(Form::Text, text, report);
    let mut out = String::new();
    if let Some(title) = report.title {
        out.push_str(&format!("{}\n\n", notes.said.words(title)));
    }
    out.push_str(
        "Made by a program: check it against the text. ¶ is a paragraph of the article.\n",
    );
    notes.body(&mut out);
    out
}

/// How a summary is written down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Markdown,
    Text,
}

struct Notes<'r> {
    form: Form,
    said: Said<'r>,
    /// The sentences that footnotes quote.
    cited: Vec<Span>,
}

impl<'r> Notes<'r> {
    fn new(form: Form, text: &'r str, report: &'r Report) -> Self {
        Self {
            form,
            said: Said { text, report },
            cited: Vec::new(),
        }
    }

    fn body(&mut self, out: &mut String) {
        let summary = &self.said.report.summary;
        if let Some(main) = summary.main.and_then(|main| summary.line(main)) {
            out.push_str(&format!("\n{}\n", self.line(main)));
        }
        if summary.questions.iter().any(Option::is_some) {
            out.push('\n');
            for (question, answer) in QUESTIONS.iter().zip(&summary.questions) {
                let answer = match answer {
                    Some(answer) => {
                        let note = self.cite(&[answer.span]);
                        format!("{}{note}", self.escape(&self.said.words(answer.span)))
                    }
                    None => self.emphasis("not stated"),
                };
                let question = self.strong(question);
                out.push_str(&format!("- {question} {answer}\n"));
            }
        }
        let points: Vec<&Line> = (summary.points.iter())
            .filter(|&&point| Some(point) != summary.main)
            .filter_map(|&point| summary.line(point))
            .collect();
        self.section("Key points", &points, out);
    }

    fn strong(&self, words: &str) -> String {
        match self.form {
            Form::Markdown => format!("**{words}:**"),
            Form::Text => format!("{words}:"),
        }
    }

    fn emphasis(&self, words: &str) -> String {
        match self.form {
            Form::Markdown => format!("*{words}*"),
            Form::Text => words.to_owned(),
        }
    }

    fn escape(&self, words: &str) -> String {
        match self.form {
            Form::Markdown => escape(words),
            Form::Text => words.to_owned(),
        }
    }

    fn section(&mut self, heading: &str, lines: &[&Line], out: &mut String) {
        if lines.is_empty() {
            return;
        }
        let mark = match self.form {
            Form::Markdown => "## ",
            Form::Text => "",
        };
        out.push_str(&format!("\n{mark}{heading}\n\n"));
        for line in lines {
            out.push_str(&format!("- {}\n", self.line(line)));
        }
    }

    fn line(&mut self, line: &Line) -> String {
        format!("{}{}", self.escape(&line.text), self.cite(&[line.extent()]))
    }

    /// References to the places of `spans`.
    fn cite(&mut self, spans: &[Span]) -> String {
        match self.form {
            Form::Markdown => self.footnotes(spans),
            Form::Text => self.paragraphs(spans),
        }
    }

    /// The paragraphs that hold `spans`: ` ¶1 ¶6`.
    fn paragraphs(&self, spans: &[Span]) -> String {
        let mut numbers: Vec<usize> = (spans.iter())
            .map(|&span| self.said.paragraph(span))
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let places = numbers.iter().map(|&number| match number {
            0 => " (headline)".to_owned(),
            number => format!(" ¶{number}"),
        });
        places.collect()
    }

    /// References to notes that quote the sentences which hold `spans`.
    fn footnotes(&mut self, spans: &[Span]) -> String {
        let mut numbers = Vec::new();
        for &span in spans {
            let sentences = &self.said.report.sentences;
            let sentence = sentences
                .iter()
                .copied()
                .find(|sentence| sentence.contains(span))
                .unwrap_or(span);
            let known = self.cited.iter().position(|&cited| cited == sentence);
            let index = known.unwrap_or_else(|| {
                self.cited.push(sentence);
                self.cited.len() - 1
            });
            if !numbers.contains(&(index + 1)) {
                numbers.push(index + 1);
            }
        }
        numbers
            .iter()
            .map(|number| format!("[^{number}]"))
            .collect()
    }
}

/// Words of the article as Markdown shows them: no letter of theirs means anything.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$'
        ) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
