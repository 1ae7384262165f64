//! Many articles: lines in, lines out, in the same order and in constant memory.

mod line;
mod resume;

use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::Path;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use nutgraf::Analyzer;
use nutgraf::analyzer::MAX_TEXT_BYTES;
use rayon::prelude::*;

use crate::{Batch, DONE, FAILED, SOME, read};
use line::{Lines, Raw};

/// The longest line: a text of the greatest length, each of its bytes escaped (`\u0001`), and room for the other fields.
const MAX_LINE_BYTES: usize = 6 * MAX_TEXT_BYTES + 65_536;

/// Lines are read ahead until there are so many bytes or lines of them; then all are analysed at once.
const CHUNK_BYTES: usize = 8_000_000;
const CHUNK_LINES: usize = 256;

/// Analyses every line. What could not be done is told on standard error.
pub fn run(analyzer: &Analyzer, task: &Batch) -> u8 {
    match work(analyzer, task) {
        Ok(true) => DONE,
        Ok(false) => SOME,
        Err(message) => {
            eprintln!("nutgraf: {message}");
            FAILED
        }
    }
}

/// Whether all lines were analysed.
fn work(analyzer: &Analyzer, task: &Batch) -> Result<bool, String> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(task.threads.map_or(0, usize::from))
        .build()
        .map_err(|error| format!("threads: {error}"))?;
    let (mut lines, length) = open(&task.input)?;
    let mut good = true;
    let mut out: Box<dyn Write> = match &task.output {
        None => Box::new(io::stdout().lock()),
        Some(path) => {
            if same_file(&task.input, path) {
                return Err(format!("{}: is both input and output", path.display()));
            }
            let fault = |error| format!("{}: {error}", path.display());
            if task.resume && path.exists() {
                let earlier = resume::go_on(path, &mut lines)?;
                good = earlier.good;
                Box::new(earlier.file)
            } else {
                Box::new(File::create(path).map_err(fault)?)
            }
        }
    };
    let bar = progress(length);
    let mut chunk: Vec<Raw> = Vec::new();
    let mut written = 0usize;
    loop {
        chunk.clear();
        let mut bytes = 0;
        while bytes < CHUNK_BYTES && chunk.len() < CHUNK_LINES {
            let next = lines
                .next_line()
                .map_err(|error| format!("{}: {error}", read::name(&task.input)))?;
            let Some(raw) = next else { break };
            bytes += raw.len();
            chunk.push(raw);
        }
        if chunk.is_empty() {
            break;
        }
        let done: Vec<line::Done> = pool.install(|| {
            (chunk.par_iter())
                .map(|raw| {
                    let done = line::analyse(analyzer, &task.form, raw);
                    bar.inc(raw.len() as u64);
                    done
                })
                .collect()
        });
        // Buffered by the chunk: what has been written so far always ends with whole lines, unless the disk is full.
        let mut buffer = BufWriter::new(&mut out);
        for line in done {
            good &= line.good;
            buffer
                .write_all(line.json.as_bytes())
                .map_err(|error| write_fault(task, &error, written))?;
            written += 1;
        }
        buffer
            .flush()
            .map_err(|error| write_fault(task, &error, written))?;
    }
    bar.finish_and_clear();
    Ok(good)
}

fn open(path: &Path) -> Result<(Lines, Option<u64>), String> {
    if path.as_os_str() == "-" {
        return Ok((Lines::new(Box::new(BufReader::new(io::stdin()))), None));
    }
    let fault = |error| format!("{}: {error}", path.display());
    let file = File::open(path).map_err(fault)?;
    let about = file.metadata().map_err(fault)?;
    if about.is_dir() {
        return Err(format!("{}: is a directory", path.display()));
    }
    let length = about.is_file().then_some(about.len());
    Ok((Lines::new(Box::new(BufReader::new(file))), length))
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b && a.is_file(),
        _ => false,
    }
}

fn write_fault(task: &Batch, error: &io::Error, written: usize) -> String {
    let place = match &task.output {
        Some(path) => path.display().to_string(),
        None => "standard output".to_owned(),
    };
    let what = match error.kind() {
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::BrokenPipe => "was closed by its reader".to_owned(),
        _ => error.to_string(),
    };
    let advice = match &task.output {
        Some(_) => "; run again with --resume to go on",
        None => "",
    };
    format!("{place}: {what}, after about {written} lines{advice}")
}

fn progress(length: Option<u64>) -> ProgressBar {
    let target = match io::stderr().is_terminal() {
        true => ProgressDrawTarget::stderr(),
        false => ProgressDrawTarget::hidden(),
    };
    let (bar, form) = match length {
        Some(length) => (
            ProgressBar::with_draw_target(Some(length), target),
            "{bar:30} {percent}% {bytes}/{total_bytes} {eta} left",
        ),
        None => (
            ProgressBar::with_draw_target(None, target),
            "{spinner} {bytes}",
        ),
    };
    match ProgressStyle::with_template(form) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
