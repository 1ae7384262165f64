//! The fact summary as HTML for a page: well-formed and safe whatever the text says, and its links lead to its words.

use nutgraf::export::fragment::{Article, fragment};
use nutgraf::report::{
    Answer, FactId, KeyNumber, Line, LineIndex, Part, PartKind, Summary, Unsettled, Unsettling,
};
use nutgraf::{Analyzer, Report, Span, analyzer::Options};

const SEED: &str = include_str!("../../seeds/000_09ffe61ff0e0225a.txt");

fn seed() -> Report {
    let analyzer = Analyzer::embedded().expect("the weights load");
    let report = analyzer.analyze(SEED.trim_end(), &Options::default());
    report.expect("English")
}

/// Names of elements, attributes with their values unescaped, and words, in their order; fails where an element is not closed.
fn parse(html: &str) -> (Vec<String>, Vec<(String, String)>, String) {
    let (mut names, mut open, mut words) = (Vec::new(), Vec::new(), String::new());
    let mut attributes = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        let (tag, more) = rest[at + 1..].split_once('>').expect("a tag ends");
        rest = more;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "nested in {html}");
            continue;
        }
        let (name, mut given) = tag.split_once(' ').unwrap_or((tag, ""));
        while let Some((attribute, value)) = given.split_once("=\"") {
            let (value, more) = value.split_once('"').expect("a value ends");
            attributes.push((attribute.trim().to_owned(), unescaped(value)));
            given = more;
        }
        assert_eq!(given.trim(), "", "<{tag}>");
        open.push(name);
        names.push(name.to_owned());
    }
    assert!(open.is_empty(), "closed: {open:?}");
    words.push_str(rest);
    (names, attributes, unescaped(&words))
}

fn unescaped(words: &str) -> String {
    let marks = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#13;", "\r"),
        ("&amp;", "&"),
    ];
    let replace = |words: String, (mark, letter): &(&str, &str)| words.replace(mark, letter);
    marks.iter().fold(words.to_owned(), replace)
}

#[test]
fn every_link_leads_to_a_paragraph_and_names_its_words() {
    let html = fragment(SEED.trim_end(), &seed(), Article::Within);
    let (names, attributes, words) = parse(&html);
    let of = |name: &str| -> Vec<&str> {
        let named = attributes.iter().filter(|(attribute, _)| attribute == name);
        named.map(|(_, value)| value.as_str()).collect()
    };
    assert_eq!(names[..3], ["nut-graf", "h2", "p"]);
    assert_eq!(of("for")[0], of("id")[0], "the element finds the article");
    assert!(of("href").len() > 5, "{html}");
    for link in of("href") {
        let (paragraph, named) = link[1..].split_once(":~:text=").unwrap_or((&link[1..], ""));
        assert!(of("id").contains(&paragraph), "{link}");
        assert!(!named.contains([' ', '"', '#', '&', '<']), "{link}");
    }
    for paragraph in SEED.trim_end().split("\n\n") {
        assert!(words.contains(paragraph), "{paragraph}");
    }
}

/// A headline and two sentences; the second is cut and has an insert and a source.
const SHORT: &str =
    "Fire in Köln\n\nAna Ruiz spoke on Monday. But she denied it all.\n\nHe said so.";

fn short(text: &str) -> Report {
    let part = |kind, start, end| Part {
        kind,
        span: Span::new(start, end),
    };
    let line = |parts: Vec<Part>| Line {
        text: Line::join(&parts, text),
        parts,
        ..Line::default()
    };
    let lines = vec![
        line(vec![part(PartKind::Words, 15, 40)]),
        line(vec![
            part(PartKind::Omission, 41, 44),
            part(PartKind::Words, 45, 48),
            part(PartKind::Insert, 15, 23),
            part(PartKind::Words, 49, 63),
            part(PartKind::Source, 65, 67),
        ]),
    ];
    let mut questions = [const { None }; 6];
    questions[3] = Some(Answer {
        span: Span::new(8, 13),
        text: text[8..13].to_owned(),
        fact: None,
    });
    Report {
        text_hash: "0123456789abcdef".to_owned(),
        title: Some(Span::new(0, 13)),
        paragraphs: vec![Span::new(0, 13), Span::new(15, 63), Span::new(65, 76)],
        sentences: vec![
            Span::new(0, 13),
            Span::new(15, 40),
            Span::new(41, 63),
            Span::new(65, 76),
        ],
        summary: Summary {
            lines,
            main: Some(LineIndex(0)),
            points: vec![LineIndex(0), LineIndex(1)],
            questions,
            ..Summary::default()
        },
        ..Report::default()
    }
}

