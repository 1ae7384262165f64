//! The fact summary as a piece of HTML that a page carries along: it is read without JavaScript, and `<nut-graf>` takes over
//! where its script is loaded.
//!
//! It says what the element says, block for block, with the element's own words and looks, which are taken from `www/`; a test
//! in both browsers compares the two. What needs a script is left out: switches, cards, the drawing of the actors, whose
//! table is there.

mod actors;
mod block;
mod first;
mod markup;
mod numbers;
mod reading;
mod rows;
mod says;
mod told;
mod words;

use markup::{Html, all, element, plain};
use reading::Reading;

use crate::report::{Certainty, Polarity, Report};

/// The element's style sheets, and what only the fragment needs.
const LOOKS: [&str; 2] = [
    include_str!("../../www/style.js"),
    include_str!("../../www/style/further.js"),
];
const STILL: &str = include_str!("fragment/still.css");

/// Digits of the text's digest that begin the ids of its paragraphs: two fragments in a page do not get in each other's way.
const ID_DIGITS: usize = 8;

/// Where the article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Article<'a> {
    /// In the fragment, beside the facts; they point at its paragraphs.
    Within,
    /// In the page, in the element with this id; facts point at its words, by the addresses that browsers have for words.
    InPage(&'a str),
}

/// Where the style sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style<'a> {
    /// In the fragment: a strict page has to allow it by its digest.
    Within,
    /// At this address, where [`style_sheet`] is.
    At(&'a str),
}

/// A `<nut-graf>` element with a declarative shadow root.
///
/// Only an HTML parser makes a shadow root of it: it has to be in the page as it is served, and not be put in by `innerHTML`.
/// Nothing in it is the article's but words, whatever the text says: letters that mean something in HTML are escaped.
///
/// ```
/// use nutgraf::{Report, export::fragment::{Article, Style, fragment}};
/// let html = fragment("Köln 🇨🇭", &Report::default(), Article::InPage("story"), Style::At("/still.css"));
/// assert!(html.starts_with("<nut-graf lang=\"en\" for=\"story\"><template shadowrootmode=\"open\"><link"));
/// ```
pub fn fragment(text: &str, report: &Report, article: Article, style: Style) -> String {
    let digits = report.text_hash.get(..ID_DIGITS).unwrap_or("");
    let anchors = match article {
        Article::Within => Some(format!("nut-graf-{digits}-p")),
        Article::InPage(_) => None,
    };
    let reading = Reading::new(text, report, anchors);
    let style = match style {
        Style::Within => Html::style(&style_sheet()),
        Style::At(address) => element("link", &[("rel", "stylesheet"), ("href", address)], ""),
    };
    let (look, story) = match article {
        Article::Within => ("div.page.wide", Some(story(&reading))),
        Article::InPage(_) => ("div.page.alone", None),
    };
    let cols = plain("div.cols", all![facts(&reading), story]);
    let page = element(
        look,
        &[("part", "page")],
        all![head(&reading), cols, foot(&reading)],
    );
    let template = element("template", &[("shadowrootmode", "open")], all![style, page]);
    let mut attributes = vec![("lang", "en")];
    let words = match article {
        Article::Within => paragraphs(&reading),
        Article::InPage(id) => {
            attributes.push(("for", id));
            Html::default()
        }
    };
    element("nut-graf", &attributes, all![template, words]).into_string()
}

