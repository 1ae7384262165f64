//! The law of the house: who may use whom, and what stands only in one place. See the map in `src/lib.rs`.

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer and what it may use of ours, beside itself; in the order of the path of data.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("nn", &[]),
    ("document", &["text"]),
    ("lexicon", &["text", "document"]),
    ("report", &["text", "document"]),
    ("segment", &["text", "lexicon", "document", "nn"]),
    ("parse", &["text", "lexicon", "document", "segment", "nn"]),
    (
        "entity",
        &["text", "lexicon", "document", "report", "parse", "nn"],
    ),
    (
        "statement",
        &["text", "lexicon", "document", "report", "parse", "entity"],
    ),
    (
        "fact",
        &[
            "text",
            "lexicon",
            "document",
            "report",
            "parse",
            "entity",
            "statement",
        ],
    ),
    (
        "summary",
        &["text", "lexicon", "document", "report", "statement", "fact"],
    ),
    (
        "analyzer",
        &[
            "text",
            "nn",
            "document",
            "lexicon",
            "report",
            "segment",
            "parse",
            "entity",
            "statement",
            "fact",
            "summary",
        ],
    ),
    ("verify", &["text", "lexicon", "report"]),
    ("wire", &["text", "document", "report"]),
    ("export", &["text", "document", "report"]),
    (
        "web",
        &[
            "text", "document", "report", "analyzer", "verify", "wire", "export",
        ],
    ),
    ("lib", &["text", "report", "analyzer"]),
];

/// Words that may stand in no layer but these; `nn/kernel` is one file.
const ONLY_IN: &[(&[&str], &[&str])] = &[
    (
        &[
            "std::fs",
            "std::env",
            "std::time",
            "std::process",
            "std::net",
            "std::thread",
            "std::io",
        ],
        &["bin"],
    ),
    (
        &[
            "wasm_bindgen::",
            "web_sys::",
            "js_sys::",
            "serde_wasm_bindgen::",
        ],
        &["web"],
    ),
    (&["serde::", "serde_json::"], &["wire", "web", "bin"]),
    (&["unsafe {", "unsafe fn", "unsafe impl"], &["nn/kernel"]),
];

/// The longest a source file may be, in lines: a longer one holds a second noun. Tests are lists of cases, as long as they are.
const MAX_LINES: usize = 600;

#[test]
fn layers_use_only_what_is_below_them() {
    report(each_source(breaches));
}

#[test]
fn each_thing_stands_in_its_place() {
    report(each_source(misplaced));
}

#[test]
fn the_table_has_no_way_back() {
    for (i, (layer, below)) in LAYERS.iter().enumerate() {
        for used in *below {
            let position = LAYERS.iter().position(|(name, _)| name == used);
            assert!(
                position.is_some_and(|p| p < i),
                "{layer} may use {used}, which does not stand before it"
            );
        }
    }
}

#[test]
fn breaches_are_found() {
    let cases = [
        ("text/span.rs", "use crate::report::Report;", 1),
        ("fact.rs", "    crate::nn::dot(a, b)", 1),
        ("fact.rs", "use crate::{nn, text::Span};", 1),
        (
            "fact.rs",
            "use crate::{\n    text::{Span, Unit},\n    web,\n};",
            1,
        ),
        (
            "fact/role.rs",
            "use crate::entity::Named;\nuse super::event;",
            0,
        ),
        (
            "fact.rs",
            "/// See [`crate::web`].\n// crate::nn is not used here",
            0,
        ),
        ("fact.rs", "#[cfg(test)]\nmod tests { use crate::nn; }", 0),
        ("newcomer.rs", "", 1),
    ];
    for (path, code, expected) in cases {
        assert_eq!(
            breaches(Path::new(path), code).len(),
            expected,
            "{path}: {code}"
        );
    }
    let cases = [
        ("fact.rs", "let t = std::time::Instant::now();", 1),
        ("bin/nutgraf.rs", "let t = std::time::Instant::now();", 0),
        ("nn/layers.rs", "unsafe { a }", 1),
        ("nn/kernel.rs", "unsafe { a }", 0),
        ("nn/kernel/wasm.rs", "unsafe { a }", 0),
        ("export/html.rs", "use web_sys::Range;", 1),
    ];
    for (path, code, expected) in cases {
        assert_eq!(
            misplaced(Path::new(path), code).len(),
            expected,
            "{path}: {code}"
        );
    }
}

