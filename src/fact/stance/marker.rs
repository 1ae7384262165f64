//! Markers on the event's own verb or noun: negation, modals, adverbs, "no" on an argument.

use crate::document::{Dep, Pos, Tag};
use crate::lexicon;
use crate::report::{Certainty, Modality};

use super::super::reading::Reading;
use super::super::trigger::Shape;
use super::Stance;

/// What stands on the verb at `verb`. `first` is the verb itself; when a conjunct borrows from the verb before it, only what stands
/// before that one is shared.
pub fn of_verb(reading: &Reading, verb: usize, first: usize, shape: Shape, stance: &mut Stance) {
    let mut negated = false;
    let mut own_auxiliary = false;
    let shared = verb != first;
    for child in reading.children(verb) {
        if shared && child > verb {
            continue;
        }
        let word = reading.document.lower(child);
        match reading.dep(child) {
            Dep::Neg => negated ^= denies(reading, child),
            Dep::Aux | Dep::Auxpass => {
                own_auxiliary = true;
                modal(reading, verb, child, stance);
            }
            Dep::Advmod => negated ^= adverb(reading, child, stance),
            Dep::Preconj if word == "neither" => negated = !negated,
            Dep::Cc if word == "nor" && !shared => {}
            _ => {}
        }
    }
    if shape != Shape::Light || !shared {
        negated ^= nobody(reading, verb);
    }
    // "neither attacked nor fled", "did not attack or flee".
    if !shared
        && reading.dep(verb) == Dep::Conj
        && let Some(head) = reading.head(verb).filter(|&h| reading.is_verb(h))
    {
        let joined_by = |word: &str| {
            let mut between = (head + 1..verb).rev().take(24);
            between.any(|t| reading.dep(t) == Dep::Cc && reading.document.lower(t) == word)
        };
        if joined_by("nor") {
            negated = true;
        } else if !own_auxiliary
            && reading.own_subject(verb).is_none()
            && reading.tag(verb) != Tag::Vbg
            || shares_auxiliary(reading, head, verb)
        {
            // "did not shoot but beat them".
            let before = negated;
            borrow(reading, head, stance, &mut negated);
            if joined_by("but") {
                negated = before;
            }
        } else if reading.own_subject(verb).is_none() {
            negated ^= nobody_subject(reading, head);
        }
    }
    if !own_auxiliary && is_imperative(reading, verb) {
        stance.lower(Certainty::Unknown);
        stance.shift(Modality::Requested);
    }
    if negated {
        stance.negate();
    }
    tense(reading, verb, stance);
}

/// "Please keep them in your prayers": a bare verb with no subject that nothing governs.
fn is_imperative(reading: &Reading, verb: usize) -> bool {
    let free = match reading.dep(verb) {
        Dep::Root => true,
        Dep::Ccomp => reading
            .head(verb)
            .is_some_and(|head| reading.cue(head).is_some()),
        _ => false,
    };
    let please = reading
        .children(verb)
        .any(|c| c < verb && reading.document.lower(c) == "please");
    (reading.tag(verb) == Tag::Vb || please && reading.tag(verb) == Tag::Vbp)
        && free
        && !reading.in_title(verb)
        && reading.own_subject(verb).is_none()
}

/// Whether the conjunct has the form that the auxiliary of the first verb asks for.
fn shares_auxiliary(reading: &Reading, head: usize, verb: usize) -> bool {
    reading.tag(head) == reading.tag(verb)
        && matches!(reading.tag(verb), Tag::Vb | Tag::Vbn)
        && reading.own_subject(verb).is_none()
        && !reading
            .children(verb)
            .any(|c| matches!(reading.dep(c), Dep::Aux | Dep::Auxpass))
}

/// Whether the "not" at `i` denies: not in "not only one".
fn denies(reading: &Reading, i: usize) -> bool {
    let only = |next: &str| matches!(next, "only" | "merely");
    !(i + 1 < reading.len() && only(&reading.document.lower(i + 1)))
}

/// What a conjunct takes over from the first verb: auxiliaries and negation before it, and "no" in the shared subject.
fn borrow(reading: &Reading, head: usize, stance: &mut Stance, negated: &mut bool) {
    for child in reading.children(head).filter(|&c| c < head) {
        match reading.dep(child) {
            Dep::Neg => *negated ^= denies(reading, child),
            Dep::Aux | Dep::Auxpass => modal(reading, head, child, stance),
            Dep::Advmod => *negated ^= adverb(reading, child, stance),
            _ => {}
        }
    }
    *negated ^= nobody_subject(reading, head);
}

