//! Which number counts what.

use crate::document::{Dep, TokenRange};
use crate::report::{Comparator, CountOf, FactType, Role};

use super::quantity::{Measure, Quantity};
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
    let mut counts = Counts {
        reading,
        trigger,
        fillers,
        found: Vec::new(),
    };
    counts.of_event();
    for filler in fillers {
        counts.of_filler(filler);
        counts.within(filler);
    }
    counts.of_predicate();
    counts.of_toll();
    if let Some(verb) = trigger.verb {
        counts.of_adverbials(verb);
        counts.of_prepositions(verb);
    }
    counts.found
}

/// The counts of one event while they are gathered.
struct Counts<'r, 'a, 't> {
    reading: &'r Reading<'a, 't>,
    trigger: &'r Trigger,
    fillers: &'r [Filler],
    found: Vec<Counted>,
}

impl Counts<'_, '_, '_> {
    fn push(&mut self, quantity: &Quantity, of: CountOf, unit: String) {
        if !self.found.iter().any(|c| c.tokens == quantity.tokens) {
            self.found.push(Counted {
                tokens: quantity.tokens.clone(),
                of,
                value: quantity.value,
                max: quantity.max,
                comparator: quantity.comparator,
                unit,
            });
        }
    }

    /// On the noun that names the event: "500 strikes".
    fn of_event(&mut self) {
        let (trigger, word) = (self.trigger, self.trigger.word);
        let apart = matches!(
            trigger.shape,
            Shape::Light | Shape::Happening | Shape::Existential
        );
        if !(apart && word != trigger.node() || trigger.shape == Shape::Noun) {
            return;
        }
        let filler = self.fillers.iter().find(|f| f.head == word);
        let of = filler.map_or(CountOf::Event, |f| CountOf::Role(f.role));
        for quantity in of_head(self.reading, word) {
            self.push(quantity, of, unit(self.reading, quantity, word));
        }
    }

    /// On the head of a filler, or in it.
    fn of_filler(&mut self, filler: &Filler) {
        let party = matches!(filler.role, Role::Agent | Role::Patient);
        // A number is said of the verb that it stands with, not of a participle that borrows that verb's subject.
        if filler.inherited && party || self.of_change(filler) {
            return;
        }
        // "answered by firing *dozens* of shots"
        let gerund = filler.role == Role::Instrument && self.reading.is_verb(filler.head);
        let object = (self.reading.child(filler.head, Dep::Dobj)).filter(|_| gerund);
        let head = object.unwrap_or(filler.head);
        let mut quantities = of_head(self.reading, head);
        if quantities.is_empty() && party {
            quantities = inside(self.reading, filler);
        }
        // "with a mile to go": how far is said of places and of what is that long.
        let far = matches!(filler.role, Role::Agent | Role::Instrument);
        quantities.retain(|quantity| !(far && quantity.measure == Measure::Distance));
        for quantity in quantities {
            let of = if quantity.measure == Measure::Distance && filler.role == Role::Place {
                CountOf::Distance
            } else if self.trigger.kind == FactType::Change && filler.role == Role::Destination {
                // "rose to 17": what rose counts 17.
                CountOf::Role(Role::Patient)
            } else {
                CountOf::Role(filler.role)
            };
            self.push(quantity, of, unit(self.reading, quantity, head));
        }
    }

    /// "rose *from 12 to 17*": the first is where it was, the second counts what changed.
    fn of_change(&mut self, filler: &Filler) -> bool {
        let (reading, change) = (self.reading, self.trigger.kind == FactType::Change);
        if !change || filler.role != Role::Origin {
            return false;
        }
        let from = filler.tokens.clone().find_map(|i| reading.quantity(i));
        let to = from
            .map(|from| from.tokens.end)
            .filter(|&to| to + 1 < reading.len() && reading.document.lower(to) == "to");
        let (Some(from), Some(to)) = (from, to.and_then(|to| reading.quantity(to + 1))) else {
            return false;
        };
        self.push(from, CountOf::Role(Role::Origin), from.unit.clone());
        self.push(to, CountOf::Role(Role::Patient), to.unit.clone());
        true
    }

    /// Distances in a place, stretches in a time.
    fn within(&mut self, filler: &Filler) {
        let (measure, of) = match filler.role {
            Role::Place => (Measure::Distance, CountOf::Distance),
            Role::Time => (Measure::Duration, CountOf::Role(Role::Time)),
            _ => return,
        };
        for i in filler.tokens.clone() {
            if let Some(quantity) = self.reading.quantity(i).filter(|q| q.measure == measure) {
                self.push(quantity, of, quantity.unit.clone());
            }
        }
    }

    /// "the number is closer to 40,000", "the toll was 12": what the predicate counts is the subject.
    fn of_predicate(&mut self) {
        let trigger = self.trigger;
        if trigger.shape != Shape::Copula || trigger.word == trigger.node() {
            return;
        }
        let party =
            |f: &&Filler| matches!(f.role, Role::Agent | Role::Patient) && f.head != trigger.word;
        let role = (self.fillers.iter().find(party)).map_or(Role::Agent, |f| f.role);
        for i in self.reading.phrase(trigger.word) {
            let quantity = self.reading.quantity(i);
            if let Some(quantity) = quantity.filter(|q| q.measure != Measure::Distance) {
                self.push(quantity, CountOf::Role(role), quantity.unit.clone());
            }
        }
    }

    /// "The death toll was more than a thousand": the subject names the event, and the predicate counts who it befell.
    fn of_toll(&mut self) {
        let (reading, trigger) = (self.reading, self.trigger);
        let copula = (trigger.verb)
            .filter(|&verb| trigger.shape == Shape::Happening && reading.lemma(verb) == "be");
        let predicate = copula.and_then(|verb| {
            (reading.children(verb)).find(|&c| matches!(reading.dep(c), Dep::Attr | Dep::Acomp))
        });
        for i in predicate.map_or(0..0, |p| reading.phrase(p)) {
            if let Some(quantity) = reading.quantity(i) {
                let of = CountOf::Role(Role::Patient);
                self.push(quantity, of, unit(reading, quantity, i));
            }
        }
    }

    /// "met three times", "rose 20 percent", "withdrew 15 kilometers".
    fn of_adverbials(&mut self, verb: usize) {
        let reading = self.reading;
        for child in reading.children(verb) {
            if !matches!(reading.dep(child), Dep::Npadvmod | Dep::Advmod | Dep::Nmod) {
                continue;
            }
            let number = || reading.child(child, Dep::Nummod);
            let quantity = reading.quantity(child);
            let Some(quantity) = quantity.or_else(|| reading.quantity(number()?)) else {
                continue;
            };
            let of = match (quantity.unit.as_str(), quantity.measure) {
                ("time", _) | (_, Measure::Amount) => CountOf::Event,
                (_, Measure::Distance) => CountOf::Distance,
                _ => continue,
            };
            self.push(quantity, of, quantity.unit.clone());
        }
    }

    /// "fell by 3 points", "won with 51 percent", "sentenced to six years".
    fn of_prepositions(&mut self, verb: usize) {
        let reading = self.reading;
        let patient = self.fillers.iter().any(|f| f.role == Role::Patient);
        for prep in reading.children_by(verb, Dep::Prep) {
            let word = reading.document.lower(prep);
            let Some(noun) = reading.child(prep, Dep::Pobj) else {
                continue;
            };
            for quantity in of_head(reading, noun) {
                let of = match (word.as_str(), quantity.measure) {
                    ("beyond", Measure::Distance) => CountOf::Distance,
                    ("to", Measure::Duration) => CountOf::Event,
                    ("by" | "to" | "at" | "from" | "with", Measure::Amount)
                    | ("by" | "to" | "at" | "from", Measure::Count) => match patient {
                        true => CountOf::Role(Role::Patient),
                        false => CountOf::Event,
                    },
                    // "came with two friends" counts no coming.
                    _ => continue,
                };
                self.push(quantity, of, quantity.unit.clone());
            }
        }
    }
}

