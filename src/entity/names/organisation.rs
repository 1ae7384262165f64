//! Names of organisations: what may stand alone for them.

use std::collections::{HashMap, HashSet};

use super::evidence::Evidence;
use super::spans::capital;
use super::{Candidate, key};
use crate::document::Document;
use crate::entity::mention::noun;
use crate::lexicon::{DEMONYMS, FUNCTION_WORDS, NAME_OPENINGS, NAME_WORDS, NOUNS, PLACES, TITLES};
use crate::report::EntityType;

/// The one word of a name that is left without the common words at its end: "Vantix" of "Vantix Pharmaceuticals Inc.".
pub(super) fn short_forms(
    document: &Document,
    candidates: &[Candidate],
    evidence: &HashMap<String, Evidence>,
) -> HashSet<String> {
    let mut shorts = HashSet::new();
    for candidate in candidates {
        let (first, end) = (candidate.tokens.start, candidate.tokens.end);
        let common = |i: usize| NAME_WORDS.get(&document.lower(i)) == Some("company");
        if !(2..=4).contains(&candidate.tokens.len()) || !(first + 1..end).all(common) {
            continue;
        }
        let kind = evidence
            .get(&key(document, &candidate.tokens))
            .and_then(Evidence::kind);
        let word = document.lower(first);
        let own = capital(document, first)
            && word.chars().count() > 3
            && !PLACES.contains(&word)
            && !DEMONYMS.contains(&word)
            && !TITLES.contains(&word)
            && NOUNS.listed(&noun(document, first)).is_none()
            && !NAME_WORDS.contains(&word)
            && !NAME_OPENINGS.contains(&word)
            && !FUNCTION_WORDS.contains(&word);
        if own && kind == Some(EntityType::Org) {
            shorts.insert(key(document, &(first..first + 1)));
        }
    }
    shorts
}
