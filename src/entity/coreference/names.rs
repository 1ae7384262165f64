//! One name in several forms: "SDF" and "Syrian Democratic Forces", "Board of Inquiry" and "UN Board of Inquiry".

use std::collections::{HashMap, HashSet};

use super::{Clusters, named};
use crate::document::Document;
use crate::entity::mention::Found;
use crate::entity::names::key;
use crate::entity::names::person::chunks;
use crate::lexicon::{ALIASES, NAME_WORDS};
use crate::report::EntityType;

/// What one form may stand for: one entity, or nothing if there are several.
pub(super) type Unique = HashMap<String, Option<usize>>;

/// Notes that `form` may stand for the entity of `mention`.
pub(super) fn note(forms: &mut Unique, form: String, mention: usize, clusters: &mut Clusters) {
    let entity = clusters.of(mention);
    match forms.get_mut(&form) {
        None => {
            forms.insert(form, Some(mention));
        }
        Some(other) => {
            if other.is_some_and(|other| clusters.of(other) != entity) {
                *other = None;
            }
        }
    }
}

/// Merges the mentions of names.
pub(super) fn link(document: &Document, mentions: &[Found], clusters: &mut Clusters) {
    let mut by_key: HashMap<String, usize> = HashMap::new();
    let mut keys: Vec<Option<String>> = vec![None; mentions.len()];
    let shared = shared_surnames(document, mentions);
    for (m, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| named(mention))
    {
        let key = canonical(&key(document, &mention.name));
        // A surname that two share is told by what stands before it: see the persons.
        if mention.kind == EntityType::Person && shared.contains(&key) {
            continue;
        }
        match by_key.get(&key) {
            Some(&first) => clusters.merge(first, m),
            None => {
                by_key.insert(key.clone(), m);
            }
        }
        keys[m] = Some(key);
    }
    link_brackets(document, mentions, clusters);
    let firsts: Vec<(usize, &str)> = (keys.iter().enumerate())
        .filter_map(|(m, key)| Some((m, key.as_deref()?)))
        .filter(|(m, key)| by_key.get(*key) == Some(m))
        .collect();
    link_acronyms(document, mentions, &firsts, clusters);
    // Twice: "Kestrel" is short for both "Kestrel Aerospace" and "Kestrel Aerospace Plc" once these are one.
    link_short_forms(mentions, &firsts, clusters);
    link_short_forms(mentions, &firsts, clusters);
}

/// The surnames of two or more persons with different first names.
pub(super) fn shared_surnames(document: &Document, mentions: &[Found]) -> HashSet<String> {
    let mut first: HashMap<String, String> = HashMap::new();
    let mut shared = HashSet::new();
    for mention in mentions
        .iter()
        .filter(|mention| named(mention) && mention.kind == EntityType::Person)
    {
        let chunks = chunks(document, &mention.name);
        let (Some(given), Some(surname)) = (chunks.first(), chunks.last()) else {
            continue;
        };
        if given == surname {
            continue;
        }
        let (given, surname) = (key(document, given), key(document, surname));
        if let Some(other) = first.get(&surname)
            && *other != given
        {
            shared.insert(surname.clone());
        }
        first.entry(surname).or_insert(given);
    }
    shared
}

/// The key of a name: by its curated alias, "department of state" as "state department".
fn canonical(key: &str) -> String {
    let key = key.strip_prefix("the ").unwrap_or(key);
    if let Some(alias) = ALIASES.get(key) {
        return alias.to_owned();
    }
    let turned = ["department of ", "ministry of "].iter().find_map(|head| {
        let rest = key.strip_prefix(head)?;
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        Some(format!("{rest} {}", head.trim_end_matches(" of ")))
    });
    turned.unwrap_or_else(|| key.to_owned())
}

/// "the Syria Recovery Trust Fund (SRTF)": what stands in brackets after a name and is made of its letters.
fn link_brackets(document: &Document, mentions: &[Found], clusters: &mut Clusters) {
    let all: Vec<usize> = (0..mentions.len())
        .filter(|&m| named(&mentions[m]))
        .collect();
    for pair in all.windows(2) {
        let (long, short) = (&mentions[pair[0]], &mentions[pair[1]]);
        let open = long.tokens.end;
        let bracketed = short.tokens.start == open + 1
            && matches!(document.word(open), "(" | "[")
            && short.tokens.end < document.len()
            && matches!(document.word(short.tokens.end), ")" | "]");
        if bracketed && abbreviates(document, short, long) {
            clusters.merge(pair[0], pair[1]);
        }
    }
}

