//! Names that the recogniser cut too short or took apart.

use super::spans::capital;
use super::{Candidate, key};
use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::{DEMONYMS, NAME_OPENINGS, NAME_WORDS, ORGANISATIONS, PLACES};
use crate::report::EntityType;

/// "*FS* Forbin", "*Operation* Lifeline", "*Camp* Hurriya": the first word that the recogniser left out.
pub(super) fn with_opening(document: &Document, tokens: TokenRange, taken: &[bool]) -> TokenRange {
    let Some(before) = tokens.start.checked_sub(1) else {
        return tokens;
    };
    let opens = capital(document, before)
        && !taken[before]
        && document.tokens[before].pos == Pos::Propn
        && matches!(
            NAME_OPENINGS.get(&document.lower(before)),
            Some("PLATFORM" | "EVENT" | "FAC" | "LOC")
        );
    if opens { before..tokens.end } else { tokens }
}

/// "Task Force *50*", "Mobile Unit *Two*": the number that is part of a unit's name.
pub(super) fn with_number(document: &Document, tokens: TokenRange, kind: EntityType) -> TokenRange {
    let end = tokens.end;
    let number = end < document.len()
        && document.tokens[end].tag == Tag::Cd
        && document.tokens[end].head >= tokens.start
        && document.tokens[end].head < end;
    let plain = number
        && (capital(document, end)
            || document.word(end).bytes().all(|b| b.is_ascii_digit())
                && document.word(end).len() <= 3);
    let score = end + 2 < document.len()
        && matches!(document.word(end + 1), "-" | "–" | "—")
        && document.tokens[end + 2].tag == Tag::Cd;
    if plain
        && !score
        && matches!(
            kind,
            EntityType::Org | EntityType::Product | EntityType::Law | EntityType::Platform
        )
    {
        tokens.start..end + 1
    } else {
        tokens
    }
}

/// "Hashemite Kingdom" "of" "Jordan", "Gulf" "of" "Oman": one name where its first part needs a second.
pub(super) fn join_of(document: &Document, all: &mut Vec<Candidate>) {
    all.sort_by_key(|candidate| candidate.tokens.start);
    let mut joined: Vec<Candidate> = Vec::with_capacity(all.len());
    for candidate in all.drain(..) {
        let opening = joined.last().is_some_and(|last: &Candidate| {
            let end = last.tokens.end;
            let gap = candidate.tokens.start.saturating_sub(end);
            let of = gap >= 1
                && document.word(end) == "of"
                && (gap == 1 || (gap == 2 && document.word(end + 1) == "the"));
            let needs = matches!(
                NAME_WORDS.get(&document.lower(end - 1)),
                Some("ORG" | "GPE" | "LOC")
            );
            let kind = last
                .voted
                .is_none_or(|kind| !matches!(kind, EntityType::Person | EntityType::Norp));
            of && needs && kind && capital(document, candidate.tokens.start)
        });
        match joined.last_mut().filter(|_| opening) {
            Some(last) => last.tokens.end = candidate.tokens.end,
            None => joined.push(candidate),
        }
    }
    *all = joined;
}

/// "Valeska" "Paris": first name and surname that the recogniser took apart.
pub(super) fn join_names(document: &Document, all: &mut Vec<Candidate>) {
    let listed = |tokens: &TokenRange| {
        let key = key(document, tokens);
        PLACES.contains(&key) || DEMONYMS.contains(&key) || ORGANISATIONS.contains(&key)
    };
    let mut joined: Vec<Candidate> = Vec::with_capacity(all.len());
    for candidate in all.drain(..) {
        let (start, end) = (candidate.tokens.start, candidate.tokens.end);
        let apart = joined.last().is_some_and(|last: &Candidate| {
            last.tokens.end == start
                && last.tokens.len() == 1
                && end - start == 1
                && capital(document, start)
                && document.tokens[last.tokens.start].dep == Dep::Compound
                && document.tokens[last.tokens.start].head == start
                && !listed(&last.tokens)
        });
        // "CJTF-OIR": two short forms with a hyphen between.
        let hyphened = joined.last().is_some_and(|last: &Candidate| {
            last.tokens.end + 1 == start
                && document.word(start - 1) == "-"
                && !document.tokens[last.tokens.end - 1].space_after
                && !document.tokens[start - 1].space_after
                && super::acronym(document.word(start))
                && super::acronym(document.word(last.tokens.end - 1))
                && !listed(&last.tokens)
                && !listed(&candidate.tokens)
        });
        match joined.last_mut().filter(|_| apart || hyphened) {
            Some(last) => {
                last.tokens.end = end;
                last.voted = Some(if apart {
                    EntityType::Person
                } else {
                    EntityType::Org
                });
            }
            None => joined.push(candidate),
        }
    }
    *all = joined;
}

/// "*Saudi* Interior Ministry", "*U.S.* Congress": the people or country before the common name of an organisation.
pub(super) fn join_peoples(document: &Document, all: &mut Vec<Candidate>) {
    let mut joined: Vec<Candidate> = Vec::with_capacity(all.len());
    for mut candidate in all.drain(..) {
        let (start, last) = (candidate.tokens.start, candidate.tokens.end - 1);
        let common = capital(document, start)
            && capital(document, last)
            && NAME_WORDS.get(&document.lower(last)) == Some("ORG")
            && candidate.voted.is_none_or(|kind| {
                matches!(kind, EntityType::Org | EntityType::Fac | EntityType::Gpe)
            });
        let people = start.checked_sub(1).filter(|&before| {
            let key = key(document, &(before..start));
            let listed = DEMONYMS.contains(&key) || PLACES.get(&key) == Some("country");
            listed
                && capital(document, before)
                && matches!(
                    document.tokens[before].dep,
                    Dep::Compound | Dep::Amod | Dep::Nmod
                )
                && document.sentence_of(before) == document.sentence_of(start)
        });
        if let Some(before) = people.filter(|_| common) {
            let own = joined
                .last()
                .is_some_and(|other: &Candidate| other.tokens.end > before);
            let single = joined
                .last()
                .is_some_and(|other| other.tokens == (before..start));
            if !own || single {
                if single {
                    joined.pop();
                }
                candidate.tokens.start = before;
                candidate.voted = Some(EntityType::Org);
            }
        }
        joined.push(candidate);
    }
    *all = joined;
}
