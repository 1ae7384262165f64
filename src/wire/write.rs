//! Report to wire: offsets to the unit, ids to `e1`, `s1`, `f1`.

use serde::{Serialize, Serializer};

use super::figure::figure;
use super::number::{Number, Share};
use super::{SCHEMA, schema as wire};
use crate::report::{
    Answer, Block, Count, CountOf, Entity, EntityId, Fact, FactId, Line, LineIndex, Report,
    ReportToken, Statement, StatementId, Summary, Value,
};
use crate::text::{Offsets, Span, Unit};

/// The report of `text` on the wire, its offsets counted in `unit`. O(length of the text + size of the report).
///
/// ```
/// use nutgraf::{report::Report, text::Unit, wire};
/// let report = Report { title: Some(nutgraf::Span::new(6, 10)), ..Report::default() };
/// let json = serde_json::to_value(wire::write(&report, "Köln: head", Unit::Utf16)).expect("plain data");
/// assert_eq!(json["title"]["start"], 5);
/// ```
pub fn write(report: &Report, text: &str, unit: Unit) -> wire::Report {
    let writer = Writer::new(text, unit);
    writer.report(
        report,
        (report.entities.iter().enumerate())
            .map(|(i, entity)| writer.entity(i, entity))
            .collect(),
        (report.statements.iter().enumerate())
            .map(|(i, statement)| writer.statement(i, statement))
            .collect(),
        (report.facts.iter().enumerate())
            .map(|(i, fact)| writer.fact(i, fact))
            .collect(),
    )
}

/// Serialises what [`write`] gives without holding it: entities, statements and facts are made one by one.
///
/// # Errors
/// The serializer's.
pub fn serialize<S: Serializer>(
    report: &Report,
    text: &str,
    unit: Unit,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let writer = Writer::new(text, unit);
    let entities = Each(&report.entities, |i, entity: &_| writer.entity(i, entity));
    let statements = Each(&report.statements, |i, statement: &_| {
        writer.statement(i, statement)
    });
    let facts = Each(&report.facts, |i, fact: &_| writer.fact(i, fact));
    writer
        .report(report, entities, statements, facts)
        .serialize(serializer)
}

/// A list whose items are made as they are serialised.
struct Each<'a, T, M>(&'a [T], M);

impl<T, W: Serialize, M: Fn(usize, &T) -> W> Serialize for Each<'_, T, M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(items, make) = self;
        serializer.collect_seq(items.iter().enumerate().map(|(i, item)| make(i, item)))
    }
}

fn line_indices(lines: &[LineIndex]) -> Vec<usize> {
    lines.iter().map(|line| line.0).collect()
}

fn fact_ids(ids: &[FactId]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

struct Writer<'t> {
    text: &'t str,
    unit: Unit,
    offsets: Offsets<'t>,
}

impl<'t> Writer<'t> {
    fn new(text: &'t str, unit: Unit) -> Self {
        Self {
            text,
            unit,
            offsets: Offsets::new(text, unit),
        }
    }

    fn report<E, S, F>(
        &self,
        report: &Report,
        entities: E,
        statements: S,
        facts: F,
    ) -> wire::Report<E, S, F> {
        wire::Report {
            schema: SCHEMA.to_owned(),
            unit: self.unit.name().to_owned(),
            engine: report.engine.clone(),
            model: report.model.clone(),
            length: self.offsets.from_byte(report.length),
            text_hash: report.text_hash.clone(),
            language: report.language.clone(),
            title: report.title.map(|span| self.span(span)),
            date: report.date.clone(),
            paragraphs: self.spans(&report.paragraphs),
            blocks: (report.blocks.iter())
                .map(|block| self.block(block))
                .collect(),
            sentences: (report.sentences.iter().zip(&report.digests))
                .map(|(&span, digest)| self.sentence(span, digest))
                .collect(),
            tokens: (report.tokens.as_ref())
                .map(|tokens| tokens.iter().map(|token| self.token(token)).collect()),
            entities,
            statements,
            facts,
            summary: self.summary(&report.summary),
        }
    }

    fn span(&self, span: Span) -> wire::Span {
        wire::Span {
            start: self.offsets.from_byte(span.start),
            end: self.offsets.from_byte(span.end),
        }
    }

