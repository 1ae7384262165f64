//! Runs a test binary of the wasm target in a headless browser: what cargo calls as its runner.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
