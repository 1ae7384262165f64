//! What all benchmarks read.

use std::fs;
use std::path::Path;

/// The seed article and the project's own, in the order in which the other programs read them.
pub fn all() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let seed = fs::read_to_string(root.join("seeds/000_09ffe61ff0e0225a.txt"));
    let mut texts = vec![seed.expect("the seed article reads")];
    let folders = fs::read_dir(root.join("tests/articles")).expect("the articles read");
    let mut folders: Vec<_> = folders.flatten().map(|folder| folder.path()).collect();
    folders.sort();
    let read = |folder: &std::path::PathBuf| fs::read_to_string(folder.join("text.txt")).ok();
    texts.extend(folders.iter().filter_map(read));
    texts
}
