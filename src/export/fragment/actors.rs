//! Who did what to whom, as a table; and who and what is named, by kind.

use std::collections::BTreeSet;

use super::block::{folded, grid, section};
use super::markup::{Html, all, element, plain};
use super::reading::Reading;
use super::told::{WITHOUT_MODE, cited, silent};
use crate::report::{
    CountOf, Entity, EntityId, EntityType, Fact, FactId, Polarity, Role, RoleFiller,
};
use crate::text::Span;

/// Facts that are looked at.
const MAX_FACTS: usize = 400;
/// Longest object of an act, in characters.
const MAX_OBJECT: usize = 44;
/// Longest way from the event to its object, which leaves room for a preposition, and longest stretch, in characters.
const MAX_GAP: usize = 14;
const MAX_DEED: usize = 140;
/// Paragraphs and other names of an entity that are named.
const PLACES: usize = 12;
const ALIASES: usize = 6;
/// The kinds of entity in the order in which they are listed.
const KINDS: [&str; 22] = [
    "PERSON",
    "ORG",
    "GROUP",
    "NORP",
    "GPE",
    "LOC",
    "FAC",
    "DATE",
    "TIME",
    "CARDINAL",
    "QUANTITY",
    "MONEY",
    "PERCENT",
    "ORDINAL",
    "WEAPON",
    "PLATFORM",
    "VEHICLE",
    "PRODUCT",
    "EVENT",
    "LAW",
    "WORK_OF_ART",
    "LANGUAGE",
];

struct Act<'r> {
    from: EntityId,
    fact: &'r Fact,
    label: String,
    is_main: bool,
    touches_actor: bool,
}

pub fn acts(reading: &Reading) -> Option<Html> {
    let rows: Vec<Html> = (found(reading).iter())
        .filter_map(|act| act_row(reading, act))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let headings = ["who", "didWhat", "toWhom", "sourceCertainty"];
    let table = grid(reading, "table.tab", &[], &headings, rows, 20);
    Some(section("pic", reading.words.say("picture"), "", table))
}

/// What main actors did, the main event first.
fn found<'r>(reading: &Reading<'r>) -> Vec<Act<'r>> {
    let summary = &reading.report.summary;
    let main: Vec<EntityId> = summary.actors.iter().map(|actor| actor.entity).collect();
    let is_actor = |role: &RoleFiller| role.entity.is_some_and(|id| main.contains(&id));
    let first = summary
        .headline
        .as_ref()
        .and_then(|line| line.facts.first());
    let mut wanted: Vec<FactId> = Vec::new();
    let did = summary.actors.iter().flat_map(|actor| &actor.did);
    for &id in first.into_iter().chain(did) {
        if !wanted.contains(&id) {
            wanted.push(id);
        }
    }
    let mut acts = Vec::new();
    let facts = wanted
        .iter()
        .filter_map(|&id| Some((id, reading.report.fact(id)?)));
    for (id, fact) in facts.take(MAX_FACTS) {
        let is_main = first == Some(&id);
        if fact.kind.name().starts_with("state.") && !is_main {
            continue;
        }
        let mut agents: Vec<EntityId> = Vec::new();
        for role in (fact.roles.iter()).filter(|role| role.role == Role::Agent && is_actor(role)) {
            agents.extend(role.entity.filter(|id| !agents.contains(id)));
        }
        let touched = fact.roles.iter().find(|role| {
            matches!(role.role, Role::Patient | Role::Recipient | Role::Origin)
                && is_actor(role)
                && role.entity.is_none_or(|id| !agents.contains(&id))
        });
        let count = (fact.counts.iter()).find(|count| count.of == CountOf::Role(Role::Patient));
        let whom = match (touched, count) {
            (Some(_), Some(count)) if fact.polarity != Polarity::Negated => {
                reading.slice(count.span)
            }
            (Some(_), _) => "",
            (None, _) => beside(reading, fact),
        };
        let key = reading.certainty(fact, fact);
        let verb = reading.verb(id, fact);
        let verb = match key {
            "certain" => verb,
            key => format!("{}: {verb}", reading.words.say(key)),
        };
        let label = format!("{verb} {whom}").trim_end().to_owned();
        acts.extend(agents.iter().map(|&from| Act {
            from,
            fact,
            label: label.clone(),
            is_main,
            touches_actor: touched.is_some(),
        }));
    }
    acts.sort_by(|a, b| {
        let order = (b.is_main, b.touches_actor).cmp(&(a.is_main, a.touches_actor));
        order.then_with(|| b.fact.salience.total_cmp(&a.fact.salience))
    });
    acts
}

