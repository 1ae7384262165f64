//! What a verb, noun or adjective does to the certainty of the clause or noun that it governs.

use crate::document::{Dep, Pos, Tag};
use crate::lexicon;
use crate::report::{Certainty, Modality};

use super::super::reading::Reading;
use super::super::trigger::Shape;
use super::{Stance, marker};

/// A clause under a verb or a predicate: "wants to go", "denied that", "is likely to".
pub fn of_clause(
    reading: &Reading,
    node: usize,
    head: usize,
    boundary: bool,
    stance: &mut Stance,
) -> bool {
    let lemma = lemma_with_particle(reading, head);
    let class = match reading.pos(head) {
        Pos::Adj => 'a',
        Pos::Adv => 'r',
        Pos::Noun | Pos::Propn => 'n',
        _ => 'v',
    };
    let mut own = Stance::new();
    // "Many are hungry – they have no bread": a clause before another that no one says or thinks is one of its own.
    let own_sentence = node < head
        && reading.dep(node) == Dep::Ccomp
        && reading.cue(head).is_none()
        && reading.children_by(node, Dep::Mark).next().is_none();
    if own_sentence && !lexicon::STANCE_WORDS.contains(&format!("v:{}", reading.lemma(head))) {
        return false;
    }
    if matches!(reading.dep(node), Dep::Csubj | Dep::Csubjpass) && reading.tag(node) == Tag::Vbg {
        return false;
    }
    if reading.is_verb(head) {
        marker::of_verb(reading, head, head, Shape::Verb, &mut own);
    }
    // "is not sure that": what stands on the copula stands on its predicate.
    let copula = reading.head(head).filter(|&be| {
        !reading.is_verb(head)
            && matches!(reading.dep(head), Dep::Acomp | Dep::Attr | Dep::Oprd)
            && reading.is_verb(be)
    });
    if let Some(be) = copula {
        marker::of_verb(reading, be, be, Shape::Verb, &mut own);
    }
    let negated = own.polarity == crate::report::Polarity::Negated;
    let predicate = predicate(reading, head);
    let (key_class, key, at) = match predicate {
        Some((class, word, at)) if lemma == "be" || lemma == "remain" => (class, word, at),
        _ => (class, lemma, head),
    };
    let effect = lexicon::STANCE_WORDS
        .get(&format!("{key_class}:{key}"))
        .or_else(|| lexicon::STANCE_WORDS.get(&format!("{key_class}:{}", reading.lemma(at))));
    let infinitive = reading.dep(node) == Dep::Xcomp
        || reading
            .children_by(node, Dep::Aux)
            .any(|a| reading.document.lower(a) == "to");
    let finite = !infinitive && reading.tag(node) != Tag::Vbg;
    let effect = match (key.as_str(), effect) {
        // "is to start", "is going to build", "has to pay"; not "went to see", "were set a task", "has the bridge built".
        ("be", None) if infinitive && key_class == 'v' => Some("future"),
        // "told reporters that it fell" reports; "told them to leave" asks.
        (_, Some("told")) => infinitive.then_some("requested"),
        ("go", _) if reading.tag(head) != Tag::Vbg => None,
        ("set" | "schedule" | "slate" | "poise", _)
            if !reading.is_passive(head)
                && !reading
                    .children_by(head, Dep::Aux)
                    .any(|a| reading.lemma(a) == "be") =>
        {
            None
        }
        ("have" | "need", _) if !infinitive || reading.child(head, Dep::Dobj).is_some() => None,
        // "told them to leave" asks; "told them that it rained" only says.
        ("tell", _) if finite => None,
        // "is said to have cost": what nobody named says.
        ("say" | "claim" | "report" | "allege" | "rumor" | "rumour", _)
            if infinitive && reading.is_passive(head) =>
        {
            Some("alleged")
        }
        // "is investigating how he died": that he did is taken for granted.
        (_, Some("unknown")) if presupposes(reading, node) => None,
        // "began the work to clear the river": a purpose.
        (_, None)
            if infinitive
                && reading.dep(node) == Dep::Xcomp
                && reading.child(head, Dep::Dobj).is_some()
                && !lexicon::OBJECT_CONTROL_VERBS.contains(&reading.lemma(head)) =>
        {
            Some("purpose")
        }
        (_, effect) => effect,
    };
    if infinitive && key_class == 'a' && effect == Some("probable") {
        stance.shift(Modality::Future);
    }
    apply(
        reading,
        effect.unwrap_or("keep"),
        at,
        negated,
        finite,
        stance,
    );
    // A cue carries its own doubt or denial, but the modality of the saying is not that of what is said.
    if boundary {
        return false;
    }
    if effect != Some("ruled out") {
        // "may want to", "could allow X to": the governor's own doubt covers what it governs.
        stance.lower(own.certainty);
        if own.modality != Modality::Actual {
            stance.shift(own.modality);
        }
        for hedge in own.hedges {
            stance.hedge(hedge);
        }
    }
    stance.reported |= finite;
    true
}

