//! Every tree of `trees.json`: the text that is read, and the ranges or marks that cover its words.

use js_sys::{Array, Function, Reflect};
use nutgraf::report::{Entity, EntityType, Level, Mention};
use nutgraf::text::{Unit, sha256_hex};
use nutgraf::{Report, Span, web, wire};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

#[derive(Deserialize)]
struct Tree {
    name: String,
    html: String,
    text: String,
    marks: Vec<Words>,
}

#[derive(Deserialize)]
struct Words {
    words: String,
    ranges: Vec<String>,
}

fn trees() -> Vec<Tree> {
    serde_json::from_str(include_str!("trees.json")).expect("the table reads")
}

/// A `<div>` in the document with this content, shadow roots included.
fn place(html: &str) -> Element {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .expect("a page");
    let element = document.create_element("div").expect("an element");
    let set = Reflect::get(&element, &"setHTMLUnsafe".into()).expect("a method");
    set.unchecked_into::<Function>()
        .call1(&element, &html.into())
        .expect("parses");
    document
        .document_element()
        .expect("a root")
        .append_child(&element)
        .expect("appended");
    element
}

/// A report of `text` with one entity for each of `words`, at the first place where they stand.
fn report(text: &str, words: &[&str]) -> JsValue {
    let entity = |words: &&str| {
        let start = text.find(words).expect("the words are in the text");
        Entity {
            kind: EntityType::Org,
            name: (*words).to_owned(),
            aliases: Vec::new(),
            salience: 0.0,
            value: None,
            mentions: vec![Mention {
                span: Span::new(start, start + words.len()),
                level: Level::Named,
                kind: None,
            }],
        }
    };
    let report = Report {
        length: text.len(),
        text_hash: sha256_hex(text),
        entities: words.iter().map(entity).collect(),
        ..Report::default()
    };
    wire::write(&report, text, Unit::Utf16)
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .expect("plain data")
}

/// The words of the ranges of the page's highlight with this name, in order.
fn highlighted(name: &str) -> Vec<String> {
    let look = js_sys::Function::new_with_args(
        "name",
        "return [...(CSS.highlights.get(name) ?? [])].map(String)",
    );
    let ranges = look.call1(&JsValue::NULL, &name.into()).expect("a list");
    strings(&ranges.unchecked_into())
}

fn strings(list: &Array) -> Vec<String> {
    list.iter().filter_map(|each| each.as_string()).collect()
}

/// The words of each `<mark>` within `element`, shadow roots included, in order.
fn marked(element: &Element) -> Vec<String> {
    let look = js_sys::Function::new_with_args(
        "element",
        "const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => [...(e.localName === 'mark' ? [e.textContent] : []), \
         ...(e.shadowRoot ? all(e.shadowRoot) : [])]); return all(element)",
    );
    strings(
        &look
            .call1(&JsValue::NULL, element)
            .expect("a list")
            .unchecked_into(),
    )
}

fn sorted(mut list: Vec<String>) -> Vec<String> {
    list.sort();
    list
}

#[wasm_bindgen_test]
fn each_tree_is_read_as_the_table_says() {
    for tree in trees() {
        let element = place(&tree.html);
        assert_eq!(web::read_element(&element), tree.text, "{}", tree.name);
        element.remove();
    }
}

#[wasm_bindgen_test]
fn each_tree_is_highlighted_as_the_table_says_and_stays_as_it_is() {
    for tree in trees() {
        let element = place(&tree.html);
        let before = element.inner_html();
        for Words { words, ranges } in &tree.marks {
            let drawn = web::highlight(&element, report(&tree.text, &[words])).expect("drawn");
            assert_eq!(drawn, 1, "{}: {words}", tree.name);
            assert_eq!(
                &highlighted("nut-graf-who"),
                ranges,
                "{}: {words}",
                tree.name
            );
        }
        web::clear_highlights(&element);
        assert!(highlighted("nut-graf-who").is_empty());
        assert_eq!(element.inner_html(), before, "{}", tree.name);
        element.remove();
    }
}

#[wasm_bindgen_test]
fn each_tree_is_marked_as_the_table_says_and_put_back() {
    for tree in trees() {
        let element = place(&tree.html);
        let before = element.inner_html();
        for Words { words, ranges } in &tree.marks {
            let drawn =
                web::highlight_by_marks(&element, report(&tree.text, &[words])).expect("drawn");
            assert_eq!(drawn, 1, "{}: {words}", tree.name);
            // In a tree with slots the marks stand in the order of the tree, not of the reader.
            assert_eq!(
                sorted(marked(&element)),
                sorted(ranges.clone()),
                "{}: {words}",
                tree.name
            );
            assert_eq!(
                web::read_element(&element),
                tree.text,
                "{}: {words}",
                tree.name
            );
        }
        web::clear_highlights(&element);
        assert!(marked(&element).is_empty());
        assert_eq!(element.inner_html(), before, "{}", tree.name);
        element.remove();
    }
}

#[wasm_bindgen_test]
fn nested_and_crossing_mentions_are_marked_within_each_other() {
    let text = "abc def ghi jkl";
    let element = place("<p>abc <i>def ghi</i> jkl</p>");
    let report = report(text, &["abc def ghi", "def", "ghi jkl"]);
    assert_eq!(
        web::highlight_by_marks(&element, report.clone()).expect("drawn"),
        3
    );
    assert_eq!(marked(&element), ["abc ", "def ghi", "def", "ghi", " jkl"]);
    // Drawing again replaces what was drawn.
    assert_eq!(web::highlight(&element, report).expect("drawn"), 3);
    assert!(marked(&element).is_empty());
    assert_eq!(highlighted("nut-graf-who-1"), ["abc ", "def ghi"]);
    assert_eq!(highlighted("nut-graf-who"), ["def", "ghi", " jkl"]);
    web::clear_highlights(&element);
    element.remove();
}

#[wasm_bindgen_test]
fn highlights_of_others_stay() {
    let (one, two) = (place("<p>Köln</p>"), place("<p>Bonn</p>"));
    js_sys::eval("CSS.highlights.set('theirs', new Highlight(new Range()))").expect("set");
    web::highlight(&one, report("Köln", &["Köln"])).expect("drawn");
    web::highlight(&two, report("Bonn", &["Bonn"])).expect("drawn");
    assert_eq!(highlighted("nut-graf-who"), ["Köln", "Bonn"]);
    web::clear_highlights(&one);
    assert_eq!(highlighted("nut-graf-who"), ["Bonn"]);
    web::clear_highlights(&two);
    let names = js_sys::eval("[...CSS.highlights.keys()]").expect("names");
    assert_eq!(strings(&names.unchecked_into()), ["theirs"]);
    js_sys::eval("CSS.highlights.delete('theirs')").expect("deleted");
    one.remove();
    two.remove();
}

#[wasm_bindgen_test]
fn a_report_of_another_text_is_not_drawn() {
    let element = place("<p>Köln</p>");
    let error = web::highlight(&element, report("Bonn", &["Bonn"])).expect_err("another text");
    let code = Reflect::get(&error, &"code".into()).expect("a code");
    assert_eq!(code.as_string().as_deref(), Some("other-text"));
    element.remove();
}
