//! The article's HTML read back.

/// The text that a parser makes of the HTML; fails on anything that an article's HTML may not hold.
pub fn text_of(html: &str) -> String {
    let (mut text, mut open) = (String::new(), Vec::new());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&', '>', '"', '\'', '\r']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((letter, written)) = [
            ('&', "&amp;"),
            ('<', "&lt;"),
            ('>', "&gt;"),
            ('"', "&quot;"),
            ('\'', "&#39;"),
            ('\r', "&#13;"),
        ]
        .into_iter()
        .find(|(_, written)| rest.starts_with(written))
        {
            text.push(letter);
            rest = &rest[written.len()..];
            continue;
        }
        assert!(rest.starts_with('<'), "a bare letter at {rest:.20}");
        let end = rest.find('>').expect("a tag ends");
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "nested");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let known = match name {
            "article" => attributes == "lang=\"en\"",
            "h1" | "p" => attributes.is_empty(),
            "mark" => are_a_marks(attributes),
            _ => false,
        };
        assert!(known, "<{tag}>");
        open.push(name);
    }
    text.push_str(rest);
    assert!(open.is_empty(), "{open:?} left open");
    text
}

/// Whether these are the attributes of a mark, each quoted: its own, in their order.
fn are_a_marks(attributes: &str) -> bool {
    let mut rest = attributes;
    for name in [
        "class",
        "data-type",
        "data-entity",
        "data-name",
        "data-level",
        "data-height",
    ] {
        let value = (rest.trim_start().strip_prefix(name)).and_then(|it| it.strip_prefix("=\""));
        let Some((value, after)) = value.and_then(|it| it.split_once('"')) else {
            return false;
        };
        if value.contains(['<', '>', '\r', '\0']) {
            return false;
        }
        rest = after;
    }
    matches!(rest, "" | " data-part")
}
