//! Wire to report: every name, id and index is checked once, here.

mod place;
mod summary;

use std::borrow::Cow;

use place::{Place, each};

use super::{SCHEMA, schema as wire};
use crate::document::{Dep, Pos, Tag};
use crate::report::{
    Block, BlockKind, Claim, Conflict, Count, CountOf, Entity, EntityId, Fact, FactId, Mention,
    Relation, RelativePlace, Report, ReportToken, RoleFiller, Source, Statement, StatementId,
    Value,
};
use crate::text::{Offsets, Span};

/// Why something on the wire is no report.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Another schema, or another version of it.
    #[error("schema “{0}” is not “{SCHEMA}”")]
    Schema(String),
    /// A name that is in no list of this version.
    #[error("{place}: “{found}” is no {what}")]
    Name {
        /// Where: `facts[3]`.
        place: String,
        /// What was looked for.
        what: &'static str,
        /// What is there.
        found: String,
    },
    /// An id or index of something that is not there.
    #[error("{place}: {what} “{found}” does not exist")]
    Dangling {
        /// Where: `facts[3]`.
        place: String,
        /// What was looked for.
        what: &'static str,
        /// What is there.
        found: String,
    },
    /// A span that ends before it starts.
    #[error("{place}: a span ends at {end}, before its start {start}")]
    Backwards {
        /// Where: `facts[3]`.
        place: String,
        /// Start as given.
        start: usize,
        /// End as given.
        end: usize,
    },
}

/// The report that `report` holds, with offsets as bytes of `text`.
///
/// The text may differ from the one that was analysed: offsets beyond it stay beyond it, for [`crate::verify`] to name.
///
/// ```
/// use nutgraf::{Report, text::Unit, wire};
/// let text = "Köln 🇨🇭 says";
/// let json = serde_json::to_string(&wire::write(&Report::default(), text, Unit::Utf16)).expect("plain data");
/// let written: wire::Report = serde_json::from_str(&json).expect("a report");
/// assert_eq!(wire::read(&written, text), Ok(Report::default()));
/// ```
///
/// # Errors
/// A [`ReadError`] that says where, when a name, an id or an index is not there or a span runs backwards.
pub fn read(report: &wire::Report, text: &str) -> Result<Report, ReadError> {
    if report.schema != SCHEMA {
        return Err(ReadError::Schema(report.schema.clone()));
    }
    let Some(unit) = report.unit() else {
        return Err(ReadError::Name {
            place: "report".to_owned(),
            what: "unit of offsets",
            found: report.unit.clone(),
        });
    };
    let reader = Reader {
        offsets: Offsets::new(text, unit),
        report,
    };
    let whole = Place::of("report", 0);
    Ok(Report {
        engine: report.engine.clone(),
        model: report.model.clone(),
        language: report.language.clone(),
        length: reader.offsets.to_byte(report.length),
        text_hash: report.text_hash.clone(),
        title: (report.title)
            .map(|span| reader.span(whole, span.start, span.end))
            .transpose()?,
        date: report.date.clone(),
        paragraphs: reader.spans(whole, &report.paragraphs)?,
        blocks: each("blocks", &report.blocks, |place, it| {
            Ok(Block {
                span: reader.span(place, it.start, it.end)?,
                kind: place.named("kind of block", &it.kind, BlockKind::from_name)?,
            })
        })?,
        sentences: each("sentences", &report.sentences, |place, it| {
            reader.span(place, it.start, it.end)
        })?,
        digests: (report.sentences.iter())
            .map(|it| it.digest.clone())
            .collect(),
        tokens: match &report.tokens {
            Some(tokens) => Some(each("tokens", tokens, |place, it| reader.token(place, it))?),
            None => None,
        },
        entities: each("entities", &report.entities, |place, it| {
            reader.entity(place, it)
        })?,
        statements: each("statements", &report.statements, |place, it| {
            reader.statement(place, it)
        })?,
        facts: each("facts", &report.facts, |place, it| reader.fact(place, it))?,
        summary: reader.summary(&report.summary)?,
    })
}

struct Reader<'r> {
    offsets: Offsets<'r>,
    report: &'r wire::Report,
}

