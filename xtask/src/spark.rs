//! The examples of docs/archives.md, run and compared with the command's own output.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::browsers::install;
use crate::shell::{Outcome, cargo, root, run, target, write};

/// The oldest Java that PySpark runs on.
const JAVA: u32 = 17;

/// Runs them on 1,000 articles, in local mode.
///
/// # Errors
/// Something is missing and cannot be brought in, an example fails, or its reports differ from those of `nutgraf batch`.
pub fn compare() -> Outcome {
    if java().is_none_or(|version| version < JAVA) {
        install(&["openjdk-17-jre-headless"])?;
    }
    let python = python()?;
    run(cargo().args(["build", "--quiet", "--release", "--features", "parquet"]))?;
    let folder = target().join("archives");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let mut path = target().join("release").into_os_string();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    run(Command::new(&python)
        .arg(root().join("benches/archives.py"))
        .arg(&folder)
        .env("PATH", path)
        .env("PYSPARK_PYTHON", &python)
        .env("SPARK_LOCAL_IP", "127.0.0.1"))
}

/// The version of the Java that is there: 17 of `openjdk version "17.0.15"`.
fn java() -> Option<u32> {
    let said = Command::new("java").arg("-version").output().ok()?.stderr;
    major(&String::from_utf8_lossy(&said))
}

fn major(said: &str) -> Option<u32> {
    let version = said.split('"').nth(1)?;
    version.split('.').next()?.parse().ok()
}

/// A Python with PySpark and DuckDB, set up once in `target/`.
fn python() -> Outcome<PathBuf> {
    let folder = target().join("tools/archives");
    let python = folder.join("bin/python");
    let done = folder.join("installed");
    if !done.exists() {
        eprintln!("installing PySpark and DuckDB, once …");
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        run(Command::new(&python)
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "-r",
            ])
            .arg(root().join("benches/archives-requirements.txt"))
            .stdout(Stdio::null()))?;
        write(&done, "")?;
    }
    Ok(python)
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_version_of_java_is_its_first_number() {
        assert_eq!(major("openjdk version \"17.0.15\" 2025-04-15\n"), Some(17));
        assert_eq!(major("openjdk version \"21\" 2023-09-19"), Some(21));
        assert_eq!(major("java version \"1.8.0_402\""), Some(1));
        assert_eq!(major("sh: java: not found"), None);
    }
}
