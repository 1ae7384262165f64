//! Time and place that an event takes over from the clause it belongs to, marked as such.

use crate::document::{Dep, Tag};
use crate::report::{EntityType, FactType, Role};

use super::draft::Draft;
use super::reading::Reading;
use super::roles::Filler;
use super::trigger::Shape;

/// Clauses that are climbed.
const FARTHEST: usize = 8;

/// Gives every draft without time or place those of the clause above it.
pub fn fill(reading: &Reading, drafts: &mut [Draft]) {
    let mut by_verb: Vec<Option<u32>> = vec![None; reading.len()];
    for (index, draft) in drafts.iter().enumerate() {
        by_verb[draft.trigger.node()] = Some(index as u32);
    }
    for index in 0..drafts.len() {
        if let Some(filler) = main_event(reading, drafts, &by_verb, index) {
            drafts[index].fillers.push(filler);
        }
        if let Some((main, filler)) = of_what_seems(reading, drafts, &by_verb, index) {
            drafts[main].fillers.push(filler);
        }
        if let Some(filler) = of_infinitive(reading, drafts, &by_verb, index) {
            drafts[index].fillers.push(filler);
        }
        for role in [Role::Time, Role::Place] {
            if drafts[index].fillers.iter().any(|f| f.role == role) {
                continue;
            }
            let own = (role == Role::Place)
                .then(|| of_participant(reading, &drafts[index]))
                .flatten();
            if let Some(filler) = own.or_else(|| of_clause(reading, drafts, &by_verb, index, role))
            {
                drafts[index].fillers.push(filler);
            }
        }
    }
}

/// "steered tanks in what seems to be an attack east of the river": what is said of where the one was is said of the other.
fn of_what_seems(
    reading: &Reading,
    drafts: &[Draft],
    by_verb: &[Option<u32>],
    index: usize,
) -> Option<(usize, Filler)> {
    let draft = &drafts[index];
    if !draft.fillers.iter().any(|f| f.via == "what-seems") {
        return None;
    }
    let place = draft
        .fillers
        .iter()
        .find(|f| f.role == Role::Place && !f.inherited)?;
    let main = reading
        .ancestors(draft.trigger.node())
        .take(4)
        .find_map(|up| by_verb[up])? as usize;
    let open = !drafts[main].fillers.iter().any(|f| f.role == Role::Place);
    open.then(|| {
        (
            main,
            Filler {
                via: "what-seems",
                inherited: true,
                ..place.clone()
            },
        )
    })
}

/// "conducted air strikes, killing 20": the strikes are what they were killed with.
fn main_event(
    reading: &Reading,
    drafts: &[Draft],
    by_verb: &[Option<u32>],
    index: usize,
) -> Option<Filler> {
    use crate::report::FactType as T;
    let draft = &drafts[index];
    let node = draft.trigger.node();
    let result = matches!(draft.trigger.kind, T::Die | T::Injure | T::Damage)
        && reading.tag(node) == Tag::Vbg
        && reading.dep(node) == Dep::Advcl;
    let main = reading
        .head(node)
        .filter(|_| result)
        .and_then(|head| by_verb[head])?;
    let trigger = &drafts[main as usize].trigger;
    let event = trigger.shape == Shape::Light && matches!(trigger.kind, T::Attack);
    let known = draft.fillers.iter().any(|f| f.role == Role::Instrument);
    (event && !known).then(|| Filler {
        role: Role::Instrument,
        head: trigger.word,
        tokens: trigger.tokens.clone(),
        via: "main-event",
        inherited: true,
    })
}

