//! What the summary reads: an article's stages together, with look-ups.

use crate::document::{Dep, Document, Numbers, Pos, Tag, TokenRange};
use crate::lexicon::Gender;
use crate::report::{Entity, EntityId, EntityType, Fact, FactId, Level, Statement, StatementId};
use crate::statement::{Cover, Quotation, quotations};

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
    /// The quotations, nested ones left out, in order.
    pub quotations: Vec<Quotation>,
    /// The mentions of all entities, in order of their starts, longer ones first.
    pub mentions: Vec<Mention>,
    /// Of each entity, which of the mentions are its own.
    of: Vec<Vec<u32>>,
    /// Of each entity, what is known of its sex.
    gender: Vec<Option<Gender>>,
    /// What each token is to the claims.
    cover: Cover,
    /// The smallest mention of each token.
    mention: Numbers,
    /// The tokens at which facts are told, in order, and which.
    told: Vec<(usize, FactId)>,
}

/// A mention with its tokens and its entity.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its tokens.
    pub tokens: TokenRange,
    /// Whose it is.
    pub entity: EntityId,
    /// How it refers.
    pub level: Level,
}

impl<'a, 't> Article<'a, 't> {
    /// The article with its look-ups. O(tokens + mentions + contents).
    pub fn new(
        document: &'a Document<'t>,
        entities: &'a [Entity],
        statements: &'a [Statement],
        facts: &'a [Fact],
    ) -> Self {
        let mentions = mentions(document, entities);
        let mut of = vec![Vec::new(); entities.len()];
        let mut by_length: Vec<u32> = (0..mentions.len() as u32).collect();
        by_length.sort_by_key(|&i| std::cmp::Reverse(mentions[i as usize].tokens.len()));
        let mut mention = Numbers::new(document.len());
        for i in by_length {
            mention.fill(mentions[i as usize].tokens.clone(), i as usize);
        }
        for (i, it) in mentions.iter().enumerate() {
            of[it.entity.0].push(i as u32);
        }
        let mut article = Self {
            document,
            entities,
            statements,
            facts,
            quotations: (quotations(document).into_iter())
                .filter(|quotation| !quotation.nested)
                .collect(),
            mentions,
            of,
            gender: Vec::new(),
            cover: Cover::new(document, statements),
            mention,
            told: Vec::new(),
        };
        article.gender = (0..entities.len())
            .map(|id| article.told_gender(EntityId(id)))
            .collect();
        article.told = (facts.iter().enumerate())
            .flat_map(|(id, fact)| {
                let triggers = article.triggers(fact).into_iter();
                triggers.map(move |i| (i, FactId(id)))
            })
            .collect();
        article.told.sort_unstable();
        article
    }

    /// Whether token `i` is part of the cue of a claim.
    pub fn is_cue(&self, i: usize) -> bool {
        self.cover.cue(i).is_some()
    }

    /// The claim of whose cue token `i` is part.
    pub fn cue_at(&self, i: usize) -> Option<&Statement> {
        self.cover.cue(i).map(|id| &self.statements[id.0])
    }

    /// The token of a span that hangs on one outside it.
    pub fn head_of(&self, tokens: TokenRange) -> Option<usize> {
        tokens.clone().find(|&i| {
            self.document.tokens[i].pos != Pos::Space
                && self
                    .document
                    .head(i)
                    .is_none_or(|head| !tokens.contains(&head))
        })
    }

    /// The innermost claim that token `i` is content of; `None` is the article itself.
    pub fn statement_at(&self, i: usize) -> Option<StatementId> {
        self.cover.innermost(i)
    }

    /// The smallest mention that token `i` is part of.
    pub fn mention_at(&self, i: usize) -> Option<&Mention> {
        self.mention.get(i).map(|at| &self.mentions[at])
    }

    /// Whether token `i` is part of a name.
    pub fn is_name(&self, i: usize) -> bool {
        (self.mention_at(i)).is_some_and(|mention| mention.level == Level::Named)
    }

    /// The smallest entity that token `i` is part of.
    pub fn entity_at(&self, i: usize) -> Option<EntityId> {
        self.mention_at(i).map(|mention| mention.entity)
    }

    /// The kind of the smallest entity that token `i` is part of.
    pub fn kind_at(&self, i: usize) -> Option<EntityType> {
        self.entity_at(i).map(|id| self.entities[id.0].kind)
    }

    /// The mentions that begin in these tokens, in order.
    pub fn mentions_in(&self, tokens: &TokenRange) -> impl Iterator<Item = &Mention> {
        let from = self
            .mentions
            .partition_point(|it| it.tokens.start < tokens.start);
        let end = tokens.end;
        self.mentions[from..]
            .iter()
            .take_while(move |it| it.tokens.start < end)
    }

