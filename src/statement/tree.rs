//! The edges of every tree of a document, worked out once.

use crate::document::{Document, TokenRange};

/// For every token the range from the left to the right edge of the tree under it. Built in O(tokens).
#[derive(Debug)]
pub(super) struct Trees {
    edges: Vec<(u32, u32)>,
}

impl Trees {
    pub(super) fn new(document: &Document) -> Self {
        let mut edges: Vec<(u32, u32)> = (0..document.len() as u32).map(|i| (i, i + 1)).collect();
        let roots = (0..document.len()).filter(|&i| document.head(i).is_none());
        let mut order: Vec<usize> = roots.collect();
        let mut next = 0;
        while let Some(&i) = order.get(next) {
            order.extend(document.children(i));
            next += 1;
        }
        for &i in order.iter().rev() {
            if let Some(head) = document.head(i) {
                let (low, high) = edges[i];
                edges[head].0 = edges[head].0.min(low);
                edges[head].1 = edges[head].1.max(high);
            }
        }
        Self { edges }
    }

    /// The tokens from the left to the right edge of the tree under `i`. O(1).
    pub(super) fn of(&self, i: usize) -> TokenRange {
        let (low, high) = self.edges[i];
        low as usize..high as usize
    }
}
