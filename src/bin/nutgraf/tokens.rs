//! The tokens as a table with a heading, one a line, a blank line after each sentence.

use std::fmt::Write;

use nutgraf::Report;
use nutgraf::text::{Offsets, Unit};

use crate::shown::shown;

/// Start, end, word, lemma, part of speech, tag, index of the head and label of each token, between tabs. Words are the text's own, as
/// [`shown`].
pub fn table(text: &str, report: &Report, unit: Unit) -> String {
    let offsets = Offsets::new(text, unit);
    let mut out = String::from("start\tend\tword\tlemma\tpos\ttag\thead\tdep\n");
    let mut ends = report.sentences.iter().map(|sentence| sentence.end);
    let mut end = ends.next();
    for token in report.tokens.iter().flatten() {
        while end.is_some_and(|end| end <= token.span.start) {
            out.push('\n');
            end = ends.next();
        }
        let row = [
            offsets.from_byte(token.span.start).to_string(),
            offsets.from_byte(token.span.end).to_string(),
            shown(token.span.of(text)).into_owned(),
            shown(&token.lemma).into_owned(),
            token.pos.to_string(),
            token.tag.to_string(),
            token.head.to_string(),
            token.dep.to_string(),
        ];
        let _ = writeln!(out, "{}", row.join("\t"));
    }
    out
}
