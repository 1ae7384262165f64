//! A report and its text, ready to be looked up: which paragraph, which source, which words.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::words::Words;
use crate::report::{
    Certainty, Claim, Count, CountOf, Entity, EntityType, Fact, FactId, FactType, Level, Line,
    Mention, Modality, Part, Polarity, Report, Statement, StatementId,
};
use crate::text::Span;
use crate::wire::figure;

/// Words of a sentence that an address names at either end; a longer one is given by its ends.
const NAMED_WORDS: usize = 5;
/// Words before a sentence that an address names, so that the same words elsewhere are not taken for it.
const WORDS_BEFORE: usize = 3;

pub struct Reading<'r> {
    pub text: &'r str,
    pub report: &'r Report,
    pub words: Words,
    /// What the ids of the fragment's own paragraphs begin with; none where the article is the page's.
    pub anchors: Option<String>,
    lines: BTreeMap<FactId, &'r Line>,
    claimed_by: BTreeMap<StatementId, Vec<FactId>>,
    /// Contents of the statements in order of the text.
    contents: Vec<(Span, StatementId)>,
    longest: usize,
}

/// A count in three: the comparator's words, the number, its unit; and whether comparator and unit are the text's own.
pub struct Figure {
    pub comparator: String,
    pub own: bool,
    pub figure: String,
    pub unit: String,
    pub own_unit: bool,
}

/// What a source commits to.
#[derive(Clone, Copy)]
pub struct Stance {
    polarity: Polarity,
    certainty: Certainty,
    modality: Modality,
}

impl From<&Claim> for Stance {
    fn from(claim: &Claim) -> Self {
        Self {
            polarity: claim.polarity,
            certainty: claim.certainty,
            modality: claim.modality,
        }
    }
}

impl From<&Fact> for Stance {
    fn from(fact: &Fact) -> Self {
        Self {
            polarity: fact.polarity,
            certainty: fact.certainty,
            modality: fact.modality,
        }
    }
}

/// Who says it, and whether that is a name.
pub struct Sayer<'r> {
    pub text: &'r str,
    pub anonymous: bool,
}

impl<'r> Reading<'r> {
    pub fn new(text: &'r str, report: &'r Report, anchors: Option<String>) -> Self {
        let summary = &report.summary;
        let mut lines: BTreeMap<FactId, &Line> = BTreeMap::new();
        let told = summary.lines.iter().chain(&summary.unconfirmed);
        for line in told.chain(&summary.headline) {
            for &fact in &line.facts {
                lines.entry(fact).or_insert(line);
            }
        }
        let mut claimed_by: BTreeMap<StatementId, Vec<FactId>> = BTreeMap::new();
        for (i, fact) in report.facts.iter().enumerate() {
            for claim in &fact.claims {
                if let Some(statement) = claim.statement {
                    claimed_by.entry(statement).or_default().push(FactId(i));
                }
            }
        }
        let mut contents: Vec<(Span, StatementId)> = (report.statements.iter().enumerate())
            .flat_map(|(i, it)| it.content.iter().map(move |&span| (span, StatementId(i))))
            .collect();
        contents.sort_by_key(|(span, _)| (span.start, Reverse(span.end)));
        let longest = contents.iter().map(|(span, _)| span.len()).max();
        Self {
            text,
            report,
            words: Words::read(),
            anchors,
            lines,
            claimed_by,
            contents,
            longest: longest.unwrap_or(0),
        }
    }

