//! Floors on the quality of the facts, over the project's own articles (`tests/articles/*/gold.json`).
//!
//! A gold fact is found when a trigger or mention of a fact overlaps its trigger, one to one in order of the text; the fields
//! of found facts are then compared. The figures are printed (`cargo test --test quality -- --nocapture`); the floors stand
//! in `tests/budget.toml`, and raising one is a commit with its reason.

#[path = "quality/entities.rs"]
mod entities;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use nutgraf::Analyzer;
use nutgraf::analyzer::Options;
use nutgraf::report::{Fact, Report, Role};
use nutgraf::text::Span;
use serde::Deserialize;

#[derive(Deserialize)]
struct Gold {
    text: String,
    dateline: Option<String>,
    facts: Vec<GoldFact>,
    ignore: Vec<Words>,
}

#[derive(Deserialize)]
struct GoldFact {
    event: String,
    salience: u8,
    #[serde(default)]
    optional: bool,
    trigger: Words,
    #[serde(default)]
    trigger_alt: Vec<Words>,
    roles: BTreeMap<String, Vec<Words>>,
    counts: Vec<GoldCount>,
    polarity: String,
    certainty: String,
    attribution: Attribution,
    #[serde(default)]
    alt: BTreeMap<String, Vec<serde_json::Value>>,
}

#[derive(Deserialize, Clone)]
struct Words {
    text: String,
    span: Option<(usize, usize)>,
}

#[derive(Deserialize)]
struct GoldCount {
    span: (usize, usize),
    value: Option<f64>,
    comparator: String,
}

#[derive(Deserialize)]
struct Attribution {
    chain: Vec<Words>,
}

/// Right answers out of cases.
#[derive(Default)]
struct Tally {
    right: usize,
    cases: usize,
}

impl Tally {
    fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.cases += 1;
    }

    fn percent(&self) -> f64 {
        100.0 * self.right as f64 / self.cases.max(1) as f64
    }
}

/// One article with its gold sheet, positions as bytes.
struct Article {
    gold: Gold,
    bytes: Vec<usize>,
}

impl Article {
    fn read(folder: &Path) -> Option<Self> {
        let gold = fs::read_to_string(folder.join("gold.json")).ok()?;
        let gold: Gold = serde_json::from_str(&gold).expect("a gold sheet");
        let mut bytes: Vec<usize> = gold.text.char_indices().map(|(at, _)| at).collect();
        bytes.push(gold.text.len());
        Some(Self { gold, bytes })
    }

    fn span(&self, (start, end): (usize, usize)) -> Span {
        Span::new(self.bytes[start], self.bytes[end])
    }

    fn overlaps(&self, words: &Words, span: Span) -> bool {
        words.span.is_some_and(|at| self.span(at).overlaps(span))
    }

    /// Whether a fact names the event of `gold`: 2 by its trigger, 1 by a mention.
    fn names(&self, fact: &Fact, gold: &GoldFact) -> u8 {
        let is_one = |span: Span| {
            std::iter::once(&gold.trigger)
                .chain(&gold.trigger_alt)
                .any(|words| self.overlaps(words, span))
        };
        if is_one(fact.trigger) {
            2
        } else {
            u8::from(fact.mentions.iter().any(|&mention| is_one(mention)))
        }
    }

    /// Whether two spans are the same filler: half of the longer one is shared, or one's words are within the other's.
    fn same(&self, text: &str, span: Span, words: &Words) -> bool {
        let Some(gold) = words.span.map(|at| self.span(at)) else {
            return span
                .of(text)
                .to_lowercase()
                .contains(&words.text.to_lowercase());
        };
        let shared = span
            .end
            .min(gold.end)
            .saturating_sub(span.start.max(gold.start));
        2 * shared >= span.len().max(gold.len())
            || (shared > 0 && (span.contains(gold) || gold.contains(span)))
    }
}

#[test]
fn facts_of_the_project_articles_keep_their_floors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let analyzer = Analyzer::embedded().expect("the weights load");
    let mut folders: Vec<_> = fs::read_dir(root.join("articles"))
        .expect("articles")
        .flatten()
        .map(|e| e.path())
        .collect();
    folders.sort();
    let mut figures: BTreeMap<&str, Tally> = BTreeMap::new();
    let (mut found, mut wanted, mut given) = (0, 0, 0);
    for article in folders.iter().filter_map(|folder| Article::read(folder)) {
        let options = Options {
            date: article.gold.dateline.clone(),
            ..Options::default()
        };
        let report = analyzer
            .analyze(&article.gold.text, &options)
            .expect("English");
        let (f, w, g) = score(&article, &report, &mut figures);
        (found, wanted, given) = (found + f, wanted + w, given + g);
    }
    let f1 = 200.0 * found as f64 / (wanted + given).max(1) as f64;
    let floors: toml::Table = fs::read_to_string(root.join("budget.toml"))
        .expect("budget.toml")
        .parse()
        .expect("TOML");
    let floors = floors["facts"].as_table().expect("[facts]");
    let all = figures
        .iter()
        .map(|(name, tally)| (*name, tally.percent(), tally.cases))
        .chain([("aligned F1", f1, wanted)]);
    let mut below = Vec::new();
    for (name, percent, cases) in all {
        let floor = floors
            .get(name)
            .and_then(toml::Value::as_float)
            .unwrap_or_else(|| panic!("no floor for “{name}”"));
        println!("{name:24} {percent:5.1} of {cases} (floor {floor})");
        if percent < floor {
            below.push(format!("{name}: {percent:.1} < {floor}"));
        }
    }
    assert!(below.is_empty(), "below the floor: {below:?}");
}

