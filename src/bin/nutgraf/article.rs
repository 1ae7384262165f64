//! An article as it is read: its paragraphs with an empty line between them, and what is no prose marked with what it is.

use nutgraf::Report;
use nutgraf::report::BlockKind;
use nutgraf::text::one_line;

use crate::shown::shown;

/// The article for people.
pub fn article(text: &str, report: &Report) -> String {
    let mut page = String::new();
    for (index, paragraph) in report.paragraphs.iter().enumerate() {
        let first = report
            .blocks
            .partition_point(|it| it.span.start < paragraph.start);
        let parts: Vec<String> = (report.blocks[first..].iter())
            .take_while(|block| paragraph.contains(block.span))
            .map(|block| {
                let words = one_line(block.span.of(text));
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
