//! Words without quotation marks that a line announces: "The minister said:" and what follows in a release, "NAME: …" in an
//! interview.

use crate::document::{Document, Pos, Tag, TokenRange};
use crate::lexicon::says;
use crate::report::Mode;

use super::beside::{self, Cue};
use super::draft::{Draft, Place};
use super::quotes::Line;

const CONFIDENCE: f32 = 0.7;

/// The blocks of a document, in order. `drafts` are those found so far: another speaker ends a block.
pub(super) fn find(document: &Document, lines: &[Line], drafts: &[Draft]) -> Vec<Draft> {
    let labelled = is_interview(document, lines);
    let speakers = speakers(document, lines, drafts);
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        index += 1;
        if let Some(cue) = label(document, &line.tokens).filter(|_| labelled) {
            let first = cue.word + 1..line.tokens.end;
            let start = index;
            while lines.get(index).is_some_and(|line| {
                label(document, &line.tokens).is_none() && !is_heading(document, line)
            }) {
                index += 1;
            }
            found.push(block(cue, first, &lines[start..index]));
        } else if ends_with_colon(document, &line.tokens)
            && let Some(cue) = beside::announced(document, &line.tokens)
        {
            let start = index;
            while index < lines.len()
                && lines[index].quotations.is_empty()
                && !speakers[index]
                && !is_heading(document, &lines[index])
            {
                index += 1;
            }
            found.push(block(cue, 0..0, &lines[start..index]));
        }
    }
    found.retain(|draft| !draft.content.is_empty());
    found
}

/// Whether at least every third line starts with a name and a colon, and there are two names.
fn is_interview(document: &Document, lines: &[Line]) -> bool {
    let mut names: Vec<&str> = lines
        .iter()
        .filter_map(|line| Some(document.word(label(document, &line.tokens)?.word - 1)))
        .collect();
    let often = names.len() * 3 >= lines.len();
    names.sort_unstable();
    names.dedup();
    often && names.len() > 1
}

fn block(cue: Cue, first: TokenRange, lines: &[Line]) -> Draft {
    let content = std::iter::once(first)
        .chain(lines.iter().map(|line| line.tokens.clone()))
        .filter(|range| !range.is_empty())
        .collect();
    Draft {
        mode: Some(Mode::Direct),
        source: cue.source,
        cue: Some(cue.word..cue.word + 1),
        content,
        confidence: CONFIDENCE,
        place: Place::Free,
    }
}

/// For every line whether someone else than "I" or "we" speaks in it.
fn speakers(document: &Document, lines: &[Line], drafts: &[Draft]) -> Vec<bool> {
    let mut speakers = vec![false; lines.len()];
    for draft in drafts {
        let named = draft
            .source
            .is_some_and(|source| document.tokens[source].pos == Pos::Propn);
        let says = draft
            .cue
            .as_ref()
            .is_some_and(|cue| says(document.lemma(cue.start)));
        if named && says {
            let at = lines.partition_point(|line| line.tokens.end <= draft.anchor());
            if let Some(slot) = speakers.get_mut(at) {
                *slot = true;
            }
        }
    }
    speakers
}

/// The name and the colon at the start of an interview's line: `CLINTON: …`.
fn label(document: &Document, line: &TokenRange) -> Option<Cue> {
    const NAME_WORDS: usize = 4;
    let opened = line.start < line.end && matches!(document.word(line.start), "\"" | "“");
    let start = line.start + usize::from(opened);
    let reach = start..line.end.min(start + NAME_WORDS + 1);
    let colon = reach.clone().find(|&i| document.word(i) == ":")?;
    let name = start..colon;
    let capital = |i: usize| document.word(i).starts_with(char::is_uppercase);
    let upper = |i: usize| !document.word(i).chars().any(char::is_lowercase);
    let is_name = name.clone().all(upper)
        || name
            .clone()
            .all(|i| capital(i) && matches!(document.tokens[i].tag, Tag::Nnp | Tag::Nnps));
    (!name.is_empty() && colon + 1 < line.end && name.clone().all(capital) && is_name).then(|| {
        Cue {
            word: colon,
            source: Some(colon - 1),
            strong: true,
        }
    })
}

/// A short line without a full stop: what follows is no longer said by the same.
fn is_heading(document: &Document, line: &Line) -> bool {
    const WORDS: usize = 8;
    let last = line.tokens.end.saturating_sub(1);
    line.tokens.len() <= WORDS && !matches!(document.tokens[last].pos, Pos::Punct)
}

fn ends_with_colon(document: &Document, line: &TokenRange) -> bool {
    line.clone()
        .next_back()
        .is_some_and(|last| document.word(last) == ":")
}