/// Modal auxiliaries.
fn modal(reading: &Reading, verb: usize, aux: usize, stance: &mut Stance) {
    let span = reading.span(aux..aux + 1);
    match reading.document.lower(aux).as_str() {
        "may" if permits(reading, verb) => {}
        "may" | "might" | "could" => {
            stance.lower(Certainty::Possible);
            stance.hedge(span);
        }
        "will" | "’ll" | "'ll" | "shall" | "wo" => stance.shift(Modality::Future),
        "would" | "’d" | "'d" if reading.document.lower(aux) == "would" => {
            if reading
                .children_by(verb, Dep::Aux)
                .any(|a| a > aux && reading.lemma(a) == "have")
            {
                stance.lower(Certainty::Counterfactual);
                stance.shift(Modality::Hypothetical);
                stance.hedge(span);
            } else {
                stance.shift(Modality::Future);
            }
        }
        "must" | "should" | "ought" => {
            let epistemic = reading
                .children_by(verb, Dep::Aux)
                .any(|a| a > aux && reading.lemma(a) == "have");
            if epistemic {
                stance.lower(Certainty::Probable);
            } else {
                stance.lower(Certainty::Unknown);
                stance.shift(Modality::Requested);
            }
            stance.hedge(span);
        }
        "to" if reading.in_title(verb) && reading.dep(verb) == Dep::Root => {
            stance.shift(Modality::Future)
        }
        _ => {}
    }
}

/// Whether "may" allows rather than doubts: what a court, a law or an authority says.
fn permits(reading: &Reading, verb: usize) -> bool {
    let epistemic = reading
        .children_by(verb, Dep::Aux)
        .any(|a| reading.lemma(a) == "have" || reading.document.lower(a) == "be")
        || reading.child(verb, Dep::Auxpass).is_some();
    let allows = |i: usize| {
        matches!(
            reading.lemma(i).as_str(),
            "rule"
                | "decide"
                | "allow"
                | "permit"
                | "decree"
                | "order"
                | "agree"
                | "provide"
                | "determine"
        ) || reading
            .children_by(i, Dep::Nsubj)
            .any(|s| reading.is_class(s, "court") || reading.is_class(s, "rule"))
    };
    let now = reading.children(verb).any(|c| {
        matches!(
            reading.document.lower(c).as_str(),
            "now" | "legally" | "lawfully"
        )
    });
    !epistemic && (now || reading.ancestors(verb).take(3).any(allows))
}

/// An adverb of the verb; true if it negates.
fn adverb(reading: &Reading, i: usize, stance: &mut Stance) -> bool {
    let word = reading.document.lower(i);
    let longer = word == "longer"
        && reading
            .children(i)
            .any(|c| reading.document.lower(c) == "no");
    match lexicon::STANCE_WORDS.get(&format!("r:{word}")) {
        Some("possible") => stance.lower(Certainty::Possible),
        Some("probable") => stance.lower(Certainty::Probable),
        Some("negating") => return true,
        // "nearly drowned"; "nearly doubled" is a number.
        Some("almost") if reading.head(i).is_some_and(|verb| !changes(reading, verb)) => {
            stance.lower(Certainty::Counterfactual);
        }
        _ => {
            return longer
                || (word == "no"
                    && i + 1 < reading.len()
                    && reading.document.lower(i + 1) == "longer");
        }
    }
    stance.hedge(reading.span(i..i + 1));
    false
}

/// Whether the verb tells of a quantity: "almost doubled", "nearly reached 500".
fn changes(reading: &Reading, verb: usize) -> bool {
    (lexicon::EVENT_VERBS.get(&reading.lemma(verb)))
        .is_some_and(|kinds| kinds.split(' ').next_back() == Some("econ.change"))
        || (reading.children(verb)).any(|c| {
            reading.tag(c) == Tag::Cd || reading.children(c).any(|d| reading.tag(d) == Tag::Cd)
        })
}

/// Whether an argument of the verb is nobody or nothing: "no one was hurt", "received no aid".
fn nobody(reading: &Reading, verb: usize) -> bool {
    nobody_subject(reading, verb)
        || reading.children(verb).any(|c| {
            matches!(
                reading.dep(c),
                Dep::Dobj | Dep::Attr | Dep::Dative | Dep::Npadvmod
            ) && is_nothing(reading, c)
                || matches!(reading.dep(c), Dep::Agent | Dep::Prep)
                    && reading.document.lower(c) != "without"
                    && reading.child(c, Dep::Pobj).is_some_and(|noun| {
                        is_nothing(reading, noun)
                            && reading
                                .children(noun)
                                .all(|d| reading.document.lower(d) != "doubt")
                    })
        })
}

