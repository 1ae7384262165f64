//! A statement while it is being put together, in tokens.

use crate::document::TokenRange;
use crate::report::Mode;

/// What a rule found: who says what, by which word.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// How it is attributed.
    pub(super) mode: Mode,
    /// Head of the noun phrase that speaks.
    pub(super) source: Option<usize>,
    /// The words that say so.
    pub(super) cue: TokenRange,
    /// What is said: ranges in order, apart from each other.
    pub(super) content: Vec<TokenRange>,
    /// 0 to 1.
    pub(super) confidence: f32,
}

impl Draft {
    /// Whether token `i` is part of what is said.
    pub(super) fn holds(&self, i: usize) -> bool {
        self.content.iter().any(|range| range.contains(&i))
    }

    /// Number of tokens of the content.
    pub(super) fn size(&self) -> usize {
        self.content.iter().map(ExactSizeIterator::len).sum()
    }
}

/// `range` without `hole`: nothing, one or two ranges.
pub(super) fn without(range: TokenRange, hole: &TokenRange) -> Vec<TokenRange> {
    [
        range.start..range.end.min(hole.start),
        range.start.max(hole.end)..range.end,
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect()
}
