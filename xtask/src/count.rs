//! Instructions of each stage over the seed article, counted by callgrind: the same on a busy machine.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::browsers::{install, on_path};
use crate::shell::{Outcome, SEED, built_command, read_text, root, run, target, write};

/// The stages by the functions that they begin with.
const STAGES: [(&str, &str); 7] = [
    ("segment", "nutgraf::segment::segment"),
    ("parse", "nutgraf::parse::Parser::parse"),
    ("names", "nutgraf::entity::recognizer::Recognizer::names"),
    ("entities", "nutgraf::entity::recognize"),
    ("statements", "nutgraf::statement::attribute"),
    ("facts", "nutgraf::fact::extract"),
    ("summary", "nutgraf::summary::summarize"),
];

/// Where the counts are kept that are expected: `stage<TAB>thousands of instructions` a line.
const EXPECTED: &str = "benches/instructions.tsv";

/// How far a count may be from the expected one, in percent of it: what compilers, C libraries and rules make of it.
const TOLERANCE: u64 = 25;

/// What is done with the counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// They are compared with those expected.
    Compare,
    /// They are those expected from now on.
    Keep,
}

/// Whether this processor runs the kernel whose instructions are expected.
fn has_kernel() -> bool {
    #[cfg(target_arch = "x86_64")]
    return is_x86_feature_detected!("avx2");
    #[cfg(not(target_arch = "x86_64"))]
    return false;
}

/// Counts with the build that the tests use, so that CI compiles nothing for it. Without valgrind, and where it cannot be
/// installed, it says so and is content.
///
/// # Errors
/// A stage takes more or less than is expected of it, or is not found.
pub fn count(counts: Counts) -> Outcome {
    if !has_kernel() {
        eprintln!("instructions are not counted: those expected are of a processor with AVX2");
        return Ok(());
    }
    if on_path("valgrind").is_none()
        && let Err(why) = install(&["valgrind"])
    {
        eprintln!("instructions are not counted: {why}");
        return Ok(());
    }
    let command = built_command()?;
    let out = target().join("callgrind.out");
    run(Command::new("valgrind")
        .current_dir(root())
        .args(["--quiet", "--tool=callgrind"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(command)
        .arg(SEED)
        .stdout(Stdio::null()))?;
    let profile = read_text(&out)?;
    let found = inclusive(&profile);
    let found: Vec<(&str, u64)> = STAGES
        .iter()
        .map(|&(stage, function)| match found.get(function) {
            Some(count) => Ok((stage, count / 1000)),
            None => Err(format!("{function} is not in {}", out.display())),
        })
        .collect::<Result<_, _>>()?;
    let expected = root().join(EXPECTED);
    match counts {
        Counts::Compare => compare(&found, &read_text(&expected)?),
        Counts::Keep => keep(&found, &expected),
    }
}

/// Of each function, the instructions that it and what it calls took, as the lines of its callers have them.
fn inclusive(profile: &str) -> BTreeMap<&str, u64> {
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut callee = "";
    let mut called = false;
    for line in profile.lines() {
        if let Some((id, name)) = function(line) {
            if !name.is_empty() {
                names.insert(id, name);
            }
            if line.starts_with('c') {
                callee = names.get(id).copied().unwrap_or_default();
            }
        } else if line.starts_with("calls=") {
            called = true;
        } else if std::mem::take(&mut called) {
            let cost = line.rsplit(' ').next().and_then(|cost| cost.parse().ok());
            *counts.entry(callee).or_default() += cost.unwrap_or(0);
        }
    }
    counts
}

/// The number and, where it is first named, the name of the function in `fn=(1) name` or `cfn=(1) name`.
fn function(line: &str) -> Option<(&str, &str)> {
    let rest = line
        .strip_prefix('c')
        .unwrap_or(line)
        .strip_prefix("fn=(")?;
    let (id, name) = rest.split_once(')')?;
    Some((id, name.trim_start()))
}

fn compare(found: &[(&str, u64)], expected: &str) -> Outcome {
    let expected: BTreeMap<&str, u64> = expected
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(stage, count)| Some((stage, count.parse().ok()?)))
        .collect();
    let mut off = Vec::new();
    println!("{:<12} {:>12} {:>12}", "thousands", "counted", "expected");
    for &(stage, count) in found {
        let expected = expected.get(stage).copied().unwrap_or(0);
        println!("{stage:<12} {count:>12} {expected:>12}");
        if count.abs_diff(expected) * 100 > expected * TOLERANCE {
            off.push(stage);
        }
    }
    if off.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{} off by more than {TOLERANCE} %; if that is meant: cargo xtask count --keep",
        off.join(", ")
    )
    .into())
}

fn keep(found: &[(&str, u64)], to: &Path) -> Outcome {
    let mut table = String::new();
    for (stage, count) in found {
        writeln!(table, "{stage}\t{count}")?;
    }
    write(to, table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_costs_what_its_callers_spend_on_it() {
        let profile = "fn=(1) main\n5 10\ncfn=(2) work\ncalls=2 9\n6 700\ncfn=(3)\ncalls=1 1\n7 1\nfn=(2)\n9 650\ncfn=(3) rest\n\
            calls=1 20\n10 50\nfn=(4) other\ncfn=(2)\ncalls=1 9\n3 300\n";
        let found = inclusive(profile);
        assert_eq!(found.get("work"), Some(&1000));
        assert_eq!(found.get("rest"), Some(&50));
        assert_eq!(found.get("main"), None);
    }

    #[test]
    fn counts_that_are_off_are_named() {
        let expected = "parse\t1000\nfacts\t100\n";
        assert!(compare(&[("parse", 1249), ("facts", 76)], expected).is_ok());
        let more = compare(&[("parse", 1251), ("facts", 100)], expected);
        assert!(more.is_err_and(|e| e.to_string().starts_with("parse off")));
        let less = compare(&[("parse", 1000), ("facts", 74)], expected);
        assert!(less.is_err_and(|e| e.to_string().starts_with("facts off")));
        assert!(compare(&[("names", 1)], expected).is_err());
    }
}
