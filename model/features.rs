//! Prints what the weights of the summary are fitted to: `cargo run --release --example features < articles.jsonl > features.jsonl`.
//!
//! In: `{"id", "text"}` a line. Out: `{"id", "units": [[start, end, shown, {name: value}]]}` a line, offsets in code points.

use std::io::{BufRead, Write};

use nutgraf::analyzer::{Analyzer, Foreign, Options};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let analyzer = Analyzer::embedded()?;
    let options = Options {
        foreign: Foreign::Force,
        ..Options::default()
    };
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let article: Value = serde_json::from_str(&line?)?;
        let text = article["text"].as_str().unwrap_or_default();
        let point = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
        let units: Vec<Value> = (analyzer.features(text, &options)?.into_iter())
            .map(|(span, shown, features)| {
                let features: serde_json::Map<String, Value> = (features.into_iter())
                    .map(|(name, value)| (name.to_owned(), json!(value)))
                    .collect();
                json!([point(span.start), point(span.end), shown, features])
            })
            .collect();
        writeln!(out, "{}", json!({"id": article["id"], "units": units}))?;
    }
    Ok(())
}
