//! Which words of an article are marked, how, and how the marks lie in each other: one decision for all that draws them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::document::names;
use crate::report::{EntityId, EntityType, Level, Report};
use crate::text::Span;

names! {
    /// What a mark is about: one way of drawing each.
    pub enum Family { Who = "who", Where = "where", When = "when", Many = "many", What = "what", }
}

impl Family {
    /// The family of an entity type.
    pub const fn of(kind: EntityType) -> Self {
        match kind {
            EntityType::Person | EntityType::Org | EntityType::Norp => Self::Who,
            EntityType::Gpe | EntityType::Loc | EntityType::Fac => Self::Where,
            EntityType::Date | EntityType::Time => Self::When,
            EntityType::Cardinal
            | EntityType::Quantity
            | EntityType::Money
            | EntityType::Percent
            | EntityType::Ordinal => Self::Many,
            EntityType::Weapon
            | EntityType::Platform
            | EntityType::Vehicle
            | EntityType::Product
            | EntityType::Event
            | EntityType::Law
            | EntityType::WorkOfArt
            | EntityType::Language => Self::What,
        }
    }
}

/// The greatest [`Mark::height`]: marks that lie deeper in each other are drawn alike.
pub const MAX_HEIGHT: u8 = 2;

/// A stretch of the article that is marked as a mention of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The words.
    pub span: Span,
    /// Of whom or what.
    pub entity: EntityId,
    /// The kind of the mention, which may differ from the entity's.
    pub kind: EntityType,
    /// By name, description or pronoun.
    pub level: Level,
    /// How many marks lie in each other below this one, 0 to [`MAX_HEIGHT`]: the line under it is drawn that much lower.
    pub height: u8,
}

/// The marks for `report`, by start, the longer first; equal spans in the order of their entities.
///
/// Mentions that are empty or no slice of `text` (the report is of another text) are left out.
///
/// ```
/// use nutgraf::export::marks::marks;
/// assert!(marks("Köln 🇨🇭", &nutgraf::Report::default()).is_empty());
/// ```
pub fn marks(text: &str, report: &Report) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (i, entity) in report.entities.iter().enumerate() {
        for mention in &entity.mentions {
            if mention.span.is_empty() || mention.span.of(text).is_empty() {
                continue;
            }
            marks.push(Mark {
                span: mention.span,
                entity: EntityId(i),
                kind: mention.kind.unwrap_or(entity.kind),
                level: mention.level,
                height: 0,
            });
        }
    }
    marks.sort_by_key(|mark| (mark.span.start, Reverse(mark.span.end), mark.entity));
    set_heights(&mut marks);
    marks
}

/// Each mark is one higher than the highest within it. Marks that only cross do not lift each other.
fn set_heights(marks: &mut [Mark]) {
    let mut open: Vec<usize> = Vec::new();
    for i in 0..=marks.len() {
        let next = marks.get(i).map(|mark| mark.span);
        while let Some(&inner) = open.last() {
            if next.is_some_and(|next| marks[inner].span.contains(next)) {
                break;
            }
            open.pop();
            if let Some(&outer) = open.last() {
                let above = (marks[inner].height + 1).min(MAX_HEIGHT);
                marks[outer].height = marks[outer].height.max(above);
            }
        }
        open.push(i);
    }
}

/// An uncut part of a mark: what lies within one other mark and one block of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub span: Span,
    /// Index of the mark.
    pub mark: usize,
    /// Whether the mark begins here; the other pieces go on with it.
    pub first: bool,
}

