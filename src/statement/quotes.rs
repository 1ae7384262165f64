//! Where quotation marks open and close. Knows marks and paragraphs, nothing of syntax.

use crate::document::{Document, TokenRange};
use crate::text::Span;

/// Words between quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// From the opening to the closing mark, marks included where they are there.
    pub span: Span,
    /// The words between the marks.
    pub inner: Span,
    /// The tokens that touch the span.
    pub tokens: TokenRange,
    /// Whether it stands inside another quotation.
    pub nested: bool,
    /// Whether its closing mark is there.
    pub closed: bool,
    /// Whether it takes up the quotation that the paragraph before left open.
    pub continues: bool,
}

/// A paragraph, or a line of one, with its quotations.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its tokens.
    pub(super) tokens: TokenRange,
    /// Its quotations in order of their opening marks.
    pub(super) quotations: Vec<Quotation>,
}

/// The lines of a document with their quotations. O(text).
pub(super) fn lines(document: &Document) -> Vec<Line> {
    let spans = line_spans(document);
    let mut quotations = find(document, &spans).into_iter().peekable();
    spans
        .into_iter()
        .map(|span| {
            let mut line = Line {
                tokens: document.tokens_in(span),
                quotations: Vec::new(),
            };
            while let Some(quotation) = quotations.next_if(|next| next.span.start < span.end) {
                line.quotations.push(quotation);
            }
            line
        })
        .collect()
}

/// All quotations of a document, in order of their opening marks. O(text).
pub fn quotations(document: &Document) -> Vec<Quotation> {
    find(document, &line_spans(document))
}

/// How a mark is written. Writers mix the double ones: what one style opens another may close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Curly,
    Straight,
    Doubled,
    Single,
    Angle,
}

impl Style {
    /// Whether a quotation opened in this style may be closed in `other`.
    fn pairs_with(self, other: Self) -> bool {
        let double = |style| matches!(style, Self::Curly | Self::Straight | Self::Doubled);
        self == other || double(self) && double(other)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    style: Style,
    side: Side,
}

/// Quotations nested deeper than this are not told apart.
const DEPTH: usize = 8;

/// The quotations of a document in order of their opening marks. Paragraph by paragraph: an odd mark spoils no other. O(text).
fn find(document: &Document, paragraphs: &[Span]) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let text = document.text();
    let mut pending: Option<Style> = None;
    let marked: Vec<Vec<Mark>> = paragraphs
        .iter()
        .map(|&span| marks(document.text(), span))
        .collect();
    for (index, (&paragraph, marks)) in paragraphs.iter().zip(&marked).enumerate() {
        let opens_next = |style: Style| {
            marked
                .get(index + 1)
                .and_then(|next| next.first())
                .is_some_and(|mark| {
                    mark.style.pairs_with(style)
                        && mark.side != Side::Close
                        && mark.span.start == paragraphs[index + 1].start
                })
        };
        let taken_up = pending.take();
        let start = found.len();
        let open = pair(text, marks, &mut found);
        for (opening, slot) in open {
            let before = Span::new(paragraph.start, opening.span.start).trim(text);
            let opens_speech = before.is_empty() || before.of(text).ends_with([':', ',']);
            let goes_on = opens_next(opening.style);
            if goes_on || (opens_speech && opening.style != Style::Single) {
                found[slot].span = Span::new(opening.span.start, paragraph.end);
                found[slot].inner = Span::new(opening.span.end, paragraph.end);
                if goes_on {
                    pending = Some(opening.style);
                }
            }
        }
        if let (Some(style), Some(first)) = (taken_up, found.get_mut(start)) {
            first.continues |= first.span.start == paragraph.start
                && marks
                    .first()
                    .is_some_and(|mark| mark.style.pairs_with(style));
        }
        let rest = found.split_off(start);
        found.extend(
            rest.into_iter()
                .filter(|quotation| !quotation.inner.trim(document.text()).is_empty()),
        );
    }
    found.sort_by_key(|quotation| quotation.span.start);
    let mut reach = 0;
    for quotation in &mut found {
        quotation.tokens = document.tokens_in(quotation.span);
        quotation.nested = quotation.span.start < reach;
        reach = reach.max(quotation.span.end);
    }
    found
}

