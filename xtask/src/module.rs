//! The optimised wasm module and its JavaScript side.

use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::shell::{Outcome, cargo, read, read_text, root, run, target, write};

/// What the module is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// How large a function may be that is copied to where it is called: at rustc's own bound the module is a tenth larger, and
/// no faster; at 40 it is 4 kB larger after brotli, and 3 % faster (Node 20, the project's articles).
const INLINING: &str = "llvm-args=-inline-threshold=25";

/// Builds the module and writes `nutgraf.js`, `nutgraf_bg.wasm` and `nutgraf.d.ts` into `out`.
///
/// # Errors
/// It does not compile, or `out` cannot be written.
pub fn build(out: &Path) -> Outcome {
    need_target()?;
    eprintln!("building the module (minutes, the first time) …");
    // `--crate-type cdylib` here and not in Cargo.toml: beside an rlib, cargo silently drops `lto = "fat"`.
    run(cargo()
        .args(["rustc", "--quiet", "--lib", "--crate-type", "cdylib"])
        .args(["--profile", "wasm", "--target", TARGET])
        .arg("--no-default-features")
        .args(["--config", &remapped_paths()])
        .args(["--", "-C", INLINING]))?;
    Bindgen::new()
        .input_path(target().join(TARGET).join("wasm/nutgraf.wasm"))
        .out_name("nutgraf")
        // Here and not by the profile's `strip`, which takes from wasm-bindgen what it has to know of the module.
        .remove_name_section(true)
        .remove_producers_section(true)
        .web(true)
        .and_then(|bindgen| bindgen.typescript(true).generate(out))
        .map_err(|e| format!("{e:#}"))?;
    let (glue, wasm) = (out.join("nutgraf.js"), out.join("nutgraf_bg.wasm"));
    let code = read_text(&glue)?;
    let mut bytes = read(&wasm)?;
    let hashes = import_hashes(&code);
    number_imports(&mut bytes, &hashes);
    let mut code = code.into_bytes();
    number_imports(&mut code, &hashes);
    write(&glue, code)?;
    write(&wasm, bytes)
}

/// How the names of what the module imports begin, and how long the hash is that ends them.
const IMPORTED: &str = "__wbg_";
const HASH: usize = 16;

/// The hashes that end the names of what the module imports, each once.
fn import_hashes(code: &str) -> Vec<String> {
    let names = code.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    let mut hashes: Vec<String> = Vec::new();
    for name in names.filter(|name| name.starts_with(IMPORTED)) {
        let hash = name.rsplit('_').next().unwrap_or_default();
        let is_hash = hash.len() == HASH && hash.chars().all(|c| c.is_ascii_hexdigit());
        if is_hash && !hashes.iter().any(|known| known == hash) {
            hashes.push(hash.to_string());
        }
    }
    hashes
}

/// Numbers in the place of hashes, as long as they are, so that nothing moves in a module: a hash cannot be packed.
fn number_imports(bytes: &mut [u8], hashes: &[String]) {
    for at in 1..bytes.len().saturating_sub(HASH - 1) {
        let (before, rest) = bytes.split_at_mut(at);
        let place = &mut rest[..HASH];
        let ends_name = before.ends_with(b"_") && place.iter().all(u8::is_ascii_hexdigit);
        let number = hashes
            .iter()
            .position(|hash| ends_name && hash.as_bytes() == &*place);
        if let Some(number) = number {
            place.copy_from_slice(format!("{number:0HASH$}").as_bytes());
        }
    }
}

/// Builds the program that runs tests of the module in a browser.
///
/// # Errors
/// It does not compile.
pub fn test_runner() -> Outcome<PathBuf> {
    // A program of its own, so that `cargo xtask serve` does not wait for it.
    run(cargo()
        .args([
            "build",
            "--quiet",
            "--profile",
            "xtask",
            "--package",
            "xtask",
        ])
        .args(["--features", "browsers", "--bin", "wasm-tests"]))?;
    Ok(target().join("xtask/wasm-tests"))
}

/// Brings in the standard library for browsers where it is missing: rustup does so by itself from `rust-toolchain.toml`, but
/// not for a toolchain that is already there, nor where installing by itself is switched off.
///
/// # Errors
/// It is missing, and rustup is missing too or could not fetch it.
pub fn need_target() -> Outcome {
    let library = Command::new("rustc")
        .current_dir(root())
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .map_err(|e| format!("rustc: {e}"))?;
    let folder = String::from_utf8_lossy(&library.stdout);
    if library.status.success() && Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    run(Command::new("rustup")
        .current_dir(root())
        .args(["target", "add", TARGET]))
    .map_err(|e| {
        format!("{e}; the standard library for {TARGET} is needed: rustup target add {TARGET}")
            .into()
    })
}

/// Panic messages name source files: by their place in the project, so that the module is the same from every machine.
fn remapped_paths() -> String {
    let home = std::env::var_os("CARGO_HOME").map_or_else(
        || std::env::home_dir().unwrap_or_default().join(".cargo"),
        Into::into,
    );
    let flags: Vec<String> = [home.join("registry/src"), root()]
        .iter()
        .map(|path| format!("{:?}", format!("--remap-path-prefix={}=", path.display())))
        .collect();
    format!(
        "target.wasm32-unknown-unknown.rustflags=[{}]",
        flags.join(",")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_imports_become_numbers_of_their_length() {
        let code = "a.__wbg_get_0c55869fe53c7d14(b);a.__wbg_get_23c284257cfa8353;c.__wbg_free(0)";
        let hashes = import_hashes(code);
        assert_eq!(hashes, ["0c55869fe53c7d14", "23c284257cfa8353"]);
        let mut module = b"\x1c__wbg_get_23c284257cfa8353\0".to_vec();
        number_imports(&mut module, &hashes);
        assert_eq!(module, b"\x1c__wbg_get_0000000000000001\0");
    }
}
