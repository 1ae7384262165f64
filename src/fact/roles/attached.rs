//! Prepositional phrases that hang on the object or the predicate of an event, not on its verb.

use crate::document::Dep;
use crate::report::{FactType, Role};

use super::super::reading::Reading;
use super::super::trigger::Trigger;
use super::kind::{is_place, is_time};
use super::preposition::{fires, is_giving};
use super::{Filler, Found};

/// "an attack on X": what hangs on the object belongs to the event where the object only names it.
pub fn of_object(reading: &Reading, trigger: &Trigger, object: usize, fillers: &mut Vec<Filler>) {
    if trigger.word == object {
        return;
    }
    // "deliver aid to X", "kill forces in Syria": the parser hangs many of these on the object; of an amount also on the thing it
    // is of ("$5 million in aid to X").
    let amount = reading.is_class(object, "money") || reading.quantity(object).is_some();
    let inner: Vec<usize> = reading
        .children_by(object, Dep::Prep)
        .filter(|_| amount)
        .filter_map(|p| reading.child(p, Dep::Pobj))
        .flat_map(|noun| reading.children_by(noun, Dep::Prep).collect::<Vec<_>>())
        .collect();
    // "fired shells aimed at a post"
    let aimed = reading
        .children_by(object, Dep::Acl)
        .filter(|&c| matches!(reading.lemma(c).as_str(), "aim" | "direct" | "target"))
        .flat_map(|c| reading.children_by(c, Dep::Prep).collect::<Vec<_>>());
    let inner: Vec<usize> = inner.into_iter().chain(aimed).collect();
    let prepositions: Vec<usize> = reading
        .children_by(object, Dep::Prep)
        .chain(inner)
        .collect();
    for prep in prepositions {
        let word = reading.document.lower(prep);
        let Some(noun) = reading.child(prep, Dep::Pobj) else {
            continue;
        };
        let role = match word.as_str() {
            "to" if is_giving(trigger.kind) => Role::Recipient,
            "to" if trigger.kind == FactType::Office => Role::Destination,
            "with"
                if matches!(
                    trigger.kind,
                    FactType::Agree | FactType::Meet | FactType::Cooperate
                ) =>
            {
                Role::Recipient
            }
            "at" | "on" | "into" | "towards" | "toward" | "against"
                if trigger.kind == FactType::Attack && fires(reading, trigger) =>
            {
                Role::Destination
            }
            "in" | "at" | "near" | "on" if is_time(reading, noun) => Role::Time,
            "in" | "at" | "near" | "outside" | "on" if is_place(reading, noun) && prep > object => {
                Role::Place
            }
            "to" | "into" if trigger.kind == FactType::Go => Role::Destination,
            "from"
                if trigger.kind == FactType::Go
                    || trigger.kind == FactType::Seize
                    || trigger.kind == FactType::Rescue =>
            {
                Role::Origin
            }
            "with"
                if matches!(
                    trigger.kind,
                    FactType::Attack | FactType::Go | FactType::Damage
                ) =>
            {
                Role::Instrument
            }
            _ => continue,
        };
        if fillers.iter().any(|f| f.role == role) {
            continue;
        }
        super::spread(
            reading,
            role,
            Found {
                head: noun,
                via: "object-preposition",
                inherited: false,
            },
            fillers,
        );
    }
}

/// Prepositions on a predicate: "critical of X", "a source of revenue for X".
pub fn of_predicate(reading: &Reading, trigger: &Trigger, fillers: &mut Vec<Filler>) {
    for prep in reading
        .children_by(trigger.word, Dep::Prep)
        .collect::<Vec<_>>()
    {
        let Some(noun) = reading.child(prep, Dep::Pobj) else {
            continue;
        };
        let word = reading.document.lower(prep);
        // "closer to 40,000" counts; it names no one.
        if reading.quantity(prep).is_some() {
            continue;
        }
        let role = match word.as_str() {
            "of" if trigger.kind == FactType::Judge => Role::Patient,
            "of" => {
                if reading.is_nominal(trigger.word) {
                    continue;
                }
                Role::Topic
            }
            "for"
                if reading.is_class(noun, "person")
                    || reading.is_class(noun, "group")
                    || reading.entity(noun).is_some() =>
            {
                Role::Recipient
            }
            "in" | "at" | "near" | "on" if is_time(reading, noun) => Role::Time,
            "in" | "at" | "near" | "on" if is_place(reading, noun) => Role::Place,
            "about" | "by" | "at" | "over" if trigger.kind == FactType::Judge => Role::Cause,
            "from" if is_time(reading, noun) => Role::Time,
            "to" if !reading.is_nominal(trigger.word) => Role::Topic,
            _ => continue,
        };
        super::spread(
            reading,
            role,
            Found {
                head: noun,
                via: "predicate-preposition",
                inherited: false,
            },
            fillers,
        );
    }
}
