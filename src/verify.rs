//! Proves a report against a text again: every span, line, answer, fact and statement, and names what no longer holds.
//!
//! Needs no network and no stage: only the report and the text. So a reader who does not trust the program can check what it
//! wrote, and an edited article shows its stale facts instead of wrong ones.

mod cover;
mod edge;
mod line;
mod needed;
mod source;
mod summary;

use std::fmt;

use crate::report::{EntityId, Fact, FactId, Line, LineIndex, Question, Report, StatementId};
use crate::text::{Span, one_line, sha256_hex};
use cover::Cover;
pub use needed::Needed;

/// Characters of changed words that a finding shows.
const LONGEST_EXCERPT: usize = 60;

/// What in a report a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The text as a whole: its length or its hash.
    Text,
    /// The title.
    Title,
    /// A part of the text that has a kind, by index.
    Block(usize),
    /// A sentence, by index.
    Sentence(usize),
    /// A token, by index.
    Token(usize),
    /// An entity.
    Entity(EntityId),
    /// A statement.
    Statement(StatementId),
    /// A fact.
    Fact(FactId),
    /// The answer to a question.
    Answer(Question),
    /// A line of the summary, by index.
    Line(usize),
    /// The list of key points.
    Points,
    /// A key number, by index.
    Number(usize),
    /// Something not settled, by index.
    Unsettled(usize),
    /// An entry of the timeline, by index.
    Time(usize),
    /// A main actor, by index.
    Actor(usize),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => write!(f, "text"),
            Self::Title => write!(f, "title"),
            Self::Block(i) => write!(f, "blocks[{i}]"),
            Self::Sentence(i) => write!(f, "sentences[{i}]"),
            Self::Token(i) => write!(f, "tokens[{i}]"),
            Self::Entity(id) => write!(f, "{id}"),
            Self::Statement(id) => write!(f, "{id}"),
            Self::Fact(id) => write!(f, "{id}"),
            Self::Answer(question) => write!(f, "summary.questions.{question}"),
            Self::Line(i) => write!(f, "summary.lines[{i}]"),
            Self::Points => write!(f, "summary.points"),
            Self::Number(i) => write!(f, "summary.numbers[{i}]"),
            Self::Unsettled(i) => write!(f, "summary.unsettled[{i}]"),
            Self::Time(i) => write!(f, "summary.timeline[{i}]"),
            Self::Actor(i) => write!(f, "summary.actors[{i}]"),
        }
    }
}

/// Why something in a report does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The text is another one than was analysed.
    #[error("the text has changed since it was analysed")]
    Changed,
    /// A span is outside the text or cuts a character.
    #[error("the span {0}..{1} is not in the text")]
    Span(usize, usize),
    /// The words at a span are not those that the report was made from.
    #[error("its words have changed: now “{0}”")]
    Stale(String),
    /// A sentence that it stands on is no longer there.
    #[error("its evidence has changed")]
    Evidence,
    /// A part of it lies outside its evidence.
    #[error("“{0}” is not in its evidence")]
    Outside(String),
    /// Words given are not those of their span.
    #[error("“{0}” stands for “{1}”")]
    Words(String, String),
    /// A name that none of its mentions has.
    #[error("“{0}” has no words in the text")]
    Untraced(String),
    /// A part of a line that goes back in the text, leaves out words without saying so, or is none: empty, or with white space at
    /// an edge; or parts that begin with an insert, end with what is left out, or show no words.
    #[error("its parts do not stand in order without a gap at “{0}”")]
    Gap(String),
    /// A part of a line that begins or ends within a word or a number.
    #[error("a word is cut at “{0}”")]
    Cut(String),
    /// A line that leaves out what has to be said: a negation, a hedge, a number, a source; and the words in question.
    #[error("leaves out {0}: “{1}”")]
    Hidden(&'static str, String),
    /// A line that begins before the one above it ends.
    #[error("the words “{0}” are in two lines, or lines are not in order of the text")]
    Twice(String),
    /// Parts or lines that are not in order.
    #[error("not in order of the text, each once")]
    Order,
    /// Key points without the main line.
    #[error("the main line is not among them")]
    Main,
    /// Words that the line they are said to be in does not show.
    #[error("“{0}” is not in the words of its line")]
    Untold(String),
    /// An actor that has no role in a fact of its own.
    #[error("has no part in “{0}”")]
    Idle(String),
    /// A fact without any claim.
    #[error("nobody claims it")]
    Unclaimed,
    /// Statements quote each other in a ring.
    #[error("is quoted by itself")]
    Ring,
}

