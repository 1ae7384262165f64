//! Subjects: on the verb itself, of a relative clause, shared by coordination, controlled, of a participle.

use crate::document::{Dep, Tag};
use crate::lexicon;

use super::super::reading::Reading;
use super::Found;

/// Clauses that are climbed in search of a subject.
const FARTHEST: usize = 12;

/// The surface subject of the verb at `i`.
pub fn find(reading: &Reading, i: usize) -> Option<Found> {
    let mut verb = i;
    let mut via = "subject";
    let mut inherited = false;
    for _ in 0..FARTHEST {
        if let Some(subject) = reading.own_subject(verb) {
            let expletive =
                reading.document.lower(subject) == "there" && reading.tag(subject) == Tag::Ex;
            if expletive {
                return None;
            }
            if is_relative(reading, subject) {
                let noun = antecedent(reading, verb)?;
                return Some(Found {
                    head: noun,
                    via: "relative-clause",
                    inherited: false,
                });
            }
            return Some(Found {
                head: subject,
                via,
                inherited,
            });
        }
        if matches!(reading.tag(verb), Tag::Vb) && reading.dep(verb) == Dep::Root {
            return None; // imperative
        }
        let head = reading.head(verb)?;
        match reading.dep(verb) {
            Dep::Conj if reading.is_verb(head) => {
                via = if via == "subject" {
                    "conjunct-subject"
                } else {
                    via
                };
                verb = head;
            }
            Dep::Conj | Dep::Csubj | Dep::Csubjpass => return None,
            Dep::Xcomp => {
                if let Some(object) = controlling_object(reading, head, verb) {
                    return Some(Found {
                        head: object,
                        via: "object-control",
                        inherited,
                    });
                }
                via = "subject-control";
                verb = if reading.is_verb(head) {
                    head
                } else {
                    up_to_verb(reading, head)?
                };
            }
            Dep::Ccomp if reading.cue(head).is_some() && reading.tag(verb) == Tag::Vb => {
                return None;
            }
            Dep::Ccomp if reading.is_verb(head) && !is_finite(reading, verb) => {
                if let Some(object) = controlling_object(reading, head, verb) {
                    return Some(Found {
                        head: object,
                        via: "object-control",
                        inherited,
                    });
                }
                via = "subject-control";
                verb = head;
            }
            Dep::Advcl if reading.document.may_be_of_noun(verb) => return None,
            Dep::Advcl if !is_finite(reading, verb) || is_participle(reading, verb) => {
                via = "participial-clause";
                inherited = true;
                verb = if reading.is_verb(head) {
                    head
                } else {
                    up_to_verb(reading, head)?
                };
            }
            Dep::Acl => {
                // "conducted strikes delivering munitions": who conducted them.
                if reading.tag(verb) == Tag::Vbg
                    && reading.dep(head) == Dep::Dobj
                    && super::super::trigger_entry(reading, head).is_some()
                    && let Some(light) = reading.head(head)
                    && lexicon::LIGHT_VERBS.contains(&reading.lemma(light))
                {
                    via = "participial-clause";
                    inherited = true;
                    verb = light;
                    continue;
                }
                if matches!(reading.tag(verb), Tag::Vbn | Tag::Vbd | Tag::Vbg) {
                    return noun_of(reading, head).map(|head| Found {
                        head,
                        via: "bare-participle",
                        inherited: false,
                    });
                }
                if let Some(possessor) = reading.child(head, Dep::Poss) {
                    return Some(Found {
                        head: possessor,
                        via: "infinitive-possessor",
                        inherited: true,
                    });
                }
                via = "infinitive";
                inherited = true;
                verb = up_to_verb(reading, head)?;
                if reading.is_passive(verb) && reading.own_subject(verb) == Some(head) {
                    return None;
                }
            }
            Dep::Relcl => {
                return Some(Found {
                    head: noun_of(reading, head)?,
                    via: "relative-clause",
                    inherited: false,
                });
            }
            Dep::Pcomp => {
                let above = reading.head(head)?;
                via = "gerund";
                inherited = true;
                if reading.is_verb(above) {
                    verb = above;
                } else if let Some(possessor) = reading.child(above, Dep::Poss) {
                    return Some(Found {
                        head: possessor,
                        via,
                        inherited,
                    });
                } else {
                    verb = up_to_verb(reading, above)?;
                }
            }
            _ => return None,
        }
    }
    None
}

/// Whether the word at `i` is a relative pronoun.
pub fn is_relative(reading: &Reading, i: usize) -> bool {
    matches!(reading.tag(i), Tag::Wdt | Tag::Wp)
        && matches!(
            reading.document.lower(i).as_str(),
            "who" | "which" | "that" | "whom"
        )
}

/// The noun that the relative clause of the verb at `i` describes.
pub fn antecedent(reading: &Reading, i: usize) -> Option<usize> {
    let mut verb = i;
    for _ in 0..FARTHEST {
        let head = reading.head(verb)?;
        match reading.dep(verb) {
            Dep::Relcl | Dep::Acl => return noun_of(reading, head),
            Dep::Conj | Dep::Xcomp | Dep::Ccomp | Dep::Advcl => verb = head,
            _ => return None,
        }
    }
    None
}

/// `i` if it is a noun, or the subject it stands for.
fn noun_of(reading: &Reading, i: usize) -> Option<usize> {
    if reading.is_nominal(i) {
        return Some(i);
    }
    reading.own_subject(i).filter(|_| reading.is_verb(i))
}

/// The nearest verb above the noun at `i`.
fn up_to_verb(reading: &Reading, i: usize) -> Option<usize> {
    reading.ancestors(i).find(|&up| reading.is_verb(up))
}

/// Whether the verb at `i` is finite: it has a tense of its own or an auxiliary that has.
fn is_finite(reading: &Reading, i: usize) -> bool {
    matches!(reading.tag(i), Tag::Vbd | Tag::Vbz | Tag::Vbp)
        || reading.children(i).any(|c| {
            matches!(reading.dep(c), Dep::Aux | Dep::Auxpass) && reading.tag(c).is_finite()
        })
}

/// Whether the verb at `i` is a participle.
fn is_participle(reading: &Reading, i: usize) -> bool {
    matches!(reading.tag(i), Tag::Vbg | Tag::Vbn)
}

/// The object of `head` if it is the one who is to do `verb`: "urged the council to vote", not "promised the council to vote".
fn controlling_object(reading: &Reading, head: usize, verb: usize) -> Option<usize> {
    if !reading.is_verb(head) || !lexicon::OBJECT_CONTROL_VERBS.contains(&reading.lemma(head)) {
        return None;
    }
    reading
        .children(head)
        .find(|&c| matches!(reading.dep(c), Dep::Dobj | Dep::Dative) && c < verb)
        .map(|c| {
            reading
                .child(c, Dep::Pobj)
                .filter(|_| reading.dep(c) == Dep::Dative)
                .unwrap_or(c)
        })
}