/// Whether the clause asks for a detail of what happened: "how", "why", "when", "where", "who".
fn presupposes(reading: &Reading, node: usize) -> bool {
    reading.children(node).any(|c| {
        c < node
            && matches!(reading.tag(c), Tag::Wrb | Tag::Wp | Tag::Wdt)
            && !matches!(reading.document.lower(c).as_str(), "whether" | "that")
    })
}

/// What an effect of the lexicon does.
fn apply(
    reading: &Reading,
    effect: &str,
    at: usize,
    negated: bool,
    finite: bool,
    stance: &mut Stance,
) {
    let span = reading.span(hedge_words(reading, at, effect));
    let mut hedge = true;
    match (effect, negated) {
        ("keep", false) => hedge = false,
        ("keep", true) => {
            // "did not manage to", "do not know that".
            hedge = finite;
            if finite {
                stance.lower(Certainty::Unknown);
            } else {
                stance.negate();
            }
        }
        ("true", true) => {
            stance.negate();
            hedge = false;
        }
        ("ended", false) => {
            stance.negate();
            hedge = false;
        }
        ("ended", true) => hedge = false,
        ("negating", false) => {
            stance.negate();
            hedge = false;
        }
        ("negating", true) => hedge = false,
        ("ruled out", true) => stance.lower(Certainty::Possible),
        ("ruled out", false) => {
            stance.negate();
            hedge = false;
        }
        ("purpose", _) => {
            stance.lower(Certainty::Unknown);
            stance.shift(Modality::Intended);
            hedge = false;
        }
        ("intended", false) if finite => hedge = false,
        ("intended", false) => {
            stance.lower(Certainty::Unknown);
            stance.shift(Modality::Intended);
        }
        ("intended", true) => {
            stance.negate();
            stance.lower(Certainty::Unknown);
            stance.shift(Modality::Intended);
        }
        ("requested", false) => {
            stance.lower(Certainty::Unknown);
            stance.shift(Modality::Requested);
        }
        ("requested", true) => {
            stance.negate();
            stance.lower(Certainty::Unknown);
            stance.shift(Modality::Requested);
        }
        // Neg-raising: "do not believe that it was an attack" says that it probably was none.
        ("probable", true) => {
            stance.negate();
            stance.lower(Certainty::Probable);
        }
        ("probable" | "alleged", _) => stance.lower(Certainty::Probable),
        ("possible", false) => stance.lower(Certainty::Possible),
        ("possible", true) => stance.lower(Certainty::Unknown),
        ("expected", false) => {
            stance.lower(Certainty::Probable);
            if !finite {
                stance.shift(Modality::Future);
            }
        }
        ("expected", true) | ("unlikely", false) => {
            stance.negate();
            stance.lower(Certainty::Probable);
            stance.shift(Modality::Future);
        }
        ("unlikely", true) => stance.lower(Certainty::Possible),
        ("future", false) => {
            stance.shift(Modality::Future);
            hedge = false;
        }
        ("future", true) => {
            stance.negate();
            stance.shift(Modality::Future);
            hedge = false;
        }
        ("unable", false) => {
            stance.negate();
            hedge = false;
        }
        ("evidence", true) => stance.lower(Certainty::Unknown),
        ("evidence", false) => hedge = false,
        ("unknown", _) => {
            // The question itself is the hedge: "looking into whether they might …".
            hedge = stance.hedges.is_empty();
            if stance.certainty != Certainty::Possible {
                stance.lower(Certainty::Unknown);
            }
        }
        _ => hedge = false,
    }
    if hedge {
        stance.hedge(span);
    }
}

