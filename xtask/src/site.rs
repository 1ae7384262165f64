//! The static site in `dist/`: for any web server, and as one file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::check::need_node;
use crate::shell::{Outcome, SEED, read, read_text, root, run, target, write};
use crate::{chunks, integrity, module, single};

/// Where in `index.html` the seed article's text goes, escaped: the page opens on it.
const SEED_MARK: &str = "<!--seed-->";

/// The scripts of `www/` that pages and packages name, beside the cores of their families.
const ENTRIES: [&str; 7] = [
    "nut-graf-define.js",
    "pagetext.js",
    "mentions.js",
    "ranges.js",
    "words.js",
    "words.de.js",
    "page.js",
];

/// Scripts that only pages of others import: the words of the interface, all of them and in German.
pub const FOR_OTHERS: [&str; 2] = ["words.js", "words.de.js"];

/// The JavaScript side of the module.
const GLUE: &str = "nutgraf.js";

/// A library of others that the page loads, kept in `vendor/` as it was published.
const KEPT_LIBRARY: &str = "idb.js";

/// What answers for the page where there is no network, and where in it the names of the page's files go.
const SERVICE_WORKER: &str = "service-worker.js";
const FILES_MARK: &str = " /* files */";

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
    eprintln!("putting the page together …");
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
    let seed = article(read_text(&root().join(SEED))?.trim_end());
    put(&page, SEED_MARK, &seed)?;
    put(&dist.join(SERVICE_WORKER), FILES_MARK, &page_files(&dist)?)?;
    write(&dist.join("nutgraf.html"), single::page(&dist)?)?;
    // Last, for the worker and the single file are made of it as it is written.
    write(&dist.join(GLUE), chunks::small(GLUE, &script(GLUE)?)?)?;
    integrity::write_all(&dist)
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

/// A module as it is written: those of `www/`, a kept library, and the JavaScript side of the built one.
///
/// # Errors
/// There is none of that name.
pub fn script(name: &str) -> Outcome<String> {
    let folder = match name {
        GLUE => folder(),
        KEPT_LIBRARY => root().join("vendor"),
        _ => root().join("www"),
    };
    read_text(&folder.join(name))
}

/// Puts `words` where a file has `mark`.
fn put(file: &Path, mark: &str, words: &str) -> Outcome {
    let text = read_text(file)?;
    if !text.contains(mark) {
        return Err(format!("{} has no {mark}", file.display()).into());
    }
    write(file, text.replace(mark, words))
}

/// A text as HTML: its headline, and its paragraphs.
fn article(text: &str) -> String {
    let blocks: Vec<String> = text
        .split("\n\n")
        .enumerate()
        .map(|(i, block)| {
            let element = if i == 0 { "h2" } else { "p" };
            format!("<{element}>{}</{element}>", escape(block))
        })
        .collect();
    blocks.join("\n")
}

/// The names of the files that the page can ask for, as the rest of a list in JavaScript.
fn page_files(dist: &Path) -> Outcome<String> {
    let mut names = Vec::new();
    for folder in ["", "view/", "words/", "samples/"] {
        for entry in fs::read_dir(dist.join(folder))? {
            let name = format!("{folder}{}", entry?.file_name().to_string_lossy());
            let asked = [
                ".js",
                ".css",
                ".svg",
                ".wasm",
                ".bin",
                ".webmanifest",
                ".txt",
            ];
            let ours = name != SERVICE_WORKER && !FOR_OTHERS.contains(&name.as_str());
            if ours && asked.iter().any(|end| name.ends_with(end)) {
                names.push(format!(", \"./{name}\""));
            }
        }
    }
    names.sort();
    Ok(names.concat())
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

/// All files but the modules that [`scripts`] puts together; style sheets without comments and white space.
fn copy(from: &Path, to: &Path) -> Outcome {
    let entries = fs::read_dir(from).map_err(|e| format!("{}: {e}", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let target = to.join(entry.file_name());
        let is = |kind: &str| target.extension().is_some_and(|found| found == kind);
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else if !is("js") || target.ends_with("service-worker.js") {
            fs::create_dir_all(to)?;
            let mut content = read(&entry.path())?;
            if is("css") {
                content = chunks::small_style(&String::from_utf8(content)?).into_bytes();
            }
            write(&target, content)?;
        }
    }
    Ok(())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
