//! Sources become entities: the noun phrase that speaks, who that is, and whether the article names them.

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::NOUNS;
use crate::report::{Entity, EntityId, EntityType, Level, Source};
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

    /// The sources whose noun phrases have these heads. "He" and "she" whom no entity claims are the person who spoke last.
    pub(super) fn sources(&self, heads: &[Option<usize>]) -> Vec<Option<Source>> {
        let mut sources: Vec<Option<Source>> = heads
            .iter()
            .map(|head| head.map(|head| self.source(head)))
            .collect();
        let mut order: Vec<(usize, usize)> = heads
            .iter()
            .enumerate()
            .filter_map(|(index, head)| Some(((*head)?, index)))
            .collect();
        order.sort_unstable();
        let mut last: Option<(Option<EntityId>, bool)> = None;
        for (head, index) in order {
            let Some(source) = &mut sources[index] else {
                continue;
            };
            if matches!(self.document.lower(head).as_str(), "he" | "she") {
                if let (None, Some((entity, anonymous))) = (source.entity, last) {
                    source.entity = entity;
                    source.anonymous = anonymous;
                }
            } else if self.is_someone(head, source.entity) {
                last = Some((source.entity, source.anonymous));
            }
        }
        sources
    }

    /// The source whose noun phrase has this head.
    fn source(&self, head: usize) -> Source {
        let document = self.document;
        let own = self.entity(head);
        // "…, which found that": the noun it stands for. "Who" leads to someone by itself.
        let thing = document.lower(head) != "who";
        let head = match (own, self.antecedent(head)) {
            (_, Some(noun)) if thing => noun,
            (None, Some(noun)) if self.entity(noun).is_none() => noun,
            _ => head,
        };
        let span = document.span(self.phrase(head));
        let entity = own.or_else(|| self.entity(self.antecedent(head).unwrap_or(head)));
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

    /// The noun that a relative pronoun stands for.
    fn antecedent(&self, head: usize) -> Option<usize> {
        let document = self.document;
        let relative = matches!(document.lower(head).as_str(), "who" | "which" | "that");
        let clause = document.head(head).filter(|_| relative)?;
        std::iter::once(clause)
            .chain(document.ancestors(clause))
            .take(3)
            .find(|&up| document.tokens[up].dep == Dep::Relcl)
            .and_then(|up| document.head(up))
    }

    fn is_named(&self, id: EntityId) -> bool {
        self.entities[id.0]
            .mentions
            .iter()
            .any(|mention| mention.level == Level::Named)
    }

    /// Whether a noun phrase denotes one person.
    fn is_someone(&self, head: usize, entity: Option<EntityId>) -> bool {
        let kind = entity.map(|id| self.entities[id.0].kind);
        let plural = self.document.tokens[head].tag == Tag::Nns;
        kind == Some(EntityType::Person) || self.is_person(head, entity) && !plural
    }

    /// Whether a source without a name is someone: a document or an institution is not anonymous.
    fn is_person(&self, head: usize, entity: Option<EntityId>) -> bool {
        let document = self.document;
        match document.tokens[head].pos {
            Pos::Noun => matches!(NOUNS.get(document.lemma(head)), Some("person")),
            Pos::Pron => entity.is_some_and(|id| self.entities[id.0].kind == EntityType::Person),
            _ => false,
        }
    }
}
