//! Proves a line: its parts are words of the text in order, what is left out between is shown, and its text is its parts.

use super::{Check, Fault, Part, stale};
use crate::report::{Line, PartKind};
use crate::text::Span;

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
        let mut end: Option<usize> = None;
        for part in &line.parts {
            let words = part.span.of(self.text);
            let bare = words.is_empty() || words.trim().len() < words.len();
            let tiles = matches!(part.kind, PartKind::Words | PartKind::Omission);
            let gap = match end {
                Some(end) if tiles => match self.text.get(end..part.span.start) {
                    Some(gap) => !gap.trim().is_empty(),
                    None => true,
                },
                _ => false,
            };
            if bare || gap {
                self.find(place.clone(), Fault::Gap(words.to_owned()));
            }
            if tiles {
                end = Some(part.span.end);
            }
        }
        let sound = line.parts.iter().any(|part| part.kind == PartKind::Words);
        let last = line
            .parts
            .iter()
            .rev()
            .find(|part| part.kind != PartKind::Source);
        if !sound || last.is_some_and(|part| part.kind == PartKind::Omission) {
            self.find(place.clone(), Fault::Gap(line.text.clone()));
        }
        let joined = Line::join(&line.parts, self.text);
        if joined != line.text {
            self.find(place, Fault::Words(line.text.clone(), joined));
        }
    }
}
