//! What the summary reads: an article's stages together, with look-ups.

use crate::document::{Document, Numbers, Pos, Tag};
use crate::report::{
    Claim, Entity, EntityId, EntityType, Fact, FactId, Level, Statement, StatementId,
};
use crate::text::Span;

/// An article as the stages before left it.
pub struct Article<'a, 't> {
    /// Tokens and trees.
    pub document: &'a Document<'t>,
    /// Who and what.
    pub entities: &'a [Entity],
    /// Who says what.
    pub statements: &'a [Statement],
    /// What happened.
    pub facts: &'a [Fact],
    cue: Vec<bool>,
    /// The innermost statement that each token is content of.
    statement: Numbers,
    entity: Numbers,
    /// The pronouns, in order, and who they are.
    pronouns: Vec<(Span, EntityId)>,
    /// Of each entity, which of its mentions is its first by its name, and its first by other words.
    first: Vec<[Option<u32>; 2]>,
    /// The tokens at which facts are told, in order, and which.
    told: Vec<(usize, FactId)>,
}

/// The first mention of an entity by its name, and the first by other words, none of them a pronoun; outside the headline if any is.
fn first_mentions(document: &Document, entity: &Entity) -> [Option<u32>; 2] {
    let mentions = || {
        let all = entity.mentions.iter().zip(0u32..);
        all.filter(|(it, _)| it.level != Level::Pronoun)
    };
    let in_title = |span: Span| document.title.is_some_and(|title| title.contains(span));
    let outside = mentions().any(|(it, _)| !in_title(it.span));
    [true, false].map(|named| {
        mentions()
            .filter(|(it, _)| in_title(it.span) != outside)
            .filter(|(it, _)| (it.span.of(document.text()) == entity.name) == named)
            .max_by_key(|(it, _)| std::cmp::Reverse(it.span.start))
            .map(|(_, at)| at)
    })
}

impl<'a, 't> Article<'a, 't> {
    /// The article with its look-ups. O(tokens + mentions + contents).
    pub fn new(
        document: &'a Document<'t>,
        entities: &'a [Entity],
        statements: &'a [Statement],
        facts: &'a [Fact],
    ) -> Self {
        let mut cue = vec![false; document.len()];
        let mut contents: Vec<(Span, StatementId)> = Vec::new();
        for (i, statement) in statements.iter().enumerate() {
            if let Some(span) = statement.cue {
                cue[document.tokens_in(span)].fill(true);
            }
            contents.extend(statement.content.iter().map(|&span| (span, StatementId(i))));
        }
        // Longer contents first: the innermost is written last.
        contents.sort_by_key(|(span, id)| (std::cmp::Reverse(span.len()), *id));
        let mut statement = Numbers::new(document.len());
        for (span, id) in contents {
            statement.fill(document.tokens_in(span), id.0);
        }
        let mut mentions: Vec<(Span, EntityId)> = (entities.iter().enumerate())
            .flat_map(|(i, entity)| entity.mentions.iter().map(move |it| (it.span, EntityId(i))))
            .collect();
        mentions.sort_by_key(|(span, id)| (std::cmp::Reverse(span.len()), *id));
        let mut entity = Numbers::new(document.len());
        for (span, id) in mentions {
            entity.fill(document.tokens_in(span), id.0);
        }
        let mut pronouns: Vec<(Span, EntityId)> = (entities.iter().enumerate())
            .flat_map(|(i, entity)| entity.mentions.iter().map(move |it| (it, EntityId(i))))
            .filter(|(mention, _)| mention.level == Level::Pronoun)
            .map(|(mention, id)| (mention.span, id))
            .collect();
        pronouns.sort_unstable();
        let mut article = Self {
            document,
            entities,
            statements,
            facts,
            cue,
            statement,
            entity,
            pronouns,
            first: (entities.iter())
                .map(|entity| first_mentions(document, entity))
                .collect(),
            told: Vec::new(),
        };
        article.told = (facts.iter().enumerate())
            .flat_map(|(id, fact)| {
                article
                    .triggers(fact)
                    .into_iter()
                    .map(move |i| (i, FactId(id)))
            })
            .collect();
        article.told.sort_unstable();
        article
    }

    /// Whether token `i` is part of the cue of a statement.
    pub fn is_cue(&self, i: usize) -> bool {
        self.cue[i]
    }