impl Reader<'_> {
    fn span(&self, place: Place, start: usize, end: usize) -> Result<Span, ReadError> {
        if start > end {
            return Err(ReadError::Backwards {
                place: place.name(),
                start,
                end,
            });
        }
        Ok(Span::new(
            self.offsets.to_byte(start),
            self.offsets.to_byte(end),
        ))
    }

    fn spans(&self, place: Place, spans: &[wire::Span]) -> Result<Vec<Span>, ReadError> {
        (spans.iter())
            .map(|span| self.span(place, span.start, span.end))
            .collect()
    }

    fn entity_id(&self, place: Place, id: &str) -> Result<EntityId, ReadError> {
        (place.id("entity", 'e', id, self.report.entities.len())).map(EntityId)
    }

    fn statement_id(&self, place: Place, id: &str) -> Result<StatementId, ReadError> {
        (place.id("statement", 's', id, self.report.statements.len())).map(StatementId)
    }

    fn fact_id(&self, place: Place, id: &str) -> Result<FactId, ReadError> {
        (place.id("fact", 'f', id, self.report.facts.len())).map(FactId)
    }

    fn fact_ids(&self, place: Place, ids: &[String]) -> Result<Vec<FactId>, ReadError> {
        ids.iter().map(|id| self.fact_id(place, id)).collect()
    }

    fn token(&self, place: Place, token: &wire::Token) -> Result<ReportToken, ReadError> {
        let count = self.report.tokens.as_ref().map_or(0, Vec::len);
        if token.head >= count {
            return Err(place.dangling("head", token.head));
        }
        Ok(ReportToken {
            span: self.span(place, token.start, token.end)?,
            lemma: token.lemma.clone(),
            pos: place.named("part of speech", &token.pos, Pos::from_name)?,
            tag: place.named("tag", &token.tag, Tag::from_name)?,
            head: token.head,
            dep: place.named("dependency", &token.dep, Dep::from_name)?,
        })
    }

    fn entity(&self, place: Place, entity: &wire::Entity) -> Result<Entity, ReadError> {
        self.expect_id(place, 'e', &entity.id)?;
        let mentions = entity.mentions.iter().map(|mention| {
            Ok(Mention {
                span: self.span(place, mention.start, mention.end)?,
                level: place.named("level", &mention.level, crate::report::Level::from_name)?,
                kind: place.named_if("entity type", mention.kind.as_ref(), entity_type)?,
            })
        });
        Ok(Entity {
            kind: place.named("entity type", &entity.kind, entity_type)?,
            name: entity.name.clone(),
            aliases: entity.aliases.clone(),
            salience: entity.salience.0,
            value: match &entity.value {
                Some(it) => Some(value(place, it)?),
                None => None,
            },
            mentions: mentions.collect::<Result<_, ReadError>>()?,
        })
    }

    /// Ids count up from 1 in the order of their list: an index is then all that an id is.
    fn expect_id(&self, place: Place, letter: char, id: &str) -> Result<(), ReadError> {
        if id == format!("{letter}{}", place.index + 1) {
            return Ok(());
        }
        Err(place.dangling("id in this place", id))
    }

    fn statement(&self, place: Place, statement: &wire::Statement) -> Result<Statement, ReadError> {
        self.expect_id(place, 's', &statement.id)?;
        let source = match &statement.source {
            Some(source) => Some(Source {
                span: self.span(place, source.start, source.end)?,
                entity: (source.entity.as_ref())
                    .map(|id| self.entity_id(place, id))
                    .transpose()?,
                anonymous: source.anonymous,
            }),
            None => None,
        };
        Ok(Statement {
            mode: place.named("mode", &statement.mode, crate::report::Mode::from_name)?,
            source,
            cue: (statement.cue)
                .map(|cue| self.span(place, cue.start, cue.end))
                .transpose()?,
            content: self.spans(place, &statement.content)?,
            quotations: self.spans(place, &statement.quotations)?,
            within: (statement.within.as_ref())
                .map(|id| self.statement_id(place, id))
                .transpose()?,
            confidence: statement.confidence.0,
        })
    }

    fn fact(&self, place: Place, fact: &wire::Fact) -> Result<Fact, ReadError> {
        use crate::report::{Certainty, FactType, Modality, Polarity, RelationKind};
        self.expect_id(place, 'f', &fact.id)?;
        let relations = fact.relations.iter().map(|relation| {
            Ok(Relation {
                kind: place.named("relation", &relation.kind, RelationKind::from_name)?,
                fact: self.fact_id(place, &relation.fact)?,
            })
        });
        Ok(Fact {
            kind: place.named("fact type", &fact.kind, FactType::from_name)?,
            trigger: self.span(place, fact.trigger.start, fact.trigger.end)?,
            lemma: fact.trigger.lemma.clone(),
            mentions: self.spans(place, &fact.mentions)?,
            roles: (fact.roles.iter())
                .map(|filler| self.filler(place, filler))
                .collect::<Result<_, _>>()?,
            counts: (fact.counts.iter())
                .map(|count| self.count(place, count))
                .collect::<Result<_, _>>()?,
            place: match &fact.place {
                Some(it) => Some(self.relative_place(place, it)?),
                None => None,
            },
            time: fact.time.clone(),
            polarity: place.named("polarity", &fact.polarity, Polarity::from_name)?,
            certainty: place.named("certainty", &fact.certainty, Certainty::from_name)?,
            modality: place.named("modality", &fact.modality, Modality::from_name)?,
            hedges: self.spans(place, &fact.hedges)?,
            loaded: self.spans(place, &fact.loaded)?,
            claims: (fact.claims.iter())
                .map(|claim| self.claim(place, claim, fact.counts.len()))
                .collect::<Result<_, _>>()?,
            conflicts: (fact.conflicts.iter())
                .map(|it| conflict(place, it, fact.claims.len()))
                .collect::<Result<_, _>>()?,
            relations: relations.collect::<Result<_, ReadError>>()?,
            evidence: self.spans(place, &fact.evidence)?,
            salience: fact.salience.0,
            confidence: fact.confidence.0,
            line: (fact.line)
                .map(|line| self.line_index(place, line))
                .transpose()?,
        })
    }

    fn filler(&self, place: Place, filler: &wire::Filler) -> Result<RoleFiller, ReadError> {
        Ok(RoleFiller {
            role: place.named("role", &filler.role, crate::report::Role::from_name)?,
            span: self.span(place, filler.start, filler.end)?,
            entity: (filler.entity.as_ref())
                .map(|id| self.entity_id(place, id))
                .transpose()?,
            via: Cow::Owned(filler.via.clone()),
            inherited: filler.inherited,
        })
    }

    fn count(&self, place: Place, count: &wire::Count) -> Result<Count, ReadError> {
        Ok(Count {
            span: self.span(place, count.start, count.end)?,
            of: place.named("thing to count", &count.of, count_of)?,
            value: count.value.map(|it| it.0),
            max: count.max.map(|it| it.0),
            comparator: place.named("comparator", &count.comparator, comparator)?,
            unit: count.unit.clone(),
        })
    }

    fn relative_place(&self, place: Place, it: &wire::Place) -> Result<RelativePlace, ReadError> {
        Ok(RelativePlace {
            distance: it.distance.map(|it| it.0),
            unit: it.unit.clone(),
            comparator: place.named_if("comparator", it.comparator.as_ref(), comparator)?,
            bearing: place.named_if(
                "bearing",
                it.bearing.as_ref(),
                crate::report::Bearing::from_name,
            )?,
            landmark: self.span(place, it.landmark.start, it.landmark.end)?,
            within: (it.within)
                .map(|span| self.span(place, span.start, span.end))
                .transpose()?,
        })
    }

    fn claim(&self, place: Place, claim: &wire::Claim, counts: usize) -> Result<Claim, ReadError> {
        use crate::report::{Certainty, Modality, Polarity};
        if let Some(count) = claim.counts.iter().find(|&&count| count >= counts) {
            return Err(place.dangling("count", count));
        }
        Ok(Claim {
            statement: (claim.statement.as_ref())
                .map(|id| self.statement_id(place, id))
                .transpose()?,
            polarity: place.named("polarity", &claim.polarity, Polarity::from_name)?,
            certainty: place.named("certainty", &claim.certainty, Certainty::from_name)?,
            modality: place.named("modality", &claim.modality, Modality::from_name)?,
            counts: claim.counts.clone(),
        })
    }
}

