//! Numbers that count nothing: designators, telephone numbers, footnotes, scores, coordinates.

use super::words::Words;
use super::{Reader, designator, moment, numeral};
use crate::document::{Dep, Document, Pos, Tag};

impl<F: Fn(usize) -> bool> Reader<'_, '_, '_, F> {
    /// Designators, telephone numbers, footnotes, list numbers, scores: where such a thing ends.
    pub(super) fn no_value(&self, i: usize) -> Option<usize> {
        let words = self.words;
        let word = words.lower(i);
        if let Some(end) = telephone(words, i) {
            return Some(end);
        }
        if word == "one" {
            return self.pronoun_one(i).then_some(i + 1);
        }
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            return self.designated(i);
        }
        let digits = is_digits(word);
        if digits && let Some(end) = hyphenated(words, i) {
            return Some(end);
        }
        // "[3]"
        if digits && words.before(i) == "[" && words.lower(i + 1) == "]" {
            return Some(i + 1);
        }
        if let Some(end) = coordinates(words.document, i) {
            return Some(end);
        }
        if moment::written(word).is_some() {
            return None;
        }
        (self.is_odd(i) || self.is_of_a_name(i)).then_some(i + 1)
    }

    /// "No. 5", "Resolution 2328", "Route 66": where the number that names ends.
    fn designated(&self, i: usize) -> Option<usize> {
        let words = self.words;
        let word = words.lower(i);
        let number = |at: usize| words.lower(at).starts_with(|c: char| c.is_ascii_digit());
        let names = |class: &str| class == "any" || words.capital(i);
        // "No" "." "5"
        let dotted = words.lower(i + 1) == "." && words.touches(i + 1) && number(i + 2);
        if dotted && designator(&format!("{word}.")).is_some_and(names) {
            return Some(i + 3);
        }
        if !number(i + 1) || !designator(word).is_some_and(names) || self.dated(i + 1) {
            return None;
        }
        let joined = matches!(words.lower(i + 2), "and" | "or" | "to");
        let listed = joined && is_digits(words.lower(i + 3));
        Some(i + 2 + 2 * usize::from(listed))
    }

    /// Whether the word at `i` starts with a digit and is no number: a score, an address, a version, a code.
    fn is_odd(&self, i: usize) -> bool {
        let words = self.words;
        let word = words.lower(i);
        let degrees = words.lower(i + 1).starts_with('°') && words.touches(i + 1);
        let letters = word.bytes().any(|b| b.is_ascii_alphabetic());
        word.contains(['/', '°', '@', '_'])
            || word.matches('.').count() > 1
            || letters
                && numeral::read(words, i).is_none()
                && self.ordinal(i).is_none()
                && self.moments.read(i).is_none()
                && self.age(i).is_none()
                && super::amount::read(words, i, i).is_none()
            || degrees && is_digits(word) && word.contains('.')
    }

    /// "CTF 50", "Windows 7": whether the number hangs on the name before it.
    fn is_of_a_name(&self, i: usize) -> bool {
        let (words, document) = (self.words, self.words.document);
        let Some(name) = i.checked_sub(1).filter(|&name| words.capital(name)) else {
            return false;
        };
        let token = &document.tokens[i];
        let hangs = token.head == name || token.dep == Dep::Nummod && token.head < i;
        let title = document.title;
        hangs
            && document.tokens[name].pos == Pos::Propn
            && document.sentence_of(name) == document.sentence_of(i)
            && !title.is_some_and(|title| title.contains(token.span))
            && words.tag(i) == Tag::Cd
            && numeral::digits(words.lower(i)).is_some()
            && !self.dated(i)
    }

    /// Whether the number at `i` belongs to a date.
    pub(super) fn dated(&self, i: usize) -> bool {
        self.moments
            .read(i)
            .is_some_and(|moment| moment.end > i + 1)
            || i.checked_sub(1).is_some_and(|before| {
                self.moments
                    .read(before)
                    .is_some_and(|moment| moment.end > i)
            })
    }

    /// "one" that counts nothing: "no one", "the one", "one another", "one of the".
    pub(super) fn pronoun_one(&self, i: usize) -> bool {
        let words = self.words;
        let before = words.before(i);
        matches!(
            before,
            "no" | "any"
                | "every"
                | "each"
                | "this"
                | "that"
                | "which"
                | "another"
                | "the"
                | "some"
        ) && !words.noun(i + 1)
            || matches!(words.lower(i + 1), "another" | "'s" | "day")
            || words.tag(i) == Tag::Prp
            || matches!(before, "-" | "not")
    }
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// "888-847-6592", "555-0199", "won 3-1": where digits with hyphens that start at `i` end, if they are no range.
fn hyphenated(words: &Words, i: usize) -> Option<usize> {
    let group = |at: usize| {
        let hyphen = words.touches(at) && words.lower(at) == "-" && words.touches(at + 1);
        hyphen && is_digits(words.lower(at + 1))
    };
    if !group(i + 1) {
        return None;
    }
    let (word, other) = (words.lower(i), words.lower(i + 2));
    let date = word.len() == 4 && other.len() == 2;
    if group(i + 3) && !date {
        let groups = (0..).take_while(|&at| group(i + 3 + 2 * at)).count();
        return Some(i + 3 + 2 * groups);
    }
    // A group of four after one of three; and what falls, or begins with nothing, is a score.
    let number = word.len() == 3 && other.len() == 4 && other < word;
    let short = word.len() <= 2 && other.len() <= 2;
    let score = match (word.parse::<u32>(), other.parse::<u32>()) {
        (Ok(a), Ok(b)) => b <= a || a == 0 && !words.noun(i + 3),
        _ => false,
    };
    (number || short && score).then_some(i + 3)
}

