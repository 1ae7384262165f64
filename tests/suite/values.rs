//! Numbers, amounts, dates and times in news English, each with words beside it that look alike and are no such value.

mod amounts;
mod counts;
mod dates;
mod numbers;
mod times;

use nutgraf::Report;
use nutgraf::analyzer::{Analyzer, Options};

/// The article date of all cases: a Saturday.
const DATE: &str = "2015-09-12";

/// A case: a sentence, the value as it is written in it, what it is worth, and a sentence whose words must give no such value.
///
/// What it is worth: `KIND number[..max] comparator unit` for amounts, `KIND iso` for dates ("?" where it stays open).
struct Case(
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

fn check(cases: &[Case]) {
    let analyzer = Analyzer::embedded().expect("the weights in the crate load");
    let options = Options {
        date: Some(DATE.into()),
        ..Options::default()
    };
    let read = |text: &str| analyzer.analyze(text, &options).expect("English");
    let mut wrong = Vec::new();
    for Case(text, words, worth, near, not) in cases {
        let found = values(&read(text), text);
        if !found
            .iter()
            .any(|(at, value)| at == words && value == worth)
        {
            wrong.push(format!(
                "“{text}”: expected “{words}” = {worth}, found {found:?}"
            ));
        }
        let found = values(&read(near), near);
        if let Some(bad) = found.iter().find(|(at, value)| at == not || value == not) {
            wrong.push(format!("“{near}”: {bad:?} should not be there"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

/// The values of a report, as written and in short.
fn values(report: &Report, text: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for entity in &report.entities {
        let Some(value) = &entity.value else { continue };
        let mut short = value.kind.name().to_owned();
        let number = value.value.map(|number| match value.max {
            Some(max) => format!("{}..{}", round(number), round(max)),
            None => round(number),
        });
        for part in [
            number,
            value.comparator.map(|it| it.name().to_owned()),
            value.unit.clone(),
            value.iso.clone(),
        ]
        .into_iter()
        .flatten()
        {
            short = format!("{short} {part}");
        }
        for mention in &entity.mentions {
            all.push((mention.span.of(text).to_owned(), short.clone()));
        }
    }
    all
}

fn round(number: f64) -> String {
    format!("{}", (number * 100.0).round() / 100.0)
}
