//! The words of a phrase or a clause: what a filler shows.

use crate::document::{Dep, Pos, Tag, TokenRange};
use crate::report::EntityType;

use super::{LONGEST_PARTICIPLE, LONGEST_PHRASE, Reading};

impl Reading<'_, '_> {
    /// The noun phrase under `i` as a filler shows it: determiners, numbers and modifiers kept; relative clauses, appositions,
    /// parentheses, conjuncts and attribution left out.
    pub fn phrase(&self, i: usize) -> TokenRange {
        self.cut_phrase(i, |child| {
            matches!(
                self.dep(child),
                Dep::Relcl
                    | Dep::Case
                    | Dep::Conj
                    | Dep::Cc
                    | Dep::Preconj
                    | Dep::Parataxis
                    | Dep::Advcl
                    | Dep::Punct
                    | Dep::Meta
                    | Dep::Intj
            ) || self.cuts_apposition(i, child)
                || (self.dep(child) == Dep::Acl && !self.restricts(i, child))
                || (self.dep(child) == Dep::Prep && self.drops_prep(i, child))
                || (self.is_verb(i) && self.dep(child) == Dep::Nsubj)
        })
    }

    /// Whether the participle or infinitive at `child` tells which `head` is meant: "areas besieged by the army", short and without a
    /// comma.
    fn restricts(&self, head: usize, child: usize) -> bool {
        if child.abs_diff(head) > LONGEST_PARTICIPLE * 2 {
            return false;
        }
        let comma =
            (head + 1..child).any(|t| self.tag(t) == Tag::Comma && self.head(t) != Some(child));
        let content = self.children_by(child, Dep::Mark).next().is_some()
            || self.own_subject(child).is_some();
        !comma && !content && self.small_tree(child, LONGEST_PARTICIPLE).is_some()
    }

    /// The tokens from the left edge to the right edge of the tree under `i`, if they are at most `most`.
    pub fn small_tree(&self, i: usize, most: usize) -> Option<TokenRange> {
        let (mut low, mut high) = (i, i);
        let mut open = vec![i];
        let mut seen = 0;
        while let Some(token) = open.pop() {
            seen += 1;
            low = low.min(token);
            high = high.max(token);
            if seen > most || high - low >= most {
                return None;
            }
            open.extend(self.children(token));
        }
        Some(low..high + 1)
    }

    /// The noun phrase under `i` up to the clause of `verb`, for the event that this clause tells.
    pub fn phrase_before(&self, i: usize, verb: usize) -> TokenRange {
        let whole = self.phrase(i);
        if !whole.contains(&verb) || verb < i {
            return whole;
        }
        let start = (i + 1..verb)
            .find(|&t| self.head(t) == Some(verb))
            .unwrap_or(verb);
        whole.start..start
    }

    /// The noun at `i` with what stands before it, and nothing after.
    pub fn noun(&self, i: usize) -> TokenRange {
        self.phrase(i).start..i + 1
    }

    /// Whether `child` is an apposition that a comma sets off; "the lawyer Ana Ruiz" and "Bergen, Norway" are one.
    fn cuts_apposition(&self, head: usize, child: usize) -> bool {
        let place = |t: usize| matches!(self.kind(t), Some(EntityType::Gpe | EntityType::Loc));
        self.dep(child) == Dep::Appos
            && !(place(head) && place(child))
            && (child > head + 40
                || (head + 1..child)
                    .any(|t| self.pos(t) == Pos::Punct && self.head(t) == Some(head)))
    }

    /// Whether the preposition at `prep` does not belong to the phrase of `head`: a parenthesis ("including …", after a comma), or a
    /// time.
    fn drops_prep(&self, head: usize, prep: usize) -> bool {
        let after_comma = prep > 0 && prep > head && self.tag(prep - 1) == Tag::Comma;
        let word = self.document.lower(prep);
        after_comma
            || matches!(
                word.as_str(),
                "including"
                    | "according"
                    | "despite"
                    | "because"
                    | "before"
                    | "after"
                    | "during"
                    | "since"
            )
    }

    /// The clause under `i`, without what a comma or a mark cuts off at its right edge.
    pub fn clause(&self, i: usize) -> TokenRange {
        self.cut_phrase(i, |child| {
            matches!(self.dep(child), Dep::Parataxis | Dep::Meta)
                || (self.dep(child) == Dep::Conj
                    && self.is_verb(child)
                    && self.own_subject(child).is_some())
                || (child > i
                    && matches!(self.dep(child), Dep::Advcl | Dep::Prep | Dep::Relcl)
                    && self.tag(child.saturating_sub(1)) == Tag::Comma)
        })
    }

    /// The block of tokens around `i` that its tree covers, where `cut` says which dependents are left out.
    fn cut_phrase(&self, i: usize, cut: impl Fn(usize) -> bool) -> TokenRange {
        let mut inside = Vec::with_capacity(16);
        let mut open = vec![i];
        while let Some(token) = open.pop() {
            inside.push(token);
            if inside.len() >= LONGEST_PHRASE {
                break;
            }
            for child in self.children(token) {
                let leave = if token == i {
                    cut(child)
                } else {
                    self.dep(child) == Dep::Relcl && token != i && child > i + 12
                };
                if !leave {
                    open.push(child);
                }
            }
        }
        inside.sort_unstable();
        let at = inside.binary_search(&i).unwrap_or(0);
        let (mut low, mut high) = (at, at);
        let joins = |a: usize, b: usize| {
            (a + 1..b).all(|t| {
                self.is_mark(t)
                    || self
                        .children(i)
                        .any(|c| c == t && self.dep(c) == Dep::Punct)
            })
        };
        while low > 0 && joins(inside[low - 1], inside[low]) {
            low -= 1;
        }
        while high + 1 < inside.len() && joins(inside[high], inside[high + 1]) {
            high += 1;
        }
        let (mut start, mut end) = (inside[low], inside[high] + 1);
        while start < i && self.is_edge(start) {
            start += 1;
        }
        while end > i + 1 && self.is_edge(end - 1) {
            end -= 1;
        }
        // A quotation mark opened inside is closed inside.
        let opened = (start..end)
            .filter(|&t| self.tag(t) == Tag::OpenQuote)
            .count();
        let closed = (start..end)
            .filter(|&t| self.tag(t) == Tag::CloseQuote)
            .count();
        let closes = end < self.len()
            && self.tag(end) == Tag::CloseQuote
            && self.document.sentence_of(end) == self.document.sentence_of(i);
        if opened > closed && closes {
            end += 1;
        }
        start..end
    }

    /// Whether token `i` is a hyphen, quote or bracket: marks that a phrase may run over.
    fn is_mark(&self, i: usize) -> bool {
        matches!(
            self.tag(i),
            Tag::Hyph | Tag::OpenQuote | Tag::CloseQuote | Tag::LeftBracket | Tag::RightBracket
        ) || matches!(
            self.document.word(i),
            "-" | "–" | "/" | "'" | "’" | "\"" | "“" | "”"
        )
    }

    /// Whether token `i` can't be the edge of a phrase.
    fn is_edge(&self, i: usize) -> bool {
        matches!(self.pos(i), Pos::Punct | Pos::Space | Pos::Cconj)
            && !matches!(self.document.word(i), "(" | ")")
    }
}
