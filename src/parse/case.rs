//! How the network reads headlines: in the case of prose, which it was trained on. The text itself stays as it is.

use std::collections::HashMap;

use super::lemma::inflected;
use crate::document::{Document, TokenRange};
use crate::lexicon::{CUE_VERBS, EVENT_VERBS, FUNCTION_WORDS, LEMMA_VERB, PLACES};

/// The longest headline, in tokens.
const MAX_HEADLINE: usize = 40;
/// Words of prose that an article needs to show how its words are written.
const MIN_PROSE: usize = 20;

/// The case of a paragraph's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Prose,
    /// Every Word of Weight Begins with a Capital.
    Title,
    /// ALL CAPITALS.
    Capitals,
}

/// How the prose of an article writes a word.
#[derive(Clone, Copy, Default)]
struct Usage<'t> {
    lower: bool,
    /// Its form with a capital within a sentence.
    name: Option<&'t str>,
}

/// Notes, for each word of a headline in capitals or title case, the form that the article's prose gives it.
///
/// "Military Kills 100 in Syria" is read as "Military kills 100 in Syria" where the article writes *military* and *Syria*.
/// A word that the prose does not show is changed only if it is a function word or an inflected verb. Does nothing in a text
/// without prose. O(n).
pub(super) fn recase(document: &mut Document<'_>) {
    let styles: Vec<Style> = (document.paragraphs.iter())
        .map(|paragraph| style(document, paragraph))
        .collect();
    if styles.iter().all(|&style| style == Style::Prose) {
        return;
    }
    let usage = usage(document, &styles);
    if usage.len() < MIN_PROSE {
        return;
    }
    let mut readings = Vec::new();
    for (paragraph, style) in document.paragraphs.iter().zip(styles) {
        if style == Style::Prose {
            continue;
        }
        for i in paragraph.clone() {
            let first = i == paragraph.start;
            if let Some(reading) = reading(document.word(i), first, style, &usage) {
                readings.push((i, reading.into_boxed_str()));
            }
        }
    }
    document.readings = readings;
}

fn style(document: &Document<'_>, paragraph: &TokenRange) -> Style {
    if paragraph.len() > MAX_HEADLINE || paragraph.is_empty() {
        return Style::Prose;
    }
    if document.word(paragraph.end - 1) == "." {
        return Style::Prose;
    }
    let (mut words, mut capital, mut capitals) = (0, 0, 0);
    for i in paragraph.clone() {
        let word = document.word(i);
        if word.chars().filter(|c| c.is_alphabetic()).count() > 3 {
            words += 1;
            capital += usize::from(word.starts_with(char::is_uppercase));
            capitals += usize::from(!word.chars().any(char::is_lowercase));
        }
    }
    if words < 3 {
        Style::Prose
    } else if capitals == words {
        Style::Capitals
    } else if capital * 4 >= words * 3 {
        Style::Title
    } else {
        Style::Prose
    }
}

fn usage<'t>(document: &Document<'t>, styles: &[Style]) -> HashMap<String, Usage<'t>> {
    let mut usage: HashMap<String, Usage<'t>> = HashMap::new();
    for (paragraph, style) in document.paragraphs.iter().zip(styles) {
        if *style != Style::Prose {
            continue;
        }
        let mut within = false;
        for i in paragraph.clone() {
            let word = document.word(i);
            if word.chars().all(char::is_alphabetic) {
                let entry = usage.entry(word.to_lowercase()).or_default();
                if !word.starts_with(char::is_uppercase) {
                    entry.lower = true;
                } else if within {
                    entry.name.get_or_insert(word);
                }
            }
            within = word.ends_with(|c: char| c.is_alphanumeric() || c == ',');
        }
    }
    usage
}

fn reading(
    word: &str,
    first: bool,
    style: Style,
    usage: &HashMap<String, Usage<'_>>,
) -> Option<String> {
    if !word.starts_with(char::is_uppercase) || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let lower = word.to_lowercase();
    let seen = usage.get(&lower).copied().unwrap_or_default();
    let capital = || {
        let mut letters = lower.chars();
        let initial = letters.next().into_iter().flat_map(char::to_uppercase);
        initial.chain(letters).collect::<String>()
    };
    let reading = match (seen.lower, seen.name) {
        (false, Some(name)) => name.to_owned(),
        (true, Some(_)) if style == Style::Title => return None,
        (true, _) => lower.clone(),
        (false, None) if FUNCTION_WORDS.contains(&lower) || is_inflected_verb(&lower) => {
            lower.clone()
        }
        (false, None) if style == Style::Title => return None,
        (false, None) if PLACES.contains(&capital()) => capital(),
        (false, None) => lower.clone(),
    };
    let reading = if first && reading == lower {
        capital()
    } else {
        reading
    };
    (reading != word).then_some(reading)
}

/// Whether a word is a form of a known verb other than the bare one, which may be part of a name.
fn is_inflected_verb(lower: &str) -> bool {
    let lemma = inflected(lower.to_owned(), &LEMMA_VERB);
    lemma != lower && (EVENT_VERBS.contains(&lemma) || CUE_VERBS.contains(&lemma))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    const PROSE: &str = "The military said that its forces killed many people near Raqqa in the north of \
        Syria, where the army and its allies had been in control of a bridge for more than two years.";

    fn read(headline: &str, prose: &str) -> String {
        let text = format!("{headline}\n\n{prose}");
        let mut document = segment(&text);
        recase(&mut document);
        let words = document.paragraphs[0].clone();
        words
            .map(|i| document.reading(i).unwrap_or(document.word(i)))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn headlines_are_read_as_prose() {
        for (headline, expected) in [
            (
                "U.S. Military Kills 100 in Syria",
                "U.S. military kills 100 in Syria",
            ),
            (
                "Army Takes Bridge From Islamist Rebels",
                "Army takes bridge from Islamist rebels",
            ),
            (
                "MILITARY SEIZES BRIDGE NEAR RAQQA",
                "Military seizes bridge near Raqqa",
            ),
            (
                "Military kills many near Raqqa",
                "Military kills many near Raqqa",
            ),
            (
                "White House Says Syria Must Wait",
                "White House says Syria must Wait",
            ),
        ] {
            assert_eq!(read(headline, PROSE), expected);
        }
    }

    #[test]
    fn without_prose_nothing_is_known() {
        assert_eq!(
            read("Army Takes Bridge From Rebels", "ALL OF IT"),
            "Army Takes Bridge From Rebels"
        );
    }
}
