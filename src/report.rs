//! The report: plain public data in the outside's words. Every offset is in bytes of the analysed text; [`crate::wire`]
//! converts them for JavaScript and Python.

use std::borrow::Cow;

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

/// Index into [`Report::entities`]; `e1` on the wire for index 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub usize);

/// Index into [`Report::statements`]; `s1` on the wire for index 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId(pub usize);

/// Index into [`Report::facts`]; `f1` on the wire for index 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub usize);

/// A part of the text and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

names! {
    /// What a part of a text is.
    pub enum BlockKind {
        Title = "title", Standfirst = "standfirst", Byline = "byline", Dateline = "dateline", Timestamp = "timestamp",
        Caption = "caption", Credit = "credit", Promo = "promo", List = "list", Table = "table", Question = "question",
        Prose = "prose",
    }
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
    /// 0 to 1.
    pub confidence: f32,
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

/// Index into [`Summary::lines`]; a plain number on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineIndex(pub usize);

/// The fact summary: lines in the article's own words, and orders of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// What the article states, a line a sentence of its prose, in order of the text. The same sentence never makes two lines.
    pub lines: Vec<Line>,
    /// The line that tells the news; `None` of a text without a sentence that could.
    pub main: Option<LineIndex>,
    /// The key points, the main line among them, in order of the text. Each is understood by who has read those before it.
    pub points: Vec<LineIndex>,
    /// Who, what, when, where, why, how of the main line's event, in this order; `None` where the text does not plainly say.
    pub questions: [Option<Answer>; 6],
    /// Key numbers, weightiest first.
    pub numbers: Vec<KeyNumber>,
    /// What is not settled, in order of the text.
    pub unsettled: Vec<Unsettled>,
    /// What has a time of its own, in order of time.
    pub timeline: Vec<TimelineEntry>,
    /// Who did what, and what was done to whom.
    pub actors: Vec<Actor>,
}

impl Summary {
    /// The line with this index; `None` if the summary has none.
    pub fn line(&self, index: LineIndex) -> Option<&Line> {
        self.lines.get(index.0)
    }
}

/// A sentence of the article, or up to three neighbours, cut down: spans of the text and nothing else.
///
/// Words and omissions tile the text from the first to the last of them, white space apart; inserts and the source stand elsewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The parts, in the order in which they are shown.
    pub parts: Vec<Part>,
    /// The parts joined by [`Line::join`].
    pub text: String,
    /// The facts that its words tell, in their order: each has its trigger or another mention in them.
    pub facts: Vec<FactId>,
    /// The statement that its words are content of, where the whole line is one.
    pub statement: Option<StatementId>,
    /// Whether it is understood where it stands: a key point after those before it, another line by itself.
    pub stands: bool,
    /// 0 to 1: how often a strict reader lets such a line stand.
    pub confidence: f32,
    /// 0 to 1: how much the article needs it.
    pub weight: f32,
}

impl Line {
    /// From the first to the last of its words in the text, what is left out between included.
    pub fn extent(&self) -> Span {
        (self.parts.iter())
            .filter(|part| matches!(part.kind, PartKind::Words | PartKind::Omission))
            .map(|part| part.span)
            .reduce(Span::join)
            .unwrap_or_default()
    }

    /// Whether the words of the span are among those that the line shows, none of them left out. For spans of whole words.
    ///
    /// ```
    /// use nutgraf::report::{Line, Part, PartKind};
    /// use nutgraf::Span;
    /// // "But she denied it." without its first word.
    /// let part = |kind, start, end| Part { kind, span: Span::new(start, end) };
    /// let parts = vec![part(PartKind::Omission, 0, 3), part(PartKind::Words, 4, 18)];
    /// let line = Line { parts, ..Line::default() };
    /// assert!(line.holds(Span::new(8, 14)) && !line.holds(Span::new(0, 7)));
    /// ```
    pub fn holds(&self, span: Span) -> bool {
        let omitted = |part: &Part| part.kind == PartKind::Omission && part.span.overlaps(span);
        self.extent().contains(span) && !self.parts.iter().any(omitted)
    }

    /// What is shown of these parts: words as they stand, white space as one space, `[insert]`, `…` for what is left out, and the
    /// source after a dash.
    ///
    /// ```
    /// use nutgraf::report::{Line, Part, PartKind};
    /// use nutgraf::Span;
    /// let text = "Ana Ruiz spoke. But she denied it.";
    /// let part = |kind, start, end| Part { kind, span: Span::new(start, end) };
    /// let parts = [part(PartKind::Omission, 16, 20), part(PartKind::Words, 20, 23), part(PartKind::Insert, 0, 8), part(PartKind::Words, 24, 34)];
    /// assert_eq!(Line::join(&parts, text), "… she [Ana Ruiz] denied it.");
    /// ```
    pub fn join(parts: &[Part], text: &str) -> String {
        let pieces = Self::pieces(parts, text).into_iter();
        pieces.map(|(_, words)| words).collect()
    }

