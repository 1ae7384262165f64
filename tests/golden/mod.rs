//! The project's own articles and what the engine says of them: the same letters on every platform.
//!
//! `tests/articles/<slug>/report.json` changes only by `BLESS=1 cargo test --test articles`, and is read as a diff: one
//! line an entity, statement, fact or line of the summary.

use nutgraf::Analyzer;
use nutgraf::analyzer::{Options, Tokens};
use nutgraf::text::{Unit, sha256_hex};
use nutgraf::wire;
use serde_json::Value;

/// An article and its blessed report.
pub struct Article {
    pub slug: &'static str,
    pub text: &'static str,
    pub report: &'static str,
}

macro_rules! articles {
    ($($slug:literal $text:literal,)*) => {
        pub const ARTICLES: &[Article] = &[$(Article {
            slug: $slug,
            text: include_str!(concat!("../", $text)),
            report: include_str!(concat!("../articles/", $slug, "/report.json")),
        },)*];
    };
}

articles! {
    "business-merger" "articles/business-merger/text.txt",
    "court-aqueduct" "articles/court-aqueduct/text.txt",
    "crime-eastport" "articles/crime-eastport/text.txt",
    "diplomacy-border" "articles/diplomacy-border/text.txt",
    "disaster-ferry" "articles/disaster-ferry/text.txt",
    "election-valdoria" "articles/election-valdoria/text.txt",
    "health-measles" "articles/health-measles/text.txt",
    "hostages-tamura" "articles/hostages-tamura/text.txt",
    "obituary-composer" "articles/obituary-composer/text.txt",
    "protest-fares" "articles/protest-fares/text.txt",
    "science-bats" "articles/science-bats/text.txt",
    "seed" "../seeds/000_09ffe61ff0e0225a.txt",
    "sport-marathon" "articles/sport-marathon/text.txt",
    "storm-petra" "articles/storm-petra/text.txt",
}

/// What the engine says of `text`, laid out for people, and a digest of all it knows, tokens and trees included.
pub fn report_of(analyzer: &Analyzer, text: &str) -> String {
    let options = Options {
        tokens: Tokens::Keep,
        ..Options::default()
    };
    let mut report = analyzer
        .analyze(text, &options)
        .expect("an article is analysed");
    let whole = json(&report, text);
    report.tokens = None;
    let mut shown = json(&report, text);
    shown["digestWithTokens"] = sha256_hex(&whole.to_string()).into();
    let units: Vec<u16> = text.encode_utf16().collect();
    show_words(&mut shown, &units);
    let mut out = String::new();
    lay_out(&shown, 0, &mut out);
    out.push('\n');
    out
}

fn json(report: &nutgraf::Report, text: &str) -> Value {
    serde_json::to_value(wire::write(report, text, Unit::Utf16)).expect("plain data")
}

/// Puts the words of each span in place of its two ends, and the ends before the words.
fn show_words(value: &mut Value, text: &[u16]) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| show_words(item, text)),
        Value::Object(members) => {
            members
                .values_mut()
                .for_each(|member| show_words(member, text));
            let end = |name| {
                members
                    .get(name)
                    .and_then(Value::as_u64)
                    .map(|end| end as usize)
            };
            let (Some(start), Some(end)) = (end("start"), end("end")) else {
                return;
            };
            let words = String::from_utf16_lossy(text.get(start..end).unwrap_or_default());
            let words = Value::from(format!("{start}-{end} {words}"));
            members.remove("start");
            members.remove("end");
            if members.is_empty() {
                *value = words;
            } else {
                members.insert("at".to_owned(), words);
            }
        }
        _ => {}
    }
}

/// Members and items on lines of their own down to the third level, all below on the line.
fn lay_out(value: &Value, level: usize, out: &mut String) {
    let (open, items, close): (char, Vec<(String, &Value)>, char) = match value {
        Value::Object(members) if level < 2 && !members.is_empty() => {
            let named = members
                .iter()
                .map(|(name, member)| (format!("{}: ", Value::from(name.as_str())), member));
            ('{', named.collect(), '}')
        }
        Value::Array(items) if level < 3 && !items.is_empty() => (
            '[',
            items.iter().map(|item| (String::new(), item)).collect(),
            ']',
        ),
        other => return out.push_str(&other.to_string()),
    };
    out.push(open);
    for (i, (name, item)) in items.iter().enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        out.push_str(&" ".repeat(level + 1));
        out.push_str(name);
        lay_out(item, level + 1, out);
    }
    out.push('\n');
    out.push_str(&" ".repeat(level));
    out.push(close);
}