#[test]
fn parts_of_a_line_are_elements_and_links_name_what_is_beside() {
    let html = fragment(SHORT, &short(SHORT), Article::InPage("the story")) + "\n";
    assert_eq!(html, include_str!("../e2e/fixtures/short.fragment.html"));
}

#[test]
fn no_word_of_a_text_and_no_id_is_markup() {
    let host = "\"><script>alert(1)</script>";
    for hostile in [
        "</p><img src=x onerror=alert(1)>\"'&",
        "<!-- ]]> -->",
        "\0\u{202e}🇨🇭",
        "\r\n\r\n",
    ] {
        // The hostile words in place of as many bytes of the short text, at every place.
        for at in (0..SHORT.len()).filter(|&at| SHORT.is_char_boundary(at)) {
            let mut text = SHORT.to_owned();
            let end = (at + hostile.len()..=SHORT.len()).find(|&end| SHORT.is_char_boundary(end));
            let Some(end) = end else { continue };
            text.replace_range(
                at..end,
                &(hostile.to_owned() + &"_".repeat(end - at - hostile.len())),
            );
            let mut report = short(SHORT);
            report.text_hash = host.to_owned();
            for article in [Article::Within, Article::InPage(host)] {
                let (names, attributes, _) = parse(&fragment(&text, &report, article));
                let known = |name: &String| {
                    " nut-graf h2 h3 p a ul li dl dt dd span cite b article "
                        .contains(&format!(" {name} "))
                };
                assert!(names.iter().all(known), "{names:?}");
                let known = |(name, value): &(String, String)| match name.as_str() {
                    "href" => value.starts_with('#'),
                    name => ["lang", "for", "id", "class"].contains(&name),
                };
                assert!(attributes.iter().all(known), "{attributes:?}");
            }
        }
    }
}

/// A report made by somebody else, whose numbers and reasons stand anywhere in the text or beyond it.
#[test]
fn no_number_and_no_reason_of_a_report_is_markup() {
    let text = "<b>Nine</b> men\"><img src=x onerror=alert(1)> fled & hid.\n\n<script>alert(1)</script> He denied it.";
    let analyzer = Analyzer::embedded().expect("the weights load");
    let told = analyzer.analyze("Nine men fled on Monday.", &Options::default());
    let fact = told.expect("English").facts.into_iter().next();
    let fact = fact.expect("they fled");
    let ends: Vec<usize> = (0..=text.len()).step_by(7).collect();
    let spans = (ends.iter()).flat_map(|&start| ends.iter().map(move |&end| (start, end)));
    for (start, end) in spans.filter(|(start, end)| start <= end) {
        let span = Span::new(start, end);
        let mut fact = fact.clone();
        fact.trigger = span;
        fact.roles.iter_mut().for_each(|role| role.span = span);
        let count = fact.counts.first_mut().expect("nine");
        count.span = span;
        let kind = PartKind::Words;
        let line = |start, end| Line {
            parts: vec![Part {
                kind,
                span: Span::new(start, end),
            }],
            facts: vec![FactId(0), FactId(9)],
            ..Line::default()
        };
        let unsettled = |line, fact, why| Unsettled {
            line: LineIndex(line),
            fact: FactId(fact),
            why,
        };
        let number = |fact, count, line| KeyNumber {
            fact: FactId(fact),
            count,
            line: LineIndex(line),
        };
        let report = Report {
            facts: vec![fact],
            paragraphs: vec![Span::new(0, 57), Span::new(59, text.len())],
            summary: Summary {
                lines: vec![line(0, 57), line(59, text.len())],
                unsettled: vec![
                    unsettled(0, 0, Unsettling::Denied),
                    unsettled(1, 0, Unsettling::Alleged),
                    unsettled(1, 9, Unsettling::Disputed),
                    unsettled(9, 9, Unsettling::Planned),
                ],
                numbers: vec![number(0, 0, 0), number(0, 9, 1), number(9, 0, 9)],
                ..Summary::default()
            },
            ..Report::default()
        };
        let html = fragment(text, &report, Article::InPage("story"));
        let (names, _, words) = parse(&html);
        let known = |name: &String| " nut-graf h3 p a ul li span b ".contains(&format!(" {name} "));
        assert!(names.iter().all(known), "{names:?}");
        assert!(words.contains("Denied"), "{words}");
        assert!(words.contains("Numbers"), "{words}");
    }
}

#[test]
fn a_report_of_another_text_and_an_empty_one_break_nothing() {
    for text in ["", "Köln 🇨🇭", &"é".repeat(1500), &SEED[1..]] {
        for article in [Article::Within, Article::InPage("story")] {
            parse(&fragment(text, &seed(), article));
            parse(&fragment(text, &Report::default(), article));
        }
    }
}
