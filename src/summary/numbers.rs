//! Key numbers, each in the sentence that gives it: with comparator, unit, of what, and who says so.

use crate::report::{Comparator, Count, CountOf, FactId, NumberLine};

use super::Article;
use super::lines::Telling;
use super::word::Speller;

/// Numbers shown: what a board beside an article holds.
const MOST_NUMBERS: usize = 12;

/// The numbers of the facts, heaviest fact first; the same number of the same thing once, unless two sources differ on it.
pub fn write(
    article: &Article,
    speller: &Speller,
    order: &[FactId],
    tellings: &[Vec<Telling>],
) -> Vec<NumberLine> {
    let mut lines: Vec<NumberLine> = Vec::new();
    let mut seen: Vec<(&Count, FactId)> = Vec::new();
    for &fact in order {
        for (index, count) in article.facts[fact.0].counts.iter().enumerate() {
            if lines.len() == MOST_NUMBERS {
                return lines;
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
            let telling = (tellings[fact.0].iter())
                .find(|telling| telling.clause.shows(article.document, count.span));
            if let (false, Some(telling)) = (known, telling) {
                seen.push((count, fact));
                lines.push(NumberLine {
                    fact,
                    count: index,
                    line: speller.line(&telling.words, vec![fact]),
                });
            }
        }
    }
    lines
}
