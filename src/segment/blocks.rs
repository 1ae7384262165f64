//! The parts of an article: its prose, and what stands beside it on a page. Words alone tell most of them; the rest is settled when the
//! sentences are known.

mod credit;
mod dateline;
mod line;
mod paragraph;
mod sentence;
mod stamp;

use crate::document::{BlockKind, Boundary, Document, Part, TokenRange};

use line::Line;
use paragraph::Article;

/// So many paragraphs may stand above a headline.
const LAST_ABOVE: usize = 4;

/// Index of the first paragraph that may be the headline: what a page puts above it is none.
pub fn head(document: &Document) -> usize {
    let beside =
        |paragraph: &TokenRange| paragraph::is_beside(&Line::new(document, paragraph.clone()));
    let last = document.paragraphs.len().min(LAST_ABOVE);
    let above = document.paragraphs[..last]
        .iter()
        .take_while(|it| beside(it))
        .count();
    if above == last { 0 } else { above }
}

/// Fills in the parts of a document that has been cut into paragraphs, and the boundaries between them. O(tokens).
pub fn find(document: &mut Document) {
    let parts = {
        let lines: Vec<Line> = (document.paragraphs.iter())
            .map(|paragraph| Line::new(document, paragraph.clone()))
            .collect();
        let article = Article::new(document, &lines);
        (lines.iter().enumerate())
            .flat_map(|(index, line)| parts(&article, line, index))
            .collect()
    };
    document.parts = parts;
    for part in &document.parts {
        if let Some(boundary) = document.boundaries.get_mut(part.tokens.start) {
            *boundary = Boundary::Sure;
        }
    }
}

/// Takes out of the prose of a parsed document the sentences that are none. O(tokens).
pub fn settle(document: &mut Document) {
    let mut parts: Vec<Part> = Vec::with_capacity(document.parts.len());
    for part in &document.parts {
        if part.kind != BlockKind::Prose {
            parts.push(part.clone());
            continue;
        }
        let mut at = part.tokens.start;
        while at < part.tokens.end {
            let sentence = &document.sentences[document.sentence_of(at)];
            let tokens = at..sentence.end.min(part.tokens.end).max(at + 1);
            at = tokens.end;
            for (tokens, kind) in sentence::read(document, tokens) {
                push(&mut parts, tokens, kind, part.tokens.start);
            }
        }
    }
    document.parts = parts;
}

/// Adds a part, or makes the one before longer where both are prose and neither begins before token `first`.
fn push(parts: &mut Vec<Part>, tokens: TokenRange, kind: BlockKind, first: usize) {
    let is_prose = kind == BlockKind::Prose;
    match parts.last_mut() {
        Some(last) if is_prose && last.kind == kind && last.tokens.start >= first => {
            last.tokens.end = tokens.end;
        }
        _ => parts.push(Part { tokens, kind }),
    }
}

/// The parts of one paragraph.
fn parts(article: &Article, line: &Line, index: usize) -> Vec<Part> {
    let whole = line.tokens();
    if let Some(kind) = article.kind(line, index) {
        return vec![Part {
            tokens: whole,
            kind,
        }];
    }
    let mut parts = Vec::new();
    let mut start = whole.start;
    // What stands before the first sentence.
    while let Some((end, kind)) = opening(article, &line.from(start), index) {
        let end = end.min(whole.end);
        parts.push(Part {
            tokens: start..end,
            kind,
        });
        start = end;
    }
    for (tokens, kind) in credit::cut(&line.from(start)) {
        parts.push(Part { tokens, kind });
    }
    parts
}

/// One past the part that stands before the first sentence of a paragraph, and what it is.
fn opening(article: &Article, line: &Line, index: usize) -> Option<(usize, BlockKind)> {
    let found = (stamp::opening(line).map(|end| (end, BlockKind::Timestamp)))
        .or_else(|| {
            dateline::end(line, article.is_lead(index)).map(|end| (end, BlockKind::Dateline))
        })
        .or_else(|| credit::opening(line).map(|end| (end, BlockKind::Credit)))
        .or_else(|| paragraph::bullet(line).map(|end| (end, BlockKind::List)));
    found.filter(|&(end, _)| end < line.tokens().end)
}
