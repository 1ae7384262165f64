//! An article as it is read: its paragraphs with an empty line between them, and what is no prose marked with what it is.

use nutgraf::Report;
use nutgraf::report::BlockKind;

use crate::shown::shown;

/// The article for people.
pub fn article(text: &str, report: &Report) -> String {
    let mut page = String::new();
    for (index, paragraph) in report.paragraphs.iter().enumerate() {
        let parts: Vec<String> = (report.blocks.iter())
            .filter(|block| paragraph.contains(block.span))
            .map(|block| {
                let words: Vec<&str> = block.span.of(text).split_whitespace().collect();
                let words = words.join(" ");
                match block.kind {
                    BlockKind::Prose => words,
                    _ if report.title == Some(block.span) => words,
                    kind => format!("[{kind}] {words}"),
                }
            })
            .collect();
        if index > 0 {
            page.push('\n');
        }
        // A part that is no prose has a line of its own.
        page.push_str(&parts.join("\n"));
        page.push('\n');
    }
    shown(&page).into()
}
