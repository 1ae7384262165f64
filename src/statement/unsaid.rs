//! Whether the text tells that something was said at all: "**tried** to say", "**unable** to conclude", "**avoided** saying",
//! "**without** saying" tell that it was not, or not yet; what would have been said is nobody's statement.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::STANCE_WORDS;

use super::frame::Frames;

/// Verbs, adjectives and prepositions above a cue that are looked at.
const DEPTH: usize = 4;

/// Whether what governs the cue at `verb` leaves open, or denies, that it is said.
pub(super) fn is_unsaid(document: &Document, verb: usize) -> bool {
    // "did not say whether"; not "does not think that", which tells a thought.
    let frames = Frames::of_verb(document.lemma(verb));
    let told = frames.is_some_and(|frames| frames.has("say") && !frames.has("think"));
    if told && document.child(verb, Dep::Neg).is_some() {
        return true;
    }
    if is_asked(document, verb) {
        return true;
    }
    let must = |child: usize| matches!(document.lower(child).as_str(), "must" | "should");
    if document.children_by(verb, Dep::Aux).any(must) {
        return true;
    }
    let mut at = verb;
    for _ in 0..DEPTH {
        let Some(head) = document.head(at) else {
            return false;
        };
        let governor = match document.tokens[at].dep {
            Dep::Xcomp => head,
            // "should speak out to say": a purpose of what is yet to be done.
            Dep::Advcl if is_infinitive(document, at) => head,
            Dep::Pcomp if without(document, head) => return true,
            Dep::Pcomp => match document.head(head) {
                Some(governor) if not_done_with(document, governor, head) => return true,
                _ => return false,
            },
            _ => return false,
        };
        if not_done(document, governor) {
            return true;
        }
        at = governor;
    }
    false
}

/// "Did the mayor say that …?": the auxiliary before the subject, in a question.
fn is_asked(document: &Document, verb: usize) -> bool {
    let sentence = &document.sentences[document.sentence_of(verb)];
    let subject = document.child(verb, Dep::Nsubj);
    let turned = subject.is_some_and(|subject| {
        document
            .children_by(verb, Dep::Aux)
            .any(|aux| aux < subject)
    });
    turned
        && (sentence.clone())
            .rev()
            .take(3)
            .any(|i| document.word(i) == "?")
}

fn is_infinitive(document: &Document, verb: usize) -> bool {
    document.tokens[verb].tag == Tag::Vb
        && document
            .children_by(verb, Dep::Aux)
            .any(|child| document.tokens[child].tag == Tag::To)
}

/// "tried", "is expected", "should", "unable", "did not manage": what such a word governs is not, or not yet, done.
fn not_done(document: &Document, governor: usize) -> bool {
    let lemma = document.lemma(governor).to_lowercase();
    let class = match document.tokens[governor].pos {
        Pos::Adj => "a",
        _ => "v",
    };
    let effect = match lemma.as_str() {
        // "is going to say"; not "went on to say".
        "go" if document.tokens[governor].tag != Tag::Vbg
            || document.child(governor, Dep::Prt).is_some() =>
        {
            None
        }
        _ => STANCE_WORDS.get(&format!("{class}:{lemma}")),
    };
    let copula = document.head(governor).filter(|_| class == "a");
    let denied = [Some(governor), copula].into_iter().flatten();
    let denied = { denied }.any(|word| {
        let modal = |child: usize| document.tokens[child].tag == Tag::Md;
        document.child(word, Dep::Neg).is_some() || document.children_by(word, Dep::Aux).any(modal)
    });
    match effect {
        Some(effect) if OPEN.contains(&effect) => true,
        Some("keep") | None => denied,
        _ => false,
    }
}

/// "stopped … **from** reporting", "fell short **of** concluding".
fn not_done_with(document: &Document, governor: usize, preposition: usize) -> bool {
    let lemma = document.lemma(governor).to_lowercase();
    let word = document.lower(preposition);
    let effect = (STANCE_WORDS.get(&format!("v:{lemma} {word}")))
        .or_else(|| STANCE_WORDS.get(&format!("v:{lemma}")));
    match word.as_str() {
        "of" => lemma == "short",
        "from" => matches!(effect, Some("negating" | "ended")),
        _ => false,
    }
}

/// Effects of a word that leave open, or deny, what it governs.
const OPEN: [&str; 9] = [
    "negating",
    "unable",
    "unlikely",
    "ruled out",
    "intended",
    "requested",
    "expected",
    "future",
    "unknown",
];

/// "without saying", "instead of saying".
fn without(document: &Document, preposition: usize) -> bool {
    matches!(
        document.lower(preposition).as_str(),
        "without" | "instead" | "rather"
    ) || (document.head(preposition)).is_some_and(|up| {
        document.tokens[preposition].dep == Dep::Prep
            && matches!(document.lower(up).as_str(), "instead" | "rather")
    })
}
