//! Which number counts what.

use crate::document::{Dep, TokenRange};
use crate::report::{Comparator, CountOf, FactType, Role};

use super::number::{Measure, Number};
use super::reading::Reading;
use super::roles::Filler;
use super::trigger::{Shape, Trigger};

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Its tokens.
    pub tokens: TokenRange,
    /// What it counts.
    pub of: CountOf,
    /// The number; `None` for "dozens".
    pub value: Option<f64>,
    /// Upper end of a range.
    pub max: Option<f64>,
    /// How it stands to the true number.
    pub comparator: Comparator,
    /// `person`, `km` …
    pub unit: String,
}

/// The numbers of an event's fillers and of the event itself.
pub fn attach(reading: &Reading, trigger: &Trigger, fillers: &[Filler]) -> Vec<Counted> {
    let mut counts: Vec<Counted> = Vec::new();
    let mut push = |number: &Number, of: CountOf, unit: String| {
        if !counts.iter().any(|c| c.tokens == number.tokens) {
            counts.push(Counted {
                tokens: number.tokens.clone(),
                of,
                value: number.value,
                max: number.max,
                comparator: number.comparator,
                unit,
            });
        }
    };
    if matches!(
        trigger.shape,
        Shape::Light | Shape::Happening | Shape::Existential | Shape::Noun
    ) && trigger.word != trigger.node()
        || trigger.shape == Shape::Noun
    {
        let of = fillers
            .iter()
            .find(|f| f.head == trigger.word)
            .map_or(CountOf::Event, |f| CountOf::Role(f.role));
        for number in of_head(reading, trigger.word) {
            push(number, of, unit(reading, number, trigger.word));
        }
    }
    for filler in fillers {
        // A number is said of the verb that it stands with, not of a participle that borrows that verb's subject.
        let borrowed = filler.inherited && matches!(filler.role, Role::Agent | Role::Patient);
        let own = (!borrowed).then(|| of_head(reading, filler.head));
        let mut numbers = own.unwrap_or_default();
        if numbers.is_empty() && !borrowed && matches!(filler.role, Role::Agent | Role::Patient) {
            numbers = inside(reading, filler);
        }
        for number in numbers {
            let of = if number.measure == Measure::Distance && filler.role == Role::Place {
                CountOf::Distance
            } else if trigger.kind == FactType::Change && filler.role == Role::Destination {
                // "rose to 17": what rose counts 17.
                CountOf::Role(Role::Patient)
            } else {
                CountOf::Role(filler.role)
            };
            push(number, of, unit(reading, number, filler.head));
        }
        if filler.role == Role::Place || filler.role == Role::Time {
            let measure = if filler.role == Role::Place {
                Measure::Distance
            } else {
                Measure::Duration
            };
            let mut at = filler.tokens.start;
            while at < filler.tokens.end {
                match reading.number(at) {
                    Some(number) => {
                        if number.measure == measure {
                            let of = if filler.role == Role::Place {
                                CountOf::Distance
                            } else {
                                CountOf::Role(Role::Time)
                            };
                            push(number, of, number.unit.clone());
                        }
                        at = number.tokens.end.max(at + 1);
                    }
                    None => at += 1,
                }
            }
        }
    }
    // "the number is closer to 40,000", "the toll was 12": what the predicate counts is the subject.
    if trigger.shape == Shape::Copula && trigger.word != trigger.node() {
        let role = fillers
            .iter()
            .find(|f| matches!(f.role, Role::Agent | Role::Patient) && f.head != trigger.word)
            .map_or(Role::Agent, |f| f.role);
        for i in reading.phrase(trigger.word) {
            if let Some(number) = reading.number(i).filter(|n| n.measure != Measure::Distance) {
                push(number, CountOf::Role(role), number.unit.clone());
            }
        }
    }
    if trigger.shape == Shape::Happening
        && trigger.verb.is_some_and(|verb| reading.lemma(verb) == "be")
    {
        let predicate = trigger.verb.and_then(|verb| {
            reading
                .children(verb)
                .find(|&c| matches!(reading.dep(c), Dep::Attr | Dep::Acomp))
        });
        for i in predicate.map_or(0..0, |p| reading.phrase(p)) {
            if let Some(number) = reading.number(i) {
                push(
                    number,
                    CountOf::Role(Role::Patient),
                    unit(reading, number, i),
                );
            }
        }
    }
    if let Some(verb) = trigger.verb {
        for child in reading.children(verb) {
            if matches!(reading.dep(child), Dep::Npadvmod | Dep::Advmod | Dep::Nmod)
                && let Some(number) = reading.number(child).or_else(|| {
                    reading
                        .child(child, Dep::Nummod)
                        .and_then(|n| reading.number(n))
                })
            {
                match (number.unit.as_str(), number.measure) {
                    ("time", _) => push(number, CountOf::Event, "time".into()),
                    // "rose 20 percent", "fell by 3 points"
                    (_, Measure::Amount) => push(number, CountOf::Event, number.unit.clone()),
                    // "withdrew 15 kilometers"
                    (_, Measure::Distance) => push(number, CountOf::Distance, number.unit.clone()),
                    _ => {}
                }
            }
        }
        for prep in reading.children_by(verb, Dep::Prep) {
            let word = reading.document.lower(prep);
            if matches!(
                word.as_str(),
                "by" | "to" | "at" | "from" | "with" | "beyond"
            ) && let Some(noun) = reading.child(prep, Dep::Pobj)
            {
                for number in of_head(reading, noun) {
                    let fits = match number.measure {
                        Measure::Distance if word == "beyond" => {
                            push(number, CountOf::Distance, number.unit.clone());
                            false
                        }
                        Measure::Distance => false,
                        // "sentenced to six years"
                        Measure::Duration if word == "to" => {
                            push(number, CountOf::Event, number.unit.clone());
                            false
                        }
                        Measure::Duration => false,
                        // "won with 51 percent", not "came with two friends"
                        Measure::Amount => word != "beyond",
                        Measure::Count => !matches!(word.as_str(), "with" | "beyond"),
                    };
                    if fits {
                        let of = fillers
                            .iter()
                            .find(|f| f.role == Role::Patient)
                            .map_or(CountOf::Event, |_| CountOf::Role(Role::Patient));
                        push(number, of, number.unit.clone());
                    }
                }
            }
        }
    }
    counts
}