    /// The verb that is the cue of a statement; `None` for nouns and "according to".
    pub fn cue_head(&self, id: StatementId) -> Option<usize> {
        let tokens = self.document.tokens_in(self.statements[id.0].cue?);
        self.head_of(tokens.clone())
            .filter(|&i| is_verb(self.document, i) && !self.is_according(tokens.start))
    }

    /// Whether the cue beginning at this token is a preposition: "according to".
    pub fn is_according(&self, i: usize) -> bool {
        matches!(
            self.document.lower(i).as_str(),
            "according" | "per" | "citing"
        )
    }

    /// The token of a span that hangs on one outside it.
    pub fn head_of(&self, tokens: std::ops::Range<usize>) -> Option<usize> {
        tokens.clone().find(|&i| {
            self.document.tokens[i].pos != Pos::Space
                && self
                    .document
                    .head(i)
                    .is_none_or(|head| !tokens.contains(&head))
        })
    }

    /// The innermost statement that token `i` is content of; `None` is the article itself.
    pub fn statement_at(&self, i: usize) -> Option<StatementId> {
        self.statement.get(i).map(StatementId)
    }

    /// The smallest entity that token `i` is part of.
    pub fn entity_at(&self, i: usize) -> Option<EntityId> {
        self.entity.get(i).map(EntityId)
    }

    /// Whether token `i` is part of a place.
    pub fn is_place(&self, i: usize) -> bool {
        self.entity_at(i).is_some_and(|id| {
            matches!(
                self.entities[id.0].kind,
                EntityType::Gpe | EntityType::Loc | EntityType::Fac
            )
        })
    }

    /// Whether token `i` is in the headline.
    pub fn in_title(&self, i: usize) -> bool {
        let span = self.document.tokens[i].span;
        self.document
            .title
            .is_some_and(|title| title.contains(span))
    }

    /// The words for who the pronoun at `span` is: the fullest mention before it, else any.
    pub fn named(&self, span: Span) -> Option<Span> {
        let at = self.pronouns.partition_point(|(other, _)| *other < span);
        let (_, id) = self.pronouns.get(at).filter(|(other, _)| *other == span)?;
        self.fullest(*id, Some(span.start))
    }

    /// The fullest mention of an entity that is no pronoun, before `limit` if there is one there, outside the headline if it can be.
    pub fn fullest(&self, id: EntityId, limit: Option<usize>) -> Option<Span> {
        let mentions = &self.entities[id.0].mentions;
        let first = self.first[id.0].map(|at| at.map(|at| mentions[at as usize].span));
        let before = |span: &Span| limit.is_none_or(|limit| span.start < limit);
        let mut first = first.into_iter().flatten();
        (first.clone().find(before)).or_else(|| first.next())
    }

    /// The claim that a mention of a fact at token `i` makes.
    pub fn claim_at<'f>(&self, fact: &'f Fact, i: usize) -> Option<&'f Claim> {
        let mut statement = self.statement_at(i);
        let of = |id: Option<StatementId>| fact.claims.iter().find(|claim| claim.statement == id);
        // A claim may belong to an outer statement where the inner one is only a hedge.
        loop {
            match (of(statement), statement) {
                (Some(claim), _) => return Some(claim),
                (None, Some(id)) => statement = self.statements[id.0].within,
                (None, None) => return None,
            }
        }
    }

    /// The facts that are told at token `i`, in their order.
    pub fn told_at(&self, i: usize) -> impl Iterator<Item = FactId> + '_ {
        let from = self.told.partition_point(|&(token, _)| token < i);
        let here = self.told[from..]
            .iter()
            .take_while(move |(token, _)| *token == i);
        here.map(|(_, id)| *id)
    }

    /// The tokens at which a fact is told: its trigger and its other mentions, in order of the text, each once.
    pub fn triggers(&self, fact: &Fact) -> Vec<usize> {
        let mut triggers: Vec<usize> = std::iter::once(fact.trigger)
            .chain(fact.mentions.iter().copied())
            .filter_map(|span| self.head_of(self.document.tokens_in(span)))
            .collect();
        triggers.sort_unstable();
        triggers.dedup();
        triggers
    }
}

/// Whether token `i` is a verb or a modal, by its tag.
pub fn is_verb(document: &Document, i: usize) -> bool {
    use Tag as T;
    matches!(
        document.tokens[i].tag,
        T::Vb | T::Vbd | T::Vbg | T::Vbn | T::Vbp | T::Vbz | T::Md
    )
}
