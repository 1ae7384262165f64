//! Which mentions are one event, and the fact they make: all claims, all counts, where they differ.

mod compatible;
mod conflict;

use std::borrow::Cow;

use crate::report::{Claim, Count, Fact, FactType, Polarity, Role, RoleFiller};
use crate::text::Span;

use super::draft::Draft;
use super::reading::Reading;
use super::roles::Filler;
use super::{place, stance, time};

/// Earlier events of the same type that a mention is compared with.
const WINDOW: usize = 24;

/// Mentions of one event; what repeats itself more often is no article, and the bound keeps the stage linear.
const MOST_MENTIONS: usize = 64;

/// The drafts of one event, as indices; the first is the one that names it.
pub type Group = Vec<usize>;

/// Groups the drafts by event, in order of the first mention.
pub fn group(reading: &Reading, drafts: &[Draft]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut recent: Vec<Vec<usize>> = vec![Vec::new(); FactType::ALL.len()];
    for index in 0..drafts.len() {
        let kind = drafts[index].trigger.kind as usize;
        let same = recent[kind]
            .iter()
            .rev()
            .take(WINDOW)
            .find(|&&group| {
                groups[group].len() < MOST_MENTIONS
                    && compatible::same_event(reading, drafts, &groups[group], index)
            })
            .copied();
        match same {
            Some(group) => groups[group].push(index),
            None => {
                recent[kind].push(groups.len());
                groups.push(vec![index]);
            }
        }
    }
    for group in &mut groups {
        // The body names the event better than the headline does.
        if let Some(at) = group
            .iter()
            .position(|&d| !reading.in_title(drafts[d].trigger.word))
        {
            group[..=at].rotate_right(1);
        }
    }
    groups.sort_by_key(|group| group.iter().map(|&d| drafts[d].trigger.tokens.start).min());
    groups
}

/// The fact of a group of drafts.
pub fn fact(reading: &Reading, drafts: &[Draft], group: &[usize]) -> Fact {
    let first = &drafts[group[0]];
    let roles = roles(reading, drafts, group);
    let (counts, claims) = claims(reading, drafts, group);
    let mut mentions: Vec<Span> = Vec::new();
    let trigger = reading.span(first.trigger.tokens.clone());
    for &d in group {
        let all = std::iter::once(&drafts[d].trigger.tokens).chain(&drafts[d].trigger.mentions);
        mentions.extend(
            all.map(|tokens| reading.span(tokens.clone()))
                .filter(|span| *span != trigger),
        );
    }
    mentions.sort_unstable();
    mentions.dedup();
    let own = |f: &dyn Fn(&Draft) -> Vec<Span>| {
        let mut spans: Vec<Span> = group.iter().flat_map(|&d| f(&drafts[d])).collect();
        spans.sort_unstable();
        spans.dedup();
        spans
    };
    let relative = group.iter().find_map(|&d| {
        drafts[d]
            .fillers
            .iter()
            .filter(|f| f.role == Role::Place)
            .find_map(|f| place::relative(reading, f.tokens.clone()))
    });
    let when = group.iter().find_map(|&d| {
        drafts[d]
            .fillers
            .iter()
            .filter(|f| f.role == Role::Time)
            .find_map(|f| time::iso(reading, f.tokens.clone()))
    });
    let conflicts = conflict::find(&claims, &counts);
    let extra = group.len().saturating_sub(1).min(3) as f32;
    let confidence = (first.trigger.confidence + 0.05 * extra).min(0.95)
        * if roles.is_empty() { 0.7 } else { 1.0 };
    let mut fact = Fact {
        kind: first.trigger.kind,
        trigger,
        lemma: lemma(reading, first),
        mentions,
        evidence: evidence(reading, drafts, group),
        roles,
        counts,
        place: relative,
        time: when,
        polarity: first.stance.polarity,
        certainty: first.stance.certainty,
        modality: first.stance.modality,
        hedges: own(&|d| d.stance.hedges.clone()),
        loaded: own(&|d| d.loaded.clone()),
        claims,
        conflicts,
        relations: Vec::new(),
        salience: 0.0,
        confidence,
        line: None,
    };
    // A long text has many facts, and they stay.
    fact.roles.shrink_to_fit();
    fact.mentions.shrink_to_fit();
    fact.counts.shrink_to_fit();
    fact.claims.shrink_to_fit();
    fact.hedges.shrink_to_fit();
    fact.evidence.shrink_to_fit();
    fact
}

