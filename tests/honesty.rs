//! The law over all of the project's articles: every word that is shown is the article's, nothing that has to be said is left out,
//! no line is there twice, and what does not hold is named.

mod law;

use std::path::{Path, PathBuf};

use nutgraf::analyzer::{Analyzer, Foreign, Options};
use nutgraf::report::{LineIndex, Part as LinePart, PartKind, Report};
use nutgraf::text::{Unit, sha256_hex};
use nutgraf::verify::{Fault, Part, stale_facts, verify};
use nutgraf::{Span, wire};

fn articles() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Others too, by hand: the same must hold for them.
    let more = std::env::var("NUTGRAF_ARTICLES").ok();
    let mut files: Vec<PathBuf> = ["seeds", "tests/articles"]
        .into_iter()
        .chain(more.as_deref())
        .flat_map(|folder| std::fs::read_dir(root.join(folder)).expect("the folder is there"))
        .map(|entry| entry.expect("readable").path())
        .map(|path| match path.is_dir() {
            true => path.join("text.txt"),
            false => path,
        })
        .filter(|path| path.extension().is_some_and(|it| it == "txt") && path.exists())
        .collect();
    files.sort();
    assert!(files.len() >= 14, "{files:?}");
    files
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("UTF-8");
            (path.display().to_string(), text)
        })
        .collect()
}

fn reports() -> Vec<(String, String, Report)> {
    analysed(articles())
}

fn analysed(articles: Vec<(String, String)>) -> Vec<(String, String, Report)> {
    let analyzer = Analyzer::embedded().expect("the weights are good");
    let options = Options {
        foreign: Foreign::Force,
        ..Options::default()
    };
    articles
        .into_iter()
        .map(|(name, text)| {
            let report = analyzer
                .analyze(&text, &options)
                .expect("short, and forced");
            (name, text, report)
        })
        .collect()
}

fn seed() -> (String, String, Report) {
    let mut all = articles();
    all.retain(|(name, _)| name.contains("/seeds/"));
    analysed(all).pop().expect("the seed article")
}

#[test]
fn every_report_proves_itself() {
    for (name, text, report) in reports() {
        let findings: Vec<String> = verify(&report, &text)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(findings.is_empty(), "{name}: {findings:#?}");
    }
}

#[test]
fn every_summary_keeps_the_law() {
    for (name, text, report) in reports() {
        let breaches = law::breaches(&text, &report);
        assert!(breaches.is_empty(), "{name}: {breaches:#?}");
    }
}

#[test]
fn every_article_has_a_main_line_and_points() {
    for (name, _, report) in reports() {
        let summary = &report.summary;
        assert!(summary.main.is_some(), "{name}");
        assert!(summary.points.len() >= 4, "{name}");
    }
}

/// Marks of the interface in the text of a line.
const MARKS: [char; 4] = ['[', ']', '…', '—'];

#[test]
fn every_word_of_a_line_is_the_articles() {
    for (name, text, report) in reports() {
        for line in &report.summary.lines {
            let words = line.text.split_whitespace();
            let words = words.map(|word| word.trim_matches(MARKS));
            for word in words.filter(|word| !word.is_empty()) {
                let known = word.split(MARKS).all(|piece| text.contains(piece));
                assert!(known, "{name}: “{word}” in “{}”", line.text);
            }
        }
    }
}

#[test]
fn an_edited_text_makes_its_facts_stale_and_no_others() {
    let (_, text, report) = seed();
    let edited = text.replacen("100", "900", 1);
    assert_eq!(edited.len(), text.len());
    let findings = verify(&report, &edited);
    assert_eq!(findings[0].part, Part::Text);
    let stale = stale_facts(&findings);
    for (i, fact) in report.facts.iter().enumerate() {
        let touched = fact
            .evidence
            .iter()
            .any(|span| span.of(&text) != span.of(&edited));
        assert_eq!(stale.iter().any(|id| id.0 == i), touched, "f{}", i + 1);
    }
    assert!(stale.len() < report.facts.len());
}

#[test]
fn a_report_read_back_is_the_same_report() {
    for (name, text, report) in reports() {
        for unit in Unit::ALL {
            let written = wire::write(&report, &text, unit);
            let json = serde_json::to_string(&written).expect("plain data");
            let again: wire::Report = serde_json::from_str(&json).expect("a report");
            let read = wire::read(&again, &text).expect("a good report");
            assert!(verify(&read, &text).is_empty(), "{name}");
            assert_eq!(
                serde_json::to_string(&wire::write(&read, &text, unit)).expect("plain data"),
                json,
                "{name}"
            );
        }
    }
}

