//! The static site in `dist/`: for any web server, and as one file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::check::need_node;
use crate::shell::{Outcome, read, read_text, root, run, target, write};
use crate::{chunks, module, single};

/// The seed article: the text that the page opens on.
const SEED: &str = "seeds/000_09ffe61ff0e0225a.txt";

/// Where in `index.html` the seed article's text goes, escaped.
const SEED_MARK: &str = "<!--seed-->";

/// The scripts of `www/` that pages and packages name, beside the cores of their families.
const ENTRIES: [&str; 4] = ["nut-graf-define.js", "words.js", "words.de.js", "page.js"];

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
    scripts(&dist)?;
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

/// The modules of `www/` in the files that a browser fetches: the element, the analyzer, and the worker in one piece.
fn scripts(dist: &Path) -> Outcome {
    let mut files = chunks::family(
        "nut-graf.js",
        &ENTRIES.map(String::from),
        &["analyzer.js"],
        &script,
    )?;
    files.append(&mut chunks::family(
        "analyzer.js",
        &[],
        &["nutgraf.js"],
        &script,
    )?);
    files.insert("worker.js".into(), chunks::whole("worker.js", &script)?);
    for (name, code) in files {
        let path = dist.join(name);
        fs::create_dir_all(path.parent().unwrap_or(dist))?;
        write(&path, code)?;
    }
    Ok(())
}

/// A module as it is written: those of `www/`, and the JavaScript side of the built one.
///
/// # Errors
/// There is none of that name.
pub fn script(name: &str) -> Outcome<String> {
    let folder = if name == "nutgraf.js" {
        folder()
    } else {
        root().join("www")
    };
    read_text(&folder.join(name))
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

/// All files but the modules that [`scripts`] puts together.
fn copy(from: &Path, to: &Path) -> Outcome {
    let entries = fs::read_dir(from).map_err(|e| format!("{}: {e}", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let target = to.join(entry.file_name());
        let module = target.extension().is_some_and(|kind| kind == "js");
        if entry.file_type()?.is_file() && (!module || target.ends_with("service-worker.js")) {
            write(&target, read(&entry.path())?)?;
        }
    }
    Ok(())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
