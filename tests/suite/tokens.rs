//! Paragraphs and tokens: how text is cut before anything is known of its grammar.

use nutgraf::document::Document;
use nutgraf::segment::segment;

/// The tokens of `text` joined by spaces, paragraphs by `¶`.
fn check(name: &str, text: &str, expected: &str) {
    let document = segment(text);
    let paragraphs: Vec<String> = (document.paragraphs.iter())
        .map(|paragraph| {
            let words: Vec<&str> = paragraph.clone().map(|i| document.word(i)).collect();
            words.join(" ")
        })
        .collect();
    assert_eq!(paragraphs.join(" ¶ "), expected, "{name}");
    rebuilds(&document);
}

/// Tokens are in order, on character boundaries and not empty; what lies between them is white space.
fn rebuilds(document: &Document<'_>) {
    let text = document.text();
    let mut end = 0;
    for token in &document.tokens {
        let gap = &text[end..token.span.start];
        assert!(
            gap.chars()
                .all(|c| c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)),
            "{gap:?} in {text:?}"
        );
        assert!(
            token.span.start < token.span.end
                && text.get(token.span.start..token.span.end).is_some()
        );
        assert_eq!(
            token.space_after,
            text[token.span.end..].starts_with(' ') && token.space_after
        );
        end = token.span.end;
    }
    assert!(
        text[end..]
            .chars()
            .all(|c| c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c))
    );
    let mut next = 0;
    for paragraph in &document.paragraphs {
        assert_eq!(paragraph.start, next);
        assert!(!paragraph.is_empty());
        next = paragraph.end;
    }
    assert_eq!(next, document.len());
}

#[test]
fn words_are_cut() {
    for (name, text, expected) in [
        ("contraction", "They didn't go.", "They did n't go ."),
        (
            "contraction_with_curly_apostrophe",
            "They didn’t go.",
            "They did n’t go .",
        ),
        (
            "possessive",
            "the coalition’s statement",
            "the coalition ’s statement",
        ),
        ("possessive_near_miss", "the ’90s", "the ’ 90s"),
        (
            "abbreviation_keeps_its_stop",
            "U.S.-backed forces left the U.S.",
            "U.S.-backed forces left the U.S.",
        ),
        ("full_stop_is_cut", "He left Syria.", "He left Syria ."),
        ("hyphen_between_words", "pro-regime", "pro - regime"),
        ("hyphen_before_number_stays", "T-54 tanks", "T-54 tanks"),
        ("money", "US$5m or £3.5bn", "US$ 5 m or £ 3.5bn"),
        ("money_near_miss", "USS Cole", "USS Cole"),
        ("percent_and_units", "30% of 5km", "30 % of 5 km"),
        ("clock", "at 10a.m. sharp", "at 10 a.m. sharp"),
        ("quotation_marks", "“Go,” he said", "“ Go , ” he said"),
        ("brackets", "(SDF) said", "( SDF ) said"),
        (
            "web_address",
            "See https://example.com/a?b=1, please",
            "See https://example.com/a?b=1 , please",
        ),
        ("web_address_near_miss", "end.Next word", "end . Next word"),
        (
            "mail_address",
            "Write to a.b@example.org.",
            "Write to a.b@example.org .",
        ),
        ("ellipsis", "Well... no", "Well ... no"),
        ("dash", "Go—now", "Go — now"),
        (
            "emoticon_is_found_again",
            "Fine :-) she said",
            "Fine :-) she said",
        ),
        ("flag", "🇨🇭 won", "🇨 🇭 won"),
        (
            "letters_of_other_scripts",
            "Škoda и Ελλάδα 東京",
            "Škoda и Ελλάδα 東京",
        ),
        (
            "combining_marks_stay",
            "cafe\u{301} noir",
            "cafe\u{301} noir",
        ),
        (
            "control_and_format_characters",
            "a\u{200b}b\u{202e}c\u{feff}d",
            "a\u{200b}b\u{202e}c\u{feff}d",
        ),
    ] {
        check(name, text, expected);
    }
}

