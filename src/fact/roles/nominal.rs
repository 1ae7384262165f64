//! Events named by nouns: genitives, compounds, prepositions, and the verbs that carry them.

use crate::document::Dep;
use crate::lexicon;
use crate::report::{FactType, Role};

use super::super::place;
use super::super::reading::Reading;
use super::super::trigger::{Genitive, Shape, Trigger, noun_entry};
use super::kind::{is_place, is_time};
use super::{Filler, Found, subject};

/// The roles of an event noun and of the verb that carries it.
pub fn fill(reading: &Reading, trigger: &Trigger, fillers: &mut Vec<Filler>) {
    match trigger.shape {
        Shape::Light => carrier(reading, trigger, fillers),
        Shape::Existential if trigger.word == trigger.node() => {
            if let Some(noun) = reading.children_by(trigger.word, Dep::Attr).last() {
                super::spread(
                    reading,
                    Role::Patient,
                    Found {
                        head: noun,
                        via: "existential",
                        inherited: false,
                    },
                    fillers,
                );
            }
            return;
        }
        _ => {}
    }
    arguments(reading, trigger, fillers);
    let nobody = !fillers.iter().any(|f| f.role == Role::Patient);
    if nobody && matches!(trigger.shape, Shape::Happening | Shape::Existential) {
        let found = Found {
            head: trigger.word,
            via: "event-noun",
            inherited: false,
        };
        fillers.push(Filler {
            tokens: reading.noun(trigger.word),
            ..super::one(reading, Role::Patient, found)
        });
    }
}

/// The subject of a light verb.
fn carrier(reading: &Reading, trigger: &Trigger, fillers: &mut Vec<Filler>) {
    let Some(verb) = trigger.verb else {
        return;
    };
    let lemma = match reading.particle(verb) {
        Some(p) => format!("{} {}", reading.lemma(verb), reading.document.lower(p)),
        None => reading.lemma(verb),
    };
    let role = match lexicon::LIGHT_VERBS.get(&lemma) {
        Some("patient") => Role::Patient,
        Some("recipient") => Role::Recipient,
        _ => Role::Agent,
    };
    if !reading.is_passive(verb)
        && let Some(subject) = subject::find(reading, verb)
    {
        super::spread(
            reading,
            role,
            Found {
                via: "light-verb",
                ..subject
            },
            fillers,
        );
    }
    // "died of wounds sustained in a blast": whose they are.
    if trigger.kind == FactType::Injure && reading.dep(verb) == Dep::Acl {
        let above = reading
            .ancestors(trigger.word)
            .take(4)
            .find(|&up| reading.is_verb(up));
        if let Some(victim) = above.and_then(|above| subject::find(reading, above)) {
            super::spread(
                reading,
                Role::Patient,
                Found {
                    via: "victim",
                    inherited: true,
                    ..victim
                },
                fillers,
            );
        }
    }
    for dative in reading.children_by(verb, Dep::Dative).collect::<Vec<_>>() {
        let head = reading.child(dative, Dep::Pobj).unwrap_or(dative);
        super::spread(
            reading,
            Role::Recipient,
            Found {
                head,
                via: "dative",
                inherited: false,
            },
            fillers,
        );
    }
    // "offered his condolences", "issued an order": the words said are the patient.
    if matches!(
        trigger.kind,
        FactType::Judge | FactType::Request | FactType::Aid
    ) {
        let found = Found {
            head: trigger.word,
            via: "event-noun",
            inherited: false,
        };
        fillers.push(Filler {
            tokens: reading.noun(trigger.word),
            ..super::one(reading, Role::Patient, found)
        });
    }
}

/// Genitives, compounds and prepositions of the event noun.
pub fn arguments(reading: &Reading, trigger: &Trigger, fillers: &mut Vec<Filler>) {
    let noun = trigger.word;
    let genitive = noun_entry(reading, noun).map_or(Genitive::AgentAndPatient, |(_, g)| g);
    let has_agent = fillers.iter().any(|f| f.role == Role::Agent);
    for child in reading.children(noun).collect::<Vec<_>>() {
        match reading.dep(child) {
            Dep::Poss if is_time(reading, child) => {
                fillers.push(super::one(
                    reading,
                    Role::Time,
                    Found {
                        head: child,
                        via: "possessive",
                        inherited: false,
                    },
                ));
            }
            Dep::Poss => {
                let role = if genitive == Genitive::Patient {
                    Role::Patient
                } else {
                    Role::Agent
                };
                if !(role == Role::Agent && has_agent) {
                    super::spread(
                        reading,
                        role,
                        Found {
                            head: child,
                            via: "possessive",
                            inherited: false,
                        },
                        fillers,
                    );
                }
            }
            Dep::Compound | Dep::Nmod
                if !trigger.tokens.contains(&child) || trigger.tokens.len() > 1 =>
            {
                compound(reading, trigger, child, genitive, fillers);
            }
            Dep::Advmod | Dep::Npadvmod => {
                if let Some(tokens) = place::bearing_phrase(reading, child) {
                    fillers.push(Filler {
                        role: Role::Place,
                        head: child,
                        tokens,
                        via: "bearing",
                        inherited: false,
                    });
                }
            }
            Dep::Prep => preposition(reading, trigger, child, genitive, fillers),
            _ => {}
        }
    }
}

