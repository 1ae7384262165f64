//! Cutting the recogniser's spans to the name, and telling spans that are none.

use super::key;
use super::spans::capital;
use crate::document::{Document, Pos, Tag, TokenRange};
use crate::entity::equipment::is_designator;
use crate::entity::mention::{noun, possessive_mark};
use crate::lexicon::{EQUIPMENT, NAME_WORDS, NOUNS, PLACES, TITLES};
use crate::report::EntityType;

/// Cuts a span to the name: without articles, leading prepositions, possessive marks, brackets, footnote marks.
pub(super) fn trim(document: &Document, tokens: TokenRange, kind: EntityType) -> Vec<TokenRange> {
    // "University.[1][2", "Commission of Inquiry (CoI", "Seoul\n\nThe": cut where no name goes on.
    let mut pieces: Vec<TokenRange> = Vec::new();
    let mut start = tokens.start;
    for i in tokens.clone() {
        let word = document.word(i);
        let quoted = kind == EntityType::WorkOfArt;
        // "Freiji.[2]" is one token: the name ends in it.
        let glued = word.find(['[', '(']).is_some_and(|at| at > 0);
        let stop = document.tokens[i].pos == Pos::Space
            || word.contains(['[', ']', '(', ')', ';', '\n', '—', '―'])
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
    // "from Bogotá to Düsseldorf"
    if let Some(to) = tokens.clone().find(|&i| document.word(i) == "to")
        && to > tokens.start
        && PLACES.contains(&key(document, &(tokens.start..to)))
    {
        return vec![tokens.start..to, to + 1..tokens.end];
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
    while start + 1 < end && (small_word(document, start) || score(document, start)) {
        start += 1;
    }
    while end > start + 1 && (loose_end(document, end - 1) || score(document, end - 1)) {
        end -= 1;
    }
    end = before_cut_word(document, start, end);
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

/// "Euphrates River *de-*confliction line": an end within a hyphenated common word goes back before that word.
fn before_cut_word(document: &Document, start: usize, end: usize) -> usize {
    let glued = |i: usize| {
        i < document.len() && document.tokens[i - 1].span.end == document.tokens[i].span.start
    };
    let dash = if document.word(end - 1) == "-" {
        end - 1
    } else {
        end
    };
    let cut = dash > start + 1
        && glued(dash)
        && document.word(dash) == "-"
        && glued(dash + 1)
        && document.word(dash - 1).starts_with(char::is_lowercase)
        && document.word(dash + 1).starts_with(char::is_lowercase);
    if cut { dash - 1 } else { end }
}

/// "*language* HTML 5", "*cosplayer* Jessica Anderson": a common noun before a name; particles of names stay.
fn small_word(document: &Document, i: usize) -> bool {
    let word = document.word(i);
    let particle = matches!(
        word,
        "al" | "el"
            | "bin"
            | "ibn"
            | "de"
            | "da"
            | "di"
            | "du"
            | "van"
            | "von"
            | "der"
            | "den"
            | "la"
            | "le"
            | "dos"
            | "ter"
    );
    word.starts_with(char::is_lowercase)
        && !particle
        && !word.starts_with("al-")
        && !word.contains(char::is_uppercase)
        && !word.contains('.')
}

/// "KPA *civil*": a common word after a name that is not the word for what it is ("Yonhap news agency").
fn loose_end(document: &Document, i: usize) -> bool {
    // "Bae Min-*jun*"
    let hyphened = i > 0 && document.word(i - 1) == "-" && !document.tokens[i - 1].space_after;
    small_word(document, i)
        && !hyphened
        && !NAME_WORDS.contains(&document.lower(i))
        && NOUNS.listed(&noun(document, i)).is_none()
}

/// "Sweden *1* – 0", "*0* Korea Republic": a score beside a name.
fn score(document: &Document, i: usize) -> bool {
    let word = document.word(i);
    let digit = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    let dash = |i: usize| i < document.len() && matches!(document.word(i), "-" | "–" | "—" | "―");
    digit && (dash(i + 1) || i > 0 && dash(i - 1))
}

/// Words that the tagger takes for names at the start of a sentence ("Near Palmyra, two strikes …").
pub(super) fn is_preposition(word: &str) -> bool {
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

pub(super) fn mark(document: &Document, i: usize) -> bool {
    matches!(document.tokens[i].pos, Pos::Punct | Pos::Space | Pos::Sym)
        && !document.word(i).ends_with('.')
        || matches!(document.word(i), "." | "-")
        || document.word(i).starts_with(['"', '“', '”', '‘'])
}

/// Spans that are no names whatever the recogniser thinks: no capital or digit at all, a bare title, a handle.
pub(super) fn no_name(document: &Document, tokens: &TokenRange) -> bool {
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
    // "Prime Minister-designate": groups describe it.
    let end = tokens.end;
    let designate = end + 1 < document.len()
        && document.word(end) == "-"
        && matches!(document.word(end + 1), "designate" | "elect");
    let weird = weird || designate;
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
pub(super) fn of_office(document: &Document, tokens: &TokenRange) -> bool {
    tokens.len() == 1
        && tokens.start >= 2
        && document.word(tokens.start - 1) == "of"
        && TITLES.get(&document.lower(tokens.start - 2)) == Some("office")
        && capital(document, tokens.start - 2)
        && !PLACES.contains(&key(document, tokens))
}

/// "Prime Minister", "Foreign Secretary", "Senior Advisor": an office, which [`crate::entity::groups`] describes.
pub(super) fn office(document: &Document, tokens: &TokenRange) -> bool {
    let last = tokens.end - 1;
    let class = TITLES.get(&document.lower(last));
    // "Citizen Airmen" are people; "Internet Explorer" is a name.
    let ordinary = |i: usize| {
        document.tokens[i].pos != Pos::Propn
            || TITLES.contains(&document.lower(i))
            || NOUNS.listed(&noun(document, i)).is_some()
    };
    let title = class == Some("office")
        || NOUNS.listed(&noun(document, last)) == Some("person")
            && (class.is_some() || tokens.clone().all(ordinary));
    title && tokens.len() <= 5 && !document.lower(last).ends_with('s')
}
