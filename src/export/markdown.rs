//! The fact summary as Markdown: each line with a footnote that quotes its evidence.

use super::words::Said;
use crate::report::{FactId, Line, Report};
use crate::text::Span;

const QUESTIONS: [&str; 6] = ["Who", "What", "When", "Where", "Why", "How"];

pub fn summary(text: &str, report: &Report) -> String {
    let mut notes = Notes {
        said: Said { text, report },
        cited: Vec::new(),
    };
    let mut out = String::new();
    if let Some(title) = report.title {
        out.push_str(&format!("# {}\n\n", escape(&notes.said.words(title))));
    }
    out.push_str("*Made by a program: check it against the text.*\n");
    let summary = &report.summary;
    if let Some(headline) = &summary.headline {
        out.push_str(&format!("\n{}\n", notes.line(headline)));
    }
    if summary.questions.iter().any(Option::is_some) {
        out.push('\n');
        for (question, answer) in QUESTIONS.iter().zip(&summary.questions) {
            let answer = answer.as_ref().map_or_else(
                || "*not stated*".to_owned(),
                |answer| {
                    let note = notes.cite(&[answer.span]);
                    format!("{}{note}", escape(&notes.said.words(answer.span)))
                },
            );
            out.push_str(&format!("- **{question}:** {answer}\n"));
        }
    }
    notes.section("What the article says", &summary.lines, &mut out);
    notes.section("Not confirmed or denied", &summary.unconfirmed, &mut out);
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

struct Notes<'r> {
    said: Said<'r>,
    cited: Vec<Span>,
}

impl Notes<'_> {
    fn section(&mut self, heading: &str, lines: &[Line], out: &mut String) {
        if lines.is_empty() {
            return;
        }
        out.push_str(&format!("\n## {heading}\n\n"));
        for line in lines {
            out.push_str(&format!("- {}\n", self.line(line)));
        }
    }

    fn line(&mut self, line: &Line) -> String {
        let evidence: Vec<Span> = line
            .facts
            .iter()
            .flat_map(|&id| self.evidence(id))
            .collect();
        let words = line.text().split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{}{}", escape(&words), self.cite(&evidence))
    }

    fn evidence(&self, id: FactId) -> Vec<Span> {
        self.said
            .fact(id)
            .map(|fact| fact.evidence.clone())
            .unwrap_or_default()
    }

    /// References to notes that quote the sentences which hold `spans`.
    fn cite(&mut self, spans: &[Span]) -> String {
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
