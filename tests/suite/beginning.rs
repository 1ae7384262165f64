//! The beginning of a long text, analysed before the rest: whole paragraphs, entities and nothing else.

use nutgraf::Analyzer;
use nutgraf::Report;
use nutgraf::analyzer::{Foreign, Options};
use nutgraf::verify::verify;

const SEED: &str = include_str!("../../seeds/000_09ffe61ff0e0225a.txt");
const ENGLISH: Options = Options {
    date: None,
    tokens: nutgraf::analyzer::Tokens::Omit,
    foreign: Foreign::Refuse,
};

/// The beginning's report, if there is one, after what holds of every such report.
fn check(name: &str, text: &str, options: &Options) -> Option<Report> {
    let analyzer = Analyzer::embedded().expect("the weights load");
    let report = analyzer.analyze_beginning(text, options)?;
    let beginning = &text[..report.length];
    assert!(
        (3_000..=6_000).contains(&beginning.len()),
        "{name}: {} bytes",
        beginning.len()
    );
    assert_eq!(
        report.paragraphs.last().map(|last| last.end),
        Some(report.length),
        "{name}: it ends with a paragraph"
    );
    assert!(
        report.statements.is_empty() && report.facts.is_empty(),
        "{name}"
    );
    assert_eq!(report.summary, Default::default(), "{name}");
    assert_eq!(verify(&report, beginning), [], "{name}");
    Some(report)
}

fn long(article: &str) -> String {
    [article.trim_end(); 10].join("\n\n")
}

#[test]
fn the_first_paragraphs_of_a_long_text_have_the_entities_that_they_have_alone() {
    let text = long(SEED);
    let report = check("seed", &text, &ENGLISH).expect("it is long");
    let analyzer = Analyzer::embedded().expect("the weights load");
    let alone = analyzer
        .analyze(&text[..report.length], &ENGLISH)
        .expect("English");
    assert!(report.entities.len() > 10);
    assert_eq!(report.entities, alone.entities);
    assert_eq!(report.paragraphs, alone.paragraphs);
    assert_eq!((report.title, report.date), (alone.title, alone.date));
}

#[test]
fn characters_of_many_bytes_are_cut_between() {
    let pictured = SEED.replace(' ', " 👩‍👩‍👧‍👦🇨🇭é ");
    for lead in ["", "a", "ab", "abc"] {
        let text = long(&format!("{lead}{pictured}"));
        let options = Options {
            foreign: Foreign::Force,
            ..ENGLISH
        };
        check(lead, &text, &options);
    }
}

#[test]
fn what_is_soon_read_or_cannot_be_cut_has_no_beginning() {
    let sentence = "A storm killed at least 12 people in Lisbon on Monday, the mayor said. ";
    let german = "Bei einem Luftangriff auf die Stadt sind am Mittwoch nach Angaben der Armee viele Kämpfer getötet worden.\n\n";
    for (name, text) in [
        ("nothing", String::new()),
        ("short", SEED.to_owned()),
        ("one paragraph", sentence.repeat(1_000)),
        (
            "a long second paragraph",
            format!("{sentence}\n\n{}", sentence.repeat(1_000)),
        ),
        ("another language", german.repeat(1_000)),
        ("white space", " \n\n".repeat(20_000)),
        (
            "more than is read",
            format!("{sentence}\n\n").repeat(150_000),
        ),
    ] {
        assert!(check(name, &text, &ENGLISH).is_none(), "{name}");
    }
    let dated = Options {
        date: Some("2015-02-29".to_owned()),
        ..ENGLISH
    };
    assert!(check("no date", &long(SEED), &dated).is_none());
}
