//! Who and what takes part in an event: one family of constructions a file.

mod adverbial;
mod attached;
mod clause;
mod kind;
mod nominal;
mod object;
mod preposition;
mod subject;

use crate::document::{Dep, TokenRange};
use crate::lexicon;
use crate::report::{FactType, Role};

use super::reading::Reading;
use super::trigger::{Shape, Trigger};

/// Someone or something in a role, in tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Filler {
    /// The role.
    pub role: Role,
    /// Its head.
    pub head: usize,
    /// Its tokens.
    pub tokens: TokenRange,
    /// The rule that found it.
    pub via: &'static str,
    /// Whether it was taken over from another clause.
    pub inherited: bool,
}

/// A participant before its role is known.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// The head of its noun phrase.
    pub head: usize,
    /// The rule that found it.
    pub via: &'static str,
    /// Whether it is from another clause.
    pub inherited: bool,
}

/// The logical subjects and objects of the verb at `i`, by their heads: of a passive, who did it and whom it was done to.
pub fn core(reading: &Reading, i: usize) -> (Vec<usize>, Vec<usize>) {
    let subjects = subject::find(reading, i).map_or_else(Vec::new, |s| reading.conjuncts(s.head));
    if reading.is_passive(i) {
        let agents = reading
            .children_by(i, Dep::Agent)
            .filter_map(|by| reading.child(by, Dep::Pobj))
            .flat_map(|noun| reading.conjuncts(noun))
            .collect();
        (agents, subjects)
    } else {
        let objects = object::find(reading, i)
            .into_iter()
            .flat_map(|o| reading.conjuncts(o.head))
            .collect();
        (subjects, objects)
    }
}

/// The surface subject of the verb at `i`.
pub fn subject_of(reading: &Reading, i: usize) -> Option<usize> {
    subject::find(reading, i).map(|found| found.head)
}

/// Everything that takes part in the event of `trigger`.
pub fn fill(reading: &Reading, trigger: &Trigger) -> Vec<Filler> {
    let mut fillers = Vec::new();
    match trigger.shape {
        Shape::Verb => verb(reading, trigger, &mut fillers),
        Shape::Light | Shape::Happening | Shape::Existential | Shape::Noun => {
            nominal::fill(reading, trigger, &mut fillers);
        }
        Shape::Copula => copula(reading, trigger, &mut fillers),
    }
    if let Some(verb) = trigger.verb {
        preposition::fill(reading, trigger, verb, &mut fillers);
        adverbial::fill(reading, verb, &mut fillers);
        clause::fill(reading, trigger, verb, &mut fillers);
    }
    if trigger.shape == Shape::Copula && trigger.verb != Some(trigger.word) {
        attached::of_predicate(reading, trigger, &mut fillers);
    }
    means(reading, trigger, &mut fillers);
    compound_place(reading, &mut fillers);
    tidy(reading, trigger, &mut fillers);
    fillers
}

/// "killed in Mecca crane collapse": the place that stands in the name of the cause.
fn compound_place(reading: &Reading, fillers: &mut Vec<Filler>) {
    if fillers.iter().any(|f| f.role == Role::Place) {
        return;
    }
    let place = fillers
        .iter()
        .filter(|f| f.role == Role::Cause && super::trigger_entry(reading, f.head).is_some())
        .flat_map(|f| reading.children_by(f.head, Dep::Compound))
        .find(|&c| reading.kind(c) == Some(crate::report::EntityType::Gpe));
    if let Some(head) = place {
        fillers.push(Filler {
            role: Role::Place,
            head,
            tokens: head..head + 1,
            via: "compound",
            inherited: false,
        });
    }
}

