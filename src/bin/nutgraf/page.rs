//! Saved pages: told from texts, whose words would be those of a page's tags.

use std::path::Path;

/// Whether what a file holds is a page: by its name, or by how it begins.
pub fn is_page(path: &Path, text: &str) -> bool {
    let named = (path.extension()).is_some_and(|it| {
        ["html", "htm", "xhtml"]
            .iter()
            .any(|name| it.eq_ignore_ascii_case(name))
    });
    let start: String = text.trim_start().chars().take(15).collect();
    let start = start.to_ascii_lowercase();
    named
        || ["<!doctype html", "<html"]
            .iter()
            .any(|mark| start.starts_with(mark))
}
