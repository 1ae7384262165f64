//! What the blocks of facts are made of: sections with headings, and lists that fold what is too much for a first look.

use super::markup::{Html, all, element, plain};
use super::reading::Reading;

/// A section with its heading.
pub fn section(id: &str, title: &str, note: &str, content: impl Into<Html>) -> Html {
    let small = (!note.is_empty()).then(|| plain("small", note));
    let heading = format!("h-{id}");
    element(
        &format!("section.{id}"),
        &[("aria-labelledby", &heading), ("part", id)],
        all![
            element("h3.h", &[("id", &heading)], all![title, small]),
            content
        ],
    )
}

/// A table that stays one where its rows are laid out anew on a narrow screen, under a row of headings; rows after the first `limit` are folded.
pub fn grid(
    reading: &Reading,
    name: &str,
    attributes: &[(&str, &str)],
    headings: &[&str],
    rows: Vec<Html>,
    limit: usize,
) -> Html {
    let headings = headings.iter().map(|key| {
        let attributes = [("role", "columnheader"), ("scope", "col")];
        element("th", &attributes, reading.words.say(key))
    });
    let head = element("tr", &[("role", "row")], headings.collect::<Html>());
    let head = element("thead", &[("role", "rowgroup")], head);
    let attributes = [&[("role", "table")], attributes].concat();
    folded(reading, rows, limit, |rows| {
        let body = element("tbody", &[("role", "rowgroup")], rows);
        element(name, &attributes, all![head.clone(), body])
    })
}

/// The items in `list`; those after the first `limit` are folded.
pub fn limited(reading: &Reading, list: &str, items: Vec<Html>, limit: usize) -> Html {
    folded(reading, items, limit, |items| plain(list, items))
}

/// The items in what `list` makes of them; those after the first `limit` are folded.
pub fn folded(
    reading: &Reading,
    mut items: Vec<Html>,
    limit: usize,
    list: impl Fn(Html) -> Html,
) -> Html {
    let rest = items.split_off(limit.min(items.len()));
    let more = (!rest.is_empty()).then(|| {
        let summary = plain("summary", reading.words.count("more", rest.len()));
        plain("details", all![summary, list(rest.into_iter().collect())])
    });
    all![list(items.into_iter().collect()), more]
}
