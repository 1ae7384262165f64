//! Prepositional phrases of a verb or a predicate.

use crate::document::{Dep, Tag};
use crate::report::{FactType, Role};

use super::super::reading::Reading;
use super::super::trigger::Trigger;
use super::kind::{is_place, is_time};
use super::{Filler, Found, subject};

/// The roles that the prepositions of `verb` fill.
pub fn fill(reading: &Reading, trigger: &Trigger, verb: usize, fillers: &mut Vec<Filler>) {
    let mut holders = vec![verb];
    // A conjunct shares what stands after the last verb: "killed or injured in the engagement".
    let mut last = verb;
    while let Some(next) = reading.children_by(last, Dep::Conj).find(|&c| {
        reading.is_verb(c)
            && reading.own_subject(c).is_none()
            && (last + 1..c).all(|t| matches!(reading.dep(t), Dep::Cc | Dep::Punct | Dep::Advmod))
    }) {
        holders.push(next);
        last = next;
        if holders.len() > 6 {
            break;
        }
    }
    for (k, holder) in holders.into_iter().enumerate() {
        let passive = reading.is_passive(holder);
        for child in reading.children(holder).collect::<Vec<_>>() {
            match reading.dep(child) {
                Dep::Agent => agent(reading, trigger, child, k > 0, fillers),
                Dep::Prep => phrase(reading, trigger, child, passive, k > 0, fillers),
                Dep::Prt if k == 0 && reading.child(child, Dep::Prep).is_some() => {
                    for prep in reading.children_by(child, Dep::Prep).collect::<Vec<_>>() {
                        phrase(reading, trigger, prep, passive, false, fillers);
                    }
                }
                _ => {}
            }
        }
        // "in which 20 people died": the place of the clause is the noun it describes.
        if k == 0 {
            relative_adverb(reading, holder, fillers);
        }
    }
    stray_agent(reading, trigger, verb, fillers);
    if let Some(object) = reading.child(verb, Dep::Dobj) {
        super::attached::of_object(reading, trigger, object, fillers);
    }
}

/// "was banned from using the hall by the ministry": a "by" that the parser hung on the noun before it.
fn stray_agent(reading: &Reading, trigger: &Trigger, verb: usize, fillers: &mut Vec<Filler>) {
    if !reading.is_passive(verb)
        || fillers.iter().any(|f| f.role == Role::Agent)
        || trigger.word != verb
    {
        return;
    }
    let mut open: Vec<usize> = reading
        .children(verb)
        .filter(|&c| c > verb && !matches!(reading.dep(c), Dep::Conj | Dep::Advcl | Dep::Ccomp))
        .collect();
    let mut steps = 0;
    while let Some(i) = open.pop() {
        steps += 1;
        if steps > 40 {
            return;
        }
        let by = reading.dep(i) == Dep::Prep && reading.document.lower(i) == "by";
        if let Some(noun) = reading.child(i, Dep::Pobj).filter(|_| by)
            && (reading.is_class(noun, "group") || reading.is_class(noun, "person"))
            && !is_time(reading, noun)
        {
            super::spread(
                reading,
                Role::Agent,
                Found {
                    head: noun,
                    via: "stray-by-agent",
                    inherited: false,
                },
                fillers,
            );
            return;
        }
        open.extend(
            reading
                .children(i)
                .filter(|&c| c > i && !matches!(reading.dep(c), Dep::Relcl | Dep::Conj)),
        );
    }
}

/// "where" and "when": the place or time of a relative clause is the noun it describes.
fn relative_adverb(reading: &Reading, verb: usize, fillers: &mut Vec<Filler>) {
    let adverb = reading
        .children(verb)
        .find(|&c| reading.tag(c) == Tag::Wrb)
        .or_else(|| {
            reading.children_by(verb, Dep::Prep).find_map(|p| {
                reading.child(p, Dep::Pobj).filter(|&c| {
                    matches!(reading.tag(c), Tag::Wdt | Tag::Wp) && reading.dep(verb) == Dep::Relcl
                })
            })
        });
    let Some(adverb) = adverb else {
        return;
    };
    let Some(noun) = subject::antecedent(reading, verb)
        .filter(|_| reading.dep(verb) == Dep::Relcl || reading.document.lower(adverb) == "where")
    else {
        return;
    };
    let role = match reading.document.lower(adverb).as_str() {
        "when" => Role::Time,
        "where" => Role::Place,
        "which" if reading.is_class(noun, "time") => Role::Time,
        "which" if reading.is_class(noun, "place") => Role::Place,
        _ => return,
    };
    fillers.push(super::one(
        reading,
        role,
        Found {
            head: noun,
            via: "relative-adverb",
            inherited: false,
        },
    ));
}

