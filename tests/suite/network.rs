//! The network: what it says of a few paragraphs is what spaCy in floating point says, and weights that are not whole are
//! refused with what is wrong with them.

use nutgraf::Analyzer;
use nutgraf::entity::recognizer::Recognizer;
use nutgraf::nn::Weights;
use nutgraf::parse::Parser;
use nutgraf::segment::segment;
use serde_json::Value;

const WEIGHTS: &[u8] = include_bytes!("../../model/nutgraf-en.bin");

#[test]
fn tags_trees_and_names_are_those_of_the_reference() {
    let reference: Vec<Value> =
        serde_json::from_str(include_str!("../../model/reference.json")).expect("JSON");
    let weights = Weights::open(WEIGHTS).expect("the weights open");
    let parser = Parser::load(&weights).expect("the parser loads");
    let recognizer = Recognizer::load(&weights).expect("the recognizer loads");
    let mut differences = Vec::new();
    for paragraph in &reference {
        let text = paragraph["text"].as_str().expect("a text");
        let mut document = segment(text);
        parser.parse(&mut document);
        let rows = paragraph["tokens"].as_array().expect("tokens");
        assert_eq!(document.len(), rows.len(), "tokens of “{text}”");
        for (i, row) in rows.iter().enumerate() {
            let token = &document.tokens[i];
            let found = serde_json::json!([token.tag.name(), token.head, token.dep.name()]);
            let expected = serde_json::json!([row[3], row[4], row[5]]);
            if found != expected {
                differences.push(format!("{} {found} {expected}: {text}", document.word(i)));
            }
        }
        let names = recognizer.names(&document).into_iter();
        let names: Value = names
            .map(|(range, kind)| serde_json::json!([range.start, range.end, kind.name()]))
            .collect();
        if names != paragraph["names"] {
            differences.push(format!("{names} {}: {text}", paragraph["names"]));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn check(weights: &[u8], message: &str) {
    let error = Analyzer::load(weights).expect_err("the weights are refused");
    assert!(error.to_string().starts_with(message), "{error}");
}

#[test]
fn weights_that_are_not_whole_are_refused() {
    check(b"", "not a nutgraf weights file");
    check(
        b"<!doctype html><title>404</title>",
        "not a nutgraf weights file",
    );
    check(&WEIGHTS[..12], "weights cut short at header");
    check(&WEIGHTS[..300], "weights cut short at directory");
    check(
        &WEIGHTS[..10_000],
        "weights cut short at syntax.embed.norm: expected at least",
    );
    check(
        &WEIGHTS[..WEIGHTS.len() - 1],
        "weights cut short at recognizer.moves: expected at least",
    );
    let mut other = WEIGHTS.to_vec();
    other[8] += 1;
    check(&other, "weights version: expected 1, found 2");
    let mut damaged = WEIGHTS.to_vec();
    damaged[WEIGHTS.len() / 2] ^= 1;
    check(&damaged, "weights damaged: expected checksum");
    let mut longer = WEIGHTS.to_vec();
    longer.push(0);
    check(&longer, "weights damaged: expected checksum");
    assert!(Analyzer::load(WEIGHTS).is_ok());
}
