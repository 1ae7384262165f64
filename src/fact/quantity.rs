//! How many, how far, how long: the values of the entities, and "no", as the rules of this stage see them.

use crate::document::{Document, Tag, TokenRange};
use crate::lexicon::UNITS;
use crate::report::{Comparator, Entity, EntityType, Value, ValueKind};

/// A value with what it measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its tokens, comparator and unit of measure included ("more than 100", "approximately 8 kilometers").
    pub tokens: TokenRange,
    /// The number, scale applied; `None` for "dozens".
    pub value: Option<f64>,
    /// Upper end of a range.
    pub max: Option<f64>,
    /// How it stands to the true number.
    pub comparator: Comparator,
    /// `person`, `km`, `USD`, `year` … or the noun that is counted.
    pub unit: String,
    /// What it measures.
    pub measure: Measure,
}

/// What a value measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// How many of something, or what share of it.
    Count,
    /// How far.
    Distance,
    /// How long.
    Duration,
    /// How much else: money, per cent, weight, area.
    Amount,
}

impl Quantity {
    /// Whether it is "no" or "zero": then what it counts is negated.
    pub fn is_none(&self) -> bool {
        self.measure == Measure::Count && self.value == Some(0.0)
    }

    /// What an entity's value measures here; `None` for dates, times, ordinals and ages.
    fn of(tokens: TokenRange, kind: EntityType, value: &Value) -> Option<Self> {
        let unit = value.unit.clone().unwrap_or_default();
        let length = |unit: &str| {
            let line = UNITS.get(&unit.to_lowercase());
            line.is_some_and(|line| line.ends_with("\tlength"))
        };
        let written = kind == EntityType::Cardinal && value.kind == ValueKind::Percent;
        let measure = match value.kind {
            ValueKind::Count => Measure::Count,
            // "two-thirds of the voters": a share of what it counts.
            ValueKind::Percent if written => Measure::Count,
            ValueKind::Quantity if length(&unit) => Measure::Distance,
            ValueKind::Percent | ValueKind::Money | ValueKind::Quantity => Measure::Amount,
            ValueKind::Duration => Measure::Duration,
            ValueKind::Date | ValueKind::Time | ValueKind::Ordinal | ValueKind::Age => return None,
        };
        let by = if written { 0.01 } else { 1.0 };
        Some(Self {
            tokens,
            value: value.value.map(|value| value * by),
            max: value.max.map(|max| max * by),
            comparator: value.comparator?,
            unit: if written { String::new() } else { unit },
            measure,
        })
    }
}

/// The quantities of a document, in order, without overlap.
pub fn read(document: &Document, entities: &[Entity]) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    for entity in entities {
        let Some(value) = &entity.value else { continue };
        found.extend(entity.mentions.iter().filter_map(|mention| {
            Quantity::of(document.tokens_in(mention.span), entity.kind, value)
        }));
    }
    found.extend((0..document.len()).filter_map(|i| none(document, i)));
    found.sort_by_key(|quantity| quantity.tokens.start);
    found.dedup_by(|later, earlier| later.tokens.start < earlier.tokens.end);
    found
}

/// "no injuries", "none of them", "not one of them": a count of zero, but not in "no longer", "no one".
fn none(document: &Document, i: usize) -> Option<Quantity> {
    let word = document.lower(i);
    let none = match word.as_str() {
        "none" => true,
        "no" => document.tokens[i].tag == Tag::Dt,
        "one" => i > 0 && document.lower(i - 1) == "not",
        _ => false,
    };
    let next = (i + 1 < document.len()).then(|| document.lower(i + 1));
    let other = next.is_some_and(|next| {
        matches!(
            next.as_str(),
            "one" | "longer" | "more" | "less" | "fewer" | "matter" | ","
        )
    });
    (none && !other).then(|| Quantity {
        tokens: i..i + 1,
        value: Some(0.0),
        max: None,
        comparator: Comparator::Equal,
        unit: String::new(),
        measure: Measure::Count,
    })
}