/// "by" with a passive.
fn agent(reading: &Reading, trigger: &Trigger, by: usize, shared: bool, fillers: &mut Vec<Filler>) {
    if let Some(gerund) = reading.child(by, Dep::Pcomp) {
        fillers.push(clause(
            reading,
            Role::Instrument,
            gerund,
            gerund,
            "by-gerund",
        ));
        return;
    }
    let Some(noun) = reading.child(by, Dep::Pobj) else {
        return;
    };
    let lemma = reading.lemma(trigger.node());
    let role = if reading.is_class(noun, "time") {
        Role::Time
    } else if super::is_feeling(&lemma)
        || matches!(
            lemma.as_str(),
            "cause" | "motivate" | "trigger" | "prompt" | "spark" | "drive" | "fuel"
        )
    {
        Role::Cause
    } else {
        Role::Agent
    };
    let found = Found {
        head: noun,
        via: if shared {
            "shared-by-agent"
        } else {
            "by-agent"
        },
        inherited: false,
    };
    super::spread(reading, role, found, fillers);
}

/// A preposition on the verb.
fn phrase(
    reading: &Reading,
    trigger: &Trigger,
    prep: usize,
    passive: bool,
    shared: bool,
    fillers: &mut Vec<Filler>,
) {
    let word = reading.document.lower(prep);
    if let Some(gerund) = reading
        .child(prep, Dep::Pcomp)
        .filter(|&c| reading.is_verb(c))
    {
        let role = match word.as_str() {
            "by" => Role::Instrument,
            "for"
                if matches!(
                    trigger.kind,
                    FactType::Judge | FactType::Arrest | FactType::Rule | FactType::Office
                ) =>
            {
                Role::Cause
            }
            "for" | "to" => Role::Purpose,
            "of" | "about" | "on" | "with" | "into" => Role::Topic,
            "from" => Role::Topic,
            "after" | "before" | "since" | "while" | "when" => Role::Time,
            _ => return,
        };
        let head = if role == Role::Time { prep } else { gerund };
        fillers.push(clause(reading, role, gerund, head, "preposition-gerund"));
        return;
    }
    // "because of X", "due to X"
    let inner = reading.children(prep).find(|&c| {
        matches!(reading.dep(c), Dep::Prep | Dep::Pcomp)
            && matches!(reading.tag(c), Tag::In | Tag::To)
    });
    let Some(noun) = reading
        .child(prep, Dep::Pobj)
        .or_else(|| inner.and_then(|c| reading.child(c, Dep::Pobj)))
    else {
        return;
    };
    if subject::is_relative(reading, noun)
        || reading.statement(prep) != reading.statement(noun) && word == "according"
    {
        return;
    }
    let compound = inner.map(|c| format!("{word} {}", reading.document.lower(c)));
    let preposition = compound
        .as_deref()
        .filter(|c| {
            matches!(
                *c,
                "because of"
                    | "due to"
                    | "out of"
                    | "ahead of"
                    | "as of"
                    | "instead of"
                    | "prior to"
                    | "according to"
                    | "such as"
                    | "owing to"
                    | "thanks to"
            )
        })
        .unwrap_or(&word);
    if word == "in" && reading.lemma(noun) == "order" {
        // "in order to V" is a purpose.
        if let Some(verb) = reading.child(noun, Dep::Acl) {
            fillers.push(clause(reading, Role::Purpose, verb, verb, "in-order-to"));
        }
        return;
    }
    let Some((role, with_preposition)) = role(reading, trigger, preposition, noun, passive) else {
        return;
    };
    let via = if shared {
        "shared-preposition"
    } else {
        "preposition"
    };
    if with_preposition {
        let tokens = reading.phrase(noun);
        // "just ten days before X", "from 2014 to 2017"
        let start = reading
            .children_by(prep, Dep::Npadvmod)
            .find(|&c| c < prep)
            .map_or(prep, |c| reading.phrase(c).start);
        let end = reading
            .children_by(prep, Dep::Prep)
            .filter(|&c| c > noun)
            .filter_map(|c| reading.child(c, Dep::Pobj))
            .map(|c| reading.phrase(c).end)
            .max();
        fillers.push(Filler {
            role,
            head: noun,
            tokens: start..end.unwrap_or(0).max(tokens.end).max(prep + 1),
            via,
            inherited: false,
        });
        return;
    }
    super::spread(
        reading,
        role,
        Found {
            head: noun,
            via,
            inherited: false,
        },
        fillers,
    );
}

