//! All tests: native, of the module in browsers, of the page from end to end.

use std::path::Path;

use crate::browsers::{Browsers, install, on_path};
use crate::module::{self, TARGET};
use crate::shell::{Outcome, cargo, root, run};
use crate::site;

/// Which tests are run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tests {
    /// All of them.
    All,
    /// Those that need no browser.
    Native,
    /// Those of the module, in both browsers.
    Wasm,
    /// Those of the page, in both browsers.
    Page,
}

/// Runs tests, after what they need has been brought in.
///
/// # Errors
/// Something is missing, or a test fails.
pub fn run_tests(tests: Tests) -> Outcome {
    let all = tests == Tests::All;
    // What is missing is said before an hour of tests, not after.
    let browsers = match tests {
        Tests::Native => None,
        _ => Some(Browsers::ready()?),
    };
    if all || tests == Tests::Page {
        need_node()?;
    }
    if all || tests == Tests::Native {
        run(cargo().args(["test", "--features", "parquet"]))?;
        run(cargo().args(["test", "--profile", "xtask", "--package", "xtask"]))?;
    }
    if let Some(browsers) = &browsers {
        if all || tests == Tests::Wasm {
            in_browsers(browsers)?;
        }
        if all || tests == Tests::Page {
            page(browsers)?;
        }
    }
    Ok(())
}

/// The tests of the module, in each browser by its driver.
fn in_browsers(browsers: &Browsers) -> Outcome {
    module::need_target()?;
    let runner = module::test_runner()?;
    for (name, variable, driver) in [
        ("Chromium", "CHROMEDRIVER", &browsers.chromedriver),
        ("Firefox", "GECKODRIVER", &browsers.geckodriver),
    ] {
        eprintln!("the module in {name}");
        run(cargo()
            .args(["test", "--target", TARGET, "--no-default-features"])
            .args(["--test", "web"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &runner)
            .env_remove("CHROMEDRIVER")
            .env_remove("GECKODRIVER")
            .env(variable, driver))?;
    }
    Ok(())
}

/// The tests of the page: node drives both browsers through it.
fn page(browsers: &Browsers) -> Outcome {
    let folder = root().join("tests/e2e");
    site::build()?;
    packages(&folder)?;
    run(std::process::Command::new("node")
        .current_dir(&folder)
        .args(["--test", "--test-concurrency=1"])
        .env("CHROMIUM", &browsers.chromium)
        .env("FIREFOX", &browsers.firefox)
        .env("DIST", site::folder()))
}

/// Installs the locked npm packages of `folder`, unless they are there.
pub fn packages(folder: &Path) -> Outcome {
    let lock = crate::shell::read(&folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(std::process::Command::new("npm").current_dir(folder).args([
        "ci",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--loglevel=error",
    ]))?;
    crate::shell::write(&installed, lock)
}

/// Node and npm, found or installed.
///
/// # Errors
/// They are missing and cannot be installed.
pub fn need_node() -> Outcome {
    let missing: Vec<&str> = [("node", "nodejs"), ("npm", "npm")]
        .into_iter()
        .filter(|(program, _)| on_path(program).is_none())
        .map(|(_, package)| package)
        .collect();
    install(&missing)
}
