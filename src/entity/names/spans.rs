//! Where names may stand: the recogniser's spans cut to the name, and runs of proper nouns that it passed over.

use std::collections::HashSet;

use super::{Candidate, join, key, trim};
use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::entity::Named;
use crate::entity::equipment::is_designator;
use crate::entity::mention::{is_value, noun, plural};
use crate::lexicon::{
    ALIASES, DEMONYMS, EQUIPMENT, EQUIPMENT_NAMES, NAME_WORDS, NOUNS, ORGANISATIONS, PLACES, TITLES,
};

/// For each token whether its sentence writes most words with capitals, as headlines do.
pub(super) fn capitals_mean_nothing(document: &Document) -> Vec<bool> {
    let mut flags = vec![false; document.len()];
    for sentence in &document.sentences {
        let words = sentence.clone().filter(|&i| {
            document.word(i).starts_with(char::is_alphabetic) && document.word(i).len() > 3
        });
        let (mut upper, mut all) = (0, 0);
        for i in words {
            all += 1;
            upper += usize::from(capital(document, i));
        }
        // A sentence with a full stop may be short and full of names; one all in capitals has none that show.
        let stopped = sentence
            .clone()
            .rev()
            .find(|&i| document.tokens[i].pos != Pos::Space)
            .is_some_and(|i| {
                document.tokens[i].tag == Tag::Period || document.tokens[i].tag == Tag::CloseQuote
            });
        let loud = sentence
            .clone()
            .all(|i| !document.word(i).contains(char::is_lowercase));
        if all >= 3 && upper * 4 >= all * 3 && (!stopped || loud) {
            flags[sentence.clone()].fill(true);
        }
    }
    flags
}

/// Whether the token starts with a capital.
pub(super) fn capital(document: &Document, i: usize) -> bool {
    document.word(i).starts_with(char::is_uppercase)
}

/// Whether a name of these tokens would not be cut out of a longer one.
pub(super) fn stands_alone(document: &Document, tokens: &TokenRange, shouting: &[bool]) -> bool {
    let part = |i: usize| {
        capital(document, i)
            && document.tokens[i].pos == Pos::Propn
            && !shouting[i]
            && TITLES.get(&document.lower(i)).is_none()
            && NOUNS.listed(&noun(document, i)).is_none()
            && NAME_WORDS.get(&document.lower(i)).is_none()
    };
    if trim::mark(document, tokens.end - 1) {
        return false;
    }
    let proper = tokens.clone().all(|i| {
        !shouting[i] || document.tokens[i].pos == Pos::Propn || document.tokens[i].pos == Pos::Adj
    });
    let touches = |i: usize| {
        i > 0
            && document.tokens[i].span.start == document.tokens[i - 1].span.end
            && document.word(i - 1) == "-"
    };
    proper
        && !(tokens.start > 0
            && part(tokens.start - 1)
            && document.sentence_of(tokens.start - 1) == document.sentence_of(tokens.start))
        && !(tokens.end < document.len()
            && part(tokens.end)
            && document.sentence_of(tokens.end) == document.sentence_of(tokens.start))
        && !(touches(tokens.start) && part(tokens.start.saturating_sub(2)))
}

/// Spans that may be names, in order, none overlapping another.
pub(super) fn candidates(
    document: &Document,
    named: &[Named],
    shouting: &[bool],
) -> Vec<Candidate> {
    let mut taken = vec![false; document.len()];
    let mut all: Vec<Candidate> = Vec::new();
    let common = common_words(document, shouting);
    long_forms(document, &mut taken, &mut all);
    join::possessive_names(document, &mut taken, &mut all);
    for (tokens, kind) in named.iter().filter(|(_, kind)| !is_value(*kind)) {
        let whole = join::with_hyphen(document, tokens.clone(), *kind);
        for tokens in trim::trim(document, whole, *kind) {
            let first = tokens.start;
            let ordinary = opens_sentence(document, &tokens)
                && (common.contains(&document.lower(first))
                    || (plural(document, first) && NOUNS.listed(&noun(document, first)).is_some()));
            if taken[tokens.clone()].contains(&true) || ordinary || trim::no_name(document, &tokens)
            {
                continue;
            }
            let tokens = join::with_opening(document, tokens, &taken);
            let tokens = join::with_common_word(document, tokens, &taken);
            let tokens = join::with_number(document, tokens, *kind);
            taken[tokens.clone()].fill(true);
            all.push(Candidate {
                tokens,
                voted: Some(*kind),
            });
        }
    }
    join::join_of(document, &mut all);
    join::join_names(document, &mut all);
    listed(document, &mut taken, &mut all);
    unseen(document, named, shouting, &mut taken, &mut all);
    all.sort_by_key(|candidate| candidate.tokens.start);
    join::join_names(document, &mut all);
    join::join_peoples(document, &mut all);
    all.retain(|candidate| {
        candidate.voted.is_some()
            || !(opens_sentence(document, &candidate.tokens)
                && common.contains(&document.lower(candidate.tokens.start)))
    });
    all.sort_by_key(|candidate| candidate.tokens.start);
    all
}

