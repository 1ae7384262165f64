//! The stages, each over the seed article: `cargo bench --features bench --bench stages`.
//!
//! A stage needs all before it, so whole analyses are run and the clock is read as each stage begins.

use std::time::{Duration, Instant};

use criterion::Criterion;
use nutgraf::Analyzer;
use nutgraf::analyzer::{Options, Stage};

mod articles;

fn stages(criterion: &mut Criterion) {
    let analyzer = Analyzer::embedded().expect("the weights load");
    let seed = articles::all().swap_remove(0);
    for &stage in Stage::ALL {
        criterion.bench_function(stage.name(), |bencher| {
            bencher.iter_custom(|times| (0..times).map(|_| time(&analyzer, &seed, stage)).sum());
        });
    }
}

/// How long one stage of one analysis takes.
fn time(analyzer: &Analyzer, text: &str, wanted: Stage) -> Duration {
    let mut begun: Vec<(Option<Stage>, Instant)> = Vec::new();
    let report = analyzer.analyze_in_stages(text, &Options::default(), |stage| {
        begun.push((Some(stage), Instant::now()));
    });
    begun.push((None, Instant::now()));
    report.expect("the seed article is analysed");
    let of = |pair: &[(Option<Stage>, Instant)]| pair[1].1 - pair[0].1;
    begun
        .windows(2)
        .find(|pair| pair[0].0 == Some(wanted))
        .map_or(Duration::ZERO, of)
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    stages(&mut criterion);
    criterion.final_summary();
}