/// The words of a hedge: the verb with its negation, "no" with its noun, "we" with what we think.
fn hedge_words(reading: &Reading, at: usize, effect: &str) -> std::ops::Range<usize> {
    let mut start = at;
    let mut negation = reading.children(at).filter(|&c| {
        c < at
            && (reading.dep(c) == Dep::Neg
                || (reading.dep(c) == Dep::Det && reading.document.lower(c) == "no"))
    });
    if let Some(negation) = negation.next_back()
        && at - negation <= 3
    {
        start = negation;
    }
    if matches!(effect, "probable" | "possible")
        && let Some(subject) = reading.own_subject(at)
        && subject + 1 == at
        && matches!(
            reading.document.lower(subject).as_str(),
            "we" | "i" | "what"
        )
    {
        start = subject;
    }
    let mut end = at + 1;
    // "what appears to be"
    if start < at
        && reading.document.lower(start) == "what"
        && end + 1 < reading.len()
        && reading.document.lower(end) == "to"
        && reading.document.lower(end + 1) == "be"
    {
        end += 2;
    }
    if let Some(particle) = reading.particle(at).filter(|&p| p == at + 1) {
        end = particle + 1;
    }
    start..end
}

/// The dictionary form of `i`, with its particle or the preposition that the lexicon knows with it.
fn lemma_with_particle(reading: &Reading, i: usize) -> String {
    let lemma = reading.lemma(i);
    let word = reading.children(i).find_map(|c| {
        let word = reading.document.lower(c);
        let joined = format!("{lemma} {word}");
        (matches!(reading.dep(c), Dep::Prt | Dep::Prep)
            && lexicon::STANCE_WORDS.contains(&format!("v:{joined}")))
        .then_some(joined)
    });
    word.unwrap_or(lemma)
}

/// The predicate of the copula at `i`: class, dictionary form, token.
fn predicate(reading: &Reading, i: usize) -> Option<(char, String, usize)> {
    let at = reading
        .children(i)
        .find(|&c| matches!(reading.dep(c), Dep::Acomp | Dep::Attr | Dep::Oprd))?;
    let class = if reading.is_nominal(at) && reading.pos(at) != Pos::Adj {
        'n'
    } else {
        'a'
    };
    Some((class, reading.lemma(at), at))
}

