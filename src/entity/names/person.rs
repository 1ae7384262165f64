//! Names of persons: titles before them, and surnames that stand alone.

use std::collections::{HashMap, HashSet};

use super::evidence::Evidence;
use super::{Candidate, key};
use crate::document::{Document, Pos, Tag, TokenRange};
use crate::entity::mention::Found;
use crate::entity::values::is_calendar_word;
use crate::lexicon::{DEMONYMS, NAME_OPENINGS, PLACES, TITLES};
use crate::report::EntityType;

/// The class of the title at `i`, if it is one: `style`, `rank`, `office` or `role`.
pub(in crate::entity) fn title(document: &Document, i: usize) -> Option<&'static str> {
    TITLES.get(&document.lower(i))
}

/// "*Striker* Kane scored": the capital of what someone does is the sentence's.
fn is_opening_role(document: &Document, i: usize) -> bool {
    let sentence = document.sentences.get(document.sentence_of(i));
    title(document, i) == Some("role") && sentence.is_some_and(|sentence| sentence.start == i)
}

/// The words of the full names of persons: what may stand alone for them.
pub(super) fn parts(
    document: &Document,
    candidates: &[Candidate],
    evidence: &HashMap<String, Evidence>,
) -> HashSet<String> {
    let mut parts = HashSet::new();
    for candidate in candidates {
        let (start, end) = (
            name_start(document, candidate.tokens.start, candidate.tokens.end),
            candidate.tokens.end,
        );
        let person = evidence
            .get(&key(document, &candidate.tokens))
            .and_then(Evidence::kind)
            == Some(EntityType::Person);
        if !person || end - start < 2 || end - start > 5 {
            continue;
        }
        let chunks = chunks(document, &(start..end));
        for part in [chunks.first(), chunks.last()].into_iter().flatten() {
            if document.word(part.start).chars().count() > 2 {
                parts.insert(key(document, part));
            }
        }
    }
    parts
}

/// The surnames of persons whose full names are known.
pub(super) fn surnames(
    document: &Document,
    candidates: &[Candidate],
    kinds: &HashMap<String, EntityType>,
) -> HashSet<String> {
    let mut surnames = HashSet::new();
    for candidate in candidates
        .iter()
        .filter(|candidate| candidate.tokens.len() > 1)
    {
        let (start, end) = (candidate.tokens.start, candidate.tokens.end);
        let name = name_start(document, start, end)..end;
        let chunks = chunks(document, &name);
        let person = kinds.get(&key(document, &candidate.tokens)) == Some(&EntityType::Person);
        if let Some(last) = chunks
            .last()
            .filter(|_| person && (2..=4).contains(&chunks.len()))
            && last.len() == 1
            && document.word(last.start).chars().count() > 2
        {
            surnames.insert(key(document, last));
        }
    }
    surnames
}

/// A name cut into the words that may stand alone; what hyphens join is one: "Nuri" "Yıldırım-Kaya".
pub(in crate::entity) fn chunks(document: &Document, tokens: &TokenRange) -> Vec<TokenRange> {
    let mut chunks: Vec<TokenRange> = Vec::new();
    let dash = |i: usize| document.word(i) == "-";
    for i in tokens.clone() {
        let glued = i > tokens.start && !document.tokens[i - 1].space_after;
        match chunks.last_mut() {
            // "al-" is no part of the name that stands alone.
            Some(last)
                if glued && (dash(i) || dash(i - 1)) && !is_article(document, last.start) =>
            {
                last.end = i + 1;
            }
            _ => chunks.push(i..i + 1),
        }
    }
    chunks
}

/// The article in Arabic names: "*al*-Karbouly".
fn is_article(document: &Document, i: usize) -> bool {
    matches!(
        document.lower(i).as_str(),
        "al" | "el" | "ul" | "as" | "ash" | "az" | "ad" | "-"
    )
}

/// The names of ships without "USS", "HMS": what may stand alone for them.
pub(super) fn ships(document: &Document, candidates: &[Candidate]) -> HashSet<String> {
    candidates
        .iter()
        .filter(|candidate| {
            candidate.tokens.len() > 1
                && NAME_OPENINGS.get(&document.lower(candidate.tokens.start)) == Some("PLATFORM")
        })
        .map(|candidate| {
            key(
                document,
                &(candidate.tokens.start + 1..candidate.tokens.end),
            )
        })
        .collect()
}