/// "troops who used artillery": what the agent used is the instrument of what it did.
fn means(reading: &Reading, trigger: &Trigger, fillers: &mut Vec<Filler>) {
    let used: Vec<usize> = fillers
        .iter()
        .filter(|f| f.role == Role::Agent)
        .flat_map(|f| reading.children_by(f.head, Dep::Relcl))
        .filter(|&verb| verb != trigger.node() && reading.lemma(verb) == "use")
        .filter_map(|verb| reading.child(verb, Dep::Dobj))
        .collect();
    for head in used {
        let found = Found {
            head,
            via: "relative-use",
            inherited: false,
        };
        spread(reading, Role::Instrument, found, fillers);
    }
}

/// Subject and objects of a verb.
fn verb(reading: &Reading, trigger: &Trigger, fillers: &mut Vec<Filler>) {
    let verb = trigger.word;
    let passive = reading.is_passive(verb);
    let subject = subject::find(reading, verb);
    let objects = object::find(reading, verb);
    let transitive = !objects.is_empty();
    if let Some(subject) = subject {
        let role = if passive {
            passive_subject_role(reading, trigger, transitive)
        } else {
            subject_role(reading, trigger, transitive)
        };
        spread(reading, role, subject, fillers);
    }
    for object in objects {
        let role = object_role(reading, trigger, object.head);
        spread(reading, role, object, fillers);
    }
    for dative in reading.children_by(verb, Dep::Dative) {
        let (head, via) = match reading.child(dative, Dep::Pobj) {
            Some(noun) => (noun, "dative-to"),
            None => (dative, "dative"),
        };
        spread(
            reading,
            Role::Recipient,
            Found {
                head,
                via,
                inherited: false,
            },
            fillers,
        );
    }
    if let Some(cause) = trigger.causative {
        adverbial::fill(reading, cause, fillers);
    }
    if let Some(cause) = trigger.causative
        && let Some(subject) = subject::find(reading, cause)
        && !fillers.iter().any(|f| f.head == subject.head)
    {
        spread(
            reading,
            Role::Cause,
            Found {
                via: "causative",
                ..subject
            },
            fillers,
        );
    }
}

/// The role of the subject of an active verb.
fn subject_role(reading: &Reading, trigger: &Trigger, transitive: bool) -> Role {
    use FactType as T;
    let lemma = reading.lemma(trigger.word);
    let phrasal = reading
        .particle(trigger.word)
        .map(|p| format!("{lemma} {}", reading.document.lower(p)));
    let unaccusative = lexicon::UNACCUSATIVE_VERBS.contains(&lemma)
        || phrasal.is_some_and(|p| lexicon::UNACCUSATIVE_VERBS.contains(&p));
    match (trigger.kind, lemma.as_str()) {
        (_, "receive" | "get" | "inherit") if transitive => Role::Recipient,
        (T::Injure, "suffer" | "sustain" | "contract" | "fall" | "sicken") => Role::Patient,
        (T::Die, "lose") => Role::Patient,
        (T::Occur, "cause" | "motivate" | "trigger" | "prompt" | "spark" | "fuel")
            if transitive =>
        {
            Role::Cause
        }
        (T::Be, _) => Role::Agent,
        _ if unaccusative && !transitive => Role::Patient,
        _ => Role::Agent,
    }
}

/// The role of the subject of a passive verb.
fn passive_subject_role(reading: &Reading, trigger: &Trigger, transitive: bool) -> Role {
    use FactType as T;
    let lemma = reading.lemma(trigger.word);
    match trigger.kind {
        T::Request
            if !matches!(
                lemma.as_str(),
                "request" | "demand" | "propose" | "suggest" | "recommend"
            ) =>
        {
            Role::Recipient
        }
        T::Be
            if !matches!(
                lemma.as_str(),
                "make" | "compose" | "own" | "surround" | "house" | "represent"
            ) =>
        {
            Role::Agent
        }
        // "was saddened by the news": who feels it.
        T::Judge if is_feeling(&lemma) => Role::Agent,
        // "was given a prize"
        T::Aid | T::Trade | T::State if transitive => Role::Recipient,
        // "may have been involved": taking part
        T::Attack if lemma == "involve" => Role::Agent,
        _ => Role::Patient,
    }
}

