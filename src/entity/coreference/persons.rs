//! Persons: surname or first name for the full name, offices ("the Foreign Secretary"), appositions ("Jones, a farmer").

use std::collections::HashMap;

use super::names::{Unique, note, shared_surnames};
use super::{Clusters, named};
use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::entity::mention::{Found, noun, plural};
use crate::entity::names::key;
use crate::entity::names::person::chunks;
use crate::lexicon::TITLES;
use crate::report::{EntityType, Level};

/// Merges what stands for a person whose full name the article gives, and descriptions in apposition to names.
pub(super) fn link(document: &Document, mentions: &[Found], clusters: &mut Clusters) {
    link_single_names(document, mentions, clusters);
    link_appositions(document, mentions, clusters);
    link_neighbours(document, mentions, clusters);
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
        .filter(|(_, mention)| person(mention) && !single(document, mention))
    {
        for part in chunks(document, &mention.name) {
            if document.word(part.start).chars().count() > 2 {
                note(&mut forms, key(document, &part), m, clusters);
            }
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
    let shared = shared_surnames(document, mentions);
    // Surname -> the person of that name told of so far, or none after a second one.
    let mut told: Unique = HashMap::new();
    // Surname -> the person whom the article has called so before a second one of the name came up: it goes on doing so.
    let mut called: HashMap<String, usize> = HashMap::new();
    for (m, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| person(mention))
    {
        let Some(surname) = chunks(document, &mention.name)
            .last()
            .map(|last| key(document, last))
        else {
            continue;
        };
        if !single(document, mention) {
            note(&mut told, surname, m, clusters);
        } else if let Some(&Some(full)) = forms.get(&surname) {
            clusters.merge(full, m);
        } else if shared.contains(&surname) && mention.tokens == mention.name {
            let first = called
                .get(&surname)
                .copied()
                .or_else(|| told.get(&surname).copied().flatten());
            if let Some(first) = first {
                clusters.merge(first, m);
                called.insert(surname, first);
            }
        }
    }
}

/// Whether the name of a person is one word, such as a surname.
pub(super) fn single(document: &Document, mention: &Found) -> bool {
    chunks(document, &mention.name).len() == 1
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
        if other == m {
            continue;
        }
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

/// "*The widow*, *Candice Farrugia*, wept", "*Ricardo Quispe*, *an analyst* at a bank": side by side between commas, whatever the
/// parse makes of them.
fn link_neighbours(document: &Document, mentions: &[Found], clusters: &mut Clusters) {
    let persons: Vec<usize> = (0..mentions.len())
        .filter(|&m| mentions[m].kind == EntityType::Person && mentions[m].value.is_none())
        .collect();
    for pair in persons.windows(2) {
        let (first, second) = (&mentions[pair[0]], &mentions[pair[1]]);
        let comma =
            second.tokens.start == first.tokens.end + 1 && document.word(first.tokens.end) == ",";
        let name = |mention: &Found| named(mention) && !is_office(document, mention);
        let opened = |mention: &Found| {
            matches!(
                document.tokens[mention.tokens.start].tag,
                Tag::Dt | Tag::PrpPoss
            ) || document.tokens[mention.tokens.start].dep == Dep::Poss
                || document
                    .children_by(mention.head, Dep::Poss)
                    .next()
                    .is_some()
        };
        // "Her husband, *the poet* Sipho Mbeki"
        let named_next = mentions.get(pair[1] + 1).is_some_and(|next| {
            name(next) && next.kind == EntityType::Person && next.tokens.start == second.tokens.end
        });
        let described = match (name(first), name(second) || named_next) {
            (true, false) => opened(second),
            (false, true) => opened(first),
            _ => false,
        };
        // "his wife, Anna, and a son": what follows the second closes it; a list goes on.
        let end = if named_next {
            mentions[pair[1] + 1].tokens.end
        } else {
            second.tokens.end
        };
        let closed = document.tokens.get(end).is_none_or(|next| {
            matches!(
                next.tag,
                Tag::Comma | Tag::Period | Tag::In | Tag::Wp | Tag::CloseQuote
            ) || next.pos == Pos::Space
        });
        let list = document.word(first.tokens.end) == ","
            && first.tokens.start > 0
            && matches!(document.word(first.tokens.start - 1), "and" | ",")
            && name(first) != name(second)
            && document.tokens[second.head].dep == Dep::Conj;
        let one = |mention: &Found| !mention.is_many(document);
        if comma && described && closed && !list && one(first) && one(second) {
            clusters.merge(pair[0], pair[1]);
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