#[test]
fn files_are_short_and_name_no_machine() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let homes = ["work", "root", "home", "farm"].map(|folder| format!("/{folder}/"));
    let mut complaints = Vec::new();
    for folder in [
        "src",
        "www",
        "tests",
        "xtask/src",
        "benches",
        "model",
        ".ci",
    ] {
        for path in files(&root.join(folder)) {
            let kind = path.extension().and_then(|e| e.to_str()).unwrap_or("");
            let Some(source) = fs::read_to_string(&path).ok().filter(|_| kind != "json") else {
                continue;
            };
            let name = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .display()
                .to_string();
            let product =
                matches!(kind, "rs" | "js" | "mjs" | "css") && !name.starts_with("tests/");
            if product && source.lines().count() > MAX_LINES {
                complaints.push(format!("{name}: {} lines", source.lines().count()));
            }
            for (number, line) in source.lines().enumerate() {
                if homes.iter().any(|home| line.contains(home))
                    && !name.ends_with(".tsv")
                    && !name.ends_with(".txt")
                {
                    complaints.push(format!("{name}:{}: a path of one machine", number + 1));
                }
            }
        }
    }
    report(complaints);
}

#[test]
fn word_lists_are_sorted_and_say_each_thing_once() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let lists = files(&folder)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"));
    let complaints = lists.filter_map(|path| {
        let text = fs::read_to_string(&path).expect("a word list reads");
        let table = nutgraf::lexicon::Table::new(text.leak());
        let error = table.check().err()?;
        Some(format!("{}: {error}", path.display()))
    });
    report(complaints.collect());
}

/// The uses of `code` that its layer may not make.
fn breaches(path: &Path, code: &str) -> Vec<String> {
    let layer = layer(path);
    if layer == "bin" {
        return Vec::new();
    }
    let Some((_, below)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
        return vec![format!(
            "{}: {layer} is not in the table of layers",
            path.display()
        )];
    };
    let known = |name: &str| LAYERS.iter().any(|(layer, _)| *layer == name);
    used(&product_code(code))
        .into_iter()
        .filter(|name| known(name) && *name != layer && !below.contains(&name.as_str()))
        .map(|name| format!("{}: {layer} may not use {name}", path.display()))
        .collect()
}

/// The words of `code` that may not stand in its layer.
fn misplaced(path: &Path, code: &str) -> Vec<String> {
    let (layer, code) = (layer(path), product_code(code));
    let file = path.with_extension("");
    let mut found = Vec::new();
    for (words, places) in ONLY_IN {
        let allowed = places
            .iter()
            .any(|place| *place == layer || file.starts_with(place));
        let word = words.iter().find(|word| code.contains(**word));
        if let Some(word) = word.filter(|_| !allowed) {
            found.push(format!(
                "{}: {word} only in {}",
                path.display(),
                places.join(", ")
            ));
        }
    }
    found
}

/// The modules that follow `crate::` in `code`, groups included.
fn used(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.push(word(rest));
            continue;
        };
        // The first word of each entry of the group, and of no group within it.
        let mut depth = 0;
        let mut entry = true;
        for (i, letter) in group.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => entry = true,
                _ if entry && !letter.is_whitespace() => {
                    names.push(word(&group[i..]));
                    entry = false;
                }
                _ => {}
            }
        }
    }
    names
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// `code` without comments and without its tests.
fn product_code(code: &str) -> String {
    let code = code
        .split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap_or_default();
    let lines = code
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

fn layer(path: &Path) -> String {
    let first = path
        .components()
        .next()
        .map(|c| c.as_os_str().to_string_lossy().into_owned());
    first
        .unwrap_or_default()
        .trim_end_matches(".rs")
        .to_string()
}

fn each_source(check: impl Fn(&Path, &str) -> Vec<String>) -> Vec<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let sources = files(&src)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "rs"));
    let mut complaints = Vec::new();
    for path in sources {
        let relative = path.strip_prefix(&src).unwrap_or(&path).to_path_buf();
        let source = fs::read_to_string(&path).expect("a source file reads");
        complaints.extend(check(&relative, &source));
    }
    complaints
}

/// All files under `folder`, in order; what packages and builds leave there is not ours.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("node_modules") {
            found.extend(files(&path));
        } else if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn report(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}
