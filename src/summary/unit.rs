//! What can make a line: a sentence of the body, or those that one quotation holds together.

use crate::document::{Document, Pos, TokenRange};
use crate::statement::Quotation;
use crate::text::Span;

/// One or more neighbouring sentences that are shown together or not at all, but for whole sentences inside a long quotation.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its words, without white space at the edges.
    pub tokens: TokenRange,
    /// Its sentences, likewise.
    pub sentences: Vec<TokenRange>,
    /// Index of its paragraph.
    pub paragraph: usize,
}

impl Unit {
    /// Its bytes.
    pub fn span(&self, document: &Document) -> Span {
        document.span(self.tokens.clone())
    }
}

/// The units of the body, in order: the headline is none. O(tokens).
pub fn find(document: &Document, quotations: &[Quotation]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut open = quotations.iter().peekable();
    let mut reach = 0;
    for sentence in &document.sentences {
        let sentence = trimmed(document, sentence.clone());
        let title = |title: Span| title.contains(document.span(sentence.clone()));
        if sentence.is_empty() || document.title.is_some_and(title) {
            continue;
        }
        while let Some(quotation) = open.next_if(|it| it.tokens.start < sentence.start) {
            if quotation.closed {
                reach = reach.max(quotation.tokens.end);
            }
        }
        let paragraph = document.paragraph_of(sentence.start);
        match units.last_mut() {
            Some(unit) if reach > sentence.start && unit.paragraph == paragraph => {
                unit.tokens.end = sentence.end;
                unit.sentences.push(sentence);
            }
            _ => units.push(Unit {
                tokens: sentence.clone(),
                sentences: vec![sentence],
                paragraph,
            }),
        }
    }
    units
}

/// A range without white space at its edges.
fn trimmed(document: &Document, tokens: TokenRange) -> TokenRange {
    let word = |i: &usize| document.tokens[*i].pos != Pos::Space;
    let Some(first) = tokens.clone().find(word) else {
        return tokens.start..tokens.start;
    };
    let last = tokens.clone().rev().find(word).unwrap_or(first);
    first..last + 1
}
