//! The network's own names: token ranges and types, before any rule.

use std::ops::Range;

use super::Named;
use crate::document::{Document, Tag, TokenRange};
use crate::nn::decoder::{Decoder, NONE, States};
use crate::nn::{LoadError, Weights};
use crate::parse::{Reader, best, pieces};
use crate::report::EntityType;

/// Tokens that a state looks at: the current one, the first of the open name, the one before.
const SLOTS: usize = 3;

/// Finds names, one move a token: begin, inside, last, unit, outside.
#[derive(Debug)]
pub struct Recognizer {
    reader: Reader,
    decoder: Decoder<SLOTS>,
    /// The types in the order of the moves: `B-` each, `I-` each, `L-` each, `U-` each, one that is never valid, `O`.
    types: Vec<EntityType>,
}

impl Recognizer {
    /// Takes its tensors and checks its labels against the report's.
    ///
    /// # Errors
    /// A tensor is missing or of another form, or a label is unknown.
    pub fn load(weights: &Weights<'_>) -> Result<Self, LoadError> {
        let moves = weights.names("recognizer.moves")?;
        Ok(Self {
            reader: Reader::load(weights, "names", &[])?,
            decoder: Decoder::load(weights, "recognizer", moves.len())?,
            types: types_of(&moves)?,
        })
    }

    /// The names in a parsed document, left to right; none crosses a sentence.
    pub fn names(&self, document: &Document<'_>) -> Vec<Named> {
        let mut vectors = self.reader.begin();
        let mut states = States::default();
        let mut starts = vec![false; document.len() + 1];
        for sentence in &document.sentences {
            starts[sentence.start] = true;
        }
        let mut names = Vec::new();
        for piece in pieces(document) {
            let read = vectors.read(document, piece.clone());
            self.decoder.prepare(read, &mut states);
            self.decode(document, piece, &starts, &states, &mut names);
        }
        names
    }

    fn decode(
        &self,
        document: &Document<'_>,
        piece: TokenRange,
        starts: &[bool],
        states: &States,
        names: &mut Vec<Named>,
    ) {
        let mut scores = vec![0.0; self.decoder.moves()];
        let mut open: Option<(usize, usize)> = None;
        for i in piece.clone() {
            let at = (i - piece.start) as u32;
            let slots = match open {
                Some((first, _)) => [at, (first - piece.start) as u32, at - 1],
                None => [at, NONE, NONE],
            };
            self.decoder.score(slots, states, &mut scores);
            let goes_on = i + 1 < piece.end && !starts[i + 1];
            let is_space = document.tokens[i].tag == Tag::Space;
            match self.choose(&scores, open.map(|(_, kind)| kind), goes_on, is_space) {
                Move::Begin(kind) => open = Some((i, kind)),
                Move::Inside | Move::Outside => {}
                Move::Last(kind) => {
                    let first = open.take().map_or(i, |(first, _)| first);
                    names.push((first..i + 1, self.types[kind]));
                }
                Move::Unit(kind) => names.push((i..i + 1, self.types[kind])),
            }
        }
    }

    /// The highest-scored valid move.
    fn choose(&self, scores: &[f32], open: Option<usize>, goes_on: bool, is_space: bool) -> Move {
        let count = self.types.len();
        let when = |valid: bool, range: Range<usize>| if valid { range } else { 0..0 };
        let valid = match open {
            Some(kind) => [
                when(goes_on, count + kind..count + kind + 1),
                2 * count + kind..2 * count + kind + 1,
                0..0,
            ],
            None => [
                when(!is_space && goes_on, 0..count),
                when(!is_space, 3 * count..4 * count),
                4 * count + 1..4 * count + 2,
            ],
        };
        match best(scores, valid) {
            Some(chosen) if chosen < count => Move::Begin(chosen),
            Some(chosen) if chosen < 2 * count => Move::Inside,
            Some(chosen) if chosen < 3 * count => Move::Last(chosen - 2 * count),
            Some(chosen) if chosen < 4 * count => Move::Unit(chosen - 3 * count),
            _ => Move::Outside,
        }
    }
}

enum Move {
    Begin(usize),
    Inside,
    Last(usize),
    Unit(usize),
    Outside,
}

fn types_of(moves: &[&str]) -> Result<Vec<EntityType>, LoadError> {
    let wrong =
        |expected: &str, found: &str| LoadError::tensor("recognizer.moves", expected, found);
    let count = moves
        .iter()
        .take_while(|name| name.starts_with("B-"))
        .count();
    if moves.len() != 4 * count + 2 || moves[4 * count..] != ["U-", "O"] {
        return Err(wrong("B-…, I-…, L-…, U-…, U-, O", &moves.join(" ")));
    }
    let types: Result<Vec<_>, _> = moves[..count]
        .iter()
        .map(|name| EntityType::from_name(&name[2..]).ok_or_else(|| wrong("a known type", name)))
        .collect();
    let types = types?;
    for (side, moves) in ["B-", "I-", "L-", "U-"].iter().zip(moves.chunks(count)) {
        for (name, kind) in moves.iter().zip(&types) {
            let expected = format!("{side}{kind}");
            if *name != expected {
                return Err(wrong(&expected, name));
            }
        }
    }
    Ok(types)
}

#[cfg(test)]
mod tests {
    use super::types_of;
    use crate::report::EntityType;

    fn check(moves: &str, expected: Result<&[EntityType], &str>) {
        let moves: Vec<&str> = moves.split(' ').collect();
        let found = types_of(&moves).map_err(|error| error.to_string());
        assert_eq!(found.as_deref().map_err(String::as_str), expected);
    }

    #[test]
    fn moves_must_be_the_four_sides_of_known_types() {
        let known = [EntityType::Org, EntityType::Gpe];
        check(
            "B-ORG B-GPE I-ORG I-GPE L-ORG L-GPE U-ORG U-GPE U- O",
            Ok(&known),
        );
        check(
            "B-ORG B-GPE I-GPE I-ORG L-ORG L-GPE U-ORG U-GPE U- O",
            Err("weights tensor recognizer.moves: expected I-ORG, found I-GPE"),
        );
        check(
            "B-PER I-PER L-PER U-PER U- O",
            Err("weights tensor recognizer.moves: expected a known type, found B-PER"),
        );
        check(
            "B-ORG I-ORG L-ORG U-ORG O U-",
            Err(
                "weights tensor recognizer.moves: expected B-…, I-…, L-…, U-…, U-, O, found B-ORG I-ORG L-ORG U-ORG O U-",
            ),
        );
    }
}