    pub fn slice(&self, span: Span) -> &'r str {
        span.of(self.text)
    }

    /// The facts that a statement claims.
    pub fn claims_of(&self, statement: StatementId) -> &[FactId] {
        self.claimed_by.get(&statement).map_or(&[], Vec::as_slice)
    }

    /// Number of the paragraph that these words begin in; 0 for the headline.
    fn paragraph(&self, span: Span) -> usize {
        let report = self.report;
        report.paragraph_number(report.paragraph_at(span.start))
    }

    /// The sentence that holds a place.
    pub fn sentence(&self, at: usize) -> Option<Span> {
        let sentences = &self.report.sentences;
        let before = sentences.partition_point(|span| span.start <= at);
        sentences.get(before.saturating_sub(1)).copied()
    }

    pub fn in_title(&self, span: Span) -> bool {
        self.report.title.is_some_and(|title| title.contains(span))
    }

    /// Where the words stand, for the eye and for the ear.
    pub fn place(&self, span: Span) -> (String, String) {
        match self.paragraph(span) {
            0 => {
                let headline = self.words.say("theHeadline").to_owned();
                (headline.clone(), headline)
            }
            n => (
                format!("¶{n}"),
                self.words.fill("paragraph", "n", &n.to_string()),
            ),
        }
    }

    /// The address of the words' sentence: its paragraph here, and its words, which browsers mark where they can.
    pub fn address(&self, span: Span) -> String {
        let sentence = self.sentence(span.start).unwrap_or(span);
        let words: Vec<&str> = self.slice(sentence).split_whitespace().collect();
        let before = self.text.get(..sentence.start).unwrap_or("");
        let mut lead: Vec<&str> = before.split_whitespace().rev().take(WORDS_BEFORE).collect();
        lead.reverse();
        let mut parts = Vec::new();
        if !lead.is_empty() {
            parts.push(format!("{}-", encoded(&lead)));
        }
        if words.len() > 2 * NAMED_WORDS + 2 {
            parts.push(encoded(&words[..NAMED_WORDS]));
            parts.push(encoded(&words[words.len() - NAMED_WORDS..]));
        } else {
            parts.push(encoded(&words));
        }
        let paragraph = match &self.anchors {
            Some(start) => format!("{start}{}", self.paragraph(span)),
            None => String::new(),
        };
        format!("#{paragraph}:~:text={}", parts.join(","))
    }

    /// The innermost statement whose words these are.
    pub fn statement_at(&self, span: Span) -> Option<StatementId> {
        let before = self
            .contents
            .partition_point(|(content, _)| content.start <= span.start);
        let mut best: Option<(Span, StatementId)> = None;
        for &(content, id) in self.contents[..before].iter().rev() {
            if content.start + self.longest < span.start {
                break;
            }
            if span.start < content.end && best.is_none_or(|(held, _)| content.len() < held.len()) {
                best = Some((content, id));
            }
        }
        best.map(|(_, id)| id)
    }

    /// The key for how a source's words are given: its own, partly, or the reporter's.
    pub fn mode(&self, statement: &Statement, spans: &[Span]) -> &'static str {
        let quotations = &statement.quotations;
        let touched = |span: &Span| quotations.iter().any(|it| it.overlaps(*span));
        let held = |span: &Span| quotations.iter().any(|it| it.contains(*span));
        if !spans.iter().any(touched) {
            "reporter"
        } else if spans.iter().all(held) {
            "verbatim"
        } else {
            "partly"
        }
    }

    /// Who it is, in the article's words.
    pub fn label(&self, entity: &'r Entity) -> &'r str {
        let described = |mention: &&Mention| mention.level != Level::Pronoun;
        match entity.mentions.iter().find(described) {
            Some(mention) if !entity.is_named() => self.slice(mention.span),
            _ => &entity.name,
        }
    }

    /// What else it is called: each name once, however it is capitalised.
    pub fn aliases(&self, entity: &'r Entity) -> Vec<&'r str> {
        let mut seen = vec![entity.name.to_lowercase()];
        let mut aliases = Vec::new();
        for alias in &entity.aliases {
            if !seen.contains(&alias.to_lowercase()) {
                seen.push(alias.to_lowercase());
                aliases.push(alias.as_str());
            }
        }
        aliases
    }

    pub fn source(&self, statement: &'r Statement) -> Option<Sayer<'r>> {
        let source = statement.source.as_ref()?;
        let entity = source.entity.and_then(|id| self.report.entity(id));
        Some(Sayer {
            text: entity.map_or_else(|| self.slice(source.span), |entity| self.label(entity)),
            anonymous: source.anonymous,
        })
    }

    /// The kind that an entity is shown as: a group is an organisation that is nowhere named.
    pub fn kind(&self, entity: &Entity) -> &'static str {
        match entity.kind {
            EntityType::Org if !entity.is_named() => "GROUP",
            kind => kind.name(),
        }
    }

    /// How sure: a key of the words.
    pub fn certainty(&self, stance: impl Into<Stance>, fact: &Fact) -> &'static str {
        let stance = stance.into();
        match (stance.polarity, stance.certainty, stance.modality) {
            (Polarity::Negated, ..) if fact.kind == FactType::Refuse => "declined",
            (Polarity::Negated, ..) => "denied",
            (
                _,
                Certainty::Unknown,
                modality @ (Modality::Intended | Modality::Requested | Modality::Hypothetical),
            ) => modality.name(),
            (_, Certainty::Certain, Modality::Future) => "future",
            (_, certainty, _) => certainty.name(),
        }
    }

    /// A date that the text's own words leave open, as the calendar has it; none if a part of it is not known.
    pub fn calendar(&self, iso: Option<&str>) -> Option<String> {
        let iso = iso?;
        let year = iso.len() >= 4 && iso.bytes().take(4).all(|b| b.is_ascii_digit());
        (year && !iso.ends_with('/')).then(|| iso.replacen('/', " – ", 1))
    }

    /// The words that name the event in this claim.
    pub fn claimed(&self, fact: &Fact, claim: Option<&Claim>) -> Span {
        let statement = claim.and_then(|claim| claim.statement);
        let named = || [fact.trigger].into_iter().chain(fact.mentions.clone());
        let own = named().find(|&span| self.statement_at(span) == statement);
        let content = || self.report.statement(statement?)?.content.first().copied();
        own.or_else(content).unwrap_or(fact.trigger)
    }

    /// The claim that these words are part of.
    pub fn claim_at<'f>(&self, fact: &'f Fact, span: Span) -> Option<&'f Claim> {
        let id = self.statement_at(span);
        let own = fact.claims.iter().find(|claim| claim.statement == id);
        own.or_else(|| fact.claims.first())
    }

    /// The shortest stretch of the text around one naming of the event that holds its parts there.
    pub fn stretch(&self, fact: &Fact, around: Span) -> Span {
        let sentence = self.sentence(around.start).unwrap_or(around);
        let roles = fact.roles.iter().filter(|role| !role.inherited);
        let parts = (roles.map(|role| role.span))
            .chain(fact.counts.iter().map(|count| count.span))
            .chain(fact.hedges.iter().copied());
        parts
            .filter(|&part| sentence.contains(part))
            .fold(around, Span::join)
    }

    pub fn is_told(&self, id: FactId) -> bool {
        self.lines.contains_key(&id)
    }

    /// The line that tells a fact, or the stretch of the text that does.
    pub fn line(&self, id: FactId) -> Option<Line> {
        if let Some(&line) = self.lines.get(&id) {
            return Some(line.clone());
        }
        let fact = self.report.fact(id)?;
        let span = self.stretch(fact, fact.trigger);
        Some(Line {
            parts: vec![Part {
                text: self.slice(span).to_owned(),
                span: Some(span),
            }],
            facts: vec![id],
        })
    }

    /// What the event is called in its line: the trigger as it is inflected there.
    pub fn verb(&self, id: FactId, fact: &Fact) -> String {
        let headline = self.report.summary.headline.iter();
        let lines = headline.chain(self.lines.get(&id).copied());
        let part = lines
            .flat_map(|line| &line.parts)
            .find(|part| part.span == Some(fact.trigger));
        part.map_or_else(
            || self.slice(fact.trigger).to_owned(),
            |part| part.text.clone(),
        )
    }

    pub fn figure(&self, count: &Count) -> Figure {
        let words = self.slice(count.span);
        let unit = match count.of {
            CountOf::Event => "",
            _ => (self.words.get(&format!("unit_{}", count.unit))).unwrap_or(""),
        };
        let Some(range) = figure(words).filter(|_| count.value != Some(0.0)) else {
            let none = count.value == Some(0.0);
            return Figure {
                comparator: if none {
                    format!("“{words}”")
                } else {
                    String::new()
                },
                own: true,
                figure: if none { "0" } else { words }.to_owned(),
                unit: unit.to_owned(),
                own_unit: false,
            };
        };
        let before = words[..range.start]
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '“' | '"' | '‘' | '('));
        let after = words[range.end..].trim();
        let ranged = count.comparator == crate::report::Comparator::Range;
        Figure {
            comparator: match before {
                "" if ranged => self.words.say("aRange").to_owned(),
                before => before.to_owned(),
            },
            own: !before.is_empty(),
            figure: words[range].to_owned(),
            unit: if after.is_empty() { unit } else { after }.to_owned(),
            own_unit: !after.is_empty(),
        }
    }
}

/// Words as a part of an address after `:~:text=`: its own marks of syntax stand for themselves.
fn encoded(words: &[&str]) -> String {
    let mut out = String::new();
    for byte in words.join(" ").bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