/// The words that the article writes without a capital, and never with one inside a sentence: "Iodine …" at the start of one is no name.
fn common_words(document: &Document, shouting: &[bool]) -> HashSet<String> {
    let (mut small, mut large) = (HashSet::new(), HashSet::new());
    for sentence in &document.sentences {
        for i in sentence.clone() {
            if !capital(document, i) {
                small.insert(document.word(i).to_owned());
            } else if i > sentence.start
                && !shouting[i]
                && !matches!(document.tokens[i - 1].tag, Tag::OpenQuote | Tag::Colon)
            {
                large.insert(document.lower(i));
            }
        }
    }
    small.retain(|word| !large.contains(word));
    small
}

/// Whether the tokens are one word at the start of a sentence or quotation.
fn opens_sentence(document: &Document, tokens: &TokenRange) -> bool {
    let start = tokens.start;
    let first = document
        .sentences
        .get(document.sentence_of(start))
        .is_some_and(|sentence| sentence.start == start);
    tokens.len() == 1 && (first || start > 0 && document.tokens[start - 1].tag == Tag::OpenQuote)
}

/// Full names of organisations with several parts, which the recogniser cuts ("Islamic State of Iraq" "and the" "Levant").
fn long_forms(document: &Document, taken: &mut [bool], all: &mut Vec<Candidate>) {
    let mut i = 0;
    while i < document.len() {
        let most = (i + 10).min(document.len());
        let end = capital(document, i)
            .then(|| {
                (i + 3..=most).rev().find(|&end| {
                    capital(document, end - 1) && is_long_form(&key(document, &(i..end)))
                })
            })
            .flatten();
        match end {
            Some(end) => {
                taken[i..end].fill(true);
                all.push(Candidate {
                    tokens: i..end,
                    voted: None,
                });
                i = end;
            }
            None => i += 1,
        }
    }
}

/// Whether the key is a listed name of three words or more that "and", "of" or "for" may fall apart at: "Antigua and Barbuda".
fn is_long_form(key: &str) -> bool {
    let joint = [" and ", " of ", " for ", " on "]
        .iter()
        .any(|joint| key.contains(joint));
    joint && (ALIASES.contains(key) || ORGANISATIONS.contains(key) || PLACES.contains(key))
}

/// Names in open lists that the recogniser passed over: countries, cities, demonyms, organisations.
fn listed(document: &Document, taken: &mut [bool], all: &mut Vec<Candidate>) {
    let mut i = 0;
    while i < document.len() {
        if taken[i] || !capital(document, i) {
            i += 1;
            continue;
        }
        let most = (i + 5).min(document.len());
        let end = (i + 1..=most).rev().find(|&end| {
            let tokens = i..end;
            if taken[tokens.clone()].contains(&true) || document.tokens[end - 1].pos == Pos::Punct {
                return false;
            }
            let key = key(document, &tokens);
            let demonym = end == i + 1 && DEMONYMS.contains(&key);
            let short = key.len() <= 2 || key == "who";
            let shape = !short
                || document
                    .word(i)
                    .chars()
                    .filter(|c| c.is_alphabetic())
                    .all(char::is_uppercase);
            let proper = tokens.len() > 1
                || matches!(document.tokens[i].pos, Pos::Propn | Pos::Adj | Pos::Noun);
            shape && proper && (demonym || PLACES.contains(&key) || ORGANISATIONS.contains(&key))
        });
        let end = end.map(|end| join::with_common_word(document, i..end, taken).end);
        match end {
            Some(end) if !inside_longer(document, &(i..end)) => {
                taken[i..end].fill(true);
                all.push(Candidate {
                    tokens: i..end,
                    voted: None,
                });
                i = end;
            }
            _ => i += 1,
        }
    }
}

