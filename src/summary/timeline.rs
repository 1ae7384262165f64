//! Facts by time: dated ones first, in order, then those with words for a time only, then the undated.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::report::{FactId, Modality, RelationKind, Role, TimelineEntry};
use crate::text::Span;

use super::Article;

/// The timeline. Facts of one time are in the order that their relations and the text give.
pub fn write(article: &Article) -> Vec<TimelineEntry> {
    let text = article.document.text();
    let mut dated: BTreeMap<String, TimelineEntry> = BTreeMap::new();
    let mut worded: Vec<TimelineEntry> = Vec::new();
    let mut undated: Vec<FactId> = Vec::new();
    for (i, fact) in article.facts.iter().enumerate() {
        let id = FactId(i);
        let words = (fact.roles.iter())
            .find(|filler| filler.role == Role::Time)
            .map(|filler| filler.span);
        match (&fact.time, words) {
            (Some(iso), words) => {
                let entry = dated.entry(iso.clone()).or_insert_with(|| TimelineEntry {
                    iso: Some(iso.clone()),
                    text: None,
                    facts: Vec::new(),
                });
                entry.text = entry.text.or(words);
                entry.facts.push(id);
            }
            (None, Some(words)) => {
                let same = |span: Span| span.of(text).eq_ignore_ascii_case(words.of(text));
                match worded.iter_mut().find(|entry| entry.text.is_some_and(same)) {
                    Some(entry) => entry.facts.push(id),
                    None => worded.push(TimelineEntry {
                        iso: None,
                        text: Some(words),
                        facts: vec![id],
                    }),
                }
            }
            (None, None) if fact.modality != Modality::Generic => undated.push(id),
            (None, None) => {}
        }
    }
    let mut entries: Vec<TimelineEntry> = dated.into_values().collect();
    entries.sort_by(|a, b| {
        by_date(
            a.iso.as_deref().unwrap_or(""),
            b.iso.as_deref().unwrap_or(""),
        )
    });
    entries.extend(worded);
    if !undated.is_empty() {
        entries.push(TimelineEntry {
            iso: None,
            text: None,
            facts: undated,
        });
    }
    for entry in &mut entries {
        in_order(article, &mut entry.facts);
    }
    entries
}

/// Earlier first; dates without a year (`--11-24`) after all others.
fn by_date(a: &str, b: &str) -> Ordering {
    (a.starts_with("--"), a).cmp(&(b.starts_with("--"), b))
}

/// What comes before, or causes, another fact stands before it.
fn in_order(article: &Article, facts: &mut Vec<FactId>) {
    let relations = |fact: FactId| article.facts[fact.0].relations.iter();
    // For each fact, those whose cause it is by their own account.
    let mut effects: BTreeMap<FactId, Vec<FactId>> = BTreeMap::new();
    for &fact in facts.iter() {
        for cause in relations(fact).filter(|it| it.kind == RelationKind::CausedBy) {
            effects.entry(cause.fact).or_default().push(fact);
        }
    }
    let mut placed: Vec<FactId> = Vec::with_capacity(facts.len());
    for &fact in facts.iter() {
        let later = relations(fact)
            .filter(|it| matches!(it.kind, RelationKind::Before | RelationKind::Causes))
            .map(|it| it.fact)
            .chain(effects.get(&fact).into_iter().flatten().copied());
        // Facts that have to do with each other are near each other: most are found from the end.
        let before = later
            .filter_map(|other| placed.iter().rposition(|&it| it == other))
            .min();
        placed.insert(before.unwrap_or(placed.len()), fact);
    }
    *facts = placed;
}