    fn spans(&self, spans: &[Span]) -> Vec<wire::Span> {
        spans.iter().map(|&span| self.span(span)).collect()
    }

    fn block(&self, block: &Block) -> wire::Block {
        let wire::Span { start, end } = self.span(block.span);
        wire::Block {
            start,
            end,
            kind: block.kind.name().to_owned(),
        }
    }

    fn sentence(&self, span: Span, digest: &str) -> wire::Sentence {
        let wire::Span { start, end } = self.span(span);
        wire::Sentence {
            start,
            end,
            digest: digest.to_owned(),
        }
    }

    fn token(&self, token: &ReportToken) -> wire::Token {
        let wire::Span { start, end } = self.span(token.span);
        wire::Token {
            start,
            end,
            lemma: token.lemma.clone(),
            pos: token.pos.name().to_owned(),
            tag: token.tag.name().to_owned(),
            head: token.head,
            dep: token.dep.name().to_owned(),
        }
    }

    fn entity(&self, index: usize, entity: &Entity) -> wire::Entity {
        let mentions = entity.mentions.iter().map(|mention| {
            let wire::Span { start, end } = self.span(mention.span);
            wire::Mention {
                start,
                end,
                level: mention.level.name().to_owned(),
                kind: mention.kind.map(|kind| kind.name().to_owned()),
            }
        });
        wire::Entity {
            id: EntityId(index).to_string(),
            kind: entity.kind.name().to_owned(),
            name: entity.name.clone(),
            aliases: entity.aliases.clone(),
            salience: Share(entity.salience),
            value: entity.value.as_ref().map(value),
            mentions: mentions.collect(),
        }
    }

    fn statement(&self, index: usize, statement: &Statement) -> wire::Statement {
        let source = statement.source.as_ref().map(|source| {
            let wire::Span { start, end } = self.span(source.span);
            wire::Source {
                start,
                end,
                entity: source.entity.map(|id| id.to_string()),
                anonymous: source.anonymous,
            }
        });
        wire::Statement {
            id: StatementId(index).to_string(),
            mode: statement.mode.name().to_owned(),
            source,
            cue: statement.cue.map(|cue| self.span(cue)),
            content: self.spans(&statement.content),
            quotations: self.spans(&statement.quotations),
            within: statement.within.map(|id| id.to_string()),
            claims: statement.claims(),
            confidence: Share(statement.confidence),
        }
    }

    fn fact(&self, index: usize, fact: &Fact) -> wire::Fact {
        let wire::Span { start, end } = self.span(fact.trigger);
        let roles = fact.roles.iter().map(|filler| {
            let wire::Span { start, end } = self.span(filler.span);
            wire::Filler {
                start,
                end,
                role: filler.role.name().to_owned(),
                entity: filler.entity.map(|id| id.to_string()),
                via: filler.via.to_string(),
                inherited: filler.inherited,
            }
        });
        let claims = fact.claims.iter().map(|claim| wire::Claim {
            statement: claim.statement.map(|id| id.to_string()),
            polarity: claim.polarity.name().to_owned(),
            certainty: claim.certainty.name().to_owned(),
            modality: claim.modality.name().to_owned(),
            counts: claim.counts.clone(),
        });
        let conflicts = fact.conflicts.iter().map(|conflict| wire::Conflict {
            field: conflict.field.clone(),
            claims: conflict.claims,
            kind: conflict.kind.name().to_owned(),
        });
        let relations = fact.relations.iter().map(|relation| wire::Relation {
            kind: relation.kind.name().to_owned(),
            fact: relation.fact.to_string(),
        });
        let place = fact.place.as_ref().map(|place| wire::Place {
            distance: place.distance.map(Number),
            unit: place.unit.clone(),
            comparator: place.comparator.map(|it| it.name().to_owned()),
            bearing: place.bearing.map(|it| it.name().to_owned()),
            landmark: self.span(place.landmark),
            within: place.within.map(|span| self.span(span)),
        });
        wire::Fact {
            id: FactId(index).to_string(),
            kind: fact.kind.name().to_owned(),
            trigger: wire::Trigger {
                start,
                end,
                lemma: fact.lemma.clone(),
            },
            mentions: self.spans(&fact.mentions),
            roles: roles.collect(),
            counts: fact.counts.iter().map(|count| self.count(count)).collect(),
            place,
            time: fact.time.clone(),
            polarity: fact.polarity.name().to_owned(),
            certainty: fact.certainty.name().to_owned(),
            modality: fact.modality.name().to_owned(),
            hedges: self.spans(&fact.hedges),
            loaded: self.spans(&fact.loaded),
            claims: claims.collect(),
            conflicts: conflicts.collect(),
            relations: relations.collect(),
            evidence: self.spans(&fact.evidence),
            salience: Share(fact.salience),
            confidence: Share(fact.confidence),
            line: fact.line.map(|line| line.0),
        }
    }

