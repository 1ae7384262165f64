//! Events named by nouns.

use crate::document::{Dep, Tag, TokenRange};
use crate::lexicon;
use crate::report::FactType;

use super::super::reading::Reading;
use super::{Shape, Trigger};

/// Who the genitive of an event noun is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Genitive {
    /// The possessive is the agent, "of" the patient.
    AgentAndPatient,
    /// Both are the agent.
    Agent,
    /// Both are the patient.
    Patient,
}

/// The type of the event noun at `i` and who its genitive is; `None` if it names no event.
pub fn entry(reading: &Reading, i: usize) -> Option<(FactType, Genitive)> {
    if !matches!(reading.tag(i), Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Vbg) {
        return None;
    }
    let lemma = reading.lemma(i);
    let (kind, genitive) = lexicon::EVENT_NOUNS.get(&lemma)?.split_once(' ')?;
    let genitive = match genitive {
        "a" => Genitive::Agent,
        "p" => Genitive::Patient,
        _ => Genitive::AgentAndPatient,
    };
    let mut kind = FactType::from_name(kind)?;
    let compound = |words: &[&str]| {
        reading.children(i).any(|c| {
            matches!(reading.dep(c), Dep::Compound | Dep::Amod | Dep::Nmod)
                && words.contains(&reading.lemma(c).as_str())
        })
    };
    // One word, several events: what stands before it decides.
    match lemma.as_str() {
        "strike"
            if compound(&[
                "hunger",
                "labor",
                "labour",
                "union",
                "rail",
                "teacher",
                "general",
                "worker",
                "nurse",
                "transport",
            ]) =>
        {
            kind = FactType::Protest
        }
        "fire"
            if compound(&[
                "mortar",
                "artillery",
                "gun",
                "rocket",
                "heavy",
                "enemy",
                "friendly",
                "machine",
                "tank",
                "sniper",
            ]) =>
        {
            kind = FactType::Attack
        }
        "attack" if compound(&["heart", "asthma", "panic"]) => kind = FactType::Injure,
        "strike" if compound(&["lightning"]) => kind = FactType::Disaster,
        "launch" if compound(&["missile"]) => kind = FactType::Attack,
        _ => {}
    }
    Some((kind, genitive))
}

/// The noun with the part of its compound that belongs to its name ("air strikes", "death toll").
pub fn tokens(reading: &Reading, i: usize) -> TokenRange {
    let joined = i > 0
        && reading.head(i - 1) == Some(i)
        && reading.dep(i - 1) == Dep::Compound
        && matches!(
            reading.lemma(i - 1).as_str(),
            "air" | "drone" | "missile" | "rocket" | "death" | "car" | "suicide" | "peace"
        );
    if joined { i - 1..i + 1 } else { i..i + 1 }
}

/// Whether the verb is one that carries nouns of this type: "made a provocation", not "faced the storm".
pub fn is_carried_by(reading: &Reading, i: usize, verb: &str, kind: FactType) -> bool {
    use FactType as T;
    match kind {
        T::Disaster | T::Change => matches!(
            verb,
            "suffer" | "see" | "undergo" | "impose" | "make" | "sustain"
        ),
        T::Vote => matches!(verb, "hold" | "conduct" | "organize" | "organise" | "face"),
        T::Injure => matches!(verb, "suffer" | "sustain" | "receive" | "have"),
        T::Aid => {
            matches!(verb, "make" | "have" | "send" | "receive" | "give")
                && reading.lemma(i) != "aid"
                && reading.lemma(i) != "relief"
        }
        T::Occur | T::Enterprise => matches!(
            verb,
            "make" | "mount" | "undertake" | "take" | "conduct" | "carry out"
        ),
        _ if verb == "commit" => matches!(kind, T::Attack | T::Die | T::Damage | T::Arrest),
        _ if verb == "pay" => matches!(kind, T::Meet | T::Judge),
        _ if verb == "take" => matches!(kind, T::Meet | T::State | T::Office),
        _ => !matches!(verb, "start" | "continue" | "end") || kind != T::State,
    }
}

/// An event noun on its own, where the text says who or what takes part in it.
pub fn read(reading: &Reading, i: usize) -> Option<Trigger> {
    let (kind, genitive) = entry(reading, i)?;
    if matches!(
        reading.dep(i),
        Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Npadvmod | Dep::Poss
    ) || reading.tag(i) == Tag::Vbg
    {
        return None;
    }
    if reading.source(i).is_some()
        || reading.cue(i).is_some()
        || reading.entity(i).is_some() && reading.tag(i) == Tag::Nnp
    {
        return None;
    }
    // "signed a treaty", "won the election": the verb tells it already.
    let verb = reading
        .head(i)
        .filter(|&v| matches!(reading.dep(i), Dep::Dobj | Dep::Nsubjpass) && reading.is_verb(v));
    if verb.is_some_and(|v| super::condition::kind(reading, v).0 == kind) {
        return None;
    }
    let told = takes_part(reading, i, genitive);
    let titled = reading.in_title(i)
        && reading
            .children(i)
            .any(|c| matches!(reading.dep(c), Dep::Compound | Dep::Amod | Dep::Prep));
    let weighty = is_weighty(kind);
    if !(weighty && told) && !(titled && (weighty || kind == FactType::Occur)) {
        return None;
    }
    Some(Trigger {
        word: i,
        verb: None,
        shape: Shape::Noun,
        kind,
        tokens: tokens(reading, i),
        mentions: Vec::new(),
        causative: None,
        confidence: 0.55,
    })
}

/// Types whose nouns are news on their own.
fn is_weighty(kind: FactType) -> bool {
    use FactType as T;
    matches!(
        kind,
        T::Attack
            | T::Die
            | T::Disaster
            | T::Arrest
            | T::Investigate
            | T::Rule
            | T::Agree
            | T::Damage
            | T::Rescue
            | T::Office
            | T::Judge
            | T::Seize
    )
}

/// Whether a participant hangs on the noun: a named possessor, "of", "on", "against", "by", "into".
fn takes_part(reading: &Reading, i: usize, genitive: Genitive) -> bool {
    reading.children(i).any(|c| match reading.dep(c) {
        Dep::Poss => reading.is_nominal(c) && !reading.is_class(c, "time"),
        Dep::Prep => {
            let word = reading.document.lower(c);
            let about = match genitive {
                Genitive::AgentAndPatient | Genitive::Patient => {
                    matches!(word.as_str(), "of" | "on" | "against" | "by" | "into")
                }
                Genitive::Agent => matches!(word.as_str(), "by" | "between" | "against" | "with"),
            };
            about
                && reading
                    .child(c, Dep::Pobj)
                    .is_some_and(|noun| reading.is_nominal(noun) && !reading.is_class(noun, "time"))
        }
        _ => false,
    })
}
