//! Which places of a text are covered by any of many spans.

use crate::text::Span;

/// Spans in any order, overlapping or not, ready to be asked.
#[derive(Debug, Default)]
pub struct Cover {
    /// The starts, in order, each with the furthest end of the spans up to it.
    reach: Vec<(usize, usize)>,
}

impl Cover {
    /// O(spans × log spans).
    pub fn new(spans: impl IntoIterator<Item = Span>) -> Self {
        let spans = spans.into_iter().map(|span| (span.start, span.end));
        let mut reach: Vec<(usize, usize)> = spans.collect();
        reach.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut reach {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self { reach }
    }

    /// Whether one of the spans overlaps this one. O(log spans).
    pub fn touches(&self, span: Span) -> bool {
        let before = self.reach.partition_point(|&(start, _)| start < span.end);
        let last = before.checked_sub(1).map(|last| self.reach[last]);
        last.is_some_and(|(_, end)| span.start < end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_touched_where_one_of_its_spans_is() {
        let spans = [(4, 6), (0, 2), (5, 20), (8, 9)].map(|(start, end)| Span::new(start, end));
        let cover = Cover::new(spans);
        for start in 0..24 {
            for end in start..24 {
                let span = Span::new(start, end);
                let expected = spans.iter().any(|it| it.overlaps(span));
                assert_eq!(cover.touches(span), expected, "{span:?}");
            }
        }
        assert!(!Cover::default().touches(Span::new(0, 9)));
    }
}
