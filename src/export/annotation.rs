//! W3C Web Annotations: what annotation tools exchange.

use super::json::Json;
use super::words::Said;
use crate::report::{EntityId, FactId, PartKind, Report, StatementId};
use crate::text::{Offsets, Span, Unit};

/// How much text before and after a quote tells it from others like it, in characters.
const CONTEXT: usize = 32;

pub fn page(text: &str, report: &Report) -> String {
    let said = Said { text, report };
    let source = format!("urn:sha256:{}", report.text_hash);
    let offsets = Offsets::new(text, Unit::Codepoint);
    let annotation = |id: String, bodies: Vec<Json>, spans: &[Span]| {
        let targets = spans.iter().map(|&span| {
            Json::Object(vec![
                ("source", source.as_str().into()),
                ("selector", Json::List(selectors(said, &offsets, span))),
            ])
        });
        Json::Object(vec![
            ("id", format!("{source}#{id}").into()),
            ("type", "Annotation".into()),
            ("body", Json::List(bodies)),
            ("target", Json::List(targets.collect())),
        ])
    };
    let mut items = Vec::new();
    for (i, entity) in report.entities.iter().enumerate() {
        let EntityId(number) = EntityId(i + 1);
        for (j, mention) in entity.mentions.iter().enumerate() {
            let kind = mention.kind.unwrap_or(entity.kind);
            let bodies = vec![
                body("tagging", kind.name()),
                body("identifying", &entity.name),
            ];
            items.push(annotation(
                format!("e{number}m{}", j + 1),
                bodies,
                &[mention.span],
            ));
        }
    }
    for (i, statement) in report.statements.iter().enumerate() {
        let mut bodies = vec![body("tagging", statement.mode.name())];
        bodies.extend(
            said.source(statement)
                .map(|source| body("describing", &format!("Source: {source}"))),
        );
        items.push(annotation(
            StatementId(i).to_string(),
            bodies,
            &statement.content,
        ));
    }
    for (i, fact) in report.facts.iter().enumerate() {
        let mut bodies = vec![body("tagging", fact.kind.name())];
        for claimed in said.sources(fact).into_iter().flatten() {
            bodies.push(body("describing", &format!("Source: {claimed}")));
        }
        bodies.push(body(
            "assessing",
            &format!("{}, {}, {}", fact.polarity, fact.certainty, fact.modality),
        ));
        items.push(annotation(FactId(i).to_string(), bodies, &fact.evidence));
    }
    let summary = &report.summary;
    for &point in &summary.points {
        let Some(line) = summary.line(point) else {
            continue;
        };
        let tag = match summary.main == Some(point) {
            true => "main line",
            false => "key point",
        };
        let words = line.parts.iter().filter(|it| it.kind == PartKind::Words);
        let words: Vec<Span> = words.map(|part| part.span).collect();
        let bodies = vec![body("tagging", tag), body("describing", &line.text)];
        items.push(annotation(format!("l{}", point.0 + 1), bodies, &words));
    }
    let page = Json::Object(vec![
        ("@context", "http://www.w3.org/ns/anno.jsonld".into()),
        ("type", "AnnotationPage".into()),
        ("items", Json::List(items)),
    ]);
    format!("{page}\n")
}

fn body(purpose: &str, value: &str) -> Json {
    Json::Object(vec![
        ("type", "TextualBody".into()),
        ("purpose", purpose.into()),
        ("value", value.into()),
    ])
}

fn selectors(said: Said<'_>, offsets: &Offsets<'_>, span: Span) -> Vec<Json> {
    let before = said.text.get(..span.start).unwrap_or("");
    let after = said.text.get(span.end..).unwrap_or("");
    let prefix = before
        .char_indices()
        .rev()
        .nth(CONTEXT - 1)
        .map_or(before, |(at, _)| &before[at..]);
    let suffix = after
        .char_indices()
        .nth(CONTEXT)
        .map_or(after, |(at, _)| &after[..at]);
    vec![
        Json::Object(vec![
            ("type", "TextPositionSelector".into()),
            ("start", Json::Number(offsets.from_byte(span.start))),
            ("end", Json::Number(offsets.from_byte(span.end))),
        ]),
        Json::Object(vec![
            ("type", "TextQuoteSelector".into()),
            ("exact", span.of(said.text).into()),
            ("prefix", prefix.into()),
            ("suffix", suffix.into()),
        ]),
    ]
}
