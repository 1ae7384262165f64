//! Whose work is in it: every locked dependency has a licence that allows what this project does, and data files are named in
//! `NOTICE`. After a change of a lock file: `BLESS=1 cargo test --test licences`, and read the diff.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What may be linked into it, built with or tested with. `A OR B` needs one of them, `A AND B` both.
const ACCEPTED: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "NCSA",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages under another licence, which are run beside it and never part of it.
const RUN_ONLY: [(&str, &str); 1] = [("axe-core", "MPL-2.0")];

/// Crates locked in more than one version, and why. None of them is in the crate or the module; in the command, only what the
/// feature `parquet` brings.
const TWICE: [(&str, &str); 8] = [
    ("base64", "wasm-bindgen's tools"),
    (
        "getrandom",
        "an older rand in wasm-bindgen's tools, ahash in parquet, the newest in proptest",
    ),
    ("hashbrown", "an older one in wasm-bindgen's tools"),
    (
        "r-efi",
        "getrandom's, for firmware: built on no machine of ours",
    ),
    (
        "rand",
        "an older one in wasm-bindgen's tools, the newer one in proptest",
    ),
    ("rand_core", "as rand"),
    ("shlex", "wasm-bindgen's tools"),
    ("syn", "wasm-bindgen's tools; macros, linked into nothing"),
];

const TABLE: &str = "tests/licences.tsv";
const LOCKS: [&str; 2] = ["Cargo.lock", "fuzz/Cargo.lock"];
const NPM_LOCKS: [&str; 2] = ["tests/e2e/package-lock.json", "benches/package-lock.json"];

#[test]
fn every_locked_crate_has_a_licence_that_is_accepted() {
    if std::env::var_os("BLESS").is_some() {
        bless();
    }
    let text = read(TABLE);
    let table: BTreeMap<(&str, &str), &str> = text
        .lines()
        .filter(|line| !line.starts_with("# "))
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            ((fields[0], fields[1]), fields[2])
        })
        .collect();
    let locked = locked();
    let unknown: Vec<_> = locked
        .iter()
        .filter(|(name, version)| !table.contains_key(&(name.as_str(), version.as_str())))
        .collect();
    assert!(
        unknown.is_empty(),
        "not in {TABLE} (BLESS=1 adds them): {unknown:?}"
    );
    for (&(name, version), licence) in &table {
        let there = locked.contains(&(name.to_owned(), version.to_owned()));
        assert!(
            there,
            "{name} {version} is locked no longer; BLESS=1 takes it out"
        );
        assert!(is_accepted(licence), "{name} {version}: {licence}");
    }
}

#[test]
fn every_locked_package_of_npm_has_a_licence_that_is_accepted() {
    for lock in NPM_LOCKS {
        let lock: Value = serde_json::from_str(&read(lock)).expect("JSON");
        let packages = lock["packages"].as_object().expect("a list of packages");
        assert!(packages.len() > 3);
        for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
            let licence = package["license"].as_str().unwrap_or("none");
            let name = path.rsplit("node_modules/").next().unwrap_or(path);
            let accepted = is_accepted(licence) || RUN_ONLY.contains(&(name, licence));
            assert!(accepted, "{path}: {licence}");
        }
    }
}

#[test]
fn no_crate_is_locked_twice_without_a_reason() {
    let locked = locked_in("Cargo.lock");
    let mut seen = BTreeSet::new();
    let twice: BTreeSet<&str> = (locked.iter())
        .filter(|(name, _)| !seen.insert(name))
        .map(|(name, _)| name.as_str())
        .collect();
    let known: BTreeSet<&str> = TWICE.iter().map(|(name, _)| *name).collect();
    assert_eq!(twice, known);
}

#[test]
fn data_of_others_is_named_in_the_notice() {
    let notice = read("NOTICE");
    for named in [
        "model/nutgraf-en.bin",
        "token_exceptions.tsv",
        "norms.tsv",
        "symbols.tsv",
        "lemma_*.tsv",
        "compositions.tsv",
        "vendor/idb.js",
        "seeds/",
        "tests/articles/",
    ] {
        assert!(notice.contains(named), "{named}");
    }
    for file in ["LICENSE-MIT", "LICENSE-APACHE", "model/nutgraf-en.bin"] {
        assert!(root().join(file).exists(), "{file}");
    }
}

/// Whether an SPDX expression is met: `(A OR B) AND C`; older crates write `A/B`.
fn is_accepted(licence: &str) -> bool {
    licence.split(" AND ").all(|part| {
        (part.trim_matches(['(', ')']).split(" OR "))
            .flat_map(|part| part.split('/'))
            .any(|one| ACCEPTED.contains(&one))
    })
}

fn locked() -> BTreeSet<(String, String)> {
    LOCKS.iter().flat_map(|lock| locked_in(lock)).collect()
}

fn locked_in(lock: &str) -> BTreeSet<(String, String)> {
    let lock: toml::Table = read(lock).parse().expect("a lock file");
    let packages = lock["package"].as_array().expect("a list of packages");
    let field = |package: &toml::Value, name: &str| {
        (package[name].as_str())
            .expect("a name and a version")
            .to_owned()
    };
    packages
        .iter()
        .map(|package| (field(package, "name"), field(package, "version")))
        .collect()
}

/// Writes the table anew, from what the packages say of themselves.
fn bless() {
    let mut lines = BTreeSet::new();
    for lock in LOCKS {
        let told = Command::new(env!("CARGO"))
            .args([
                "metadata",
                "--format-version",
                "1",
                "--locked",
                "--all-features",
            ])
            .current_dir(root().join(lock).parent().expect("in a folder"))
            .output()
            .expect("cargo starts");
        assert!(
            told.status.success(),
            "{}",
            String::from_utf8_lossy(&told.stderr)
        );
        let told: Value = serde_json::from_slice(&told.stdout).expect("JSON");
        for package in told["packages"].as_array().expect("a list of packages") {
            let field = |name: &str| package[name].as_str().unwrap_or("none");
            lines.insert(format!(
                "{}\t{}\t{}\n",
                field("name"),
                field("version"),
                field("license")
            ));
        }
    }
    let head =
        "# Licences of the locked crates, as they state them: BLESS=1 cargo test --test licences\n";
    let table = head.to_owned() + &lines.into_iter().collect::<String>();
    std::fs::write(root().join(TABLE), table).expect("the table is written");
}

fn read(path: &str) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| unreachable!("{}: {error}", path.display()))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}
