//! The commands that README.md and docs/ show: each is run here, or it is said why not.

mod commands;
mod wasm_pack;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::browsers::{install, on_path};
use crate::shell::{
    Outcome, SEED, built_command, cargo, read, read_text, root, run, target, write,
};
use commands::{Command, commands};

/// Commands that are not run here, and why.
const ELSEWHERE: [(&str, &str); 10] = [
    ("cargo xtask serve", "it serves until it is stopped"),
    ("cargo xtask test", "a step of CI"),
    ("cargo xtask test wasm", "a part of cargo xtask test"),
    ("cargo xtask build", "a part of cargo xtask size"),
    ("cargo xtask size", "a step of CI"),
    (
        "cargo xtask bench --spark",
        "it sets up PySpark and DuckDB, and takes minutes",
    ),
    (
        "cargo test --features parquet",
        "a part of cargo xtask test",
    ),
    (
        "cargo install --path . --features parquet",
        "as with --features cli",
    ),
    (
        "BLESS=1 cargo test --test articles",
        "it writes the reports anew",
    ),
    ("npm pack", "a part of cargo xtask test"),
];

/// The table of articles that the documents speak of.
const TABLE: &str = "tests/cli/articles.parquet";

/// Runs the commands of all documents.
///
/// # Errors
/// One fails, or it is not known how to run it.
pub fn run_all() -> Outcome {
    let mut seen = BTreeSet::new();
    let mut sandbox = None;
    for command in shown()? {
        if !seen.insert(command.line.clone()) {
            continue;
        }
        eprintln!("{}: {}", command.place, command.line);
        let done = match command.line.split(' ').next() {
            _ if elsewhere(&command.line).is_some() => {
                eprintln!(
                    "  not run: {}",
                    elsewhere(&command.line).unwrap_or_default()
                );
                Ok(())
            }
            Some("nutgraf" | "zstd") => {
                if sandbox.is_none() {
                    sandbox = Some(Sandbox::new()?);
                }
                sandbox.as_ref().map_or(Ok(()), |it| it.run(&command.line))
            }
            Some("wasm-pack") => wasm_pack::run_tests(&command.line),
            Some("cargo") => run_cargo(&command.line),
            _ => Err("it is not known how to run it".into()),
        };
        done.map_err(|error| format!("{}: {}: {error}", command.place, command.line))?;
    }
    match ELSEWHERE.iter().find(|(line, _)| !seen.contains(*line)) {
        Some((line, _)) => Err(format!("no document shows “{line}” any more").into()),
        None => Ok(()),
    }
}

/// The commands of README.md and docs/.
fn shown() -> Outcome<Vec<Command>> {
    let mut files = vec![PathBuf::from("README.md")];
    for entry in std::fs::read_dir(root().join("docs"))? {
        files.push(Path::new("docs").join(entry?.file_name()));
    }
    files.retain(|file| file.extension().is_some_and(|it| it == "md"));
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let name = file.display().to_string();
        found.extend(commands(&name, &read_text(&root().join(file))?));
    }
    Ok(found)
}

fn elsewhere(line: &str) -> Option<&'static str> {
    let known = ELSEWHERE.iter().find(|(known, _)| *known == line);
    known.map(|(_, why)| *why)
}

/// Runs a command of cargo. What it installs is built apart, as it is by people: where the tests build, it would take the place of
/// the command that the other lines are tried with.
fn run_cargo(line: &str) -> Outcome {
    let words: Vec<&str> = line.split_whitespace().skip(1).collect();
    let mut command = cargo();
    command.args(&words).stdout(Stdio::null());
    if words.first() == Some(&"install") {
        let folder = target().join("installed");
        command.args(["--quiet", "--debug", "--locked", "--root"]);
        command
            .arg(&folder)
            .arg("--target-dir")
            .arg(folder.join("build"));
    }
    run(&mut command)
}

/// A folder with the files that the documents speak of, and the command on the path.
struct Sandbox {
    folder: PathBuf,
    /// Where the command is.
    programs: PathBuf,
}

impl Sandbox {
    fn new() -> Outcome<Self> {
        let command = built_command()?;
        let folder = target().join("documents");
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        let seed = read(&root().join(SEED))?;
        write(&folder.join("article.txt"), &seed)?;
        let table = read(&root().join(TABLE))?;
        write(&folder.join("articles.parquet"), &table)?;
        let programs = command.parent().unwrap_or(&command).to_path_buf();
        let sandbox = Self { folder, programs };
        let missing: Vec<&str> = ["zstd", "jq"]
            .into_iter()
            .filter(|it| on_path(it).is_none())
            .collect();
        if let Err(why) = install(&missing) {
            eprintln!("  zstd and jq cannot be installed: {why}");
        }
        for line in [
            "printf '%s\\n' '{\"id\": 1, \"text\": \"A storm killed two men in Köln on Monday, police said.\"}' > articles.jsonl",
            "gzip -k articles.jsonl",
            "nutgraf --format json article.txt > report.json",
        ] {
            sandbox.shell(line)?;
        }
        if on_path("zstd").is_some() {
            sandbox.shell("zstd -q articles.jsonl -o 2018-02.jsonl.zst")?;
        }
        Ok(sandbox)
    }

    /// Runs a line as it stands if it names files; else only reads its options. A file that is not there is the line's failure.
    fn run(&self, line: &str) -> Outcome {
        for tool in ["zstd", "jq"].into_iter().filter(|it| line.contains(it)) {
            if on_path(tool).is_none() {
                eprintln!("  not run: there is no {tool}");
                return Ok(());
            }
        }
        match line.split_whitespace().any(is_file) {
            true => self.shell(line),
            false => self.shell(&format!("{line} --help")),
        }
    }

    fn shell(&self, line: &str) -> Outcome {
        let mut path = self.programs.clone().into_os_string();
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        run(std::process::Command::new("bash")
            .args(["-e", "-o", "pipefail", "-c", line])
            .current_dir(&self.folder)
            .stdout(Stdio::null())
            .env("PATH", path))
    }
}

/// Whether the word of a line is the name of a file: `2018-*.jsonl.zst` is, `--offsets` and `1.5` are none.
fn is_file(word: &str) -> bool {
    let ending = word.rsplit_once('.').map(|(_, ending)| ending);
    let option = word.starts_with('-');
    !option && ending.is_some_and(|it| it.starts_with(|c: char| c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::is_file;

    #[test]
    fn files_have_an_ending() {
        for word in ["article.txt", "2018-*.jsonl.zst", "a/b.parquet"] {
            assert!(is_file(word), "{word}");
        }
        for word in ["nutgraf", "--all", "-", "1.5", "batch", "--report=a.json"] {
            assert!(!is_file(word), "{word}");
        }
    }
}
