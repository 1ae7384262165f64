//! What the engine says of the project's own articles is what was last read and blessed.
//! `BLESS=1 cargo test --test articles` writes it anew; `tests/web/` compares the module's reports with the same files.

mod golden;

use std::path::Path;

use golden::{ARTICLES, report_of};
use nutgraf::Analyzer;

#[test]
fn reports_are_as_blessed() {
    let analyzer = Analyzer::embedded().expect("the weights load");
    let mut changed = Vec::new();
    for article in ARTICLES {
        let report = report_of(&analyzer, article.text);
        if report == article.report {
            continue;
        }
        if std::env::var_os("BLESS").is_some() {
            let file = folder().join(article.slug).join("report.json");
            std::fs::write(&file, report).expect("the report is written");
        } else {
            changed.push(format!(
                "{}: {}",
                article.slug,
                first_difference(article.report, &report)
            ));
        }
    }
    assert!(
        changed.is_empty(),
        "\nreports have changed; read the change, then BLESS=1 cargo test --test articles\n{}",
        changed.join("\n")
    );
}

#[test]
fn every_article_is_in_the_table() {
    let mut slugs: Vec<String> = std::fs::read_dir(folder())
        .expect("the folder reads")
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    slugs.sort();
    let known: Vec<&str> = ARTICLES.iter().map(|article| article.slug).collect();
    assert_eq!(slugs, known);
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")
}

fn first_difference(blessed: &str, now: &str) -> String {
    let mut lines = blessed.lines().zip(now.lines()).enumerate();
    match lines.find(|(_, (a, b))| a != b) {
        Some((i, (was, is))) => format!("line {}\n  was {was}\n  is  {is}", i + 1),
        None => "one is longer".to_owned(),
    }
}