/// `marks` cut so that pieces lie in each other or apart, within `block`: the later of two crossing marks is split where the
/// earlier one ends. By start, the longer first.
pub fn pieces(marks: &[Mark], block: Span) -> Vec<Piece> {
    let mut rest: BinaryHeap<Reverse<Waiting>> = marks
        .iter()
        .enumerate()
        .filter_map(|(i, mark)| Waiting::within(mark.span, block, i))
        .map(Reverse)
        .collect();
    let mut pieces = Vec::new();
    let mut open: Vec<Span> = Vec::new();
    while let Some(Reverse(waiting)) = rest.pop() {
        let (start, mut end, mark) = (waiting.start, waiting.end.0, waiting.mark);
        while open.last().is_some_and(|outer| outer.end <= start) {
            open.pop();
        }
        if let Some(outer) = open.last()
            && outer.end < end
        {
            end = outer.end;
            rest.extend(
                Waiting::within(marks[mark].span, Span::new(end, block.end), mark).map(Reverse),
            );
        }
        let span = Span::new(start, end);
        let first = start == marks[mark].span.start;
        pieces.push(Piece { span, mark, first });
        open.push(span);
    }
    pieces
}

/// A part of a mark that is to be cut yet, in the order in which pieces are made.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Waiting {
    start: usize,
    end: Reverse<usize>,
    mark: usize,
}

impl Waiting {
    fn within(span: Span, block: Span, mark: usize) -> Option<Self> {
        let (start, end) = (span.start.max(block.start), span.end.min(block.end));
        (start < end).then_some(Self {
            start,
            end: Reverse(end),
            mark,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Entity, Mention};

    fn report(spans: &[(usize, usize)]) -> Report {
        let entity = |&(start, end): &(usize, usize)| Entity {
            kind: EntityType::Org,
            name: String::new(),
            aliases: Vec::new(),
            salience: 0.0,
            value: None,
            mentions: vec![Mention {
                span: Span { start, end },
                level: Level::Named,
                kind: None,
            }],
        };
        Report {
            entities: spans.iter().map(entity).collect(),
            ..Report::default()
        }
    }

    fn heights(spans: &[(usize, usize)]) -> Vec<u8> {
        let text = "0123456789";
        marks(text, &report(spans))
            .iter()
            .map(|mark| mark.height)
            .collect()
    }

    #[test]
    fn outer_marks_are_higher_up_to_the_greatest() {
        assert_eq!(heights(&[(0, 10), (0, 4), (1, 3), (2, 3)]), [2, 2, 1, 0]);
        assert_eq!(heights(&[(0, 4), (5, 9)]), [0, 0]);
        assert_eq!(heights(&[(0, 9), (1, 2), (3, 8), (4, 5)]), [2, 0, 1, 0]);
    }

    #[test]
    fn crossing_marks_do_not_lift_each_other() {
        assert_eq!(heights(&[(0, 5), (3, 8)]), [0, 0]);
    }

    #[test]
    fn spans_of_another_text_are_left_out() {
        let text = "Köln";
        assert!(marks(text, &report(&[(0, 2), (3, 99), (2, 2), (9, 7)])).is_empty());
        assert_eq!(marks(text, &report(&[(0, 3)])).len(), 1);
    }

    fn cut(spans: &[(usize, usize)], block: (usize, usize)) -> Vec<(usize, usize, bool)> {
        let marks = marks("0123456789", &report(spans));
        pieces(&marks, Span::new(block.0, block.1))
            .iter()
            .map(|piece| (piece.span.start, piece.span.end, piece.first))
            .collect()
    }

    #[test]
    fn a_crossing_mark_is_split_where_the_other_ends() {
        assert_eq!(
            cut(&[(0, 5), (3, 8)], (0, 10)),
            [(0, 5, true), (3, 5, true), (5, 8, false)]
        );
        // Twice: the rest crosses again.
        assert_eq!(
            cut(&[(0, 4), (2, 9), (5, 6), (8, 10)], (0, 10)),
            [
                (0, 4, true),
                (2, 4, true),
                (4, 9, false),
                (5, 6, true),
                (8, 9, true),
                (9, 10, false)
            ]
        );
    }

    #[test]
    fn a_mark_is_cut_at_the_edges_of_the_block() {
        assert_eq!(cut(&[(0, 6)], (2, 4)), [(2, 4, false)]);
        assert_eq!(cut(&[(0, 2)], (2, 4)), []);
    }
}
