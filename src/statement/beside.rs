//! Cues beside a quotation, read from the words next to it: the parser is least sure there.

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::says;

use super::frame::Frames;
use super::quotes::Quotation;
use super::source::{is_passive_participle, subject};
use super::voice::can_think;

/// A word that says who speaks beside a quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// The verb, or the mark that stands for it.
    pub(super) word: usize,
    /// Head of the noun phrase that speaks.
    pub(super) source: Option<usize>,
    /// Whether it is one by its place and its word: `"…," X said`.
    pub(super) strong: bool,
}

/// The cue in the words before a quotation: `X said: "…"`. The last verb of speech, else, before a colon, a name or the main verb.
pub(super) fn before(document: &Document, lead: &TokenRange) -> Option<Cue> {
    let lead = last_sentence(document, lead);
    let verb = lead
        .clone()
        .rev()
        .filter(|&i| document.tokens[i].pos == Pos::Verb && !is_passive_participle(document, i))
        .find(|&i| says(document.lemma(i)));
    let verb = match verb {
        Some(verb) => verb,
        None => {
            let colon = lead.clone().rev().find(|&i| document.word(i) == ":")?;
            match lead.clone().find(|&i| is_finite(document, i)) {
                Some(verb) => Some(verb).filter(|&verb| {
                    subject(document, verb).is_some_and(|source| can_think(document, source))
                })?,
                None => return label(document, lead.start..colon),
            }
        }
    };
    Some(Cue {
        word: verb,
        source: subject(document, verb)
            .filter(|&source| source < verb || document.head(source) == Some(verb))
            .or_else(|| {
                let main = (lead.start..verb).rev().find(|&i| is_finite(document, i))?;
                subject(document, main)
            })
            .or_else(|| first_phrase(document, lead.start..verb))
            .or_else(|| inverted(document, verb)),
        strong: false,
    })
}

/// The verb of speech, with someone who speaks, by which a line announces what comes below it: `The minister said:`.
pub(super) fn announced(document: &Document, line: &TokenRange) -> Option<Cue> {
    const WORDS_BETWEEN: usize = 8;
    let lead = last_sentence(document, line);
    let cue = before(document, line)?;
    (speaks(document, cue.word) && cue.source.is_some() && cue.word + WORDS_BETWEEN >= lead.end)
        .then_some(cue)
}

/// A name before a colon: `Clinton: "…"`. The colon is the cue.
fn label(document: &Document, name: TokenRange) -> Option<Cue> {
    let source = name.end.checked_sub(1)?;
    (name.contains(&source) && document.tokens[source].pos == Pos::Propn).then_some(Cue {
        word: name.end,
        source: Some(source),
        strong: false,
    })
}

/// The cue in the words after a quotation: `," X said`, `?" asked X`, `" — X`.
pub(super) fn after(document: &Document, quotation: &Quotation, tail: &TokenRange) -> Option<Cue> {
    const REACH: usize = 40;
    if let Some(signed) = signature(document, tail) {
        return Some(signed);
    }
    let inner = quotation.inner.of(document.text()).trim_end();
    let comma_outside = tail.start < tail.end && document.word(tail.start) == ",";
    let comma =
        comma_outside || inner.ends_with([',', '—', '-', '…', '―']) || inner.ends_with("...");
    // After a full stop a capital begins a sentence of its own.
    let stopped = inner.ends_with('.') && !inner.ends_with("...");
    let new_sentence = tail
        .clone()
        .next()
        .is_some_and(|i| document.word(i).starts_with(char::is_uppercase));
    if stopped && new_sentence {
        return None;
    }
    let end = sentence_end(document, tail).min(tail.start + REACH);
    let first = (tail.start..end).find(|&i| cue_verb(document, i))?;
    let source = source_after(document, first, tail);
    // "…," X laughed: after a comma any finite verb will do.
    let laughs = comma && source.is_some() && is_finite(document, first);
    (speaks(document, first) || laughs).then_some(Cue {
        word: first,
        source,
        strong: comma
            && speaks(document, first)
            && source.is_some_and(|source| tail.contains(&source)),
    })
}