/// "mortar attack", "hospital attack", "crane collapse", "Mecca attack".
fn compound(
    reading: &Reading,
    trigger: &Trigger,
    child: usize,
    genitive: Genitive,
    fillers: &mut Vec<Filler>,
) {
    if trigger.tokens.contains(&child) {
        return;
    }
    let role = if is_time(reading, child) {
        Role::Time
    } else if reading.kind(child) == Some(crate::report::EntityType::Gpe) {
        Role::Place
    } else if trigger.kind == FactType::Attack
        && (reading.is_class(child, "weapon")
            || matches!(
                reading.lemma(child).as_str(),
                "air" | "artillery" | "bomb" | "suicide"
            ))
    {
        Role::Instrument
    } else if genitive == Genitive::Agent {
        Role::Agent
    } else {
        Role::Patient
    };
    let found = Found {
        head: child,
        via: "compound",
        inherited: false,
    };
    fillers.push(Filler {
        tokens: child..child + 1,
        ..super::one(reading, role, found)
    });
}

/// "the attack on X by Y in Z".
fn preposition(
    reading: &Reading,
    trigger: &Trigger,
    prep: usize,
    genitive: Genitive,
    fillers: &mut Vec<Filler>,
) {
    let Some(noun) = reading.child(prep, Dep::Pobj) else {
        return;
    };
    use FactType as T;
    let kind = trigger.kind;
    let someone = reading.is_class(noun, "person")
        || reading.is_class(noun, "group")
        || reading.entity(noun).is_some();
    let role = match reading.document.lower(prep).as_str() {
        "in" | "at" | "on" | "during" | "since" | "over" if is_time(reading, noun) => Role::Time,
        "of" if is_time(reading, noun) => Role::Time,
        "of" | "by"
            if fillers.iter().any(|f| f.role == Role::Agent) && genitive == Genitive::Agent =>
        {
            return;
        }
        "of" if genitive == Genitive::Agent => Role::Agent,
        "of" => Role::Patient,
        "by" => Role::Agent,
        "on" | "against"
            if matches!(
                kind,
                T::Attack | T::Regulate | T::Judge | T::Seize | T::Arrest | T::Protest
            ) =>
        {
            Role::Patient
        }
        "on" | "about" | "over" | "into" | "regarding"
            if !is_place(reading, noun) || kind == T::Investigate =>
        {
            Role::Topic
        }
        "in" | "at" | "near" | "on" | "outside" | "across" if is_place(reading, noun) => {
            Role::Place
        }
        "with" if matches!(kind, T::Attack) && !someone => Role::Instrument,
        "with" | "between" if matches!(kind, T::Meet | T::Agree | T::Attack | T::Cooperate) => {
            Role::Recipient
        }
        "to" if matches!(kind, T::Aid | T::Judge | T::State) => Role::Recipient,
        "to" if matches!(kind, T::Go | T::Attack | T::Meet) => Role::Destination,
        "from" if kind == T::Aid && someone => Role::Agent,
        "from" if kind == T::Go => Role::Origin,
        "for" if matches!(kind, T::Request) => Role::Topic,
        "for" if matches!(kind, T::Judge | T::Arrest) => Role::Cause,
        "from" if matches!(kind, T::Die | T::Injure) => Role::Cause,
        _ => return,
    };
    let word = reading.document.lower(prep);
    if role == Role::Place && matches!(word.as_str(), "near" | "outside" | "across") {
        let tokens = reading.phrase(noun);
        fillers.push(Filler {
            role,
            head: noun,
            tokens: prep..tokens.end,
            via: "noun-preposition",
            inherited: false,
        });
        return;
    }
    super::spread(
        reading,
        role,
        Found {
            head: noun,
            via: "noun-preposition",
            inherited: false,
        },
        fillers,
    );
}
