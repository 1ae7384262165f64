//! Weapons, military platforms and vehicles, from their words and designators: "T-54 and T-72 main battle tanks", "an AK-47".

use super::groups::left_edge;
use super::mention::{Found, noun};
use crate::document::{Dep, Document, Pos, TokenRange};
use crate::lexicon::{EQUIPMENT, EQUIPMENT_MODIFIERS, EQUIPMENT_NAMES};
use crate::report::{EntityType, Level};

/// The equipment in a document, in order; `names` are left alone.
pub(super) fn find(document: &Document, names: &[Found]) -> Vec<Found> {
    let mut named = vec![false; document.len()];
    for name in names {
        named[name.tokens.clone()].fill(true);
    }
    let mut found: Vec<Found> = Vec::new();
    for (i, &in_name) in named.iter().enumerate() {
        if in_name || found.last().is_some_and(|last| last.tokens.contains(&i)) {
            continue;
        }
        let Some(mention) = phrase(document, i).or_else(|| alone(document, i)) else {
            continue;
        };
        while found
            .last()
            .is_some_and(|last| last.tokens.end > mention.tokens.start)
        {
            found.pop();
        }
        found.push(mention);
    }
    found
}

/// A noun phrase whose head is equipment.
fn phrase(document: &Document, head: usize) -> Option<Found> {
    let token = &document.tokens[head];
    if !matches!(token.pos, Pos::Noun | Pos::Propn)
        || matches!(token.dep, Dep::Compound | Dep::Nmod | Dep::Amod)
    {
        return None;
    }
    let word = noun(document, head);
    let modifiers: Vec<usize> = document
        .children(head)
        .filter(|&child| {
            child < head
                && matches!(
                    document.tokens[child].dep,
                    Dep::Compound | Dep::Amod | Dep::Nmod
                )
        })
        .collect();
    let mut kind = match (word.as_str(), EQUIPMENT.get(&word)) {
        // "artillery systems", "an improvised explosive device"
        ("system" | "round" | "piece" | "battery", _) => modifiers.iter().find_map(|&i| {
            EQUIPMENT
                .get(&noun(document, i))
                .filter(|&kind| kind == "WEAPON")
        })?,
        ("device", _) => modifiers
            .iter()
            .any(|&i| document.lower(i) == "explosive")
            .then_some("WEAPON")?,
        ("carrier", _) => modifiers
            .iter()
            .any(|&i| matches!(document.lower(i).as_str(), "aircraft" | "personnel"))
            .then_some("PLATFORM")?,
        ("tank", _)
            if modifiers.iter().any(|&i| {
                matches!(
                    document.lower(i).as_str(),
                    "think"
                        | "water"
                        | "fuel"
                        | "oil"
                        | "storage"
                        | "septic"
                        | "fish"
                        | "oxygen"
                        | "gas"
                )
            }) =>
        {
            return None;
        }
        (_, kind) => kind?,
    };
    // "Shell" the company, "Train" the band
    if token.pos == Pos::Propn
        && document.word(head).starts_with(char::is_uppercase)
        && !document
            .word(head)
            .chars()
            .all(|c| c.is_uppercase() || c == 's')
    {
        return None;
    }
    if kind == "VEHICLE"
        && modifiers
            .iter()
            .any(|&i| EQUIPMENT_MODIFIERS.contains(&document.lower(i)))
    {
        kind = "PLATFORM";
    }
    let mut start = left_edge(document, head);
    while start > 0 && is_designator(document.word(start - 1)) {
        start -= 1;
    }
    let start = coordinated_designators(document, start);
    let designated = (start..head).any(|i| is_designator(document.word(i)));
    let acronym =
        document.word(head).len() > 2 && document.word(head).starts_with(char::is_uppercase);
    let made = modifiers.iter().any(|&i| {
        EQUIPMENT_NAMES.contains(&document.lower(i))
            && document.word(i).starts_with(char::is_uppercase)
    });
    let level = if designated || acronym || made {
        Level::Named
    } else {
        Level::Nominal
    };
    mention(document, start..head + 1, head, kind, level)
}

/// A designator without a noun: "three Su-25s", "an AK-47".
fn alone(document: &Document, i: usize) -> Option<Found> {
    let word = document.word(i);
    if !is_designator(word)
        || matches!(
            document.tokens[i].dep,
            Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Nummod
        )
    {
        return None;
    }
    let letters = word.split('-').next().unwrap_or_default();
    let kind = match letters {
        "AK" | "AKM" | "AR" | "RPG" | "SA" | "SS" | "M" | "PKM" | "RPK" | "S" | "BM" => "WEAPON",
        _ => "PLATFORM",
    };
    mention(document, i..i + 1, i, kind, Level::Named)
}

fn mention(
    document: &Document,
    tokens: TokenRange,
    head: usize,
    kind: &str,
    level: Level,
) -> Option<Found> {
    let mut mention = Found::new(document, tokens, EntityType::from_name(kind)?, level);
    mention.head = head;
    Some(mention)
}

/// Letters, a hyphen, a number: `T-54`, `F-16`, `KC-135R`, `MiG-29s`.
pub(super) fn is_designator(word: &str) -> bool {
    let Some((letters, rest)) = word.split_once('-') else {
        return false;
    };
    let number = rest.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let tail = rest.len() - number.len();
    let cased = letters.starts_with(|c: char| c.is_ascii_uppercase())
        && letters.chars().all(|c| c.is_ascii_alphabetic());
    cased
        && letters.len() <= 3
        && (1..=3).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
        && tail <= 2
        && letters != "COV"
        && letters != "G"
}

/// "T-54 and T-72 main battle tanks": back over designators joined by commas and "and".
fn coordinated_designators(document: &Document, start: usize) -> usize {
    let mut first = start;
    while is_designator(document.word(first)) || first < start {
        let Some(joint) = first.checked_sub(1) else {
            break;
        };
        let Some(before) = first.checked_sub(2) else {
            break;
        };
        if !matches!(document.word(joint), "and" | "," | "or" | "/")
            || !is_designator(document.word(before))
        {
            break;
        }
        first = before;
    }
    first
}
