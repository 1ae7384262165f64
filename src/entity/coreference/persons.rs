//! Persons: surname or first name for the full name, offices ("the Foreign Secretary"), appositions ("Jones, a farmer").

use std::collections::HashMap;

use super::names::{Unique, note};
use super::{Clusters, named};
use crate::document::{Dep, Document, TokenRange};
use crate::entity::mention::{Found, noun, plural};
use crate::entity::names::key;
use crate::lexicon::TITLES;
use crate::report::{EntityType, Level};

/// Merges what stands for a person whose full name the article gives, and descriptions in apposition to names.
pub(super) fn link(document: &Document, mentions: &[Found], clusters: &mut Clusters) {
    link_single_names(document, mentions, clusters);
    link_appositions(document, mentions, clusters);
    link_offices(document, mentions, clusters);
}

/// Whether the mention is an office that stands for its holder, without a name.
pub(in crate::entity) fn is_office(document: &Document, mention: &Found) -> bool {
    mention.kind == EntityType::Person
        && mention.name == mention.tokens
        && TITLES.get(&document.lower(mention.head)) == Some("office")
}

fn link_single_names(document: &Document, mentions: &[Found], clusters: &mut Clusters) {
    let mut forms: Unique = HashMap::new();
    let person = |mention: &Found| {
        named(mention) && mention.kind == EntityType::Person && !is_office(document, mention)
    };
    for (m, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| person(mention) && mention.name.len() > 1)
    {
        for part in [mention.name.start, mention.name.end - 1] {
            note(&mut forms, key(document, &(part..part + 1)), m, clusters);
        }
        // "Barack Obama" and "Barack H. Obama"
        let ends = format!(
            "{} {}",
            document.lower(mention.name.start),
            key(document, &(mention.name.end - 1..mention.name.end))
        );
        match forms.get(&ends).copied().flatten() {
            Some(other) => clusters.merge(other, m),
            None => note(&mut forms, ends, m, clusters),
        }
    }
    for (m, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| person(mention) && mention.name.len() == 1)
    {
        if let Some(&Some(full)) = forms.get(&key(document, &mention.name)) {
            clusters.merge(full, m);
        }
    }
}

/// "Gareth Bayley, the UK Special Representative for Syria", "Raqqa, the group's capital".
fn link_appositions(document: &Document, mentions: &[Found], clusters: &mut Clusters) {
    let mut by_head: HashMap<usize, usize> = HashMap::new();
    for (m, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| mention.value.is_none())
    {
        by_head.entry(mention.head).or_insert(m);
    }
    for (m, mention) in mentions.iter().enumerate() {
        if document.tokens[mention.head].dep != Dep::Appos {
            continue;
        }
        let Some(&other) = document
            .head(mention.head)
            .and_then(|head| by_head.get(&head))
        else {
            continue;
        };
        let (first, second) = (&mentions[other], mention);
        // Two proper names side by side are two: "London, England".
        let name = |mention: &Found| named(mention) && !is_office(document, mention);
        if name(first) == name(second) || !compatible(first.kind, second.kind) {
            continue;
        }
        let many =
            |mention: &Found| mention.level == Level::Nominal && plural(document, mention.head);
        let list = document
            .children_by(mention.head, Dep::Conj)
            .next()
            .is_some();
        let near = gap(&first.tokens, &second.tokens) <= 3;
        if !(many(first) || many(second) || list) && near {
            clusters.merge(other, m);
        }
    }
}

/// Tokens between two ranges.
fn gap(a: &TokenRange, b: &TokenRange) -> usize {
    b.start
        .saturating_sub(a.end)
        .max(a.start.saturating_sub(b.end))
}

/// Whether one thing may be called both.
pub(super) fn compatible(a: EntityType, b: EntityType) -> bool {
    use EntityType as E;
    let place = |kind| matches!(kind, E::Gpe | E::Loc | E::Fac);
    a == b || (place(a) && place(b)) || matches!((a, b), (E::Org, E::Fac) | (E::Fac, E::Org))
}

/// "The Foreign Secretary" for "Foreign Secretary Boris Johnson", "the secretary" for "Defense Secretary Ash Carter".
fn link_offices(document: &Document, mentions: &[Found], clusters: &mut Clusters) {
    // Title word -> the persons who have it, with the words of their whole title.
    let mut holders: HashMap<String, Vec<(usize, Vec<String>)>> = HashMap::new();
    for (m, mention) in mentions.iter().enumerate() {
        if mention.kind != EntityType::Person
            || mention.value.is_some()
            || mention.tokens.start == mention.name.start && !is_office(document, mention)
        {
            continue;
        }
        let range = if is_office(document, mention) {
            mention.tokens.clone()
        } else {
            mention.tokens.start..mention.name.start
        };
        let entity = clusters.of(m);
        let known = !is_office(document, mention)
            || named(&mentions[entity]) && !is_office(document, &mentions[entity]);
        if !known {
            continue;
        }
        let words = words(document, &range);
        for i in range.filter(|&i| {
            TITLES
                .get(&document.lower(i))
                .is_some_and(|class| class != "style")
        }) {
            holders
                .entry(noun(document, i))
                .or_default()
                .push((m, words.clone()));
        }
    }
    for (m, mention) in mentions.iter().enumerate() {
        let definite = matches!(
            document.lower(mention.tokens.start).as_str(),
            "the" | "this"
        ) || (mention.level == Level::Named
            && mention.tokens.start == mention.name.start);
        if mention.kind != EntityType::Person || !definite || plural(document, mention.head) {
            continue;
        }
        let Some(candidates) = holders.get(&noun(document, mention.head)) else {
            continue;
        };
        let mine = words(document, &mention.tokens);
        let mut found: Option<usize> = None;
        let mut several = false;
        for (holder, title) in candidates.iter().take(64) {
            if mine.iter().all(|word| title.contains(word)) {
                let entity = clusters.of(*holder);
                several |= found.is_some_and(|other| other != entity);
                found = Some(entity);
            }
        }
        if let (Some(holder), false) = (found, several) {
            clusters.merge(holder, m);
        }
    }
}

/// The telling words of a title, lower-case.
fn words(document: &Document, tokens: &TokenRange) -> Vec<String> {
    tokens
        .clone()
        .map(|i| document.lower(i).trim_end_matches('.').to_owned())
        .filter(|word| {
            !matches!(
                word.as_str(),
                "the" | "this" | "a" | "an" | "of" | "for" | "and" | "" | "-"
            )
        })
        .collect()
}
