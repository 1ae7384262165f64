//! Any bytes made text are analysed; what the report says holds, and JSON in every unit gives it back.

use nutgraf::Span;
use nutgraf::report::Part;
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
        for number in &mut report.summary.numbers {
            let parts = std::mem::take(&mut number.line.parts);
            number.line.parts = parts.into_iter().flat_map(|it| exact(it, text)).collect();
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
    let words = part.span.map_or("", |span| span.of(text));
    let lost = (["at least ", "more than "].iter())
        .find_map(|lost| words.find(lost).map(|at| (at, at + lost.len())));
    let (Some(span), Some((from, to))) = (part.span, lost) else {
        return vec![part];
    };
    let piece = |span: Span| Part {
        text: span.of(text).to_owned(),
        span: Some(span),
    };
    vec![
        piece(Span::new(span.start, span.start + from)),
        piece(Span::new(span.start + to, span.end)),
    ]
}
