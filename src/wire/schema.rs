//! The report as the outside sees it, field by field: schema `nutgraf/2`. Offsets are in [`Report::unit`].

use serde::{Deserialize, Serialize};

use super::number::{Number, Share};

/// Declares a struct of the wire: serialised and read with camel-case names.
macro_rules! wire {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$field:meta])* $key:ident: $type:ty,)* })*) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
            #[serde(rename_all = "camelCase")]
            pub struct $name { $($(#[$field])* pub(super) $key: $type,)* }
        )*
    };
}

/// A report on the wire: what JSON files and JavaScript objects hold. Made by [`super::write`], read by [`super::read`].
///
/// `E`, `S` and `F` are lists of entities, statements and facts: there as they are read, made one by one as they are written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report<E = Vec<Entity>, S = Vec<Statement>, F = Vec<Fact>> {
    pub(super) schema: String,
    pub(super) unit: String,
    pub(super) engine: String,
    pub(super) model: String,
    pub(super) length: usize,
    pub(super) text_hash: String,
    pub(super) language: String,
    pub(super) title: Option<Span>,
    pub(super) date: Option<String>,
    pub(super) paragraphs: Vec<Span>,
    pub(super) blocks: Vec<Block>,
    pub(super) sentences: Vec<Sentence>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) tokens: Option<Vec<Token>>,
    pub(super) entities: E,
    pub(super) statements: S,
    pub(super) facts: F,
    pub(super) summary: Summary,
}

wire! {
    /// `start` up to `end`.
    #[derive(Copy)]
    pub struct Span { start: usize, end: usize, }

    /// A part of the text and what it is.
    pub struct Block { start: usize, end: usize, kind: String, }

    /// A sentence, with the start of the SHA-256 of its words.
    pub struct Sentence { start: usize, end: usize, digest: String, }

    /// A token with its place in the tree.
    pub struct Token {
        start: usize,
        end: usize,
        lemma: String,
        pos: String,
        tag: String,
        head: usize,
        dep: String,
    }

    /// Someone or something, or a value.
    pub struct Entity {
        id: String,
        #[serde(rename = "type")]
        kind: String,
        name: String,
        aliases: Vec<String>,
        salience: Share,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Value>,
        mentions: Vec<Mention>,
    }

    /// One mention of an entity.
    pub struct Mention {
        start: usize,
        end: usize,
        level: String,
        #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
        kind: Option<String>,
    }

    /// What a date, number or amount is worth.
    pub struct Value {
        kind: String,
        value: Option<Number>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<Number>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        comparator: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        iso: Option<String>,
    }

    /// Who says what.
    pub struct Statement {
        id: String,
        mode: String,
        source: Option<Source>,
        cue: Option<Span>,
        content: Vec<Span>,
        quotations: Vec<Span>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<String>,
        /// Whether somebody claims that the content is so; written for readers, and not read: the confidence says it.
        #[serde(default)]
        claims: bool,
        confidence: Share,
    }

    /// The source of a statement.
    pub struct Source {
        start: usize,
        end: usize,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entity: Option<String>,
        anonymous: bool,
    }

    /// What happened.
    pub struct Fact {
        id: String,
        #[serde(rename = "type")]
        kind: String,
        trigger: Trigger,
        mentions: Vec<Span>,
        roles: Vec<Filler>,
        counts: Vec<Count>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<Place>,
        time: Option<String>,
        polarity: String,
        certainty: String,
        modality: String,
        hedges: Vec<Span>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        loaded: Vec<Span>,
        claims: Vec<Claim>,
        conflicts: Vec<Conflict>,
        relations: Vec<Relation>,
        evidence: Vec<Span>,
        salience: Share,
        confidence: Share,
        line: Option<usize>,
    }

    /// The word that names the event.
    pub struct Trigger { start: usize, end: usize, lemma: String, }

    /// Who or what is in a role.
    pub struct Filler {
        start: usize,
        end: usize,
        role: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entity: Option<String>,
        via: String,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        inherited: bool,
    }

    /// A number of a fact. `figure`: where its digits are, without comparator and unit; not there for numbers in words.
    pub struct Count {
        start: usize,
        end: usize,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        figure: Option<Span>,
        of: String,
        value: Option<Number>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<Number>,
        comparator: String,
        unit: String,
    }

    /// A place given from a landmark.
    pub struct Place {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        distance: Option<Number>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        comparator: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bearing: Option<String>,
        landmark: Span,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<Span>,
    }

    /// One source's commitment to a fact.
    pub struct Claim {
        statement: Option<String>,
        polarity: String,
        certainty: String,
        modality: String,
        counts: Vec<usize>,
    }

    /// Two claims that differ.
    pub struct Conflict { field: String, claims: [usize; 2], kind: String, }

    /// A link to another fact.
    pub struct Relation {
        #[serde(rename = "type")]
        kind: String,
        fact: String,
    }

    /// The fact summary.
    pub struct Summary {
        lines: Vec<Line>,
        main: Option<usize>,
        points: Vec<usize>,
        questions: Questions,
        numbers: Vec<KeyNumber>,
        unsettled: Vec<Unsettled>,
        timeline: Vec<TimelineEntry>,
        actors: Vec<Actor>,
    }

    /// The five Ws and how.
    pub struct Questions {
        who: Option<Answer>,
        what: Option<Answer>,
        when: Option<Answer>,
        #[serde(rename = "where")]
        place: Option<Answer>,
        why: Option<Answer>,
        how: Option<Answer>,
    }

    /// The answer to a question: a slice of the text.
    pub struct Answer {
        start: usize,
        end: usize,
        text: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fact: Option<String>,
    }

    /// A key number.
    pub struct KeyNumber { fact: String, count: usize, line: usize, }

    /// Something not settled.
    pub struct Unsettled { line: usize, fact: String, why: String, }

    /// A sentence of the article, cut down.
    pub struct Line {
        parts: Vec<Part>,
        text: String,
        facts: Vec<String>,
        statement: Option<String>,
        stands: bool,
        confidence: Share,
        weight: Share,
    }

    /// A part of a line.
    pub struct Part {
        start: usize,
        end: usize,
        #[serde(rename = "as")]
        kind: String,
    }

    /// What happened at one time.
    pub struct TimelineEntry { iso: Option<String>, text: Span, lines: Vec<usize>, }

    /// A main actor.
    pub struct Actor { entity: String, did: Vec<String>, undergone: Vec<String>, lines: Vec<usize>, }
}

impl Report {
    /// The unit of the offsets, if it is one that this version knows.
    pub fn unit(&self) -> Option<crate::text::Unit> {
        crate::text::Unit::from_name(&self.unit)
    }
}
