//! Floors on names, groups, values and who is who, over texts with names from many languages: `tests/quality/entities.gold` (its head
//! says how it is written). A mention is right when its words and its type are; "the" at its front and "'s" at its end do not count.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use nutgraf::Analyzer;
use nutgraf::analyzer::Options;
use nutgraf::report::{Comparator, EntityType, Level, Report, Value, ValueKind};
use nutgraf::text::Span;

/// The date of all texts.
const DATE: &str = "2024-05-14";

/// What a mention is scored as.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Pool {
    Names,
    Groups,
    Values,
    Pronouns,
}

struct GoldMention {
    span: Span,
    types: Vec<EntityType>,
    pool: Pool,
    optional: bool,
    entity: String,
    worth: Option<String>,
}

struct Text {
    name: String,
    text: String,
    mentions: Vec<GoldMention>,
}

/// A mention in a report.
struct Given {
    span: Span,
    types: [EntityType; 2],
    pool: Pool,
    entity: usize,
    worth: Option<String>,
}

#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    given: usize,
    right: usize,
}

impl Counts {
    /// F1 in percent.
    fn f1(&self) -> f64 {
        let precision = self.right as f64 / self.given.max(1) as f64;
        let recall = self.found as f64 / self.gold.max(1) as f64;
        200.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE)
    }
}

#[derive(Default)]
struct Score {
    pools: BTreeMap<Pool, Counts>,
    read: (usize, usize),
    linked: (usize, usize),
    merges: Vec<String>,
}

#[test]
fn entities_of_the_gold_texts_keep_their_floors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let file = fs::read_to_string(root.join("quality/entities.gold")).expect("the gold file");
    let texts = read(&file);
    assert!(texts.len() >= 34, "{} texts", texts.len());
    let analyzer = Analyzer::embedded().expect("the weights load");
    let options = Options {
        date: Some(DATE.into()),
        ..Options::default()
    };
    let mut score = Score::default();
    for text in &texts {
        let report = analyzer.analyze(&text.text, &options).expect("English");
        score.add(text, &given(&report, &text.text));
    }
    let percent = |(right, of): (usize, usize)| 100.0 * right as f64 / of.max(1) as f64;
    let floors: toml::Table = fs::read_to_string(root.join("budget.toml"))
        .expect("budget.toml")
        .parse()
        .expect("TOML");
    let floors = floors["entities"].as_table().expect("[entities]");
    let figures = [
        ("names F1", score.pools[&Pool::Names].f1()),
        ("groups F1", score.pools[&Pool::Groups].f1()),
        ("values F1", score.pools[&Pool::Values].f1()),
        ("values read", percent(score.read)),
        ("who is who", percent(score.linked)),
    ];
    let mut below = Vec::new();
    for (name, figure) in figures {
        let floor = floors[name].as_float().expect("a floor");
        println!("{name:24} {figure:5.1} (floor {floor})");
        if figure < floor {
            below.push(format!("{name}: {figure:.1} < {floor}"));
        }
    }
    println!("wrong merges: {:?}", score.merges);
    let most = floors["wrong merges"].as_integer().expect("a ceiling");
    if score.merges.len() as i64 > most {
        below.push(format!("wrong merges: {:?}", score.merges));
    }
    assert!(below.is_empty(), "below the floor: {below:?}");
}

impl Score {
    fn add(&mut self, text: &Text, given: &[Given]) {
        let fits = |gold: &GoldMention, mention: &Given| {
            mention.types.iter().any(|kind| gold.types.contains(kind))
        };
        for gold in text.mentions.iter().filter(|gold| !gold.optional) {
            let found = given.iter().any(|mention| {
                mention.span == gold.span && mention.pool != Pool::Pronouns && fits(gold, mention)
            });
            let counts = self.pools.entry(gold.pool).or_default();
            counts.gold += 1;
            counts.found += usize::from(found);
        }
        for mention in given {
            let same: Vec<_> = text
                .mentions
                .iter()
                .filter(|gold| gold.span == mention.span)
                .collect();
            let right = same
                .iter()
                .any(|gold| !gold.optional && fits(gold, mention));
            if !right && same.iter().any(|gold| gold.optional) {
                continue;
            }
            let counts = self.pools.entry(mention.pool).or_default();
            counts.given += 1;
            counts.right += usize::from(right);
        }
        for gold in text.mentions.iter().filter(|gold| gold.worth.is_some()) {
            self.read.1 += 1;
            let right = given
                .iter()
                .any(|mention| mention.span == gold.span && mention.worth == gold.worth);
            self.read.0 += usize::from(right);
        }
        self.link(text, given);
    }

    /// Who is who: every mention but the first of an entity should be of one with an earlier one, and no two entities one.
    fn link(&mut self, text: &Text, given: &[Given]) {
        let entity = |gold: &GoldMention| {
            let mut same = given
                .iter()
                .filter(|it| it.span == gold.span && it.pool != Pool::Values);
            same.next().map(|mention| mention.entity)
        };
        let mut earlier: HashMap<&str, Vec<Option<usize>>> = HashMap::new();
        let mut holds: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for gold in text
            .mentions
            .iter()
            .filter(|gold| gold.pool != Pool::Values)
        {
            let mine = entity(gold);
            let before = earlier.entry(&gold.entity).or_default();
            if !before.is_empty() && !gold.optional {
                self.linked.1 += 1;
                self.linked.0 += usize::from(mine.is_some() && before.contains(&mine));
            }
            before.push(mine);
            let told = !(gold.optional && gold.entity.starts_with('@'));
            if let Some(mine) = mine.filter(|_| told) {
                holds.entry(mine).or_default().insert(&gold.entity);
            }
        }
        let wrong = holds.values().filter(|golds| golds.len() > 1);
        self.merges
            .extend(wrong.map(|golds| format!("{}: {golds:?}", text.name)));
    }
}