/// A dash and a name right after a quotation: `"…" — Jane Doe`. The dash is the cue.
fn signature(document: &Document, tail: &TokenRange) -> Option<Cue> {
    const NAME_WORDS: usize = 8;
    let dash = tail.start;
    if dash >= tail.end || !matches!(document.word(dash), "―" | "—" | "–" | "-" | "--") {
        return None;
    }
    let start = (dash + 1..tail.end).find(|&i| document.tokens[i].pos != Pos::Space)?;
    let end = (start..tail.end)
        .find(|&i| matches!(document.word(i), "." | ",") || document.tokens[i].pos == Pos::Space)
        .unwrap_or(tail.end);
    let name = start..end;
    let capital = |i: usize| {
        document
            .word(i)
            .starts_with(|c: char| c.is_uppercase() || "-’'".contains(c))
    };
    (!name.is_empty() && name.len() <= NAME_WORDS && name.clone().all(capital)).then(|| Cue {
        word: dash,
        source: Some(name.end - 1),
        strong: true,
    })
}

/// The verb right before a quotation that is long enough to be speech: `chanted "What curfew?"`.
pub(super) fn adjacent(document: &Document, quotation: &Quotation) -> Option<Cue> {
    let word = quotation.tokens.start.checked_sub(1)?;
    let sentence = quotation
        .inner
        .of(document.text())
        .starts_with(|c: char| c.is_uppercase());
    // "said “the road is closed” and left": whole, though it begins like a fragment.
    let cut_off = document
        .tokens
        .get(quotation.tokens.end)
        .is_some_and(|next| next.pos == Pos::Cconj);
    let long = worded(document, quotation);
    let cue = if sentence {
        speaks(document, word) && (long || stops(document, quotation))
            || cue_verb(document, word) && long
    } else {
        speaks(document, word) && long && cut_off
    };
    let source = subject(document, word).filter(|_| cue)?;
    Some(Cue {
        word,
        source: Some(source),
        strong: false,
    })
}

/// Whether a quotation is the name of a work: a few words in capitals after a preposition, a possessive or a noun.
pub(super) fn is_title(document: &Document, quotation: &Quotation) -> bool {
    // Also "his programme, “The Morning Show,” on Friday".
    let inner = quotation.inner.of(document.text()).trim_end();
    let goes_on = !inner.ends_with(['.', '!', '?']);
    let comma = |i: usize| usize::from(goes_on && document.word(i) == "," && i > 0);
    let before = (quotation.tokens.start.checked_sub(1)).map(|i| i - comma(i));
    let noun_before = before.is_some_and(|i| {
        matches!(
            document.tokens[i].pos,
            Pos::Adp | Pos::Part | Pos::Noun | Pos::Propn | Pos::Det
        )
    });
    noun_before && is_capitalised(document, quotation)
}

/// "“Containment” has been policy since": a few words at the beginning of a line that a verb follows are what it is about.
pub(super) fn is_topic(document: &Document, quotation: &Quotation) -> bool {
    let (start, end) = (quotation.tokens.start, quotation.tokens.end);
    let opens = document.paragraphs[document.paragraph_of(start)].start == start;
    let verb = |i: usize| {
        (document.tokens.get(i)).is_some_and(|next| matches!(next.pos, Pos::Verb | Pos::Aux))
    };
    let adverb = (document.tokens.get(end)).is_some_and(|next| next.pos == Pos::Adv);
    let cue = |i: usize| Frames::of_verb(document.lemma(i)).is_some();
    let at = end + usize::from(adverb);
    opens && !worded(document, quotation) && !stops(document, quotation) && verb(at) && !cue(at)
}

