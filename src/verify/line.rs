//! Proves a line: its parts are words of the text in order, what is left out between is shown, and its text is its parts.

use super::{Check, Fault, Part, stale};
use crate::report::{Line, PartKind};
use crate::text::{Span, is_invisible};

impl Check<'_> {
    /// Looks at every part of a line. O(parts).
    pub(super) fn line(&mut self, place: Part, line: &Line) {
        let spans: Vec<Span> = line.parts.iter().map(|part| part.span).collect();
        if !self.spans(&place, &spans) {
            return;
        }
        if let Some(&span) = spans.iter().find(|&&span| self.is_stale(span)) {
            self.find(place, stale(span.of(self.text)));
            return;
        }
        for words in gaps(line, self.text) {
            self.find(place.clone(), Fault::Gap(words.to_owned()));
        }
        let joined = Line::join(&line.parts, self.text);
        if joined != line.text {
            self.find(place, Fault::Words(line.text.clone(), joined));
        }
    }
}

/// The words of the parts that do not stand where they may.
fn gaps<'t>(line: &Line, text: &'t str) -> Vec<&'t str> {
    let mut gaps = Vec::new();
    // Where the part before that tiles the text ends.
    let mut before: Option<usize> = None;
    for part in &line.parts {
        let words = part.span.of(text);
        let bare = words.is_empty() || words.trim().len() < words.len();
        let misplaced = match (tiles(part.kind), before) {
            (true, Some(end)) => !is_blank(text, end, part.span.start),
            (true, None) => false,
            // An insert or a source stands after the words that it belongs to.
            (false, before) => before.is_none(),
        };
        if bare || misplaced {
            gaps.push(words);
        }
        if tiles(part.kind) {
            before = Some(part.span.end);
        }
    }
    let last = line.parts.iter().rev().find(|part| tiles(part.kind));
    let shown = line.parts.iter().any(|part| part.kind == PartKind::Words);
    if !shown || last.is_some_and(|part| part.kind == PartKind::Omission) {
        gaps.push(line.extent().of(text));
    }
    gaps
}

/// Whether parts of this kind follow each other in the text.
fn tiles(kind: PartKind) -> bool {
    matches!(kind, PartKind::Words | PartKind::Omission)
}

/// Whether only white space, or what nobody sees, stands between the two places.
fn is_blank(text: &str, start: usize, end: usize) -> bool {
    (text.get(start..end))
        .is_some_and(|gap| gap.chars().all(|c| c.is_whitespace() || is_invisible(c)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Part, Report, Summary};
    use crate::text::sha256_hex;
    use crate::verify::verify;

    const TEXT: &str = "Köln has a mayor, Ana Ruiz. But she spoke, he says.";

    fn part(kind: PartKind, words: &str) -> Part {
        let start = TEXT.find(words).expect("the words are in the text");
        Part {
            kind,
            span: Span::new(start, start + words.len()),
        }
    }

    /// What is found of a line of these parts.
    fn found(parts: Vec<Part>) -> Vec<Fault> {
        let text = Line::join(&parts, TEXT);
        faults(Line {
            parts,
            text,
            ..Line::default()
        })
    }

    fn faults(line: Line) -> Vec<Fault> {
        let report = Report {
            length: TEXT.len(),
            text_hash: sha256_hex(TEXT),
            summary: Summary {
                lines: vec![line],
                ..Summary::default()
            },
            ..Report::default()
        };
        let findings = verify(&report, TEXT).into_iter();
        findings.map(|finding| finding.fault).collect()
    }

    #[test]
    fn words_and_omissions_tile_the_text() {
        use PartKind::{Insert, Omission, Source, Words};
        let but = || part(Omission, "But");
        let she = || part(Words, "she");
        let name = || part(Insert, "Ana Ruiz");
        let spoke = || part(Words, "spoke, he says.");
        assert_eq!(found(vec![but(), she(), name(), spoke()]), []);
        assert_eq!(found(vec![she(), spoke(), part(Source, "Köln")]), []);
        for (parts, at) in [
            (vec![she(), part(Words, "he says.")], "he says."),
            (vec![part(Words, "Ana Ruiz."), spoke()], "spoke, he says."),
            (vec![spoke(), she()], "she"),
            (vec![she(), she()], "she"),
            (vec![name(), she()], "Ana Ruiz"),
            (vec![part(Words, "she ")], "she "),
            (
                vec![she(), part(Omission, "spoke, he says.")],
                "she spoke, he says.",
            ),
            (vec![but()], "But"),
            (Vec::new(), ""),
        ] {
            let gap = Fault::Gap(at.to_owned());
            assert_eq!(found(parts.clone()), [gap], "{parts:?}");
        }
    }

    #[test]
    fn the_text_of_a_line_is_its_parts() {
        let told = Line {
            parts: vec![part(PartKind::Words, "Köln has a mayor, Ana Ruiz.")],
            text: "Köln has no mayor.".to_owned(),
            ..Line::default()
        };
        let shown = "Köln has a mayor, Ana Ruiz.".to_owned();
        assert_eq!(faults(told.clone()), [Fault::Words(told.text, shown)]);
    }

    #[test]
    fn a_part_beyond_the_text_or_within_a_character_is_named() {
        for span in [Span::new(2, 4), Span::new(TEXT.len(), TEXT.len() + 1)] {
            let parts = vec![Part {
                kind: PartKind::Words,
                span,
            }];
            assert_eq!(found(parts), [Fault::Span(span.start, span.end)]);
        }
    }
}
