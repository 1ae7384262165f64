//! What has a time of its own, in order of time.

use std::collections::BTreeMap;

use crate::document::{Dep, Document};
use crate::lexicon::says;
use crate::report::{Line, LineIndex, Role, TimelineEntry};
use crate::text::Span;

use super::Article;
use super::article::is_verb;

/// The least entries that make a timeline.
const FEWEST: usize = 2;

/// The timeline: nothing, where fewer than two times are told. O(lines · log lines + facts).
pub fn write(article: &Article, lines: &[Line]) -> Vec<TimelineEntry> {
    let mut entries: BTreeMap<(bool, String), TimelineEntry> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        let Some((iso, text)) = dated(article, line) else {
            continue;
        };
        // Dates without a year (`--11-24`) come after all others.
        let entry = (entries.entry((iso.starts_with("--"), iso.clone()))).or_insert_with(|| {
            TimelineEntry {
                iso: Some(iso),
                text,
                lines: Vec::new(),
            }
        });
        entry.lines.push(LineIndex(index));
    }
    match entries.len() < FEWEST {
        true => Vec::new(),
        false => entries.into_values().collect(),
    }
}

/// The date, and the words for it, of the line's own verb: not the day on which somebody said so.
fn dated(article: &Article, line: &Line) -> Option<(String, Span)> {
    let document = article.document;
    let extent = document.tokens_in(line.extent());
    line.facts.iter().find_map(|&id| {
        let fact = &article.facts[id.0];
        let iso = fact.time.as_ref()?;
        let words = (fact.roles.iter())
            .find(|it| it.role == Role::Time && !it.inherited && line.extent().contains(it.span))?
            .span;
        let (trigger, _) = article.told_in(&extent).find(|(_, it)| *it == id)?;
        let speaks = says(document.lemma(trigger));
        (is_main(document, trigger) && !speaks).then(|| (iso.clone(), words))
    })
}

/// Whether a verb is the main one of its sentence, of what is said in it, or joined to one of these.
pub fn is_main(document: &Document, i: usize) -> bool {
    let mut at = i;
    loop {
        match document.tokens[at].dep {
            Dep::Root => return is_verb(document, i),
            Dep::Conj | Dep::Ccomp => match document.head(at) {
                Some(head) => at = head,
                None => return false,
            },
            _ => return false,
        }
    }
}
