//! The module says to the letter what the native build says.

use nutgraf::Analyzer;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::golden::{ARTICLES, report_of};

#[wasm_bindgen_test]
fn reports_are_the_native_builds() {
    let analyzer =
        Analyzer::load(include_bytes!("../../model/nutgraf-en.bin")).expect("the weights load");
    for article in ARTICLES {
        let report = report_of(&analyzer, article.text);
        for (i, (native, here)) in article.report.lines().zip(report.lines()).enumerate() {
            assert_eq!(here, native, "{}: line {}", article.slug, i + 1);
        }
        assert_eq!(report.len(), article.report.len(), "{}", article.slug);
    }
}
