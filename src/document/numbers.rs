//! A number a token, in little room.

use super::TokenRange;

/// For each token a number, or none: four bytes a token, so that a long text has room.
#[derive(Clone, Debug)]
pub struct Numbers(Vec<u32>);

impl Numbers {
    const NONE: u32 = u32::MAX;

    /// No number for any of `count` tokens.
    pub fn new(count: usize) -> Self {
        Self(vec![Self::NONE; count])
    }

    /// The number of token `i`.
    pub fn get(&self, i: usize) -> Option<usize> {
        (self.0.get(i).copied())
            .filter(|&number| number != Self::NONE)
            .map(|number| number as usize)
    }

    /// Gives token `i` a number in place of the one it had, which is returned.
    pub fn replace(&mut self, i: usize, number: usize) -> Option<usize> {
        let before = self.get(i);
        self.0[i] = number as u32;
        before
    }

    /// Gives these tokens a number.
    pub fn fill(&mut self, tokens: TokenRange, number: usize) {
        self.0[tokens].fill(number as u32);
    }
}
