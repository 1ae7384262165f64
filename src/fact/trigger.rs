//! Which words name events and states, and of which type.

mod condition;
mod copula;
mod noun;
pub use noun::{Genitive, entry as noun_entry};
mod verb;

use crate::document::TokenRange;
use crate::report::FactType;

use super::reading::Reading;

/// How an event is expressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// By a verb.
    Verb,
    /// By an event noun with the verb that lends it a subject ("carried out an attack").
    Light,
    /// By an event noun with a verb of happening ("the attack took place", "no deaths were reported").
    Happening,
    /// By a predicate noun or adjective with its copula.
    Copula,
    /// By "there is".
    Existential,
    /// By a noun on its own ("the attack on the convoy").
    Noun,
}

/// A word that names an event.
#[derive(Clone, Debug)]
pub struct Trigger {
    /// The word.
    pub word: usize,
    /// The verb of its clause; `None` for a noun on its own.
    pub verb: Option<usize>,
    /// How the event is expressed.
    pub shape: Shape,
    /// Its type.
    pub kind: FactType,
    /// The word with its particle.
    pub tokens: TokenRange,
    /// The other words that name it: light verb, causative, copula.
    pub mentions: Vec<TokenRange>,
    /// The causative verb above it ("caused the crane to fall").
    pub causative: Option<usize>,
    /// 0 to 1: how sure it is that this is an event of this type.
    pub confidence: f32,
}

impl Trigger {
    /// The token whose place in the tree is the event's: the verb, or the noun on its own.
    pub fn node(&self) -> usize {
        self.verb.unwrap_or(self.word)
    }
}

/// The triggers of a document, in order.
pub fn find(reading: &Reading) -> Vec<Trigger> {
    let mut triggers: Vec<Trigger> = Vec::new();
    for i in 0..reading.len() {
        if reading.is_verb(i) {
            triggers.extend(if reading.lemma(i) == "be" {
                copula::read(reading, i)
            } else {
                verb::read(reading, i)
            });
        }
    }
    let mut taken = vec![false; reading.len()];
    for trigger in &triggers {
        taken[trigger.word] = true;
    }
    for i in 0..reading.len() {
        if !taken[i] {
            triggers.extend(noun::read(reading, i));
        }
    }
    triggers.sort_by_key(|trigger| (trigger.word, trigger.verb));
    triggers.dedup_by_key(|trigger| trigger.word);
    triggers.retain(|trigger| reading.document.tells(trigger.word));
    triggers
}
