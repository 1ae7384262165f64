//! What a noun can stand for.

use crate::document::Tag;

use super::super::reading::Reading;

/// Whether the noun at `i` is a time.
pub fn is_time(reading: &Reading, i: usize) -> bool {
    use crate::report::EntityType as E;
    if reading
        .mention(i)
        .is_some_and(|m| matches!(m.kind, E::Date | E::Time))
    {
        return true;
    }
    if reading.is_class(i, "time") {
        return true;
    }
    reading.tag(i) == Tag::Cd && {
        let word = reading.document.word(i);
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|b| b.is_ascii_digit())
    }
}

/// Whether the noun at `i` is a place.
pub fn is_place(reading: &Reading, i: usize) -> bool {
    use crate::report::EntityType as E;
    match reading.kind(i) {
        Some(E::Gpe | E::Loc | E::Fac) => true,
        Some(E::Person | E::Org | E::Norp) => {
            reading.is_class(i, "place") && reading.kind(i) != Some(E::Person)
        }
        _ => reading.is_class(i, "place") || reading.lemma(i) == "headquarter",
    }
}
