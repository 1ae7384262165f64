//! Events named by verbs, and by the nouns that light verbs carry.

use crate::document::{Dep, Pos, Tag};
use crate::lexicon;
use crate::report::FactType;

use super::super::reading::Reading;
use super::super::roles;
use super::{Shape, Trigger, condition, noun};

/// Verbs that say that their subject, an event noun, happened.
const HAPPENING: [&str; 7] = [
    "occur",
    "happen",
    "take place",
    "report",
    "record",
    "come about",
    "cause",
];

/// Verbs that only introduce what someone says or thinks; with an object that is no clause they may still be news.
const PLAIN_SPEECH: [&str; 58] = [
    "say",
    "tell",
    "add",
    "state",
    "note",
    "explain",
    "write",
    "tweet",
    "argue",
    "insist",
    "stress",
    "think",
    "believe",
    "suspect",
    "estimate",
    "mention",
    "comment",
    "remark",
    "recall",
    "continue",
    "maintain",
    "assert",
    "allege",
    "acknowledge",
    "hope",
    "fear",
    "know",
    "feel",
    "expect",
    "quote",
    "cite",
    "read",
    "claim",
    "suggest",
    "point",
    "go",
    "report",
    "contend",
    "reply",
    "answer",
    "observe",
    "recount",
    "describe",
    "emphasize",
    "emphasise",
    "conclude",
    "joke",
    "repeat",
    "respond",
    "begin",
    "testify",
    "indicate",
    "warn",
    "caution",
    "reiterate",
    "underline",
    "agree",
    "guess",
];

/// The event of the verb at `i`; several when it carries coordinated event nouns of different types.
pub fn read(reading: &Reading, i: usize) -> Vec<Trigger> {
    if !heads_a_clause(reading, i) || is_transparent(reading, i) || !is_licensed(reading, i) {
        return Vec::new();
    }
    let lemma = reading.lemma(i);
    let speaks = reading.cue(i).is_some() && PLAIN_SPEECH.contains(&lemma.as_str());
    if speaks || is_parenthesis(reading, i) || is_aside(reading, i, &lemma) {
        return Vec::new();
    }
    let nouns = carried(reading, i);
    if !nouns.is_empty() {
        return nouns;
    }
    let (kind, known) = condition::kind(reading, i);
    let causative = causative(reading, i);
    let mut mentions: Vec<_> = causative.map(|c| c..c + 1).into_iter().collect();
    if let Some(modal) = reading
        .children_by(i, Dep::Aux)
        .find(|&a| reading.document.lower(a) == "must")
    {
        mentions.push(modal..modal + 1);
    }
    vec![Trigger {
        word: i,
        verb: Some(i),
        shape: Shape::Verb,
        kind,
        tokens: with_particle(reading, i),
        mentions,
        causative,
        confidence: if known { 0.8 } else { 0.5 },
    }]
}

/// Whether the verb form at `i` heads a clause: not an auxiliary, a modifier of a noun or a preposition ("including").
fn heads_a_clause(reading: &Reading, i: usize) -> bool {
    let dep = reading.dep(i);
    let modifier = matches!(
        dep,
        Dep::Aux
            | Dep::Auxpass
            | Dep::Amod
            | Dep::Compound
            | Dep::Prep
            | Dep::Case
            | Dep::Mark
            | Dep::Punct
            | Dep::Nmod
            | Dep::Det
            | Dep::Quantmod
            | Dep::Advmod
    );
    let noun = matches!(
        dep,
        Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass | Dep::Pobj | Dep::Attr | Dep::Poss | Dep::Npadvmod
    ) && matches!(reading.tag(i), Tag::Vbg | Tag::Vb | Tag::Vbn);
    !modifier && !noun && (reading.pos(i) != Pos::Aux || reading.children(i).next().is_some())
}

/// Whether the form fits its place: a bare infinitive beside a finite verb is a noun that the parser took for a verb.
fn is_licensed(reading: &Reading, i: usize) -> bool {
    if reading.tag(i) != Tag::Vb || reading.dep(i) != Dep::Conj {
        return true;
    }
    let auxiliary = reading.children_by(i, Dep::Aux).next().is_some();
    let first = reading.head(i);
    let finite = first.is_some_and(|head| {
        matches!(reading.tag(head), Tag::Vbz | Tag::Vbd | Tag::Vbn | Tag::Vbg)
            || !reading.is_verb(head)
    });
    auxiliary || !finite
}

/// A participle that only says where words are from or what remains: "quoting X", "referring to the fact that", "no one left".
fn is_aside(reading: &Reading, i: usize, lemma: &str) -> bool {
    let participle = matches!(reading.tag(i), Tag::Vbg | Tag::Vbn);
    let cites = matches!(lemma, "quote" | "cite" | "refer" | "add" | "note" | "say")
        && reading.tag(i) == Tag::Vbg;
    let left = lemma == "leave"
        && reading.dep(i) == Dep::Acl
        && reading
            .head(i)
            .is_some_and(|noun| reading.dep(noun) == Dep::Attr);
    participle && (cites && matches!(reading.dep(i), Dep::Advcl | Dep::Acl | Dep::Prep) || left)
}

/// "…, he added, …": a speech verb inside another clause.
fn is_parenthesis(reading: &Reading, i: usize) -> bool {
    reading.dep(i) == Dep::Parataxis && PLAIN_SPEECH.contains(&reading.lemma(i).as_str())
}

