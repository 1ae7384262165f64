//! Saved pages: the article that is in one.

use std::path::Path;

use dom_smoothie::{Config, Readability, TextMode};

use crate::read::Article;

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

/// The article of a page: its headline, then its paragraphs, an empty line between them; and the day on which it says it was published.
///
/// # Errors
/// There is none in it.
pub fn article(page: &str) -> Result<Article, String> {
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let found = Readability::new(page, None, Some(config))
        .and_then(|mut reader| reader.parse())
        .map_err(|_| "no article was found in the page".to_owned())?;
    let title = found.title.trim();
    let paragraphs = (found.text_content.lines())
        .map(str::trim)
        .filter(|line| !line.is_empty() && *line != title);
    let text: Vec<&str> = std::iter::once(title)
        .filter(|title| !title.is_empty())
        .chain(paragraphs)
        .collect();
    Ok(Article {
        text: text.join("\n\n"),
        date: (found.published_time.as_deref())
            .and_then(|time| time.get(..10))
            .filter(|day| is_day(day))
            .map(str::to_owned),
    })
}

/// "2024-03-14".
fn is_day(day: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = day.split('-');
    let lengths = day.split('-').map(str::len);
    lengths.eq([4, 2, 2]) && parts.all(digits)
}
