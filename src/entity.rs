//! Who and what is mentioned: the recogniser's names, groups without a name, values, and which mentions are one.

mod actors;
mod coreference;
mod equipment;
mod groups;
mod mention;
mod names;
pub mod recognizer;
pub mod values;

use std::collections::HashMap;

use crate::document::Document;
use crate::lexicon::{EQUIPMENT_NAMES, PLACES};
use crate::report::{Entity, EntityType, Level, Mention};
use mention::Found;
pub use values::article_date;

/// What the recogniser network found, before any rule: token range and type.
pub type Named = (crate::document::TokenRange, crate::report::EntityType);

/// The entities of a parsed document. `named` are the network's; `date` is the article's (`YYYY-MM-DD`), if known.
pub fn recognize(document: &Document, named: &[Named], date: Option<&str>) -> Vec<Entity> {
    let mut mentions = mentions(document, named, date);
    let clusters = coreference::link(document, &mut mentions);
    let acting = actors::acting(document, &mentions);
    (clusters.iter())
        .map(|cluster| describe(document, &mentions, &acting, cluster))
        .collect()
}

/// All mentions, in order of the text, a longer one before those inside it.
fn mentions(document: &Document, named: &[Named], date: Option<&str>) -> Vec<Found> {
    let mut names = names::find(document, named);
    let equipment = equipment::find(document, &names);
    let groups = groups::find(document, &names, &equipment);
    let mut person_ends = vec![false; document.len() + 1];
    for name in names.iter().filter(|it| it.kind == EntityType::Person) {
        person_ends[name.tokens.end] = true;
    }
    let mut readings = values::read(document, date, |i| person_ends[i + 1]);
    // "USA Today", "the Sunday Times": no day.
    let mut titled = vec![false; document.len()];
    for name in &names {
        let title = matches!(name.kind, EntityType::Org | EntityType::WorkOfArt);
        if title && name.name.len() > 1 {
            titled[name.name.clone()].fill(true);
        }
    }
    readings.retain(|reading| {
        let day = reading.kind == EntityType::Date && reading.tokens.len() == 1;
        !(day && titled[reading.tokens.start])
    });
    // "Syrian" in "Syrian rebels" tells which rebels: no mention of its own.
    names.retain(|name| {
        let inside = |other: &Found| {
            other.tokens.contains(&name.head) && other.tokens.len() > name.tokens.len()
        };
        name.kind != EntityType::Norp || !groups.iter().chain(&equipment).any(inside)
    });
    // "GMT" in "10:30 GMT", "Thanksgiving" in "Thanksgiving Day".
    let mut timed = vec![false; document.len()];
    for reading in readings.iter().filter(|reading| {
        matches!(
            reading.kind,
            EntityType::Date | EntityType::Time | EntityType::Money
        )
    }) {
        timed[reading.tokens.clone()].fill(true);
    }
    names.retain(|name| !name.name.clone().all(|i| timed[i]));
    names.retain(|name| {
        let inside = |thing: &Found| {
            thing.tokens.start <= name.tokens.start && name.tokens.end <= thing.tokens.end
        };
        let make = equipment::is_designator(document.word(name.tokens.start))
            || name.kind == EntityType::Product
            || EQUIPMENT_NAMES.contains(&names::key(document, &name.tokens));
        !(make && equipment.iter().any(inside))
    });
    let places = values::coordinates(document).into_iter();
    let mut mentions = names;
    mentions.extend(places.map(|place| Found::new(document, place, EntityType::Loc, Level::Named)));
    mentions.extend(equipment);
    mentions.extend(groups);
    mentions.extend(readings.into_iter().map(|reading| Found {
        value: Some(reading.value),
        ..Found::new(document, reading.tokens, reading.kind, Level::Named)
    }));
    mentions.sort_by_key(|mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end)));
    mentions
}

/// The entity of these mentions: its fullest name, its other forms, its weight in the article.
fn describe(
    document: &Document,
    mentions: &[Found],
    acting: &[Option<EntityType>],
    cluster: &[usize],
) -> Entity {
    let title = document
        .title
        .map_or(0, |title| document.tokens_in(title).end);
    let form = |m: usize| {
        let words = mention::span(document, &mentions[m].name).of(document.text());
        let article = ["the ", "a ", "an ", "The ", "A ", "An "]
            .iter()
            .find_map(|article| words.strip_prefix(article));
        let proper = mentions[m].level == Level::Named && PLACES.contains(&words.to_lowercase());
        article.filter(|_| !proper).unwrap_or(words).to_owned()
    };
    let mut times: HashMap<String, usize> = HashMap::new();
    for &m in cluster {
        *times.entry(form(m)).or_default() += 1;
    }
    // A proper name before an office before a description; outside the headline, which may cut or capitalise; then the most words; of as many
    // ("ISIS", "Daesh") what the article says most.
    let rank = |m: usize| {
        let mention = &mentions[m];
        let level = match mention.level {
            Level::Named if !coreference::is_office(document, mention) => 3,
            Level::Named => 2,
            Level::Nominal => 1,
            Level::Pronoun => 0,
        };
        let form = form(m);
        (
            level,
            mention.tokens.start >= title,
            form.split_whitespace().count().min(12),
            times[&form],
            form.chars().count().min(80),
        )
    };
    let best = (cluster.iter().copied().rev())
        .max_by_key(|&m| rank(m))
        .unwrap_or(cluster[0]);
    let name = form(best);
    let mut aliases: Vec<String> = Vec::new();
    for &m in cluster
        .iter()
        .filter(|&&m| mentions[m].level != Level::Pronoun)
    {
        let whole = (mention::span(document, &mentions[m].tokens).of(document.text())).to_owned();
        for alias in [form(m), whole] {
            if alias != name && !aliases.contains(&alias) {
                aliases.push(alias);
            }
        }
    }
    let kind = mentions[best].kind;
    Entity {
        kind,
        name,
        aliases,
        salience: salience(document, mentions, cluster),
        value: mentions[best].value.clone(),
        mentions: cluster
            .iter()
            .map(|&m| Mention {
                span: mention::span(document, &mentions[m].tokens),
                level: mentions[m].level,
                kind: acting[m]
                    .or((mentions[m].kind != kind).then_some(mentions[m].kind))
                    .filter(|&acting| acting != kind),
            })
            .collect(),
    }
}

/// How much of the article is about it: its mentions, those in the headline and the lead counting more.
fn salience(document: &Document, mentions: &[Found], cluster: &[usize]) -> f32 {
    let lead = document
        .paragraphs
        .iter()
        .take(2)
        .map(|p| p.end)
        .max()
        .unwrap_or(0);
    let title = document
        .title
        .map_or(0, |title| document.tokens_in(title).end);
    let mut weight = 0.0f32;
    for &m in cluster {
        let at = mentions[m].tokens.start;
        weight += if at < title {
            3.0
        } else if at < lead {
            2.0
        } else {
            1.0
        };
    }
    weight / (weight + 6.0)
}
