//! What two editors marked in the project's own articles (`tests/reading/labels.jsonl`), and what the summary chooses of it.
//!
//! A line of the file is one editor's reading of one article: its sentences in code points, the one that is the news, those that
//! a summary needs, and those that are noise in it. The figures are printed (`cargo test --test reading -- --nocapture`); the
//! floors stand in `tests/budget.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use nutgraf::analyzer::Options;
use nutgraf::report::Report;
use nutgraf::text::{Offsets, Unit};
use nutgraf::{Analyzer, Span};
use serde::Deserialize;

#[derive(Deserialize)]
struct Reading {
    article: String,
    sentences: Vec<(usize, usize)>,
    news: Vec<usize>,
    needed: Vec<usize>,
    noise: Vec<usize>,
}

#[derive(Deserialize)]
struct Budget {
    reading: BTreeMap<String, f64>,
}

/// Right answers out of cases.
#[derive(Default)]
struct Tally {
    right: usize,
    cases: usize,
}

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).expect("the file is there")
}

/// The extents of the main line and of all key points.
fn chosen(report: &Report) -> (Vec<Span>, Vec<Span>) {
    let extent = |it: &nutgraf::report::LineIndex| report.summary.lines[it.0].extent();
    let summary = &report.summary;
    let main = summary.main.iter().map(extent).collect();
    (main, summary.points.iter().map(extent).collect())
}

#[test]
fn the_summary_chooses_what_editors_need() {
    let analyzer = Analyzer::embedded().expect("the weights are good");
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut tally = |name, right| {
        let tally = tallies.entry(name).or_default();
        tally.right += usize::from(right);
        tally.cases += 1;
    };
    let labels = read("tests/reading/labels.jsonl");
    for line in labels.lines() {
        let reading: Reading = serde_json::from_str(line).expect("a reading");
        let text = read(&format!("tests/articles/{}/text.txt", reading.article));
        let offsets = Offsets::new(&text, Unit::Codepoint);
        let marked = |indices: &[usize]| -> Vec<Span> {
            let spans = indices.iter().map(|&i| {
                let (start, end) = reading.sentences[i];
                let byte = |at| offsets.to_byte(at);
                Span::new(byte(start), byte(end))
            });
            spans.collect()
        };
        let report = analyzer.analyze(&text, &Options::default());
        let (main, points) = chosen(&report.expect("English, and short"));
        let touches = |spans: &[Span], span: &Span| spans.iter().any(|it| it.overlaps(*span));
        let news = marked(&reading.news);
        tally("main line", news.iter().any(|it| touches(&main, it)));
        let needed = marked(&reading.needed);
        for sentence in &needed {
            tally("recall", touches(&points, sentence));
        }
        let noise = marked(&reading.noise);
        for point in &points {
            tally("precision", touches(&needed, point));
            tally("no noise", !touches(&noise, point));
        }
    }
    let budget: Budget = toml::from_str(&read("tests/budget.toml")).expect("floors");
    let mut below = Vec::new();
    for (name, tally) in &tallies {
        let percent = 100.0 * tally.right as f64 / tally.cases as f64;
        println!("{name}: {percent:.1} of {}", tally.cases);
        let floor = budget.reading.get(*name);
        if floor.is_none_or(|floor| percent < *floor) {
            below.push(format!("{name}: {percent:.1}, floor {floor:?}"));
        }
    }
    assert_eq!(
        tallies.len(),
        budget.reading.len(),
        "every floor is of something"
    );
    assert!(below.is_empty(), "{below:#?}");
}
