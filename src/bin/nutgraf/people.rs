//! The fact summary for people: plain text, with colour on a terminal, every line with the lines of the text it stands on.

use std::fmt::Write;
use std::io::IsTerminal;

use nutgraf::report::{Certainty, ConflictKind, Fact, FactId, Line, Modality, Polarity};
use nutgraf::{Report, Span};

use crate::shown::shown;

/// Columns of text: what is comfortable to read.
const WIDTH: usize = 78;

/// Whether to write in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Plain.
    Plain,
    /// With the codes of a terminal.
    Terminal,
}

impl Ink {
    /// Colour on a terminal, unless the reader has said no (`NO_COLOR`, see no-color.org).
    pub fn of_stdout() -> Self {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty());
        match std::io::stdout().is_terminal() && !refused {
            true => Self::Terminal,
            false => Self::Plain,
        }
    }

    fn bold(self, words: &str) -> String {
        self.wrap("\u{1b}[1m", words)
    }

    fn dim(self, words: &str) -> String {
        self.wrap("\u{1b}[2m", words)
    }

    fn wrap(self, code: &str, words: &str) -> String {
        match self {
            Self::Plain => words.to_owned(),
            Self::Terminal => format!("{code}{words}\u{1b}[0m"),
        }
    }
}

/// The summary of a report on `text`.
pub fn summary(text: &str, report: &Report, ink: Ink) -> String {
    let mut page = Page {
        text,
        report,
        ink,
        rows: text.match_indices('\n').map(|(at, _)| at).collect(),
        out: String::new(),
    };
    page.write();
    page.out
}

struct Page<'a> {
    text: &'a str,
    report: &'a Report,
    ink: Ink,
    /// The byte that each line of the text ends at.
    rows: Vec<usize>,
    out: String,
}

impl Page<'_> {
    fn write(&mut self) {
        let summary = &self.report.summary;
        if let Some(title) = self.report.title {
            let words = self.ink.bold(&self.words(title));
            self.push(&words);
        }
        let note = self.ink.dim(
            "Made by a program: check it against the text. The numbers are lines of the text.",
        );
        self.push(&note);
        if summary.lines.is_empty() {
            self.push("");
            self.push("No facts found.");
            return;
        }
        self.questions();
        self.heading("Key points");
        for line in summary
            .points
            .iter()
            .filter_map(|&point| summary.line(point))
        {
            self.line(line);
        }
        self.actors();
    }

    fn push(&mut self, words: &str) {
        self.out.push_str(words);
        self.out.push('\n');
    }

    fn heading(&mut self, words: &str) {
        let words = self.ink.bold(&words.to_uppercase());
        self.push("");
        self.push(&words);
    }

    /// A line with the lines of the text behind it; the words of the program dimmed.
    fn line(&mut self, line: &Line) {
        let mut words: Vec<String> = on_a_line(&line.text)
            .split(' ')
            .map(str::to_owned)
            .collect();
        let row = self.row(line.extent().start);
        words.push(self.ink.dim(&format!("[{row}]")));
        let mut column = 0;
        let mut row = String::from("- ");
        for word in words.iter().filter(|word| !word.is_empty()) {
            let width = visible(word);
            if column > 0 && column + width + 3 > WIDTH {
                self.push(row.trim_end());
                row = String::from("  ");
                column = 0;
            }
            row.push_str(word);
            row.push(' ');
            column += width + 1;
        }
        self.push(row.trim_end());
    }

    /// The line of the text that a byte is in, from 1.
    fn row(&self, byte: usize) -> usize {
        self.rows.partition_point(|&end| end < byte) + 1
    }

    fn questions(&mut self) {
        self.heading("In short");
        let names = ["who", "what", "when", "where", "why", "how"];
        for (name, answer) in names.into_iter().zip(&self.report.summary.questions) {
            let row = match answer {
                Some(answer) => {
                    let rows = self.ink.dim(&format!("[{}]", self.row(answer.span.start)));
                    format!("{name:6} {} {rows}", on_a_line(&answer.text))
                }
                None => format!("{name:6} {}", self.ink.dim("not stated")),
            };
            self.push(&row);
        }
    }

    fn actors(&mut self) {
        if self.report.summary.actors.is_empty() {
            return;
        }
        self.heading("Who did what");
        for actor in &self.report.summary.actors {
            let Some(entity) = self.report.entity(actor.entity) else {
                continue;
            };
            let mut row = format!("- {}", self.ink.bold(&on_a_line(&entity.name)));
            if !actor.did.is_empty() {
                let _ = write!(row, ": {}", self.facts(&actor.did));
            }
            if !actor.undergone.is_empty() {
                let _ = write!(row, "; undergone: {}", self.facts(&actor.undergone));
            }
            self.push(&row);
        }
    }

    fn words(&self, span: Span) -> String {
        on_a_line(span.of(self.text))
    }

    /// The words that name some facts.
    fn facts(&self, facts: &[FactId]) -> String {
        let named: Vec<String> = facts
            .iter()
            .filter_map(|&id| self.report.fact(id))
            .map(|fact| {
                format!(
                    "{}{} [{}]",
                    self.words(fact.trigger),
                    stance(fact),
                    self.row(fact.trigger.start)
                )
            })
            .collect();
        named.join(", ")
    }
}

/// What an event alone would hide: that it is denied, or not certain.
fn stance(fact: &Fact) -> String {
    let stance = match (fact.polarity, fact.certainty, fact.modality) {
        (Polarity::Negated, ..) => "denied",
        (_, Certainty::Certain, Modality::Actual) => return String::new(),
        (_, Certainty::Certain, modality) => modality.name(),
        (_, certainty, _) => certainty.name(),
    };
    format!(" ({stance})")
}

/// Words as they are [`shown`], on one line.
fn on_a_line(words: &str) -> String {
    shown(&words.replace(['\n', '\r'], " ")).into_owned()
}

/// The characters of a word that a terminal shows.
fn visible(word: &str) -> usize {
    let mut count = 0;
    let mut code = false;
    for c in word.chars() {
        match c {
            '\u{1b}' => code = true,
            'm' if code => code = false,
            _ if !code => count += 1,
            _ => {}
        }
    }
    count
}
