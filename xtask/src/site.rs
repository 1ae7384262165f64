//! The static site in `dist/`: for any web server, and as one file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::check::need_node;
use crate::shell::{Outcome, read, read_text, root, run, target, write};
use crate::{module, single};

/// The seed article: the text that the page opens on.
const SEED: &str = "seeds/000_09ffe61ff0e0225a.txt";

/// Where in `index.html` the seed article's text goes, escaped.
const SEED_MARK: &str = "<!--seed-->";

/// Where the site is put.
pub fn folder() -> PathBuf {
    root().join("dist")
}

/// Builds `dist/`: the module, the weights, `www/`, and `dist/nutgraf.html`.
///
/// # Errors
/// The module does not compile, a file is missing or cannot be written.
pub fn build() -> Outcome {
    let dist = folder();
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(|e| format!("{}: {e}", dist.display()))?;
    }
    fs::create_dir_all(&dist).map_err(|e| format!("{}: {e}", dist.display()))?;
    module::build(&dist)?;
    write(&dist.join("nutgraf.model.bin"), read(&model())?)?;
    copy(&root().join("www"), &dist)?;
    // What a package made of this folder has to bring.
    for (file, name) in [
        ("LICENSE-MIT", "LICENSE-MIT"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
        ("NOTICE", "NOTICE"),
        ("docs/element.md", "README.md"),
    ] {
        write(&dist.join(name), read(&root().join(file))?)?;
    }
    for (slug, text) in samples()? {
        let folder = dist.join("samples");
        fs::create_dir_all(&folder)?;
        write(&folder.join(format!("{slug}.txt")), text)?;
    }
    let page = dist.join("index.html");
    let seed = escape(read_text(&root().join(SEED))?.trim_end());
    let html = read_text(&page)?;
    if !html.contains(SEED_MARK) {
        return Err(format!("www/index.html has no {SEED_MARK}").into());
    }
    write(&page, html.replace(SEED_MARK, &seed))?;
    write(&dist.join("nutgraf.html"), single::page(&dist)?)
}

/// Builds the site and makes an npm package of it in `target/`.
///
/// # Errors
/// As [`build`]; npm is missing.
pub fn pack() -> Outcome {
    build()?;
    need_node()?;
    run(std::process::Command::new("npm")
        .current_dir(folder())
        .args([
            "pack",
            "--ignore-scripts",
            "--loglevel=error",
            "--pack-destination",
        ])
        .arg(target()))
}

/// The articles that the page offers to try: those of the tests, written for this project. By name.
pub fn samples() -> Outcome<Vec<(String, String)>> {
    let mut samples = Vec::new();
    for entry in fs::read_dir(root().join("tests/articles"))? {
        let entry = entry?;
        let text = entry.path().join("text.txt");
        if text.is_file() {
            samples.push((
                entry.file_name().to_string_lossy().into_owned(),
                read_text(&text)?,
            ));
        }
    }
    samples.sort();
    Ok(samples)
}

/// The weights.
fn model() -> PathBuf {
    root().join("model/nutgraf-en.bin")
}

fn copy(from: &Path, to: &Path) -> Outcome {
    let entries = fs::read_dir(from).map_err(|e| format!("{}: {e}", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            write(&target, read(&entry.path())?)?;
        }
    }
    Ok(())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
