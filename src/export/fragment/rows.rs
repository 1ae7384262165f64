//! Facts in rows: how sure, the words, who says so; what is not confirmed, the facts by weight, and the facts by time.

use super::block::{limited, section};
use super::markup::{Html, all, plain};
use super::reading::Reading;
use super::told::{silent, sources, told};
use crate::report::{Claim, Fact, FactId, Line, RelationKind, TimelineEntry};

/// From this length on a time stands above its facts instead of beside them, in characters.
const LONG: usize = 36;

/// What is not certain, or denied.
pub fn unconfirmed(reading: &Reading) -> Option<Html> {
    let lines = reading.report.summary.unconfirmed.iter();
    rows(
        reading,
        "open-q",
        "unconfirmed",
        lines.cloned().collect(),
        12,
    )
}

/// The facts by weight; those that no line tells, in the words of the text.
pub fn lines(reading: &Reading) -> Option<Html> {
    let summary = &reading.report.summary;
    let main = summary.headline.as_ref().map(|line| line.facts.first());
    let shown: Vec<String> = summary.unconfirmed.iter().map(Line::text).collect();
    let others = summary.lines.iter().filter(|line| {
        !shown.contains(&line.text()) && main.is_none_or(|main| line.facts.first() != main)
    });
    let all_facts = (0..reading.report.facts.len()).map(FactId);
    let untold = all_facts
        .filter(|&id| !reading.is_told(id))
        .filter_map(|id| reading.line(id));
    rows(
        reading,
        "lines",
        "lines",
        others.cloned().chain(untold).collect(),
        6,
    )
}

fn rows(reading: &Reading, id: &str, title: &str, lines: Vec<Line>, limit: usize) -> Option<Html> {
    let rows: Vec<Html> = lines.iter().map(|line| row(reading, line)).collect();
    let title = reading.words.say(title);
    (!rows.is_empty()).then(|| section(id, title, "", limited(reading, "ul.rows", rows, limit)))
}

fn row(reading: &Reading, line: &Line) -> Html {
    let words = plain("p.w", told(reading, line));
    let Some(fact) = line.facts.first().and_then(|&id| reading.report.fact(id)) else {
        return plain("li", all![plain("span", ""), words]);
    };
    let span = line.parts.iter().find_map(|part| part.span);
    let key = match reading.claim_at(fact, span.unwrap_or(fact.trigger)) {
        Some(claim) => reading.certainty(claim, fact),
        None => reading.certainty(fact, fact),
    };
    let alike: Vec<&Claim> = (fact.claims.iter())
        .filter(|claim| reading.certainty(*claim, fact) == key)
        .collect();
    let look = if key == "certain" {
        "span.cert.sure"
    } else {
        "span.cert"
    };
    plain(
        "li",
        all![
            plain(look, reading.words.say(key)),
            plain("div", all![words, sources(reading, fact, &alike)]),
        ],
    )
}

/// The facts in order of time.
pub fn timeline(reading: &Reading) -> Option<Html> {
    let entries = reading.report.summary.timeline.iter();
    let entries: Vec<Html> = entries.filter_map(|entry| moment(reading, entry)).collect();
    (!entries.is_empty()).then(|| {
        let list = limited(reading, "ol.time", entries, 12);
        section(
            "timeline",
            reading.words.say("time"),
            reading.words.say("timeKey"),
            list,
        )
    })
}

fn moment(reading: &Reading, entry: &TimelineEntry) -> Option<Html> {
    let facts = entry.facts.iter();
    let facts: Vec<(FactId, &Fact)> = facts
        .filter_map(|&id| Some((id, reading.report.fact(id)?)))
        .collect();
    if facts.is_empty() {
        return None;
    }
    let date = reading.calendar(entry.iso.as_deref());
    let words = entry.text.map(|span| reading.slice(span));
    let label = match (words, &entry.iso) {
        (Some(words), _) => {
            let date = date.filter(|date| date != words);
            all![
                plain("span.w", words),
                date.map(|date| plain("span.iso", date))
            ]
        }
        (None, Some(iso)) => iso.as_str().into(),
        (None, None) => silent(reading, "noTime"),
    };
    // Facts that one line tells stand there once, with the sources of the last.
    let mut told_here: Vec<(Line, &Fact)> = Vec::new();
    for &(id, fact) in &facts {
        let Some(line) = reading.line(id) else {
            continue;
        };
        match told_here
            .iter_mut()
            .find(|(held, _)| reading.is_told(id) && *held == line)
        {
            Some((_, held)) => *held = fact,
            None => told_here.push((line, fact)),
        }
    }
    let events = told_here.iter().map(|(line, fact)| {
        let claims: Vec<&Claim> = fact.claims.iter().collect();
        let after = later(reading, fact, &entry.facts);
        plain(
            "div.ev",
            all![
                plain("p.w", told(reading, line)),
                after,
                sources(reading, fact, &claims)
            ],
        )
    });
    let dated = entry.text.is_some() || entry.iso.is_some();
    let long = words.is_some_and(|words| words.chars().count() > LONG);
    let look = match (dated, long) {
        (true, true) => "li.dated.long",
        (true, false) => "li.dated",
        (false, _) => "li",
    };
    let events = limited(reading, "div", events.collect(), if dated { 6 } else { 3 });
    Some(plain(look, all![plain("p.t", label), plain("div", events)]))
}

/// What the fact is said to come before, if that is elsewhere on the line.
fn later(reading: &Reading, fact: &Fact, here: &[FactId]) -> Option<Html> {
    let after = fact
        .relations
        .iter()
        .find(|relation| relation.kind == RelationKind::Before && !here.contains(&relation.fact))?;
    let other = reading.report.fact(after.fact)?;
    let before = format!("{}: ", reading.words.say("before"));
    Some(plain(
        "p.src",
        all![before, plain("span.w", reading.slice(other.trigger))],
    ))
}