fn act_row(reading: &Reading, act: &Act) -> Option<Html> {
    let Act { fact, .. } = act;
    let touched: Vec<&RoleFiller> = (fact.roles.iter())
        .filter(|role| matches!(role.role, Role::Patient | Role::Recipient))
        .filter(|role| role.entity != Some(act.from))
        .collect();
    let whom: Vec<&str> = (touched.iter().enumerate())
        .filter(|&(i, role)| {
            let told = |other: &&RoleFiller| match other.entity {
                Some(entity) => Some(entity) == role.entity,
                None => other.span.contains(role.span),
            };
            !touched[..i].iter().any(told)
        })
        .map(|(_, role)| reading.slice(role.span))
        .take(2)
        .collect();
    let whom = match whom.is_empty() {
        true => silent(reading, "notStated"),
        false => plain("span.w", whom.join("; ")),
    };
    let key = match reading.certainty(*fact, fact) {
        "certain" => "asFact",
        key => key,
    };
    let how = format!(", {}", reading.words.say(key).to_lowercase());
    let cell = [("role", "cell")];
    let name = reading.report.entity(act.from)?.name.as_str();
    Some(element(
        "tr",
        &[("role", "row")],
        all![
            element("th", &[("role", "rowheader"), ("scope", "row")], name),
            element("td", &cell, act.label.as_str()),
            element("td", &cell, whom),
            element("td", &cell, cited(reading, fact.trigger, WITHOUT_MODE, how)),
        ],
    ))
}

/// What else the act is about, where that follows the event in the text and is short.
fn beside<'r>(reading: &Reading<'r>, fact: &Fact) -> &'r str {
    let end = deed_end(reading, fact);
    let words = reading.slice(Span::new(fact.trigger.end, end)).trim();
    if words.chars().count() > MAX_OBJECT {
        ""
    } else {
        words
    }
}

/// Where what a fact is about ends: the event and the part of the fact that follows it.
fn deed_end(reading: &Reading, fact: &Fact) -> usize {
    let trigger = fact.trigger;
    let sentence = reading.sentence(trigger.start).unwrap_or(trigger);
    let length = |start: usize, end: usize| Span::new(start, end).of(reading.text).chars().count();
    let reached = fact.roles.iter().filter(|role| {
        let span = role.span;
        let object = !matches!(role.role, Role::Agent | Role::Time | Role::Cause);
        if !object || role.inherited || span.start < trigger.end || !sentence.contains(span) {
            return false;
        }
        let between = reading.slice(Span::new(trigger.end, span.start));
        between.chars().count() <= MAX_GAP
            && !between.contains([',', '.', ';', ':', '!', '?', ')', '”', '"'])
            && length(trigger.start, span.end) <= MAX_DEED
    });
    let object = reached.min_by_key(|role| (role.span.start, std::cmp::Reverse(role.span.end)));
    let end = object.map_or(trigger.end, |role| role.span.end);
    let words = reading.slice(Span::new(trigger.start, end));
    let mark = reading.text.get(end..).and_then(|rest| rest.chars().next());
    let open = match mark {
        Some(')') => '(',
        Some('”') => '“',
        Some(']') => '[',
        _ => return end,
    };
    let last = |c: char| words.rfind(c);
    match mark.filter(|&mark| last(open) > last(mark)) {
        Some(mark) => end + mark.len_utf8(),
        None => end,
    }
}