/// The amounts within a filler whose head has no number: "savings **of up to 250 million euros**", "his wife and **three** children".
fn inside<'r>(reading: &'r Reading, filler: &Filler) -> Vec<&'r Quantity> {
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
            found.extend(amounts.filter(|quantity| quantity.measure == Measure::Amount));
        }
    }
    found
}

/// The numbers that count the noun at `head`: on it, in it ("dozens of rounds"), or itself.
fn of_head<'r>(reading: &'r Reading, head: usize) -> Vec<&'r Quantity> {
    let mut found: Vec<&Quantity> = Vec::new();
    let mut push = |i: usize| {
        if let Some(quantity) = reading.quantity(i)
            && !found.iter().any(|f| f.tokens == quantity.tokens)
        {
            found.push(quantity);
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
                .find_map(|c| reading.quantity(c).filter(|n| n.is_none()))
        });
        found.extend(none);
    }
    found
}

/// The unit of a number that counts the noun at `head`: its own measure, `person` for people, else the noun.
fn unit(reading: &Reading, quantity: &Quantity, head: usize) -> String {
    if quantity.measure != Measure::Count || quantity.unit == "time" {
        return quantity.unit.clone();
    }
    // "dozens of rounds of artillery", "20 of the passengers"
    let counted = if quantity.tokens.contains(&head) {
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
        None if quantity.unit.is_empty() => "person".into(),
        None => quantity.unit.clone(),
    }
}