/// The role of `noun` under a preposition, and whether the words of the filler take the preposition in.
fn role(
    reading: &Reading,
    trigger: &Trigger,
    preposition: &str,
    noun: usize,
    passive: bool,
) -> Option<(Role, bool)> {
    use FactType as T;
    let time = is_time(reading, noun);
    let place = is_place(reading, noun);
    let someone = reading.is_class(noun, "person") || (reading.is_class(noun, "group"));
    let event = super::super::trigger_entry(reading, noun);
    let weapon = reading.is_class(noun, "weapon")
        || event == Some(T::Attack)
        || reading.is_class(noun, "vehicle");
    let lemma = reading.lemma(trigger.node());
    let kind = trigger.kind;
    let duration = reading
        .quantity(noun)
        .is_some_and(|n| n.measure == super::super::quantity::Measure::Duration)
        || reading.children_by(noun, Dep::Nummod).any(|c| {
            reading
                .quantity(c)
                .is_some_and(|n| n.measure == super::super::quantity::Measure::Duration)
        });
    Some(match preposition {
        "in" | "at" | "on" | "upon" if time => (Role::Time, false),
        "in" if duration => (Role::Time, true),
        "at" | "on" | "against" | "upon" if kind == T::Attack => {
            let fired = fires(reading, trigger);
            if fired {
                (Role::Destination, false)
            } else if preposition == "at" && place && !someone {
                (Role::Place, false)
            } else {
                (Role::Patient, false)
            }
        }
        "in" | "at" | "on" | "inside" | "aboard" if place => (Role::Place, false),
        "on" | "about" | "over" | "regarding" | "concerning" if is_about(kind) && !time => {
            (Role::Topic, false)
        }
        "in" if event.is_some()
            && matches!(kind, T::Die | T::Injure | T::Damage)
            && matches!(event, Some(T::Disaster)) =>
        {
            (Role::Cause, false)
        }
        "in" | "at"
            if matches!(
                event,
                Some(T::Attack | T::Die | T::Disaster | T::Protest | T::Meet | T::Vote | T::State)
            ) =>
        {
            (Role::Place, false)
        }
        "in" if matches!(
            reading.lemma(noun).as_str(),
            "self"
                | "defense"
                | "defence"
                | "retaliation"
                | "response"
                | "protest"
                | "revenge"
                | "solidarity"
                | "support"
                | "exchange"
                | "return"
                | "honor"
                | "honour"
                | "memory"
                | "preparation"
                | "pursuit"
                | "search"
        ) =>
        {
            (Role::Purpose, true)
        }
        "near" | "outside" | "off" | "across" | "along" | "around" | "beyond" | "beneath"
        | "behind" | "under" | "above" | "below" | "between" | "throughout" | "within"
        | "alongside" | "opposite" | "past" | "through" | "over"
            if place
                || (preposition == "within"
                    && reading.quantity(noun).is_some()
                    && !time
                    && !duration) =>
        {
            let goes = kind == T::Go
                && matches!(
                    preposition,
                    "across" | "over" | "past" | "through" | "beyond"
                );
            (if goes { Role::Destination } else { Role::Place }, true)
        }
        "near" => (Role::Place, true),
        "during" => (Role::Time, false),
        "since" | "until" | "till" | "after" | "before" | "following" | "amid" | "prior to"
        | "ahead of" | "as of" => (Role::Time, true),
        "within" | "over" | "for" | "throughout" | "in" | "past" | "through"
            if time || duration =>
        {
            (Role::Time, true)
        }
        "by" if time => (Role::Time, false),
        "by" if event.is_some() && !passive => (Role::Instrument, false),
        "from" if time => (Role::Time, true),
        "between" if time => (Role::Time, true),
        "because of" | "due to" | "owing to" | "thanks to" => (Role::Cause, false),
        "of" if matches!(
            lemma.as_str(),
            "die" | "accuse" | "convict" | "suspect" | "acquit"
        ) =>
        {
            (
                if lemma == "die" {
                    Role::Cause
                } else {
                    Role::Topic
                },
                false,
            )
        }
        "of" if matches!(kind, T::Judge | T::Commit | T::Be) => (Role::Topic, false),
        "from" if kind == T::Die && !place => (Role::Cause, false),
        "from" if kind == T::Injure && lemma == "suffer" => (Role::Cause, false),
        "from" => (Role::Origin, false),
        "with" if matches!(kind, T::Meet | T::Agree | T::Cooperate) => (Role::Recipient, false),
        "with" if matches!(kind, T::Attack) && someone && !weapon => (Role::Patient, false),
        "with" if kind == T::Arrest || kind == T::Rule => (Role::Topic, false),
        "with"
            if weapon
                || !someone
                    && matches!(
                        kind,
                        T::Attack
                            | T::Die
                            | T::Injure
                            | T::Damage
                            | T::Rescue
                            | T::Aid
                            | T::Protest
                            | T::Judge
                            | T::Go
                            | T::Seize
                            | T::Disaster
                    ) =>
        {
            (Role::Instrument, false)
        }
        "with" if kind == T::Office => return None,
        "with" if someone => (Role::Recipient, false),
        "through" | "via" | "using" | "by" => (Role::Instrument, false),
        "to" if matches!(kind, T::Office | T::Go) => (Role::Destination, false),
        "to" if kind == T::Attack
            && someone
            && trigger.shape == super::super::trigger::Shape::Light =>
        {
            (Role::Patient, false)
        }
        "to" if is_giving(kind) || someone && !place => (
            if kind == T::Go {
                Role::Destination
            } else {
                Role::Recipient
            },
            false,
        ),
        "to" if matches!(kind, T::Change) => (Role::Destination, false),
        "to" | "into" | "toward" | "towards" | "onto"
            if matches!(
                kind,
                T::Go
                    | T::Attack
                    | T::Disaster
                    | T::Rescue
                    | T::Office
                    | T::Enterprise
                    | T::Occur
                    | T::Trade
                    | T::Injure
                    | T::Arrest
                    | T::State
                    | T::Damage
            ) =>
        {
            (Role::Destination, false)
        }
        "into" if kind == T::Investigate => (Role::Topic, false),
        "for" if kind == T::Investigate => (Role::Topic, false),
        "on" | "in" | "at" if kind == T::Go && matches!(lemma.as_str(), "put" | "place") => {
            (Role::Destination, true)
        }
        "for" if matches!(kind, T::Judge | T::Arrest | T::Rule) && !someone => (Role::Cause, false),
        "for" if kind == T::Request => (Role::Topic, false),
        "for" if kind == T::Vote => (Role::Patient, false),
        "for" if someone => (Role::Recipient, false),
        "for" => (Role::Purpose, true),
        "over" | "about"
            if kind == T::Protest || kind == T::Office || kind == T::Arrest || kind == T::Rule =>
        {
            (Role::Cause, false)
        }
        "against" if kind == T::Protest => (Role::Topic, false),
        "against" => (Role::Patient, false),
        "about" | "regarding" | "concerning" | "on" => (Role::Topic, false),
        "to" if matches!(kind, T::Agree | T::Commit | T::Refuse | T::Be) => (Role::Topic, false),
        "with" if matches!(kind, T::Request | T::Commit) => (Role::Topic, false),
        "as" if kind == T::Office => (Role::Topic, false),
        _ => return None,
    })
}

