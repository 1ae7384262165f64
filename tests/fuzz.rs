//! What the fuzz targets are given to begin with, and what they found in the past, tried again by every test run.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

use std::fs;
use std::path::Path;

#[path = "../fuzz/src/lib.rs"]
mod targets;

/// Tries every file of a folder of seeds.
fn replay(folder: &str, target: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/seeds")
        .join(folder);
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the seeds are there") {
        let path = entry.expect("readable").path();
        // Shown when the target panics.
        println!("{}", path.display());
        target(&fs::read(&path).expect("readable"));
        count += 1;
    }
    assert!(count >= 5, "{count} seeds");
}

#[test]
fn texts_are_analysed() {
    replay("text", targets::analyze);
}

#[test]
fn texts_are_cut() {
    replay("text", targets::segment);
}

#[test]
fn texts_are_shown() {
    replay("text", targets::html);
}

#[test]
fn reports_are_proved() {
    replay("report", targets::report);
}

#[test]
fn weights_are_checked() {
    replay("weights", targets::weights);
}

#[test]
fn lines_are_answered() {
    replay("lines", targets::lines);
}
