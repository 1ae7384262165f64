//! Names that the recogniser cut too short or took apart.

use super::spans::capital;
use super::{Candidate, by_last_word, key};
use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::entity::mention::{noun, possessive_mark};
use crate::lexicon::{
    DEMONYMS, EQUIPMENT_NAMES, NAME_OPENINGS, NAME_WORDS, NOUNS, ORGANISATIONS, PLACES, TITLES,
};
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

/// "the French *Open*", "French *Guiana*": the people's word is the first of a longer name.
pub(super) fn with_common_word(
    document: &Document,
    tokens: TokenRange,
    taken: &[bool],
) -> TokenRange {
    let end = tokens.end;
    let people = tokens.len() == 1 && DEMONYMS.contains(&document.lower(tokens.start));
    let free = people
        && end < document.len()
        && !taken[end]
        && capital(document, end)
        && document.tokens[end].pos == Pos::Propn
        && !TITLES.contains(&document.lower(end));
    let whole = tokens.start..end + 1;
    let named = |key: &str| PLACES.contains(key) || ORGANISATIONS.contains(key);
    let longer =
        free && (by_last_word(&document.lower(end)).is_some() || named(&key(document, &whole)));
    if longer { whole } else { tokens }
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
        && matches!(document.word(end + 1), "-" | "–" | "—" | "―")
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

/// "Bae Min-*jun*": the rest of a person's name that the recogniser cut at its hyphen.
pub(super) fn with_hyphen(document: &Document, tokens: TokenRange, kind: EntityType) -> TokenRange {
    let glued = |i: usize| i < document.len() && !document.tokens[i - 1].space_after;
    let end = tokens.end;
    let dash = document.word(end - 1) == "-";
    let at = if dash { end } else { end + 1 };
    let cut = (dash || (glued(end) && document.word(end) == "-")) && tokens.len() > 1;
    let goes_on = cut
        && glued(at)
        && (kind == EntityType::Person || document.tokens[at].tag == Tag::Nnp)
        && document.word(at).chars().all(char::is_alphabetic)
        && (dash || capital(document, at));
    if goes_on {
        tokens.start..at + 1
    } else {
        tokens
    }
}

/// "the Kern County *Sheriff's Office*", "Korean *People's Army*": a title or people with "'s" and the common word of an organisation.
pub(super) fn possessive_names(document: &Document, taken: &mut [bool], all: &mut Vec<Candidate>) {
    for mark in 1..document.len().saturating_sub(1) {
        if !possessive_mark(document, mark)
            || !capital(document, mark - 1)
            || !capital(document, mark + 1)
            || taken[mark]
        {
            continue;
        }
        let owner = TITLES.contains(&document.lower(mark - 1))
            || NOUNS.listed(&noun(document, mark - 1)) == Some("person")
            || matches!(
                document.lower(mark - 1).as_str(),
                "women" | "men" | "children" | "people"
            );
        let proper = |i: usize| capital(document, i) && document.tokens[i].pos != Pos::Punct;
        let sentence = document.sentence_of(mark);
        let end = (mark + 1..document.len().min(mark + 5))
            .take_while(|&i| proper(i) && document.sentence_of(i) == sentence)
            .filter(|&i| NAME_WORDS.contains(&document.lower(i)))
            .last();
        let Some(last) = end.filter(|_| owner) else {
            continue;
        };
        let mut start = mark - 1;
        while start > 0
            && mark - start < 6
            && proper(start - 1)
            && document.tokens[start - 1].pos == Pos::Propn
            && document.sentence_of(start - 1) == sentence
            && !taken[start - 1]
        {
            start -= 1;
        }
        taken[start..last + 1].fill(true);
        all.push(Candidate {
            tokens: start..last + 1,
            voted: None,
        });
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
                by_last_word(&document.lower(end - 1)),
                Some(EntityType::Org | EntityType::Gpe | EntityType::Loc)
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
    let titled = |last: &Candidate| TITLES.contains(&document.lower(last.tokens.start));
    let mut joined: Vec<Candidate> = Vec::with_capacity(all.len());
    for candidate in all.drain(..) {
        let (start, end) = (candidate.tokens.start, candidate.tokens.end);
        let apart = joined.last().is_some_and(|last: &Candidate| {
            last.tokens.end == start
                // "Valeska" "Paris", "Chief Executive Priyanka" "Venkataraghavan"
                && (last.tokens.len() == 1
                    || (last.tokens.len() <= 4 && (last.voted == Some(EntityType::Person) || titled(last))))
                // "Colonel Abdirizak" "Mumin Warsame"
                && (end - start == 1 || (end - start <= 3 && titled(last)))
                && capital(document, start)
                && document.tokens[last.tokens.end - 1].dep == Dep::Compound
                && candidate.tokens.contains(&document.tokens[last.tokens.end - 1].head)
                && !listed(&last.tokens)
        });
        let next = |last: &Candidate| last.tokens.end == start && capital(document, start);
        // "Toyota" "Probox", "Gulf Crest Properties" "LLC"
        let made = joined.last().is_some_and(|last: &Candidate| {
            next(last)
                && EQUIPMENT_NAMES.contains(&key(document, &last.tokens))
                && document.tokens[last.tokens.end - 1].dep == Dep::Compound
                && candidate
                    .tokens
                    .contains(&document.tokens[last.tokens.end - 1].head)
        });
        let form = joined.last().is_some_and(|last: &Candidate| {
            next(last)
                && end - start == 1
                && last.tokens.len() > 1
                && NAME_WORDS.get(&document.lower(start)) == Some("company")
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
        // "Tsend-" "Ayush Bold": one name with a hyphen, not two places with one between them.
        let whole = joined.last().is_some_and(|last: &Candidate| {
            last.tokens.end + 1 == start
                && document.word(start - 1) == "-"
                && !document.tokens[last.tokens.end - 1].space_after
                && !document.tokens[start - 1].space_after
                && ([last.voted, candidate.voted].contains(&Some(EntityType::Person))
                    || (candidate.tokens.len() > 1
                        && candidate
                            .tokens
                            .contains(&document.tokens[last.tokens.end - 1].head)))
                && !listed(&last.tokens)
                && !listed(&candidate.tokens)
        });
        match joined
            .last_mut()
            .filter(|_| apart || hyphened || whole || made || form)
        {
            Some(last) => {
                last.tokens.end = end;
                last.voted = match () {
                    () if made => None,
                    () if form || hyphened => Some(EntityType::Org),
                    () => Some(EntityType::Person),
                };
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
            && by_last_word(&document.lower(last)) == Some(EntityType::Org)
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
