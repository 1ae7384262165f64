//! What has a time of its own, in order of time.

use std::cmp::Ordering;

use crate::report::{FactId, Line, Role, TimelineEntry};

use super::Article;
use super::lines::holding;

/// The least entries that make a timeline.
const FEWEST: usize = 2;

/// The timeline: nothing, where fewer than two times are told.
pub fn write(article: &Article, lines: &[Line]) -> Vec<TimelineEntry> {
    let mut entries: Vec<TimelineEntry> = Vec::new();
    for (i, fact) in article.facts.iter().enumerate() {
        let Some(words) = (fact.roles.iter())
            .find(|filler| filler.role == Role::Time && !filler.inherited)
            .map(|filler| filler.span)
        else {
            continue;
        };
        let Some(line) =
            holding(lines, words).filter(|line| lines[line.0].facts.contains(&FactId(i)))
        else {
            continue;
        };
        let Some(iso) = fact.time.clone() else {
            continue;
        };
        match entries
            .iter_mut()
            .find(|entry| entry.iso.as_ref() == Some(&iso))
        {
            Some(entry) if entry.lines.contains(&line) => {}
            Some(entry) => entry.lines.push(line),
            None => entries.push(TimelineEntry {
                iso: Some(iso),
                text: words,
                lines: vec![line],
            }),
        }
    }
    entries.sort_by(|a, b| {
        by_date(
            a.iso.as_deref().unwrap_or(""),
            b.iso.as_deref().unwrap_or(""),
        )
    });
    match entries.len() < FEWEST {
        true => Vec::new(),
        false => entries,
    }
}

/// Earlier first; dates without a year (`--11-24`) after all others.
fn by_date(a: &str, b: &str) -> Ordering {
    (a.starts_with("--"), a).cmp(&(b.starts_with("--"), b))
}
