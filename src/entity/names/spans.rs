//! Where names may stand: the recogniser's spans cut to the name, and runs of proper nouns that it passed over.

use std::collections::HashSet;

use super::{Candidate, key};
use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::entity::Named;
use crate::entity::equipment::is_designator;
use crate::entity::mention::{is_value, noun, possessive_mark};
use crate::lexicon::{
    ALIASES, DEMONYMS, EQUIPMENT, NAME_OPENINGS, NAME_WORDS, NOUNS, ORGANISATIONS, PLACES, TITLES,
};
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
    let common = common_words(document, shouting);
    long_forms(document, &mut taken, &mut all);
    for (tokens, kind) in named.iter().filter(|(_, kind)| !is_value(*kind)) {
        for tokens in trim(document, tokens.clone(), *kind) {
            let ordinary =
                opens_sentence(document, &tokens) && common.contains(&document.lower(tokens.start));
            if taken[tokens.clone()].contains(&true) || ordinary || no_name(document, &tokens) {
                continue;
            }
            let tokens = with_number(document, with_opening(document, tokens, &taken), *kind);
            taken[tokens.clone()].fill(true);
            all.push(Candidate {
                tokens,
                voted: Some(*kind),
            });
        }
    }
    join_of(document, &mut all);
    join_names(document, &mut all);
    listed(document, &mut taken, &mut all);
    unseen(document, named, shouting, &mut taken, &mut all);
    all.retain(|candidate| {
        candidate.voted.is_some()
            || !(opens_sentence(document, &candidate.tokens)
                && common.contains(&document.lower(candidate.tokens.start)))
    });
    all.sort_by_key(|candidate| candidate.tokens.start);
    all
}

/// "*FS* Forbin", "*Operation* Lifeline", "*Camp* Hurriya": the first word that the recogniser left out.
fn with_opening(document: &Document, tokens: TokenRange, taken: &[bool]) -> TokenRange {
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
fn with_number(document: &Document, tokens: TokenRange, kind: EntityType) -> TokenRange {
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
fn join_of(document: &Document, all: &mut Vec<Candidate>) {
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
                document.lower(end - 1).as_str(),
                "kingdom"
                    | "republic"
                    | "gulf"
                    | "university"
                    | "bank"
                    | "ministry"
                    | "strait"
                    | "bay"
                    | "emirate"
                    | "sultanate"
                    | "office"
                    | "department"
                    | "church"
                    | "house"
                    | "board"
                    | "bureau"
            );
            of && needs && capital(document, candidate.tokens.start)
        });
        match joined.last_mut().filter(|_| opening) {
            Some(last) => last.tokens.end = candidate.tokens.end,
            None => joined.push(candidate),
        }
    }
    *all = joined;
}

/// "Valeska" "Paris": first name and surname that the recogniser took apart.
fn join_names(document: &Document, all: &mut Vec<Candidate>) {
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
        match joined.last_mut().filter(|_| apart) {
            Some(last) => {
                last.tokens.end = end;
                last.voted = Some(EntityType::Person);
            }
            None => joined.push(candidate),
        }
    }
    *all = joined;
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
        let most = (i + 8).min(document.len());
        let end = capital(document, i)
            .then(|| {
                (i + 4..=most).rev().find(|&end| {
                    capital(document, end - 1) && ALIASES.contains(&key(document, &(i..end)))
                })
            })
            .flatten();
        match end {
            Some(end) => {
                taken[i..end].fill(true);
                all.push(Candidate {
                    tokens: i..end,
                    voted: Some(EntityType::Org),
                });
                i = end;
            }
            None => i += 1,
        }
    }
}

/// Cuts a span to the name: without articles, leading prepositions, possessive marks, brackets, footnote marks.
fn trim(document: &Document, tokens: TokenRange, kind: EntityType) -> Vec<TokenRange> {
    // "University.[1][2", "Commission of Inquiry (CoI", "Seoul\n\nThe": cut where no name goes on.
    let mut pieces: Vec<TokenRange> = Vec::new();
    let mut start = tokens.start;
    for i in tokens.clone() {
        let word = document.word(i);
        let quoted = kind == EntityType::WorkOfArt;
        // "Freiji.[2]" is one token: the name ends in it.
        let glued = word.find(['[', '(']).is_some_and(|at| at > 0);
        let stop = document.tokens[i].pos == Pos::Space
            || word.contains(['[', ']', '(', ')', ';', '\n'])
            || (!quoted && (word.contains(['"', '“', '”']) || (word == ":" || word == "/")));
        if stop {
            let end = if glued { i + 1 } else { i };
            if start < end {
                pieces.push(start..end);
            }
            start = i + 1;
        }
    }
    if start < tokens.end {
        pieces.push(start..tokens.end);
    }
    pieces
        .into_iter()
        .flat_map(|piece| split_place(document, piece))
        .filter_map(|piece| edges(document, piece))
        .collect()
}

