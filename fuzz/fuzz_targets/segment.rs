//! Any text is cut, and tokens and white space rebuild it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::segment::{is_english, segment};

fuzz_target!(|text: &str| {
    let document = segment(text);
    let mut end = 0;
    for token in &document.tokens {
        let gap = text
            .get(end..token.span.start)
            .expect("tokens are in order, on boundaries");
        assert!(gap.chars().all(is_blank) && !token.span.is_empty());
        end = token.span.end;
    }
    assert!(
        text.get(end..)
            .is_some_and(|rest| rest.chars().all(is_blank))
    );
    is_english(&document);

    let longer = format!("{text}\n\n“He left.”");
    let after = segment(&longer);
    assert_eq!(
        after.tokens[..document.len()],
        document.tokens[..],
        "a paragraph more changed earlier tokens"
    );
});

fn is_blank(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}
