//! Words and numerals of the calendar: months, weekdays, years.

use crate::lexicon::CALENDAR_WORDS;

/// Whether the lower-case word is of this kind (`calendar_words.tsv`).
pub(in crate::entity::values) fn is_kind(kind: &str, word: &str) -> bool {
    CALENDAR_WORDS.get(word) == Some(kind)
}

fn number<T: std::str::FromStr>(kind: &str, word: &str) -> Option<T> {
    let number = CALENDAR_WORDS.get(word)?.strip_prefix(kind)?;
    number.strip_prefix('\t')?.parse().ok()
}

/// The number of the month: "March", "Mar.", "Sept".
pub(in crate::entity::values) fn month(word: &str) -> Option<u32> {
    let word = word.strip_suffix('.').unwrap_or(word);
    number("month", word).or_else(|| number("short month", word))
}

/// Whether the month is written short.
pub(in crate::entity::values) fn is_short(word: &str) -> bool {
    number::<u32>("short month", word).is_some()
}

/// 0 for Monday to 6 for Sunday.
pub(in crate::entity::values) fn weekday(word: &str) -> Option<i64> {
    number("weekday", word)
}

/// Which week, month or year a word tells, from the one that is: "last", "this", "next".
pub(in crate::entity::values) fn relative_shift(word: &str) -> Option<i64> {
    ["last", "this", "next"]
        .iter()
        .position(|&it| it == word)
        .map(|at| at as i64 - 1)
}

/// A day of the month: `24`, `24th`, `1st`.
pub(in crate::entity::values) fn day_number(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word);
    if digits.len() > 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// A year in four digits.
pub(in crate::entity::values) fn year_number(word: &str) -> Option<i32> {
    let four = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    four.then(|| word.parse().ok())
        .flatten()
        .filter(|year| (1000..=2199).contains(year))
}

pub(in crate::entity::values) fn part_of_day(word: &str) -> bool {
    is_kind("part of day", word)
}

pub(in crate::entity::values) fn season(word: &str) -> bool {
    is_kind("season", word)
}

/// The second year of "2014-15" or "1980-88".
pub(in crate::entity::values) fn short_year(from: &str, to: &str) -> Option<i32> {
    if let Some(year) = year_number(to) {
        return Some(year);
    }
    let two = to.len() == 2 && to.bytes().all(|b| b.is_ascii_digit());
    let full = two.then(|| format!("{}{to}", from.get(..2).unwrap_or_default()))?;
    year_number(&full)
}
