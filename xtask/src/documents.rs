//! The commands that README.md and docs/ show: each is run here, or it is said why not.

mod commands;
mod wasm_pack;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::browsers::{install, on_path};
use crate::shell::{Outcome, cargo, read, read_text, root, run, target, write};
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

const SEED: &str = "seeds/000_09ffe61ff0e0225a.txt";

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

/// Runs a command of cargo; what it installs goes into `target/`, by the profile that the tests are built with.
fn run_cargo(line: &str) -> Outcome {
    let words: Vec<&str> = line.split_whitespace().skip(1).collect();
    let mut command = cargo();
    command.args(&words).stdout(Stdio::null());
    if words.first() == Some(&"install") {
        command.args(["--quiet", "--debug", "--root"]);
        command.arg(target().join("installed"));
    }
    run(&mut command)
}

/// A folder with the files that the documents speak of, and the command on the path.
struct Sandbox {
    folder: PathBuf,
}

impl Sandbox {
    fn new() -> Outcome<Self> {
        run(cargo().args([
            "build",
            "--quiet",
            "--features",
            "parquet",
            "--bin",
            "nutgraf",
        ]))?;
        let folder = target().join("documents");
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        let seed = read(&root().join(SEED))?;
        write(&folder.join("article.txt"), &seed)?;
        let sandbox = Self { folder };
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
            "nutgraf batch articles.jsonl -o articles.parquet",
        ] {
            sandbox.shell(line)?;
        }
        if on_path("zstd").is_some() {
            sandbox.shell("zstd -q articles.jsonl -o 2018-02.jsonl.zst")?;
        }
        Ok(sandbox)
    }

    /// Runs a line as it stands if it names files; else only reads its options.
    fn run(&self, line: &str) -> Outcome {
        for tool in ["zstd", "jq"].into_iter().filter(|it| line.contains(it)) {
            if on_path(tool).is_none() {
                eprintln!("  not run: there is no {tool}");
                return Ok(());
            }
        }
        let file = |word: &str| self.folder.join(word).exists() || word.contains('*');
        match line.split_whitespace().any(file) {
            true => self.shell(line),
            false => self.shell(&format!("{line} --help")),
        }
    }

    fn shell(&self, line: &str) -> Outcome {
        let mut path = target().join("debug").into_os_string();
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        run(std::process::Command::new("bash")
            .args(["-e", "-o", "pipefail", "-c", line])
            .current_dir(&self.folder)
            .stdout(Stdio::null())
            .env("PATH", path))
    }
}
