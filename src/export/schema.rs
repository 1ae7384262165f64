//! schema.org: the article and what is claimed in it.

use super::json::Json;
use super::words::Said;
use crate::report::{Entity, EntityType, Report};

pub fn article(text: &str, report: &Report) -> String {
    let said = Said { text, report };
    let mut members = vec![
        ("@context", "https://schema.org".into()),
        ("@type", "NewsArticle".into()),
        (
            "identifier",
            format!("urn:sha256:{}", report.text_hash).into(),
        ),
        ("inLanguage", "en".into()),
    ];
    if let Some(title) = report.title {
        members.push(("headline", said.words(title).into()));
    }
    if let Some(date) = &report.date {
        members.push(("datePublished", date.as_str().into()));
    }
    let points = report.summary.points.iter();
    let points: Vec<&str> = (points.filter_map(|&point| report.summary.line(point)))
        .map(|line| line.text.as_str())
        .collect();
    if !points.is_empty() {
        members.push(("abstract", points.join(" ").into()));
    }
    let mentions = report.entities.iter().filter_map(thing).collect();
    let claims = report.statements.iter().map(|statement| {
        let mut claim = vec![
            ("@type", "Claim".into()),
            ("text", said.all_words(&statement.content).into()),
        ];
        if let Some(source) = said.source(statement) {
            let entity = statement
                .source
                .as_ref()
                .and_then(|source| source.entity)
                .and_then(|id| report.entity(id));
            // An author is a person or an organisation; others who say something are credited by their words.
            claim.push(match entity.map(|entity| entity.kind) {
                Some(author @ (EntityType::Person | EntityType::Org)) => (
                    "author",
                    Json::Object(vec![
                        ("@type", kind(author).unwrap_or("Thing").into()),
                        ("name", source.into()),
                    ]),
                ),
                _ => ("creditText", source.into()),
            });
        }
        Json::Object(claim)
    });
    members.push(("mentions", Json::List(mentions)));
    members.push(("hasPart", Json::List(claims.collect())));
    format!("{}\n", Json::Object(members))
}

/// An entity with a name, if schema.org has a type for it.
fn thing(entity: &Entity) -> Option<Json> {
    let kind = kind(entity.kind).filter(|_| entity.is_named())?;
    let mut members = vec![
        ("@type", kind.into()),
        ("name", entity.name.as_str().into()),
    ];
    if !entity.aliases.is_empty() {
        let aliases = entity.aliases.iter().map(|alias| alias.as_str().into());
        members.push(("alternateName", Json::List(aliases.collect())));
    }
    Some(Json::Object(members))
}

fn kind(kind: EntityType) -> Option<&'static str> {
    match kind {
        EntityType::Person => Some("Person"),
        EntityType::Org => Some("Organization"),
        EntityType::Gpe => Some("AdministrativeArea"),
        EntityType::Loc | EntityType::Fac => Some("Place"),
        EntityType::Event => Some("Event"),
        EntityType::WorkOfArt => Some("CreativeWork"),
        EntityType::Law => Some("Legislation"),
        EntityType::Product => Some("Product"),
        EntityType::Vehicle => Some("Vehicle"),
        EntityType::Language => Some("Language"),
        _ => None,
    }
}
