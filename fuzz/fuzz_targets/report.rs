//! A report from elsewhere, forged or damaged: it is refused, or what doesn't hold is named; nothing panics, and the article's
//! HTML holds no tags but its own.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::verify::verify;
use nutgraf::{export, wire};

fuzz_target!(|data: (&str, &str)| {
    let (text, json) = data;
    let Ok(report) = serde_json::from_str::<wire::Report>(json) else {
        return;
    };
    let Ok(report) = wire::read(&report, text) else {
        return;
    };
    let _ = verify(&report, text);
    let html = export::html::article(text, &report);
    assert!(!html.to_lowercase().contains("<script"));
});