/// Pairs the marks of one paragraph; gives those that nothing closes, each with its place in `found`.
fn pair(text: &str, marks: &[Mark], found: &mut Vec<Quotation>) -> Vec<(Mark, usize)> {
    let mut open: Vec<(Mark, usize)> = Vec::new();
    for &mark in marks {
        let same = open
            .iter()
            .rposition(|(other, _)| other.style == mark.style);
        let partner = same.or_else(|| {
            open.iter()
                .rposition(|(other, _)| other.style.pairs_with(mark.style))
        });
        let side = match (mark.side, partner) {
            (Side::Either, Some(_)) => Side::Close,
            (Side::Either, None) => Side::Open,
            (side, _) => side,
        };
        match (side, partner) {
            (Side::Close, Some(at)) => {
                let (opening, slot) = open[at];
                open.truncate(at);
                found[slot].span = opening.span.join(mark.span);
                found[slot].inner = Span::new(opening.span.end, mark.span.start);
                found[slot].closed = true;
            }
            (Side::Close, None) => {}
            _ => {
                // Two openings of one style in a row: the first was never closed.
                let mut goes_on = false;
                if let Some(at) = same.filter(|_| mark.style != Style::Single) {
                    let (opening, slot) = open[at];
                    open.truncate(at);
                    let before = Span::new(opening.span.end, mark.span.start).trim(text);
                    if before.of(text).ends_with(['.', '!', '?']) {
                        // Paragraphs of one quotation, put in one line.
                        found[slot].span = opening.span.join(before);
                        found[slot].inner = before;
                        goes_on = true;
                    }
                }
                if open.len() == DEPTH {
                    open.remove(0);
                }
                open.push((mark, found.len()));
                found.push(Quotation {
                    span: mark.span,
                    inner: Span::new(mark.span.end, mark.span.end),
                    tokens: 0..0,
                    nested: false,
                    closed: false,
                    continues: goes_on,
                });
            }
        }
    }
    open
}

/// The paragraphs, cut once more at line breaks outside quotations, without white space at their edges.
fn line_spans(document: &Document) -> Vec<Span> {
    let text = document.text();
    let mut lines: Vec<Span> = Vec::new();
    for paragraph in &document.paragraphs {
        let span = document.span(paragraph.clone());
        let mut start = span.start;
        let mut open = false;
        for line in span.of(text).split_inclusive('\n') {
            let line_span = Span::new(start, start + line.len()).trim(text);
            start += line.len();
            let marks = marks(text, line_span);
            let mut double = marks.iter().filter(|mark| mark.style != Style::Single);
            let closes = double.next().is_some_and(|mark| mark.side == Side::Close);
            let last = marks.iter().rfind(|mark| mark.style != Style::Single);
            match lines.last_mut().filter(|_| open && closes) {
                Some(before) => *before = before.join(line_span),
                None if !line_span.is_empty() => lines.push(line_span),
                None => {}
            }
            open = last.map_or(open && line_span.is_empty(), |mark| mark.side == Side::Open);
        }
    }
    lines
}

/// The quotation marks of one paragraph, apostrophes left out.
fn marks(text: &str, paragraph: Span) -> Vec<Mark> {
    let slice = paragraph.of(text);
    let mut found: Vec<Mark> = Vec::new();
    let mut before: Option<char> = None;
    let mut chars = slice.char_indices().peekable();
    let mut singles_open: usize = 0;
    while let Some((at, c)) = chars.next() {
        let mut length = c.len_utf8();
        let doubled = matches!(c, '\'' | '`' | '’' | '‘' | '"')
            && chars.next_if(|&(_, next)| next == c).is_some();
        if doubled {
            length *= 2;
        }
        let after = slice[at + length..].chars().next();
        let style_side = match (c, doubled) {
            ('“' | '„', _) | ('‘', true) => {
                Some((Style::Curly, curly(Side::Open, before, after)))
            }
            ('”', _) | ('’', true) => Some((Style::Curly, curly(Side::Close, before, after))),
            ('"', _) => Some((Style::Straight, straight(before, after))),
            ('\'', true) => Some((Style::Doubled, straight(before, after))),
            ('`', true) => Some((Style::Doubled, Side::Open)),
            ('«' | '‹', _) => Some((Style::Angle, curly(Side::Open, before, after))),
            ('»' | '›', _) => Some((Style::Angle, curly(Side::Close, before, after))),
            ('‘', false) => Some((Style::Single, Side::Open)),
            ('\'' | '’', false) => {
                let rest = &slice[at + length..];
                single(before, after, rest, c, singles_open > 0).map(|side| (Style::Single, side))
            }
            _ => None,
        };
        if let Some((style, side)) = style_side {
            match (style, side) {
                (Style::Single, Side::Open) => singles_open += 1,
                (Style::Single, _) => singles_open = singles_open.saturating_sub(1),
                _ => {}
            }
            found.push(Mark {
                span: Span::new(paragraph.start + at, paragraph.start + at + length),
                style,
                side,
            });
        }
        before = Some(c);
    }
    found
}

