//! Proves a line: its parts are words of the text in order, what is left out between is shown and need not be said, who says its
//! facts is named, and its text is its parts.

use super::edge::cuts;
use super::needed::Needed;
use super::source::Sources;
use super::{Check, Fault, Part, stale};
use crate::report::{Line, PartKind};
use crate::text::{Span, is_blank};

impl Check<'_> {
    /// Looks at every part of a line whose parts are all in the text. O(parts + facts × their claims × parts, log report each).
    pub(super) fn line(&mut self, place: Part, line: &Line, needed: &Needed, sources: &Sources) {
        let spans = || line.parts.iter().map(|part| part.span);
        if let Some(span) = spans().find(|&span| self.is_stale(span)) {
            self.find(place, stale(span.of(self.text)));
            return;
        }
        for span in spans().filter(|&span| cuts(self.text, span)) {
            self.find(place.clone(), Fault::Cut(span.of(self.text).to_owned()));
        }
        for words in gaps(line, self.text) {
            self.find(place.clone(), Fault::Gap(words.to_owned()));
        }
        for span in self.left_out(line) {
            if let Some(what) = needed.left_out(span) {
                let words = span.of(self.text).to_owned();
                self.find(place.clone(), Fault::Hidden(what, words));
            }
        }
        let report = self.report;
        for fact in line.facts.iter().filter_map(|&id| report.fact(id)) {
            if !sources.are_shown(fact, line) {
                let words = fact.trigger.of(self.text).to_owned();
                self.find(place.clone(), Fault::Hidden("a source", words));
            }
        }
        let joined = Line::join(&line.parts, self.text);
        if joined != line.text {
            self.find(place, Fault::Words(line.text.clone(), joined));
        }
    }

    /// What a line leaves out: its omissions, and the rest of its first and of its last sentence.
    fn left_out(&self, line: &Line) -> Vec<Span> {
        let omissions = line.parts.iter().filter(|it| it.kind == PartKind::Omission);
        let mut spans: Vec<Span> = omissions.map(|part| part.span).collect();
        let extent = line.extent();
        let sentences = &self.report.sentences;
        let first = sentences.partition_point(|it| it.end <= extent.start);
        let last = sentences.partition_point(|it| it.start < extent.end);
        if let Some(first) = sentences.get(first)
            && first.start < extent.start
        {
            spans.push(Span::new(first.start, extent.start));
        }
        if let Some(last) = last.checked_sub(1).and_then(|last| sentences.get(last))
            && extent.end < last.end
        {
            spans.push(Span::new(extent.end, last.end));
        }
        spans
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
            (true, Some(end)) => !text.get(end..part.span.start).is_some_and(is_blank),
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
        let beyond = Span::new(TEXT.len(), TEXT.len() + 1);
        let turned = Span { start: 9, end: 6 };
        for span in [Span::new(2, 4), beyond, turned] {
            let kind = PartKind::Words;
            let bad = Part { kind, span };
            let fault = Fault::Span(span.start, span.end);
            for count in [1, 2] {
                assert_eq!(found(vec![bad; count]), vec![fault.clone(); count]);
            }
        }
    }
}