/// Whether the letters of `short` stand in `long` in this order, the first at its start.
fn abbreviates(document: &Document, short: &Found, long: &Found) -> bool {
    let letters: Vec<char> = key(document, &short.name)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let text = key(document, &long.name);
    let mut rest = text.chars();
    let first = rest.next();
    (2..=8).contains(&letters.len())
        && first == letters.first().copied()
        && letters[1..]
            .iter()
            .all(|letter| rest.by_ref().any(|c| c == *letter))
}

/// Acronyms anywhere in the text: the initials of exactly one name.
fn link_acronyms(
    document: &Document,
    mentions: &[Found],
    firsts: &[(usize, &str)],
    clusters: &mut Clusters,
) {
    let mut forms: Unique = HashMap::new();
    for &(m, key) in firsts {
        let words: Vec<&str> = key
            .split([' ', '-'])
            .filter(|word| !word.is_empty())
            .collect();
        let kind = mentions[m].kind;
        if words.len() < 2 || matches!(kind, EntityType::Person | EntityType::Norp) {
            continue;
        }
        let initials = |words: &[&str]| -> String {
            words
                .iter()
                .filter_map(|word| word.chars().next())
                .collect()
        };
        // "U.S. Geological Survey" is the USGS: short forms give all their letters.
        let start = mentions[m].name.start;
        let short_first = acronym(document.word(start)).then(|| {
            let rest = words[1..].iter().filter(|word| !small_word(word)).copied();
            words[0].to_owned() + &initials(&rest.collect::<Vec<_>>())
        });
        if let Some(form) = short_first.filter(|form| form.len() > words[0].len() + 1) {
            note(&mut forms, form, m, clusters);
        }
        let full = initials(&words);
        let small: Vec<&str> = words.into_iter().filter(|word| !small_word(word)).collect();
        let short = initials(&small);
        if full != short {
            note(&mut forms, full, m, clusters);
        }
        note(&mut forms, short, m, clusters);
    }
    for &(m, key) in firsts {
        let word = document.word(mentions[m].name.start);
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let acronym = mentions[m].name.len() == 1
            && capitals >= 2
            && capitals * 2 > key.len()
            && (2..=8).contains(&key.len());
        if let Some(&Some(long)) = forms.get(key).filter(|_| acronym) {
            clusters.merge(long, m);
        }
    }
}

/// Words that an acronym leaves out.
fn small_word(word: &str) -> bool {
    matches!(
        word,
        "of" | "the" | "and" | "for" | "in" | "on" | "&" | "de"
    )
}

/// Two or three capitals, with or without full stops: "U.S.", "UN".
fn acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| *c != '.');
    word.chars().all(|c| c.is_uppercase() || c == '.') && (2..=3).contains(&letters.count())
}

/// "Board of Inquiry" for "UN Board of Inquiry", "Yonhap" for "Yonhap news agency": the end of exactly one longer name, or its start
/// where only a common word is left out.
fn link_short_forms(mentions: &[Found], firsts: &[(usize, &str)], clusters: &mut Clusters) {
    let mut forms: Unique = HashMap::new();
    let fits = |kind: EntityType| {
        matches!(
            kind,
            EntityType::Org
                | EntityType::Fac
                | EntityType::Event
                | EntityType::Law
                | EntityType::Product
                | EntityType::Platform
        )
    };
    for &(m, key) in firsts.iter().filter(|(m, _)| fits(mentions[*m].kind)) {
        let words: Vec<&str> = key.split(' ').collect();
        if words.len() > 8 {
            continue;
        }
        for start in 1..words.len().saturating_sub(1) {
            if !matches!(words[start], "of" | "the" | "and" | "for") {
                note(&mut forms, words[start..].join(" "), m, clusters);
            }
        }
        for end in 1..words.len() {
            let common = |word: &&str| {
                NAME_WORDS.contains(word) || matches!(*word, "and" | "group" | "movement" | "party")
            };
            if words[end..].iter().all(common) && !words[..end].iter().all(common) {
                note(&mut forms, words[..end].join(" "), m, clusters);
            }
        }
    }
    for &(m, key) in firsts {
        if let Some(&Some(long)) = forms.get(key)
            && mentions[long].kind == mentions[m].kind
        {
            clusters.merge(long, m);
        }
    }
}
