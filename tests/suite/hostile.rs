//! Text made to break a reader: every kind is analysed, and what is said of it holds.

use nutgraf::Analyzer;
use nutgraf::analyzer::{Foreign, MAX_TEXT_BYTES, Options, Tokens};
use nutgraf::text::{Span, Unit};
use nutgraf::verify::verify;
use nutgraf::wire;

/// Analyses `text`; its tokens rebuild it and its report holds.
#[track_caller]
fn check(analyzer: &Analyzer, name: &str, text: &str) {
    let options = Options {
        tokens: Tokens::Keep,
        foreign: Foreign::Force,
        ..Options::default()
    };
    let Ok(report) = analyzer.analyze(text, &options) else {
        unreachable!("{name}: not analysed");
    };
    assert_eq!(verify(&report, text), [], "{name}");
    let mut end = 0;
    let spans = report.tokens.iter().flatten().map(|token| token.span);
    for span in spans.chain([Span::new(text.len(), text.len())]) {
        let gap = text.get(end..span.start).unwrap_or("lost");
        assert!(
            nutgraf::text::is_blank(gap),
            "{name}: {gap:?} is in no token"
        );
        end = span.end;
    }
}

/// Runs `body` with a small stack: recursion over the text's length shows as an overflow.
fn with_a_small_stack(body: fn()) {
    let thread = std::thread::Builder::new()
        .stack_size(512 << 10)
        .spawn(body);
    assert!(thread.is_ok_and(|thread| thread.join().is_ok()));
}

#[test]
fn one_thing_over_and_over_is_read() {
    with_a_small_stack(|| {
        let Ok(analyzer) = Analyzer::embedded() else {
            unreachable!("the weights load")
        };
        for unit in [
            "a",
            "é",
            "字",
            "🇨🇭",
            "\u{301}",
            "\u{200d}",
            "\u{202e}",
            "\0",
            ". ",
            "...",
            "(",
            "((a",
            ") ",
            "“",
            "“a ",
            "\"",
            "\" ",
            "' ",
            "‘a’ ",
            "[",
            ", ",
            "; ",
            ": ",
            "-",
            "a-",
            "- ",
            "—",
            "*",
            "=",
            "1",
            "1 ",
            "1,",
            "$",
            "$1 ",
            "100 ",
            "Monday ",
            "May ",
            "2014 ",
            "said ",
            "he said ",
            "who said that ",
            "“he said” ",
            "Smith ",
            "John Smith ",
            "the group ",
            "(SDF) ",
            "of the ",
            "and ",
            "not ",
            "more than ",
            "kilometers east of ",
            "according to ",
            "because ",
            "killed ",
            "\n",
            "a\n",
            "a\n\n",
            "\r\n\r\n",
            "http://",
            "a@b.c ",
            "<b>",
            "&amp;",
            "Mr. ",
            "U.S. ",
            "a.m. ",
        ] {
            check(&analyzer, unit, &unit.repeat(3_000 / unit.len()));
        }
    });
}

#[test]
fn odd_characters_are_read() {
    with_a_small_stack(|| {
        let Ok(analyzer) = Analyzer::embedded() else {
            unreachable!("the weights load")
        };
        let around = |odd: &str| {
            format!(
                "{odd}Two men{odd} were killed {odd}on Monday{odd}, police said.{odd}\n\n{odd}It rained.{odd}"
            )
        };
        for (name, odd) in [
            ("byte_order_mark", "\u{feff}"),
            (
                "variation_selectors_as_in_text_manifests",
                "\u{fe00}\u{fe01}\u{fe0f}\u{e0100}\u{e01ef}",
            ),
            (
                "bidirectional_controls",
                "\u{202e}\u{2066}\u{2069}\u{202c}\u{200f}",
            ),
            ("zero_width", "\u{200b}\u{200c}\u{200d}\u{2060}"),
            (
                "combining_flood",
                "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}",
            ),
            ("nul", "\0"),
            ("escape", "\u{1b}[31m"),
            ("information_separators", "\u{1c}\u{1d}\u{1e}\u{1f}"),
            ("replacement_character", "\u{fffd}"),
            ("private_use", "\u{e000}\u{f0000}"),
            ("noncharacters", "\u{fffe}\u{10ffff}"),
            ("tags", "\u{e0001}\u{e0041}"),
            ("letters_that_grow", "İŉßǰΐﬃ"),
            ("line_ends", "\r\n"),
            ("markup", "<script>alert(1)</script>"),
        ] {
            check(&analyzer, name, &around(odd));
        }
        for first in (0u32..0x11_0000).step_by(0x400) {
            let block: String = (first..first + 0x400)
                .step_by(7)
                .filter_map(char::from_u32)
                .collect();
            check(
                &analyzer,
                &format!("block_{first:x}"),
                &format!("He said: {block}."),
            );
        }
    });
}

#[test]
fn a_picture_before_a_mention_is_no_part_of_it() {
    let Ok(analyzer) = Analyzer::embedded() else {
        unreachable!("the weights load")
    };
    let text = "Shelling\n\n👩‍👩‍👧‍👦🇨🇭 Another official said 👩‍👩‍👧‍👦🇨🇭 Syrian pro-regime forces attacked.";
    let Ok(report) = analyzer.analyze(text, &Options::default()) else {
        unreachable!("analysed")
    };
    let mentions = report.entities.iter().flat_map(|entity| &entity.mentions);
    let words: Vec<&str> = mentions.map(|mention| mention.span.of(text)).collect();
    assert!(
        words.contains(&"Another official") && words.contains(&"Syrian pro-regime forces"),
        "{words:?}"
    );
    assert!(words.iter().all(|words| words.is_ascii()), "{words:?}");
}

#[test]
fn a_text_that_is_too_long_is_refused() {
    let Ok(analyzer) = Analyzer::embedded() else {
        unreachable!("the weights load")
    };
    let text = "a ".repeat(MAX_TEXT_BYTES / 2 + 1);
    let refused = analyzer.analyze(&text, &Options::default());
    assert_eq!(refused.map_err(|error| error.code()), Err("too-long"));
}

#[test]
fn an_offset_that_no_number_holds_is_refused_or_named() {
    let Ok(analyzer) = Analyzer::embedded() else {
        unreachable!("the weights load")
    };
    let text = "Two men were killed in Köln 🇨🇭 on Monday, police said.";
    let report = analyzer.analyze(text, &Options::default());
    let good = report.map(|report| wire::write(&report, text, Unit::Utf16));
    let json = serde_json::to_string(&good.expect("English, and short")).expect("plain data");
    let end = format!("\"end\":{}", text.encode_utf16().count());
    let forged = json.replace(&end, &format!("\"end\":{}", usize::MAX - 1));
    assert_ne!(forged, json);
    let forged: wire::Report = serde_json::from_str(&forged).expect("a report");
    match wire::read(&forged, text) {
        Ok(report) => assert_ne!(verify(&report, text), []),
        Err(error) => assert!(
            error.to_string().contains(&(usize::MAX - 1).to_string()),
            "{error}"
        ),
    }
}
