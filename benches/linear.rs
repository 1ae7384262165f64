//! Whether time grows with the text and no faster: the project's articles over and over, from 1.25 to 10 MB, and for each stage
//! the time a kB: `cargo bench --bench linear`.
//!
//! Prints a table of microseconds a kB; a stage whose figures grow down the table is not linear.

use std::time::Instant;

use nutgraf::Analyzer;
use nutgraf::analyzer::{MAX_TEXT_BYTES, Options, Stage};

mod articles;

fn main() {
    let analyzer = Analyzer::embedded().expect("the weights load");
    let once = articles::all().join("\n\n") + "\n\n";
    let names: Vec<&str> = Stage::ALL.iter().map(|stage| stage.name()).collect();
    println!("| text kB | {} | all |", names.join(" | "));
    println!("|---|{}---:|", "---:|".repeat(names.len()));
    for part in [8, 4, 2, 1] {
        let mut text = once.repeat(MAX_TEXT_BYTES / part / once.len());
        text.truncate(text.trim_end().len());
        let mut begun = Vec::new();
        let report = analyzer.analyze_in_stages(&text, &Options::default(), |_| {
            begun.push(Instant::now());
        });
        begun.push(Instant::now());
        report.expect("articles are analysed");
        let kilobytes = text.len() as f64 / 1000.0;
        let mut cells: Vec<f64> = begun
            .windows(2)
            .map(|pair| (pair[1] - pair[0]).as_secs_f64() * 1e6 / kilobytes)
            .collect();
        cells.push(cells.iter().sum());
        let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:.0}")).collect();
        println!("| {kilobytes:.0} | {} |", cells.join(" | "));
    }
}
