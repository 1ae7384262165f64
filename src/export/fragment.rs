//! The fact summary as plain HTML for any page: it is read without JavaScript and has the page's own looks, and `<nut-graf>`
//! takes it over where its script is loaded.

mod address;

use super::html::escape;
use super::outline::{Outline, Section, Told};
use super::words::Said;
use crate::report::{Line, PartKind, Report};
use crate::text::Span;

/// Digits of the text's digest in the ids of its paragraphs: two fragments in a page do not get in each other's way.
const ID_DIGITS: usize = 8;

/// Where the article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Article<'a> {
    /// In the fragment, after the summary, which points at its paragraphs.
    Within,
    /// In the page, in the element with this id; the summary points at its words, by the addresses that browsers have for words.
    InPage(&'a str),
}

/// A `<nut-graf>` element with the summary in it: headline, main line, key points with their sources, the answers there are,
/// numbers, what is not settled. Each part has a heading and a class: `main`, `points`, `answers`, `numbers`, `unsettled`.
///
/// Inserts and omissions are spans of these classes, a source is a `cite`. Nothing in it is the article's but words, whatever the
/// text says: letters that mean something in HTML are escaped.
///
/// ```
/// use nutgraf::{Report, export::fragment::{Article, fragment}};
/// let html = fragment("Köln 🇨🇭", &Report::default(), Article::InPage("story"));
/// assert!(html.starts_with("<nut-graf lang=\"en\" for=\"story\">"));
/// ```
pub fn fragment(text: &str, report: &Report, article: Article) -> String {
    let digits = report.text_hash.get(..ID_DIGITS).unwrap_or("");
    let own = format!("nut-graf-{digits}");
    let host = match article {
        Article::Within => own.as_str(),
        Article::InPage(host) => host,
    };
    let page = Page {
        said: Said { text, report },
        host,
        article,
    };
    let content = page.summary();
    let mut html = element("nut-graf", &[("lang", "en"), ("for", host)], &content);
    if article == Article::Within {
        let attributes = [("lang", "en"), ("id", host)];
        html += &format!("\n{}", element("article", &attributes, &page.paragraphs()));
    }
    html
}

struct Page<'r> {
    said: Said<'r>,
    /// The id of the element that holds the article.
    host: &'r str,
    article: Article<'r>,
}

impl Page<'_> {
    fn summary(&self) -> String {
        let outline = Outline::new(self.said.report);
        let mut html = String::from("\n");
        if let Some(title) = self.said.report.title {
            html.push_str(&element("h2", &[], &self.slice(title)));
            html.push('\n');
        }
        if let Some(main) = outline.main() {
            let class = [("class", "main")];
            html.push_str(&element("p", &class, &self.told(&main)));
            html.push('\n');
        }
        html.push_str(&self.lines(Section::Points, "points", &outline.points()));
        let answers = outline.answers().into_iter().map(|(question, answer)| {
            let words = format!("{} {}", self.slice(answer.span), self.pointer(answer.span));
            element("dt", &[], question) + &element("dd", &[], &words)
        });
        html.push_str(&section(
            Section::Answers,
            "dl",
            "answers",
            answers.collect(),
        ));
        let numbers = outline.numbers().into_iter().map(|span| {
            let words = format!("{} {}", self.slice(span), self.pointer(span));
            element("li", &[], &words)
        });
        html.push_str(&section(
            Section::Numbers,
            "ul",
            "numbers",
            numbers.collect(),
        ));
        html.push_str(&self.lines(Section::Unsettled, "unsettled", &outline.unsettled()));
        html.push_str(&element(
            "p",
            &[("class", "made")],
            "Made by nutgraf, a program: check it against the text.",
        ));
        html + "\n"
    }

    fn lines(&self, heading: Section, class: &str, lines: &[Told]) -> String {
        let lines = lines
            .iter()
            .map(|told| element("li", &[], &self.told(told)));
        section(heading, "ul", class, lines.collect())
    }

    /// A line after what in it is not settled, before its place.
    fn told(&self, told: &Told) -> String {
        let mut html = String::new();
        let label = told.label(self.said.text);
        if !label.is_empty() {
            html.push_str(&element("b", &[], &escaped(&format!("{label}:"))));
            html.push(' ');
        }
        for (kind, words) in Line::pieces(&told.line.parts, self.said.text) {
            let bare = words.trim_start();
            html.push_str(&words[..words.len() - bare.len()]);
            let bare = escaped(bare);
            html.push_str(&match kind {
                PartKind::Words => bare,
                PartKind::Insert => element("span", &[("class", "insert")], &bare),
                PartKind::Omission => element("span", &[("class", "omission")], &bare),
                PartKind::Source => element("cite", &[], &bare),
            });
        }
        html.push(' ');
        html + &self.pointer(told.line.extent())
    }

    /// A link to the words of a span.
    fn pointer(&self, span: Span) -> String {
        let place = self.said.paragraph(span);
        let target = match self.article {
            Article::Within => self.paragraph_id(place),
            Article::InPage(host) => address::encoded(&[host]),
        };
        // The same words as those of the headline stand over the summary, before the same words.
        let (words, address) = match place {
            0 => ("headline".to_owned(), String::new()),
            place => (format!("¶{place}"), address::of(self.said, span)),
        };
        let address = format!("#{target}{address}");
        element("a", &[("href", &address)], &words)
    }

    /// The article, paragraph by paragraph.
    fn paragraphs(&self) -> String {
        let report = self.said.report;
        let paragraphs = report.paragraphs.iter().enumerate().map(|(i, &span)| {
            let number = report.paragraph_number(i);
            let name = if number == 0 { "h2" } else { "p" };
            let id = self.paragraph_id(number);
            element(
                name,
                &[("id", &id)],
                &escaped(span.trim(self.said.text).of(self.said.text)),
            )
        });
        paragraphs.map(|it| format!("\n{it}")).collect::<String>() + "\n"
    }

    /// The id of a paragraph of the article within the fragment.
    fn paragraph_id(&self, number: usize) -> String {
        format!("{}-p{number}", self.host)
    }

    fn slice(&self, span: Span) -> String {
        escaped(&self.said.words(span))
    }
}

/// A heading and a list; nothing where nothing is in it.
fn section(heading: Section, list: &str, class: &str, items: Vec<String>) -> String {
    if items.is_empty() {
        return String::new();
    }
    let items = items.join("\n");
    let list = element(list, &[("class", class)], &format!("\n{items}\n"));
    format!("{}\n{list}\n", element("h3", &[], heading.name()))
}

/// An element: its attributes' values are escaped, its content is HTML.
fn element(name: &str, attributes: &[(&str, &str)], content: &str) -> String {
    let attributes = attributes
        .iter()
        .map(|(attribute, value)| format!(" {attribute}=\"{}\"", escaped(value)));
    let attributes: String = attributes.collect();
    format!("<{name}{attributes}>{content}</{name}>")
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    escape(words, &mut out);
    out
}
