//! The fact summary as HTML for a page: well-formed and safe whatever the text says, its pointers lead to its paragraphs, and
//! it is the one that the tests in browsers compare with the element.

use std::collections::BTreeSet;
use std::path::Path;

use nutgraf::export::fragment::{Article, Style, fragment, style_sheet};
use nutgraf::report::{Entity, EntityType, Level, Mention};
use nutgraf::{Report, Span, wire};

const SEED: &str = include_str!("../../seeds/000_09ffe61ff0e0225a.txt");
/// A report with every kind of thing in it; the pages that browsers are tested on show it too.
const REPORT: &str = include_str!("../e2e/fixtures/seed.report.json");
const FRAGMENT: &str = "tests/e2e/fixtures/seed.fragment.html";

fn read(text: &str, json: &str) -> Report {
    let report: wire::Report = serde_json::from_str(json).expect("a report");
    wire::read(&report, text).expect("a report of this text")
}

fn seed() -> Report {
    read(SEED.trim_end(), REPORT)
}

/// An element as a parser sees it: its name, and its attributes with their values unescaped.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

/// The elements of a fragment, and the words in it; fails where one is not closed, or not among those it may have.
fn parse(html: &str) -> (Vec<Tag>, String) {
    const ELEMENTS: &str = " nut-graf template style link div header h2 h3 h4 p span strong section article slot small b a q ul ol li dl dt dd table thead tbody tr th td caption details summary ";
    let (mut tags, mut open, mut words) = (Vec::new(), Vec::new(), String::new());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "nested in {html}");
            continue;
        }
        let (name, mut given) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(ELEMENTS.contains(&format!(" {name} ")), "<{tag}>");
        let mut attributes = Vec::new();
        while let Some((attribute, value)) = given.split_once("=\"") {
            let (value, more) = value.split_once('"').expect("a value ends");
            attributes.push((attribute.trim().to_owned(), unescaped(value)));
            given = more;
        }
        assert_eq!(given.trim(), "", "<{tag}>");
        if name == "style" {
            rest = rest.split_once("</style>").expect("it ends").1;
        } else if name != "link" {
            open.push(name.to_owned());
        }
        tags.push(Tag {
            name: name.to_owned(),
            attributes,
        });
    }
    assert!(
        open.is_empty() && rest.is_empty(),
        "closed: {open:?} {rest}"
    );
    (tags, unescaped(&words))
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
    marks
        .iter()
        .fold(words.to_owned(), |words, (mark, letter)| {
            words.replace(mark, letter)
        })
}

fn values<'t>(tags: &'t [Tag], attribute: &str) -> Vec<&'t str> {
    let attributes = tags.iter().flat_map(|tag| &tag.attributes);
    let values = attributes.filter(|(name, _)| name == attribute);
    values.map(|(_, value)| value.as_str()).collect()
}

#[test]
fn the_browsers_get_what_is_made_now() {
    let html = fragment(
        SEED.trim_end(),
        &seed(),
        Article::Within,
        Style::At("/still.css"),
    ) + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FRAGMENT);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &html).expect("a file that can be written");
    }
    let blessed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        blessed == html,
        "{FRAGMENT} is another: BLESS=1 cargo test --test suite fragment, and read the diff"
    );
}

#[test]
fn every_pointer_leads_to_a_paragraph_and_names_its_words() {
    let text = SEED.trim_end();
    let (tags, words) = parse(&fragment(text, &seed(), Article::Within, Style::Within));
    let ids: BTreeSet<&str> = values(&tags, "id").into_iter().collect();
    let pointers = values(&tags, "href");
    assert!(pointers.len() > 50, "{}", pointers.len());
    for pointer in pointers {
        let (paragraph, named) = pointer[1..].split_once(":~:text=").expect("both");
        assert!(ids.contains(paragraph), "{pointer}");
        assert!(
            !named.is_empty() && !named.contains([' ', '"', '#', '&']),
            "{pointer}"
        );
    }
    // The article is there, whole.
    for paragraph in text.split("\n\n") {
        assert!(words.contains(paragraph), "{paragraph}");
    }
}

#[test]
fn an_article_of_the_page_is_pointed_at_by_its_words() {
    let (tags, words) = parse(&fragment(
        SEED.trim_end(),
        &seed(),
        Article::InPage("st\"ory"),
        Style::At("/a b.css?x=1&y=\""),
    ));
    assert_eq!(values(&tags, "for"), ["st\"ory"]);
    let pointers = values(&tags, "href");
    assert_eq!(pointers[0], "/a b.css?x=1&y=\"");
    assert!(pointers[1..].iter().all(|it| it.starts_with("#:~:text=")));
    // By the words before it, so that the same words among the facts are not taken for it, and by both of its ends.
    let first = "#:~:text=Forces%20in%20Syria-,The%20U.S.%20led%20coalition%20in,forces%2C%20the%20coalition%E2%80%99s%20statement%20said.";
    assert!(pointers.contains(&first), "{}", pointers[1]);
    assert!(
        !words.contains("He added that around"),
        "the article is not in it"
    );
}

