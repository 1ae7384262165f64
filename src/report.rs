//! The report: plain public data in the outside's words. Every offset is in bytes of the analysed text; [`crate::wire`]
//! converts them for JavaScript and Python.

mod summary;

use std::borrow::Cow;
use std::fmt;

pub use summary::{
    Actor, Answer, KeyNumber, Line, LineIndex, Part, PartKind, Question, Summary, TimelineEntry,
    Unsettled, Unsettling,
};

pub use crate::document::BlockKind;
use crate::document::{Dep, Pos, names};
use crate::text::Span;

/// What an article says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The program that made it: name and version.
    pub engine: String,
    /// The weights it was made with: name and version; empty without a network.
    pub model: String,
    /// The language of the text: `en`.
    pub language: String,
    /// Length of the text in bytes.
    pub length: usize,
    /// SHA-256 of the text's UTF-8, in lower-case hex.
    pub text_hash: String,
    /// The headline.
    pub title: Option<Span>,
    /// The article's date, `YYYY-MM-DD`: given, or read from its dateline.
    pub date: Option<String>,
    /// The paragraphs, in order; the headline is one. What a page prints as `¶1` is the first that is not the headline.
    pub paragraphs: Vec<Span>,
    /// What the parts of the text are, in order; together they cover its words. What is no prose makes no line.
    pub blocks: Vec<Block>,
    /// The sentences, in order.
    pub sentences: Vec<Span>,
    /// Of each sentence, the first 16 hex digits of the SHA-256 of its words: what proves it unchanged in an edited text.
    pub digests: Vec<String>,
    /// The tokens, if they were asked for.
    pub tokens: Option<Vec<ReportToken>>,
    /// People, groups, places, things, values, each with its mentions. `EntityId(i)` is index `i`.
    pub entities: Vec<Entity>,
    /// Who says what. `StatementId(i)` is index `i`.
    pub statements: Vec<Statement>,
    /// What happened, or is said to have. `FactId(i)` is index `i`.
    pub facts: Vec<Fact>,
    /// The fact summary.
    pub summary: Summary,
}

impl Report {
    /// The entity with this id; `None` if the report has none.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.0)
    }

    /// The statement with this id; `None` if the report has none.
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.get(id.0)
    }

    /// The fact with this id; `None` if the report has none.
    pub fn fact(&self, id: FactId) -> Option<&Fact> {
        self.facts.get(id.0)
    }

    /// Number that is printed beside the paragraph with this index: from 1, and 0 for the headline.
    ///
    /// ```
    /// use nutgraf::{Report, Span};
    /// let paragraphs = vec![Span::new(0, 4), Span::new(6, 20)];
    /// let plain = Report { paragraphs, ..Report::default() };
    /// let titled = Report { title: Some(Span::new(0, 4)), ..plain.clone() };
    /// assert_eq!((plain.paragraph_number(0), plain.paragraph_number(1)), (1, 2));
    /// assert_eq!((titled.paragraph_number(0), titled.paragraph_number(1)), (0, 1));
    /// ```
    pub fn paragraph_number(&self, index: usize) -> usize {
        let titled = (self.title.zip(self.paragraphs.first()))
            .is_some_and(|(title, first)| first.contains(title));
        (index + 1).saturating_sub(usize::from(titled))
    }

    /// Index of the paragraph that holds the place, a byte offset: the last one to start at or before it. O(log paragraphs).
    pub fn paragraph_at(&self, place: usize) -> usize {
        let before = (self.paragraphs).partition_point(|paragraph| paragraph.start <= place);
        before.saturating_sub(1)
    }
}

/// Declares the index of an item of a report, which is written as a letter and its number from 1 on.
macro_rules! ids {
    ($($(#[$meta:meta])* $type:ident = $letter:literal;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $type(pub usize);

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{}"), self.0.saturating_add(1))
            }
        }
    )*};
}

