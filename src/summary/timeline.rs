//! What has a time of its own, in order of time.

use std::cmp::Ordering;

use crate::document::{Dep, Document};
use crate::lexicon::CUE_VERBS;
use crate::report::{FactId, Line, LineIndex, Role, TimelineEntry};
use crate::text::Span;

use super::Article;
use super::article::is_verb;

/// The least entries that make a timeline.
const FEWEST: usize = 2;

/// The timeline: nothing, where fewer than two times are told.
pub fn write(article: &Article, lines: &[Line]) -> Vec<TimelineEntry> {
    let mut entries: Vec<TimelineEntry> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some((fact, words)) = dated(article, line) else {
            continue;
        };
        let iso = article.facts[fact.0].time.clone();
        match entries.iter_mut().find(|entry| entry.iso == iso) {
            Some(entry) => entry.lines.push(LineIndex(index)),
            None => entries.push(TimelineEntry {
                iso,
                text: words,
                lines: vec![LineIndex(index)],
            }),
        }
    }
    entries.sort_by(|a, b| by_date(a.iso.as_deref(), b.iso.as_deref()));
    match entries.len() < FEWEST {
        true => Vec::new(),
        false => entries,
    }
}

/// The fact of a line whose verb is the line's own and has a date, with the words for it: not the day on which somebody said so.
fn dated(article: &Article, line: &Line) -> Option<(FactId, Span)> {
    let document = article.document;
    let extent = document.tokens_in(line.extent());
    line.facts.iter().find_map(|&id| {
        let fact = &article.facts[id.0];
        fact.time.as_ref()?;
        let words = (fact.roles.iter())
            .find(|it| it.role == Role::Time && !it.inherited && line.extent().contains(it.span))?
            .span;
        let trigger = (article.triggers(fact).into_iter()).find(|it| extent.contains(it))?;
        let speaks = CUE_VERBS
            .get(document.lemma(trigger))
            .is_some_and(|uses| uses.starts_with("say"));
        (is_main(document, trigger) && !speaks).then_some((id, words))
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

/// Earlier first; dates without a year (`--11-24`) after all others.
fn by_date(a: Option<&str>, b: Option<&str>) -> Ordering {
    let key = |iso: Option<&str>| {
        let iso = iso.unwrap_or("");
        (iso.starts_with("--"), iso.to_owned())
    };
    key(a).cmp(&key(b))
}
