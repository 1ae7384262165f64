//! What the fact stage reads: the trees with, for every token, its entity, its statement and its quantity.

mod phrase;

use crate::document::{Dep, Document, Numbers, Pos, Tag, TokenRange};
use crate::lexicon;
use crate::report::{Entity, EntityId, EntityType, Level, Statement, StatementId};
use crate::statement::Cover;
use crate::text::Span;

use super::quantity::{self, Quantity};

/// Dependents of one token that are looked at. A head with more is not a sentence anyone wrote, and the bound keeps the stage
/// linear.
const MOST_CHILDREN: usize = 64;

/// Tokens of one phrase that are looked at; see [`MOST_CHILDREN`].
const LONGEST_PHRASE: usize = 160;

/// Words of a participle that stays in the phrase it hangs on.
const LONGEST_PARTICIPLE: usize = 12;

/// Steps up a tree; see [`MOST_CHILDREN`].
const DEEPEST: usize = 40;

/// A document as the rules of this stage see it.
pub struct Reading<'a, 't> {
    /// The trees.
    pub document: &'a Document<'t>,
    /// The entities of the document.
    pub entities: &'a [Entity],
    cover: Cover,
    /// For each statement, the one that its claims are made in: of "we think" in a quotation, the quotation.
    speaker: Vec<StatementId>,
    mentions: Vec<Mentioned>,
    mention: Numbers,
    quantities: Vec<Quantity>,
    quantity: Numbers,
    title: TokenRange,
}

/// A mention of an entity, in tokens.
#[derive(Clone, Debug)]
pub struct Mentioned {
    /// Whose.
    pub entity: EntityId,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its kind.
    pub kind: EntityType,
    /// How it refers.
    pub level: Level,
}

/// Whether entities of this kind are values rather than things.
fn is_value(kind: EntityType) -> bool {
    use EntityType as E;
    matches!(
        kind,
        E::Date | E::Time | E::Percent | E::Money | E::Quantity | E::Ordinal | E::Cardinal
    )
}

impl<'a, 't> Reading<'a, 't> {
    /// The reading of a document with mended trees.
    pub fn new(
        document: &'a Document<'t>,
        entities: &'a [Entity],
        statements: &'a [Statement],
    ) -> Self {
        let mut mentions: Vec<Mentioned> = Vec::new();
        for (index, entity) in entities.iter().enumerate() {
            for mention in &entity.mentions {
                mentions.push(Mentioned {
                    entity: EntityId(index),
                    tokens: document.tokens_in(mention.span),
                    kind: mention.kind.unwrap_or(entity.kind),
                    level: mention.level,
                });
            }
        }
        // Longer ones first, so that the shortest that ends on a token is the one that stays.
        mentions.sort_by_key(|m| (std::cmp::Reverse(m.tokens.len()), m.tokens.start, m.entity));
        let mut mention = Numbers::new(document.len());
        for (index, found) in mentions.iter().enumerate() {
            for token in found.tokens.clone().rev().take(LONGEST_PHRASE) {
                mention.replace(token, index);
            }
        }
        let quantities = quantity::read(document, entities);
        let mut quantity = Numbers::new(document.len());
        for (index, found) in quantities.iter().enumerate() {
            quantity.fill(found.tokens.clone(), index);
        }
        let title = document
            .title
            .map_or(0..0, |title| document.tokens_in(title));
        Self {
            document,
            entities,
            cover: Cover::new(document, statements),
            speaker: statements
                .iter()
                .enumerate()
                .map(|(i, _)| speaker(document, statements, i))
                .collect(),
            mentions,
            mention,
            quantities,
            quantity,
            title,
        }
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.document.len()
    }

    /// The dictionary form of token `i`, lower-case.
    pub fn lemma(&self, i: usize) -> String {
        let lemma = self.document.lemma(i).to_lowercase();
        let known = |word: &str| {
            [
                &lexicon::EVENT_VERBS,
                &lexicon::LIGHT_VERBS,
                &lexicon::TRANSPARENT_VERBS,
            ]
            .into_iter()
            .any(|t| t.contains(word))
        };
        // In a headline "Forces" is a name for the tagger, and keeps its plural.
        if matches!(self.tag(i), Tag::Nnps | Tag::Nnp)
            && let Some(singular) = lemma.strip_suffix('s')
            && lexicon::NOUN_CLASSES.contains(singular)
        {
            return singular.to_owned();
        }
        // The lemmatizer cuts "staged" to "stag" and "fined" to "fin".
        if matches!(self.tag(i), Tag::Vbd | Tag::Vbn | Tag::Vbg) && !known(&lemma) {
            let longer = format!("{lemma}e");
            if known(&longer) {
                return longer;
            }
        }
        lemma
    }

