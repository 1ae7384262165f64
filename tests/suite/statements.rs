//! Who says what: the smallest text for each form of quotation and reported speech, each with a near-miss.

mod clauses;
mod cues;
mod quotations;
mod sources;

use std::iter::successors;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use nutgraf::Span;
use nutgraf::analyzer::{Analyzer, Foreign, Options};
use nutgraf::document::Document;
use nutgraf::report::{Report, Statement};
use nutgraf::segment::segment;
use nutgraf::statement::attribute;

fn analyze(text: &str) -> Report {
    static ANALYZER: OnceLock<Analyzer> = OnceLock::new();
    let options = Options {
        foreign: Foreign::Force,
        ..Options::default()
    };
    ANALYZER
        .get_or_init(|| Analyzer::embedded().expect("the embedded weights load"))
        .analyze(text, &options)
        .expect("a short text is analysed")
}

/// One statement in a line: mode (or `stance`), source, cue, content; `> ` before what another statement quotes.
fn line(text: &str, statements: &[Statement], statement: &Statement) -> String {
    let depth = successors(statement.within, |id| statements[id.0].within).count();
    let mode = if !statement.claims() {
        "stance"
    } else {
        statement.mode.name()
    };
    let source = statement.source.as_ref().map_or("-".to_owned(), |source| {
        let nameless = if source.anonymous { " (nameless)" } else { "" };
        format!("{}{nameless}", source.span.of(text))
    });
    let content: Vec<&str> = statement.content.iter().map(|span| span.of(text)).collect();
    format!(
        "{}{mode} | {source} | {} | {}",
        "> ".repeat(depth),
        statement.cue.map_or("-", |cue| cue.of(text)),
        content.join(" … ")
    )
}

/// Name, text, and all its statements in order.
type Case = (&'static str, &'static str, &'static [&'static str]);

fn check(cases: &[Case]) {
    for &(name, text, expected) in cases {
        let report = analyze(text);
        let found: Vec<String> = (report.statements.iter())
            .map(|statement| line(text, &report.statements, statement))
            .collect();
        assert_eq!(found, expected, "{name}: {text}");
        for statement in &report.statements {
            let spans = (statement.content.iter()).chain(&statement.quotations);
            assert!(
                spans.clone().all(|span| !span.of(text).is_empty()),
                "{name}"
            );
            assert!(statement.content.is_sorted(), "{name}");
        }
    }
}

/// Every attribution of the seed's gold sheet: the words that tell the fact, how they are attributed there, and by whom, nearest
/// first. Where the sheet accepts the author, too, that is noted.
#[test]
fn seed_article_has_every_attribution_of_its_gold_sheet() {
    let text = include_str!("../../seeds/000_09ffe61ff0e0225a.txt");
    let report = analyze(text);
    let author: &[&str] = &[];
    let cases: [(&str, &str, &[&str]); 30] = [
        ("Kills 100", "author", author),
        (
            "air strikes on Wednesday",
            "paraphrase",
            &["the coalition’s statement"],
        ),
        (
            "killing more than 100",
            "paraphrase",
            &["the coalition’s statement"],
        ),
        ("motivated by", "paraphrase", &["The statement"]),
        ("attack” that", "mixed", &["The statement"]),
        ("working with", "paraphrase", &["The statement"]),
        (
            "carried out by",
            "according_to",
            &["a U.S. military official"],
        ),
        (
            "used artillery",
            "according_to",
            &["a U.S. military official"],
        ),
        ("maneuvered", "direct", &["the official"]),
        ("attack on Syrian", "direct", &["the official"]),
        ("landed within", "mixed", &["He"]),
        ("targeted the aggressors", "mixed", &["He"]),
        ("killed while", "direct", &["the official"]),
        ("engaging (", "direct", &["the official"]),
        ("action was taken", "direct", &["the official"]),
        ("target pro-government", "paraphrase", &["the official"]),
        ("returned across", "paraphrase", &["the official"]),
        ("killed or injured", "author", author),
        ("injured in the engagement", "author", author),
        ("seize territory", "paraphrase", &["The official"]),
        ("liberated from", "paraphrase", &["The official"]),
        ("source of revenue", "mixed", &["The official"]),
        ("looking into", "paraphrase", &["Another official"]),
        ("involved, even", "paraphrase", &["Another official"]),
        ("operating in", "paraphrase", &["Another official"]),
        ("fired on", "paraphrase", &["he"]),
        ("speculate on", "mixed", &["the US military official"]),
        (
            "conducted the attack",
            "mixed",
            &["the US military official"],
        ),
        ("ruled out", "author", author),
        ("involved as well", "author", author),
    ];
    for (words, mode, sources) in cases {
        let start = text.find(words).expect("the words are in the seed article");
        let (found_mode, chain) = told_by(&report, text, start);
        assert_eq!((found_mode, chain.as_slice()), (mode, sources), "{words}");
    }
}

/// How the word at byte `at` is attributed, and the chain of its sources.
fn told_by<'t>(report: &Report, text: &'t str, at: usize) -> (&'static str, Vec<&'t str>) {
    let holds = |spans: &[Span]| spans.iter().any(|span| span.start <= at && at < span.end);
    let nearest = (report.statements.iter())
        .filter(|statement| statement.claims())
        .filter(|statement| holds(&statement.content))
        .min_by_key(|statement| {
            statement
                .content
                .iter()
                .map(|span| span.len())
                .sum::<usize>()
        });
    let Some(nearest) = nearest else {
        return ("author", Vec::new());
    };
    let mode = match nearest.mode.name() {
        "mixed" if !holds(&nearest.quotations) => "paraphrase",
        mode => mode,
    };
    let chain = successors(Some(nearest), |statement| {
        statement.within.map(|id| &report.statements[id.0])
    });
    let sources = chain.filter_map(|statement| Some(statement.source.as_ref()?.span.of(text)));
    (mode, sources.collect())
}

/// A document whose every token is a tree of its own: what the marks alone cost.
fn unparsed(text: &str) -> Document<'_> {
    let mut document = segment(text);
    for i in 0..document.len() {
        document.tokens[i].head = i;
    }
    document.sentences = document.paragraphs.clone();
    document.index_children();
    document
}

/// Each is a paragraph a hundred thousand marks long, or as many paragraphs.
#[test]
fn marks_by_the_hundred_thousand_are_paired_and_take_no_minutes() {
    // With a loop over all marks for every mark, each of these would take minutes; they take less than a second.
    const LIMIT: Duration = Duration::from_secs(30);
    for pattern in [
        "\"a\" ",
        "“a ",
        "” ",
        "' ",
        "a' ",
        "'a ",
        "‘a ",
        "“a” said b. ",
        "“a ‘b ",
        "a: “b”\n\n",
        "“a\n\n",
        "“A b c d.” e, ",
    ] {
        let text = pattern.repeat(100_000);
        let document = unparsed(&text);
        let start = Instant::now();
        let statements = attribute(&document, &[]);
        assert!(
            start.elapsed() < LIMIT,
            "{pattern:?}: {:?}",
            start.elapsed()
        );
        let said = statements
            .iter()
            .flat_map(|it| it.content.iter().chain(&it.quotations));
        for span in said {
            assert!(
                span.start < span.end && span.end <= text.len(),
                "{pattern:?}: {span:?}"
            );
            let words = span.of(&text);
            assert!(
                words.contains(char::is_alphabetic),
                "{pattern:?}: {words:?}"
            );
        }
    }
}
