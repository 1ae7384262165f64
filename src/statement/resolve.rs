//! Sources become entities: the noun phrase that speaks, who that is, and whether the article names them.

use crate::document::{Dep, Document, Pos, TokenRange};
use crate::lexicon::NOUNS;
use crate::report::{Entity, EntityId, Level, Source};
use crate::text::Span;

use super::tree::Trees;

/// Finds the entities of sources, in order of the text.
pub(super) struct Resolver<'a> {
    document: &'a Document<'a>,
    trees: &'a Trees,
    entities: &'a [Entity],
    /// All mentions, sorted by start.
    mentions: Vec<(Span, EntityId)>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(
        document: &'a Document<'a>,
        trees: &'a Trees,
        entities: &'a [Entity],
    ) -> Self {
        let mut mentions: Vec<(Span, EntityId)> = entities
            .iter()
            .enumerate()
            .flat_map(|(index, entity)| {
                let id = EntityId(index);
                entity
                    .mentions
                    .iter()
                    .map(move |mention| (mention.span, id))
            })
            .collect();
        mentions.sort();
        Self {
            document,
            trees,
            entities,
            mentions,
        }
    }

    /// The source whose noun phrase has this head.
    pub(super) fn source(&self, head: usize) -> Source {
        let document = self.document;
        let span = document.span(self.phrase(head));
        let entity = self.entity(head).or_else(|| self.antecedent(head));
        let nameless = match entity {
            Some(id) => !self.is_named(id),
            None => document.tokens[head].pos == Pos::Noun,
        };
        Source {
            span,
            entity,
            anonymous: nameless && self.is_person(head, entity),
        }
    }

    /// The noun phrase of `head`, cut before its apposition, its relative clause and its brackets.
    fn phrase(&self, head: usize) -> TokenRange {
        let document = self.document;
        let mut range = self.trees.of(head);
        for child in document.children(head).filter(|&child| child > head) {
            let part = self.trees.of(child);
            let token = &document.tokens[child];
            let set_off = part.start > 0 && document.tokens[part.start - 1].pos == Pos::Punct;
            let loose = match token.dep {
                Dep::Relcl | Dep::Punct => true,
                Dep::Appos | Dep::Acl | Dep::Prep | Dep::Nmod | Dep::Npadvmod => set_off,
                _ => false,
            };
            if loose {
                range.end = range.end.min(part.start);
            }
        }
        if let Some(bracket) = (head + 1..range.end).find(|&i| document.word(i) == "(") {
            range.end = bracket;
        }
        while range.start < head && document.tokens[range.start].pos == Pos::Punct {
            range.start += 1;
        }
        while range.end > head + 1 && document.tokens[range.end - 1].pos == Pos::Space {
            range.end -= 1;
        }
        range
    }

    /// The entity whose mention ends with the head, or holds it.
    fn entity(&self, head: usize) -> Option<EntityId> {
        const REACH_BYTES: usize = 200;
        let head = self.document.tokens[head].span;
        let from = self
            .mentions
            .partition_point(|(span, _)| span.start + REACH_BYTES < head.start);
        self.mentions[from..]
            .iter()
            .take_while(|(span, _)| span.start <= head.start)
            .filter(|(span, _)| span.end == head.end)
            .max_by_key(|(span, _)| span.len())
            .map(|&(_, id)| id)
    }

    /// The entity of the noun that a relative pronoun stands for.
    fn antecedent(&self, head: usize) -> Option<EntityId> {
        let document = self.document;
        let relative = matches!(document.lower(head).as_str(), "who" | "which" | "that");
        let clause = document.head(head).filter(|_| relative)?;
        let noun = std::iter::once(clause)
            .chain(document.ancestors(clause))
            .take(3)
            .find(|&up| document.tokens[up].dep == Dep::Relcl)
            .and_then(|up| document.head(up))?;
        self.entity(noun)
    }

    fn is_named(&self, id: EntityId) -> bool {
        self.entities[id.0]
            .mentions
            .iter()
            .any(|mention| mention.level == Level::Named)
    }

    /// Whether a source without a name is someone: a document or an institution is not anonymous.
    fn is_person(&self, head: usize, entity: Option<EntityId>) -> bool {
        let document = self.document;
        match document.tokens[head].pos {
            Pos::Noun => matches!(NOUNS.get(document.lemma(head)), Some("person")),
            Pos::Pron => entity
                .is_some_and(|id| self.entities[id.0].kind == crate::report::EntityType::Person),
            _ => false,
        }
    }
}