fn nobody_subject(reading: &Reading, verb: usize) -> bool {
    let mut at = verb;
    for _ in 0..6 {
        if let Some(subject) = reading.own_subject(at) {
            return is_nothing(reading, subject);
        }
        match (reading.dep(at), reading.head(at)) {
            (Dep::Conj, Some(head)) if reading.is_verb(head) && at != verb => at = head,
            _ => return false,
        }
    }
    false
}

/// Whether the noun phrase at `i` and what is joined to it stand for nothing: not "no weapons and two phones".
fn is_nothing(reading: &Reading, i: usize) -> bool {
    let something = |noun: usize| {
        let own = |c: usize| matches!(reading.dep(c), Dep::Det | Dep::Nummod | Dep::Poss);
        noun != i && !is_none(reading, noun) && reading.children(noun).any(own)
    };
    is_none(reading, i) && !reading.conjuncts(i).into_iter().any(something)
}

/// Whether the noun phrase at `i` stands for nothing: "no injuries", "none of them", "neither side", "nobody".
pub fn is_none(reading: &Reading, i: usize) -> bool {
    let word = reading.document.lower(i);
    if matches!(word.as_str(), "none" | "nobody" | "nothing" | "neither")
        || (word == "one" && i > 0 && reading.document.lower(i - 1) == "no")
    {
        return true;
    }
    let more = |next: &str| matches!(next, "fewer" | "less" | "more" | "longer");
    reading.children(i).filter(|&c| c < i).any(|c| {
        let before = |word: &str| c > 0 && reading.document.lower(c - 1) == word;
        let determines = matches!(
            reading.dep(c),
            Dep::Det | Dep::Preconj | Dep::Neg | Dep::Nummod | Dep::Advmod | Dep::Amod
        );
        determines
            && match reading.document.lower(c).as_str() {
                "neither" | "zero" => true,
                "not" => denies(reading, c),
                "no" => !more(&reading.document.lower(c + 1)),
                "one" => before("not"),
                _ => false,
            }
    })
}

/// Habits and general truths: "each year", "every day" with a present tense.
fn tense(reading: &Reading, verb: usize, stance: &mut Stance) {
    let present = matches!(reading.tag(verb), Tag::Vbz | Tag::Vbp)
        && !reading
            .children_by(verb, Dep::Aux)
            .any(|a| reading.tag(a) == Tag::Md);
    if !present || reading.in_title(verb) {
        return;
    }
    let habit = reading.children(verb).any(|c| {
        let word = reading.document.lower(c);
        let each = matches!(reading.dep(c), Dep::Npadvmod | Dep::Nmod)
            && reading
                .children(c)
                .any(|d| matches!(reading.document.lower(d).as_str(), "each" | "every"));
        each || (reading.dep(c) == Dep::Advmod
            && matches!(
                word.as_str(),
                "usually"
                    | "often"
                    | "typically"
                    | "generally"
                    | "always"
                    | "annually"
                    | "normally"
                    | "sometimes"
                    | "frequently"
            ))
    });
    if habit {
        stance.shift(Modality::Generic);
    }
}

/// What stands on an event noun: "no attack", "an alleged attack", "a possible attack", "planned talks".
pub fn of_noun(reading: &Reading, noun: usize, stance: &mut Stance) {
    for child in reading.children(noun) {
        if !matches!(
            reading.dep(child),
            Dep::Amod | Dep::Compound | Dep::Advmod | Dep::Neg | Dep::Nmod
        ) {
            continue;
        }
        if reading.dep(child) == Dep::Neg {
            stance.negate();
            continue;
        }
        let word = reading.document.lower(child);
        let adverb = reading.pos(child) == Pos::Adv;
        let effect = lexicon::STANCE_WORDS
            .get(&format!("{}:{word}", if adverb { 'r' } else { 'a' }))
            .or_else(|| lexicon::STANCE_WORDS.get(&format!("r:{word}")));
        let span = reading.span(child..child + 1);
        match effect {
            Some("possible") => {
                stance.lower(Certainty::Possible);
                stance.hedge(span);
            }
            Some("probable" | "alleged") => {
                stance.lower(Certainty::Probable);
                stance.hedge(span);
            }
            Some("unknown") => {
                stance.lower(Certainty::Unknown);
                stance.hedge(span);
            }
            Some("intended") => {
                stance.lower(Certainty::Unknown);
                stance.shift(Modality::Intended);
                stance.hedge(span);
            }
            Some("future") => stance.shift(Modality::Future),
            Some("expected") => {
                stance.lower(Certainty::Probable);
                stance.shift(Modality::Future);
                stance.hedge(span);
            }
            _ => {}
        }
    }
}
