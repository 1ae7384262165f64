//! What can make a line: a sentence of the body, or those that one quotation holds together.

use crate::document::{Document, Pos, Tag, TokenRange};
use crate::lexicon::says;
use crate::statement::Quotation;
use crate::text::Span;

use super::Article;

/// One or more neighbouring sentences that are shown together or not at all.
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

    /// How many words it has.
    pub fn words(&self, document: &Document) -> usize {
        (self.tokens.clone())
            .filter(|&i| is_word(document, i))
            .count()
    }
}

/// Whether token `i` has a letter or a digit.
pub fn is_word(document: &Document, i: usize) -> bool {
    document.word(i).contains(char::is_alphanumeric)
}

/// Tokens of a unit at most: sentences of a longer quotation are not held together, and a longer sentence makes no line. What looks at a unit word
/// by word is bounded by it.
pub const LONGEST: usize = 400;

/// The unit that token `i` is in. O(log units).
pub fn at(units: &[Unit], i: usize) -> Option<usize> {
    let at = units.partition_point(|unit| unit.tokens.end <= i);
    (units.get(at)?.tokens.contains(&i)).then_some(at)
}

/// The units of the body, in order: the headline is none. O(tokens).
pub fn find(article: &Article) -> Vec<Unit> {
    let (document, quotations) = (article.document, &article.quotations);
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
            Some(unit)
                if reach > sentence.start
                    && unit.paragraph == paragraph
                    && sentence.end - unit.tokens.start <= LONGEST =>
            {
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
    joined(article, units)
}

/// Words of a quotation and what follows of it after "he said", shown as one.
const LONGEST_JOINED: usize = 60;

/// Units with "“A,” she said." and the "“B.”" that goes on with it as one, or with "“A!”" and the "she said." after it, where both are of one
/// paragraph and not long.
fn joined(article: &Article, units: Vec<Unit>) -> Vec<Unit> {
    let (document, quotations) = (article.document, &article.quotations);
    let mut out: Vec<Unit> = Vec::new();
    for unit in units {
        if let Some(before) = out.last_mut()
            && before.paragraph == unit.paragraph
            && before.tokens.len() + unit.tokens.len() <= LONGEST_JOINED
            && (goes_on(document, quotations, before, &unit)
                || is_said_before(document, &unit)
                || says_before(article, before, &unit))
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
        && (first + 1..reach).any(|i| document.tokens[i].tag == Tag::Vbn && says(document.lemma(i)))
}

/// Whether the one before is a quotation, and a unit says who speaks: "“Not us!” Murphy wrote on Friday."
fn says_before(article: &Article, before: &Unit, unit: &Unit) -> bool {
    let document = article.document;
    let all = (article.quotation_at(before.tokens.start)).is_some_and(|it| {
        it.tokens.start == before.tokens.start && it.tokens.end >= before.tokens.end
    });
    let quoted = document.span(before.tokens.clone());
    let says = |i: usize| {
        (article.cue_at(i)).is_some_and(|it| it.content.iter().any(|span| span.overlaps(quoted)))
    };
    all && unit.tokens.clone().any(says)
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

/// A sentence without what a page puts before it, and without the marks of footnotes behind it.
fn told(document: &Document, tokens: TokenRange) -> TokenRange {
    let mut range = trimmed(document, tokens);
    if let Some(start) = range.clone().find(|&i| document.tells(i)) {
        range.start = start;
    }
    while range.len() > 3 && is_footnote(document, range.end) {
        range.end -= 3;
    }
    range
}

/// "[2]" before `end`.
fn is_footnote(document: &Document, end: usize) -> bool {
    document.word(end - 1) == "]"
        && document.word(end - 3) == "["
        && document.word(end - 2).bytes().all(|b| b.is_ascii_digit())
}
