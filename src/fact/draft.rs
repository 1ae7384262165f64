//! One mention of an event, before mentions are merged.

use crate::document::Tag;
use crate::report::StatementId;
use crate::text::Span;

use super::count::Counted;
use super::reading::Reading;
use super::roles::{self, Filler};
use super::stance::{self, Stance};
use super::trigger::Trigger;

/// Words between scare quotes; more is a quotation.
const LONGEST_SCARE_QUOTE: usize = 3;

/// One mention of an event.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The words that name it.
    pub trigger: Trigger,
    /// Who and what takes part.
    pub fillers: Vec<Filler>,
    /// How many, how far.
    pub counts: Vec<Counted>,
    /// How its source stands to it.
    pub stance: Stance,
    /// Its source; `None` is the article itself.
    pub statement: Option<StatementId>,
    /// Words of it in scare quotes.
    pub loaded: Vec<Span>,
}

/// The draft of a trigger.
pub fn read(reading: &Reading, trigger: Trigger) -> Draft {
    let fillers = roles::fill(reading, &trigger);
    let stance = stance::read(reading, &trigger);
    let statement = reading.statement(trigger.word);
    let loaded = scare_quotes(reading, &trigger);
    Draft {
        trigger,
        fillers,
        counts: Vec::new(),
        stance,
        statement,
        loaded,
    }
}

/// The quoted words that hold the trigger or what modifies it, where they are too few to be a quotation.
fn scare_quotes(reading: &Reading, trigger: &Trigger) -> Vec<Span> {
    let opens = |i: usize| {
        matches!(reading.tag(i), Tag::OpenQuote) || matches!(reading.document.word(i), "“" | "‘")
    };
    let closes = |i: usize| {
        matches!(reading.tag(i), Tag::CloseQuote)
            || matches!(reading.document.word(i), "”" | "’" | "'")
    };
    let word = trigger.word;
    let floor = word.saturating_sub(LONGEST_SCARE_QUOTE + 1);
    let Some(open) = (floor..word).rev().find(|&i| opens(i)) else {
        return Vec::new();
    };
    let last = (open + 2 + LONGEST_SCARE_QUOTE).min(reading.len());
    let Some(close) = (open + 2..last).find(|&i| closes(i)) else {
        return Vec::new();
    };
    let inside = open + 1..close;
    let modifies = inside.contains(&word) || inside.clone().any(|i| reading.head(i) == Some(word));
    if modifies {
        vec![reading.span(inside)]
    } else {
        Vec::new()
    }
}