    fn count(&self, count: &Count) -> wire::Count {
        let wire::Span { start, end } = self.span(count.span);
        let at = count.span.start;
        let words = self.text.get(at..count.span.end).unwrap_or_default();
        wire::Count {
            start,
            end,
            figure: figure(words)
                .map(|range| self.span(Span::new(at + range.start, at + range.end))),
            of: match count.of {
                CountOf::Role(role) => role.name().to_owned(),
                CountOf::Event => "event".to_owned(),
                CountOf::Distance => "distance".to_owned(),
            },
            value: count.value.map(Number),
            max: count.max.map(Number),
            comparator: count.comparator.name().to_owned(),
            unit: count.unit.clone(),
        }
    }

    fn summary(&self, summary: &Summary) -> wire::Summary {
        let [who, what, when, place, why, how] = &summary.questions;
        let numbers = summary.numbers.iter().map(|number| wire::KeyNumber {
            fact: number.fact.to_string(),
            count: number.count,
            line: number.line.0,
        });
        let unsettled = summary.unsettled.iter().map(|it| wire::Unsettled {
            line: it.line.0,
            fact: it.fact.to_string(),
            why: it.why.name().to_owned(),
        });
        let timeline = summary.timeline.iter().map(|entry| wire::TimelineEntry {
            iso: entry.iso.clone(),
            text: self.span(entry.text),
            lines: line_indices(&entry.lines),
        });
        let actors = summary.actors.iter().map(|actor| wire::Actor {
            entity: actor.entity.to_string(),
            did: fact_ids(&actor.did),
            undergone: fact_ids(&actor.undergone),
            lines: line_indices(&actor.lines),
        });
        wire::Summary {
            lines: summary.lines.iter().map(|line| self.line(line)).collect(),
            main: summary.main.map(|line| line.0),
            points: line_indices(&summary.points),
            questions: wire::Questions {
                who: who.as_ref().map(|answer| self.answer(answer)),
                what: what.as_ref().map(|answer| self.answer(answer)),
                when: when.as_ref().map(|answer| self.answer(answer)),
                place: place.as_ref().map(|answer| self.answer(answer)),
                why: why.as_ref().map(|answer| self.answer(answer)),
                how: how.as_ref().map(|answer| self.answer(answer)),
            },
            numbers: numbers.collect(),
            unsettled: unsettled.collect(),
            timeline: timeline.collect(),
            actors: actors.collect(),
        }
    }

    fn line(&self, line: &Line) -> wire::Line {
        let parts = line.parts.iter().map(|part| {
            let wire::Span { start, end } = self.span(part.span);
            wire::Part {
                start,
                end,
                kind: part.kind.name().to_owned(),
            }
        });
        wire::Line {
            parts: parts.collect(),
            text: line.text.clone(),
            facts: fact_ids(&line.facts),
            statement: line.statement.map(|id| id.to_string()),
            stands: line.stands,
            confidence: Share(line.confidence),
            weight: Share(line.weight),
        }
    }

    fn answer(&self, answer: &Answer) -> wire::Answer {
        let wire::Span { start, end } = self.span(answer.span);
        wire::Answer {
            start,
            end,
            text: answer.text.clone(),
            fact: answer.fact.map(|id| id.to_string()),
        }
    }
}

fn value(value: &Value) -> wire::Value {
    wire::Value {
        kind: value.kind.name().to_owned(),
        value: value.value.map(Number),
        max: value.max.map(Number),
        comparator: value.comparator.map(|it| it.name().to_owned()),
        unit: value.unit.clone(),
        iso: value.iso.clone(),
    }
}
