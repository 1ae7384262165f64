//! Quotations meet cues: which quotation belongs to which statement, and who speaks where syntax does not tell.

use crate::document::{Dep, Document, Pos, TokenRange};
use crate::lexicon::SPEECH_VERBS;
use crate::report::Mode;

use super::clause::subject;
use super::draft::Draft;
use super::quotes::Quotation;

/// Gives every quotation to the statement it is part of; a quotation that no rule of syntax reaches looks for the nearest cue.
pub(super) fn join(document: &Document, quotations: &[Quotation], drafts: &mut Vec<Draft>) {
    let syntactic = drafts.len();
    let mut last: Option<(usize, usize)> = None;
    for quotation in quotations.iter().filter(|quotation| !quotation.nested) {
        let tokens = &quotation.tokens;
        let near = owner(document, quotation, &drafts[..syntactic]);
        let paragraph = document.paragraph_of(tokens.start);
        let carried = last
            .filter(|&(_, at)| at == paragraph || quotation.continues)
            .map(|(draft, _)| draft);
        let draft = if let Some(index) = near {
            add(&mut drafts[index], tokens);
            Some(index)
        } else if let Some(cue) = cue_beside(document, quotation) {
            drafts.push(Draft {
                mode: Mode::Direct,
                source: subject(document, cue),
                cue: cue..cue + 1,
                content: vec![tokens.clone()],
                confidence: 0.8,
            });
            Some(drafts.len() - 1)
        } else if let Some(index) = carried.filter(|_| whole(document, quotation)) {
            add(&mut drafts[index], tokens);
            Some(index)
        } else {
            None
        };
        if let Some(index) = draft {
            last = Some((index, paragraph));
        }
    }
}

/// The draft that says at least one word of the quotation while its cue stands outside: the smallest.
fn owner(document: &Document, quotation: &Quotation, drafts: &[Draft]) -> Option<usize> {
    let sentence = document.sentences[document.sentence_of(quotation.tokens.start)].start;
    let last = document.sentences[document.sentence_of(quotation.tokens.end - 1)].end;
    let low = drafts.partition_point(|draft| draft.cue.start < sentence);
    let high = drafts.partition_point(|draft| draft.cue.start < last);
    (low..high)
        .filter(|&index| {
            let draft = &drafts[index];
            !quotation.tokens.contains(&draft.cue.start)
                && quotation.tokens.clone().any(|i| draft.holds(i))
        })
        .min_by_key(|&index| drafts[index].size())
}

/// Adds a quotation to what a draft says.
fn add(draft: &mut Draft, tokens: &TokenRange) {
    draft.content.push(tokens.clone());
    draft.content.sort_by_key(|range| range.start);
    let mut joined: Vec<TokenRange> = Vec::new();
    for range in draft.content.drain(..) {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    draft.content = joined;
}

/// Whether the quotation is a sentence or more of its own, not a fragment in a sentence.
fn whole(document: &Document, quotation: &Quotation) -> bool {
    let sentence = &document.sentences[document.sentence_of(quotation.tokens.start)];
    sentence.start + 1 >= quotation.tokens.start
}

/// The verb beside the quotation that says who speaks: `"…," X said`, `X said: "…"`.
fn cue_beside(document: &Document, quotation: &Quotation) -> Option<usize> {
    const REACH: usize = 25;
    let tokens = &quotation.tokens;
    let inner = quotation.inner.of(document.text()).trim_end();
    let speaks =
        |i: usize| document.tokens[i].pos == Pos::Verb && SPEECH_VERBS.contains(document.lemma(i));
    let paragraph = &document.paragraphs[document.paragraph_of(tokens.start)];
    if inner.ends_with([',', '!', '?', '—', '-']) {
        let after = (tokens.end..paragraph.end.min(tokens.end + REACH))
            .take_while(|&i| !matches!(document.word(i), "." | "“" | "\"" | ":"))
            .find(|&i| speaks(i) && document.child(i, Dep::Nsubj).is_some());
        if after.is_some() {
            return after;
        }
    }
    let before = tokens.start.checked_sub(1)?;
    if !matches!(document.word(before), "," | ":") || before < paragraph.start {
        return None;
    }
    (paragraph.start.max(tokens.start.saturating_sub(REACH))..before)
        .rev()
        .take_while(|&i| document.word(i) != ".")
        .filter(|&i| speaks(i))
        .last()
}