#[test]
fn paragraphs_end() {
    let long = "word ".repeat(30) + "end.";
    let wrapped = "The storm hit the coast late on Monday and left more than\n300 homes without power, the governor said in a short\nstatement. Crews were sent out at once to repair the\nlines.";
    for (name, text, count) in [
        ("nothing", "", 0),
        ("only_white_space", " \n\t\r\n ", 0),
        ("blank_line", "One.\n\nTwo.", 2),
        ("blank_line_with_spaces", "One.\n \t \nTwo.", 2),
        ("windows_lines", "One.\r\n\r\nTwo.", 2),
        ("old_mac_lines", "One.\r\rTwo.", 2),
        ("next_line_characters", "One.\u{85}\u{85}Two.", 2),
        ("paragraph_separator", "One.\u{2029}Two.", 2),
        ("line_separators", "One.\u{2028}\u{2028}Two.", 2),
        (
            "lines_that_had_room_are_paragraphs",
            "One day.\nTwo days went by here.\nThree.",
            3,
        ),
        ("wrapped_lines_are_one_paragraph", wrapped, 1),
        (
            "unwrapped_lines_are_paragraphs",
            &format!("{long}\n{long}\n{long}"),
            3,
        ),
        ("space_is_no_end", "One. Two.", 1),
    ] {
        let document = segment(text);
        assert_eq!(document.paragraphs.len(), count, "{name}");
        rebuilds(&document);
    }
}

#[test]
fn norms_are_known() {
    let norm = |text: &str, i: usize| segment(text).tokens[i].norm;
    assert_eq!(norm("can't", 1), Some("not"));
    assert_eq!(norm("Colour", 0), Some("color"));
    assert_eq!(norm("“Yes”", 0), Some("\""));
    assert_eq!(norm("€5", 0), Some("$"));
    assert_eq!(norm("house", 0), None);
}

#[test]
fn a_headline_is_a_first_line() {
    let title = |text: &'static str| segment(text).title.map(|span| span.of(text));
    assert_eq!(
        title("Storm hits coast\n\nIt rained."),
        Some("Storm hits coast")
    );
    assert_eq!(
        title("Who won in Zürich?\n\nNobody."),
        Some("Who won in Zürich?")
    );
    assert_eq!(
        title("Strikes hit the U.S.\n\nThey went on."),
        Some("Strikes hit the U.S.")
    );
    assert_eq!(
        title("Storm hits coast\r\n\r\nIt rained."),
        Some("Storm hits coast")
    );
    // Somebody put a full stop behind it, and the lead says it again.
    assert_eq!(
        title(
            "Union leader to back Ruiz for mayor.\n\nThe leader of the dockers' union, Lena Ost, is backing Ana Ruiz for mayor of Eastport.",
        ),
        Some("Union leader to back Ruiz for mayor."),
    );
    assert_eq!(
        title(
            "Floods closed the bridge in Eastport.\n\nThe mayor said that shops would stay open for the whole week."
        ),
        None,
    );
    assert_eq!(title("It rained.\n\nIt stopped."), None);
    assert_eq!(title("Storm hits coast"), None);
    assert_eq!(title("Dear all,\n\nIt rained."), None);
    assert_eq!(title("***\n\nIt rained."), None);
}

#[test]
fn appending_a_paragraph_leaves_earlier_tokens_alone() {
    let text = "Strike in Köln\n\nThe U.S. said: “No.”\nIt rained 5 km east\n\nof here...";
    let before = segment(text);
    for more in [
        "\n\nA",
        "\n\n",
        "\n\n“",
        "\n\nof the U.S. and so on\nand on",
    ] {
        let longer = text.to_owned() + more;
        let after = segment(&longer);
        assert_eq!(after.tokens[..before.len()], before.tokens[..], "{more:?}");
    }
}

#[test]
fn long_words_take_linear_time() {
    // With a loop over the whole chunk for every cut, the slowest of these would take minutes.
    for unit in [
        "a", ".", "(", "\"", "a.", "a-", "-", "'s", "http://", "@", "a@b.", "x:", "🇨", "é", "1.",
        "$", ":-)", "''", "..a",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        rebuilds(&segment(&text));
    }
}