ids! {
    /// Index into [`Report::entities`].
    ///
    /// ```
    /// assert_eq!(nutgraf::report::EntityId(0).to_string(), "e1");
    /// ```
    EntityId = "e";
    /// Index into [`Report::statements`].
    ///
    /// ```
    /// assert_eq!(nutgraf::report::StatementId(1).to_string(), "s2");
    /// ```
    StatementId = "s";
    /// Index into [`Report::facts`].
    ///
    /// ```
    /// assert_eq!(nutgraf::report::FactId(9).to_string(), "f10");
    /// ```
    FactId = "f";
}

/// A part of the text and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A token as the report shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportToken {
    /// Its words.
    pub span: Span,
    /// Dictionary form.
    pub lemma: String,
    /// Coarse part of speech.
    pub pos: Pos,
    /// Fine tag.
    pub tag: crate::document::Tag,
    /// Index of its head; its own at a root.
    pub head: usize,
    /// Label of the arc to the head.
    pub dep: Dep,
}

names! {
    /// What kind of thing an entity is: OntoNotes' eighteen and three of our own.
    pub enum EntityType {
        Person = "PERSON", Norp = "NORP", Org = "ORG", Gpe = "GPE", Loc = "LOC", Fac = "FAC", Event = "EVENT",
        Product = "PRODUCT", WorkOfArt = "WORK_OF_ART", Law = "LAW", Language = "LANGUAGE", Date = "DATE", Time = "TIME",
        Percent = "PERCENT", Money = "MONEY", Quantity = "QUANTITY", Ordinal = "ORDINAL", Cardinal = "CARDINAL",
        Weapon = "WEAPON", Platform = "PLATFORM", Vehicle = "VEHICLE",
    }
}

names! {
    /// How a mention refers: by name, by description, by pronoun.
    pub enum Level { Named = "named", Nominal = "nominal", Pronoun = "pronoun", }
}

/// Someone or something the article speaks of, or a value in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its kind.
    pub kind: EntityType,
    /// The fullest form of its name, as written at one of its mentions.
    pub name: String,
    /// Other forms, as written; no pronouns.
    pub aliases: Vec<String>,
    /// 0 to 1: how much of the article is about it.
    pub salience: f32,
    /// What a date, number or amount is worth.
    pub value: Option<Value>,
    /// Where it is mentioned, in order of the text.
    pub mentions: Vec<Mention>,
}

impl Entity {
    /// Whether it is called by a name anywhere.
    pub fn is_named(&self) -> bool {
        (self.mentions.iter()).any(|mention| mention.level == Level::Named)
    }
}

/// One mention of an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its words.
    pub span: Span,
    /// How it refers.
    pub level: Level,
    /// Its kind where that differs from the entity's.
    pub kind: Option<EntityType>,
}

names! {
    /// What a value measures.
    pub enum ValueKind {
        Count = "count", Quantity = "quantity", Money = "money", Percent = "percent", Ordinal = "ordinal", Date = "date",
        Time = "time", Duration = "duration", Age = "age",
    }
}

names! {
    /// How a number stands to the true one.
    pub enum Comparator {
        Equal = "=", More = ">", AtLeast = ">=", Less = "<", AtMost = "<=", About = "~", Range = "range", Vague = "vague",
    }
}

/// The meaning of a date, number or amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// What it measures.
    pub kind: ValueKind,
    /// The number, scale applied; `None` for "dozens" and for dates.
    pub value: Option<f64>,
    /// The upper end of a range.
    pub max: Option<f64>,
    /// How the number stands to the true one; `None` for dates.
    pub comparator: Option<Comparator>,
    /// `km`, `USD`, `person`, `year` …
    pub unit: Option<String>,
    /// A date or range: `2015-09-11`, `2006-03`, `2014/2017`, `2012/` (since), `--11-24` (year unknown).
    pub iso: Option<String>,
}

impl Value {
    /// A value of which only the kind is known.
    pub(crate) fn of(kind: ValueKind) -> Self {
        Self {
            kind,
            value: None,
            max: None,
            comparator: None,
            unit: None,
            iso: None,
        }
    }
}