/// The mentions of a report, trimmed.
fn given(report: &Report, text: &str) -> Vec<Given> {
    let mut all = Vec::new();
    for (entity, it) in report.entities.iter().enumerate() {
        for mention in &it.mentions {
            let pool = match mention.level {
                _ if it.value.is_some() => Pool::Values,
                Level::Named => Pool::Names,
                Level::Nominal => Pool::Groups,
                Level::Pronoun => Pool::Pronouns,
            };
            all.push(Given {
                span: trim(text, mention.span),
                types: [it.kind, mention.kind.unwrap_or(it.kind)],
                pool,
                entity,
                worth: it.value.as_ref().map(worth),
            });
        }
    }
    all
}

/// A value in short, as the gold file writes it: words in the order of the alphabet.
fn worth(value: &Value) -> String {
    let dated = matches!(value.kind, ValueKind::Date | ValueKind::Time);
    if let Some(iso) = value.iso.as_ref().filter(|_| dated) {
        return iso.clone();
    }
    let number = |number: f64| format!("{}", (number * 1e4).round() / 1e4);
    let mut words = Vec::new();
    if let Some(low) = value.value {
        words.push(match value.max {
            Some(high) => format!("{}..{}", number(low), number(high)),
            None => number(low),
        });
    }
    let comparator = value.comparator.filter(|&it| it != Comparator::Equal);
    words.extend(comparator.map(|it| it.name().to_owned()));
    if value.kind == ValueKind::Money {
        words.extend(value.unit.clone());
    }
    words.sort_unstable();
    words.join(" ")
}

/// A span without the article at its front, and quotation marks, commas and "'s" at its edges.
fn trim(text: &str, span: Span) -> Span {
    let (mut start, mut end) = (span.start, span.end);
    loop {
        let words = &text[start..end];
        let edge = |c: char| c.is_whitespace() || "\"“”‘’',;:".contains(c);
        let mut front = words.len() - words.trim_start_matches(edge).len();
        for article in ["the ", "a ", "an "] {
            let head = words.get(..article.len()).unwrap_or_default();
            if head.eq_ignore_ascii_case(article) {
                front = article.len();
            }
        }
        let owner = ["'s", "’s"]
            .iter()
            .find_map(|mark| words.strip_suffix(mark));
        let kept = owner.unwrap_or(words).trim_end_matches(edge).len();
        if (front == 0 && kept == words.len()) || front >= kept {
            return Span::new(start, end);
        }
        (start, end) = (start + front, start + kept);
    }
}

/// The texts of the gold file. Panics where it is not in its form.
fn read(file: &str) -> Vec<Text> {
    let mut texts: Vec<(String, Vec<&str>)> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        match (line.strip_prefix("== "), texts.last_mut()) {
            (Some(name), _) => texts.push((name.to_owned(), Vec::new())),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => {}
        }
    }
    texts
        .into_iter()
        .map(|(name, lines)| annotated(name, lines.join("\n").trim_matches('\n')))
        .collect()
}

fn annotated(name: String, marked: &str) -> Text {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut mentions = Vec::new();
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        match c {
            '[' => open.push(text.len()),
            '|' => {
                let end = rest.find(']').expect("a mention ends with a bracket");
                let start = open.pop().expect("a mention begins with a bracket");
                mentions.push((Span::new(start, text.len()), &rest[1..end]));
                rest = &rest[end + 1..];
                continue;
            }
            _ => text.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    assert!(open.is_empty(), "{name}: a bracket stays open");
    mentions.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mentions = (mentions.into_iter().enumerate())
        .map(|(i, (span, note))| gold(&text, span, note, i))
        .collect();
    Text {
        name,
        text,
        mentions,
    }
}

fn gold(text: &str, span: Span, note: &str, i: usize) -> GoldMention {
    let (note, worth) = note.split_once('=').map_or((note, None), |(note, worth)| {
        let mut words: Vec<&str> = worth.split_whitespace().collect();
        words.sort_unstable();
        (note, Some(words.join(" ")))
    });
    let words: Vec<&str> = note.split_whitespace().collect();
    let types: Vec<EntityType> = words[0]
        .split('/')
        .map(|name| EntityType::from_name(name).expect("a type"))
        .collect();
    let value = matches!(
        types[0],
        EntityType::Date
            | EntityType::Time
            | EntityType::Percent
            | EntityType::Money
            | EntityType::Quantity
            | EntityType::Ordinal
            | EntityType::Cardinal
    );
    let pool = match () {
        () if value => Pool::Values,
        () if words.contains(&"nom") => Pool::Groups,
        () if words.contains(&"pro") => Pool::Pronouns,
        () => Pool::Names,
    };
    let id = words.iter().find_map(|word| word.strip_prefix('#'));
    GoldMention {
        span: trim(text, span),
        types,
        pool,
        optional: words.contains(&"?"),
        entity: id.map_or_else(|| format!("@{i}"), str::to_owned),
        worth,
    }
}
