//! Prints what the weights of the summary are fitted to: `cargo run --release --example features < articles.jsonl > features.jsonl`.
//!
//! In: `{"id", "text"}` a line. Out: `{"id", "units": [[start, end, flaw, {feature: value}, [[word, risk]]]]}` a line, offsets in code points.

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
        let units: Vec<Value> = (analyzer.weigh(text, &options)?.into_iter())
            .map(|it| {
                let features: serde_json::Map<String, Value> = (it.features.into_iter())
                    .map(|(name, value)| (name.to_owned(), json!(value)))
                    .collect();
                let leans: Vec<Value> = (it.references.iter())
                    .map(|(span, risk)| json!([span.of(text), risk]))
                    .collect();
                json!([
                    point(it.span.start),
                    point(it.span.end),
                    it.flaw,
                    features,
                    leans
                ])
            })
            .collect();
        writeln!(out, "{}", json!({"id": article["id"], "units": units}))?;
    }
    Ok(())
}