    /// The mentions of an entity, in order.
    pub fn mentions_of(&self, id: EntityId) -> impl DoubleEndedIterator<Item = &Mention> {
        self.of[id.0].iter().map(|&at| &self.mentions[at as usize])
    }

    /// The last mention of an entity by its name that ends at or before token `i`, at or after token `from`.
    pub fn named_before(&self, id: EntityId, from: usize, i: usize) -> Option<&Mention> {
        let own = &self.of[id.0];
        let end = own.partition_point(|&at| self.mentions[at as usize].tokens.end <= i);
        let before = own[..end]
            .iter()
            .rev()
            .map(|&at| &self.mentions[at as usize]);
        before
            .take_while(|it| it.tokens.start >= from)
            .find(|it| it.level == Level::Named)
    }

    /// The quotation that token `i` stands in.
    pub fn quotation_at(&self, i: usize) -> Option<&Quotation> {
        let at = self.quotations.partition_point(|it| it.tokens.end <= i);
        self.quotations.get(at).filter(|it| it.tokens.contains(&i))
    }

    /// The quotations that share a token with these.
    pub fn quotations_in(&self, tokens: &TokenRange) -> impl Iterator<Item = &Quotation> {
        let from = self
            .quotations
            .partition_point(|it| it.tokens.end <= tokens.start);
        let end = tokens.end;
        self.quotations[from..]
            .iter()
            .take_while(move |it| it.tokens.start < end)
    }

    /// Whether token `i` is part of a place.
    pub fn is_place(&self, i: usize) -> bool {
        matches!(
            self.kind_at(i),
            Some(EntityType::Gpe | EntityType::Loc | EntityType::Fac)
        )
    }

    /// Whether token `i` is in the headline.
    pub fn in_title(&self, i: usize) -> bool {
        let span = self.document.tokens[i].span;
        self.document
            .title
            .is_some_and(|title| title.contains(span))
    }

    /// What is known of somebody's sex.
    pub fn gender(&self, id: EntityId) -> Option<Gender> {
        self.gender[id.0]
    }

    /// What titles and first names tell of somebody's sex. O(mentions of the entity).
    fn told_gender(&self, id: EntityId) -> Option<Gender> {
        let document = self.document;
        self.mentions_of(id).find_map(|mention| {
            let before = mention.tokens.start.checked_sub(1);
            let named = mention.level == Level::Named;
            (mention.tokens.clone().chain(before))
                .find_map(|i| Gender::of_word(document, i))
                .or_else(|| Gender::of_name(document, &mention.tokens).filter(|_| named))
        })
    }

    /// The facts that are told in these tokens, with the token.
    pub fn told_in(&self, tokens: &TokenRange) -> impl Iterator<Item = (usize, FactId)> + '_ {
        let from = self
            .told
            .partition_point(|&(token, _)| token < tokens.start);
        let end = tokens.end;
        self.told[from..]
            .iter()
            .copied()
            .take_while(move |(token, _)| *token < end)
    }

    /// The tokens at which a fact is told: its trigger and its other mentions, in order of the text, each once.
    fn triggers(&self, fact: &Fact) -> Vec<usize> {
        let mut triggers: Vec<usize> = std::iter::once(fact.trigger)
            .chain(fact.mentions.iter().copied())
            .filter_map(|span| self.head_of(self.document.tokens_in(span)))
            .collect();
        triggers.sort_unstable();
        triggers.dedup();
        triggers
    }
}

/// All mentions, in order of their starts, longer ones first.
fn mentions(document: &Document, entities: &[Entity]) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = (entities.iter().enumerate())
        .flat_map(|(i, entity)| {
            entity.mentions.iter().map(move |it| Mention {
                tokens: document.tokens_in(it.span),
                entity: EntityId(i),
                level: it.level,
            })
        })
        .filter(|mention| !mention.tokens.is_empty())
        .collect();
    mentions.sort_by_key(|it| (it.tokens.start, std::cmp::Reverse(it.tokens.end), it.entity));
    mentions
}

/// Whether token `i` is the subject of a clause.
pub fn is_subject(document: &Document, i: usize) -> bool {
    matches!(document.tokens[i].dep, Dep::Nsubj | Dep::Nsubjpass)
}

/// Whether token `i` is a verb or a modal, by its tag.
pub fn is_verb(document: &Document, i: usize) -> bool {
    use Tag as T;
    matches!(
        document.tokens[i].tag,
        T::Vb | T::Vbd | T::Vbg | T::Vbn | T::Vbp | T::Vbz | T::Md
    )
}
