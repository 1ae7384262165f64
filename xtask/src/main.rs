//! Builds, serves, tests and measures nutgraf: `cargo xtask help`.
//!
//! Everything that a fresh machine needs beside Rust is brought in here, once, and only for the command that needs it.

mod bench;
mod browsers;
mod bundle;
mod check;
mod chunks;
mod count;
mod documents;
mod fuzz;
mod integrity;
mod module;
mod serve;
mod shell;
mod single;
mod site;
mod size;
mod spark;

use std::process::ExitCode;

use check::{Tests, run_tests};
use count::Counts;
use shell::Outcome;

const HELP: &str = "\
cargo xtask COMMAND

  build            the site in dist/, and dist/nutgraf.html, which works by double-click
  serve [--port N] build, then serve dist/, print the address and open it
  test [PART]      all tests, or those of one part: native, wasm (the module in Chromium and Firefox),
                   page (from end to end in both); browsers and packages are installed where they are missing
  size             build, then what a browser downloads, against the caps
  pack             build, then an npm package of it in target/
  bench [--without NAME …]
                   how long it takes, natively, in Node, Chromium and Firefox, beside spaCy, wink-nlp, compromise and
                   harper.js, which are set up by it, on the same articles in the same run
  bench --spark    the examples of docs/archives.md, in PySpark and DuckDB, which are set up by it: 1,000 articles, whose
                   reports have to be those of nutgraf batch
  documents        the commands that README.md and docs/ show, each run where it stands; wasm-pack is installed for it
  count [--keep]   instructions of each stage over the seed article, by callgrind, against benches/instructions.tsv; or
                   they are kept there
  fuzz [--minutes N] [TARGET]
                   random input for N minutes (10) a target; needs a nightly toolchain and `cargo install cargo-fuzz`
  fuzz --planted [TARGET]
                   whether each target finds the bug that is planted in it
  miri             the only unsafe code, in an interpreter that knows what is undefined; needs nightly's miri
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Outcome {
    match words {
        ["build"] => site::build(),
        ["serve"] => site::build().and_then(|()| serve::serve(None)),
        ["serve", "--port", port] => {
            let port = port.parse().map_err(|_| format!("“{port}” is no port"))?;
            site::build()?;
            serve::serve(Some(port))
        }
        ["test"] => run_tests(Tests::All),
        ["test", "native"] => run_tests(Tests::Native),
        ["test", "wasm"] => run_tests(Tests::Wasm),
        ["test", "page"] => run_tests(Tests::Page),
        ["size"] => site::build().and_then(|()| size::check()),
        ["pack"] => site::pack(),
        ["bench", "--spark"] => spark::compare(),
        ["bench", options @ ..] => bench::run_all(options),
        ["documents"] => documents::run_all(),
        ["count"] => count::count(Counts::Compare),
        ["count", "--keep"] => count::count(Counts::Keep),
        ["fuzz"] => fuzz::fuzz(10, None),
        ["fuzz", "--planted"] => fuzz::planted(None),
        ["fuzz", "--planted", target] => fuzz::planted(Some(target)),
        ["fuzz", "--minutes", minutes, target @ ..] => {
            let minutes = minutes
                .parse()
                .map_err(|_| format!("“{minutes}” are no minutes"))?;
            fuzz::fuzz(minutes, target.first().copied())
        }
        ["fuzz", target] => fuzz::fuzz(10, Some(target)),
        ["miri"] => fuzz::miri(),
        ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("no such command\n\n{HELP}").into()),
    }
}
