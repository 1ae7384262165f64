//! Runs a test binary of the wasm target in a headless browser: what cargo calls as its runner. Under the name `wasm-bindgen` it is
//! that program, for wasm-pack, which asks it for its version.

fn main() -> anyhow::Result<()> {
    let words = std::env::args_os();
    match std::env::args().next() {
        Some(name) if name.ends_with("wasm-bindgen") => {
            wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(words)
        }
        _ => wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(words),
    }
}
