//! Drafts become statements: spans trimmed, modes told apart, sources named, and who quotes whom.

use crate::document::{Dep, Document, Pos, TokenRange};
use crate::report::{Entity, EntityId, Level, Mode, Source, Statement, StatementId};
use crate::text::Span;

use super::draft::Draft;
use super::quotes::Quotation;
use super::tree::Trees;

/// The statements of these drafts, in order of their first content, each with the statement that quotes it.
pub(super) fn link(
    document: &Document,
    trees: &Trees,
    entities: &[Entity],
    quotations: &[Quotation],
    mut drafts: Vec<Draft>,
) -> Vec<Statement> {
    drafts.retain(|draft| !draft.content.is_empty());
    drafts.sort_by_key(|draft| {
        (
            draft.content[0].start,
            std::cmp::Reverse(draft.size()),
            draft.cue.start,
        )
    });
    let mentions = Mentions::new(entities);
    let mut statements: Vec<Statement> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        let from = draft.content[0].start.min(draft.cue.start);
        open.retain(|&outer| {
            drafts[outer]
                .content
                .last()
                .is_some_and(|range| range.end > from)
        });
        let within = open
            .iter()
            .filter(|&&outer| {
                drafts[outer].holds(draft.cue.start) && !draft.holds(drafts[outer].cue.start)
            })
            .min_by_key(|&&outer| drafts[outer].size())
            .map(|&outer| StatementId(outer));
        open.push(index);
        statements.push(statement(
            document, trees, &mentions, quotations, draft, within,
        ));
    }
    statements
}

fn statement(
    document: &Document,
    trees: &Trees,
    mentions: &Mentions,
    quotations: &[Quotation],
    draft: &Draft,
    within: Option<StatementId>,
) -> Statement {
    let content: Vec<Span> = draft
        .content
        .iter()
        .map(|range| trimmed(document, range.clone()))
        .filter(|span| !span.is_empty())
        .collect();
    let quoted: Vec<Span> = content
        .iter()
        .flat_map(|&span| quotations_in(quotations, span))
        .collect();
    let mode = match draft.mode {
        Mode::Direct | Mode::Paraphrase | Mode::Mixed => {
            if quoted.is_empty() {
                Mode::Paraphrase
            } else if content
                .iter()
                .all(|span| quoted.iter().any(|quotation| quotation.contains(*span)))
            {
                Mode::Direct
            } else {
                Mode::Mixed
            }
        }
        other => other,
    };
    Statement {
        mode,
        source: draft.source.map(|head| {
            let span = document.span(noun_phrase(document, trees, head));
            let entity = mentions.at(span, document.tokens[head].span);
            Source {
                span,
                entity,
                anonymous: entity.is_some_and(|id| mentions.nameless(id)),
            }
        }),
        cue: Some(document.span(draft.cue.clone())),
        content,
        quotations: quoted,
        within,
        confidence: draft.confidence,
    }
}

/// The quotations that lie in `span`, outermost ones, by binary search.
fn quotations_in(quotations: &[Quotation], span: Span) -> impl Iterator<Item = Span> + '_ {
    let first = quotations.partition_point(|quotation| quotation.span.start < span.start);
    quotations[first..]
        .iter()
        .take_while(move |quotation| quotation.span.start < span.end)
        .filter(move |quotation| !quotation.nested && span.contains(quotation.span))
        .map(|quotation| quotation.span)
}

/// The bytes of `range` without marks of punctuation at its edges that are no part of what is said.
fn trimmed(document: &Document, range: TokenRange) -> Span {
    let loose = |i: usize| {
        matches!(document.tokens[i].pos, Pos::Space)
            || matches!(
                document.word(i),
                "," | ":" | ";" | "-" | "–" | "—" | "--" | "."
            )
    };
    let mut range = range;
    while range.start < range.end && loose(range.start) {
        range.start += 1;
    }
    while range.start < range.end && loose(range.end - 1) {
        range.end -= 1;
    }
    document.span(range)
}

/// The noun phrase of `head`, cut before its apposition and its relative clause.
fn noun_phrase(document: &Document, trees: &Trees, head: usize) -> TokenRange {
    let mut range = trees.of(head);
    for child in document.children(head).filter(|&child| child > head) {
        let part = trees.of(child);
        if matches!(
            document.tokens[child].dep,
            Dep::Appos | Dep::Relcl | Dep::Acl
        ) || document.tokens[child].dep == Dep::Punct
        {
            range.end = range.end.min(part.start);
        }
    }
    range
}

/// Which entity is mentioned where, for look-ups by span.
struct Mentions<'e> {
    entities: &'e [Entity],
    /// Sorted by start.
    spans: Vec<(Span, EntityId)>,
}

impl<'e> Mentions<'e> {
    fn new(entities: &'e [Entity]) -> Self {
        let mut spans: Vec<(Span, EntityId)> = entities
            .iter()
            .enumerate()
            .flat_map(|(index, entity)| {
                entity
                    .mentions
                    .iter()
                    .map(move |mention| (mention.span, EntityId(index)))
            })
            .collect();
        spans.sort();
        Self { entities, spans }
    }

    /// The entity whose mention within `phrase` ends where `head` ends, the longest such; else one that holds the head.
    fn at(&self, phrase: Span, head: Span) -> Option<EntityId> {
        const REACH_BYTES: usize = 300;
        let from = self
            .spans
            .partition_point(|(span, _)| span.start + REACH_BYTES < phrase.start);
        self.spans[from..]
            .iter()
            .take_while(|(span, _)| span.start <= head.start)
            .filter(|(span, _)| span.contains(head))
            .max_by_key(|(span, _)| (span.end == head.end, span.len().min(phrase.len())))
            .map(|&(_, id)| id)
    }

    fn nameless(&self, id: EntityId) -> bool {
        !self.entities[id.0]
            .mentions
            .iter()
            .any(|mention| mention.level == Level::Named)
    }
}
