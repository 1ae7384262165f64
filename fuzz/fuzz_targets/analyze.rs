//! Any text is analysed, and what the report says holds for it.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use nutgraf::Analyzer;
use nutgraf::analyzer::{Foreign, Options, Tokens};
use nutgraf::text::Unit;
use nutgraf::verify::verify;
use nutgraf::{export, wire};

static ANALYZER: LazyLock<Analyzer> =
    LazyLock::new(|| Analyzer::embedded().expect("the weights load"));

fuzz_target!(|text: &str| {
    let options = Options {
        tokens: Tokens::Keep,
        foreign: Foreign::Force,
        ..Options::default()
    };
    let report = ANALYZER
        .analyze(text, &options)
        .expect("analysing never fails");
    assert_eq!(verify(&report, text), []);
    for unit in Unit::ALL {
        let read = wire::read(&wire::write(&report, text, unit), text);
        assert_eq!(read.as_ref(), Ok(&report));
    }
    let html = export::html::article(text, &report);
    assert!(is_inert(&html), "{html}");
});

/// Whether the only tags are those of the article itself.
fn is_inert(html: &str) -> bool {
    html.split('<').skip(1).all(|tag| {
        let tag = tag.trim_start_matches('/');
        ["article", "h1", "p", "mark"].iter().any(|name| {
            tag.strip_prefix(name)
                .is_some_and(|rest| rest.starts_with([' ', '>']))
        })
    })
}