/// One thing that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub part: Part,
    /// What is wrong.
    pub fault: Fault,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.part, self.fault)
    }
}

/// Everything in `report` that does not hold for `text`, in the report's order; nothing if all of it does.
///
/// For an edited text the first finding is [`Fault::Changed`]; what stands on sentences that are still in their place is not named.
///
/// ```
/// use nutgraf::{Report, verify::verify};
/// let empty = Report { text_hash: nutgraf::text::sha256_hex(""), ..Report::default() };
/// assert!(verify(&empty, "").is_empty());
/// assert_eq!(verify(&empty, "Köln")[0].to_string(), "text: the text has changed since it was analysed");
/// ```
pub fn verify(report: &Report, text: &str) -> Vec<Finding> {
    let mut check = Check {
        report,
        text,
        stale: Cover::default(),
        findings: Vec::new(),
    };
    if report.length != text.len() || report.text_hash != sha256_hex(text) {
        check.find(Part::Text, Fault::Changed);
    }
    check.sentences();
    check.entities();
    check.statements();
    for (i, fact) in report.facts.iter().enumerate() {
        check.fact(Part::Fact(FactId(i)), fact);
    }
    check.summary();
    check.findings
}

/// The facts that a list of findings says no longer hold: their own findings, in order, each once.
///
/// ```
/// use nutgraf::{report::FactId, verify::{Fault, Finding, Part, stale_facts}};
/// let found = [1, 0, 1].map(|id| Finding { part: Part::Fact(FactId(id)), fault: Fault::Evidence });
/// assert_eq!(stale_facts(&found), [FactId(0), FactId(1)]);
/// ```
pub fn stale_facts(findings: &[Finding]) -> Vec<FactId> {
    let mut facts: Vec<FactId> = (findings.iter())
        .filter_map(|finding| match finding.part {
            Part::Fact(id) => Some(id),
            _ => None,
        })
        .collect();
    // A fact is found at fault by itself, and once more by its line.
    facts.sort_unstable();
    facts.dedup();
    facts
}

pub(crate) struct Check<'a> {
    report: &'a Report,
    text: &'a str,
    /// The sentences whose words are no longer those that were analysed.
    stale: Cover,
    findings: Vec<Finding>,
}

impl<'a> Check<'a> {
    fn find(&mut self, part: Part, fault: Fault) {
        self.findings.push(Finding { part, fault });
    }

    /// Whether a span is in the text; a finding if not.
    fn span(&mut self, part: &Part, span: Span) -> bool {
        let good = self.text.get(span.start..span.end).is_some();
        if !good {
            self.find(part.clone(), Fault::Span(span.start, span.end));
        }
        good
    }

    fn spans(&mut self, part: &Part, spans: &[Span]) -> bool {
        // Each is looked at: every fault is to be named.
        let bad = spans.iter().filter(|&&span| !self.span(part, span)).count();
        bad == 0
    }

    /// Whether a span touches a sentence that has changed. O(log sentences).
    fn is_stale(&self, span: Span) -> bool {
        self.stale.touches(span)
    }

