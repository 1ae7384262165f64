//! Key numbers, each at the line whose words give it.

use crate::report::{Comparator, Count, CountOf, FactId, KeyNumber, Line};

use super::Article;
use super::lines::holding;

/// Numbers shown: what a board beside an article holds.
const MOST_NUMBERS: usize = 12;

/// The numbers of the facts, heaviest fact first; the same number of the same thing once, unless two sources differ on it.
pub fn write(article: &Article, lines: &[Line]) -> Vec<KeyNumber> {
    let mut order: Vec<FactId> = (0..article.facts.len()).map(FactId).collect();
    order.sort_by(|a, b| {
        let salience = |id: &FactId| article.facts[id.0].salience;
        salience(b).total_cmp(&salience(a)).then(a.cmp(b))
    });
    let mut numbers: Vec<KeyNumber> = Vec::new();
    let mut seen: Vec<(&Count, FactId)> = Vec::new();
    for fact in order {
        for (index, count) in article.facts[fact.0].counts.iter().enumerate() {
            if numbers.len() == MOST_NUMBERS {
                return numbers;
            }
            if count.comparator == Comparator::Vague && count.of == CountOf::Event {
                continue;
            }
            let known = seen.iter().any(|(other, of)| {
                let same = other.span == count.span
                    || other.value == count.value
                        && other.max == count.max
                        && other.comparator == count.comparator
                        && other.unit == count.unit;
                same && (*of == fact || other.span.overlaps(count.span))
            });
            if let (false, Some(line)) = (known, holding(lines, count.span)) {
                seen.push((count, fact));
                numbers.push(KeyNumber {
                    fact,
                    count: index,
                    line,
                });
            }
        }
    }
    numbers
}
