//! Mentions: names, groups without a name, places, equipment; each with a text beside it where the words are something else.

mod names;
mod places;
mod things;

use nutgraf::analyzer::{Analyzer, Options};

/// A case: its name, a text, the mentions it must have (`TYPE level words`), and mentions that it must not have.
struct Case(
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

fn check(cases: &[Case]) {
    let analyzer = Analyzer::embedded().expect("the weights in the crate load");
    let mut wrong = Vec::new();
    for Case(name, text, wanted, unwanted) in cases {
        let report = analyzer
            .analyze(text, &Options::default())
            .expect("English");
        let mut found = Vec::new();
        for entity in &report.entities {
            for mention in &entity.mentions {
                let kind = mention.kind.unwrap_or(entity.kind);
                found.push(format!(
                    "{kind} {} {}",
                    mention.level,
                    mention.span.of(text)
                ));
            }
        }
        for mention in wanted
            .iter()
            .filter(|mention| !found.iter().any(|it| it == *mention))
        {
            wrong.push(format!("{name}: no “{mention}” in {found:?}"));
        }
        for mention in unwanted
            .iter()
            .filter(|mention| found.iter().any(|it| it.ends_with(*mention)))
        {
            wrong.push(format!("{name}: “{mention}” in {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
