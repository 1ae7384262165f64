//! What can make a line: a sentence of the body, or those that one quotation holds together.

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::{CUE_VERBS, FUNCTION_WORDS, PAGE_FURNITURE};
use crate::statement::Quotation;
use crate::text::Span;

/// One or more neighbouring sentences that are shown together or not at all, but for whole sentences inside a long quotation.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its words, without white space at the edges.
    pub tokens: TokenRange,
    /// Its sentences, likewise.
    pub sentences: Vec<TokenRange>,
    /// Index of its paragraph.
    pub paragraph: usize,
}

impl Unit {
    /// Its bytes.
    pub fn span(&self, document: &Document) -> Span {
        document.span(self.tokens.clone())
    }
}

/// The units of the body, in order: the headline is none. O(tokens).
pub fn find(document: &Document, quotations: &[Quotation]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut open = quotations.iter().peekable();
    let mut reach = 0;
    for sentence in &document.sentences {
        let sentence = told(document, sentence.clone());
        let title = |title: Span| title.contains(document.span(sentence.clone()));
        if sentence.is_empty() || document.title.is_some_and(title) {
            continue;
        }
        while let Some(quotation) = open.next_if(|it| it.tokens.start < sentence.start) {
            if quotation.closed {
                reach = reach.max(quotation.tokens.end);
            }
        }
        let paragraph = document.paragraph_of(sentence.start);
        match units.last_mut() {
            Some(unit) if reach > sentence.start && unit.paragraph == paragraph => {
                unit.tokens.end = sentence.end;
                unit.sentences.push(sentence);
            }
            _ => units.push(Unit {
                tokens: sentence.clone(),
                sentences: vec![sentence],
                paragraph,
            }),
        }
    }
    joined(document, quotations, units)
}

/// Words of a quotation and what follows of it after "he said", shown as one.
const LONGEST_JOINED: usize = 60;

/// Units with "“A,” she said." and the "“B.”" that goes on with it as one, where both are of one paragraph and not long.
fn joined(document: &Document, quotations: &[Quotation], units: Vec<Unit>) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::new();
    for unit in units {
        if let Some(before) = out.last_mut()
            && before.paragraph == unit.paragraph
            && before.tokens.len() + unit.tokens.len() <= LONGEST_JOINED
            && (goes_on(document, quotations, before, &unit) || is_said_before(document, &unit))
        {
            before.tokens.end = unit.tokens.end;
            before.sentences.extend(unit.sentences);
        } else {
            out.push(unit);
        }
    }
    out
}

/// "This was said by the minister": a unit that says who said the one before.
fn is_said_before(document: &Document, unit: &Unit) -> bool {
    let first = unit.tokens.start;
    let takes_up = matches!(document.word(first), "This" | "That" | "These" | "So");
    let reach = unit.tokens.end.min(first + 4);
    takes_up
        && (first + 1..reach).any(|i| {
            document.tokens[i].tag == Tag::Vbn
                && CUE_VERBS
                    .get(document.lemma(i))
                    .is_some_and(|uses| uses.starts_with("say"))
        })
}

/// Whether a unit is all quotation, and the one before begins with one and ends with who says so.
fn goes_on(document: &Document, quotations: &[Quotation], before: &Unit, unit: &Unit) -> bool {
    let starting = |at: usize| {
        let found = quotations.partition_point(|it| it.tokens.start < at);
        (quotations.get(found)).filter(|it| it.closed && it.tokens.start == at)
    };
    let (Some(first), Some(next)) = (starting(before.tokens.start), starting(unit.tokens.start))
    else {
        return false;
    };
    let ends_said = document.word(first.tokens.end - 1) == ","
        || first.tokens.end >= 2 && document.word(first.tokens.end - 2) == ",";
    let rest = next.tokens.end..unit.tokens.end;
    ends_said
        && first.tokens.end < before.tokens.end
        && rest.clone().all(|i| document.tokens[i].pos == Pos::Punct)
}

/// A range without white space at its edges.
fn trimmed(document: &Document, tokens: TokenRange) -> TokenRange {
    let word = |i: &usize| document.tokens[*i].pos != Pos::Space;
    let Some(first) = tokens.clone().find(word) else {
        return tokens.start..tokens.start;
    };
    let last = tokens.clone().rev().find(word).unwrap_or(first);
    first..last + 1
}

/// Words that a sentence has at least behind what stands before it by mistake.
const SHORTEST: usize = 8;

/// The longest place and date before a dash, in tokens.
const LONGEST_DATELINE: usize = 12;

