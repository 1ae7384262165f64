//! Any text is cut; tokens and white space rebuild it; a paragraph more leaves the tokens before it alone.

use nutgraf::segment as cut;

use super::planted::plant;

pub fn segment(data: &[u8]) {
    let text = &*String::from_utf8_lossy(data);
    let mut document = cut::segment(text);
    plant(&mut document, |document| {
        // A letter is lost after an abbreviation in brackets.
        let at = (document.tokens.windows(2))
            .position(|pair| pair[0].span.of(text) == "(" && pair[1].span.of(text) == "U.S.");
        if let Some(at) = at {
            document.tokens[at + 1].span.end -= 1;
        }
    });
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
    cut::is_english(&document);

    let longer = format!("{text}\n\n“He left.”");
    let after = cut::segment(&longer);
    assert_eq!(
        after.tokens[..document.len()],
        document.tokens[..],
        "a paragraph more changed earlier tokens"
    );
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}
