//! Where names may stand: the recogniser's spans cut to the name, and runs of proper nouns that it passed over.

use super::{Candidate, key};
use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::entity::Named;
use crate::entity::mention::{is_value, noun, possessive_mark};
use crate::lexicon::{DEMONYMS, NAME_WORDS, NOUNS, ORGANISATIONS, PLACES, TITLES};
use crate::report::EntityType;

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
        if all >= 3 && upper * 4 >= all * 3 {
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
            && NOUNS.get(&noun(document, i)).is_none()
            && NAME_WORDS.get(&document.lower(i)).is_none()
    };
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
    for (tokens, kind) in named.iter().filter(|(_, kind)| !is_value(*kind)) {
        for tokens in trim(document, tokens.clone(), *kind) {
            if taken[tokens.clone()].contains(&true) || no_name(document, &tokens) {
                continue;
            }
            taken[tokens.clone()].fill(true);
            all.push(Candidate {
                tokens,
                voted: Some(*kind),
            });
        }
    }
    listed(document, &mut taken, &mut all);
    unseen(document, named, shouting, &mut taken, &mut all);
    all.sort_by_key(|candidate| candidate.tokens.start);
    all
}

/// Cuts a span to the name: without articles, leading prepositions, possessive marks, brackets, footnote marks.
fn trim(document: &Document, tokens: TokenRange, kind: EntityType) -> Vec<TokenRange> {
    // "University.[1][2", "Commission of Inquiry (CoI", "Seoul\n\nThe": cut where no name goes on.
    let mut pieces: Vec<TokenRange> = Vec::new();
    let mut start = tokens.start;
    for i in tokens.clone() {
        let word = document.word(i);
        let quoted = kind == EntityType::WorkOfArt;
        let stop = document.tokens[i].pos == Pos::Space
            || word.contains(['[', ']', '(', ')', ';', '\n'])
            || (!quoted && (word.contains(['"', '“', '”']) || (word == ":" || word == "/")));
        if stop {
            if start < i {
                pieces.push(start..i);
            }
            start = i + 1;
        }
    }
    if start < tokens.end {
        pieces.push(start..tokens.end);
    }
    pieces
        .into_iter()
        .filter_map(|piece| edges(document, piece))
        .collect()
}

fn edges(document: &Document, tokens: TokenRange) -> Option<TokenRange> {
    let (mut start, mut end) = (tokens.start, tokens.end);
    while start < end {
        let token = &document.tokens[start];
        let word = document.lower(start);
        let article = matches!(word.as_str(), "the" | "a" | "an");
        let leading = matches!(
            token.tag,
            Tag::PrpPoss | Tag::Dt | Tag::In | Tag::Cc | Tag::Pos | Tag::Wdt
        ) || matches!(word.as_str(), "near" | "in" | "at" | "from" | "dear");
        // "The Hague"
        let kept =
            article && capital(document, start) && PLACES.contains(&key(document, &(start..end)));
        if kept || !(article || leading || mark(document, start)) {
            break;
        }
        start += 1;
    }
    while end > start
        && (mark(document, end - 1)
            || possessive_mark(document, end - 1)
            || matches!(document.word(end - 1), "'s" | "’s"))
    {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

fn mark(document: &Document, i: usize) -> bool {
    matches!(document.tokens[i].pos, Pos::Punct | Pos::Space | Pos::Sym)
        && !document.word(i).ends_with('.')
        || document.word(i) == "."
        || document.word(i).starts_with(['"', '“', '”', '‘'])
}

/// Spans that are no names whatever the recogniser thinks: no capital or digit at all, a bare title, a handle.
fn no_name(document: &Document, tokens: &TokenRange) -> bool {
    let cased = tokens.clone().any(|i| {
        document.word(i).contains(|c: char| c.is_uppercase())
            || document.word(i).chars().all(|c| !c.is_ascii())
    });
    let titles = tokens.clone().all(|i| {
        TITLES
            .get(&document.lower(i))
            .is_some_and(|class| class != "style")
            || document.word(i) == "."
    });
    let weird = tokens.len() == 1 && document.word(tokens.start).starts_with(['@', '#']);
    !cased || titles || weird || tokens.len() > 12
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
            && NOUNS.get(&noun(document, i)).is_none()
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
    let part = |i: usize, taken: &[bool]| {
        !taken[i]
            && !valued[i]
            && !shouting[i]
            && document.tokens[i].pos == Pos::Propn
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
            || NOUNS.contains(&noun(document, i))
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
    !tokens.clone().all(common)
        && long
        && !(first && tokens.len() == 1 && document.tokens[tokens.start].dep == Dep::Root)
}
