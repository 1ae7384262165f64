//! The parser's moves and the tagger's tags, checked against the grammar when weights are loaded.

use std::ops::Range;

use crate::document::{Dep, Tag};
use crate::nn::LoadError;

/// The moves of the parser in the order of its outputs: shift, reduce, left arcs, right arcs, break.
#[derive(Clone, Debug)]
pub struct Moves {
    labels: Vec<Label>,
    left: usize,
}

/// Label of an arc. With `above`, the arc is a stand-in: the true head is the nearest token under the found one whose own
/// label is `above` (pseudo-projective labels, `dep||above`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    pub dep: Dep,
    pub above: Option<Dep>,
}

impl Moves {
    pub const SHIFT: usize = 0;
    pub const REDUCE: usize = 1;

    /// Reads the names of the moves.
    ///
    /// # Errors
    /// An unknown name, or another order.
    pub fn load(tensor: &str, names: &[&str]) -> Result<Self, LoadError> {
        let unknown = |expected: &str, found: &str| LoadError::tensor(tensor, expected, found);
        let [shift, reduce, arcs @ .., last] = names else {
            return Err(unknown("S, D, L-…, R-…, B-ROOT", "fewer moves"));
        };
        for (&name, expected) in [(shift, "S"), (reduce, "D"), (last, "B-ROOT")] {
            if name != expected {
                return Err(unknown(expected, name));
            }
        }
        let left = arcs.partition_point(|name| name.starts_with("L-"));
        let labels: Result<Vec<_>, _> = arcs
            .iter()
            .enumerate()
            .map(|(i, name)| {
                let side = if i < left { "L-" } else { "R-" };
                name.strip_prefix(side)
                    .and_then(label)
                    .ok_or_else(|| unknown(&format!("{side} and a known label"), name))
            })
            .collect();
        Ok(Self {
            labels: labels?,
            left,
        })
    }

    /// Number of moves.
    pub fn len(&self) -> usize {
        self.labels.len() + 3
    }

    /// The moves that draw an arc from the next token to the top of the stack.
    pub fn left(&self) -> Range<usize> {
        2..2 + self.left
    }

    /// The moves that draw an arc from the top of the stack to the next token.
    pub fn right(&self) -> Range<usize> {
        2 + self.left..2 + self.labels.len()
    }

    /// The move that ends a sentence.
    pub fn end(&self) -> usize {
        2 + self.labels.len()
    }

    /// The label of the arc that a move draws.
    pub fn label(&self, arc: usize) -> Label {
        self.labels[arc - 2]
    }
}

fn label(name: &str) -> Option<Label> {
    Some(match name.split_once("||") {
        Some((dep, above)) => Label {
            dep: Dep::from_name(dep)?,
            above: Some(Dep::from_name(above)?),
        },
        None => Label {
            dep: Dep::from_name(name)?,
            above: None,
        },
    })
}

/// Checks that the tagger's outputs are the grammar's tags in order.
///
/// # Errors
/// The first that is not.
pub fn check_tags(names: &[&str]) -> Result<(), LoadError> {
    let tags = Tag::ALL.iter().map(|tag| tag.name());
    if names.len() == tags.len() {
        match tags.zip(names).find(|(tag, name)| tag != *name) {
            None => Ok(()),
            Some((tag, name)) => Err(LoadError::tensor("tagger.labels", tag, name)),
        }
    } else {
        let (expected, found) = (tags.len(), names.len());
        Err(LoadError::tensor(
            "tagger.labels",
            format!("{expected} tags"),
            found,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(names: &[&str]) -> Result<Moves, String> {
        Moves::load("parser.moves", names).map_err(|error| error.to_string())
    }

    #[test]
    fn moves_know_their_labels() {
        let moves = load(&["S", "D", "L-det", "L-pobj||prep", "R-dobj", "B-ROOT"]).unwrap();
        assert_eq!((moves.left(), moves.right(), moves.end()), (2..4, 4..5, 5));
        assert_eq!(moves.label(2).dep, Dep::Det);
        let expected = Label {
            dep: Dep::Pobj,
            above: Some(Dep::Prep),
        };
        assert_eq!(moves.label(3), expected);
    }

    #[test]
    fn unknown_moves_are_named() {
        for (names, message) in [
            (
                &["S", "D", "L-det", "R-what", "B-ROOT"][..],
                "weights tensor parser.moves: expected R- and a known label, found R-what",
            ),
            (
                &["D", "S", "B-ROOT"],
                "weights tensor parser.moves: expected S, found D",
            ),
            (
                &["S"],
                "weights tensor parser.moves: expected S, D, L-…, R-…, B-ROOT, found fewer moves",
            ),
        ] {
            assert_eq!(load(names).map(|_| ()), Err(message.to_owned()));
        }
    }

    #[test]
    fn tags_must_be_the_grammars() {
        let mut names: Vec<_> = Tag::ALL.iter().map(|tag| tag.name()).collect();
        assert_eq!(check_tags(&names), Ok(()));
        names[3] = "-LSB-";
        assert_eq!(
            check_tags(&names).unwrap_err().to_string(),
            "weights tensor tagger.labels: expected -LRB-, found -LSB-"
        );
    }
}
