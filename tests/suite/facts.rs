//! The facts of the seed article, and of its twin: another story in the same sentences.

use std::collections::BTreeMap;

use nutgraf::analyzer::{Analyzer, Options};
use nutgraf::report::{CountOf, Report};

use crate::cases::check_text;

const SEED: &str = include_str!("../../seeds/000_09ffe61ff0e0225a.txt");

/// The seed article with other names, numbers, places and verbs.
const TWIN: &str = include_str!("twin.txt");

fn report(text: &str) -> Report {
    Analyzer::embedded()
        .expect("the weights are in the crate")
        .analyze(text, &Options::default())
        .expect("English, and short")
}

#[test]
fn the_seed_article() {
    check_text(SEED, &report(SEED), include_str!("seed.cases"));
}

#[test]
fn the_twin_has_the_structure_of_the_seed() {
    let (seed, twin) = (structure(SEED), structure(TWIN));
    for (a, b) in seed.iter().zip(&twin) {
        assert_eq!(a, b);
    }
    assert_eq!(seed.len(), twin.len());
}

/// Each fact without its words: roles, stance, counts, claims, conflicts, relations.
fn structure(text: &str) -> Vec<String> {
    let report = report(text);
    report
        .facts
        .iter()
        .map(|fact| {
            let mut roles: BTreeMap<&str, usize> = BTreeMap::new();
            for filler in &fact.roles {
                *roles.entry(filler.role.name()).or_default() += 1;
            }
            let mut counts: Vec<String> = fact
                .counts
                .iter()
                .map(|count| {
                    let of = match count.of {
                        CountOf::Role(role) => role.name(),
                        CountOf::Event => "event",
                        CountOf::Distance => "distance",
                    };
                    format!("{of} {}", count.comparator)
                })
                .collect();
            counts.sort();
            let claims: Vec<String> = fact
                .claims
                .iter()
                .map(|claim| {
                    let mode = claim.statement.map_or("author", |s| report.statements[s.0].mode.name());
                    format!("{mode} {} {} {}", claim.polarity, claim.certainty, claim.modality)
                })
                .collect();
            let relations: Vec<String> = fact.relations.iter().map(|r| format!("{} {}", r.kind, r.fact.0)).collect();
            let conflicts: Vec<String> = fact.conflicts.iter().map(|c| format!("{} {}", c.kind, c.field)).collect();
            format!(
                "{roles:?} {} {} {} hedges {} loaded {} {counts:?} {claims:?} {relations:?} {conflicts:?} place {}",
                fact.polarity,
                fact.certainty,
                fact.modality,
                fact.hedges.len(),
                fact.loaded.len(),
                fact.place.is_some()
            )
        })
        .collect()
}