fn conflict(place: Place, it: &wire::Conflict, claims: usize) -> Result<Conflict, ReadError> {
    if let Some(claim) = it.claims.iter().find(|&&claim| claim >= claims) {
        return Err(place.dangling("claim", claim));
    }
    Ok(Conflict {
        field: it.field.clone(),
        claims: it.claims,
        kind: place.named(
            "kind of conflict",
            &it.kind,
            crate::report::ConflictKind::from_name,
        )?,
    })
}

fn value(place: Place, value: &wire::Value) -> Result<Value, ReadError> {
    Ok(Value {
        kind: place.named(
            "kind of value",
            &value.kind,
            crate::report::ValueKind::from_name,
        )?,
        value: value.value.map(|it| it.0),
        max: value.max.map(|it| it.0),
        comparator: place.named_if("comparator", value.comparator.as_ref(), comparator)?,
        unit: value.unit.clone(),
        iso: value.iso.clone(),
    })
}

fn entity_type(name: &str) -> Option<crate::report::EntityType> {
    crate::report::EntityType::from_name(name)
}

fn comparator(name: &str) -> Option<crate::report::Comparator> {
    crate::report::Comparator::from_name(name)
}

fn count_of(name: &str) -> Option<CountOf> {
    match name {
        "event" => Some(CountOf::Event),
        "distance" => Some(CountOf::Distance),
        role => crate::report::Role::from_name(role).map(CountOf::Role),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Line, LineIndex, Part, PartKind, Summary};
    use crate::text::Unit;
    use crate::wire::write;
    use serde_json::{Value, json};

    const TEXT: &str = "Köln 🇨🇭 says no.";

    /// A report with a line, on the wire.
    fn written() -> Value {
        let part = Part {
            kind: PartKind::Words,
            span: Span::new(0, TEXT.len()),
        };
        let line = Line {
            parts: vec![part],
            text: TEXT.to_owned(),
            stands: true,
            weight: 0.25,
            ..Line::default()
        };
        let report = Report {
            summary: Summary {
                lines: vec![line],
                main: Some(LineIndex(0)),
                points: vec![LineIndex(0)],
                ..Summary::default()
            },
            ..Report::default()
        };
        serde_json::to_value(write(&report, TEXT, Unit::Utf16)).expect("plain data")
    }

    fn fault(written: Value) -> String {
        let written: wire::Report = serde_json::from_value(written).expect("the form is right");
        (read(&written, TEXT).err()).map_or_else(String::new, |error| error.to_string())
    }

    #[test]
    fn a_line_is_written_by_its_spans() {
        let line = json!({
            "parts": [{"start": 0, "end": 18, "as": "words"}], "text": TEXT, "facts": [], "statement": null, "stands": true,
            "confidence": 0, "weight": 0.25,
        });
        assert_eq!(written()["summary"]["lines"], json!([line]));
        assert_eq!(fault(written()), "");
    }

    #[test]
    fn what_is_not_there_is_named_with_its_place() {
        let entry = json!([{"iso": null, "text": {"start": 0, "end": 4}, "lines": [3]}]);
        let unsettled = json!([{"line": 0, "fact": "f1", "why": "alleged"}]);
        for (field, value, expected) in [
            (
                "/schema",
                json!("nutgraf/1"),
                "schema “nutgraf/1” is not “nutgraf/2”",
            ),
            (
                "/summary/main",
                json!(1),
                "summary.main[0]: line “1” does not exist",
            ),
            (
                "/summary/points",
                json!([0, 7]),
                "summary.points[1]: line “7” does not exist",
            ),
            (
                "/summary/timeline",
                entry,
                "summary.timeline[0]: line “3” does not exist",
            ),
            (
                "/summary/unsettled",
                unsettled,
                "summary.unsettled[0]: fact “f1” does not exist",
            ),
            (
                "/summary/lines/0/facts",
                json!(["f1"]),
                "summary.lines[0]: fact “f1” does not exist",
            ),
            (
                "/summary/lines/0/statement",
                json!("s1"),
                "summary.lines[0]: statement “s1” does not exist",
            ),
            (
                "/summary/lines/0/parts/0/as",
                json!("told"),
                "summary.lines[0]: “told” is no part of a line",
            ),
            (
                "/summary/lines/0/parts/0/start",
                json!(99),
                "summary.lines[0]: a span ends at 18, before its start 99",
            ),
            (
                "/blocks",
                json!([{"start": 0, "end": 4, "kind": "poem"}]),
                "blocks[0]: “poem” is no kind of block",
            ),
        ] {
            let mut forged = written();
            *forged.pointer_mut(field).expect("the field is there") = value;
            assert_eq!(fault(forged), expected, "{field}");
        }
    }
}
