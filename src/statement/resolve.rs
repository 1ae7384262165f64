//! Sources become entities: the noun phrase that speaks, who that is, and whether the article names them.

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::{Gender, NOUNS};
use crate::report::{Entity, EntityId, EntityType, Level, Source, Statement};
use crate::text::Span;

use super::draft::Draft;
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

    /// The sources of these drafts. "He" and "she" are the person who spoke last where no entity claims them, or only one that
    /// this person has just spoken of: "Hill said the driver was ill. **He** said …".
    pub(super) fn sources(&self, drafts: &[(Draft, Option<usize>)]) -> Vec<Option<Source>> {
        let mut sources: Vec<Option<Source>> = drafts
            .iter()
            .map(|(draft, _)| draft.source.map(|head| self.source(head)))
            .collect();
        let mut order: Vec<(usize, usize)> = drafts
            .iter()
            .enumerate()
            .filter_map(|(index, (draft, _))| Some((draft.source?, index)))
            .collect();
        order.sort_unstable();
        let mut last: Option<(Option<EntityId>, bool, &Draft)> = None;
        for (head, index) in order {
            let Some(source) = &mut sources[index] else {
                continue;
            };
            if matches!(self.document.lower(head).as_str(), "he" | "she") {
                if let Some((entity, anonymous, draft)) = last
                    && source.entity != entity
                    && source.entity.is_none_or(|other| {
                        let claims = draft.confidence >= Statement::CLAIMS;
                        claims && entity.is_some() && self.only_told_of(other, head, draft)
                    })
                    && entity.is_none_or(|entity| self.may_be(entity, head))
                {
                    source.entity = entity;
                    source.anonymous = anonymous;
                }
            } else if self.is_someone(head, source.entity) {
                last = Some((source.entity, source.anonymous, &drafts[index].0));
            }
        }
        sources
    }

    /// Whether `entity` was last mentioned before the pronoun in what `draft` says, in the sentence before or the same.
    fn only_told_of(&self, entity: EntityId, pronoun: usize, draft: &Draft) -> bool {
        let document = self.document;
        let before = document.tokens[pronoun].span.start;
        let mentions = &self.entities[entity.0].mentions;
        let at = mentions.partition_point(|mention| mention.span.end <= before);
        let mentioned = (at.checked_sub(1)).map(|last| document.tokens_in(mentions[last].span));
        let end = draft.end().max(draft.anchor() + 1);
        let next = document.sentence_of(pronoun) <= document.sentence_of(end - 1) + 1;
        next && !draft.holds(pronoun)
            && mentioned.is_some_and(|words| draft.holds(words.start) && draft.holds(words.end - 1))
    }

    /// Whether the entity may be a "he", or a "she", by its titles and the first of its names.
    fn may_be(&self, entity: EntityId, pronoun: usize) -> bool {
        let entity = &self.entities[entity.0];
        let sex = Gender::of_pronoun(self.document, pronoun);
        let mut names = std::iter::once(&entity.name).chain(&entity.aliases);
        let known = names.find_map(|name| Gender::of_full_name(name));
        known.is_none() || known == sex
    }

    /// The source whose noun phrase has this head.
    fn source(&self, head: usize) -> Source {
        let document = self.document;
        let head = self.named_beside(head).unwrap_or(head);
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

    /// The last word of the name that stands beside an office: "the minister of health, **Anna Keller**, said".
    fn named_beside(&self, head: usize) -> Option<usize> {
        const REACH: usize = 14;
        let document = self.document;
        let token = &document.tokens[head];
        let word = document.lower(head);
        let singular = matches!(token.tag, Tag::Nn | Tag::Nnp | Tag::Cd);
        let office = singular
            && (word == "one" || NOUNS.get(&word) == Some("person"))
            && self.entity(head).is_none_or(|id| !self.is_named_person(id));
        let end = document.sentences[document.sentence_of(head)].end;
        let after = head + 1..end.min(head + REACH);
        let verb = |i: usize| matches!(document.tokens[i].pos, Pos::Verb | Pos::Aux);
        let mut commas = (after.clone())
            .take_while(|&i| !verb(i) && document.word(i) != "and")
            .filter(|&i| document.word(i) == ",");
        commas.find_map(|comma| {
            let (last, next) = self.person_after(comma)?;
            let closed =
                next >= end || verb(next) || matches!(document.word(next), "," | "." | "(");
            (office && closed).then_some(last)
        })
    }

    /// The last token of the person's name right after token `i`, titles before it left out, and the token after it.
    fn person_after(&self, i: usize) -> Option<(usize, usize)> {
        const TITLES: usize = 3;
        let document = self.document;
        let name = |at: usize| {
            document
                .tokens
                .get(at)
                .is_some_and(|token| token.pos == Pos::Propn)
        };
        (i + 1..=i + 1 + TITLES)
            .take_while(|&at| name(at))
            .find_map(|at| {
                let start = document.tokens[at].span.start;
                let from = self
                    .mentions
                    .partition_point(|(span, _)| span.start < start);
                let &(span, _) = (self.mentions[from..].iter())
                    .take_while(|(span, _)| span.start == start)
                    .find(|&&(_, id)| self.is_named_person(id))?;
                let tokens = document.tokens_in(span);
                Some((tokens.end - 1, tokens.end))
            })
    }

    fn is_named_person(&self, id: EntityId) -> bool {
        self.entities[id.0].kind == EntityType::Person && self.is_named(id)
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
        let finite = |i: usize| matches!(document.tokens[i].tag, Tag::Vbd | Tag::Vbz | Tag::Md);
        let relative = |i: usize| matches!(document.tokens[i].tag, Tag::Wp | Tag::Wdt | Tag::Wrb);
        let after = || head + 1..range.end;
        if let Some(verb) = after().find(|&i| finite(i))
            && !(head + 1..verb).any(relative)
        {
            range.end = verb;
        }
        // "(Photo: A. B.) Officials": what the bracket closes is no part of it.
        let brackets = range.start..head;
        if !brackets.clone().any(|i| document.word(i) == "(")
            && let Some(close) = brackets.rev().find(|&i| document.word(i) == ")")
        {
            range.start = close + 1;
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
