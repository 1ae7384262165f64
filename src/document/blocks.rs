//! What the parts of a text are.

use super::{Document, TokenRange, names};

names! {
    /// What a part of a text is.
    pub enum BlockKind {
        Title = "title", Standfirst = "standfirst", Byline = "byline", Dateline = "dateline", Timestamp = "timestamp",
        Caption = "caption", Credit = "credit", Promo = "promo", List = "list", Table = "table", Question = "question",
        Prose = "prose",
    }
}

/// A part of a text: all of one kind, within one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its tokens.
    pub tokens: TokenRange,
    /// What it is.
    pub kind: BlockKind,
}

impl Document<'_> {
    /// What token `i` is part of; prose where nothing is known.
    pub fn kind(&self, i: usize) -> BlockKind {
        let at = self.parts.partition_point(|part| part.tokens.end <= i);
        self.parts
            .get(at)
            .map_or(BlockKind::Prose, |part| part.kind)
    }

    /// Whether what token `i` says is what the article says: it is of its prose, its headline or its standfirst.
    pub fn tells(&self, i: usize) -> bool {
        match self.kind(i) {
            BlockKind::Prose | BlockKind::Standfirst => true,
            BlockKind::Title => {
                (self.title).is_some_and(|title| title.contains(self.tokens[i].span))
            }
            _ => false,
        }
    }
}
