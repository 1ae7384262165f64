//! Who says a fact: shown wherever the fact is told, unless the article tells it itself.

use super::cover::Cover;
use crate::report::{Fact, Line, PartKind, Report, Statement, StatementId};
use crate::text::Span;

/// Statements one within the other that are looked at for a source.
const MAX_DEPTH: usize = 4;

/// The sources of a report's statements, ready to be asked.
pub struct Sources<'a> {
    report: &'a Report,
    /// Where each entity is mentioned.
    mentions: Vec<Cover>,
}

impl<'a> Sources<'a> {
    /// O(mentions × log mentions).
    pub fn new(report: &'a Report) -> Self {
        let entities = report.entities.iter();
        let mentions = entities.map(|it| Cover::new(it.mentions.iter().map(|it| it.span)));
        Self {
            report,
            mentions: mentions.collect(),
        }
    }

    /// Whether the article itself tells the fact, or the line shows one who does, or the text names nobody. O(claims × parts ×
    /// log mentions).
    pub fn are_shown(&self, fact: &Fact, line: &Line) -> bool {
        let mut named = false;
        for claim in &fact.claims {
            let Some(id) = claim.statement else {
                return true;
            };
            for statement in self.chain(id) {
                if self.is_shown(statement, line) {
                    return true;
                }
                named |= statement.source.is_some() || statement.cue.is_some();
            }
        }
        !named
    }

    /// The statement and those that it stands within.
    fn chain(&self, id: StatementId) -> impl Iterator<Item = &'a Statement> {
        let statement = |id| self.report.statement(id);
        let chain = std::iter::successors(statement(id), move |it| statement(it.within?));
        chain.take(MAX_DEPTH)
    }

    /// Whether the line shows the source there, at another mention, or the cue that says that somebody speaks.
    fn is_shown(&self, statement: &Statement, line: &Line) -> bool {
        let source = statement.source.as_ref();
        let others = source.and_then(|it| self.mentions.get(it.entity?.0));
        let here = source.map(|it| it.span).into_iter().chain(statement.cue);
        let here: Vec<Span> = here.collect();
        let mut shown = (line.parts.iter()).filter(|part| part.kind != PartKind::Omission);
        shown.any(|part| {
            here.iter().any(|it| it.overlaps(part.span))
                || others.is_some_and(|it| it.touches(part.span))
        })
    }
}
