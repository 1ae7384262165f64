//! Words as a reader counts them: some are several tokens of the network.
//!
//! The network knows the tokens it has learned from, and they stay inside. A report joins what treebanks of English write as
//! one word: a run of one mark ("!!!", "----"), a prefix with its hyphen ("re-elected"), a telephone number.

use crate::document::{Document, TokenRange};
use crate::lexicon::PREFIXES;

/// The words of `document`: ranges of its tokens in order, without gaps, none across a sentence boundary.
pub fn words(document: &Document<'_>) -> Vec<TokenRange> {
    let mut words = Vec::with_capacity(document.len());
    for sentence in &document.sentences {
        let mut start = sentence.start;
        while start < sentence.end {
            let end = Reader {
                document,
                end: sentence.end,
            }
            .word_end(start);
            words.push(start..end);
            start = end;
        }
    }
    words
}

/// One sentence of a document.
struct Reader<'a> {
    document: &'a Document<'a>,
    end: usize,
}

impl Reader<'_> {
    fn word_end(&self, start: usize) -> usize {
        let run = self.run_end(start);
        if run > start + 1 {
            return run;
        }
        if self.is_prefixed(start) {
            return start + 3;
        }
        self.telephone_end(start).unwrap_or(start + 1)
    }

    /// One past the run of the same mark; exclamation and question marks go together.
    fn run_end(&self, start: usize) -> usize {
        let Some(mark) = self.mark(start) else {
            return start + 1;
        };
        let joins = |k: usize| {
            let same = |other: char| {
                other == mark || (matches!(mark, '!' | '?') && matches!(other, '!' | '?'))
            };
            self.is_glued(k) && self.mark(k).is_some_and(same)
        };
        (start + 1..self.end)
            .find(|&k| !joins(k))
            .unwrap_or(self.end)
    }

    /// The mark of which token `k` consists alone; brackets and quotation marks stand for themselves.
    fn mark(&self, k: usize) -> Option<char> {
        let word = self.document.word(k);
        let mark = word
            .chars()
            .next()
            .filter(|&c| !c.is_alphanumeric() && !c.is_whitespace())?;
        let single = !"()[]{}\"'“”‘’«»".contains(mark) && word.chars().all(|c| c == mark);
        single.then_some(mark)
    }

    /// "re-elected", not "Anti-Terror" nor "pro-U.S.": names keep their own tokens.
    fn is_prefixed(&self, start: usize) -> bool {
        let word = |k: usize| {
            if k < self.end {
                self.document.word(k)
            } else {
                ""
            }
        };
        let starts = !self.is_glued(start) || !word(start.wrapping_sub(1)).starts_with('-');
        starts
            && word(start + 1) == "-"
            && self.is_glued(start + 1)
            && self.is_glued(start + 2)
            && word(start + 2).chars().all(char::is_lowercase)
            && PREFIXES.contains(&word(start).to_lowercase())
    }

    /// One past "303-832-8160" or "555-0123".
    fn telephone_end(&self, start: usize) -> Option<usize> {
        let digits = |k: usize| {
            let word = if k < self.end {
                self.document.word(k)
            } else {
                ""
            };
            (word.bytes().all(|b| b.is_ascii_digit())).then_some(word.len())
        };
        let mut groups = vec![digits(start)?];
        let mut last = start;
        while groups.len() < 4
            && self.is_glued(last + 1)
            && self.is_glued(last + 2)
            && self.document.word(last + 1) == "-"
            && let Some(count) = digits(last + 2)
        {
            groups.push(count);
            last += 2;
        }
        let ends = !self.is_glued(last + 1) || self.mark(last + 1).is_some_and(|mark| mark != '-');
        let free = !self.is_glued(start) && ends;
        (free && matches!(groups[..], [3, 4] | [1, 4] | [3, 3, 4])).then_some(last + 1)
    }

    /// Whether no white space stands before token `k`.
    fn is_glued(&self, k: usize) -> bool {
        let tokens = &self.document.tokens;
        k > 0 && k < self.end && tokens[k - 1].span.end == tokens[k].span.start
    }
}
