//! The article as HTML: well-formed and safe whatever the text says, and the same text to the letter.

use nutgraf::export::html::article;
use nutgraf::report::{Entity, EntityType, Level, Mention};
use nutgraf::{Report, Span};

/// The reader that the fuzzer has.
#[path = "../../fuzz/src/plain.rs"]
mod plain;

fn report(text: &str, mentions: &[(&str, EntityType, &str)]) -> Report {
    let entity = |&(words, kind, name): &(&str, EntityType, &str)| {
        let start = text.find(words).expect("the words are in the text");
        Entity {
            kind,
            name: name.to_string(),
            aliases: Vec::new(),
            salience: 0.0,
            value: None,
            mentions: vec![Mention {
                span: Span::new(start, start + words.len()),
                level: Level::Named,
                kind: None,
            }],
        }
    };
    let mut start = 0;
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let span = Span::new(start, start + paragraph.len());
        start = span.end + 2;
        span
    });
    Report {
        paragraphs: paragraphs.collect(),
        entities: mentions.iter().map(entity).collect(),
        ..Report::default()
    }
}

fn check(text: &str, mentions: &[(&str, EntityType, &str)], elements: &[&str]) {
    let html = article(text, &report(text, mentions));
    let found: Vec<&str> = (html.split('<').skip(1))
        .filter_map(|tag| {
            tag.split([' ', '>'])
                .next()
                .filter(|name| !name.starts_with('/'))
        })
        .collect();
    assert_eq!(plain::text_of(&html), text.replace('\0', "\u{fffd}"));
    assert_eq!(found, elements, "{html}");
}

#[test]
fn marks_lie_in_each_other() {
    let text = "The 🇺🇸 led coalition struck.";
    let html = article(
        text,
        &report(
            text,
            &[
                ("The 🇺🇸 led coalition", EntityType::Org, "coalition"),
                ("🇺🇸", EntityType::Gpe, "🇺🇸"),
            ],
        ),
    );
    assert_eq!(
        html,
        "<article lang=\"en\"><p>\
         <mark class=\"nut-graf-mark nut-graf-who\" data-type=\"ORG\" data-entity=\"e1\" data-name=\"coalition\" data-level=\"named\" data-height=\"1\">\
         The <mark class=\"nut-graf-mark nut-graf-where\" data-type=\"GPE\" data-entity=\"e2\" data-name=\"🇺🇸\" data-level=\"named\" data-height=\"0\">🇺🇸</mark> led coalition</mark> struck.</p></article>"
    );
}

#[test]
fn crossing_marks_are_split() {
    let text = "abc def ghi";
    let mentions = [
        ("abc def", EntityType::Org, "a"),
        ("def ghi", EntityType::Gpe, "b"),
    ];
    check(text, &mentions, &["article", "p", "mark", "mark", "mark"]);
    assert_eq!(
        article(text, &report(text, &mentions))
            .matches("data-part")
            .count(),
        1
    );
}

#[test]
fn a_mark_ends_with_its_paragraph() {
    let text = "One\n\nTwo";
    check(
        text,
        &[(text, EntityType::Event, "e")],
        &["article", "p", "mark", "p", "mark"],
    );
}

#[test]
fn hostile_text_stays_text() {
    for text in [
        "<script>alert(1)</script>",
        "</p></article><img src=x onerror=alert(1)>",
        "<!-- <![CDATA[ ]]> -->",
        "a\" onmouseover=\"alert(1)",
        "' autofocus onfocus='x",
        "&lt;b&gt; &amp;amp; &#60; &notit;",
        "\0\u{1}\u{fffe}\u{202e}rtl\u{2028}",
        "line\r\nline\rline",
        "",
    ] {
        check(
            text,
            &[],
            &["article", "p"][..if text.is_empty() { 1 } else { 2 }],
        );
        if !text.is_empty() {
            // The same letters as a name, in an attribute.
            check(
                text,
                &[(text, EntityType::Person, text)],
                &["article", "p", "mark"],
            );
        }
    }
}

#[test]
fn a_report_of_another_text_does_no_harm() {
    let long = "A much longer text, with Zürich in it.";
    let mut other = report(long, &[("Zürich", EntityType::Gpe, "Zürich")]);
    for text in ["", "short", "ä".repeat(15).as_str()] {
        let back = plain::text_of(&article(text, &other));
        assert_eq!(back, text);
    }
    other.paragraphs = vec![
        Span::new(4, 9),
        Span::new(2, 6),
        Span::new(9, 9),
        Span::new(9, 400),
    ];
    assert_eq!(plain::text_of(&article(long, &other)), long);
}
