//! Many articles: read, analysed on all cores, answered in the same order and in constant memory.

mod answer;
mod article;
mod flow;
mod input;
mod kind;
mod lines;
mod output;
mod resume;
#[cfg(feature = "parquet")]
mod table;
#[cfg(not(feature = "parquet"))]
#[path = "batch/no_table.rs"]
mod table;

use std::io::{self, IsTerminal};
use std::path::Path;
use std::thread::available_parallelism;

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use nutgraf::Analyzer;
use nutgraf::wire;

use crate::{Batch, DONE, Form, SOME, complain, fail};
use answer::Answer;
use article::Raw;
use input::{Blocks, Input};
use kind::Kind;
use output::Output;
use resume::Written;

/// Analyses every article. What could not be done is told on standard error.
pub fn run(analyzer: Analyzer, task: Batch) -> u8 {
    match work(analyzer, task) {
        Ok(0) => DONE,
        Ok(refused) => {
            let count = HumanCount(refused);
            complain(&format!(
                "not analysed: {count}; an \"error\" stands in their place"
            ));
            SOME
        }
        Err(message) => fail(&message),
    }
}

/// How many articles could not be analysed.
fn work(analyzer: Analyzer, task: Batch) -> Result<u64, String> {
    let threads = match task.threads {
        Some(threads) => usize::from(threads),
        None => available_parallelism().map_or(1, usize::from),
    };
    let kind = task.output.as_deref().map_or(Kind::Lines, Kind::of_name);
    let bar = progress();
    let mut blocks = Blocks::new(Input::open(&task.input, &bar)?, kind.block_articles());
    style(&bar);
    let (mut output, mut refused) = match &task.output {
        None => (Output::stdout(), 0),
        Some(path) => {
            let maker = maker(&analyzer, &task.form)?;
            open(path, kind, &task, &mut blocks, &maker)?
        }
    };
    let form = task.form;
    let said = bar.clone();
    let done = flow::in_order(
        threads,
        move || {
            let block = blocks.next_block()?;
            Ok(block.map(|block| {
                let bytes = block.iter().map(Raw::len).sum();
                (block, bytes)
            }))
        },
        move |block: Vec<Raw>| {
            let answers = block
                .into_iter()
                .map(|raw| Answer::to(raw, &analyzer, &form));
            kind.pack(answers.collect())
        },
        |piece| {
            refused += piece.refused;
            output.write(piece)?;
            said.set_message(format!("{} articles", HumanCount(output.answers)));
            Ok(())
        },
    );
    bar.finish_and_clear();
    // What was done stays, also where the input broke off.
    done.and(output.finish()).map(|()| refused)
}

/// The output, and how many errors it holds.
fn open(
    path: &Path,
    kind: Kind,
    task: &Batch,
    blocks: &mut Blocks,
    maker: &Written,
) -> Result<(Output, u64), String> {
    let name = path.display();
    if same_file(&task.input, path) {
        return Err(format!("{name}: is both input and output"));
    }
    if kind == Kind::Parquet && task.resume {
        return Err(format!(
            "{name}: a Parquet file cut off cannot be gone on with, for its index stands at its end; write .jsonl.zst instead"
        ));
    }
    let there = path.metadata().is_ok_and(|it| it.is_file() && it.len() > 0);
    if there && task.resume {
        let earlier = resume::go_on(path, kind, blocks, maker)?;
        return Ok((earlier.output, earlier.refused));
    }
    Ok((Output::create(path, kind)?, 0))
}

/// What this run writes into each of its reports, as seen on an empty one.
fn maker(analyzer: &Analyzer, form: &Form) -> Result<Written, String> {
    let report = (analyzer.analyze("", &form.options(None))).map_err(|error| error.to_string())?;
    serde_json::to_value(wire::write(&report, "", form.unit()))
        .and_then(serde_json::from_value)
        .map_err(|error| error.to_string())
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b && a.is_file(),
        _ => false,
    }
}

/// How far it is, on a terminal's standard error.
fn progress() -> ProgressBar {
    let target = match io::stderr().is_terminal() {
        true => ProgressDrawTarget::stderr(),
        false => ProgressDrawTarget::hidden(),
    };
    ProgressBar::with_draw_target(None, target)
}

/// What is shown of progress: shares only where the length is known.
fn style(bar: &ProgressBar) {
    let form = match bar.length() {
        Some(_) => "{bar:30} {percent}% {msg}, {elapsed} gone, {eta} left",
        None => "{spinner} {msg}, {elapsed} gone",
    };
    if let Ok(style) = ProgressStyle::with_template(form) {
        bar.set_style(style);
    }
}