names! {
    /// How words are attributed to a source.
    pub enum Mode {
        Direct = "direct", Mixed = "mixed", Paraphrase = "paraphrase", AccordingTo = "according_to", Nominal = "nominal",
    }
}

/// A quotation or a report of speech or thought: who says what.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// How it is attributed.
    pub mode: Mode,
    /// Who says it; `None` if the text does not tell.
    pub source: Option<Source>,
    /// The word that says so ("said", "according to").
    pub cue: Option<Span>,
    /// What is said, quotation marks included; several spans where a cue stands in between.
    pub content: Vec<Span>,
    /// The parts that are verbatim, quotation marks included.
    pub quotations: Vec<Span>,
    /// The statement that quotes this one.
    pub within: Option<StatementId>,
    /// 0 to 1; see [`Statement::claims`].
    pub confidence: f32,
}

impl Statement {
    /// From this confidence on a statement claims that its content is so; below, it tells a stance ("rejected the plan", "vowed to
    /// stay").
    pub const CLAIMS: f32 = 0.5;

    /// Whether somebody claims that the content is so: what is listed as "who says what".
    pub fn claims(&self) -> bool {
        self.confidence >= Self::CLAIMS
    }
}

/// The source of a statement, at its mention.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its words: the noun phrase before its apposition and relative clause.
    pub span: Span,
    /// Who that is.
    pub entity: Option<EntityId>,
    /// Whether the source has no name in the article ("a U.S. military official").
    pub anonymous: bool,
}

names! {
    /// The part something plays in an event.
    pub enum Role {
        Agent = "agent", Patient = "patient", Recipient = "recipient", Instrument = "instrument", Place = "place",
        Origin = "origin", Destination = "destination", Time = "time", Cause = "cause", Purpose = "purpose", Topic = "topic",
    }
}

names! {
    /// Whether the event is said to be so or not to be so.
    pub enum Polarity { Asserted = "asserted", Negated = "negated", }
}

names! {
    /// How sure the nearest source is.
    pub enum Certainty {
        Certain = "certain", Probable = "probable", Possible = "possible", Unknown = "unknown",
        Counterfactual = "counterfactual",
    }
}

names! {
    /// Whether the event is a matter of fact, of the future, of will, or of supposition.
    pub enum Modality {
        Actual = "actual", Future = "future", Intended = "intended", Requested = "requested",
        Hypothetical = "hypothetical", Generic = "generic",
    }
}

names! {
    /// What happened: thirty types in nine groups.
    pub enum FactType {
        Attack = "conflict.attack", Seize = "conflict.seize", Protest = "conflict.protest",
        Die = "harm.die", Injure = "harm.injure", Damage = "harm.damage", Disaster = "harm.disaster", Rescue = "harm.rescue",
        Go = "move.go",
        Meet = "rel.meet", Agree = "rel.agree", Cooperate = "rel.cooperate", Aid = "rel.aid",
        State = "say.state", Judge = "say.judge", Request = "say.request", Refuse = "say.refuse", Commit = "say.commit",
        Rule = "gov.rule", Arrest = "gov.arrest", Regulate = "gov.regulate", Vote = "gov.vote", Office = "gov.office",
        Trade = "econ.trade", Enterprise = "econ.enterprise", Change = "econ.change",
        Investigate = "know.investigate", Find = "know.find",
        Be = "state.be", Occur = "state.occur",
    }
}

