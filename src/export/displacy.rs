//! displaCy's input for entities (`displacy.render(…, style="ent", manual=True)`).

use super::json::Json;
use super::marks::marks;
use crate::report::{Level, Report};
use crate::text::{Offsets, Unit};

pub fn entities(text: &str, report: &Report) -> String {
    let offsets = Offsets::new(text, Unit::Codepoint);
    let mut end = 0;
    let mut entities = Vec::new();
    // displaCy draws no mark within another: the outer one is kept.
    for mark in marks(text, report) {
        if mark.span.start >= end && mark.level != Level::Pronoun {
            end = mark.span.end;
            entities.push(Json::Object(vec![
                ("start", Json::Number(offsets.from_byte(mark.span.start))),
                ("end", Json::Number(offsets.from_byte(mark.span.end))),
                ("label", mark.kind.name().into()),
            ]));
        }
    }
    let input = Json::Object(vec![("text", text.into()), ("ents", Json::List(entities))]);
    format!("{input}\n")
}
