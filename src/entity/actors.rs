//! States and peoples that act: an entity's type stays GPE or NORP, the mention is one of an organisation.

use super::mention::{Found, plural};
use crate::document::{Dep, Document, Pos};
use crate::report::{EntityType, Level};

/// The type of a mention where it differs from that of its name: "*Russia* announced", "*Syrians* fled".
pub(super) fn acting(document: &Document, mention: &Found) -> Option<EntityType> {
    if mention.level != Level::Named {
        return None;
    }
    match mention.kind {
        EntityType::Gpe if mention.tokens == mention.name => {
            acts(document, mention.head).then_some(EntityType::Org)
        }
        EntityType::Norp => {
            let noun = plural(document, mention.head)
                && matches!(document.tokens[mention.head].pos, Pos::Propn | Pos::Noun);
            noun.then_some(EntityType::Org)
        }
        _ => None,
    }
}

/// Whether the token is the subject of a verb in the active, its agent in the passive, or coordinated with such.
fn acts(document: &Document, mut head: usize) -> bool {
    for _ in 0..8 {
        let token = &document.tokens[head];
        let Some(up) = document.head(head) else {
            return false;
        };
        match token.dep {
            Dep::Conj => head = up,
            Dep::Nsubj => return document.tokens[up].pos == Pos::Verb,
            Dep::Pobj => {
                return document.tokens[up].dep == Dep::Agent || document.lower(up) == "between";
            }
            _ => return false,
        }
    }
    false
}
