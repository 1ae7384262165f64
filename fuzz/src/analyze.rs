//! Any bytes made text are analysed; what the report says holds, and JSON in every unit gives it back.

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
            number.line.parts.retain(|part| {
                !part
                    .span
                    .is_some_and(|span| matches!(span.of(text), "at least" | "more than"))
            });
        }
    });
    assert_eq!(verify(&report, text), []);
    for unit in Unit::ALL {
        let again = wire::read(&wire::write(&report, text, unit), text);
        assert!(again.as_ref() == Ok(&report), "another report came back");
    }
}
