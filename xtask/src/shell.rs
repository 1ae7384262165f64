//! Paths of the workspace, and programs that it runs.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a step comes to; the error is one line for people.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The root of the workspace.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// The article that the project was asked to read, from the root.
pub const SEED: &str = "seeds/000_09ffe61ff0e0225a.txt";

/// The cargo that runs us, started at the root.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.current_dir(root());
    command
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The command `nutgraf`, built as the tests build it, so that nothing is compiled twice.
///
/// # Errors
/// It does not compile.
pub fn built_command() -> Outcome<PathBuf> {
    run(cargo().args([
        "build",
        "--quiet",
        "--features",
        "parquet",
        "--bin",
        "nutgraf",
    ]))?;
    Ok(target().join("debug/nutgraf"))
}

/// Runs a program to its end.
///
/// # Errors
/// It could not be started, or ended with a status other than 0.
pub fn run(command: &mut Command) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|e| format!("{name}: {e}"))?;
    if status.success() {
        Ok(())
    } else {
        let words: Vec<_> = command.get_args().map(|a| a.to_string_lossy()).collect();
        Err(format!("{name} {} failed ({status})", words.join(" ")).into())
    }
}

/// Reads a file; the error names it.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()).into())
}

/// Reads a text file; the error names it.
pub fn read_text(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()).into())
}

/// Writes a file; the error names it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    std::fs::write(path, content).map_err(|e| format!("{}: {e}", path.display()).into())
}
