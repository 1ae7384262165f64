//! What "this action" and "the move" stand for: an event told before.

use crate::document::Dep;
use crate::report::FactType;

use super::draft::Draft;
use super::reading::Reading;

/// Earlier mentions that are looked at.
const WINDOW: usize = 8;

/// Gives an event that is only pointed at the type of the event it points at.
pub fn resolve(reading: &Reading, drafts: &mut [Draft]) {
    for index in 0..drafts.len() {
        let word = drafts[index].trigger.word;
        let general = matches!(
            reading.lemma(word).as_str(),
            "action" | "operation" | "move" | "step" | "act"
        );
        let pointed = reading.children(word).any(|c| {
            reading.dep(c) == Dep::Det
                && matches!(
                    reading.document.lower(c).as_str(),
                    "this" | "these" | "that" | "those"
                )
        });
        if !general || !pointed || drafts[index].trigger.kind != FactType::Occur {
            continue;
        }
        let told = drafts[index.saturating_sub(WINDOW)..index]
            .iter()
            .rev()
            .map(|draft| draft.trigger.kind)
            .find(|&kind| is_deed(kind));
        if let Some(kind) = told {
            drafts[index].trigger.kind = kind;
        }
    }
}

/// Types of what someone does on purpose.
fn is_deed(kind: FactType) -> bool {
    use FactType as T;
    matches!(
        kind,
        T::Attack
            | T::Seize
            | T::Protest
            | T::Rescue
            | T::Arrest
            | T::Regulate
            | T::Office
            | T::Trade
            | T::Enterprise
            | T::Aid
    )
}
