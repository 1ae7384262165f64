//! The type of a verb's event, by the conditions of `event_verbs.tsv`.

use crate::document::{Dep, Tag};
use crate::lexicon;
use crate::report::FactType;

use super::super::reading::Reading;
use super::super::roles;

/// The type of the event that the verb at `i` names, and whether the lexicon has the verb.
pub fn kind(reading: &Reading, i: usize) -> (FactType, bool) {
    let lemma = reading.lemma(i);
    if lemma == "take"
        && reading
            .child(i, Dep::Dobj)
            .is_some_and(|o| reading.document.lower(o) == "place")
    {
        return (FactType::Occur, true);
    }
    let particle = reading
        .particle(i)
        .and_then(|p| lexicon::EVENT_VERBS.get(&format!("{lemma} {}", reading.document.lower(p))));
    let preposition = || {
        reading.children_by(i, Dep::Prep).find_map(|p| {
            lexicon::PREPOSITIONAL_VERBS.get(&format!("{lemma} {}", reading.document.lower(p)))
        })
    };
    let rules = particle
        .or_else(preposition)
        .or_else(|| lexicon::EVENT_VERBS.get(&lemma));
    let Some(rules) = rules else {
        return (FactType::Occur, false);
    };
    let roles = Arguments::new(reading, i);
    for rule in rules.split(' ') {
        let (conditions, name) = rule.rsplit_once('>').unwrap_or(("", rule));
        if conditions.is_empty() || conditions.split('+').all(|c| roles.meets(c)) {
            return (FactType::from_name(name).unwrap_or(FactType::Occur), true);
        }
    }
    (FactType::Occur, false)
}

/// What a verb governs.
struct Arguments<'r, 'a, 't> {
    reading: &'r Reading<'a, 't>,
    verb: usize,
    subjects: Vec<usize>,
    objects: Vec<usize>,
}

impl<'r, 'a, 't> Arguments<'r, 'a, 't> {
    fn new(reading: &'r Reading<'a, 't>, verb: usize) -> Self {
        let (subjects, objects) = roles::core(reading, verb);
        Self {
            reading,
            verb,
            subjects,
            objects,
        }
    }

    fn meets(&self, condition: &str) -> bool {
        let reading = self.reading;
        if let Some(class) = condition.strip_prefix("o.") {
            return self.objects.iter().any(|&o| self.is_class(o, class));
        }
        if let Some(class) = condition.strip_prefix("s.") {
            return self.subjects.iter().any(|&s| self.is_class(s, class));
        }
        if let Some(word) = condition.strip_prefix("p.") {
            return reading.children(self.verb).any(|c| {
                matches!(
                    reading.dep(c),
                    Dep::Prep | Dep::Prt | Dep::Oprd | Dep::Acomp | Dep::Advmod
                ) && reading.document.lower(c) == word
            });
        }
        if let Some(word) = condition.strip_prefix("c.") {
            return reading.children(self.verb).any(|c| {
                matches!(
                    reading.dep(c),
                    Dep::Oprd | Dep::Acomp | Dep::Ccomp | Dep::Xcomp
                ) && reading.lemma(c) == word
            });
        }
        if let Some((word, class)) = condition.split_once('.') {
            return reading
                .children_by(self.verb, Dep::Prep)
                .filter(|&p| reading.document.lower(p) == word)
                .filter_map(|p| reading.child(p, Dep::Pobj))
                .any(|noun| self.is_class(noun, class));
        }
        match condition {
            "o" => !self.objects.is_empty(),
            "oc" => reading.children(self.verb).any(|c| {
                matches!(reading.dep(c), Dep::Oprd)
                    || reading.dep(c) == Dep::Ccomp && !reading.is_verb(c)
            }),
            "xc" => reading.children(self.verb).any(|c| {
                matches!(reading.dep(c), Dep::Xcomp)
                    || (reading.dep(c) == Dep::Ccomp && reading.tag(c) == Tag::Vb)
            }),
            "passive" => reading.is_passive(self.verb),
            _ => false,
        }
    }

    /// Whether the noun at `i`, or the noun it counts ("20 percent of sales"), is of this class.
    fn is_class(&self, i: usize, class: &str) -> bool {
        let reading = self.reading;
        if reading.is_class(i, class)
            || class == "event" && lexicon::EVENT_NOUNS.contains(&reading.lemma(i))
        {
            return true;
        }
        if class == "person" && reading.tag(i) == Tag::Cd {
            return false;
        }
        reading
            .child(i, Dep::Prep)
            .filter(|&p| {
                reading.document.lower(p) == "of"
                    && (reading.quantity(i).is_some() || reading.is_class(i, "number"))
            })
            .and_then(|p| reading.child(p, Dep::Pobj))
            .is_some_and(|noun| reading.is_class(noun, class))
    }
}
