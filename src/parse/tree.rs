//! Children by head while heads still change.

use std::collections::VecDeque;

use crate::nn::decoder::NONE;

/// The children of each token, left to right.
#[derive(Debug)]
pub struct Tree {
    first: Vec<u32>,
    next: Vec<u32>,
}

/// What a search does at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// It is the one.
    Found,
    /// Look below it, in its turn.
    Enter,
    /// Pass it by with all that is below it.
    Skip,
}

impl Tree {
    /// The children under these heads; a root is its own head.
    pub fn new(heads: impl ExactSizeIterator<Item = u32> + DoubleEndedIterator) -> Self {
        let count = heads.len();
        let mut tree = Self {
            first: vec![NONE; count],
            next: vec![NONE; count],
        };
        for (child, head) in heads.enumerate().rev() {
            if head as usize != child {
                tree.next[child] = tree.first[head as usize];
                tree.first[head as usize] = child as u32;
            }
        }
        tree
    }

    /// Takes `child` from under `head`. O(children of `head`), as is [`Tree::insert`].
    pub fn remove(&mut self, head: u32, child: u32) {
        let next = self.next[child as usize];
        if let Some(link) = self.link(head, |at| at == child) {
            *link = next;
        }
    }

    /// Puts `child` under `head`, at its place from left to right.
    pub fn insert(&mut self, head: u32, child: u32) {
        if let Some(link) = self.link(head, |at| at == NONE || at > child) {
            let after = std::mem::replace(link, child);
            self.next[child as usize] = after;
        }
    }

    /// The link to the first child of `head` (or [`NONE`], the last) that `is` accepts.
    fn link(&mut self, head: u32, is: impl Fn(u32) -> bool) -> Option<&mut u32> {
        let mut before = None;
        let mut at = self.first[head as usize];
        while !is(at) {
            if at == NONE {
                return None;
            }
            before = Some(at);
            at = self.next[at as usize];
        }
        Some(match before {
            Some(before) => &mut self.next[before as usize],
            None => &mut self.first[head as usize],
        })
    }

    /// The nearest token under `head` that is the one, breadth first, left to right.
    pub fn nearest_under(&self, head: u32, visit: impl Fn(u32) -> Visit) -> Option<u32> {
        let mut waiting = VecDeque::from([head]);
        // A cycle would come round again; no tree has more steps than tokens.
        let mut steps = self.next.len();
        while let Some(parent) = waiting.pop_front() {
            let mut child = self.first[parent as usize];
            while child != NONE {
                match visit(child) {
                    Visit::Found => return Some(child),
                    Visit::Enter => waiting.push_back(child),
                    Visit::Skip => {}
                }
                child = self.next[child as usize];
            }
            steps = steps.checked_sub(1)?;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_stay_in_order_as_heads_change() {
        // 0 <- 2 -> 3 -> 1, 3 -> 4
        let mut tree = Tree::new([2, 3, 2, 2, 3].into_iter());
        let nearest = |tree: &Tree, wanted: u32| {
            tree.nearest_under(2, |child| {
                if child == wanted {
                    Visit::Found
                } else {
                    Visit::Enter
                }
            })
        };
        assert_eq!(nearest(&tree, 4), Some(4));
        assert_eq!(nearest(&tree, 2), None);
        let order = |tree: &Tree, head: u32| {
            let mut order = Vec::new();
            let mut child = tree.first[head as usize];
            while child != NONE {
                order.push(child);
                child = tree.next[child as usize];
            }
            order
        };
        tree.remove(3, 1);
        tree.insert(2, 1);
        assert_eq!((order(&tree, 2), order(&tree, 3)), (vec![0, 1, 3], vec![4]));
        tree.remove(2, 0);
        tree.insert(3, 0);
        assert_eq!((order(&tree, 2), order(&tree, 3)), (vec![1, 3], vec![0, 4]));
        let skipped = tree.nearest_under(2, |child| match child {
            3 => Visit::Skip,
            4 => Visit::Found,
            _ => Visit::Enter,
        });
        assert_eq!(skipped, None);
    }
}
