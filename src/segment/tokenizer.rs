//! Words of a paragraph. The cuts and normal forms are those of spaCy's English tokenizer, which the network has learned
//! from; `model/README.md` has the figures of the agreement.

use crate::document::Token;
use crate::lexicon::{NORMS, TOKEN_EXCEPTIONS};
use crate::text::Span;

use super::letters::is_space;
use super::{affixes, url};

/// Appends the tokens of `paragraph` to `tokens`. Time is linear in its length.
pub fn tokenize(text: &str, paragraph: Span, tokens: &mut Vec<Token>) {
    let mut cut = Vec::new();
    Cutter {
        text,
        tokens: &mut cut,
        tail: Vec::new(),
    }
    .cut_chunks(paragraph);
    join_exceptions(text, &cut, tokens);
}

/// First pass: chunks between white space, each freed of its affixes.
struct Cutter<'a> {
    text: &'a str,
    tokens: &'a mut Vec<Token>,
    /// Suffixes of the chunk in work, outermost first.
    tail: Vec<Span>,
}

impl Cutter<'_> {
    /// A single space after a token belongs to that token; any other run of white space is a token of its own.
    fn cut_chunks(&mut self, paragraph: Span) {
        let slice = paragraph.of(self.text);
        let mut start = paragraph.start;
        let mut in_space = slice.starts_with(is_space);
        for (at, c) in slice.char_indices() {
            let at = paragraph.start + at;
            if is_space(c) == in_space {
                continue;
            }
            self.cut_chunk(Span::new(start, at));
            start = at;
            if c == ' ' && at > paragraph.start {
                if let Some(last) = self.tokens.last_mut() {
                    last.space_after = true;
                }
                start += 1;
            }
            in_space = !in_space;
        }
        self.cut_chunk(Span::new(start, paragraph.end));
    }

    fn cut_chunk(&mut self, chunk: Span) {
        let text = self.text;
        if chunk.is_empty() {
            return;
        }
        let Span { mut start, mut end } = chunk;
        let is_exception =
            |start: usize, end: usize| start < end && exception(&text[start..end]).is_some();
        while start < end && !is_exception(start, end) {
            let p = affixes::prefix(&text[start..end]);
            if p > 0 && is_exception(start + p, end) {
                self.push(Span::new(start, start + p));
                start += p;
                break;
            }
            let q = affixes::suffix(&text[start + p..end]);
            if q > 0 && is_exception(start, end - q) {
                self.tail.push(Span::new(end - q, end));
                end -= q;
                break;
            }
            if p == 0 && q == 0 {
                break;
            }
            if p > 0 {
                self.push(Span::new(start, start + p));
                start += p;
            }
            if q > 0 {
                self.tail.push(Span::new(end - q, end));
                end -= q;
            }
        }
        self.cut_middle(Span::new(start, end));
        while let Some(suffix) = self.tail.pop() {
            self.push(suffix);
        }
    }

    fn cut_middle(&mut self, middle: Span) {
        let word = middle.of(self.text);
        if word.is_empty() {
            return;
        }
        if let Some(pieces) = exception(word) {
            pieces.push(middle, self.tokens);
            return;
        }
        if url::is_address(word) {
            self.push(middle);
            return;
        }
        let mut start = 0;
        for infix in affixes::infixes(word) {
            if infix.start == 0 {
                continue;
            }
            if start < infix.start {
                self.push(Span::new(middle.start + start, middle.start + infix.start));
            }
            self.push(Span::new(
                middle.start + infix.start,
                middle.start + infix.end,
            ));
            start = infix.end;
        }
        if start < word.len() {
            self.push(Span::new(middle.start + start, middle.end));
        }
    }

    fn push(&mut self, span: Span) {
        self.tokens.push(Token::new(span, false, None));
    }
}