/// The dictionary form of the trigger, particle included.
fn lemma(reading: &Reading, draft: &Draft) -> String {
    let word = draft.trigger.word;
    let lemma = reading.lemma(word);
    if reading.is_verb(word) && draft.trigger.tokens.end > word + 1 {
        format!(
            "{lemma} {}",
            reading.document.lower(draft.trigger.tokens.end - 1)
        )
    } else {
        lemma
    }
}

/// The fillers of all mentions: those of the first, then what the others add.
fn roles(reading: &Reading, drafts: &[Draft], group: &[usize]) -> Vec<RoleFiller> {
    let mut fillers: Vec<Filler> = Vec::new();
    for &d in group {
        for filler in &drafts[d].fillers {
            let known = fillers.iter().any(|f| {
                f.role == filler.role
                    && (f.tokens == filler.tokens || compatible::same_filler(reading, f, filler))
            });
            let better = fillers.iter().position(|f| {
                f.role == filler.role
                    && f.inherited
                    && !filler.inherited
                    && compatible::same_filler(reading, f, filler)
            });
            match better {
                Some(at) => fillers[at] = filler.clone(),
                None if !known => fillers.push(filler.clone()),
                None => {}
            }
        }
    }
    fillers.sort_by_key(|f| (f.role, f.tokens.start));
    fillers
        .into_iter()
        .map(|f| RoleFiller {
            role: f.role,
            span: reading.span(f.tokens.clone()),
            entity: reading.entity(f.head),
            via: Cow::Borrowed(f.via),
            inherited: f.inherited,
        })
        .collect()
}

/// Counts of all mentions, and a claim for each source with the counts that it gives.
fn claims(reading: &Reading, drafts: &[Draft], group: &[usize]) -> (Vec<Count>, Vec<Claim>) {
    let mut counts: Vec<Count> = Vec::new();
    let mut claims: Vec<Claim> = Vec::new();
    for &d in group {
        let draft = &drafts[d];
        let mut given: Vec<usize> = Vec::new();
        for count in &draft.counts {
            let span = reading.span(count.tokens.clone());
            let at = counts
                .iter()
                .position(|c| c.span == span)
                .unwrap_or_else(|| {
                    counts.push(Count {
                        span,
                        of: count.of,
                        value: count.value,
                        max: count.max,
                        comparator: count.comparator,
                        unit: count.unit.clone(),
                    });
                    counts.len() - 1
                });
            given.push(at);
        }
        match claims
            .iter_mut()
            .find(|claim| claim.statement == draft.statement)
        {
            Some(claim) => {
                claim.certainty = stance::weaker(claim.certainty, draft.stance.certainty);
                for at in given {
                    if !claim.counts.contains(&at) {
                        claim.counts.push(at);
                    }
                }
            }
            None => claims.push(Claim {
                statement: draft.statement,
                polarity: draft.stance.polarity,
                certainty: draft.stance.certainty,
                modality: draft.stance.modality,
                counts: given,
            }),
        }
    }
    (counts, claims)
}

/// The sentences of the triggers, mentions and own fillers.
fn evidence(reading: &Reading, drafts: &[Draft], group: &[usize]) -> Vec<Span> {
    let mut sentences: Vec<usize> = Vec::new();
    for &d in group {
        let draft = &drafts[d];
        let tokens = std::iter::once(draft.trigger.word)
            .chain(draft.trigger.mentions.iter().map(|m| m.start))
            .chain(
                draft
                    .fillers
                    .iter()
                    .filter(|f| !f.inherited)
                    .flat_map(|f| [f.tokens.start, f.tokens.end - 1]),
            );
        sentences.extend(tokens.map(|i| reading.document.sentence_of(i)));
    }
    sentences.sort_unstable();
    sentences.dedup();
    sentences
        .into_iter()
        .map(|s| {
            reading
                .span(reading.document.sentences[s].clone())
                .trim(reading.document.text())
        })
        .collect()
}

/// Whether a claim or draft says that the event is not so.
pub fn is_negated(draft: &Draft) -> bool {
    draft.stance.polarity == Polarity::Negated
}

/// Whether the same ones take part in both mentions, as far as both say.
pub fn same_participants(reading: &Reading, a: &Draft, b: &Draft) -> bool {
    compatible::same_participants(reading, a, b)
}

/// Whether both counts can be true of one number.
pub fn overlap(a: &Count, b: &Count) -> bool {
    conflict::overlap(a, b)
}
