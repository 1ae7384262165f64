//! A text that a reader cannot tell from another is understood the same: ten disguises of each article.

use std::path::Path;

use nutgraf::analyzer::{Analyzer, Options};
use nutgraf::lexicon::COMPOSITIONS;
use nutgraf::report::Report;
use nutgraf::text::{Span, is_invisible};
use nutgraf::verify::verify;

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = (self.0)
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Every character of a text by a rule.
fn each(text: &str, rule: impl FnMut(char) -> String) -> String {
    text.chars().map(rule).collect()
}

fn spaces(text: &str, others: &[&str], dice: &mut Dice) -> String {
    each(text, |c| match c {
        ' ' => others[dice.throw(others.len() as u64) as usize].to_owned(),
        c => c.to_string(),
    })
}

fn wrapped(text: &str) -> String {
    const WIDTH: usize = 72;
    let wrap = |paragraph: &str| {
        let mut lines = vec![String::new()];
        for word in paragraph.split(' ') {
            let last = lines.last_mut().expect("there is one");
            if last.is_empty() {
                last.push_str(word);
            } else if last.chars().count() + 1 + word.chars().count() <= WIDTH {
                last.push(' ');
                last.push_str(word);
            } else {
                lines.push(word.to_owned());
            }
        }
        lines.join("\n")
    };
    let paragraphs: Vec<String> = text.split("\n\n").map(wrap).collect();
    paragraphs.join("\n\n")
}

fn straight(text: &str) -> String {
    text.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}

fn decomposed(text: &str) -> String {
    each(text, |c| {
        let found = (COMPOSITIONS.iter()).find(|(_, whole)| !c.is_ascii() && whole.starts_with(c));
        found.map_or(c.to_string(), |(pair, _)| pair.to_owned())
    })
}

fn disguises(text: &str, dice: &mut Dice) -> Vec<(&'static str, String)> {
    let full = |c: char| match c.to_digit(10) {
        Some(digit) => char::from_u32(0xff10 + digit).unwrap_or(c).to_string(),
        None => c.to_string(),
    };
    vec![
        ("wrapped", wrapped(text)),
        ("no_break", spaces(text, &["\u{a0}", " ", "\u{202f}"], dice)),
        ("tabs", spaces(text, &["\t", "  ", " "], dice)),
        ("crlf", text.replace('\n', "\r\n")),
        ("straight", straight(text)),
        ("csv", straight(text).replace('"', "\"\"")),
        ("full_width", each(text, full)),
        ("decomposed", decomposed(text)),
        ("soft_hyphens", {
            let mut before = ' ';
            each(text, |c| {
                let inside = before.is_alphabetic() && c.is_alphabetic() && dice.throw(3) == 0;
                before = c;
                if inside {
                    format!("\u{ad}{c}")
                } else {
                    c.to_string()
                }
            })
        }),
        ("no_width", {
            let marks = ["", "", "\u{200b}", "\u{200e}", "\u{2060}", "\u{feff}"];
            each(text, |c| {
                format!("{}{c}", marks[dice.throw(marks.len() as u64) as usize])
            })
        }),
    ]
}

/// Words with their disguise undone.
fn bare(words: &str) -> String {
    let mut seen = String::new();
    for c in words.chars().filter(|&c| !is_invisible(c)) {
        let c = match c {
            '\u{ff10}'..='\u{ff19}' => char::from_u32(c as u32 - 0xff10 + 0x30).unwrap_or(c),
            c => c,
        };
        let pair: String = seen.chars().last().into_iter().chain([c]).collect();
        match COMPOSITIONS.get(&pair) {
            Some(whole) => {
                seen.pop();
                seen.push_str(whole);
            }
            None => seen.push(c),
        }
    }
    let words: Vec<&str> = seen.split_whitespace().collect();
    straight(&words.join(" ")).replace("\"\"", "\"")
}

/// All that a report says, in words.
fn told(report: &Report, text: &str) -> Vec<String> {
    let of = |span: Span| bare(span.of(text));
    let all = |spans: &[Span]| spans.iter().map(|&span| of(span)).collect::<Vec<_>>();
    let mut told: Vec<String> = (report.blocks.iter())
        .map(|block| format!("{} {}", block.kind, of(block.span)))
        .collect();
    told.extend(all(&report.sentences));
    for entity in &report.entities {
        told.push(format!(
            "{} {} {:?}",
            entity.kind,
            bare(&entity.name),
            entity.value
        ));
        told.extend((entity.mentions.iter()).map(|it| format!("{} {}", it.level, of(it.span))));
    }
    for it in &report.statements {
        let source = it.source.as_ref().map(|source| of(source.span));
        told.push(format!(
            "{} {source:?} {:?} {:?}",
            it.mode,
            all(&it.content),
            all(&it.quotations)
        ));
    }
    for fact in &report.facts {
        let roles = fact
            .roles
            .iter()
            .map(|role| format!("{}={}", role.role, of(role.span)));
        let roles: Vec<String> = roles.collect();
        let values = fact
            .counts
            .iter()
            .map(|count| (count.value, of(count.span)));
        let values: Vec<_> = values.collect();
        told.push(format!(
            "{} {} {roles:?} {values:?} {} {} {} {:?}",
            fact.kind,
            of(fact.trigger),
            fact.polarity,
            fact.certainty,
            fact.modality,
            fact.time
        ));
    }
    told.extend(report.summary.lines.iter().map(|line| bare(&line.text)));
    told.push(format!("{:?}", report.summary.points));
    told.extend((report.summary.questions.iter().flatten()).map(|it| bare(&it.text)));
    told
}

#[test]
fn disguised_articles_say_the_same() {
    let analyzer = Analyzer::embedded().expect("the weights are in the crate");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut dice = Dice(14);
    let mut wrong = Vec::new();
    let mut articles: Vec<_> = (std::fs::read_dir(folder).expect("it is there").flatten())
        .map(|entry| entry.path().join("text.txt"))
        .filter(|path| path.exists())
        .collect();
    articles.sort();
    for path in articles {
        let plain = std::fs::read_to_string(&path).expect("a text");
        let read = |text: &str| {
            let report = analyzer
                .analyze(text, &Options::default())
                .expect("English");
            assert_eq!(verify(&report, text), [], "{}", path.display());
            told(&report, text)
        };
        let wanted = read(&plain);
        for (name, text) in disguises(&plain, &mut dice) {
            let found = read(&text);
            let differs = (wanted.iter().zip(&found)).find(|(wanted, found)| wanted != found);
            if differs.is_some() || wanted.len() != found.len() {
                wrong.push(format!("{name} of {}: {differs:?}", path.display()));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
