//! Texts made to provoke misquoting: denials far away, speakers in speakers, questions, rumours, retractions.
//!
//! ```text
//! == what provokes it
//! Ortega denied that her deputy took the money.        the text; ` / ` parts paragraphs
//! took: negated; claims=Ortega                         of a fact; see cases.rs
//! not plain: took                                      nowhere the article's own, asserted, certain and actual
//! says: denied                                         words of a line of the summary
//! never: [Ortega]                                      words and marks that no line has
//! FIXME not plain: took                                wrong but known: does not hold yet
//! ```

use std::collections::BTreeMap;

use nutgraf::analyzer::{Analyzer, Foreign, Options};
use nutgraf::report::{Certainty, Modality, Polarity, Report};
use nutgraf::verify::verify;

use crate::cases::fails;

#[test]
fn nothing_is_misquoted() {
    let analyzer = Analyzer::embedded().expect("the weights are in the crate");
    let options = Options {
        foreign: Foreign::Force,
        ..Options::default()
    };
    let mut failures = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let cases: Vec<&str> = include_str!("misquoting.cases")
        .split("\n== ")
        .skip(1)
        .collect();
    for case in &cases {
        let mut lines = case.lines().filter(|line| !line.is_empty());
        let name = lines.next().unwrap_or_default();
        let text = lines.next().unwrap_or_default().replace(" / ", "\n\n");
        let report = analyzer
            .analyze(&text, &options)
            .expect("short, and forced");
        for finding in verify(&report, &text) {
            failures.push(format!("{name}: {finding}"));
        }
        for wanted in lines {
            let (fixme, wanted) = match wanted.strip_prefix("FIXME ") {
                Some(wanted) => (true, wanted),
                None => (false, wanted),
            };
            let missing = missing(&text, &report, wanted);
            match (missing, fixme) {
                (None, false) => {}
                (Some(_), true) => *known.entry(name).or_default() += 1,
                (None, true) => failures.push(format!("{name}: holds now: {wanted}")),
                (Some(found), false) => failures.push(format!("{name}: {wanted}\n    {found}")),
            }
        }
    }
    assert!(cases.len() >= 100, "{} cases", cases.len());
    assert!(
        failures.is_empty(),
        "{} do not hold:\n{}",
        failures.len(),
        failures.join("\n")
    );
    assert_eq!(
        known.len(),
        KNOWN_TO_BE_WRONG,
        "are known to be wrong: {known:?}"
    );
}

/// Cases with something wrong in them that is known. Only ever lowered.
const KNOWN_TO_BE_WRONG: usize = 0;

/// What was found instead, if it does not hold.
fn missing(text: &str, report: &Report, wanted: &str) -> Option<String> {
    let lines: Vec<String> = report
        .summary
        .lines
        .iter()
        .map(|line| line.text.clone())
        .collect();
    if let Some(words) = wanted.strip_prefix("says: ") {
        return (!lines.iter().any(|line| line.contains(words))).then(|| format!("{lines:?}"));
    }
    if let Some(words) = wanted.strip_prefix("never: ") {
        return lines
            .iter()
            .any(|line| line.contains(words))
            .then(|| format!("{lines:?}"));
    }
    if let Some(word) = wanted.strip_prefix("not plain: ") {
        let plain = (report.facts.iter())
            .filter(|fact| fact.words().any(|span| span.of(text) == word))
            .flat_map(|fact| &fact.claims)
            .any(|claim| {
                claim.statement.is_none()
                    && claim.polarity == Polarity::Asserted
                    && claim.certainty == Certainty::Certain
                    && claim.modality == Modality::Actual
            });
        return plain.then(|| format!("told plainly: {lines:?}"));
    }
    let found = fails(text, report, wanted);
    (!found.is_empty()).then(|| found.join("; "))
}
