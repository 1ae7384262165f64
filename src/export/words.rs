//! What exports say of a report's parts.

use crate::report::{Count, Fact, Report, Role, Statement};
use crate::text::{Span, one_line};

/// A report beside the text that it is of.
#[derive(Clone, Copy)]
pub struct Said<'r> {
    pub text: &'r str,
    pub report: &'r Report,
}

impl<'r> Said<'r> {
    /// The words of a span, on one line.
    pub fn words(self, span: Span) -> String {
        one_line(span.of(self.text))
    }

    /// The words of several spans, parted by dots where words between them are left out.
    pub fn all_words(self, spans: &[Span]) -> String {
        spans
            .iter()
            .map(|&span| self.words(span))
            .collect::<Vec<_>>()
            .join(" … ")
    }

    /// Who says it, at the mention that says so; `None` if the text does not tell.
    pub fn source(self, statement: &Statement) -> Option<String> {
        let source = statement.source.as_ref()?;
        let named = source
            .entity
            .and_then(|id| self.report.entity(id))
            .filter(|entity| entity.is_named());
        Some(named.map_or_else(|| self.words(source.span), |entity| entity.name.clone()))
    }

    /// Those who claim a fact, each once; `None` is the article itself.
    pub fn sources(self, fact: &Fact) -> Vec<Option<String>> {
        let mut sources = Vec::new();
        for claim in &fact.claims {
            let source =
                (claim.statement.and_then(|id| self.report.statement(id))).map(|statement| {
                    self.source(statement)
                        .unwrap_or_else(|| "a source not named".to_owned())
                });
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources
    }

    /// The words that fill a role.
    pub fn fillers(self, fact: &Fact, role: Role) -> String {
        let fillers = fact.roles.iter().filter(|filler| filler.role == role);
        fillers
            .map(|filler| self.words(filler.span))
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// A count as the text has it.
    pub fn count(self, count: &Count) -> String {
        self.words(count.span)
    }

    /// The sentences that share words with a span. O(log sentences).
    pub fn sentences(self, span: Span) -> &'r [Span] {
        touching(&self.report.sentences, span)
    }

    /// The paragraphs that share words with a span. O(log paragraphs).
    pub fn paragraphs(self, span: Span) -> &'r [Span] {
        touching(&self.report.paragraphs, span)
    }

    /// Number of the paragraph that a span begins in, from 1; the headline is 0.
    pub fn paragraph(self, span: Span) -> usize {
        let report = self.report;
        report.paragraph_number(report.paragraph_at(span.start))
    }
}

/// Those of a text's parts, given in their order, that overlap the span.
fn touching(parts: &[Span], span: Span) -> &[Span] {
    let first = parts.partition_point(|part| part.end <= span.start);
    let rest = &parts[first..];
    let count = rest.partition_point(|part| part.start < span.end);
    &rest[..count]
}
