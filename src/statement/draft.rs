//! A statement while it is being put together, in tokens.

use crate::document::TokenRange;
use crate::report::Mode;

/// What a rule found: who says what, by which word.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// How it is attributed, where the rule tells; else the marks in the content do.
    pub(super) mode: Option<Mode>,
    /// Head of the noun phrase that speaks.
    pub(super) source: Option<usize>,
    /// The words that say so; `None` for a quotation that goes on without a cue of its own.
    pub(super) cue: Option<TokenRange>,
    /// What is said: ranges in order, apart from each other.
    pub(super) content: Vec<TokenRange>,
    /// 0 to 1.
    pub(super) confidence: f32,
    /// How it stands to the draft around it.
    pub(super) place: Place,
}

/// How a draft stands to the one that its cue lies in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Place {
    /// Quoted by it, unless it is no statement of its own.
    Free,
    /// A quotation with a cue beside it: quoted by a claim, not by a stance that the parser stretched over it.
    Beside,
    /// Put between its words: "…, he added, …" is said by the same source, not quoted by it.
    Inserted,
    /// Quoted by the draft with this anchor: "according to X, quoting Y".
    QuotedBy(usize),
}

impl Draft {
    /// Whether token `i` is part of what is said. O(log ranges).
    pub(super) fn holds(&self, i: usize) -> bool {
        let at = self.content.partition_point(|range| range.end <= i);
        self.content.get(at).is_some_and(|range| range.contains(&i))
    }

    /// Whether any of `tokens` is part of what is said. O(log ranges).
    pub(super) fn touches(&self, tokens: &TokenRange) -> bool {
        let at = self
            .content
            .partition_point(|range| range.end <= tokens.start);
        self.content
            .get(at)
            .is_some_and(|range| range.start < tokens.end)
    }

    /// The first token of the cue; of the content where there is no cue.
    pub(super) fn anchor(&self) -> usize {
        self.cue
            .as_ref()
            .or(self.content.first())
            .map_or(0, |range| range.start)
    }

    /// Whether words of its own content stand between the cue and token `at`: the quotation only goes on with them.
    pub(super) fn leads_up_to(&self, at: usize) -> bool {
        const WORDS: usize = 3;
        let from = self.cue.as_ref().map_or(0, |cue| cue.end);
        (from..at).filter(|&i| self.holds(i)).count() >= WORDS
    }

    /// One past the last token of what is said.
    pub(super) fn end(&self) -> usize {
        self.content.last().map_or(0, |range| range.end)
    }

    /// How many tokens lie between the first and the last of what is said.
    pub(super) fn extent(&self) -> usize {
        self.end() - self.content.first().map_or(0, |range| range.start)
    }

    /// Adds words to what is said. O(1) at its end, which is where quotations are added.
    pub(super) fn add(&mut self, tokens: &TokenRange) {
        let mut tokens = tokens.clone();
        let from = self
            .content
            .partition_point(|range| range.end < tokens.start);
        let to = self
            .content
            .partition_point(|range| range.start <= tokens.end);
        if from < to {
            tokens.start = tokens.start.min(self.content[from].start);
            tokens.end = tokens.end.max(self.content[to - 1].end);
        }
        self.content.splice(from..to, [tokens]);
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