/// A clause on a noun: "suspicions that", "no evidence that", "a plan to"; a relative clause is a fact of its own.
pub fn of_noun_clause(reading: &Reading, node: usize, head: usize, stance: &mut Stance) -> bool {
    let that = reading.children(node).any(|c| {
        c < node
            && reading.dep(c) == Dep::Mark
            && matches!(
                reading.document.lower(c).as_str(),
                "that" | "whether" | "if"
            )
    });
    let infinitive = reading
        .children_by(node, Dep::Aux)
        .any(|a| reading.document.lower(a) == "to");
    if reading.is_verb(head) {
        // "which" over a whole clause, or a tree gone wrong: no governor.
        return false;
    }
    if !that && !infinitive || that && is_result(reading, head) {
        return false;
    }
    let lemma = reading.lemma(head);
    if lemma == "order"
        && reading
            .head(head)
            .is_some_and(|p| reading.document.lower(p) == "in" && head == p + 1)
    {
        stance.lower(Certainty::Unknown);
        stance.shift(Modality::Intended);
        return false;
    }
    let negated = marker::is_none(reading, head) || governs_negation(reading, head);
    let effect = if matches!(lemma.as_str(), "evidence" | "proof" | "confirmation")
        || negated
            && lexicon::STANCE_WORDS
                .get(&format!("n:{lemma}"))
                .is_some_and(|e| e != "keep")
            && that
    {
        "evidence"
    } else {
        lexicon::STANCE_WORDS
            .get(&format!("n:{lemma}"))
            .unwrap_or(if infinitive { "purpose" } else { "keep" })
    };
    apply(reading, effect, head, negated, that, stance);
    // "a suspected plan", "the alleged intention": what stands on the noun.
    let mut own = Stance::new();
    marker::of_noun(reading, head, &mut own);
    stance.lower(own.certainty);
    // "the report that it fell was a hoax".
    let verdict = (reading.head(head))
        .filter(|_| matches!(reading.dep(head), Dep::Nsubj | Dep::Nsubjpass))
        .and_then(|be| predicate(reading, be));
    if let Some((class, word, _)) = verdict
        && that
        && lexicon::STANCE_WORDS.get(&format!("{class}:{word}")) == Some("negating")
    {
        stance.negate();
        return false;
    }
    that
}

/// Whether a clause on the noun says what follows from it: "so many lies that they lost count", "such a threat that he fled".
fn is_result(reading: &Reading, noun: usize) -> bool {
    let degree = |i: usize| matches!(reading.document.lower(i).as_str(), "so" | "such");
    reading
        .children(noun)
        .filter(|&c| c < noun)
        .any(|c| degree(c) || reading.children(c).any(degree))
}

/// Whether the verb over the noun is negated: "there is not evidence", "did not find evidence that".
fn governs_negation(reading: &Reading, noun: usize) -> bool {
    reading.head(noun).is_some_and(|verb| {
        reading.is_verb(verb)
            && matches!(reading.dep(noun), Dep::Attr | Dep::Dobj)
            && reading.children_by(verb, Dep::Neg).next().is_some()
    })
}

/// A clause under a preposition: "look into whether", "without firing", "banned from holding".
pub fn of_preposition(
    reading: &Reading,
    node: usize,
    head: usize,
    boundary: bool,
    stance: &mut Stance,
) -> bool {
    let word = reading.document.lower(head);
    let before = (head > 0).then(|| reading.document.lower(head - 1));
    let instead = matches!(
        (before.as_deref(), word.as_str()),
        (Some("instead"), "of") | (Some("rather"), "than")
    );
    if instead || matches!(word.as_str(), "without" | "instead" | "rather") {
        stance.negate();
        return false;
    }
    let Some(above) = reading.head(head) else {
        return false;
    };
    // "accused the banker of stealing", where the parser hangs the words on the banker.
    let accused = (reading.head(above)).filter(|&verb| {
        reading.is_verb(verb)
            && matches!(reading.dep(above), Dep::Dobj | Dep::Nsubjpass)
            && lexicon::STANCE_WORDS.contains(&format!("v:{} {word}", reading.lemma(verb)))
    });
    let above = accused.unwrap_or(above);
    if !reading.is_verb(above) {
        if word == "of" || word == "for" || word == "to" {
            // "the possibility of closing", "plans for building".
            let lemma = reading.lemma(above);
            if lemma == "short" {
                // "stopped short of calling", "fell short of winning".
                stance.negate();
                return false;
            }
            let effect = lexicon::STANCE_WORDS
                .get(&format!("n:{lemma}"))
                .unwrap_or("keep");
            apply(
                reading,
                effect,
                above,
                marker::is_none(reading, above),
                false,
                stance,
            );
        }
        return false;
    }
    let lemma = reading.lemma(above);
    let joined = lexicon::STANCE_WORDS.get(&format!("v:{lemma} {word}"));
    let effect = joined.or_else(|| lexicon::STANCE_WORDS.get(&format!("v:{lemma}")));
    let negated = reading.children_by(above, Dep::Neg).next().is_some();
    match (word.as_str(), effect) {
        // "charged with stealing", "arrested for setting a fire".
        ("with" | "for" | "of", Some(effect)) if joined.is_some() => {
            apply(reading, effect, above, negated, false, stance);
        }
        ("from", Some("negating" | "ended")) => {
            apply(reading, "negating", above, negated, false, stance)
        }
        ("for", Some("requested")) | ("of" | "on" | "about" | "into" | "over", Some(_)) => apply(
            reading,
            effect.unwrap_or("keep"),
            above,
            negated,
            false,
            stance,
        ),
        ("for", _) if reading.tag(node) == Tag::Vbg => {}
        ("by" | "while" | "after" | "before" | "in" | "when", _) => return false,
        _ => {}
    }
    if boundary {
        return false;
    }
    // "is looking into whether": the clause stands where the verb stands.
    reading.own_subject(node).is_some()
}

