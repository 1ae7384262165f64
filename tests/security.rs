//! `SECURITY.md` names a test for everything it says; each of them is there.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;

fn read(path: &str) -> Option<String> {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).ok()
}

/// Whether a name of the table is a test: `suite/hostile::a_name`, `src/nn/weights::a_name`, `e2e/trust: a title`, `fuzz target`.
fn is_there(name: &str) -> bool {
    if let Some(target) = name.strip_prefix("fuzz ") {
        let file = format!("fuzz/fuzz_targets/{target}.rs");
        return read(&file).is_some_and(|it| it.contains("fuzz_target!"));
    }
    if let Some((file, title)) = name.split_once(": ") {
        let test = format!("test(\"{title}\"");
        return read(&format!("tests/{file}.test.mjs")).is_some_and(|it| it.contains(&test));
    }
    let Some((file, function)) = name.split_once("::") else {
        return false;
    };
    let file = match file.starts_with("src/") {
        true => format!("{file}.rs"),
        false => format!("tests/{file}.rs"),
    };
    read(&file).is_some_and(|it| it.contains(&format!("fn {function}(")))
}

#[test]
fn every_test_that_security_names_exists() {
    let text = read("SECURITY.md").expect("it is there");
    let rows: Vec<&str> = (text.lines())
        .filter(|line| line.starts_with("| ") && !line.starts_with("| Input"))
        .collect();
    assert!(rows.len() >= 15, "{} rows", rows.len());
    for row in rows {
        let held = row
            .trim_end_matches('|')
            .rsplit(" | ")
            .next()
            .unwrap_or_default();
        let names: Vec<&str> = held.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "held by nothing: {row}");
        for name in names {
            assert!(is_there(name), "no test {name}");
        }
    }
}