#[test]
fn no_word_of_a_text_is_markup() {
    let name =
        "</template></nut-graf><script>alert(1)</script><img src=x onerror=\"alert('🇨🇭')\"> & Köln";
    let text = format!("{name}\n\n{name} said “{name}”.\r\0\n\n{name}");
    let spans = [
        Span::new(0, name.len()),
        Span::new(name.len() + 2, text.len() - name.len() - 2),
    ];
    let report = Report {
        title: Some(spans[0]),
        paragraphs: vec![
            spans[0],
            spans[1],
            Span::new(text.len() - name.len(), text.len()),
        ],
        sentences: spans.to_vec(),
        text_hash: "\"><script>".to_owned(),
        entities: vec![Entity {
            kind: EntityType::Person,
            name: name.to_owned(),
            aliases: vec![format!("the {name}")],
            salience: 1.0,
            value: None,
            mentions: vec![Mention {
                span: spans[0],
                level: Level::Named,
                kind: None,
            }],
        }],
        ..Report::default()
    };
    let (tags, words) = parse(&fragment(&text, &report, Article::Within, Style::Within));
    assert!(words.matches(name).count() >= 4, "{words}");
    harmless(&tags);
}

/// Fails where an element has an attribute that none may have, or leads out of the page.
fn harmless(tags: &[Tag]) {
    const KNOWN: &str = " id class part href rel lang name role scope tabindex colspan shadowrootmode aria-label aria-labelledby data-n ";
    for tag in tags {
        for (attribute, value) in &tag.attributes {
            let known = KNOWN.contains(&format!(" {attribute} "));
            assert!(known, "{} {attribute}", tag.name);
            assert!(attribute != "href" || value.starts_with('#'), "{value}");
        }
    }
}

/// What a report takes from the text or from whoever made it, as words; all its other strings are of closed lists.
const FREE: [&str; 8] = [
    "text", "name", "aliases", "lemma", "unit", "iso", "time", "via",
];

/// Letters in the place of which the marks of HTML stand: a text made of them has as many bytes, and each of its words is markup.
fn hostile(words: &str) -> String {
    let marks = |c: char| match c {
        'e' => '<',
        'o' => '>',
        'i' => '"',
        'u' => '&',
        'r' => '\'',
        's' => '/',
        other => other,
    };
    words.chars().map(marks).collect()
}

/// Makes every free string in a report hostile, and counts them.
fn poison(value: &mut serde_json::Value, free: bool) -> usize {
    use serde_json::Value;
    match value {
        Value::String(words) if free => {
            *words = hostile(words);
            1
        }
        Value::Array(list) => list.iter_mut().map(|each| poison(each, free)).sum(),
        Value::Object(fields) => (fields.iter_mut())
            .map(|(name, each)| poison(each, FREE.contains(&name.as_str()) && !each.is_object()))
            .sum(),
        _ => 0,
    }
}

#[test]
fn no_word_of_any_part_of_a_report_is_markup() {
    let text = hostile(SEED.trim_end());
    let mut json: serde_json::Value = serde_json::from_str(REPORT).expect("JSON");
    let parts = ["entities", "statements", "facts", "summary"];
    let poisoned: usize = parts
        .iter()
        .map(|part| poison(&mut json[part], false))
        .sum();
    assert!(poisoned > 250, "{poisoned}");
    let report = read(&text, &json.to_string());
    assert!(!report.facts.is_empty() && !report.statements.is_empty());
    assert!(!report.summary.numbers.is_empty() && !report.summary.timeline.is_empty());
    assert!(!report.summary.unconfirmed.is_empty() && !report.summary.actors.is_empty());
    let (tags, words) = parse(&fragment(&text, &report, Article::Within, Style::Within));
    harmless(&tags);
    // The same elements in the same order as of the harmless text, but for those around words that are taken apart; and its words,
    // to the letter.
    let (plain, _) = parse(&fragment(
        SEED.trim_end(),
        &seed(),
        Article::Within,
        Style::Within,
    ));
    let names = |tags: &[Tag]| -> String {
        let names = tags.iter().map(|tag| tag.name.as_str());
        names
            .filter(|name| *name != "span")
            .flat_map(|name| [name, " "])
            .collect()
    };
    assert_eq!(names(&tags), names(&plain));
    let lines = report
        .summary
        .headline
        .iter()
        .chain(&report.summary.unconfirmed);
    let lines = lines.map(nutgraf::report::Line::text);
    for told in lines.chain(text.split("\n\n").map(str::to_owned)) {
        assert!(words.contains(&told), "{told}");
    }
}

#[test]
fn a_report_of_another_text_breaks_nothing() {
    for text in ["", "Köln 🇨🇭", &"é".repeat(1500), &SEED[1..]] {
        parse(&fragment(text, &seed(), Article::Within, Style::Within));
        parse(&fragment(
            text,
            &seed(),
            Article::InPage("story"),
            Style::Within,
        ));
    }
}

#[test]
fn a_silent_text_is_said_to_be_silent() {
    let (_, words) = parse(&fragment(
        "Köln",
        &Report::default(),
        Article::Within,
        Style::Within,
    ));
    assert_eq!(words.matches("not stated").count(), 7, "{words}");
}

#[test]
fn its_looks_are_the_element_s() {
    let sheet = style_sheet();
    for rule in [
        ":host {",
        "@media print {",
        ".lead {",
        ".claims",
        ".time > li",
        "::slotted(p)",
    ] {
        assert!(sheet.contains(rule), "{rule}");
    }
    assert!(
        !sheet.contains(['`', '<'])
            && !sheet.contains("${")
            && sheet.matches('{').count() == sheet.matches('}').count()
    );
}
