//! When: the ISO date of a time filler, from the dates that the entity stage has resolved.

use crate::document::TokenRange;

use super::reading::Reading;

/// The ISO date or range of a time filler; `None` where the text gives no date.
pub fn iso(reading: &Reading, tokens: TokenRange) -> Option<String> {
    let mut dates: Vec<(usize, String)> = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let found = reading.mention(at).and_then(|mention| {
            let iso = reading.entities[mention.entity.0]
                .value
                .as_ref()?
                .iso
                .clone()?;
            Some((mention.tokens.end, iso))
        });
        match found {
            Some((end, iso)) => {
                dates.push((at, iso));
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    let first = reading.document.lower(tokens.start);
    let opens = matches!(first.as_str(), "since" | "from" | "between");
    match dates.as_slice() {
        [] => None,
        [(_, start), (_, end), ..] if opens && !start.contains('/') && !end.contains('/') => {
            Some(format!("{start}/{end}"))
        }
        [(_, start), ..] if first == "since" && !start.contains('/') => Some(format!("{start}/")),
        // "after 2014", "before Monday" place the event beside the date, not on it.
        _ if matches!(
            first.as_str(),
            "after" | "before" | "until" | "till" | "following" | "prior" | "ahead" | "by"
        ) =>
        {
            None
        }
        [(_, date), ..] => Some(date.clone()),
    }
}
