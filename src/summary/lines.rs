//! Lines: sentences of the article's prose, each with the facts that it tells.

use crate::report::{FactId, Line, LineIndex, Part, PartKind};
use crate::text::Span;

use super::Article;

/// The lines of an article, in order of the text. O(sentences + facts).
pub fn write(article: &Article) -> Vec<Line> {
    let document = article.document;
    let text = document.text();
    (document.sentences.iter())
        .map(|tokens| (tokens.clone(), document.span(tokens.clone()).trim(text)))
        .filter(|(tokens, span)| !span.is_empty() && !article.in_title(tokens.start))
        .map(|(tokens, span)| {
            let parts = vec![Part {
                kind: PartKind::Words,
                span,
            }];
            let mut facts: Vec<FactId> = tokens.flat_map(|i| article.told_at(i)).collect();
            facts.sort_unstable();
            facts.dedup();
            Line {
                text: Line::join(&parts, text),
                parts,
                facts,
                statement: None,
                stands: true,
                confidence: 0.5,
                weight: 0.5,
            }
        })
        .collect()
}

/// The first line that tells the fact.
pub fn telling(lines: &[Line], fact: FactId) -> Option<LineIndex> {
    lines
        .iter()
        .position(|line| line.facts.contains(&fact))
        .map(LineIndex)
}

/// The line whose words hold the span.
pub fn holding(lines: &[Line], span: Span) -> Option<LineIndex> {
    let at = lines.partition_point(|line| line.extent().end <= span.start);
    let words = |part: &Part| part.kind == PartKind::Words && part.span.contains(span);
    (lines.get(at)?.parts.iter().any(words)).then_some(LineIndex(at))
}
