//! Who quotes whom: which draft stands within which, and which of them are no statement of their own.

use crate::document::{Document, Pos};
use crate::report::Statement;

use super::draft::{Draft, Place};
use super::frame::Frames;

/// Statements nested deeper than this are taken to be this deep.
const DEPTH: usize = 16;

/// The drafts that are statements, in order of their first content, each with the index of the one that quotes it.
pub(super) fn link(document: &Document, mut drafts: Vec<Draft>) -> Vec<(Draft, Option<usize>)> {
    let is_word = |i: usize| !matches!(document.tokens[i].pos, Pos::Punct | Pos::Space);
    drafts.retain(|draft| draft.content.iter().any(|range| range.clone().any(is_word)));
    drafts.sort_by_key(|draft| {
        (
            draft.content[0].start,
            std::cmp::Reverse(draft.end()),
            draft.anchor(),
        )
    });
    let within = enclosing(&drafts);
    let mut place: Vec<Option<usize>> = Vec::with_capacity(drafts.len());
    let mut kept: Vec<(Draft, Option<usize>)> = Vec::new();
    // An inner draft may come before the outer one that it is within: look at the outer ones first.
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    let depth = depths(&within);
    order.sort_by_key(|&index| depth[index]);
    let mut stands = vec![true; drafts.len()];
    for &index in &order {
        let outer = standing(&within, &stands, index);
        stands[index] =
            outer.is_none_or(|outer| speaks_for_itself(document, &drafts[index], &drafts[outer]));
    }
    let outers: Vec<Option<usize>> = (0..drafts.len())
        .map(|index| standing(&within, &stands, index))
        .collect();
    let outers: Vec<Option<usize>> = (0..drafts.len())
        .map(|index| match drafts[index].place {
            Place::Inserted => outers[index].and_then(|outer| outers[outer]),
            _ => outers[index],
        })
        .collect();
    for (index, draft) in drafts.into_iter().enumerate() {
        place.push(stands[index].then_some(kept.len()));
        if stands[index] {
            kept.push((draft, outers[index]));
        }
    }
    for (_, outer) in &mut kept {
        *outer = outer.and_then(|index| place[index]);
    }
    kept
}

/// For every draft the smallest other one whose content holds its cue but whose own cue it does not hold.
fn enclosing(drafts: &[Draft]) -> Vec<Option<usize>> {
    const OPEN: usize = 32;
    let mut by_cue: Vec<usize> = (0..drafts.len()).collect();
    by_cue.sort_by_key(|&index| drafts[index].anchor());
    let mut within = vec![None; drafts.len()];
    let mut next = 0;
    let mut open: Vec<usize> = Vec::new();
    for &index in &by_cue {
        let anchor = drafts[index].anchor();
        while drafts
            .get(next)
            .is_some_and(|draft| draft.content[0].start <= anchor)
        {
            open.push(next);
            next += 1;
        }
        open.retain(|&outer| drafts[outer].end() > anchor);
        if let Place::QuotedBy(outer) = drafts[index].place {
            let at = by_cue.partition_point(|&other| drafts[other].anchor() < outer);
            within[index] = by_cue.get(at).copied().filter(|&other| other != index);
            continue;
        }
        within[index] = open
            .iter()
            .rev()
            .take(OPEN)
            .copied()
            .filter(|&outer| {
                outer != index
                    && (drafts[outer].confidence >= Statement::CLAIMS
                        || drafts[index].place != Place::Beside)
                    && drafts[outer].holds(anchor)
                    && !drafts[index].holds(drafts[outer].anchor())
            })
            .min_by_key(|&outer| drafts[outer].extent());
    }
    within
}

/// How many drafts each one stands within.
fn depths(within: &[Option<usize>]) -> Vec<usize> {
    let mut depths = vec![0; within.len()];
    for (index, depth) in depths.iter_mut().enumerate() {
        *depth = std::iter::successors(within[index], |&outer| within[outer])
            .take(DEPTH)
            .count();
    }
    depths
}

/// The nearest draft around `index` that is a statement.
fn standing(within: &[Option<usize>], stands: &[bool], index: usize) -> Option<usize> {
    std::iter::successors(within[index], |&outer| within[outer])
        .take(DEPTH)
        .find(|&outer| stands[outer])
}

/// Whether an inner draft names another source than the outer one, and claims something.
fn speaks_for_itself(document: &Document, inner: &Draft, outer: &Draft) -> bool {
    let Some(source) = inner.source else {
        return false;
    };
    // "declined to say whether …": the same source takes a stance on its own words.
    let own_words = outer.confidence < Statement::CLAIMS && outer.source == inner.source;
    if inner.confidence < Statement::CLAIMS || own_words {
        return false;
    }
    // "We estimate that …," the official said; "people who feel that …": a hedge or a view, not a second source.
    let thinks = inner
        .cue
        .as_ref()
        .and_then(|cue| Frames::of_verb(document.lemma(cue.start)))
        .is_some_and(|frames| frames.has("think"));
    !(thinks && is_nobody_known(document, source) && outer.source.is_some())
}

/// Whether a source within another's words names nobody: a pronoun, "people", "many".
fn is_nobody_known(document: &Document, source: usize) -> bool {
    document.tokens[source].pos == Pos::Pron
        || matches!(
            document.lower(source).as_str(),
            "people" | "many" | "some" | "most" | "anybody" | "anyone" | "everybody" | "everyone"
        )
}