/// Where the name itself starts after titles in `start..end`; at least one token is left.
pub(super) fn name_start(document: &Document, start: usize, end: usize) -> usize {
    let mut at = start;
    while at + 1 < end && (title(document, at).is_some() || document.word(at) == ".") {
        at += 1;
    }
    at
}

/// Takes the titles before a person's name into its mention: "Iraqi Prime Minister", "Secretary of State", "Lt. Gen.".
pub(super) fn take_title(document: &Document, mention: &mut Found) {
    let start = mention.tokens.start;
    mention.name.start = name_start(document, start, mention.tokens.end);
    if mention.name.start > start && is_opening_role(document, start) {
        mention.tokens.start = start + 1;
    }
    let start = mention.tokens.start;
    let floor = document
        .sentences
        .get(document.sentence_of(start))
        .map_or(0, |sentence| sentence.start);
    // The sentence splitter may have cut after the full stop of "Lt."
    let floor = if start == floor {
        floor.saturating_sub(4)
    } else {
        floor
    };
    let mut best = start;
    let mut i = start;
    let mut titled = mention.name.start > start;
    while i > floor && start - i < 12 {
        let at = i - 1;
        let word = document.word(at);
        let token = &document.tokens[at];
        // "Minister Ellwood", but "goalkeeper Mouez Hassen" is a goalkeeper named so.
        let cased = word.starts_with(char::is_uppercase);
        if is_opening_role(document, at) {
            break;
        }
        if title(document, at).is_some() && cased && (titled || i == start || i < start) {
            titled = true;
            (i, best) = (at, at);
            continue;
        }
        let abbreviated = word == "."
            && at > floor
            && TITLES.contains(&format!("{}.", document.lower(at - 1)))
            && !document.tokens[at - 1].space_after;
        if abbreviated {
            titled = true;
            (i, best) = (at - 1, at - 1);
            continue;
        }
        let dated = is_calendar_word(&document.lower(at));
        let name_like = !dated
            && (word.starts_with(char::is_uppercase)
                && matches!(token.pos, Pos::Propn | Pos::Adj | Pos::Noun | Pos::X)
                && token.pos != Pos::Punct
                && !matches!(
                    token.tag,
                    Tag::Dt | Tag::In | Tag::Prp | Tag::PrpPoss | Tag::Wrb | Tag::Vbd
                )
                || DEMONYMS.contains(&document.lower(at))
                || (titled
                    && matches!(token.tag, Tag::Jj | Tag::Nn | Tag::Hyph)
                    && matches!(
                        word,
                        "former"
                            | "then"
                            | "acting"
                            | "prime"
                            | "vice"
                            | "deputy"
                            | "foreign"
                            | "defense"
                            | "defence"
                            | "interior"
                            | "finance"
                            | "-"
                            | "chief"
                    )));
        // "In Turkey Minister Ellwood met …"
        let led = at > floor
            && matches!(
                document.lower(at - 1).as_str(),
                "in" | "at" | "from" | "to" | "near"
            )
            && PLACES.contains(&key(document, &(at..at + 1)));
        if titled && name_like && !led {
            (i, best) = (at, at);
            continue;
        }
        let joint = !titled
            && matches!(word, "of" | "for" | "the" | "and")
            && start - at <= 6
            && office_before(document, at, floor);
        if joint
            || (!titled
                && name_like
                && token.pos == Pos::Propn
                && office_before(document, at, floor))
        {
            i = at;
            continue;
        }
        break;
    }
    if titled {
        // No article or loose word in front.
        while best < start
            && (matches!(
                document.tokens[best].tag,
                Tag::Dt | Tag::Hyph | Tag::Cc | Tag::Comma
            ) || document.word(best) == "-")
        {
            best += 1;
        }
        mention.tokens.start = best;
    }
}

/// Whether a title with a capital stands a few words before `at`, with only "of the Middle East" between.
fn office_before(document: &Document, at: usize, floor: usize) -> bool {
    let mut i = at;
    let mut of = matches!(document.word(at), "of" | "for");
    while i > floor && at - i < 6 {
        i -= 1;
        let word = document.word(i);
        if of && title(document, i) == Some("office") && word.starts_with(char::is_uppercase) {
            return true;
        }
        of |= matches!(word, "of" | "for");
        if !(word.starts_with(char::is_uppercase) || matches!(word, "of" | "for" | "the" | "and")) {
            return false;
        }
    }
    false
}
