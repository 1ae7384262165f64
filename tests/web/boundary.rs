//! What crosses between JavaScript and the module.

use js_sys::{Error, JSON, Object, Reflect};
use nutgraf::web::{self, Analyzer};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

const WEIGHTS: &[u8] = include_bytes!("../../model/nutgraf-en.bin");

const SEED: &str = include_str!("../../seeds/000_09ffe61ff0e0225a.txt");

fn analyzer() -> Analyzer {
    Analyzer::new(WEIGHTS).expect("the weights load")
}

fn code(error: &Error) -> String {
    let code = Reflect::get(error, &"code".into()).expect("a property");
    code.as_string().unwrap_or_default()
}

fn option(name: &str, value: JsValue) -> JsValue {
    let options = Object::new();
    Reflect::set(&options, &name.into(), &value).expect("set");
    options.into()
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("an object")
}

#[wasm_bindgen_test]
fn a_report_is_plain_data_in_utf16() {
    let text = format!("🇨🇭 {SEED}");
    let report = analyzer()
        .analyze(&text, JsValue::UNDEFINED, None)
        .expect("analysed");
    let json = String::from(JSON::stringify(&report).expect("plain data"));
    let read: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(read["schema"], "nutgraf/2");
    assert_eq!(read["unit"], "utf16");
    assert_eq!(read["length"], text.encode_utf16().count());
    assert!(get(&report, "tokens").is_undefined());
    // Numbers and lists, not BigInts and Maps: what `JSON.stringify` reads and `structuredClone` copies.
    assert!(get(&report, "length").as_f64().is_some());
    let html = analyzer().to_html(&text, report).expect("drawn");
    assert!(html.starts_with("<article"));
}

#[wasm_bindgen_test]
fn the_beginning_of_a_long_text_is_a_report_of_entities_in_utf16() {
    let analyzer = analyzer();
    let short = analyzer.analyze_beginning(SEED, JsValue::UNDEFINED);
    assert!(short.expect("read").is_undefined());
    let text = format!("🇨🇭 {SEED}\n\n").repeat(10);
    let first = analyzer
        .analyze_beginning(&text, JsValue::UNDEFINED)
        .expect("read");
    let json = String::from(JSON::stringify(&first).expect("plain data"));
    let read: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let paragraphs = read["paragraphs"].as_array().expect("a list");
    assert_eq!(paragraphs[paragraphs.len() - 1]["end"], read["length"]);
    assert!(read["entities"].as_array().expect("a list").len() > 10);
    assert_eq!(read["facts"], serde_json::json!([]));
    let error = analyzer
        .analyze_beginning(&text, option("dtae", "2018-02-07".into()))
        .expect_err("refused");
    assert_eq!(code(&error), "options");
}

#[wasm_bindgen_test]
fn options_are_read_and_unknown_ones_refused() {
    let analyzer = analyzer();
    let report = analyzer
        .analyze(SEED, option("tokens", true.into()), None)
        .expect("analysed");
    assert!(get(&report, "tokens").is_object());
    // As JavaScript spreads options that were not given.
    analyzer
        .analyze(SEED, option("tokens", JsValue::UNDEFINED), None)
        .expect("analysed");
    let report = analyzer
        .analyze(SEED, option("date", "2018-02-08".into()), None)
        .expect("analysed");
    assert_eq!(
        get(&report, "date").as_string().as_deref(),
        Some("2018-02-08")
    );
    for (options, expected) in [
        (option("date", "Thursday".into()), "date"),
        (option("dates", "2018-02-08".into()), "options"),
        (option("tokens", "yes".into()), "options"),
    ] {
        assert_eq!(
            code(&analyzer.analyze(SEED, options, None).expect_err("refused")),
            expected
        );
    }
}

#[wasm_bindgen_test]
fn failures_are_errors_with_a_code() {
    assert_eq!(code(&Analyzer::new(b"").expect_err("no weights")), "model");
    assert_eq!(
        code(&Analyzer::new(&WEIGHTS[..WEIGHTS.len() / 2]).expect_err("half")),
        "model"
    );
    let long = "word ".repeat(2_000_001);
    assert_eq!(
        code(
            &analyzer()
                .analyze(&long, JsValue::NULL, None)
                .expect_err("too long")
        ),
        "too-long"
    );
    for no_report in [
        JsValue::NULL,
        JsValue::from_str("x"),
        option("schema", "nutgraf/0".into()),
    ] {
        assert_eq!(
            code(&analyzer().to_html(SEED, no_report).expect_err("no report")),
            "report"
        );
    }
}

#[wasm_bindgen_test]
fn an_empty_text_gives_an_empty_report() {
    for text in ["", " ", "\n\n\u{feff}\n"] {
        let report = analyzer()
            .analyze(text, JsValue::UNDEFINED, None)
            .expect("analysed");
        let facts: js_sys::Array = get(&report, "facts").unchecked_into();
        assert_eq!(facts.length(), 0, "{text:?}");
    }
}

#[wasm_bindgen_test]
fn a_report_is_proved_against_its_text() {
    let report = analyzer()
        .analyze(SEED, JsValue::UNDEFINED, None)
        .expect("analysed");
    let findings: js_sys::Array = web::verify(report.clone(), SEED)
        .expect("read")
        .unchecked_into();
    assert_eq!(findings.length(), 0, "{:?}", JSON::stringify(&findings));
    let other = SEED.replace("Khusham", "Khusham 🇸🇾");
    let findings: js_sys::Array = web::verify(report, &other).expect("read").unchecked_into();
    let first = get(&findings.get(0), "part");
    assert_eq!(first.as_string().as_deref(), Some("text"));
}

#[wasm_bindgen_test]
fn every_form_of_export_is_there() {
    let report = analyzer()
        .analyze(SEED, JsValue::UNDEFINED, None)
        .expect("analysed");
    for format in [
        "html",
        "md",
        "csv",
        "entities.csv",
        "statements.csv",
        "jsonld",
        "schema",
        "ann",
        "displacy",
    ] {
        let text = web::export_report(SEED, report.clone(), format).expect("exported");
        assert!(text.len() > 500, "{format}: {text}");
    }
    assert_eq!(
        code(&web::export_report(SEED, report, "pdf").expect_err("no such form")),
        "format"
    );
}