/// A sentence without what a page puts before it: another text that runs into it, a credit in brackets, a dateline; and without the marks of
/// footnotes behind it.
fn told(document: &Document, tokens: TokenRange) -> TokenRange {
    let mut range = trimmed(document, tokens);
    let seam = (range.clone().skip(1).rev()).find(|&i| is_seam(document, i));
    if let Some(seam) = seam.filter(|&seam| is_sentence(document, seam..range.end)) {
        range.start = seam;
    }
    for step in [credit, dateline, credit] {
        if let Some(start) = step(document, &range).filter(|&start| start + 3 < range.end) {
            range.start = start;
        }
    }
    while range.len() > 3 && is_footnote(document, range.end) {
        range.end -= 3;
    }
    range
}

/// Whether a text begins at token `i` that has nothing to do with the word before: a function word with a capital after no mark.
pub fn is_seam(document: &Document, i: usize) -> bool {
    let word = document.word(i);
    let capital = word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && word != "I"
        && FUNCTION_WORDS.contains(&word.to_lowercase());
    if !capital || i == 0 || i + 1 >= document.len() {
        return false;
    }
    let before = document.word(i - 1);
    let small = before.starts_with(char::is_lowercase) || before.ends_with(')');
    let named = document.tokens[i - 1].pos == Pos::Propn
        && !matches!(document.tokens[i].dep, Dep::Compound | Dep::Nmod)
        && matches!(
            word,
            "The" | "A" | "An" | "He" | "She" | "They" | "It" | "At" | "This"
        );
    let after = document.word(i + 1);
    (small || named)
        && before.ends_with(|c: char| c.is_alphanumeric() || c == ')')
        && after.starts_with(char::is_lowercase)
        && !matches!(document.tokens[i - 1].tag, Tag::Hyph | Tag::Dt | Tag::In)
}

/// Whether tokens could be a sentence by themselves.
fn is_sentence(document: &Document, tokens: TokenRange) -> bool {
    let finite = |i: usize| {
        matches!(
            document.tokens[i].tag,
            Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md
        )
    };
    tokens.len() >= SHORTEST && tokens.clone().any(finite)
}

/// The token after a credit in brackets that opens a sentence.
fn credit(document: &Document, range: &TokenRange) -> Option<usize> {
    let close = match document.word(range.start) {
        "(" => ")",
        "[" => "]",
        _ => return None,
    };
    let end =
        (range.start + 1..range.end.min(range.start + 24)).find(|&i| document.word(i) == close)?;
    let inside = document
        .span(range.start..end)
        .of(document.text())
        .to_lowercase();
    let agency = inside.split(|c: char| !c.is_alphanumeric()).any(|word| {
        matches!(
            word,
            "photo"
                | "ap"
                | "afp"
                | "reuters"
                | "getty"
                | "epa"
                | "pa"
                | "image"
                | "file"
                | "post"
                | "credit"
        )
    });
    let noted =
        inside.contains('/') || PAGE_FURNITURE.contains(inside.trim_start_matches(['(', '[']));
    (agency || noted).then_some(end + 1)
}

/// The token after a place, an agency and a date with a dash behind them.
fn dateline(document: &Document, range: &TokenRange) -> Option<usize> {
    let reach = range.end.min(range.start + LONGEST_DATELINE);
    // "Kabul: The interior minister …"; near-miss: "Kabul: a city at war".
    if range.len() > 3
        && document.tokens[range.start].pos == Pos::Propn
        && document.word(range.start + 1) == ":"
        && document
            .word(range.start + 2)
            .starts_with(char::is_uppercase)
    {
        return Some(range.start + 2);
    }
    let dash = (range.start + 1..reach)
        .find(|&i| matches!(document.word(i), "-" | "–" | "—" | "―" | "--"))?;
    let spaced = document.tokens[dash - 1].space_after
        || document.word(dash).chars().count() > 1
        || document.word(dash) == "—";
    let place = |i: usize| {
        let word = document.word(i);
        let upper =
            word.starts_with(char::is_uppercase) && !FUNCTION_WORDS.contains(&word.to_lowercase());
        upper
            || matches!(word, "," | "(" | ")" | "." | "/" | "of" | "and")
            || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let next = (document.tokens.get(dash + 1)).map_or("", |token| token.span.of(document.text()));
    let begins =
        next.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "“\"'‘«".contains(c));
    (spaced && begins && (range.start..dash).all(place)).then_some(dash + 1)
}

/// "[2]" before `end`.
fn is_footnote(document: &Document, end: usize) -> bool {
    document.word(end - 1) == "]"
        && document.word(end - 3) == "["
        && document.word(end - 2).bytes().all(|b| b.is_ascii_digit())
}