/// "began the operation to clear the town on Nov. 5": a date behind an infinitive is the main verb's.
fn of_infinitive(
    reading: &Reading,
    drafts: &[Draft],
    by_verb: &[Option<u32>],
    index: usize,
) -> Option<Filler> {
    let verb = drafts[index].trigger.verb?;
    if reading.tag(verb) != Tag::Vbd || drafts[index].fillers.iter().any(|f| f.role == Role::Time) {
        return None;
    }
    let object = reading.child(verb, Dep::Dobj);
    let infinitive = reading
        .children_by(verb, Dep::Xcomp)
        .chain(reading.children_by(verb, Dep::Advcl))
        .chain(
            object
                .into_iter()
                .flat_map(|o| reading.children_by(o, Dep::Acl)),
        )
        .filter(|&c| reading.tag(c) == Tag::Vb && c > verb)
        .find_map(|c| by_verb[c])?;
    drafts[infinitive as usize]
        .fillers
        .iter()
        .find(|f| {
            f.role == Role::Time
                && !f.inherited
                && super::time::iso(reading, f.tokens.clone()).is_some()
        })
        .map(|f| Filler {
            via: "infinitive-time",
            inherited: true,
            ..f.clone()
        })
}

/// "The coalition in Syria conducted strikes": where the agent is, if it stands on the noun itself.
fn of_participant(reading: &Reading, draft: &Draft) -> Option<Filler> {
    if draft.trigger.shape == Shape::Copula {
        return None;
    }
    let agent = draft
        .fillers
        .iter()
        .find(|f| f.role == Role::Agent && f.via != "predicate")
        .or_else(|| draft.fillers.iter().find(|f| f.role == Role::Patient))?;
    reading.children_by(agent.head, Dep::Prep).find_map(|prep| {
        let noun = reading.child(prep, Dep::Pobj)?;
        let place = matches!(reading.kind(noun), Some(EntityType::Gpe | EntityType::Loc));
        (reading.document.lower(prep) == "in" && place).then(|| Filler {
            role: Role::Place,
            head: noun,
            tokens: reading.phrase(noun),
            via: "participant-place",
            inherited: true,
        })
    })
}

/// The filler of the nearest clause above that the event belongs to.
fn of_clause(
    reading: &Reading,
    drafts: &[Draft],
    by_verb: &[Option<u32>],
    index: usize,
    role: Role,
) -> Option<Filler> {
    let mut node = drafts[index].trigger.node();
    if !reading.is_verb(node) {
        return None;
    }
    for _ in 0..FARTHEST {
        let head = reading.head(node)?;
        let participle =
            matches!(reading.tag(node), Tag::Vbg | Tag::Vbn) && reading.own_subject(node).is_none();
        let belongs = match reading.dep(node) {
            Dep::Advcl => {
                participle
                    || reading
                        .children_by(node, Dep::Mark)
                        .any(|m| matches!(reading.document.lower(m).as_str(), "while" | "as"))
            }
            Dep::Conj => reading.own_subject(node).is_none(),
            Dep::Xcomp => true,
            Dep::Ccomp => drafts[index].trigger.causative == Some(head),
            Dep::Pcomp => {
                reading.is_verb(node)
                    && reading
                        .own_subject(node)
                        .is_none_or(|s| reading.document.lower(s) == "what")
            }
            Dep::Prep => true,
            Dep::Attr => true,
            _ => false,
        };
        if !belongs {
            return None;
        }
        // "reported a loss on Thursday as a strike cut its output": that day it was reported.
        let told = (by_verb[head])
            .is_some_and(|above| drafts[above as usize].trigger.kind == FactType::State);
        if told && reading.dep(node) == Dep::Advcl && reading.own_subject(node).is_some() {
            return None;
        }
        if let Some(above) = by_verb[head]
            && let Some(filler) = drafts[above as usize]
                .fillers
                .iter()
                .find(|f| f.role == role && f.via != "time-clause")
        {
            // What follows a second verb is its own; what stands before the first is shared.
            let shared = reading.dep(node) != Dep::Conj || filler.head < head || filler.head > node;
            return shared.then(|| Filler {
                via: "inherited",
                inherited: true,
                ..filler.clone()
            });
        }
        node = head;
    }
    None
}