/// Verbs whose object feels what their subject causes.
pub fn is_feeling(lemma: &str) -> bool {
    matches!(
        lemma,
        "sadden"
            | "anger"
            | "outrage"
            | "shock"
            | "horrify"
            | "dismay"
            | "alarm"
            | "disappoint"
            | "frustrate"
            | "please"
            | "delight"
            | "impress"
            | "upset"
            | "enrage"
            | "infuriate"
            | "surprise"
            | "worry"
            | "offend"
    )
}

/// The role of the object of a verb.
fn object_role(reading: &Reading, trigger: &Trigger, object: usize) -> Role {
    use FactType as T;
    let lemma = reading.lemma(trigger.word);
    let someone = reading.is_class(object, "person") || reading.is_class(object, "group");
    match trigger.kind {
        T::Request
            if lemma == "demand"
                || lemma == "request"
                || lemma == "propose"
                || lemma == "suggest"
                || lemma == "recommend"
                || lemma == "seek" =>
        {
            Role::Topic
        }
        T::Request => Role::Recipient,
        T::Investigate => Role::Topic,
        T::State
            if someone
                && reading.is_verb(trigger.word)
                && matches!(lemma.as_str(), "tell" | "inform" | "notify") =>
        {
            Role::Recipient
        }
        T::State
            if matches!(
                lemma.as_str(),
                "broadcast"
                    | "publish"
                    | "post"
                    | "identify"
                    | "name"
                    | "air"
                    | "televise"
                    | "release"
                    | "issue"
                    | "leak"
                    | "quote"
                    | "cite"
                    | "present"
                    | "file"
                    | "deliver"
            ) =>
        {
            Role::Patient
        }
        T::State | T::Refuse | T::Commit if !someone => Role::Topic,
        T::Commit | T::Refuse
            if matches!(lemma.as_str(), "warn" | "assure" | "promise" | "threaten") =>
        {
            Role::Recipient
        }
        T::Find if matches!(lemma.as_str(), "know" | "think" | "believe") => Role::Topic,
        T::Go if lemma == "reach" || lemma == "enter" || lemma == "approach" => Role::Destination,
        T::Go
            if lemma == "leave"
                || lemma == "exit"
                || lemma == "flee"
                || lemma == "depart"
                || lemma == "escape" =>
        {
            let left = reading.is_class(object, "place")
                || reading.entity(object).is_some()
                || reading.is_class(object, "group");
            if !left || (someone && !reading.is_class(object, "place")) {
                Role::Patient
            } else {
                Role::Origin
            }
        }
        T::Attack if lemma == "use" => Role::Instrument,
        _ => Role::Patient,
    }
}

/// Subject and predicate of a state.
fn copula(reading: &Reading, trigger: &Trigger, fillers: &mut Vec<Filler>) {
    let Some(verb) = trigger.verb else {
        return;
    };
    if let Some(main) = what_seems(reading, verb) {
        // "maneuvered tanks in what appears to be an attack": who does the one does the other.
        nominal::arguments(reading, trigger, fillers);
        if let Some(subject) = subject::find(reading, main) {
            spread(
                reading,
                Role::Agent,
                Found {
                    via: "what-seems",
                    inherited: true,
                    ..subject
                },
                fillers,
            );
        }
        return;
    }
    if let Some(subject) = subject::find(reading, verb) {
        let role = match trigger.kind {
            FactType::Die
            | FactType::Injure
            | FactType::Disaster
            | FactType::Damage
            | FactType::Rescue
            | FactType::Arrest
            | FactType::Change => Role::Patient,
            _ => Role::Agent,
        };
        // "This was an attack": what is called so takes no part in it.
        if trigger.kind == FactType::Be
            || !reading.is_nominal(trigger.word)
            || reading.is_class(subject.head, "person")
            || reading.is_class(subject.head, "group")
        {
            spread(reading, role, subject, fillers);
        }
    }
    if trigger.word != verb && reading.is_nominal(trigger.word) && trigger.kind == FactType::Be {
        let found = Found {
            head: trigger.word,
            via: "predicate",
            inherited: false,
        };
        fillers.push(one(reading, Role::Patient, found));
    }
    if trigger.kind != FactType::Be && reading.is_nominal(trigger.word) {
        nominal::arguments(reading, trigger, fillers);
    }
}