/// Adds an article's figures; gives the facts found, wanted, and given.
fn score(
    article: &Article,
    report: &Report,
    figures: &mut BTreeMap<&'static str, Tally>,
) -> (usize, usize, usize) {
    let text = article.gold.text.as_str();
    let mut aligned: Vec<Option<usize>> = vec![None; article.gold.facts.len()];
    let mut events: Vec<Option<&str>> = vec![None; report.facts.len()];
    for strength in [2, 1] {
        for (i, gold) in article.gold.facts.iter().enumerate() {
            if aligned[i].is_none() {
                // A merged fact may stand for several gold facts of one event.
                aligned[i] = (0..report.facts.len()).find(|&j| {
                    article.names(&report.facts[j], gold) == strength
                        && events[j].is_none_or(|event| event == gold.event)
                });
                if let Some(j) = aligned[i] {
                    events[j] = Some(&gold.event);
                }
            }
        }
    }
    for (gold, fact) in article.gold.facts.iter().zip(&aligned) {
        if gold.salience == 3 && !gold.optional {
            figures
                .entry("core facts found")
                .or_default()
                .add(fact.is_some());
        }
        if let Some(j) = fact {
            fields(article, text, report, &report.facts[*j], gold, figures);
        }
    }
    let neutral = |fact: &Fact| {
        article
            .gold
            .ignore
            .iter()
            .any(|words| article.overlaps(words, fact.trigger))
    };
    let found = aligned
        .iter()
        .zip(&article.gold.facts)
        .filter(|(j, gold)| j.is_some() && !gold.optional)
        .count();
    let optional = aligned
        .iter()
        .zip(&article.gold.facts)
        .filter(|(j, gold)| j.is_some() && gold.optional)
        .count();
    let wanted = article
        .gold
        .facts
        .iter()
        .filter(|gold| !gold.optional)
        .count();
    let spurious = (report.facts.iter().zip(&events))
        .filter(|(fact, event)| event.is_none() && !neutral(fact))
        .count();
    (
        found + optional,
        wanted + optional,
        found + optional + spurious,
    )
}

fn fields(
    article: &Article,
    text: &str,
    report: &Report,
    fact: &Fact,
    gold: &GoldFact,
    figures: &mut BTreeMap<&'static str, Tally>,
) {
    let accepts = |field: &str, given: &str| {
        gold.alt
            .get(field)
            .is_some_and(|values| values.iter().any(|value| value.as_str() == Some(given)))
    };
    for (name, role) in [("agent", Role::Agent), ("patient", Role::Patient)] {
        if let Some(fillers) = gold.roles.get(name) {
            let more = gold
                .alt
                .get(name)
                .into_iter()
                .flatten()
                .filter_map(|v| serde_json::from_value(v.clone()).ok());
            let accepted: Vec<Words> = fillers.iter().cloned().chain(more).collect();
            let right = fact.roles.iter().any(|filler| {
                filler.role == role
                    && accepted
                        .iter()
                        .any(|words| article.same(text, filler.span, words))
            });
            figures
                .entry(if role == Role::Agent {
                    "agent"
                } else {
                    "patient"
                })
                .or_default()
                .add(right);
        }
    }
    for count in &gold.counts {
        let given = fact
            .counts
            .iter()
            .find(|given| given.span.overlaps(article.span(count.span)));
        figures
            .entry("count value")
            .or_default()
            .add(given.is_some_and(|given| given.value == count.value));
        if let Some(given) = given {
            figures
                .entry("comparator")
                .or_default()
                .add(given.comparator.name() == count.comparator);
        }
    }
    if gold.polarity == "negated" {
        let right = fact
            .claims
            .iter()
            .any(|claim| claim.polarity.name() == gold.polarity)
            || accepts("polarity", fact.polarity.name());
        figures.entry("polarity of negated").or_default().add(right);
    }
    if gold.certainty != "certain" {
        let right = fact
            .claims
            .iter()
            .any(|claim| claim.certainty.name() == gold.certainty)
            || accepts("certainty", fact.certainty.name());
        figures.entry("certainty of hedged").or_default().add(right);
    }
    if let Some(source) = gold.attribution.chain.first() {
        let right = fact
            .claims
            .iter()
            .filter_map(|claim| report.statements[claim.statement?.0].source.as_ref())
            .any(|given| article.same(text, given.span, source));
        figures.entry("source of named").or_default().add(right);
    } else {
        let right = fact.claims.iter().any(|claim| claim.statement.is_none());
        figures
            .entry("the article's own")
            .or_default()
            .add(right || !gold.alt.get("source").is_none_or(Vec::is_empty));
    }
}
