//! Who made a picture or a text, and the captions that end with it.

use std::ops::Range;

use crate::document::{BlockKind, TokenRange};
use crate::lexicon::AGENCIES;

use super::line::Line;

/// The longest credit in brackets, in tokens.
const LONGEST: usize = 24;

/// One past a credit in brackets that a paragraph begins with: "(AP Photo/Jane Roe)".
pub fn opening(line: &Line) -> Option<usize> {
    let bracket = bracketed(line, 0)?;
    (line.may_begin(bracket.end)).then_some(line.tokens().start + bracket.end)
}

/// A paragraph cut at the credits in it: what stands before one without a full stop is its caption.
pub fn cut(line: &Line) -> Vec<(TokenRange, BlockKind)> {
    let first = line.tokens().start;
    let mut cuts: Vec<(TokenRange, BlockKind)> = Vec::new();
    let mut start = 0;
    let mut k = 0;
    while k < line.len() {
        let Some(credit) = bracketed(line, k).or_else(|| labelled(line, k)) else {
            k += 1;
            continue;
        };
        let shows = is_of_picture(line, &credit);
        if !shows && credit.end < line.len() {
            k = credit.end;
            continue;
        }
        let stop =
            (start..k).rfind(|&at| matches!(line.word(at), "." | "!" | "?") && line.is_spaced(at));
        let whole = line.word(k.wrapping_sub(1)).ends_with(['.', '!', '?', '”']);
        let caption = match (shows, whole) {
            (true, true) if credit.end + 1 >= line.len() && start == 0 => start,
            (true, false) => stop.map_or(start, |stop| stop + 1),
            _ => k,
        };
        for (range, kind) in [
            (start..caption, BlockKind::Prose),
            (caption..k, BlockKind::Caption),
            (credit.clone(), BlockKind::Credit),
        ] {
            if !range.is_empty() {
                cuts.push((first + range.start..first + range.end, kind));
            }
        }
        start = credit.end;
        k = credit.end;
    }
    if start < line.len() {
        cuts.push((first + start..first + line.len(), BlockKind::Prose));
    }
    cuts
}

/// Whether a credit is that of a picture, not of an agency's text.
fn is_of_picture(line: &Line, credit: &Range<usize>) -> bool {
    credit.clone().any(|k| {
        let word = line.lower(k);
        word.contains('/') || matches!(AGENCIES.get(&word), Some("picture" | "label"))
    })
}

/// A credit in brackets at the `k`-th word.
fn bracketed(line: &Line, k: usize) -> Option<Range<usize>> {
    let close = match line.word(k) {
        "(" => ")",
        "[" => "]",
        _ => return None,
    };
    let end = (k + 1..line.len().min(k + LONGEST)).find(|&at| line.word(at) == close)?;
    let inside = k + 1..end;
    let kind = |at: usize| AGENCIES.get(&line.lower(at));
    let made = |at: usize| {
        let lower = line.lower(at);
        matches!(kind(at), Some("agency" | "picture"))
            || lower.contains('/') && lower.split('/').any(|word| AGENCIES.contains(word))
    };
    let next = line.word(inside.start + 1);
    let labelled = kind(inside.start) == Some("label")
        && (matches!(next, ":" | "by" | ")") || line.is_capital(inside.start + 1));
    let phrase = inside
        .clone()
        .any(|at| matches!(line.furniture(at), Some(("credit", _))));
    let small = |at: &usize| line.word(*at).starts_with(char::is_lowercase) && kind(*at).is_none();
    let names = inside.clone().filter(small).count() <= 2;
    let fits = inside.clone().any(made) || phrase || labelled;
    (fits && names && !inside.is_empty()).then_some(k..end + 1)
}

/// "Photo: Jane Roe/AP" at the end of a paragraph, "Image credit: …".
fn labelled(line: &Line, k: usize) -> Option<Range<usize>> {
    const REACH: usize = 12;
    let label = AGENCIES.get(&line.lower(k)) == Some("label") && line.is_capital(k);
    let colon = (k + 1..=k + 2).find(|&at| line.word(at) == ":")?;
    let plain = |at: usize| {
        !line.word(at).starts_with(char::is_lowercase)
            || matches!(line.word(at), "of" | "via" | "for" | "and" | "by")
    };
    let rest = colon + 1..line.len();
    (label && !rest.is_empty() && rest.len() <= REACH && rest.clone().all(plain))
        .then_some(k..line.len())
}
