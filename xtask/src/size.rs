//! What a browser downloads, against the caps.

use std::collections::BTreeSet;
use std::path::Path;

use brotlic::{CompressionMode, Quality, WindowSize};

use crate::bundle::resolve;
use crate::shell::{Outcome, read, read_text};
use crate::site;

/// The most that module, weights and page may weigh together after brotli 11, in kB.
const TOGETHER_CAP: usize = 4220;

/// A download, its file in `dist/`, and the most that it may weigh after brotli 11, in kB (1000 bytes).
const CAPS: [(&str, &str, usize); 2] = [
    ("module", "nutgraf_bg.wasm", 620),
    ("weights", "nutgraf.model.bin", 3600),
];

/// The most that the single file may weigh as it is, in kB.
const SINGLE_FILE_CAP: usize = 7000;

/// The script that a page names, and the most that it and all that it imports may weigh after brotli 11, in bytes: it
/// reads the article, proves a report that was made beforehand to be the article's, and draws the first of it. Nothing else is
/// fetched until then; a test of the built element counts what is.
const ELEMENT: (&str, usize) = ("nut-graf-define.js", 13_000);

/// The most that page, scripts and styles may weigh together, in bytes.
const PAGE_CAP: usize = 67_000;

/// What the element loads by itself to draw the rest of a report, for an article in the page.
const REST: [&str; 3] = ["view/sections.js", "words/later.js", "inplace.js"];

/// Prints the sizes of the built site as a table.
///
/// # Errors
/// Something is over its cap.
pub fn check() -> Outcome {
    let dist = site::folder();
    let mut over = Vec::new();
    let mut together = 0;
    println!(
        "{:<10} {:>9} {:>9} {:>9}",
        "", "raw kB", "brotli kB", "cap kB"
    );
    for (name, file, cap) in CAPS {
        let bytes = read(&dist.join(file))?;
        let packed = brotli_size(&bytes)?;
        println!(
            "{name:<10} {:>9.1} {:>9.1} {cap:>9}",
            kilo(bytes.len()),
            kilo(packed)
        );
        together += packed;
        if packed > cap * 1000 {
            over.push(name);
        }
    }
    let (element, element_cap) = ELEMENT;
    let first = with_imports(&dist, &[element])?;
    let rest: BTreeSet<String> =
        (with_imports(&dist, &REST)?.difference(&first).cloned()).collect();
    let page = shell(&dist)?;
    for (name, files, cap) in [
        ("report", &first, Some(element_cap)),
        ("its rest", &rest, None),
        ("page", &page, Some(PAGE_CAP)),
    ] {
        let (raw, packed) = weigh(&dist, files)?;
        println!(
            "{name:<10} {:>9.1} {:>9.1} {:>9}",
            kilo(raw),
            kilo(packed),
            cap.map_or_else(String::new, |cap| (cap / 1000).to_string())
        );
        if cap.is_some_and(|cap| packed > cap) {
            over.push(name);
        }
        if name == "page" {
            together += packed;
        }
    }
    println!(
        "{:<10} {:>9} {:>9.1} {TOGETHER_CAP:>9}",
        "together",
        "",
        kilo(together)
    );
    if together > TOGETHER_CAP * 1000 {
        over.push("all together");
    }
    let single = read(&dist.join("nutgraf.html"))?.len();
    println!(
        "{:<10} {:>9.1} {:>9} {SINGLE_FILE_CAP:>9}",
        "one file",
        kilo(single),
        ""
    );
    if single > SINGLE_FILE_CAP * 1000 {
        over.push("one file");
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!("over the cap: {}", over.join(", ")).into())
    }
}

/// What a browser fetches for the first article, in kB after brotli 11.
///
/// # Errors
/// The site has not been built.
pub fn download_kilobytes() -> Outcome<f64> {
    let dist = site::folder();
    let (_, mut bytes) = weigh(&dist, &shell(&dist)?)?;
    for (_, file, _) in CAPS {
        bytes += brotli_size(&read(&dist.join(file))?)?;
    }
    Ok(kilo(bytes))
}

/// These scripts of the site and all that they import at once, by their paths.
fn with_imports(dist: &Path, names: &[&str]) -> Outcome<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut wanted: Vec<String> = names.iter().map(ToString::to_string).collect();
    while let Some(name) = wanted.pop() {
        if found.contains(&name) {
            continue;
        }
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        for address in imports(&read_text(&dist.join(&name))?) {
            wanted.push(resolve(folder, address));
        }
        found.insert(name);
    }
    Ok(found)
}

/// What a built script imports at once: `from"…"` and `import"…"` before anything else stands in it.
fn imports(code: &str) -> Vec<&str> {
    let statements = code.split(';');
    let address = |statement: &str| statement.find('"').map(|start| start + 1);
    statements
        .map(str::trim_start)
        .take_while(|statement| statement.starts_with("import"))
        .filter_map(|statement| statement.get(address(statement)?..statement.len() - 1))
        .collect()
}

/// What is put together for the page: all scripts, styles and documents that it asks for.
fn shell(dist: &Path) -> Outcome<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(dist.join(&folder))? {
            let entry = entry?;
            let name = format!("{folder}{}", entry.file_name().to_string_lossy());
            let kind = name.rsplit('.').next().unwrap_or("");
            if entry.file_type()?.is_dir() {
                folders.push(format!("{name}/"));
            } else if !site::FOR_OTHERS.contains(&name.as_str())
                && (matches!(kind, "js" | "css") || name == "index.html")
            {
                files.insert(name);
            }
        }
    }
    Ok(files)
}

/// Bytes of the files, raw and each after brotli.
fn weigh(dist: &Path, files: &BTreeSet<String>) -> Outcome<(usize, usize)> {
    let mut sum = (0, 0);
    for file in files {
        let bytes = read(&dist.join(file))?;
        sum = (sum.0 + bytes.len(), sum.1 + brotli_size(&bytes)?);
    }
    Ok(sum)
}

/// By the reference encoder, as publishers and servers have it.
fn brotli_size(bytes: &[u8]) -> Outcome<usize> {
    let quality = Quality::best();
    let bound = brotlic::compress_bound(bytes.len(), quality).ok_or("too large")?;
    let mut packed = vec![0; bound];
    let mode = CompressionMode::Generic;
    Ok(brotlic::compress(
        bytes,
        &mut packed,
        quality,
        WindowSize::best(),
        mode,
    )?)
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_read_from_the_start_of_a_script() {
        let code = "import{$modules}from\"./../core.js\";import\"./b.js\";const late=()=>import(\"./c.js\");";
        assert_eq!(imports(code), ["./../core.js", "./b.js"]);
        assert_eq!(imports("const a=1;"), [""; 0]);
    }
}