/// Whether the verb shoots something: then what follows is where it goes.
pub fn fires(reading: &Reading, trigger: &Trigger) -> bool {
    trigger.verb.is_some_and(|verb| {
        reading.child(verb, Dep::Dobj).is_some_and(|o| {
            reading.is_class(o, "weapon")
                || reading
                    .child(o, Dep::Prep)
                    .and_then(|p| reading.child(p, Dep::Pobj))
                    .is_some_and(|x| reading.is_class(x, "weapon"))
        })
    })
}

fn is_about(kind: FactType) -> bool {
    use FactType as T;
    matches!(
        kind,
        T::Meet
            | T::State
            | T::Judge
            | T::Request
            | T::Refuse
            | T::Commit
            | T::Agree
            | T::Rule
            | T::Investigate
            | T::Find
            | T::Vote
    )
}

pub fn is_giving(kind: FactType) -> bool {
    use FactType as T;
    matches!(kind, T::Aid | T::State | T::Judge | T::Trade | T::Request)
}

/// A clause as a filler, from its own words on or from `from` on.
pub fn clause(
    reading: &Reading,
    role: Role,
    verb: usize,
    from: usize,
    via: &'static str,
) -> Filler {
    let tokens = reading.clause(verb);
    Filler {
        role,
        head: verb,
        tokens: tokens.start.min(from)..tokens.end,
        via,
        inherited: false,
    }
}
