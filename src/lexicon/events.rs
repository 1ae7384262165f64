//! Words for events and for how sure one is of them; read by [`crate::fact`].

use super::Table;

/// Verbs that name an event or a state, with the type of the fact and its conditions.
pub static EVENT_VERBS: Table = table!("event_verbs.tsv");

/// Nouns that name an event: type, and who their genitive is.
pub static EVENT_NOUNS: Table = table!("event_nouns.tsv");

/// Adjectives that name more than a state.
pub static EVENT_ADJECTIVES: Table = table!("event_adjectives.tsv");

/// Verbs that lend their subject to an event noun.
pub static LIGHT_VERBS: Table = table!("light_verbs.tsv");

/// Verbs whose subject undergoes the event when there is no object.
pub static UNACCUSATIVE_VERBS: Table = table!("unaccusative_verbs.tsv");

/// What kinds of thing a noun stands for.
pub static NOUN_CLASSES: Table = table!("noun_classes.tsv");

/// Whether a noun stands for a time: "day", "decade".
///
/// ```
/// assert!(nutgraf::lexicon::is_time("decade") && !nutgraf::lexicon::is_time("town"));
/// ```
pub fn is_time(noun: &str) -> bool {
    (NOUN_CLASSES.get(noun)).is_some_and(|classes| classes.starts_with("time"))
}

/// Words that change how sure a source is of what they govern.
pub static STANCE_WORDS: Table = table!("stance_words.tsv");

/// Verbs that stand before an infinitive and name no event of their own.
pub static TRANSPARENT_VERBS: Table = table!("transparent_verbs.tsv");

/// Verbs that with this preposition name an event of a type of their own.
pub static PREPOSITIONAL_VERBS: Table = table!("prepositional_verbs.tsv");

/// Verbs whose object is the one who is to do what the infinitive after it says.
pub static OBJECT_CONTROL_VERBS: Table = table!("object_control_verbs.tsv");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::FactType;

    #[test]
    fn tables_are_sorted() {
        for table in [
            &EVENT_VERBS,
            &EVENT_NOUNS,
            &EVENT_ADJECTIVES,
            &LIGHT_VERBS,
            &UNACCUSATIVE_VERBS,
            &NOUN_CLASSES,
            &STANCE_WORDS,
            &TRANSPARENT_VERBS,
            &OBJECT_CONTROL_VERBS,
            &PREPOSITIONAL_VERBS,
        ] {
            assert_eq!(table.check(), Ok(()));
        }
    }

    #[test]
    fn every_trigger_has_a_type_and_every_type_has_triggers() {
        let verbs = EVENT_VERBS
            .iter()
            .flat_map(|(_, types)| types.split(' '))
            .map(|rule| rule.rsplit('>').next().unwrap_or(rule));
        let nouns = EVENT_NOUNS
            .iter()
            .filter_map(|(_, value)| value.split(' ').next());
        let mut seen = std::collections::BTreeSet::new();
        for name in verbs
            .chain(nouns)
            .chain(EVENT_ADJECTIVES.iter().map(|(_, kind)| kind))
        {
            seen.insert(FactType::from_name(name).unwrap_or_else(|| panic!("no type “{name}”")));
        }
        assert_eq!(seen.len(), FactType::ALL.len());
    }
}