/// Whether the tokens are a part of a longer run of proper nouns that is no title or role.
fn inside_longer(document: &Document, tokens: &TokenRange) -> bool {
    let proper = |i: usize| {
        capital(document, i)
            && document.tokens[i].pos == Pos::Propn
            && NOUNS.listed(&noun(document, i)).is_none()
            && TITLES.get(&document.lower(i)).is_none()
    };
    tokens.end < document.len()
        && proper(tokens.end)
        && document.tokens[tokens.end - 1].dep == Dep::Compound
        || tokens.start > 0
            && proper(tokens.start - 1)
            && document.tokens[tokens.start - 1].dep == Dep::Compound
            && document.tokens[tokens.start - 1].head < tokens.end
}

/// Runs of proper nouns outside of headlines that nothing has named yet.
fn unseen(
    document: &Document,
    named: &[Named],
    shouting: &[bool],
    taken: &mut [bool],
    all: &mut Vec<Candidate>,
) {
    let mut valued = vec![false; document.len()];
    for (tokens, _) in named.iter().filter(|(_, kind)| is_value(*kind)) {
        valued[tokens.clone()].fill(true);
    }
    let bracketed = |i: usize| {
        let close =
            document.tokens.get(i + 1).is_some() && matches!(document.word(i + 1), ")" | "]");
        i > 0
            && close
            && matches!(document.word(i - 1), "(" | "[")
            && super::acronym(document.word(i))
    };
    let part = |i: usize, taken: &[bool]| {
        !taken[i]
            && !(trim::is_preposition(&document.lower(i)))
            && !EQUIPMENT.contains(&noun(document, i))
            && !is_designator(document.word(i))
            && (!valued[i] || bracketed(i))
            && !shouting[i]
            && (document.tokens[i].pos == Pos::Propn || bracketed(i))
            && (capital(document, i) || document.word(i).starts_with("al-"))
            && document.word(i).chars().any(char::is_alphabetic)
    };
    let mut i = 0;
    while i < document.len() {
        if !part(i, taken) {
            i += 1;
            continue;
        }
        let sentence = document.sentence_of(i);
        let mut end = i + 1;
        while end < document.len() && document.sentence_of(end) == sentence {
            let dash = document.word(end) == "-"
                && end + 1 < document.len()
                && part(end + 1, taken)
                && !document.tokens[end - 1].space_after;
            let joint = matches!(document.word(end), "of" | "al")
                && end + 1 < document.len()
                && part(end + 1, taken)
                && document.sentence_of(end + 1) == sentence;
            if part(end, taken) {
                end += 1;
            } else if dash || joint {
                end += 2;
            } else {
                break;
            }
        }
        // "a Glock 19"
        let numbered = end < document.len()
            && document.tokens[end].tag == Tag::Cd
            && !taken[end]
            && EQUIPMENT_NAMES.contains(&document.lower(end - 1));
        let end = end + usize::from(numbered);
        if is_name(document, &(i..end)) {
            taken[i..end].fill(true);
            all.push(Candidate {
                tokens: i..end,
                voted: None,
            });
        }
        i = end;
    }
}

/// Whether a run of proper nouns is a name: not only titles, roles and words of the calendar.
fn is_name(document: &Document, tokens: &TokenRange) -> bool {
    let common = |i: usize| {
        let lower = document.lower(i);
        TITLES.contains(&lower)
            || NOUNS.listed(&noun(document, i)).is_some()
            || DEMONYMS.contains(&lower)
            || matches!(
                lower.as_str(),
                "of" | "-"
                    | "image"
                    | "photo"
                    | "file"
                    | "no"
                    | "no."
                    | "yes"
                    | "god"
                    | "tv"
                    | "day"
                    | "chief"
            )
    };
    let sentence = document.sentence_of(tokens.start);
    let first = document
        .sentences
        .get(sentence)
        .is_some_and(|sentence| sentence.start == tokens.start);
    let long = document.word(tokens.start).chars().count() > 1;
    let verb = first && tokens.len() == 1 && document.tokens[tokens.start].dep == Dep::Root;
    let office = trim::of_office(document, tokens) || trim::office(document, tokens);
    let ordinary = tokens.clone().all(common);
    long && !(ordinary || office || verb)
}
