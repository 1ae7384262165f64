//! Where claims of one event give different numbers.

use crate::report::{Claim, Comparator, Conflict, ConflictKind, Count, CountOf};

/// The conflicts between the claims' counts of the same thing; each pair of claims once a field.
pub fn find(claims: &[Claim], counts: &[Count]) -> Vec<Conflict> {
    let mut conflicts: Vec<Conflict> = Vec::new();
    for a in 0..claims.len().min(16) {
        for b in a + 1..claims.len().min(16) {
            for &x in &claims[a].counts {
                for &y in &claims[b].counts {
                    let (x, y) = (&counts[x], &counts[y]);
                    if x.of != y.of || x.unit != y.unit && !x.unit.is_empty() && !y.unit.is_empty()
                    {
                        continue;
                    }
                    if (x.value, x.max, x.comparator) == (y.value, y.max, y.comparator) {
                        continue;
                    }
                    let field = field(x.of);
                    if conflicts
                        .iter()
                        .any(|c| c.field == field && c.claims == [a, b])
                    {
                        continue;
                    }
                    let kind = if overlap(x, y) {
                        ConflictKind::Compatible
                    } else {
                        ConflictKind::Contradictory
                    };
                    conflicts.push(Conflict {
                        field,
                        claims: [a, b],
                        kind,
                    });
                }
            }
        }
    }
    conflicts
}

/// The name of what two counts differ in.
fn field(of: CountOf) -> String {
    match of {
        CountOf::Role(role) => format!("counts.{role}"),
        CountOf::Event => "counts.event".into(),
        CountOf::Distance => "counts.distance".into(),
    }
}

/// Whether both counts can be true of one number.
pub fn overlap(a: &Count, b: &Count) -> bool {
    match (interval(a), interval(b)) {
        (Some((low, high)), Some((floor, roof))) => low <= roof && floor <= high,
        _ => true,
    }
}

/// The numbers that a count allows; `None` for "dozens". "About" allows a tenth; "more than 100" allows the 100 of a headline.
fn interval(count: &Count) -> Option<(f64, f64)> {
    let value = count.value?;
    Some(match count.comparator {
        Comparator::Equal => (value, value),
        Comparator::More | Comparator::AtLeast => (value, f64::INFINITY),
        Comparator::Less | Comparator::AtMost => (0.0, value),
        Comparator::About => (value * 0.9, value * 1.1),
        Comparator::Range => (value, count.max.unwrap_or(value)),
        Comparator::Vague => return None,
    })
}