/// An event noun on its own under what governs it: "called for a ceasefire", "fears of an attack", "prevented an attack".
pub fn of_noun(
    reading: &Reading,
    node: usize,
    head: usize,
    boundary: bool,
    stance: &mut Stance,
) -> bool {
    match reading.dep(node) {
        Dep::Conj => true,
        Dep::Prep => {
            if reading.is_verb(head) {
                return over_noun(
                    reading,
                    head,
                    &reading.document.lower(node),
                    boundary,
                    stance,
                );
            }
            let lemma = reading.lemma(head);
            let word = reading.document.lower(node);
            if matches!(word.as_str(), "of" | "for" | "about") {
                let effect = lexicon::STANCE_WORDS.get(&format!("n:{lemma}"));
                if let Some(effect) = effect.filter(|e| *e != "keep") {
                    let effect = if matches!(
                        lemma.as_str(),
                        "evidence" | "proof" | "sign" | "indication" | "confirmation" | "trace"
                    ) {
                        "evidence"
                    } else {
                        effect
                    };
                    apply(
                        reading,
                        effect,
                        head,
                        marker::is_none(reading, head),
                        false,
                        stance,
                    );
                }
            }
            false
        }
        Dep::Pobj => reading.dep(head) == Dep::Prep,
        Dep::Dobj | Dep::Nsubjpass => over_noun(reading, head, "", boundary, stance),
        Dep::Attr => {
            // "what appears to be an attack", "there was no attack".
            let mut own = Stance::new();
            marker::of_verb(reading, head, head, Shape::Light, &mut own);
            true
        }
        _ => false,
    }
}

/// A verb over an event noun.
fn over_noun(
    reading: &Reading,
    verb: usize,
    preposition: &str,
    boundary: bool,
    stance: &mut Stance,
) -> bool {
    if !reading.is_verb(verb) || boundary {
        return false;
    }
    let lemma = lemma_with_particle(reading, verb);
    let effect = lexicon::STANCE_WORDS
        .get(&format!("v:{lemma} {preposition}"))
        .or_else(|| lexicon::STANCE_WORDS.get(&format!("v:{lemma}")));
    let negated = reading.children_by(verb, Dep::Neg).next().is_some();
    if let Some(effect) = effect {
        // One investigates, discusses or explores what has happened; one wants, plans or demands what has not.
        if matches!(
            effect,
            "intended" | "requested" | "expected" | "ruled out" | "negating"
        ) && lemma != "begin"
        {
            apply(reading, effect, verb, negated, false, stance);
        }
    }
    false
}