/// Main actors, and everyone and everything by kind.
pub fn entities(reading: &Reading) -> Option<Html> {
    let entities = &reading.report.entities;
    if entities.is_empty() {
        return None;
    }
    let actors = reading
        .report
        .summary
        .actors
        .iter()
        .map(|actor| actor.entity);
    let main: BTreeSet<EntityId> = actors.collect();
    let mut actors: Vec<&Entity> = main
        .iter()
        .filter_map(|&id| reading.report.entity(id))
        .collect();
    actors.sort_by(|a, b| b.salience.total_cmp(&a.salience));
    let words = &reading.words;
    let table =
        (!actors.is_empty()).then(|| table(reading, &actors, 8, words.say("mainActors"), None));
    let rest = (entities.len() > main.len()).then(|| {
        let title = format!("{} ({})", words.say("everyEntity"), entities.len());
        let by_kind = KINDS.iter().filter_map(|&kind| {
            let of_kind = entities
                .iter()
                .filter(|entity| reading.kind(entity) == kind);
            let of_kind: Vec<&Entity> = of_kind.collect();
            (!of_kind.is_empty())
                .then(|| self::table(reading, &of_kind, 20, words.say(kind), Some(kind)))
        });
        plain(
            "details",
            all![plain("summary", title), by_kind.collect::<Html>()],
        )
    });
    Some(section("ent", words.say("entities"), "", all![table, rest]))
}

/// A table of entities; those of one kind have it as their caption.
fn table(
    reading: &Reading,
    entities: &[&Entity],
    limit: usize,
    title: &str,
    kind: Option<&str>,
) -> Html {
    let words = &reading.words;
    let scope = [("scope", "col")];
    let head = all![
        element("th", &scope, title),
        element("th", &scope, words.say("paragraphs")),
        element("th.num", &scope, words.say("mentions")),
    ];
    let look = if kind.is_some() { "thead.vh" } else { "thead" };
    let head = plain(look, plain("tr", head));
    let caption = kind.map(|_| {
        let n = plain("span.n", format!(" {}", entities.len()));
        plain("caption", all![title, n])
    });
    let rows = entities
        .iter()
        .map(|entity| entity_row(reading, entity, kind));
    folded(reading, rows.collect(), limit, |rows| {
        plain(
            "table.ents",
            all![caption.clone(), head.clone(), plain("tbody", rows)],
        )
    })
}

fn entity_row(reading: &Reading, entity: &Entity, kind: Option<&str>) -> Html {
    let words = &reading.words;
    let gloss = format!("gloss_{}", reading.kind(entity));
    let unnamed = entity.kind == EntityType::Person && !entity.is_named();
    let gloss = [
        kind.is_none().then(|| words.say(&gloss)),
        unnamed.then(|| words.say("unnamed")),
    ];
    let gloss: Vec<&str> = gloss.into_iter().flatten().collect();
    let mut aliases = reading.aliases(entity);
    aliases.truncate(ALIASES);
    let aliases = match aliases.is_empty() {
        true => String::new(),
        false => format!("{} {}", words.say("also"), aliases.join(", ")),
    };
    let also = [gloss.join(", "), aliases]
        .into_iter()
        .filter(|it| !it.is_empty());
    let also = also.collect::<Vec<_>>().join(" · ");
    let also = (!also.is_empty()).then(|| plain("span.al", also));
    plain(
        "tr",
        all![
            element(
                "th",
                &[("scope", "row")],
                all![plain("b.w", entity.name.as_str()), also]
            ),
            plain("td", places(reading, entity)),
            plain("td.num", entity.mentions.len().to_string()),
        ],
    )
}

/// Where an entity is mentioned, as in the index of a book: a pointer for each paragraph, to its first mention there.
fn places(reading: &Reading, entity: &Entity) -> Html {
    let mut seen: Vec<String> = Vec::new();
    let mut html = Html::default();
    for mention in &entity.mentions {
        let (short, long) = reading.place(mention.span);
        if seen.contains(&short) {
            continue;
        }
        if seen.len() < PLACES {
            let label = format!("{}, {long}", entity.name);
            let address = reading.address(mention.span);
            let attributes = [("href", address.as_str()), ("aria-label", label.as_str())];
            html.push(all![element("a.ref", &attributes, short.as_str()), " "]);
        }
        seen.push(short);
    }
    if seen.len() > PLACES {
        html.push(reading.words.count("more", seen.len() - PLACES));
    }
    plain("span.at", html)
}
