//! The optimised wasm module and its JavaScript side.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::shell::{Outcome, cargo, root, run, target};

/// Builds the module and writes `nutgraf.js`, `nutgraf_bg.wasm` and `nutgraf.d.ts` into `out`.
///
/// # Errors
/// It does not compile, or `out` cannot be written.
pub fn build(out: &Path) -> Outcome {
    // `--crate-type cdylib` here and not in Cargo.toml: beside an rlib, cargo silently drops `lto = "fat"`.
    run(cargo()
        .args(["rustc", "--quiet", "--lib", "--crate-type", "cdylib"])
        .args(["--profile", "wasm", "--target", "wasm32-unknown-unknown"])
        .arg("--no-default-features")
        .args(["--config", &remapped_paths()]))?;
    Bindgen::new()
        .input_path(target().join("wasm32-unknown-unknown/wasm/nutgraf.wasm"))
        .out_name("nutgraf")
        // Here and not by the profile's `strip`, which takes from wasm-bindgen what it has to know of the module.
        .remove_name_section(true)
        .remove_producers_section(true)
        .web(true)
        .and_then(|bindgen| bindgen.typescript(true).generate(out))
        .map_err(|e| format!("{e:#}").into())
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