/// The verb over "in what appears to be an attack", where `be` is the copula of that.
fn what_seems(reading: &Reading, be: usize) -> Option<usize> {
    let seems = reading.head(be).filter(|_| reading.dep(be) == Dep::Xcomp)?;
    let what = reading
        .own_subject(seems)
        .is_some_and(|s| reading.document.lower(s) == "what");
    let prep = reading
        .head(seems)
        .filter(|_| what && reading.dep(seems) == Dep::Pcomp)?;
    reading.head(prep).filter(|&main| reading.is_verb(main))
}

/// A filler for each conjunct of a participant.
fn spread(reading: &Reading, role: Role, found: Found, fillers: &mut Vec<Filler>) {
    for head in reading.conjuncts(found.head) {
        fillers.push(one(reading, role, Found { head, ..found }));
    }
}

/// One filler.
fn one(reading: &Reading, role: Role, found: Found) -> Filler {
    Filler {
        role,
        head: found.head,
        tokens: reading.phrase(found.head),
        via: found.via,
        inherited: found.inherited,
    }
}

/// Drops fillers that are the event itself or there twice, and pronouns that stand for nobody.
fn tidy(reading: &Reading, trigger: &Trigger, fillers: &mut Vec<Filler>) {
    let mut seen: Vec<(Role, usize)> = Vec::new();
    fillers.retain(|filler| {
        let itself = filler.head == trigger.word
            && !matches!(filler.via, "predicate" | "event-noun")
            && trigger.shape != Shape::Happening;
        let own_predicate = filler.via == "predicate";
        let expletive = filler.tokens.len() == 1 && reading.document.lower(filler.head) == "there";
        let new = !seen.contains(&(filler.role, filler.head));
        seen.push((filler.role, filler.head));
        (own_predicate || !itself) && !expletive && new && !filler.tokens.is_empty()
    });
    for filler in fillers.iter_mut() {
        let node = trigger.node();
        if filler.via != "predicate" && filler.tokens.contains(&node) && node > filler.head {
            filler.tokens = reading.phrase_before(filler.head, node);
        }
    }
    // What a preposition on the object says once is not said again in the object.
    let cuts: Vec<(usize, usize)> = fillers
        .iter()
        .filter(|f| f.via == "object-preposition")
        .filter_map(|f| reading.head(f.head).map(|prep| (prep, f.head)))
        .collect();
    for filler in fillers.iter_mut() {
        for &(prep, head) in &cuts {
            if filler.head < prep
                && filler.tokens.contains(&prep)
                && filler.tokens.contains(&head)
                && filler.via == "object"
            {
                filler.tokens.end = prep;
            }
        }
    }
    let places: Vec<TokenRange> = fillers
        .iter()
        .filter(|f| f.role == Role::Place && f.via == "bearing")
        .map(|f| f.tokens.clone())
        .collect();
    fillers.retain(|f| {
        f.role != Role::Place || f.via == "bearing" || !places.iter().any(|p| p.contains(&f.head))
    });
    // One participant has one role; what the verb says outweighs what a preposition or another clause says.
    let core: Vec<(usize, Role)> = fillers
        .iter()
        .filter(|f| matches!(f.role, Role::Agent | Role::Patient | Role::Recipient))
        .map(|f| (f.head, f.role))
        .collect();
    fillers.retain(|filler| {
        matches!(filler.role, Role::Agent | Role::Patient | Role::Recipient)
            || filler.role == Role::Time
            || !core.iter().any(|&(head, _)| head == filler.head)
    });
}
