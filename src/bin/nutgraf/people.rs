//! The fact summary for people: plain text, with colour on a terminal, all with the lines of the text where it stands.

use std::io::IsTerminal;

use nutgraf::export::outline::{Outline, Section, Told};
use nutgraf::text::one_line;
use nutgraf::{Report, Span};

use crate::shown::shown;

/// Columns of text: what is comfortable to read.
const WIDTH: usize = 78;

/// How much of a summary is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What fits on a screen.
    Screen,
    /// All of it.
    All,
}

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

    /// The words in a style, each by itself, so that they may be broken into rows.
    fn wrap(self, code: &str, words: &str) -> String {
        let word = |word: &str| match self {
            Self::Plain => word.to_owned(),
            Self::Terminal => format!("{code}{word}\u{1b}[0m"),
        };
        words.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }
}

/// The summary of a report on `text`.
pub fn summary(text: &str, report: &Report, extent: Extent, ink: Ink) -> String {
    let mut page = Page {
        text,
        outline: Outline::new(report),
        ink,
        rows: text.match_indices('\n').map(|(at, _)| at).collect(),
        out: String::new(),
    };
    if let Some(title) = report.title {
        let words = page.words(title);
        page.row("", &ink.bold(&words));
    }
    let note = "Made by a program: check it against the text. [1] is the text’s first line.";
    page.row("", &ink.dim(note));
    if report.summary.lines.is_empty() {
        page.row("", "");
        page.row("", "It has no sentence that states something.");
    }
    page.screen();
    if extent == Extent::All {
        page.rest();
    }
    page.out
}

struct Page<'a> {
    text: &'a str,
    outline: Outline<'a>,
    ink: Ink,
    /// The byte that each line of the text ends at.
    rows: Vec<usize>,
    out: String,
}

impl Page<'_> {
    /// What fits on a screen.
    fn screen(&mut self) {
        if let Some(main) = self.outline.main() {
            let words = self.told(&main);
            self.row("", "");
            self.row("", &words);
        }
        self.lines(Section::Points, &self.outline.points());
        let answers = self.outline.answers().into_iter();
        let answers: Vec<String> = answers
            .map(|(question, answer)| {
                let question = self.ink.dim(&format!("{question}:"));
                format!("{question} {}", self.slice(answer.span))
            })
            .collect();
        self.section(Section::Answers, "- ", &answers);
        let numbers = self.outline.numbers().into_iter();
        let numbers: Vec<String> = numbers.map(|span| self.slice(span)).collect();
        if !numbers.is_empty() {
            self.section(Section::Numbers, "", &[numbers.join(" · ")]);
        }
    }

    /// All the rest.
    fn rest(&mut self) {
        self.lines(Section::Unsettled, &self.outline.unsettled());
        self.lines(Section::Others, &self.outline.others());
        let times = self.outline.times().into_iter();
        let times: Vec<String> = times
            .map(|time| {
                let iso = time.iso.map(|iso| format!(" ({})", on_a_line(iso)));
                let lines = time.lines.iter().map(|line| self.place(line.extent()));
                let lines = lines.collect::<Vec<_>>().join(" ");
                format!(
                    "{}{} {lines}",
                    self.words(time.words),
                    iso.unwrap_or_default()
                )
            })
            .collect();
        self.section(Section::Times, "- ", &times);
        let actors = self.outline.actors().into_iter();
        let actors: Vec<String> = actors
            .map(|actor| {
                let name = self.ink.bold(&on_a_line(actor.name));
                let parts = [("Does:", actor.did), ("Is done to it:", actor.undergone)];
                let parts = parts.into_iter().filter(|(_, deeds)| !deeds.is_empty());
                let parts = parts.map(|(label, deeds)| {
                    format!("{} {}", self.ink.dim(label), self.deeds(&deeds))
                });
                format!("{name}. {}", parts.collect::<Vec<_>>().join(". "))
            })
            .collect();
        self.section(Section::Actors, "- ", &actors);
    }

    fn lines(&mut self, heading: Section, lines: &[Told]) {
        let rows: Vec<String> = lines.iter().map(|told| self.told(told)).collect();
        self.section(heading, "- ", &rows);
    }

    /// A heading and its rows; nothing where there are none.
    fn section(&mut self, heading: Section, lead: &str, rows: &[String]) {
        if rows.is_empty() {
            return;
        }
        let heading = self.ink.bold(&heading.name().to_uppercase());
        self.row("", "");
        self.row("", &heading);
        for row in rows {
            self.row(lead, row);
        }
    }

    /// Words after a lead, broken into rows of [`WIDTH`] columns.
    fn row(&mut self, lead: &str, words: &str) {
        let indent = " ".repeat(lead.len());
        let mut row = lead.to_owned();
        let mut column = lead.len();
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            let width = visible(word);
            if column > lead.len() && column + width > WIDTH {
                self.push(&row);
                row = indent.clone();
                column = lead.len();
            }
            row.push_str(word);
            row.push(' ');
            column += width + 1;
        }
        self.push(&row);
    }

    fn push(&mut self, row: &str) {
        self.out.push_str(row.trim_end());
        self.out.push('\n');
    }

    /// A line after what in it is not settled, before its place.
    fn told(&self, told: &Told) -> String {
        let label = match on_a_line(&told.label(self.text)) {
            label if label.is_empty() => label,
            label => self.ink.bold(&format!("{label}:")) + " ",
        };
        let place = self.place(told.line.extent());
        format!("{label}{} {place}", on_a_line(&told.line.text))
    }

    fn slice(&self, span: Span) -> String {
        format!("{} {}", self.words(span), self.place(span))
    }

    fn deeds(&self, deeds: &[(Span, Vec<&str>)]) -> String {
        let deeds = deeds.iter().map(|(span, reserves)| {
            let reserves = match reserves.is_empty() {
                true => String::new(),
                false => format!("({}) ", reserves.join(", ")),
            };
            format!("{} {reserves}{}", self.words(*span), self.place(*span))
        });
        deeds.collect::<Vec<_>>().join(", ")
    }

    /// The line of the text that a span begins in, from 1.
    fn place(&self, span: Span) -> String {
        let row = self.rows.partition_point(|&end| end < span.start) + 1;
        self.ink.dim(&format!("[{row}]"))
    }

    fn words(&self, span: Span) -> String {
        on_a_line(span.of(self.text))
    }
}

/// Words as they are [`shown`], on one line.
fn on_a_line(words: &str) -> String {
    shown(&one_line(words)).into_owned()
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