/// The amounts within a filler whose head has no number: "savings **of up to 250 million euros**", "his wife and **three** children".
fn inside<'r>(reading: &'r Reading, filler: &Filler) -> Vec<&'r Number> {
    let mut found = Vec::new();
    let conjuncts = reading.conjuncts(filler.head);
    for noun in conjuncts.iter().filter(|&&noun| noun != filler.head) {
        found.extend(of_head(reading, *noun));
    }
    for prep in reading.children_by(filler.head, Dep::Prep) {
        let of = matches!(reading.document.lower(prep).as_str(), "of" | "with");
        if let Some(noun) = reading.child(prep, Dep::Pobj).filter(|_| of)
            && filler.tokens.contains(&noun)
        {
            let amounts = of_head(reading, noun).into_iter();
            found.extend(amounts.filter(|number| number.measure == Measure::Amount));
        }
    }
    found
}

/// The numbers that count the noun at `head`: on it, in it ("dozens of rounds"), or itself.
fn of_head<'r>(reading: &'r Reading, head: usize) -> Vec<&'r Number> {
    let mut found: Vec<&Number> = Vec::new();
    let mut push = |i: usize| {
        if let Some(number) = reading.number(i)
            && !found.iter().any(|f| f.tokens == number.tokens)
        {
            found.push(number);
        }
    };
    push(head);
    for child in reading.children(head) {
        let counts = matches!(
            reading.dep(child),
            Dep::Nummod
                | Dep::Amod
                | Dep::Det
                | Dep::Quantmod
                | Dep::Compound
                | Dep::Predet
                | Dep::Nmod
                | Dep::Advmod
                | Dep::Neg
        );
        if counts && child < head {
            push(child);
            for inner in reading.children(child) {
                if matches!(
                    reading.dep(inner),
                    Dep::Nummod | Dep::Quantmod | Dep::Advmod
                ) {
                    push(inner);
                }
            }
        }
    }
    if found.is_empty() && reading.dep(head) == Dep::Conj {
        // "no injuries or deaths": the "no" is said of both.
        let first = reading
            .head(head)
            .filter(|&first| reading.is_nominal(first));
        let none = first.and_then(|first| {
            reading
                .children(first)
                .find_map(|c| reading.number(c).filter(|n| n.none))
        });
        found.extend(none);
    }
    found
}

/// The unit of a number that counts the noun at `head`: its own measure, `person` for people, else the noun.
fn unit(reading: &Reading, number: &Number, head: usize) -> String {
    if number.measure != Measure::Count || number.unit == "time" {
        return number.unit.clone();
    }
    // "dozens of rounds of artillery", "20 of the passengers"
    let counted = if number.tokens.contains(&head) {
        reading
            .children_by(head, Dep::Prep)
            .find(|&p| reading.document.lower(p) == "of")
            .and_then(|of| reading.child(of, Dep::Pobj))
    } else {
        Some(head)
    };
    match counted {
        Some(noun) => {
            let people = reading
                .conjuncts(noun)
                .into_iter()
                .any(|n| reading.is_class(n, "person"));
            if people {
                "person".into()
            } else {
                reading.lemma(noun)
            }
        }
        None if number.unit.is_empty() => "person".into(),
        None => number.unit.clone(),
    }
}