#[test]
fn forgeries_are_named() {
    let (_, text, good) = seed();
    let faults = |forge: &dyn Fn(&mut Report)| -> Vec<Fault> {
        let mut report = good.clone();
        forge(&mut report);
        let findings = verify(&report, &text).into_iter();
        findings.map(|finding| finding.fault).collect()
    };
    let found = |what: &str, forge: &dyn Fn(&mut Report), of: fn(&Fault) -> bool| {
        let faults = faults(forge);
        assert!(faults.iter().any(of), "{what}: {faults:?}");
    };
    let words = |fault: &Fault| matches!(fault, Fault::Words(..));
    let changed = |fault: &Fault| matches!(fault, Fault::Changed);
    found(
        "words put in",
        &|it| it.summary.lines[0].text.push_str(" secretly"),
        words,
    );
    found(
        "words turned round",
        &|it| it.summary.lines[0].text.insert(9, '\u{202e}'),
        words,
    );
    found(
        "figures changed",
        &|it| {
            let told = &mut it.summary.lines[0].text;
            *told = told.replace("100", "900");
        },
        words,
    );
    found(
        "another answer",
        &|it| {
            let answer = it.summary.questions.iter_mut().flatten().next();
            answer.expect("an answer").text = "Nobody".to_owned();
        },
        words,
    );
    found(
        "words left out unseen",
        &|it| {
            let line = &mut it.summary.lines[0];
            let span = line.parts[0].span;
            let (start, end) = (span.start + 8, span.end - 8);
            let cut = [Span::new(span.start, start), Span::new(end, span.end)];
            let kind = PartKind::Words;
            line.parts = cut
                .map(|span| LinePart {
                    kind,
                    span: span.trim(&text),
                })
                .to_vec();
            line.text = nutgraf::report::Line::join(&line.parts, &text);
        },
        |fault| matches!(fault, Fault::Gap(_)),
    );
    let cut = |fault: &Fault| matches!(fault, Fault::Cut(_));
    for (what, start, end) in [
        ("a word cut at its start", 2, 0),
        ("a word cut at its end", 0, 3),
    ] {
        let forge = |it: &mut Report| {
            let part = &mut it.summary.lines[0].parts[0].span;
            *part = Span::new(part.start + start, part.end - end);
        };
        found(what, &forge, cut);
    }
    found(
        "a line twice",
        &|it| {
            let line = it.summary.lines[0].clone();
            it.summary.lines.insert(0, line);
        },
        |fault| matches!(fault, Fault::Twice(_)),
    );
    found(
        "points turned round",
        &|it| it.summary.points.reverse(),
        |fault| matches!(fault, Fault::Order),
    );
    found(
        "another line for a fact",
        &|it| {
            let last = LineIndex(it.summary.lines.len() - 1);
            it.facts[0].line = Some(last);
        },
        |fault| matches!(fault, Fault::Untold(_)),
    );
    found(
        "another text",
        &|it| it.text_hash = sha256_hex("another"),
        changed,
    );
    found("a longer text", &|it| it.length += 1, changed);
    let beyond = Span::new(text.len(), text.len() + 9);
    found(
        "words beyond the text",
        &|it| it.facts[0].trigger = beyond,
        |fault| matches!(fault, Fault::Span(..)),
    );
    found(
        "nobody's claim",
        &|it| it.facts[0].claims.clear(),
        |fault| matches!(fault, Fault::Unclaimed),
    );
    found(
        "a changed sentence",
        &|it| it.digests[1] = "0".repeat(16),
        |fault| matches!(fault, Fault::Stale(_)),
    );
}

/// A line that leaves out what has to be said, however well its parts stand.
#[test]
fn what_has_to_be_said_is_missed() {
    let analyzer = Analyzer::embedded().expect("the weights are good");
    for (text, words, missed) in [
        (
            "The minister said on Monday that the army did not fire on the crowd at the station.",
            "not",
            "a negation",
        ),
        (
            "The minister said on Monday that the guards can’t leave the station.",
            "can’t",
            "a negation",
        ),
        (
            "The army reportedly bombed the station on Monday and killed two men.",
            "reportedly",
            "a hedge",
        ),
        (
            "A bomb killed more than 100 men in the town of Lund on Monday.",
            "100",
            "a number",
        ),
        (
            "Two men were killed at the station on Monday, police said.",
            ", police said",
            "a source",
        ),
        (
            "Ana Ruiz, head of the port, said the bridge was closed on Monday.",
            ", head of the port,",
            "a speaker's role",
        ),
        (
            "Police said two men were killed at the station on Monday.",
            "Police said",
            "a source",
        ),
    ] {
        let report = analyzer.analyze(text, &Options::default());
        let mut report = report.expect("English, and short");
        assert_eq!(verify(&report, text), [], "{text}");
        let line = report.summary.lines.first_mut().expect("a line");
        let part = line.parts.first_mut().expect("a part");
        let whole = part.span;
        let start = text.find(words).expect("in the text");
        let out = Span::new(start, start + words.len());
        let pieces = [
            (
                PartKind::Words,
                Span::new(whole.start, out.start.max(whole.start)),
            ),
            (PartKind::Omission, out),
            (PartKind::Words, Span::new(out.end, whole.end)),
        ];
        let pieces = pieces.map(|(kind, span)| LinePart {
            kind,
            span: span.trim(text),
        });
        line.parts = pieces
            .into_iter()
            .filter(|it| !it.span.is_empty())
            .collect();
        line.text = nutgraf::report::Line::join(&line.parts, text);
        let findings = verify(&report, text).into_iter();
        let faults: Vec<Fault> = findings.map(|it| it.fault).collect();
        let named = |fault: &Fault| matches!(fault, Fault::Hidden(what, _) if *what == missed);
        assert!(faults.iter().any(named), "{text}: {faults:?}");
    }
}
