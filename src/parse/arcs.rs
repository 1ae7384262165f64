//! The arc-eager transition system with sentence breaks, non-monotonic as spaCy's, whose every turn the network has learned.

use std::ops::Range;

use super::best_with_margin;
use super::labels::{Label, Moves};
use super::tree::{Tree, Visit};
use crate::document::{Boundary, Dep};
use crate::nn::decoder::{Decoder, NONE, States};

/// Tokens that a state looks at: the next two, three of the stack, the last children of next and top.
pub const SLOTS: usize = 8;

/// The state of the parser over one document, and in the end its arcs. Kept from document to document for its memory.
#[derive(Debug, Default)]
pub struct Arcs {
    stack: Vec<u32>,
    /// Tokens put back in front of the unread ones; the last is the next.
    returned: Vec<u32>,
    /// The first token that was never read.
    unread: usize,
    tokens: Vec<TokenState>,
    /// Lists of children, the last added first: child and the number of the entry before it.
    children: Vec<(u32, u32)>,
    scores: Vec<f32>,
}

#[derive(Clone, Copy, Debug)]
struct TokenState {
    head: u32,
    label: Label,
    starts_sentence: bool,
    /// What the text alone tells of a sentence's beginning here.
    boundary: Boundary,
    /// It was put back once and may not be shifted again.
    returned: bool,
    /// Entry of its last child to the left and to the right.
    left: u32,
    right: u32,
    /// The least by which a move that settled it was ahead of the next best one.
    margin: f32,
}

const UNREAD: TokenState = TokenState {
    head: NONE,
    label: Label {
        dep: Dep::Root,
        above: None,
    },
    starts_sentence: false,
    boundary: Boundary::Open,
    returned: false,
    left: NONE,
    right: NONE,
    margin: f32::INFINITY,
};

impl Arcs {
    /// Draws the arcs over `count` tokens by the highest-scored valid move at each step, none of them across a boundary that
    /// the text settles. `boundaries` may be empty: nothing is settled.
    ///
    /// Ends: a reduce that puts a token back bars it from being shifted onto a stack until a left arc, which takes another
    /// token away for good, frees it.
    pub fn decode(
        &mut self,
        count: usize,
        boundaries: &[Boundary],
        decoder: &Decoder<SLOTS>,
        moves: &Moves,
        states: &States,
    ) {
        self.stack.clear();
        self.returned.clear();
        self.unread = 0;
        self.tokens.clear();
        self.tokens.resize(count, UNREAD);
        for (token, boundary) in self.tokens.iter_mut().zip(boundaries).skip(1) {
            token.starts_sentence = *boundary == Boundary::Sure;
            token.boundary = *boundary;
        }
        self.children.clear();
        self.scores.resize(decoder.moves(), 0.0);
        while !self.stack.is_empty() || self.waiting() > 0 {
            let (next, top) = (self.next(0), self.top(0));
            let slots = [
                next,
                self.next(1),
                top,
                self.top(1),
                self.top(2),
                self.last_left(next),
                self.last_left(top),
                self.last_right(top),
            ];
            decoder.score(slots, states, &mut self.scores);
            let (chosen, margin) = self.choose(moves);
            let settled = match chosen == Moves::REDUCE || moves.left().contains(&chosen) {
                true => top,
                false => next,
            };
            if let Some(token) = self.tokens.get_mut(settled as usize) {
                token.margin = token.margin.min(margin);
            }
            self.apply(chosen, moves);
        }
    }

    /// The best valid move, and how far its score is ahead of the next best one's.
    fn choose(&self, moves: &Moves) -> (usize, f32) {
        let waiting = self.waiting();
        let (next, after) = (self.next(0), self.next(1));
        let next_starts = self.starts(next);
        let stacked = !self.stack.is_empty();
        let shift =
            !stacked || (waiting >= 2 && !next_starts && !self.tokens[next as usize].returned);
        let arc = stacked && waiting > 0 && !next_starts;
        let end = waiting >= 2
            && after == next + 1
            && !self.starts(after)
            && self.tokens[after as usize].boundary != Boundary::Never;
        let when = |valid: bool, range: Range<usize>| if valid { range } else { 0..0 };
        let only = |valid: bool, number: usize| when(valid, number..number + 1);
        let valid = [
            only(shift, Moves::SHIFT),
            only(stacked, Moves::REDUCE),
            when(arc, moves.left()),
            when(arc, moves.right()),
            only(end, moves.end()),
        ];
        // With an empty stack shifting is valid, else reducing.
        best_with_margin(&self.scores, valid).unwrap_or((Moves::SHIFT, f32::INFINITY))
    }

    fn apply(&mut self, chosen: usize, moves: &Moves) {
        let (next, top) = (self.next(0), self.top(0));
        if chosen == Moves::SHIFT {
            self.shift();
        } else if chosen == Moves::REDUCE {
            self.stack.pop();
            let token = &mut self.tokens[top as usize];
            if token.head == NONE && !self.stack.is_empty() {
                token.returned = true;
                self.returned.push(top);
            }
        } else if chosen == moves.end() {
            let after = self.next(1);
            self.tokens[after as usize].starts_sentence = true;
        } else if moves.left().contains(&chosen) {
            self.draw(next, top, moves.label(chosen));
            self.tokens[next as usize].returned = false;
            self.stack.pop();
        } else {
            self.draw(top, next, moves.label(chosen));
            self.shift();
        }
    }

    fn shift(&mut self) {
        let token = self.returned.pop().unwrap_or_else(|| {
            self.unread += 1;
            self.unread as u32 - 1
        });
        self.stack.push(token);
    }

