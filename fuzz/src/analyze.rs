//! Any bytes made text are analysed; what the report says holds, and JSON in every unit gives it back.

use nutgraf::Span;
use nutgraf::report::{Line, Part};
use nutgraf::text::Unit;
use nutgraf::verify::verify;
use nutgraf::wire;

use super::planted::plant;
use super::read;

pub fn analyze(data: &[u8]) {
    let text = &*String::from_utf8_lossy(data);
    let mut report = read(text);
    plant(&mut report, |report| {
        // The words that say how exact a number is are lost.
        for line in &mut report.summary.lines {
            let parts = std::mem::take(&mut line.parts);
            line.parts = parts.into_iter().flat_map(|it| exact(it, text)).collect();
            line.text = Line::join(&line.parts, text);
        }
    });
    assert_eq!(verify(&report, text), []);
    for unit in Unit::ALL {
        let again = wire::read(&wire::write(&report, text, unit), text);
        assert!(again.as_ref() == Ok(&report), "another report came back");
    }
}

/// The part as two, without the words between that say how exact a number is.
fn exact(part: Part, text: &str) -> Vec<Part> {
    let words = part.span.of(text);
    let lost = (["at least ", "more than "].iter())
        .find_map(|lost| words.find(lost).map(|at| (at, at + lost.len())));
    let Some((from, to)) = lost else {
        return vec![part];
    };
    let (start, end) = (part.span.start, part.span.end);
    let pieces = [Span::new(start, start + from), Span::new(start + to, end)];
    let pieces = pieces.map(|span| Part {
        kind: part.kind,
        span: span.trim(text),
    });
    pieces
        .into_iter()
        .filter(|piece| !piece.span.is_empty())
        .collect()
}