    /// The label of the arc from token `i` to its head.
    pub fn dep(&self, i: usize) -> Dep {
        self.document.tokens[i].dep
    }

    /// The fine tag of token `i`.
    pub fn tag(&self, i: usize) -> Tag {
        self.document.tokens[i].tag
    }

    /// The part of speech of token `i`.
    pub fn pos(&self, i: usize) -> Pos {
        self.document.tokens[i].pos
    }

    /// The head of token `i`, `None` at a root.
    pub fn head(&self, i: usize) -> Option<usize> {
        self.document.head(i)
    }

    /// The dependents of token `i`, left to right.
    pub fn children(&self, i: usize) -> impl DoubleEndedIterator<Item = usize> + use<> {
        let children: Vec<usize> = self.document.children(i).take(MOST_CHILDREN).collect();
        children.into_iter()
    }

    /// The dependents of token `i` under label `dep`, left to right.
    pub fn children_by(&self, i: usize, dep: Dep) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children(i)
            .filter(move |&child| self.dep(child) == dep)
    }

    /// The first dependent of token `i` under label `dep`.
    pub fn child(&self, i: usize, dep: Dep) -> Option<usize> {
        self.children_by(i, dep).next()
    }

    /// The heads above token `i`, nearest first.
    pub fn ancestors(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        self.document.ancestors(i).take(DEEPEST)
    }

    /// Whether token `i` is in the headline.
    pub fn in_title(&self, i: usize) -> bool {
        self.title.contains(&i)
    }

    /// The tokens of the headline; empty without one.
    pub fn title(&self) -> TokenRange {
        self.title.clone()
    }

    /// Whether token `i` is a verb form, auxiliaries included.
    pub fn is_verb(&self, i: usize) -> bool {
        matches!(
            self.tag(i),
            Tag::Vb | Tag::Vbd | Tag::Vbg | Tag::Vbn | Tag::Vbp | Tag::Vbz
        )
    }

    /// Whether token `i` is a noun, name or number that can head a noun phrase.
    pub fn is_nominal(&self, i: usize) -> bool {
        matches!(self.pos(i), Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num)
            || matches!(
                self.tag(i),
                Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Cd | Tag::Prp
            )
            || (self.pos(i) == Pos::Det && !matches!(self.dep(i), Dep::Det | Dep::Predet))
    }

    /// The mention whose last words include token `i`; the shortest of several.
    pub fn mention(&self, i: usize) -> Option<&Mentioned> {
        self.mention.get(i).map(|index| &self.mentions[index])
    }

    /// The entity that token `i` heads a mention of; values are none.
    pub fn entity(&self, i: usize) -> Option<EntityId> {
        self.mention(i)
            .filter(|mention| !is_value(mention.kind) && self.heads(i, &mention.tokens))
            .map(|mention| mention.entity)
    }

    /// Whether token `i` heads a mention by name.
    pub fn is_named(&self, i: usize) -> bool {
        self.mention(i)
            .is_some_and(|m| m.level == Level::Named && self.heads(i, &m.tokens))
    }

    /// The kind of entity that token `i` heads a mention of.
    pub fn kind(&self, i: usize) -> Option<EntityType> {
        self.mention(i)
            .filter(|mention| self.heads(i, &mention.tokens))
            .map(|mention| mention.kind)
    }

    /// Whether the head of token `i` lies outside `tokens`.
    fn heads(&self, i: usize, tokens: &TokenRange) -> bool {
        self.head(i).is_none_or(|head| !tokens.contains(&head))
    }

    /// The quantity that token `i` is part of.
    pub fn quantity(&self, i: usize) -> Option<&Quantity> {
        self.quantity.get(i).map(|index| &self.quantities[index])
    }

    /// The nearest statement that token `i` is part of the content of; `None` is the article itself.
    pub fn statement(&self, i: usize) -> Option<StatementId> {
        self.cover.innermost(i).map(|id| self.speaker[id.0])
    }

    /// The statement whose cue token `i` is part of.
    pub fn cue(&self, i: usize) -> Option<StatementId> {
        self.cover.cue(i).map(|id| self.speaker[id.0])
    }

    /// The statement whose source token `i` is part of.
    pub fn source(&self, i: usize) -> Option<StatementId> {
        self.cover.source(i)
    }

    /// Whether the noun at `i` is of this class (`noun_classes.tsv`, or its kind of entity).
    pub fn is_class(&self, i: usize, class: &str) -> bool {
        let by_kind = match self.kind(i) {
            Some(EntityType::Person) => class == "person",
            Some(EntityType::Norp) => class == "person" || class == "group",
            Some(_) | None
                if class == "person"
                    && self.mention(i).is_some_and(|m| m.kind == EntityType::Norp)
                    && self.tag(i) == Tag::Nnps =>
            {
                true
            }
            Some(EntityType::Org) => class == "group",
            Some(EntityType::Gpe) => class == "place" || class == "group",
            Some(EntityType::Loc) => class == "place",
            Some(EntityType::Fac) => class == "place" || class == "building",
            Some(EntityType::Money) => class == "money",
            Some(EntityType::Date | EntityType::Time) => class == "time",
            Some(EntityType::Weapon) => class == "weapon",
            Some(EntityType::Platform) => class == "weapon" || class == "vehicle",
            Some(EntityType::Vehicle) => class == "vehicle",
            Some(EntityType::Law) => class == "rule",
            _ => false,
        };
        if by_kind {
            return true;
        }
        if self.pos(i) == Pos::Pron {
            let word = self.document.lower(i);
            return class == "person"
                && matches!(
                    word.as_str(),
                    "i" | "me"
                        | "he"
                        | "him"
                        | "she"
                        | "her"
                        | "we"
                        | "us"
                        | "who"
                        | "whom"
                        | "they"
                        | "them"
                        | "everyone"
                        | "someone"
                        | "nobody"
                        | "anyone"
                        | "himself"
                        | "herself"
                        | "themselves"
                );
        }
        if let Some(number) = self.quantity(i)
            && self.tag(i) == Tag::Cd
        {
            return match class {
                "money" => {
                    number.unit.len() == 3 && number.unit.bytes().all(|b| b.is_ascii_uppercase())
                }
                "number" => true,
                "person" => number.unit == "person",
                _ => false,
            };
        }
        has_class(&self.lemma(i), class)
    }

    /// The heads that are joined to `i` by "and" or "or", `i` first.
    pub fn conjuncts(&self, i: usize) -> Vec<usize> {
        let mut all = vec![i];
        let mut next = 0;
        while next < all.len() && all.len() < MOST_CHILDREN {
            let head = all[next];
            all.extend(self.children_by(head, Dep::Conj).filter(|&child| {
                self.is_nominal(child)
                    && self.own_subject(child).is_none()
                    && self.document.word(child).contains(char::is_alphanumeric)
            }));
            next += 1;
        }
        all.sort_unstable();
        all
    }

    /// The subject that hangs on `i` itself, expletives left out.
    pub fn own_subject(&self, i: usize) -> Option<usize> {
        self.children(i).rfind(|&child| {
            matches!(
                self.dep(child),
                Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj | Dep::Csubjpass
            )
        })
    }

    /// The particle of a phrasal verb ("out" of "carried out").
    pub fn particle(&self, i: usize) -> Option<usize> {
        self.child(i, Dep::Prt)
    }

    /// Whether the verb at `i` is passive, also without an auxiliary ("killed in X", second verb of "was killed or injured").
    pub fn is_passive(&self, i: usize) -> bool {
        let mut verb = i;
        for _ in 0..DEEPEST {
            if self
                .children(verb)
                .any(|c| matches!(self.dep(c), Dep::Auxpass | Dep::Nsubjpass | Dep::Agent))
            {
                return true;
            }
            let have = self
                .children_by(verb, Dep::Aux)
                .any(|c| self.lemma(c) == "have");
            if have || !matches!(self.tag(verb), Tag::Vbn | Tag::Vbd) {
                return false;
            }
            match (self.dep(verb), self.head(verb)) {
                (Dep::Acl, _) => return self.own_subject(verb).is_none(),
                (Dep::Conj, Some(head))
                    if self.tag(verb) == Tag::Vbn
                        && self.own_subject(verb).is_none()
                        && self.is_verb(head) =>
                {
                    verb = head;
                }
                // "with ten people killed", "five killed", "surrounded by fans, she …"
                _ => return self.tag(verb) == Tag::Vbn,
            }
        }
        false
    }

    /// The bytes of these tokens.
    pub fn span(&self, tokens: TokenRange) -> Span {
        self.document.span(tokens)
    }
}

/// The statement that speaks in statement `index`: itself, or the quotation around it where the source is "I" or "we".
fn speaker(document: &Document, statements: &[Statement], index: usize) -> StatementId {
    let mut at = index;
    for _ in 0..8 {
        let first_person = statements[at].source.as_ref().is_some_and(|source| {
            matches!(
                source.span.of(document.text()).to_lowercase().as_str(),
                "i" | "we" | "me" | "us"
            )
        });
        match statements[at].within {
            Some(outer) if first_person && outer.0 < statements.len() => at = outer.0,
            _ => break,
        }
    }
    StatementId(at)
}

/// Whether the noun with this dictionary form is of a class of `noun_classes.tsv`.
pub fn has_class(lemma: &str, class: &str) -> bool {
    lexicon::NOUN_CLASSES
        .get(lemma)
        .is_some_and(|classes| classes.split(' ').any(|c| c == class))
}
