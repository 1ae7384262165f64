//! Fuzzing: long runs over every target, and the proof that each target finds what it is for.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::shell::{Outcome, root, run};

/// Each target, the seeds it begins with, the longest input in bytes, and the words that its inputs are made of, if any.
const TARGETS: [Target; 6] = [
    ("segment", "text", 3000, "text.dict"),
    ("analyze", "text", 1500, "text.dict"),
    ("html", "text", 1500, "text.dict"),
    ("report", "report", 2000, "json.dict"),
    ("weights", "weights", 400, ""),
    ("lines", "lines", 1200, "json.dict"),
];

type Target = (&'static str, &'static str, u32, &'static str);

/// Seconds within which a planted bug has to be found.
const PLANTED_SECONDS: u32 = 300;

/// Runs a target, or all of them one after the other, for some minutes each. What it finds lies in `fuzz/artifacts/`.
///
/// # Errors
/// A target finds something, there is no such target, or cargo-fuzz is missing.
pub fn fuzz(minutes: u32, only: Option<&str>) -> Outcome {
    for (name, seeds, longest, words) in targets(only)? {
        let corpus = root().join("fuzz/corpus").join(name);
        fs::create_dir_all(&corpus)?;
        run(fuzzer(name, &[corpus, folder(seeds)]).args(options(longest, words, minutes * 60)))?;
    }
    Ok(())
}

/// Runs every target with a bug planted in it, from its seeds alone.
///
/// # Errors
/// A target does not find its bug in time.
pub fn planted(only: Option<&str>) -> Outcome {
    for (name, seeds, longest, words) in targets(only)? {
        let found = root().join("target/planted").join(name);
        fs::create_dir_all(&found)?;
        let begun = std::time::Instant::now();
        let status = fuzzer(name, &[found.clone(), folder(seeds)])
            .args(options(longest, words, PLANTED_SECONDS))
            .arg(format!("-artifact_prefix={}/", found.display()))
            .env("NUTGRAF_PLANTED_BUGS", "1")
            .status()?;
        if status.success() {
            return Err(format!("{name} did not find its bug in {PLANTED_SECONDS} s").into());
        }
        eprintln!("{name}: found after {} s", begun.elapsed().as_secs());
    }
    Ok(())
}

/// The tests of the only unsafe code under miri.
///
/// # Errors
/// One fails, or the nightly toolchain lacks miri.
pub fn miri() -> Outcome {
    run(Command::new("cargo")
        .current_dir(root())
        .args(["+nightly", "miri", "test", "--lib", "nn::kernel"])
        .env("MIRIFLAGS", "-Zmiri-disable-isolation"))
}

fn targets(only: Option<&str>) -> Outcome<Vec<Target>> {
    let chosen: Vec<_> = (TARGETS.into_iter())
        .filter(|(name, ..)| only.is_none_or(|only| only == *name))
        .collect();
    match chosen.is_empty() {
        false => Ok(chosen),
        true => Err(format!("no target {}", only.unwrap_or_default()).into()),
    }
}

/// `cargo fuzz run` over some folders. Without a sanitizer: there is one unsafe file, and miri looks after that.
fn fuzzer(name: &str, folders: &[PathBuf]) -> Command {
    let mut command = Command::new("cargo");
    command
        .current_dir(root())
        .args(["+nightly", "fuzz", "run", "--sanitizer", "none", name])
        .args(folders)
        .arg("--");
    command
}

fn options(longest: u32, words: &str, seconds: u32) -> Vec<String> {
    let mut options = vec![
        format!("-max_len={longest}"),
        format!("-max_total_time={seconds}"),
        "-timeout=60".to_owned(),
    ];
    if !words.is_empty() {
        options.push(format!(
            "-dict={}",
            root().join("fuzz").join(words).display()
        ));
    }
    options
}

fn folder(seeds: &str) -> PathBuf {
    root().join("fuzz/seeds").join(seeds)
}
