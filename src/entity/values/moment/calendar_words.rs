//! Words and numerals of the calendar: months, weekdays, parts of the day.

/// The number of the month: "March", "Mar.", "Sept".
pub(in crate::entity::values) fn month(word: &str) -> Option<u32> {
    const MONTHS: [(&str, &str); 12] = [
        ("january", "jan"),
        ("february", "feb"),
        ("march", "mar"),
        ("april", "apr"),
        ("may", "may"),
        ("june", "jun"),
        ("july", "jul"),
        ("august", "aug"),
        ("september", "sep"),
        ("october", "oct"),
        ("november", "nov"),
        ("december", "dec"),
    ];
    let word = word.strip_suffix('.').unwrap_or(word);
    if word == "sept" {
        return Some(9);
    }
    MONTHS
        .iter()
        .position(|&(long, short)| word == long || word == short)
        .map(|i| i as u32 + 1)
}

/// 0 for Monday to 6 for Sunday.
pub(in crate::entity::values) fn weekday(word: &str) -> Option<i64> {
    const DAYS: [(&str, &str); 7] = [
        ("monday", "mon"),
        ("tuesday", "tue"),
        ("wednesday", "wed"),
        ("thursday", "thu"),
        ("friday", "fri"),
        ("saturday", "sat."),
        ("sunday", "sun."),
    ];
    let bare = word.strip_suffix('.').unwrap_or(word);
    DAYS.iter()
        .position(|&(long, short)| word == long || (bare == short && word.ends_with('.')))
        .map(|i| i as i64)
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

/// Days and weeks that return each year on their own calendar, by their first word.
pub(in crate::entity::values) fn holiday(word: &str) -> Option<()> {
    matches!(
        word,
        "thanksgiving"
            | "christmas"
            | "easter"
            | "ramadan"
            | "halloween"
            | "hanukkah"
            | "passover"
            | "diwali"
            | "lent"
            | "yom"
    )
    .then_some(())
}

pub(in crate::entity::values) fn part_of_day(word: &str) -> bool {
    matches!(
        word,
        "morning"
            | "afternoon"
            | "evening"
            | "night"
            | "noon"
            | "midnight"
            | "lunchtime"
            | "dawn"
            | "dusk"
    )
}

pub(in crate::entity::values) fn season(word: &str) -> bool {
    matches!(word, "spring" | "summer" | "autumn" | "fall" | "winter")
}

pub(in crate::entity::values) fn zone(word: &str) -> bool {
    matches!(
        word,
        "gmt"
            | "utc"
            | "est"
            | "edt"
            | "cst"
            | "cdt"
            | "mst"
            | "mdt"
            | "pst"
            | "pdt"
            | "et"
            | "pt"
            | "bst"
            | "cet"
            | "cest"
            | "ist"
            | "aest"
            | "aedt"
            | "jst"
            | "msk"
            | "eastern"
            | "pacific"
    )
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