/// One event or state, with all its mentions and claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What happened.
    pub kind: FactType,
    /// The word that names the event.
    pub trigger: Span,
    /// The trigger's dictionary form.
    pub lemma: String,
    /// Other words for the same event, in order of the text.
    pub mentions: Vec<Span>,
    /// Who and what takes part.
    pub roles: Vec<RoleFiller>,
    /// How many, how far.
    pub counts: Vec<Count>,
    /// Where, as distance and bearing from a landmark.
    pub place: Option<RelativePlace>,
    /// When, as ISO date or range; see [`Value::iso`].
    pub time: Option<String>,
    /// As the first claim has it.
    pub polarity: Polarity,
    /// As the first claim has it.
    pub certainty: Certainty,
    /// As the first claim has it.
    pub modality: Modality,
    /// The words that lower the certainty.
    pub hedges: Vec<Span>,
    /// Words in scare quotes: the source's judgement.
    pub loaded: Vec<Span>,
    /// Who says so: one claim a statement.
    pub claims: Vec<Claim>,
    /// Where claims differ.
    pub conflicts: Vec<Conflict>,
    /// How it stands to other facts.
    pub relations: Vec<Relation>,
    /// The sentences it stands on; contain the trigger, the mentions and every filler that is not inherited.
    pub evidence: Vec<Span>,
    /// 0 to 1: how much it matters to the article.
    pub salience: f32,
    /// 0 to 1: how sure the engine is to have read it rightly.
    pub confidence: f32,
    /// The line that tells it first; `None` where no line's words hold its trigger or another mention.
    pub line: Option<LineIndex>,
}

impl Fact {
    /// The words for it in order of the text's telling: the trigger, then the other mentions.
    pub fn words(&self) -> impl Iterator<Item = Span> {
        std::iter::once(self.trigger).chain(self.mentions.iter().copied())
    }
}

/// Someone or something in a role of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleFiller {
    /// The role.
    pub role: Role,
    /// Its words.
    pub span: Span,
    /// Who that is.
    pub entity: Option<EntityId>,
    /// The rule that found it.
    pub via: Cow<'static, str>,
    /// Whether it was taken over from another clause.
    pub inherited: bool,
}

/// What a count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CountOf {
    /// The filler of a role.
    Role(Role),
    /// The event itself ("three times", "300 strikes").
    Event,
    /// How far.
    Distance,
}

/// A number in a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    /// Its words, comparator included.
    pub span: Span,
    /// What it counts.
    pub of: CountOf,
    /// The number; `None` for "dozens".
    pub value: Option<f64>,
    /// Upper end of a range.
    pub max: Option<f64>,
    /// How it stands to the true number.
    pub comparator: Comparator,
    /// `person`, `round`, `km` …
    pub unit: String,
}

names! {
    /// A direction of the compass.
    pub enum Bearing {
        North = "N", NorthEast = "NE", East = "E", SouthEast = "SE", South = "S", SouthWest = "SW", West = "W",
        NorthWest = "NW",
    }
}

/// A place given from a landmark: "approximately 8 kilometers east of X in Y".
#[derive(Clone, Debug, PartialEq)]
pub struct RelativePlace {
    /// How far.
    pub distance: Option<f64>,
    /// Unit of the distance.
    pub unit: Option<String>,
    /// How the distance stands to the true one.
    pub comparator: Option<Comparator>,
    /// In what direction from the landmark.
    pub bearing: Option<Bearing>,
    /// From where.
    pub landmark: Span,
    /// In what larger place.
    pub within: Option<Span>,
}

/// One source's commitment to a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Whose; `None` is the article itself.
    pub statement: Option<StatementId>,
    /// Whether the source says it is so.
    pub polarity: Polarity,
    /// How sure the source is.
    pub certainty: Certainty,
    /// Of what kind the claim is.
    pub modality: Modality,
    /// Indices into the fact's counts that this source gives.
    pub counts: Vec<usize>,
}

names! {
    /// Whether two claims can both be true.
    pub enum ConflictKind { Compatible = "compatible", Contradictory = "contradictory", }
}

/// Two claims that differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// In what: `counts.patient`, …
    pub field: String,
    /// Indices into the fact's claims.
    pub claims: [usize; 2],
    /// Whether both can be true.
    pub kind: ConflictKind,
}

names! {
    /// How one fact stands to another.
    pub enum RelationKind {
        Causes = "causes", CausedBy = "caused_by", PartOf = "part_of", Before = "before", Contradicts = "contradicts",
    }
}

/// A link to another fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// How.
    pub kind: RelationKind,
    /// To which.
    pub fact: FactId,
}