    /// A line whose parts are all in the text: of another, nothing is asked but where its parts are.
    fn sound_line(&self, index: LineIndex) -> Option<&'a Line> {
        let line = self.report.summary.line(index)?;
        let good = |span: Span| self.text.get(span.start..span.end).is_some();
        line.parts.iter().all(|it| good(it.span)).then_some(line)
    }

    fn sentences(&mut self) {
        let report = self.report;
        if let Some(title) = report.title {
            self.span(&Part::Title, title);
        }
        self.spans(&Part::Text, &report.paragraphs);
        let mut end = 0;
        for (i, block) in report.blocks.iter().enumerate() {
            if self.span(&Part::Block(i), block.span) && block.span.start < end {
                self.find(Part::Block(i), Fault::Order);
            }
            end = block.span.end;
        }
        let mut changed = Vec::new();
        for (i, &span) in report.sentences.iter().enumerate() {
            let part = Part::Sentence(i);
            let known = report.digests.get(i);
            let words = self.text.get(span.start..span.end);
            let same = words.is_some_and(|words| {
                known.is_some_and(|digest| {
                    sha256_hex(words).starts_with(digest.as_str()) && digest.len() == 16
                })
            });
            if !same {
                changed.push(span);
                match words {
                    Some(words) => self.find(part, stale(words)),
                    None => self.find(part, Fault::Span(span.start, span.end)),
                }
            }
        }
        self.stale = Cover::new(changed);
        for (i, token) in report.tokens.iter().flatten().enumerate() {
            self.span(&Part::Token(i), token.span);
        }
    }

    fn entities(&mut self) {
        for (i, entity) in self.report.entities.iter().enumerate() {
            let part = Part::Entity(EntityId(i));
            let name = one_line(&entity.name);
            let mut named = entity.mentions.is_empty();
            for mention in &entity.mentions {
                if self.span(&part, mention.span) {
                    named = named || one_line(mention.span.of(self.text)).contains(&name);
                    if self.is_stale(mention.span) {
                        self.find(part.clone(), stale(mention.span.of(self.text)));
                    }
                }
            }
            if !named {
                self.find(part, Fault::Untraced(entity.name.clone()));
            }
        }
    }

    fn statements(&mut self) {
        let rings = self.rings();
        for (i, statement) in self.report.statements.iter().enumerate() {
            let part = Part::Statement(StatementId(i));
            let mut spans = statement.content.clone();
            spans.extend(&statement.quotations);
            spans.extend(statement.cue);
            spans.extend(statement.source.as_ref().map(|source| source.span));
            if self.spans(&part, &spans) {
                if let Some(&stale) = spans.iter().find(|&&span| self.is_stale(span)) {
                    self.find(part.clone(), self::stale(stale.of(self.text)));
                }
                for &quotation in &statement.quotations {
                    let content = &statement.content;
                    let at = content.partition_point(|it| it.end < quotation.end);
                    if !content.get(at).is_some_and(|it| it.contains(quotation)) {
                        self.find(
                            part.clone(),
                            Fault::Outside(quotation.of(self.text).to_owned()),
                        );
                    }
                }
            }
            if rings[i] {
                self.find(part, Fault::Ring);
            }
        }
    }

    /// Of each statement, whether those that quote it never end. O(statements).
    fn rings(&self) -> Vec<bool> {
        let statements = &self.report.statements;
        let mut known: Vec<Option<bool>> = vec![None; statements.len()];
        for start in 0..statements.len() {
            let mut path = Vec::new();
            let mut up = Some(StatementId(start));
            while let Some(id) = up.filter(|id| known.get(id.0) == Some(&None)) {
                // Whoever comes here again has gone round.
                known[id.0] = Some(true);
                path.push(id.0);
                up = statements[id.0].within;
            }
            let ring = up.is_some_and(|id| known.get(id.0).copied().flatten() == Some(true));
            for at in path {
                known[at] = Some(ring);
            }
        }
        known.into_iter().map(|it| it == Some(true)).collect()
    }

    fn fact(&mut self, part: Part, fact: &Fact) {
        let mut spans: Vec<Span> = fact.words().collect();
        spans.extend(fact.roles.iter().map(|role| role.span));
        spans.extend(fact.counts.iter().map(|count| count.span));
        spans.extend(&fact.hedges);
        spans.extend(&fact.loaded);
        spans.extend(fact.place.iter().map(|place| place.landmark));
        spans.extend(fact.place.iter().filter_map(|place| place.within));
        let bounded = self.spans(&part, &spans);
        let evident = self.spans(&part, &fact.evidence);
        if !bounded || !evident {
            return;
        }
        if fact.claims.is_empty() {
            self.find(part.clone(), Fault::Unclaimed);
        }
        if fact.evidence.iter().any(|&span| self.is_stale(span)) {
            self.find(part, Fault::Evidence);
            return;
        }
        let inside = |span: Span| fact.evidence.iter().any(|evidence| evidence.contains(span));
        let own = (fact
            .roles
            .iter()
            .filter(|role| !role.inherited)
            .map(|role| role.span))
        .chain(fact.words());
        for span in own {
            if !inside(span) {
                self.find(part.clone(), Fault::Outside(span.of(self.text).to_owned()));
            }
        }
    }
}

/// The words that are there now, the first of them on one line.
fn stale(words: &str) -> Fault {
    let mut start: String = words.trim().chars().take(LONGEST_EXCERPT).collect();
    if start.len() < words.trim().len() {
        start.push('…');
    }
    Fault::Stale(one_line(&start))
}