/// Where a telephone number that starts at `i` ends: "+44 20 7946 0958", "01632 960155", "(555) 123-4567".
fn telephone(words: &Words, i: usize) -> Option<usize> {
    let digits = |i: usize| {
        let word = words.lower(i);
        let group = word.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        (group && word.starts_with(|c: char| c.is_ascii_digit())).then_some(word.len())
    };
    let groups = |from: usize| {
        (from..from + 6)
            .take_while(|&i| {
                let hyphen = i > from && words.lower(i) == "-" && digits(i + 1).is_some();
                digits(i).is_some() || hyphen
            })
            .count()
    };
    let word = words.lower(i);
    if let Some(code) = word.strip_prefix('+') {
        let more = groups(i + 1);
        let short = (1..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
        return (short && more > 0).then_some(i + 1 + more);
    }
    let length = digits(i)?;
    if words.before(i) == "(" && words.lower(i + 1) == ")" && (3..=5).contains(&length) {
        let more = groups(i + 2);
        let dialled = (i + 2..i + 2 + more).any(|i| words.lower(i).contains('-'));
        return (dialled || more > 1).then_some(i + 2 + more);
    }
    // An area code begins with a nought, which no count does; a time of four digits has its zone after it.
    let more = groups(i + 1);
    let area = word.starts_with('0') && (length >= 5 || (length >= 3 && more > 0));
    (area && !word.contains('-')).then_some(i + 1 + more)
}

/// Where coordinates that start at token `i` end: `33.505716°N 36.269635°E`, `33°30′21″N 36°16′11″E`, `33.5057; 36.2696`.
pub(super) fn coordinates(document: &Document, i: usize) -> Option<usize> {
    let text = document.text();
    let start = document.tokens.get(i)?.span.start;
    let rest = text.get(start..)?;
    let length = coordinate(rest)?;
    let gap = rest[length..].find(|c: char| !matches!(c, ' ' | ',' | ';' | '/' | '\u{a0}'))?;
    let second = coordinate(&rest[length + gap..])?;
    let end = start + length + gap + second;
    Some(
        document
            .tokens
            .partition_point(|token| token.span.start < end),
    )
}

/// The length of one coordinate at the start of `text`, in bytes; with degrees, or at least four decimals.
fn coordinate(text: &str) -> Option<usize> {
    let text = text.get(..text.floor_char_boundary(40))?;
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 || digits > 3 {
        return None;
    }
    let part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '°' | '′' | '″' | '\'' | '"');
    let end = text.find(|c: char| !part(c)).unwrap_or(text.len());
    let compass = text[end..].starts_with(['N', 'S', 'E', 'W']) && text[..end].contains('°');
    let decimals = text[..end]
        .split_once('.')
        .map_or(0, |(_, d)| d.bytes().filter(u8::is_ascii_digit).count());
    (compass || decimals >= 4).then_some(end + usize::from(compass))
}