    /// Draws an arc, in place of the child's old one.
    fn draw(&mut self, head: u32, child: u32, label: Label) {
        let old = self.tokens[child as usize].head;
        if old != NONE {
            // Only the last entry of a list is taken out. spaCy removes others from a copy, so the child stays visible to
            // the features of its old head, in training too.
            let list = self.list(old, child);
            let entry = *list;
            if entry != NONE && self.children[entry as usize].0 == child {
                let before = self.children[entry as usize].1;
                *self.list(old, child) = before;
            }
        }
        let entry = self.children.len() as u32;
        let list = self.list(head, child);
        let before = std::mem::replace(list, entry);
        self.children.push((child, before));
        let token = &mut self.tokens[child as usize];
        token.head = head;
        token.label = label;
    }

    fn list(&mut self, head: u32, child: u32) -> &mut u32 {
        let token = &mut self.tokens[head as usize];
        if head > child {
            &mut token.left
        } else {
            &mut token.right
        }
    }

    fn waiting(&self) -> usize {
        self.tokens.len() - self.unread + self.returned.len()
    }

    fn next(&self, i: usize) -> u32 {
        match self.returned.len().checked_sub(1 + i) {
            Some(at) => self.returned[at],
            None => {
                let token = self.unread + i - self.returned.len();
                if token < self.tokens.len() {
                    token as u32
                } else {
                    NONE
                }
            }
        }
    }

    fn top(&self, i: usize) -> u32 {
        let at = self.stack.len().checked_sub(1 + i);
        at.map_or(NONE, |at| self.stack[at])
    }

    fn starts(&self, token: u32) -> bool {
        token != NONE && self.tokens[token as usize].starts_sentence
    }

    fn last_left(&self, token: u32) -> u32 {
        match self.tokens.get(token as usize) {
            Some(state) if state.left != NONE => self.children[state.left as usize].0,
            _ => NONE,
        }
    }

    fn last_right(&self, token: u32) -> u32 {
        match self.tokens.get(token as usize) {
            Some(state) if state.right != NONE => self.children[state.right as usize].0,
            _ => NONE,
        }
    }

    /// Makes roots of the tokens without a head, gives stand-in arcs their true heads, and leaves trees: no cycles.
    pub fn resolve(&mut self, is_space: impl Fn(usize) -> bool) {
        for (i, token) in self.tokens.iter_mut().enumerate() {
            if token.head == NONE {
                token.head = i as u32;
                token.label = UNREAD.label;
            }
        }
        if self.tokens.iter().any(|token| token.label.above.is_some()) {
            self.replace_stand_ins(is_space);
        }
        self.break_cycles();
    }

    fn replace_stand_ins(&mut self, is_space: impl Fn(usize) -> bool) {
        let heads = self.tokens.iter().map(|token| token.head);
        let mut tree = Tree::new(heads);
        for i in 0..self.tokens.len() {
            let token = &mut self.tokens[i];
            let Some(above) = token.label.above.take() else {
                continue;
            };
            let head = token.head;
            let found = tree.nearest_under(head, |child| {
                if child as usize == i || is_space(child as usize) {
                    return Visit::Skip;
                }
                let label = self.tokens[child as usize].label;
                if label.dep == above && label.above.is_none() {
                    Visit::Found
                } else {
                    Visit::Enter
                }
            });
            if let Some(found) = found {
                tree.remove(head, i as u32);
                tree.insert(found, i as u32);
                self.tokens[i].head = found;
            }
        }
    }

    /// Replaced arcs can close a cycle; its first token becomes a root.
    fn break_cycles(&mut self) {
        // 0: not seen; else the number of the walk that saw it.
        let mut seen = vec![0u32; self.tokens.len()];
        for start in 0..self.tokens.len() {
            let walk = start as u32 + 1;
            let mut at = start;
            while seen[at] == 0 {
                seen[at] = walk;
                let head = self.tokens[at].head as usize;
                if head != at && seen[head] == walk {
                    self.tokens[head].head = head as u32;
                    self.tokens[head].label = UNREAD.label;
                    break;
                }
                at = head;
            }
        }
    }

    /// Head and label of token `i`; its own head at a root.
    pub fn arc(&self, i: usize) -> (usize, Dep) {
        let token = &self.tokens[i];
        (token.head as usize, token.label.dep)
    }

    /// How sure the arc of token `i` is: the least margin of the moves that settled it, in units of the network's scores.
    pub fn margin(&self, i: usize) -> f32 {
        self.tokens[i].margin
    }

    /// Gives `each` the sentences in order: one begins at the left-most token of each tree.
    pub fn sentences(&self, mut each: impl FnMut(Range<usize>)) {
        let count = self.tokens.len();
        let mut roots = vec![NONE; count];
        let mut walk = Vec::new();
        for start in 0..count {
            let mut at = start;
            while roots[at] == NONE && self.tokens[at].head as usize != at {
                walk.push(at);
                at = self.tokens[at].head as usize;
            }
            let root = if roots[at] == NONE {
                at as u32
            } else {
                roots[at]
            };
            roots[at] = root;
            for at in walk.drain(..) {
                roots[at] = root;
            }
        }
        let mut begun = vec![false; count];
        let mut first = 0;
        for (i, &root) in roots.iter().enumerate() {
            let new = !std::mem::replace(&mut begun[root as usize], true);
            let begins = match self.tokens[i].boundary {
                Boundary::Sure => true,
                Boundary::Never => false,
                Boundary::Open => new,
            };
            if i > 0 && begins {
                each(first..i);
                first = i;
            }
        }
        if count > 0 {
            each(first..count);
        }
    }
}
