//! The figure within the words of a count: what a page sets large, between the comparator and the unit.

use std::ops::Range;

/// Words that belong to a figure in digits.
const SCALES: [&str; 7] = [
    "hundred", "thousand", "million", "billion", "trillion", "percent", "per cent",
];

/// The bytes of the figure in a count's words: from its first digit, with a sign or currency right before it, to its last,
/// with a scale after it. `None` for figures in words.
///
/// "more than $1.5 million people" has `$1.5 million`, "20 to 30" itself, "dozens" none.
pub fn figure(words: &str) -> Option<Range<usize>> {
    let first = words.find(|c: char| c.is_ascii_digit())?;
    let last = words.rfind(|c: char| c.is_ascii_digit())?;
    let joined = |c: char| !c.is_whitespace() && !matches!(c, '“' | '”' | '"' | '‘' | '(' | ')');
    let start = words[..first].rfind(|c: char| !joined(c)).map_or(0, |at| {
        at + words[at..].chars().next().map_or(1, char::len_utf8)
    });
    let mut end = words[last..]
        .find(|c: char| !joined(c))
        .map_or(words.len(), |length| last + length);
    if let Some(kept) = words[last..end].find([',', ';', ':', '-']) {
        end = last + kept;
    }
    let after = words[end..].trim_start();
    let gap = words.len() - end - after.len();
    if let Some(scale) = SCALES.iter().find(|scale| {
        after
            .get(..scale.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(scale))
            && !after[scale.len()..].starts_with(char::is_alphanumeric)
    }) {
        end += gap + scale.len();
    }
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn a_figure_stands_between_comparator_and_unit() {
        for (words, expected) in [
            ("more than 100", Some("100")),
            ("20 to 30", Some("20 to 30")),
            ("within 500 meters", Some("500")),
            ("over $1.5 million", Some("$1.5 million")),
            ("about 1,200 km", Some("1,200")),
            ("nearly £3bn", Some("£3bn")),
            ("15 percentage points", Some("15")),
            ("around “20", Some("20")),
            ("a 500-meter", Some("500")),
            ("dozens", None),
            ("at least three", None),
        ] {
            assert_eq!(
                figure(words).map(|range| &words[range]),
                expected,
                "{words}"
            );
        }
    }
}