/// Whether the verb at `i` only brings in the verb below it ("continued to", "was believed to", "caused … to"). With an object
/// of its own it does so only if the object is the one who acts: "began the work to clear" is a beginning.
fn is_transparent(reading: &Reading, i: usize) -> bool {
    let lemma = reading.lemma(i);
    if !lexicon::TRANSPARENT_VERBS.contains(&lemma) {
        return false;
    }
    let object = reading.child(i, Dep::Dobj).is_some();
    if object && !lexicon::OBJECT_CONTROL_VERBS.contains(&lemma) {
        return false;
    }
    reading.children(i).any(|c| match reading.dep(c) {
        Dep::Xcomp => reading.is_verb(c),
        Dep::Ccomp => {
            let infinitive = matches!(reading.tag(c), Tag::Vb | Tag::Vbg | Tag::Vbn);
            let that = reading
                .children_by(c, Dep::Mark)
                .any(|m| reading.document.lower(m) == "that");
            let tensed = reading
                .children_by(c, Dep::Aux)
                .any(|a| matches!(reading.tag(a), Tag::Md | Tag::Vbd | Tag::Vbz | Tag::Vbp));
            infinitive && !that && !tensed
        }
        _ => false,
    })
}

/// The causative above the verb at `i`: "caused the crane to fall".
fn causative(reading: &Reading, i: usize) -> Option<usize> {
    let head = reading.head(i)?;
    let causes = matches!(
        reading.lemma(head).as_str(),
        "cause" | "lead" | "force" | "prompt" | "drive" | "compel" | "oblige" | "push" | "make"
    );
    (causes && matches!(reading.dep(i), Dep::Xcomp | Dep::Ccomp) && reading.is_verb(head))
        .then_some(head)
}

/// The verb and its particle or, if the lexicon has the pair, its preposition.
pub fn with_particle(reading: &Reading, i: usize) -> std::ops::Range<usize> {
    let lemma = reading.lemma(i);
    let next = i + 1;
    let joined = reading.children(i).any(|c| {
        c == next
            && (reading.dep(c) == Dep::Prt
                || (reading.dep(c) == Dep::Prep
                    && lexicon::PREPOSITIONAL_VERBS
                        .contains(&format!("{lemma} {}", reading.document.lower(c)))))
    });
    if joined { i..next + 1 } else { i..next }
}

/// The verb's dictionary form with its particle.
fn phrasal(reading: &Reading, i: usize) -> String {
    let lemma = reading.lemma(i);
    if lemma == "take"
        && reading
            .child(i, Dep::Dobj)
            .is_some_and(|o| reading.document.lower(o) == "place")
    {
        return "take place".into();
    }
    match reading.particle(i) {
        Some(p) => format!("{lemma} {}", reading.document.lower(p)),
        None => lemma,
    }
}

/// The event nouns that the verb at `i` carries as a light verb or as a verb of happening.
fn carried(reading: &Reading, i: usize) -> Vec<Trigger> {
    let lemma = phrasal(reading, i);
    let (subjects, objects) = roles::core(reading, i);
    let happening = HAPPENING.contains(&lemma.as_str());
    let heads = if happening {
        let passive = reading.is_passive(i);
        match lemma.as_str() {
            "report" | "record" | "cause" if !passive => Vec::new(),
            "report" | "record" | "cause" => objects,
            _ if objects
                .iter()
                .any(|&o| reading.document.lower(o) != "place") =>
            {
                objects
            }
            _ => subjects,
        }
    } else if lexicon::LIGHT_VERBS.contains(&lemma) {
        objects
    } else {
        Vec::new()
    };
    // "the attack on a convoy, which took place in X": the clause may hang on the last noun.
    let heads: Vec<usize> = heads
        .into_iter()
        .map(|head| {
            if happening {
                event_above(reading, head)
            } else {
                head
            }
        })
        .collect();
    let workers = subjects_are_workers(reading, i);
    let mut triggers: Vec<Trigger> = Vec::new();
    for head in heads {
        let Some((mut kind, _)) =
            noun::entry(reading, head).filter(|_| reading.source(head).is_none())
        else {
            continue;
        };
        if !happening && !noun::is_carried_by(reading, head, &lemma, kind) {
            continue;
        }
        if reading.lemma(head) == "strike" && workers {
            kind = FactType::Protest;
        }
        let harms = matches!(
            kind,
            FactType::Disaster | FactType::Die | FactType::Injure | FactType::Damage
        );
        if triggers.iter().any(|t| t.kind == kind) || lemma == "cause" && !harms {
            continue;
        }
        triggers.push(Trigger {
            word: head,
            verb: Some(i),
            shape: if happening {
                Shape::Happening
            } else {
                Shape::Light
            },
            kind,
            tokens: noun::tokens(reading, head),
            mentions: vec![with_particle(reading, i)],
            causative: None,
            confidence: if kind == FactType::Occur { 0.6 } else { 0.8 },
        });
    }
    triggers
}

/// Whether those who act are people who work for others: their strike is no attack.
fn subjects_are_workers(reading: &Reading, i: usize) -> bool {
    roles::core(reading, i).0.into_iter().any(|s| {
        reading.is_class(s, "worker")
            || super::super::reading::has_class(&reading.lemma(s), "worker")
    })
}

/// The event noun that the noun at `i` is part of the phrase of; `i` itself if it is one, or if there is none.
fn event_above(reading: &Reading, i: usize) -> usize {
    let mut at = i;
    for _ in 0..6 {
        if noun::entry(reading, at).is_some() {
            return at;
        }
        match reading.head(at) {
            Some(head)
                if matches!(reading.dep(at), Dep::Pobj | Dep::Prep | Dep::Conj)
                    && !reading.is_verb(head) =>
            {
                at = head
            }
            _ => break,
        }
    }
    i
}
