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
        if !word.starts_with(|c: char| c.is_ascii_digit()) && word != "one" {
            // "No" "." "5"
            if words.lower(i + 1) == "."
                && words.touches(i + 1)
                && words.lower(i + 2).starts_with(|c: char| c.is_ascii_digit())
                && designator(&format!("{word}."))
                    .is_some_and(|class| class == "any" || words.capital(i))
            {
                return Some(i + 3);
            }
            let number = words.lower(i + 1).starts_with(|c: char| c.is_ascii_digit());
            // "No. 5", "Resolution 2328", "Route 66"
            let names = designator(word).is_some_and(|class| class == "any" || words.capital(i));
            let listed = usize::from(matches!(words.lower(i + 2), "and" | "or" | "to"))
                * usize::from(
                    words.lower(i + 3).bytes().all(|b| b.is_ascii_digit())
                        && !words.lower(i + 3).is_empty(),
                );
            return (names && number && !self.dated(i + 1)).then_some(i + 2 + 2 * listed);
        }
        let digits = word.bytes().all(|b| b.is_ascii_digit());
        // "888-847-6592", "555-0199": three groups, or a group of four after one of three.
        let group = |i: usize| {
            let number = words.lower(i + 1);
            let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
            digits && words.touches(i) && words.lower(i) == "-" && words.touches(i + 1)
        };
        if digits
            && group(i + 1)
            && group(i + 3)
            && !(word.len() == 4 && words.lower(i + 2).len() == 2)
        {
            let mut end = i + 3;
            while group(end) {
                end += 2;
            }
            return Some(end);
        }
        if digits
            && group(i + 1)
            && word.len() == 3
            && words.lower(i + 2).len() == 4
            && words.lower(i + 2) < words.lower(i)
        {
            return Some(i + 3);
        }
        // "won 3-1", "a 2-0 lead"
        if digits && group(i + 1) && word.len() <= 2 {
            let other = words.lower(i + 2);
            let bare = !words.noun(i + 3);
            let falls = other.len() <= 2
                && matches!((word.parse::<u32>(), other.parse::<u32>()), (Ok(a), Ok(b)) if b <= a || a == 0 && bare);
            if falls {
                return Some(i + 3);
            }
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
        let odd = word.contains(['/', '°', '@', '_'])
            || (word.contains(':') && !word.starts_with(|c: char| c.is_ascii_digit()));
        if odd
            || (digits
                && words.lower(i + 1).starts_with('°')
                && words.touches(i + 1)
                && word.contains('.'))
        {
            return Some(i + 1);
        }
        if word.matches('.').count() > 1 {
            return Some(i + 1);
        }
        let letters = word.bytes().any(|b| b.is_ascii_alphabetic());
        if letters
            && word != "one"
            && numeral::read(words, i).is_none()
            && self.ordinal(i).is_none()
            && self.moments.read(i).is_none()
            && self.age(i).is_none()
            && super::amount::read(words, i, i).is_none()
        {
            return Some(i + 1);
        }
        if word == "one" {
            return self.pronoun_one(i).then_some(i + 1);
        }
        // "CTF 50", "Windows 7": the number hangs on the name before it.
        let document = words.document;
        let named = i > 0
            && words.capital(i - 1)
            && document.tokens[i - 1].pos == Pos::Propn
            && document.sentence_of(i - 1) == document.sentence_of(i)
            && (document.tokens[i].head == i - 1
                || document.tokens[i].dep == Dep::Nummod && document.tokens[i].head < i)
            && !self.dated(i);
        let title = document
            .title
            .is_some_and(|title| title.contains(document.tokens[i].span));
        (named && !title && words.tag(i) == Tag::Cd && numeral::digits(word).is_some())
            .then_some(i + 1)
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

/// Where a telephone number that starts at `i` ends: "+44 20 7946 0958", "01632 960155", "(555) 123-4567".
fn telephone(words: &Words, i: usize) -> Option<usize> {
    let digits = |i: usize| {
        let word = words.lower(i);
        let group = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || b == b'-');
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
