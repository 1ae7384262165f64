//! Every entry of the word lists about entities does what its list says, in the plainest sentence that it can stand in.
//!
//! These lists are kept whole as classes (all countries, all ranks, all units): that no article needed an entry yet is no reason to
//! drop it, but one that does nothing goes out.

use nutgraf::analyzer::{Analyzer, Options};
use nutgraf::lexicon::{
    COMPARATORS, CURRENCIES, DEMONYMS, DESIGNATORS, EQUIPMENT, ORGANISATIONS, PLACES, UNITS,
};
use nutgraf::report::{EntityType, Report};

struct Reader {
    analyzer: Analyzer,
    failures: Vec<String>,
    entries: usize,
}

impl Reader {
    fn new() -> Self {
        Self {
            analyzer: Analyzer::embedded().expect("the weights in the crate load"),
            failures: Vec::new(),
            entries: 0,
        }
    }

    /// Reads `text`; the entry fails where `holds` is false of the report.
    fn entry(&mut self, text: &str, holds: impl Fn(&Report) -> bool) {
        self.entries += 1;
        let report = self
            .analyzer
            .analyze(text, &Options::default())
            .expect("English");
        if !holds(&report) {
            self.failures.push(text.to_owned());
        }
    }

    /// Panics where more than `most` entries in a hundred failed.
    fn end(&self, most: usize) {
        println!(
            "{} of {}: {:?}",
            self.failures.len(),
            self.entries,
            self.failures
        );
        assert!(self.entries > 20, "{} entries", self.entries);
        assert!(
            self.failures.len() * 100 <= self.entries * most,
            "{} of {} entries do nothing: {:?}",
            self.failures.len(),
            self.entries,
            self.failures
        );
    }
}

/// Whether the report has a mention with these words and one of these types.
fn has(report: &Report, text: &str, words: &str, kinds: &[EntityType]) -> bool {
    report.entities.iter().any(|entity| {
        entity.mentions.iter().any(|mention| {
            let here = mention.span.of(text);
            let kind = kinds.contains(&entity.kind)
                || mention.kind.is_some_and(|kind| kinds.contains(&kind));
            kind && (here == words || here.strip_prefix("the ") == Some(words))
        })
    })
}

/// The key of a name as it is written: capitals on all words but the small ones, and on all letters of an acronym.
fn written(key: &str, acronyms: bool) -> String {
    let word = |word: &str| {
        let small = matches!(
            word,
            "of" | "and"
                | "the"
                | "for"
                | "on"
                | "in"
                | "to"
                | "de"
                | "es"
                | "da"
                | "del"
                | "la"
                | "al"
        );
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !small => first.to_uppercase().chain(letters).collect(),
            _ => word.to_owned(),
        }
    };
    let word = |whole: &str| {
        whole
            .split('-')
            .map(word)
            .collect::<Vec<String>>()
            .join("-")
    };
    if acronyms && key.len() <= 5 && !key.contains(' ') {
        return key.to_uppercase();
    }
    key.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[test]
fn places_are_places() {
    let mut reader = Reader::new();
    for (key, class) in PLACES.iter() {
        let name = written(
            key,
            class == "country"
                && key.len() <= 4
                && !matches!(
                    key,
                    "chad"
                        | "cuba"
                        | "fiji"
                        | "guam"
                        | "iran"
                        | "iraq"
                        | "laos"
                        | "mali"
                        | "niue"
                        | "oman"
                        | "peru"
                        | "siam"
                        | "togo"
                ),
        );
        let text = format!("They have lived in {name} for years.");
        reader.entry(&text, |report| {
            has(
                report,
                &text,
                &name,
                &[EntityType::Gpe, EntityType::Loc, EntityType::Org],
            )
        });
    }
    reader.end(4);
}

#[test]
fn peoples_are_peoples() {
    let mut reader = Reader::new();
    for (key, _) in DEMONYMS.iter() {
        let name = written(key, false);
        let text = format!("It was the largest {name} protest so far.");
        reader.entry(&text, |report| {
            has(
                report,
                &text,
                &name,
                &[EntityType::Norp, EntityType::Org, EntityType::Gpe],
            )
        });
    }
    reader.end(6);
}

#[test]
fn organisations_are_organisations() {
    let mut reader = Reader::new();
    for (key, _) in ORGANISATIONS.iter() {
        let name = written(key, true);
        let text = format!("The plan was rejected by {name} on Monday.");
        reader.entry(&text, |report| {
            has(report, &text, &name, &[EntityType::Org])
        });
    }
    reader.end(8);
}

#[test]
fn equipment_is_equipment() {
    let mut reader = Reader::new();
    for (word, class) in EQUIPMENT.iter() {
        let text = format!("Police seized the {word} on Monday.");
        let kind = EntityType::from_name(class).expect("a type");
        reader.entry(&text, |report| has(report, &text, word, &[kind]));
    }
    reader.end(8);
}

#[test]
fn units_measure() {
    let mut reader = Reader::new();
    for (unit, _) in UNITS.iter() {
        let unit = if unit.starts_with(['°', 'º']) {
            unit.to_uppercase()
        } else {
            unit.to_owned()
        };
        let text = format!("It came to 7 {unit} in all.");
        reader.entry(&text, |report| {
            report.entities.iter().any(|entity| {
                entity
                    .value
                    .as_ref()
                    .is_some_and(|value| value.value == Some(7.0) && value.unit.is_some())
                    && entity.kind != EntityType::Cardinal
            })
        });
    }
    reader.end(6);
}

#[test]
fn currencies_are_money() {
    let mut reader = Reader::new();
    for (word, _) in CURRENCIES.iter() {
        let sign = !word
            .chars()
            .all(|c| c.is_ascii_lowercase() || c == ' ' || c == '.');
        let text = if sign {
            format!("It cost {}700 in all.", word.to_uppercase())
        } else if word.len() == 3 {
            format!("It cost {} 700 in all.", word.to_uppercase())
        } else {
            format!("It cost 700 {} in all.", word.replace("u.s.", "U.S."))
        };
        reader.entry(&text, |report| {
            report
                .entities
                .iter()
                .any(|entity| entity.kind == EntityType::Money)
        });
    }
    reader.end(8);
}

#[test]
fn comparators_compare() {
    let mut reader = Reader::new();
    for (phrase, operator) in COMPARATORS.iter() {
        let verb = operator.strip_prefix("verb ");
        let operator = verb.unwrap_or(operator);
        // "near" and "within" compare distances only.
        let text = match phrase {
            "near" => continue,
            _ if verb.is_some() => format!("They {phrase} 40 houses in the town."),
            "to within" | "as far as" => format!("It fell {phrase} 40 miles of the town."),
            _ => format!("They counted {phrase} 40 houses in the town."),
        };
        reader.entry(&text, |report| {
            report.entities.iter().any(|entity| {
                let value = entity.value.as_ref();
                let said = value.and_then(|value| value.comparator);
                said.is_some_and(|said| said.name() == operator)
                    && value.and_then(|value| value.value) == Some(40.0)
            })
        });
    }
    reader.end(5);
}

#[test]
fn designators_do_not_count() {
    let mut reader = Reader::new();
    for (word, class) in DESIGNATORS.iter() {
        let word = if class == "name" {
            written(word, false)
        } else {
            word.to_owned()
        };
        let text = format!("They saw it in {word} 66 at once.");
        reader.entry(&text, |report| {
            !report.entities.iter().any(|entity| {
                entity
                    .value
                    .as_ref()
                    .is_some_and(|value| value.value == Some(66.0))
            })
        });
    }
    reader.end(2);
}
