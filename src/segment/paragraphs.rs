//! Paragraphs: a blank line ends one; so does a single line break where the lines are not wrapped.

use crate::text::Span;

use super::letters::is_space;

/// Text whose longest line is shorter or longer than this is not wrapped: each of its lines is a paragraph. In characters;
/// mail is wrapped at 72 to 80, columns and e-books go down to 40.
const WRAPPED_WIDTH: std::ops::RangeInclusive<usize> = 40..=120;

/// A headline and its standfirst have so many words. A shorter line is a name or a kicker.
const SHORTEST_LINE: usize = 4;
const LONGEST_LINE: usize = 40;

/// Lines that are wrapped at fewer characters than this are no headlines.
const NARROWEST: usize = 58;

/// The paragraphs of `text`, in order, without the white space around them. Time is linear in its length.
///
/// Lines end with LF, CR, CR LF, VT, FF, NEL or U+2028; U+2029 ends a paragraph.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut paragraphs = Vec::new();
    let mut block: Vec<Span> = Vec::new();
    for (line, ends_block) in lines(text) {
        let trimmed = trim(text, line);
        if !trimmed.is_empty() {
            block.push(Span::new(line.start, trimmed.end));
        }
        if trimmed.is_empty() || ends_block {
            close(text, &mut block, &mut paragraphs);
        }
    }
    close(text, &mut block, &mut paragraphs);
    paragraphs
}

/// The first paragraphs of `text`, up to the end of the one that reaches `bytes`: from its start, white space and all. `None` if
/// that one is not whole within twice as many bytes. Time is independent of the text's length.
pub fn beginning(text: &str, bytes: usize) -> Option<&str> {
    let within = &text[..text.floor_char_boundary(2 * bytes)];
    let mut paragraphs = paragraphs(within);
    if within.len() < text.len() {
        // It may go on.
        paragraphs.pop();
    }
    let last = paragraphs.iter().find(|paragraph| paragraph.end >= bytes)?;
    Some(&text[..last.end])
}

/// Lines without their ends, and whether U+2029 ended them.
fn lines(text: &str) -> impl Iterator<Item = (Span, bool)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= text.len() {
            return None;
        }
        let is_end = |c: char| matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        let start = at;
        let Some(length) = text[start..].find(is_end) else {
            at = text.len();
            return Some((Span::new(start, at), false));
        };
        let end = start + length;
        let mark = text[end..].chars().next().unwrap_or('\n');
        at = end
            + if text[end..].starts_with("\r\n") {
                2
            } else {
                mark.len_utf8()
            };
        Some((Span::new(start, end), mark == '\u{2029}'))
    })
}

/// Turns the lines of a block without a blank line into paragraphs.
fn close(text: &str, block: &mut Vec<Span>, paragraphs: &mut Vec<Span>) {
    if paragraphs.is_empty() && is_headed(text, block) {
        paragraphs.extend(block.drain(..).map(|line| trim(text, line)));
        return;
    }
    let width = block
        .iter()
        .map(|line| line.of(text).chars().count())
        .max()
        .unwrap_or(0);
    let wrapped = WRAPPED_WIDTH.contains(&width) && is_wrapped(text, block, width);
    let mut open: Option<Span> = None;
    for (i, &line) in block.iter().enumerate() {
        let joins = i > 0
            && (wrapped && is_wrap(text, block[i - 1], line, width)
                || is_continued(text, block[i - 1], line));
        match &mut open {
            Some(paragraph) if joins => paragraph.end = line.end,
            _ => {
                paragraphs.extend(open.map(|paragraph| trim(text, paragraph)));
                open = Some(line);
            }
        }
    }
    paragraphs.extend(open.map(|paragraph| trim(text, paragraph)));
    block.clear();
}

/// Whether the lines look filled to a common width: at least half of their ends had no room for the next line's first word.
/// The longest line never has room, so its end counts only where it stands within a sentence.
fn is_wrapped(text: &str, block: &[Span], width: usize) -> bool {
    let ends = block.len().saturating_sub(1);
    let is_evidence = |line: Span| {
        let line = line.of(text);
        line.chars().count() < width || !line.ends_with(['.', '!', '?', '”', '"', '…'])
    };
    let wraps = (block.windows(2))
        .filter(|pair| is_wrap(text, pair[0], pair[1], width) && is_evidence(pair[0]))
        .count();
    wraps * 2 >= ends
}

/// Whether a line breaks off within a sentence, which goes on with a small letter: wrapped by hand.
fn is_continued(text: &str, line: Span, next: Span) -> bool {
    let goes_on = line
        .of(text)
        .ends_with(|c: char| c.is_alphanumeric() || c == ',');
    let long =
        line.of(text).split(is_space).count() >= SHORTEST_LINE && next.of(text).contains(is_space);
    goes_on && long && next.of(text).starts_with(char::is_lowercase)
}

/// Whether the break between two lines is there because `width` characters were full.
fn is_wrap(text: &str, line: Span, next: Span, width: usize) -> bool {
    let next = next.of(text);
    if next.starts_with(is_space) {
        return false;
    }
    let word = next.split(is_space).next().unwrap_or("");
    line.of(text).chars().count() + 1 + word.chars().count() > width
}

/// Whether a block is a headline over a standfirst: no full stop ends either, the second line begins a sentence, and it is there not
/// because the first was full.
fn is_headed(text: &str, block: &[Span]) -> bool {
    let &[above, below] = block else { return false };
    let (above, below) = (above.of(text).trim(), below.of(text).trim());
    let is_line = |line: &str| {
        let small = |word: &&str| word.len() > 3 && word.starts_with(char::is_lowercase);
        let words = line.split(is_space).filter(|word| !word.is_empty());
        !line.ends_with(['.', ',', ':', ';', '-', '…', '–', '—', '―'])
            && (SHORTEST_LINE..=LONGEST_LINE).contains(&words.clone().count())
            && words.skip(1).filter(small).count() >= 2
    };
    let length = |words: &str| words.chars().count();
    let word = below.split(is_space).next().unwrap_or("");
    let room = length(above) + 1 + length(word) <= length(below).max(NARROWEST);
    room && below.starts_with(char::is_uppercase) && is_line(above) && is_line(below)
}

fn trim(text: &str, span: Span) -> Span {
    let slice = span.of(text);
    let start = span.start + (slice.len() - slice.trim_start_matches(is_space).len());
    Span::new(start, start + slice.trim_matches(is_space).len())
}