/// "Minister for the *Middle East* *Tobias Ellwood*", "In *Turkey* *Minister Ellwood* met": a place and a person run together.
fn split_place(document: &Document, tokens: TokenRange) -> Vec<TokenRange> {
    if let Some(dash) = tokens.clone().find(|&i| document.word(i) == "-")
        && dash > tokens.start
        && PLACES.contains(&key(document, &(tokens.start..dash)))
        && PLACES.contains(&key(document, &(dash + 1..tokens.end)))
    {
        return vec![tokens.start..dash, dash + 1..tokens.end];
    }
    let joint = tokens.start + 1;
    if tokens.len() >= 4
        && document.word(joint) == "and"
        && matches!(
            document.word(tokens.start),
            "North" | "South" | "East" | "West"
        )
        && PLACES.contains(&key(document, &(joint + 1..tokens.end)))
    {
        return vec![tokens.start..joint, joint + 1..tokens.end];
    }
    let place = (tokens.start + 1..tokens.end.min(tokens.start + 4))
        .rev()
        .find(|&end| PLACES.contains(&key(document, &(tokens.start..end))));
    let Some(end) = place.filter(|&end| end < tokens.end && tokens.start > 0) else {
        return vec![tokens];
    };
    let titled = TITLES.get(&document.lower(end)).is_some() && tokens.end - end >= 2;
    let before = |back: usize| {
        tokens
            .start
            .checked_sub(back)
            .map(|i| document.lower(i))
            .unwrap_or_default()
    };
    let joint = if before(1) == "the" { 2 } else { 1 };
    let office = matches!(before(joint).as_str(), "for" | "of")
        && TITLES.get(&before(joint + 1)) == Some("office")
        && tokens.end - end >= 2;
    let led = titled && matches!(before(1).as_str(), "in" | "at" | "from" | "to");
    if office || led {
        vec![tokens.start..end, end..tokens.end]
    } else {
        vec![tokens]
    }
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
        ) || is_preposition(&word)
            || word == "dear";
        // "The Hague"
        let kept =
            article && capital(document, start) && PLACES.contains(&key(document, &(start..end)));
        if kept || !(article || leading || mark(document, start)) {
            break;
        }
        start += 1;
    }
    let caption = |end: usize| {
        end < document.len()
            && document.word(end) == ":"
            && matches!(
                document.word(end - 1),
                "Image" | "Photo" | "File" | "Photograph" | "Picture"
            )
    };
    while end > start
        && (mark(document, end - 1)
            || caption(end)
            || possessive_mark(document, end - 1)
            || matches!(document.word(end - 1), "'s" | "’s"))
    {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// Words that the tagger takes for names at the start of a sentence ("Near Palmyra, two strikes …").
fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "near"
            | "in"
            | "at"
            | "from"
            | "outside"
            | "inside"
            | "around"
            | "across"
            | "for"
            | "with"
            | "after"
            | "before"
            | "since"
            | "despite"
            | "although"
            | "while"
    )
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
    let after_name = tokens.len() == 1
        && tokens.start > 0
        && document.word(tokens.start - 1) == ","
        && matches!(
            document.word(tokens.start),
            "QC" | "KC"
                | "SC"
                | "MP"
                | "PhD"
                | "Ph.D."
                | "OBE"
                | "CBE"
                | "MBE"
                | "MD"
                | "M.D."
                | "Jr."
                | "Jr"
                | "Sr."
                | "Sr"
                | "Esq."
                | "MEP"
                | "a.i."
        );
    let thing = tokens.len() == 1
        && (EQUIPMENT.contains(&noun(document, tokens.start))
            || is_designator(document.word(tokens.start)));
    !cased
        || titles
        || weird
        || after_name
        || thing
        || of_office(document, tokens)
        || office(document, tokens)
        || tokens.len() > 12
}

/// "State" in "Secretary of State", "Staff" in "Chief of Staff": a word of the office.
fn of_office(document: &Document, tokens: &TokenRange) -> bool {
    tokens.len() == 1
        && tokens.start >= 2
        && document.word(tokens.start - 1) == "of"
        && TITLES.get(&document.lower(tokens.start - 2)) == Some("office")
        && capital(document, tokens.start - 2)
        && !PLACES.contains(&key(document, tokens))
}

/// "Prime Minister", "Foreign Secretary", "Senior Advisor": an office, which [`crate::entity::groups`] describes.
fn office(document: &Document, tokens: &TokenRange) -> bool {
    let last = tokens.end - 1;
    let title = TITLES.get(&document.lower(last)) == Some("office")
        || NOUNS.get(&noun(document, last)) == Some("person");
    title && tokens.len() <= 5 && !document.lower(last).ends_with('s')
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
            && !(is_preposition(&document.lower(i)))
            && !EQUIPMENT.contains(&noun(document, i))
            && !is_designator(document.word(i))
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
