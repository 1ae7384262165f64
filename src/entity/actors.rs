//! States and peoples that act: an entity's type stays GPE or NORP, the mention is one of an organisation.

use super::mention::{Found, noun, plural};
use crate::document::{Dep, Document, Pos, Tag};
use crate::report::{EntityType, Level};

/// The type of each mention where it differs from that of its name: "*Russia* announced", "*Syrians* fled".
pub(super) fn acting(document: &Document, mentions: &[Found]) -> Vec<Option<EntityType>> {
    let mut state = vec![false; document.len()];
    for mention in mentions
        .iter()
        .filter(|mention| mention.kind == EntityType::Gpe)
    {
        state[mention.head] = true;
    }
    let of = |mention: &Found| {
        if mention.level != Level::Named {
            return None;
        }
        match mention.kind {
            EntityType::Gpe if mention.tokens == mention.name => {
                acts(document, mention, &state).then_some(EntityType::Org)
            }
            EntityType::Norp => {
                let noun = plural(document, mention.head)
                    && matches!(document.tokens[mention.head].pos, Pos::Propn | Pos::Noun);
                noun.then_some(EntityType::Org)
            }
            _ => None,
        }
    };
    mentions.iter().map(of).collect()
}

/// Whether a state is the subject of a verb in the active, its agent in the passive, the object of another state's action, a
/// member that a list includes, or coordinated with such.
fn acts(document: &Document, mention: &Found, state: &[bool]) -> bool {
    // "Near Palmyra, two strikes …": the parser may take the place for a subject.
    let first = mention.tokens.start;
    let led = first.checked_sub(1).is_some_and(|before| {
        let word = document.lower(before);
        let preposition = document.tokens[before].tag == Tag::In || word == "near";
        preposition && document.tokens[before].dep != Dep::Agent && word != "between"
    });
    if led {
        return false;
    }
    let mut head = mention.head;
    for _ in 0..12 {
        let token = &document.tokens[head];
        let Some(up) = document.head(head) else {
            return false;
        };
        match token.dep {
            Dep::Conj => head = up,
            Dep::Nsubj => return document.tokens[up].pos == Pos::Verb,
            Dep::Dobj => {
                let subject = document.child(up, Dep::Nsubj);
                let rival = subject.is_some_and(|subject| state[subject]);
                let list = document.lemma(up) == "include"
                    && subject.is_some_and(|subject| {
                        matches!(
                            noun(document, subject).as_str(),
                            "country"
                                | "nation"
                                | "member"
                                | "partner"
                                | "ally"
                                | "government"
                                | "state"
                        )
                    });
                return rival || list;
            }
            Dep::Pobj => {
                return document.tokens[up].dep == Dep::Agent || document.lower(up) == "between";
            }
            _ => return false,
        }
    }
    false
}
