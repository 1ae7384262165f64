//! What happened: events and states with roles, counts, time, place, polarity, certainty and claims, merged.
//!
//! Knows trees, entities and statements; never the network. A draft is one mention of an event ([`trigger`], [`roles`], [`stance`],
//! [`count`]); [`merge`] makes facts of drafts, [`relation`] links them, [`rank`] weighs them.

mod reading;

mod quantity;

mod trigger;

mod roles;

mod place;

mod time;

mod stance;

mod count;

mod draft;

mod inherit;

mod reference;

mod merge;

mod relation;

mod rank;

use crate::document::Document;
use crate::report::{Entity, Fact, FactType, Statement};

use reading::Reading;

/// The facts of a parsed document with mended trees ([`crate::parse::mended`]), in order of their triggers.
pub fn extract(document: &Document, entities: &[Entity], statements: &[Statement]) -> Vec<Fact> {
    if document.is_empty() || document.sentences.is_empty() {
        return Vec::new();
    }
    let reading = Reading::new(document, entities, statements);
    let mut drafts: Vec<_> = trigger::find(&reading)
        .into_iter()
        .map(|trigger| draft::read(&reading, trigger))
        .collect();
    inherit::fill(&reading, &mut drafts);
    reference::resolve(&reading, &mut drafts);
    for draft in &mut drafts {
        draft.counts = count::attach(&reading, &draft.trigger, &draft.fillers);
    }
    let groups = merge::group(&reading, &drafts);
    let links = relation::find(&reading, &drafts, &groups);
    let mut facts: Vec<Fact> = groups
        .iter()
        .map(|group| merge::fact(&reading, &drafts, group))
        .collect();
    relation::set(&reading, &drafts, &groups, links, &mut facts);
    rank::weigh(&reading, &drafts, &groups, &mut facts);
    facts
}

/// The type of event that the noun at `i` names.
fn trigger_entry(reading: &Reading, i: usize) -> Option<FactType> {
    trigger::noun_entry(reading, i).map(|(kind, _)| kind)
}
