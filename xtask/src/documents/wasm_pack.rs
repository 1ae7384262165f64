//! wasm-pack's own run of the module's tests, in both browsers.

use std::path::PathBuf;
use std::process::Command;

use crate::browsers::{Browsers, from_crate};
use crate::module;
use crate::shell::{Outcome, root, run, target};

/// Runs the line as it stands, and again with Firefox for Chromium. Without wasm-pack, and where it cannot be installed, it says so
/// and is content.
///
/// # Errors
/// The tests fail, or a browser is missing and cannot be installed.
pub fn run_tests(line: &str) -> Outcome {
    let wasm_pack = match from_crate("wasm-pack") {
        Ok(found) => found,
        Err(why) => {
            eprintln!("  not run: wasm-pack cannot be installed: {why}");
            return Ok(());
        }
    };
    let browsers = Browsers::ready()?;
    module::need_target()?;
    let tools = wasm_bindgen()?;
    let drivers = [&browsers.chromedriver, &browsers.geckodriver];
    let mut path =
        std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect::<Vec<_>>();
    path.splice(
        0..0,
        drivers
            .iter()
            .filter_map(|it| it.parent())
            .map(PathBuf::from),
    );
    path.insert(0, tools);
    let path = std::env::join_paths(path)?;
    for browser in ["--chrome", "--firefox"] {
        let line = line.replace("--chrome", browser);
        eprintln!("  {line}");
        run(Command::new(&wasm_pack)
            .args(line.split_whitespace().skip(1))
            .current_dir(root())
            .env("PATH", &path))?;
    }
    Ok(())
}

/// A folder with wasm-bindgen's programs, which wasm-pack would fetch otherwise: ours, under their names.
fn wasm_bindgen() -> Outcome<PathBuf> {
    let program = module::test_runner()?;
    let folder = target().join("tools/wasm-bindgen");
    std::fs::create_dir_all(&folder)?;
    for name in ["wasm-bindgen", "wasm-bindgen-test-runner"] {
        std::fs::copy(&program, folder.join(name))?;
    }
    Ok(folder)
}
