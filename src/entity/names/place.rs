//! What belongs to the mention of a place besides its name: "northern Syria", "the city of Mosul", "Mosul district".

use crate::document::{Document, Pos};
use crate::entity::mention::{Found, noun, plural};
use crate::lexicon::NOUNS;
use crate::report::EntityType;

/// Takes compass words, "the city of" and "district" into the mention of a place.
pub(super) fn take_area(document: &Document, mention: &mut Found) {
    if !matches!(mention.kind, EntityType::Gpe | EntityType::Loc) {
        return;
    }
    let end = mention.tokens.end;
    if end < document.len()
        && area(document, end)
        && !document.word(end).starts_with(char::is_uppercase)
    {
        let more = end + 1 < document.len()
            && matches!(document.tokens[end + 1].pos, Pos::Noun | Pos::Propn);
        if !more && document.tokens[end - 1].space_after {
            mention.tokens.end = end + 1;
        }
    }
    let start = mention.tokens.start;
    if start > 0 && compass(&document.lower(start - 1)) && document.tokens[start - 1].space_after {
        mention.tokens.start = start - 1;
        return;
    }
    // "the (Iraqi) city of Mosul", "the ancient site of Palmyra"
    if start >= 2 && document.word(start - 1) == "of" && settlement(document, start - 2) {
        let mut first = start - 2;
        while first > 0
            && start - first < 6
            && matches!(document.tokens[first - 1].pos, Pos::Adj | Pos::Propn)
            && document.tokens[first - 1].head == start - 2
        {
            first -= 1;
        }
        if first > 0 && matches!(document.lower(first - 1).as_str(), "the" | "a" | "an") {
            first -= 1;
        }
        mention.tokens.start = first;
    }
}

/// Words for a part of a country or continent.
fn compass(word: &str) -> bool {
    matches!(
        word,
        "north"
            | "south"
            | "east"
            | "west"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "central"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "northeastern"
            | "northwestern"
            | "southeastern"
            | "southwestern"
            | "north-eastern"
            | "north-western"
            | "south-eastern"
            | "south-western"
            | "north-east"
            | "north-west"
            | "south-east"
            | "south-west"
            | "downtown"
            | "upper"
            | "lower"
            | "mainland"
            | "rural"
    )
}

/// Whether the word after a name makes it an area: "Mosul district".
fn area(document: &Document, i: usize) -> bool {
    matches!(
        document.lower(i).as_str(),
        "district"
            | "province"
            | "region"
            | "governorate"
            | "county"
            | "area"
            | "neighborhood"
            | "neighbourhood"
            | "peninsula"
            | "island"
            | "islands"
            | "valley"
            | "river"
            | "city"
            | "town"
            | "village"
            | "commune"
            | "parish"
            | "township"
            | "oblast"
            | "municipality"
            | "prefecture"
            | "suburb"
            | "highlands"
    )
}

/// Whether "X of" names what the place is.
fn settlement(document: &Document, i: usize) -> bool {
    let word = noun(document, i);
    if plural(document, i) {
        return false;
    }
    matches!(
        word.as_str(),
        "city"
            | "town"
            | "village"
            | "settlement"
            | "hamlet"
            | "commune"
            | "township"
            | "parish"
            | "oblast"
            | "province"
            | "district"
            | "region"
            | "state"
            | "island"
            | "suburb"
            | "municipality"
            | "port"
            | "county"
            | "site"
            | "kingdom"
            | "republic"
            | "neighborhood"
            | "neighbourhood"
            | "territory"
            | "enclave"
            | "governorate"
    ) && (NOUNS.contains(&word) || !document.word(i).starts_with(char::is_uppercase))
}
