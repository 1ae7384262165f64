//! How long the native build takes over the project's articles, on one thread: `cargo bench --bench speed`.
//!
//! Prints `name value` lines, as all programs that `cargo xtask bench` compares do.

use std::fs;
use std::time::Instant;

use nutgraf::Analyzer;
use nutgraf::analyzer::{Options, Tokens};

mod articles;

/// Times that everything is read; the median counts.
const ROUNDS: usize = 9;

fn main() {
    let weights = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/model/nutgraf-en.bin"))
        .expect("the weights read");
    let texts = articles::all();

    let start = Instant::now();
    let analyzer = Analyzer::load(&weights).expect("the weights load");
    println!("load_ms {:.1}", milliseconds(start));
    let analyze = |text: &str| {
        analyzer
            .analyze(text, &Options::default())
            .expect("an article is analysed")
    };
    let start = Instant::now();
    analyze(&texts[0]);
    println!("seed_cold_ms {:.2}", milliseconds(start));
    println!("seed_ms {:.2}", median(|| drop(analyze(&texts[0]))));
    println!(
        "all_ms {:.2}",
        median(|| texts.iter().for_each(|text| drop(analyze(text))))
    );

    if let Some(megabytes) = peak_megabytes() {
        println!("memory_mb {megabytes:.1}");
    }
    let options = Options {
        tokens: Tokens::Keep,
        ..Options::default()
    };
    let tokens = |text: &String| {
        let report = analyzer
            .analyze(text, &options)
            .expect("an article is analysed");
        report.tokens.map_or(0, |tokens| tokens.len())
    };
    println!("tokens {}", texts.iter().map(tokens).sum::<usize>());
    let long = texts.join("\n\n").repeat(40);
    let start = Instant::now();
    analyze(&long);
    println!(
        "long_kb_per_s {:.0}",
        long.len() as f64 / milliseconds(start)
    );
}

/// The most memory that this process has held so far, where the system tells (Linux).
fn peak_megabytes() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024.0 / 1e6)
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

fn median(work: impl Fn()) -> f64 {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            milliseconds(start)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}