    /// What is shown of each of these parts, the space before it included: one after the other they are [`Line::join`].
    pub fn pieces(parts: &[Part], text: &str) -> Vec<(PartKind, String)> {
        let mut pieces: Vec<(PartKind, String)> = Vec::new();
        // The part before that tiles the text: where it ends, and whether it is left out.
        let mut before: Option<(usize, bool)> = None;
        for part in parts {
            let words = part.span.of(text);
            let mut piece = String::new();
            match part.kind {
                PartKind::Words | PartKind::Omission => {
                    let omitted = part.kind == PartKind::Omission;
                    let (end, after_omission) = before.unwrap_or((part.span.start, false));
                    let gap = text.get(end..part.span.start).unwrap_or(" ");
                    let last = pieces.last().map_or("", |(_, words)| words.as_str());
                    let meets_word = match (omitted, after_omission) {
                        (true, _) => last.ends_with(char::is_alphanumeric),
                        (_, true) => words.starts_with(char::is_alphanumeric),
                        _ => false,
                    };
                    if !pieces.is_empty() && (!gap.is_empty() || meets_word) {
                        piece.push(' ');
                    }
                    match omitted {
                        true => piece.push('…'),
                        false => push_words(&mut piece, words),
                    }
                    before = Some((part.span.end, omitted));
                }
                PartKind::Insert => {
                    piece.push_str(" [");
                    push_words(&mut piece, words);
                    piece.push(']');
                }
                PartKind::Source => {
                    piece.push_str(" — ");
                    push_words(&mut piece, words);
                }
            }
            pieces.push((part.kind, piece));
        }
        pieces
    }
}

/// Adds words, every run of white space as one space.
fn push_words(line: &mut String, words: &str) {
    for (i, word) in words.split_whitespace().enumerate() {
        if i > 0 {
            line.push(' ');
        }
        line.push_str(word);
    }
}

/// A part of a line: a span of the text and what it is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is there for; `as` on the wire.
    pub kind: PartKind,
    /// Where it stands in the article.
    pub span: Span,
}

names! {
    /// What a part of a line is there for.
    pub enum PartKind {
        /// Words of the line, as they stand.
        Words = "words",
        /// Whom or what the words before mean, or who that is, as it stands elsewhere in the article.
        Insert = "insert",
        /// What is left out: shown as an ellipsis.
        Omission = "omission",
        /// Who says the words, where they do not say it themselves.
        Source = "source",
    }
}

/// The answer to one of the five Ws and how: a slice of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Where it stands.
    pub span: Span,
    /// Its words: that slice.
    pub text: String,
    /// The fact it is from.
    pub fact: Option<FactId>,
}

/// A key number: a count of a fact and the line it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyNumber {
    /// The fact it belongs to.
    pub fact: FactId,
    /// Index into the fact's counts.
    pub count: usize,
    /// The line whose words hold it.
    pub line: LineIndex,
}

/// Something that is not settled, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsettled {
    /// The line whose words tell it.
    pub line: LineIndex,
    /// Which fact of it.
    pub fact: FactId,
    /// Why.
    pub why: Unsettling,
}

names! {
    /// Why something is not settled.
    pub enum Unsettling {
        /// Somebody alleges it.
        Alleged = "alleged",
        /// Somebody denies it.
        Denied = "denied",
        /// Two sources differ.
        Disputed = "disputed",
        /// Nobody could verify it.
        Unverified = "unverified",
        /// It is told as likely.
        Probable = "probable",
        /// It is told as possible.
        Possible = "possible",
        /// It is intended, asked for or to come.
        Planned = "planned",
        /// It depends on a condition.
        Conditional = "conditional",
    }
}

/// What happened, or is to happen, at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineEntry {
    /// ISO date or range; `None` if only the words are known.
    pub iso: Option<String>,
    /// The words for the time.
    pub text: Span,
    /// The lines that tell it.
    pub lines: Vec<LineIndex>,
}

/// A main actor and its part in the facts.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// Who.
    pub entity: EntityId,
    /// What it did.
    pub did: Vec<FactId>,
    /// What was done to it.
    pub undergone: Vec<FactId>,
    /// The lines that tell of it, in order of the text.
    pub lines: Vec<LineIndex>,
}
