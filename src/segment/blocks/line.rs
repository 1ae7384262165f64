//! A paragraph, or the rest of one, as words.

use crate::document::{Document, TokenRange};
use crate::lexicon::PAGE_FURNITURE;

/// The words of a paragraph from some token on.
#[derive(Clone, Debug)]
pub struct Line<'d, 't> {
    document: &'d Document<'t>,
    tokens: TokenRange,
}

/// Words of a phrase of page furniture at most.
const LONGEST_PHRASE: usize = 5;

impl<'d, 't> Line<'d, 't> {
    pub fn new(document: &'d Document<'t>, tokens: TokenRange) -> Self {
        Self { document, tokens }
    }

    pub fn tokens(&self) -> TokenRange {
        self.tokens.clone()
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The same paragraph from token `start` on.
    pub fn from(&self, start: usize) -> Self {
        Self::new(self.document, start.min(self.tokens.end)..self.tokens.end)
    }

    /// The text of these tokens.
    pub fn text(&self) -> &'t str {
        self.document.span(self.tokens()).of(self.document.text())
    }

    /// The `k`-th word; `""` beyond the end.
    pub fn word(&self, k: usize) -> &'t str {
        match k < self.len() {
            true => self.document.word(self.tokens.start + k),
            false => "",
        }
    }

    pub fn lower(&self, k: usize) -> String {
        self.word(k).to_lowercase()
    }

    pub fn words(&self) -> impl DoubleEndedIterator<Item = &'t str> + Clone + '_ {
        self.tokens().map(|i| self.document.word(i))
    }

    /// Whether the `k`-th word begins with a capital.
    pub fn is_capital(&self, k: usize) -> bool {
        self.word(k).starts_with(char::is_uppercase)
    }

    /// Whether a space stands behind the `k`-th word.
    pub fn is_spaced(&self, k: usize) -> bool {
        k < self.len() && self.document.tokens[self.tokens.start + k].space_after
    }

    /// Whether a sentence may begin with the `k`-th word.
    pub fn may_begin(&self, k: usize) -> bool {
        let begins = |c: char| c.is_uppercase() || c.is_numeric() || "“\"'‘$£€".contains(c);
        self.word(k).starts_with(begins)
    }

    /// The last word, closing marks left out.
    pub fn last(&self) -> &'t str {
        let closes = |word: &&str| !matches!(*word, "”" | "\"" | "’" | "'" | ")" | "]");
        self.words().rfind(closes).unwrap_or("")
    }

    /// Whether it ends as a sentence does.
    pub fn stops(&self) -> bool {
        self.last().ends_with(['.', '!', '?', '…'])
    }

    /// What a phrase of page furniture at the `k`-th word tells, and one past it: the longest phrase.
    pub fn furniture(&self, k: usize) -> Option<(&'static str, usize)> {
        let mut phrase = String::new();
        let mut found = None;
        for end in k..self.len().min(k + LONGEST_PHRASE) {
            if end > k {
                phrase.push(' ');
            }
            phrase.push_str(&self.lower(end));
            found = PAGE_FURNITURE
                .get(&phrase)
                .map(|kind| (kind, end + 1))
                .or(found);
        }
        found
    }
}