/// The style sheet of fragments: the same for every text.
///
/// ```
/// assert!(nutgraf::export::fragment::style_sheet().contains(":host"));
/// ```
pub fn style_sheet() -> String {
    let sheets = LOOKS.iter().flat_map(|module| sheets(module));
    let lines = sheets.chain([STILL]).flat_map(str::lines);
    let lines = lines.map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The style sheets in a module: what stands in its templates.
fn sheets(module: &'static str) -> impl Iterator<Item = &'static str> {
    let templates = module.split("= `\n").skip(1);
    templates.map(|rest| rest.split_once("`;").map_or("", |(sheet, _)| sheet))
}

fn head(reading: &Reading) -> Html {
    let words = &reading.words;
    let by = all![
        plain("strong", words.say("made")),
        format!(" — {}", words.say("check"))
    ];
    let mast = all![plain("h2.name", words.say("name")), plain("p.by", by)];
    let meta = element("p.meta", &[("part", "meta")], counts(reading));
    element(
        "header",
        &[("part", "header")],
        all![plain("div.mast", mast), meta],
    )
}

/// What there is, in numbers.
fn counts(reading: &Reading) -> Html {
    let (words, report) = (&reading.words, reading.report);
    let some = |key: &str, n: usize| (n > 0).then(|| words.count(key, n));
    let facts = &report.facts;
    let unsure = facts
        .iter()
        .filter(|fact| fact.certainty != Certainty::Certain);
    let negated = facts
        .iter()
        .filter(|fact| fact.polarity == Polarity::Negated);
    let more = [
        some("countUnsure", unsure.count()),
        some("countNegated", negated.count()),
    ];
    let more = more.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let mut facts = words.count("countFacts", facts.len());
    if !more.is_empty() {
        facts.push_str(&format!(": {more}"));
    }
    let sources = sources(report);
    let unnamed = sources.iter().filter(|(_, anonymous)| *anonymous).count();
    let sources = some("countSources", sources.len()).map(|said| match unnamed {
        0 => said,
        n => format!("{said}, {}", words.count("countUnnamed", n)),
    });
    let numbers = some("countNumbers", report.summary.numbers.len());
    let pointers = Some(words.say("pointers").to_owned());
    let spans = [Some(facts), sources, numbers, pointers]
        .into_iter()
        .flatten();
    spans.map(|words| plain("span", words)).collect()
}

/// Each source once, and whether it has no name.
fn sources(report: &Report) -> Vec<(Option<crate::report::EntityId>, bool)> {
    let mut sources: Vec<(Option<_>, bool)> = Vec::new();
    for source in report.statements.iter().filter_map(|it| it.source.as_ref()) {
        let known = sources
            .iter_mut()
            .find(|(entity, _)| entity.is_some() && *entity == source.entity);
        match known {
            Some((_, anonymous)) => *anonymous = source.anonymous,
            None => sources.push((source.entity, source.anonymous)),
        }
    }
    sources
}

fn facts(reading: &Reading) -> Html {
    let blocks = all![
        first::headline(reading),
        first::questions(reading),
        numbers::numbers(reading),
        rows::unconfirmed(reading),
        says::says(reading),
        rows::timeline(reading),
        rows::lines(reading),
        actors::acts(reading),
        actors::entities(reading),
    ];
    let label = reading.words.say("facts");
    element(
        "section.facts",
        &[("aria-label", label), ("part", "facts")],
        blocks,
    )
}

fn story(reading: &Reading) -> Html {
    let label = reading.words.say("article");
    let attributes = [("aria-label", label), ("part", "story"), ("tabindex", "0")];
    element(
        "article.story",
        &attributes,
        plain("div.read", plain("slot", "")),
    )
}

fn foot(reading: &Reading) -> Html {
    let words = &reading.words;
    let silent = plain("span.ns", words.say("notStated"));
    let end = format!(". {} {}", words.say("wrong"), words.say("footEnd"));
    let content = all![format!("{} ", words.say("foot")), silent, end];
    element("p.foot", &[("part", "foot")], plain_slot("foot", content))
}

/// What stands there unless the page puts something in its place.
fn plain_slot(name: &str, content: Html) -> Html {
    element("slot", &[("name", name)], content)
}

/// The article, which stays in the page's own tree: it is found there by search engines, and by addresses.
fn paragraphs(reading: &Reading) -> Html {
    let start = reading.anchors.as_deref().unwrap_or("");
    let paragraphs = reading.report.paragraphs.iter().enumerate();
    let paragraphs = paragraphs.map(|(i, &span)| {
        let n = reading.report.paragraph_number(i);
        let number = n.to_string();
        let id = format!("{start}{number}");
        let words = reading.slice(span.trim(reading.text));
        match n {
            0 => element("h3", &[("id", &id)], words),
            _ => element("p", &[("id", &id), ("data-n", &number)], words),
        }
    });
    paragraphs.collect()
}
