//! What the parts of an article are: `blocks.cases`.
//!
//! ```text
//! == name of the behaviour
//! Storm hits coast / KABUL, March 3 - The minister denied it.     the text; ` / ` parts paragraphs
//! title: Storm hits coast                                          the parts that are no prose, in order, and all of them
//! dateline: KABUL, March 3 -
//! ```
//!
//! `~` before a text is a near-miss; `prose` alone says that all of it is prose; `date=2024-03-03` is the article's date.

use nutgraf::analyzer::{Analyzer, Options};
use nutgraf::report::{BlockKind, Report};
use nutgraf::text::Span;

/// A text of the cases and what it must hold.
struct Case {
    name: &'static str,
    text: String,
    wanted: Vec<&'static str>,
}

fn cases(file: &'static str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut name = "";
    let mut fresh = true;
    for line in file.lines().filter(|line| !line.starts_with("# ")) {
        if let Some(title) = line.strip_prefix("== ") {
            (name, fresh) = (title, true);
        } else if line.is_empty() {
            continue;
        } else if fresh || line.starts_with("~ ") {
            let text = line.trim_start_matches("~ ").replace(" / ", "\n\n");
            cases.push(Case {
                name,
                text,
                wanted: Vec::new(),
            });
            fresh = false;
        } else if let Some(case) = cases.last_mut() {
            case.wanted.push(line);
        }
    }
    cases
}

/// The parts of a report that are no prose, as a case writes them.
fn parts(report: &Report, text: &str) -> Vec<String> {
    (report.blocks.iter())
        .filter(|block| block.kind != BlockKind::Prose)
        .map(|block| format!("{}: {}", block.kind, block.span.of(text)))
        .collect()
}

#[test]
fn what_is_no_prose_is_told() {
    let analyzer = Analyzer::embedded().expect("the weights are in the crate");
    let cases = cases(include_str!("blocks.cases"));
    assert!(cases.len() >= 120, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let report = analyzer
            .analyze(&case.text, &Options::default())
            .expect("English, and short");
        let (dates, wanted): (Vec<&str>, Vec<&str>) =
            (case.wanted.iter()).partition(|line| line.starts_with("date="));
        let found = parts(&report, &case.text);
        if found != wanted && !(found.is_empty() && wanted == ["prose"]) {
            wrong.push(format!("{}: {:?}\n    {found:?}", case.name, case.text));
        }
        let date = report.date.clone().unwrap_or_default();
        if dates.first().is_some_and(|wanted| wanted[5..] != date) {
            wrong.push(format!("{}: {:?}\n    date={date}", case.name, case.text));
        }
        wrong.extend(
            beside(&report, &case.text)
                .into_iter()
                .map(|words| format!("{}: {words}", case.name)),
        );
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// What a report says out of what is no prose.
fn beside(report: &Report, text: &str) -> Vec<String> {
    let told = [BlockKind::Prose, BlockKind::Standfirst];
    let silent: Vec<Span> = (report.blocks.iter())
        .filter(|block| !told.contains(&block.kind) && report.title != Some(block.span))
        .map(|block| block.span)
        .collect();
    let facts = report.facts.iter().map(|fact| ("a fact", fact.trigger));
    let lines = (report.summary.lines.iter()).map(|line| ("a line", line.extent()));
    let contents =
        (report.statements.iter()).filter_map(|it| Some(("a statement", *it.content.first()?)));
    facts
        .chain(lines)
        .chain(contents)
        .filter(|(_, span)| silent.iter().any(|part| part.overlaps(*span)))
        .map(|(what, span)| format!("{what} of {:?}", span.of(text)))
        .collect()
}