/// Whether a quotation is a few words in capitals, as titles are.
pub(super) fn is_capitalised(document: &Document, quotation: &Quotation) -> bool {
    const TITLE_WORDS: usize = 8;
    let inner = document.tokens_in(quotation.inner);
    let words = || {
        inner
            .clone()
            .filter(|&i| !matches!(document.tokens[i].pos, Pos::Punct | Pos::Space))
    };
    let capital = |i: usize| {
        document
            .word(i)
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    let small = |i: usize| {
        matches!(
            document.tokens[i].pos,
            Pos::Adp | Pos::Det | Pos::Cconj | Pos::Part
        )
    };
    words().take(TITLE_WORDS + 1).count() <= TITLE_WORDS
        && words().next().is_some_and(capital)
        && words().all(|i| capital(i) || small(i))
}

/// Whether a quotation is long enough to be a sentence.
pub(super) fn worded(document: &Document, quotation: &Quotation) -> bool {
    const SENTENCE_WORDS: usize = 4;
    quotation
        .tokens
        .clone()
        .filter(|&i| !matches!(document.tokens[i].pos, Pos::Punct | Pos::Space))
        .nth(SENTENCE_WORDS - 1)
        .is_some()
}

/// Whether a quotation ends as a sentence does, within its marks or right after them.
pub(super) fn stops(document: &Document, quotation: &Quotation) -> bool {
    const STOPS: [char; 5] = ['.', '!', '?', ',', '…'];
    let inner = quotation.inner.of(document.text()).trim_end();
    let after = document.tokens.get(quotation.tokens.end);
    inner.ends_with(STOPS)
        || after.is_some_and(|next| next.span.of(document.text()).starts_with(STOPS))
}

/// One past the first full stop in `tail`; the end of `tail` if there is none.
pub(super) fn sentence_end(document: &Document, tail: &TokenRange) -> usize {
    tail.clone()
        .find(|&i| matches!(document.word(i), "." | ";"))
        .map_or(tail.end, |i| i + 1)
}

/// The part of `range` after the last full stop that is followed by something.
fn last_sentence(document: &Document, range: &TokenRange) -> TokenRange {
    const REACH: usize = 200;
    let from = range.start.max(range.end.saturating_sub(REACH));
    let start = (from..range.end)
        .rev()
        .skip(1)
        .find(|&i| matches!(document.word(i), "." | "?" | "!" | ";"))
        .map_or(from, |i| i + 1);
    start..range.end
}

/// Who says what a cue after a quotation says: its subject if it stands in `tail`, else the noun phrase before or after the verb.
fn source_after(document: &Document, verb: usize, tail: &TokenRange) -> Option<usize> {
    subject(document, verb)
        .filter(|source| tail.contains(source))
        .or_else(|| first_phrase(document, tail.start..verb))
        .or_else(|| inverted(document, verb))
}

/// Who speaks in "said Mr. Smith" where the parser took the name for something else.
fn inverted(document: &Document, verb: usize) -> Option<usize> {
    const REACH: usize = 12;
    let sentence = document.sentences[document.sentence_of(verb)].end;
    let after = verb + 1..sentence.min(verb + 1 + REACH);
    let opens_phrase = matches!(
        document.tokens.get(after.start)?.pos,
        Pos::Propn | Pos::Noun | Pos::Pron | Pos::Det | Pos::Adj | Pos::Num
    );
    opens_phrase
        .then(|| first_phrase(document, after))
        .flatten()
}

/// The head of the first noun phrase in `range`.
fn first_phrase(document: &Document, range: TokenRange) -> Option<usize> {
    let noun = |i: usize| {
        matches!(
            document.tokens[i].pos,
            Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num
        )
    };
    let mut head = range.clone().find(|&i| noun(i))?;
    while let Some(up) = document.head(head)
        && up > head
        && range.contains(&up)
        && noun(up)
    {
        head = up;
    }
    Some(head)
}

/// Whether a verb can be the main word of a cue: not the verb of a relative clause.
fn cue_verb(document: &Document, i: usize) -> bool {
    let relative = document.tokens[i].dep == Dep::Relcl
        || document
            .child(i, Dep::Nsubj)
            .is_some_and(|subject| matches!(document.tokens[subject].tag, Tag::Wp | Tag::Wdt));
    document.tokens[i].pos == Pos::Verb && !relative
}

fn speaks(document: &Document, i: usize) -> bool {
    cue_verb(document, i) && says(document.lemma(i))
}

fn is_finite(document: &Document, i: usize) -> bool {
    matches!(document.tokens[i].pos, Pos::Verb | Pos::Aux)
        && matches!(document.tokens[i].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp)
}
