//! How facts stand to each other: causes, order in time, parts, contradictions.

use crate::document::{Dep, Tag};
use crate::report::{Fact, FactId, FactType, Relation, RelationKind, Role};

use super::draft::Draft;
use super::merge::{self, Group};
use super::reading::Reading;

/// Facts that a contradiction is looked for among, backwards.
const WINDOW: usize = 24;

/// A link between two groups of drafts.
pub type Link = (usize, RelationKind, usize);

/// The links between the groups.
pub fn find(reading: &Reading, drafts: &[Draft], groups: &[Group]) -> Vec<Link> {
    let mut of_draft = vec![0usize; drafts.len()];
    let mut by_token: Vec<Option<usize>> = vec![None; reading.len()];
    for (g, group) in groups.iter().enumerate() {
        for &d in group {
            of_draft[d] = g;
            by_token[drafts[d].trigger.word] = Some(g);
        }
    }
    for (d, draft) in drafts.iter().enumerate() {
        let node = draft.trigger.node();
        by_token[node].get_or_insert(of_draft[d]);
    }
    let force = |g: usize| is_force(drafts[groups[g][0]].trigger.kind);
    let mut links: Vec<Link> = Vec::new();
    for (d, draft) in drafts.iter().enumerate() {
        let own = of_draft[d];
        clause(reading, draft, own, &by_token, &force, &mut links);
        for filler in &draft.fillers {
            let Some(other) = by_token[filler.head]
                .or_else(|| named_before(reading, drafts, &of_draft, d, filler.head))
            else {
                continue;
            };
            match filler.role {
                Role::Cause => links.push((own, RelationKind::CausedBy, other)),
                Role::Agent | Role::Instrument
                    if filler.via != "predicate" && is_result(draft.trigger.kind) =>
                {
                    links.push((own, RelationKind::CausedBy, other))
                }
                Role::Place if !filler.inherited => links.push((own, RelationKind::PartOf, other)),
                Role::Time if !filler.inherited => {
                    match reading.document.lower(filler.tokens.start).as_str() {
                        "before" | "until" => links.push((own, RelationKind::Before, other)),
                        "after" | "following" | "since" => {
                            links.push((other, RelationKind::Before, own))
                        }
                        "during" => links.push((own, RelationKind::PartOf, other)),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }
    let back: Vec<Link> = links
        .iter()
        .filter(|link| link.1 == RelationKind::CausedBy)
        .map(|&(a, _, b)| (b, RelationKind::Causes, a))
        .collect();
    links.extend(back);
    links.retain(|&(a, _, b)| a != b);
    links.sort_unstable();
    links.dedup();
    links
}

/// Links by clauses: a participial result, "before" and "after", "because".
fn clause(
    reading: &Reading,
    draft: &Draft,
    own: usize,
    by_token: &[Option<usize>],
    force: &dyn Fn(usize) -> bool,
    links: &mut Vec<Link>,
) {
    let node = draft.trigger.node();
    if reading.dep(node) != Dep::Advcl || !reading.is_verb(node) {
        // "…, killing 107 and wounding 238": the second result has the cause of the first.
        if reading.dep(node) == Dep::Conj && reading.tag(node) == Tag::Vbg {
            let first = reading
                .head(node)
                .filter(|&h| reading.dep(h) == Dep::Advcl && reading.tag(h) == Tag::Vbg);
            if let Some(main) = first
                .and_then(|f| reading.head(f))
                .and_then(|m| by_token[m])
                .filter(|&main| is_result(draft.trigger.kind) && force(main))
            {
                links.push((own, RelationKind::CausedBy, main));
            }
        }
        return;
    }
    let Some(main) = reading.head(node).and_then(|head| by_token[head]) else {
        return;
    };
    let mark = reading
        .children(node)
        .find(|&c| c < node && (reading.dep(c) == Dep::Mark || reading.tag(c) == Tag::Wrb))
        .map(|c| reading.document.lower(c));
    match mark.as_deref() {
        Some("before" | "until") => links.push((main, RelationKind::Before, own)),
        Some("after" | "once" | "since") => links.push((own, RelationKind::Before, main)),
        Some("because") => links.push((main, RelationKind::CausedBy, own)),
        None if reading.tag(node) == Tag::Vbg
            && is_result(draft.trigger.kind)
            && force(main)
            && reading.head(node).is_some_and(|h| h < node) =>
        {
            links.push((own, RelationKind::CausedBy, main));
        }
        _ => {}
    }
}

/// Types that bring such results about.
fn is_force(kind: FactType) -> bool {
    use FactType as T;
    is_result(kind) || matches!(kind, T::Attack | T::Seize | T::Go | T::Occur | T::Protest)
}

/// Types that name what comes of another event.
fn is_result(kind: FactType) -> bool {
    use FactType as T;
    matches!(
        kind,
        T::Die | T::Injure | T::Damage | T::Disaster | T::Change
    )
}

/// The event that a definite noun without words of its own stands for: "the attack", named before.
fn named_before(
    reading: &Reading,
    drafts: &[Draft],
    of_draft: &[usize],
    before: usize,
    noun: usize,
) -> Option<usize> {
    let kind = super::trigger_entry(reading, noun)?;
    let lemma = reading.lemma(noun);
    (before.saturating_sub(WINDOW)..before)
        .rev()
        .find(|&d| {
            drafts[d].trigger.kind == kind && (reading.lemma(drafts[d].trigger.word) == lemma)
        })
        .map(|d| of_draft[d])
}

/// Writes the links into the facts, with contradictions of polarity and of number.
pub fn set(
    reading: &Reading,
    drafts: &[Draft],
    groups: &[Group],
    links: Vec<Link>,
    facts: &mut [Fact],
) {
    for (from, kind, to) in links {
        facts[from].relations.push(Relation {
            kind,
            fact: FactId(to),
        });
    }
    for later in 0..groups.len() {
        for earlier in later.saturating_sub(WINDOW)..later {
            if contradicts(reading, drafts, groups, facts, earlier, later) {
                facts[later].relations.push(Relation {
                    kind: RelationKind::Contradicts,
                    fact: FactId(earlier),
                });
                facts[earlier].relations.push(Relation {
                    kind: RelationKind::Contradicts,
                    fact: FactId(later),
                });
            }
        }
    }
}

/// One says so, the other says not; or "that number" is given another value.
fn contradicts(
    reading: &Reading,
    drafts: &[Draft],
    groups: &[Group],
    facts: &[Fact],
    a: usize,
    b: usize,
) -> bool {
    let (x, y) = (&drafts[groups[a][0]], &drafts[groups[b][0]]);
    if merge::is_negated(x) != merge::is_negated(y)
        && x.trigger.kind == y.trigger.kind
        && x.stance.modality == y.stance.modality
    {
        return merge::same_participants(reading, x, y)
            && reading.lemma(x.trigger.word) == reading.lemma(y.trigger.word);
    }
    let number = y.fillers.iter().any(|f| {
        f.role == Role::Agent
            && matches!(
                reading.lemma(f.head).as_str(),
                "number" | "figure" | "total"
            )
            && reading.children(f.head).any(|c| {
                reading.dep(c) == Dep::Det
                    && matches!(reading.document.lower(c).as_str(), "that" | "this")
            })
    });
    let last_counted = || {
        (0..b).rev().take(WINDOW).find(|&f| {
            facts[f]
                .counts
                .iter()
                .any(|c| c.value.is_some_and(|v| v > 1.0))
        })
    };
    number && !facts[b].counts.is_empty() && last_counted() == Some(a) && {
        let theirs = facts[a]
            .counts
            .iter()
            .find(|c| c.value.is_some_and(|v| v > 1.0));
        theirs.is_some_and(|t| facts[b].counts.iter().all(|c| !merge::overlap(t, c)))
    }
}
