//! Places given from a landmark: "approximately 8 kilometers east of the line in Khusham, Syria".

use crate::document::{Dep, TokenRange};
use crate::report::{Bearing, RelativePlace};

use super::quantity::Measure;
use super::reading::Reading;

/// Words of a place by distance and bearing.
const LONGEST_PLACE: usize = 40;

/// The bearing that a word names.
fn bearing(word: &str) -> Option<Bearing> {
    Some(match word {
        "north" => Bearing::North,
        "northeast" | "north-east" => Bearing::NorthEast,
        "east" => Bearing::East,
        "southeast" | "south-east" => Bearing::SouthEast,
        "south" => Bearing::South,
        "southwest" | "south-west" => Bearing::SouthWest,
        "west" => Bearing::West,
        "northwest" | "north-west" => Bearing::NorthWest,
        _ => return None,
    })
}

/// The tokens of a place whose head is a bearing word or a distance ("8 kilometers east of X in Y, Z"); `None` for anything else.
pub fn bearing_phrase(reading: &Reading, i: usize) -> Option<TokenRange> {
    let word = reading.document.lower(i);
    let directed = bearing(&word).is_some()
        || matches!(
            word.as_str(),
            "away" | "outside" | "inland" | "offshore" | "upstream" | "downstream"
        );
    let distance = reading
        .quantity(i)
        .is_some_and(|n| n.measure == Measure::Distance);
    if !directed && !distance {
        return None;
    }
    let landmark = reading.children_by(i, Dep::Prep).any(|p| {
        matches!(reading.document.lower(p).as_str(), "of" | "from")
            && reading.child(p, Dep::Pobj).is_some()
    });
    let measured = distance
        || reading.children(i).any(|c| {
            reading
                .quantity(c)
                .is_some_and(|n| n.measure == Measure::Distance)
        });
    if !landmark || !(measured || directed) {
        return None;
    }
    let mut tokens = reading.small_tree(i, LONGEST_PLACE)?;
    // A comma and what follows that is not a containing place belong to the sentence.
    while tokens.end > i + 1 && reading.pos(tokens.end - 1) == crate::document::Pos::Punct {
        tokens.end -= 1;
    }
    Some(tokens)
}

/// Distance, bearing, landmark and container of a place filler; `None` where it has no distance or bearing.
pub fn relative(reading: &Reading, tokens: TokenRange) -> Option<RelativePlace> {
    let quantity = tokens.clone().find_map(|i| {
        reading
            .quantity(i)
            .filter(|n| n.measure == Measure::Distance)
    });
    let direction = tokens.clone().find(|&i| {
        bearing(&reading.document.lower(i)).is_some()
            && (i + 1 < tokens.end && reading.document.lower(i + 1) == "of")
    });
    if quantity.is_none() && direction.is_none() {
        return None;
    }
    let from = direction.or(quantity.map(|n| n.tokens.end - 1))?;
    let of = (from..tokens.end)
        .find(|&i| matches!(reading.document.lower(i).as_str(), "of" | "from"))?;
    let landmark = reading.child(of, Dep::Pobj).or_else(|| {
        (of + 1..tokens.end)
            .find(|&i| reading.is_nominal(i) && reading.head(i).is_none_or(|h| h <= of))
    })?;
    let inner = reading
        .children_by(landmark, Dep::Prep)
        .find(|&p| reading.document.lower(p) == "in")
        .or_else(|| (landmark + 1..tokens.end).find(|&i| reading.document.lower(i) == "in"));
    let end = inner.unwrap_or(tokens.end).min(tokens.end);
    let start = (of + 1).min(landmark);
    let within = inner
        .filter(|&p| p + 1 < tokens.end)
        .map(|p| reading.span(p + 1..tokens.end));
    Some(RelativePlace {
        distance: quantity.and_then(|n| n.value),
        unit: quantity.map(|n| n.unit.clone()),
        comparator: quantity.map(|n| n.comparator),
        bearing: direction.and_then(|i| bearing(&reading.document.lower(i))),
        landmark: reading.span(start..end.max(start + 1)),
        within,
    })
}