/// Which way a mark looks that is drawn one way: `”…“` and `»…«` turn them round, so its neighbours may speak against it.
fn curly(drawn: Side, before: Option<char>, after: Option<char>) -> Side {
    match (drawn, straight(before, after)) {
        (Side::Open, Side::Close) if after.is_none_or(|c| !c.is_alphanumeric()) => Side::Close,
        (Side::Close, Side::Open) if before.is_none() => Side::Open,
        (Side::Close, Side::Open) => Side::Either,
        _ => drawn,
    }
}

/// Which way a straight double mark looks, from its neighbours.
fn straight(before: Option<char>, after: Option<char>) -> Side {
    let left_open = before.is_none_or(|c| c.is_whitespace() || "([{—–-/‘“'".contains(c));
    let right_open = after.is_none_or(|c| c.is_whitespace() || ")]}—–-,.;:!?/’”'".contains(c));
    match (left_open, right_open) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        _ => Side::Either,
    }
}

/// Which way a single mark looks; `None` for an apostrophe.
fn single(
    before: Option<char>,
    after: Option<char>,
    rest: &str,
    mark: char,
    is_open: bool,
) -> Option<Side> {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if word(before) && word(after) {
        return None;
    }
    if word(after) && before.is_none_or(|c| c.is_whitespace() || "([“\"—–".contains(c)) {
        // ’90s, ’em: an apostrophe, unless a closing mark follows.
        let opens = mark == '\'' && !elided(rest) && closes_later(rest);
        return opens.then_some(Side::Open);
    }
    // "‘The voters’ choice is clear,’ he said": after s and before a space no closing mark if one comes later.
    if matches!(before, Some('s')) && matches!(after, Some(' ')) && closes_after_stop(rest, mark) {
        return None;
    }
    (is_open && before.is_some_and(|c| !c.is_whitespace())).then_some(Side::Close)
}

/// Whether an apostrophe stands for letters left out at the start of this word.
fn elided(rest: &str) -> bool {
    let word: String = rest
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .take(8)
        .collect::<String>()
        .to_lowercase();
    word.starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            word.as_str(),
            "s" | "t"
                | "em"
                | "til"
                | "tis"
                | "twas"
                | "cause"
                | "cuz"
                | "bout"
                | "n"
                | "round"
                | "d"
                | "ll"
                | "re"
                | "ve"
        )
}

/// Whether the next single marks of the paragraph close after a comma or a full stop, before any opens. Looks 2,000 bytes ahead at most.
fn closes_after_stop(rest: &str, mark: char) -> bool {
    const REACH_BYTES: usize = 2000;
    let mut before = ' ';
    for (at, c) in rest.char_indices() {
        if c == '‘' || at > REACH_BYTES {
            return false;
        }
        if c == mark && matches!(before, ',' | '.' | '!' | '?') {
            return true;
        }
        before = c;
    }
    false
}

/// Whether a straight single mark further on in the paragraph looks like a closing one. Looks 2,000 bytes ahead at most.
fn closes_later(rest: &str) -> bool {
    const REACH_BYTES: usize = 2000;
    let bytes = &rest.as_bytes()[..rest.len().min(REACH_BYTES)];
    (1..bytes.len()).any(|i| {
        bytes[i] == b'\''
            && !bytes[i - 1].is_ascii_whitespace()
            && bytes
                .get(i + 1)
                .is_none_or(|next| !next.is_ascii_alphanumeric())
    })
}