/// Second pass: exceptions that have been cut at their affix characters are found again as sequences of tokens, the longest
/// first; then every token gets its norm.
fn join_exceptions(text: &str, cut: &[Token], tokens: &mut Vec<Token>) {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut key = String::new();
    for first in 0..cut.len() {
        key.clear();
        for (count, token) in cut[first..].iter().enumerate() {
            key.push_str(token.span.of(text));
            if !TOKEN_EXCEPTIONS.has_prefix(&key) {
                break;
            }
            if exception(&key).is_some_and(|pieces| pieces.falls_into(&cut[first..=first + count]))
            {
                found.push((count + 1, first));
            }
        }
    }
    found.sort_by_key(|&(count, first)| (std::cmp::Reverse(count), first));
    let mut taken = vec![false; cut.len()];
    let mut join = vec![0; cut.len()];
    for (count, first) in found {
        let last = first + count - 1;
        if !taken[first] && !taken[last] {
            join[first] = count;
        }
        taken[first..=last].fill(true);
    }
    let mut i = 0;
    while i < cut.len() {
        let count = join[i].max(1);
        let span = Span::new(cut[i].span.start, cut[i + count - 1].span.end);
        let before = tokens.len();
        match exception(span.of(text)).filter(|_| join[i] > 0) {
            Some(pieces) => pieces.push(span, tokens),
            None => tokens.extend_from_slice(&cut[i..i + count]),
        }
        if let Some(last) = tokens.last_mut() {
            last.space_after = cut[i + count - 1].space_after;
        }
        for token in &mut tokens[before..] {
            token.norm = token.norm.or_else(|| norm(token.span.of(text)));
        }
        i += count;
    }
}

/// How a listed word is cut.
struct Pieces {
    /// `piece=norm|piece`; empty for one piece without a norm.
    pieces: &'static str,
    /// Byte lengths of the tokens it falls into without the list, separated by spaces; empty for a word without affixes.
    cuts: &'static str,
}

/// The longest listed word, in bytes; longer ones need no search.
const LONGEST_EXCEPTION: usize = 29;

fn exception(word: &str) -> Option<Pieces> {
    if word.len() > LONGEST_EXCEPTION {
        return None;
    }
    let value = TOKEN_EXCEPTIONS.get(word)?;
    let (pieces, cuts) = value.split_once('\t').unwrap_or((value, ""));
    Some(Pieces { pieces, cuts })
}

impl Pieces {
    fn push(&self, span: Span, tokens: &mut Vec<Token>) {
        if self.pieces.is_empty() {
            tokens.push(Token::new(span, false, None));
            return;
        }
        let mut start = span.start;
        for piece in self.pieces.split('|') {
            let (word, norm) = piece
                .split_once('=')
                .map_or((piece, None), |(word, norm)| (word, Some(norm)));
            let end = start + word.len();
            tokens.push(Token::new(Span::new(start, end), false, norm));
            start = end;
        }
    }

    fn falls_into(&self, tokens: &[Token]) -> bool {
        let lengths = self
            .cuts
            .split(' ')
            .filter_map(|length| length.parse::<usize>().ok());
        lengths.eq(tokens.iter().map(|token| token.span.len()))
    }
}

/// The listed normal form of a word as written; `None` where it is the lower-cased word.
fn norm(word: &str) -> Option<&'static str> {
    if word == "\u{a0}" {
        return Some("  ");
    }
    NORMS.get(word).or_else(|| {
        let mut chars = word.chars();
        let first = chars.next().filter(char::is_ascii_uppercase)?;
        let rest = chars.as_str();
        if word.len() > LONGEST_NORM || !rest.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        let mut lower = [0; LONGEST_NORM];
        lower[0] = first.to_ascii_lowercase() as u8;
        lower[1..word.len()].copy_from_slice(rest.as_bytes());
        std::str::from_utf8(&lower[..word.len()])
            .ok()
            .and_then(|lower| NORMS.get(lower))
    })
}

/// The longest word with a listed norm, in bytes.
const LONGEST_NORM: usize = 24;
