//! A report from elsewhere, forged or damaged: it is refused, or what does not hold is named. Nothing panics, and the article's
//! HTML holds no tags but its own.

use std::sync::LazyLock;

use nutgraf::export::fragment::{Article, fragment};
use nutgraf::export::{Format, export};
use nutgraf::text::Unit;
use nutgraf::verify::verify;
use nutgraf::wire;
use serde_json::{Value, json};

use super::plain::text_of;
use super::planted::plant;
use super::read;

/// In no UTF-8, so neither a text nor JSON holds it.
const BETWEEN: u8 = 0xFF;

const TEXT: &str = "Storm Hits Coast, Killing Two\n\nNov. 22, 2016 — “At least two men were killed on Monday,” Gen. Ana Ortiz told \
    reporters in Köln 🇨🇭. She denied that more than 30 houses had burned. The ministry may have known, the group (SDF) said.";

static GOOD: LazyLock<Value> = LazyLock::new(|| {
    serde_json::to_value(wire::write(&read(TEXT), TEXT, Unit::Utf16)).expect("plain data")
});

/// A text and JSON with a byte between them that neither can hold; or else forgeries of a good report.
pub fn report(data: &[u8]) {
    let mut parts = data.splitn(2, |&byte| byte == BETWEEN);
    match (parts.next(), parts.next()) {
        (Some(text), Some(json)) => {
            if let Ok(json) = serde_json::from_slice(json) {
                check(&String::from_utf8_lossy(text), &json);
            }
        }
        _ => {
            let mut forged = GOOD.clone();
            // Each forgery: what, and two places in the report.
            for bytes in data.chunks_exact(5).take(8) {
                let [what, a, b, c, d] = [bytes[0], bytes[1], bytes[2], bytes[3], bytes[4]];
                let place = usize::from(u16::from_le_bytes([a, b]));
                let other = usize::from(u16::from_le_bytes([c, d]));
                forge(&mut forged, what, place, other);
            }
            if let Ok(json) = serde_json::from_value(forged) {
                check(TEXT, &json);
            }
        }
    }
}

fn check(text: &str, json: &wire::Report) {
    let report = wire::read(json, text);
    let Ok(report) = report else {
        return;
    };
    let findings = verify(&report, text);
    fragment(text, &report, Article::InPage("story"));
    for &format in Format::ALL {
        let mut written = export(format, text, &report, Unit::Utf16);
        if format == Format::Html {
            plant(&mut written, |html| {
                // Markup in a name is markup.
                *html = html.replace("&lt;img", "<img");
            });
            let shown = text_of(&written);
            if findings.is_empty() {
                assert_eq!(shown, text.replace('\0', "\u{fffd}"));
            }
        }
    }
    for unit in Unit::ALL.iter().filter(|_| findings.is_empty()) {
        let again = wire::read(&wire::write(&report, text, *unit), text);
        assert!(again.as_ref() == Ok(&report), "another report came back");
    }
}

/// Changes the value at `place`, counted through the whole tree.
fn forge(tree: &mut Value, what: u8, place: usize, other: usize) {
    let count = nodes(tree);
    let copy = nth(tree, other % count).clone();
    let value = nth(tree, place % count);
    match what % 10 {
        0 => *value = json!(other),
        1 => *value = json!(u64::MAX - other as u64),
        2 => *value = Value::Null,
        3 => *value = copy,
        4 => *value = json!("<img src=x onerror=alert(1)>\"'&\0"),
        5 => {
            if let Value::Array(items) = value {
                items.clear();
            }
        }
        6 => {
            if let Value::Array(items) = value {
                items.push(copy);
            }
        }
        7 => {
            if let Value::Array(items) = value {
                items.reverse();
            }
        }
        8 => {
            if let Value::Object(fields) = value {
                let key = fields.keys().nth(other % fields.len().max(1)).cloned();
                key.and_then(|key| fields.remove(&key));
            }
        }
        _ => {
            if let Some(number) = value.as_u64() {
                *value = json!(number.wrapping_add(other as u64 % 5).wrapping_sub(2));
            }
        }
    }
}

fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(nodes).sum(),
        Value::Object(fields) => fields.values().map(nodes).sum(),
        _ => 0,
    }
}

/// The node at `place`, which must be below `nodes(value)`.
fn nth(value: &mut Value, place: usize) -> &mut Value {
    if place == 0 {
        return value;
    }
    let children: Box<dyn Iterator<Item = &mut Value> + '_> = match value {
        Value::Array(items) => Box::new(items.iter_mut()),
        Value::Object(fields) => Box::new(fields.values_mut()),
        _ => unreachable!("a place is in the tree"),
    };
    let mut left = place - 1;
    for child in children {
        let size = nodes(child);
        if left < size {
            return nth(child, left);
        }
        left -= size;
    }
    unreachable!("a place is in the tree")
}
