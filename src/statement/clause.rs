//! Reported speech as syntax shows it: a verb with a clause as its object, inserted or final "X said", "according to X".

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::{CLAUSE_VERBS_WITHOUT_SPEECH, NOUNS};
use crate::report::Mode;

use super::draft::{Draft, Place, without};
use super::frame::Frames;
use super::source::{agent, subject};
use super::tree::Trees;

/// "X said (that) P", "P, X said" and "P, X said, P": the verb governs the clause, or stands in it.
pub(super) fn clausal(document: &Document, trees: &Trees, verb: usize) -> Option<Draft> {
    let lemma = document.lemma(verb);
    if document.tokens[verb].pos != Pos::Verb || CLAUSE_VERBS_WITHOUT_SPEECH.contains(lemma) {
        return None;
    }
    let own = trees.of(verb);
    let content = if let Some(clause) = document.child(verb, Dep::Ccomp) {
        let mut range = trees.of(clause);
        let known = Frames::of_verb(lemma).is_some();
        let bare = !known && !is_sentence(document, clause);
        if range.contains(&verb) || rules_out(document, verb) || bare {
            return None;
        }
        // The parser hangs what is before an initial clause on the speech verb, and takes many a dash for one.
        if clause < verb {
            if !known {
                return None;
            }
            range.start = own
                .start
                .max(document.sentences[document.sentence_of(verb)].start);
            range.end = range.end.min(verb);
            if let Some(subject) = document.child(verb, Dep::Nsubj)
                && subject > clause
            {
                range.end = range.end.min(trees.of(subject).start);
            }
        }
        vec![range]
    } else {
        let head = inserted_in(document, trees, verb)?;
        without(trees.of(head), &own)
    };
    let source = subject(document, verb).filter(|&source| !expletive(document, source));
    if Frames::of_verb(lemma).is_none() {
        let thinks = source.is_some_and(|source| can_think(document, source));
        if document.child(verb, Dep::Nsubjpass).is_some() || !thinks {
            return None;
        }
    }
    Some(Draft {
        mode: None,
        source: source.or_else(|| agent(document, verb)),
        cue: Some(verb..verb + 1),
        content,
        confidence: if Frames::speaks(lemma) { 0.9 } else { 0.7 },
        place: place(document, verb, source),
    })
}

/// "…, he added, …": a pronoun and its verb between commas stand in the words of the same speaker.
fn place(document: &Document, verb: usize, source: Option<usize>) -> Place {
    let inserted = source.is_some_and(|source| {
        source < verb
            && matches!(document.lower(source).as_str(), "he" | "she" | "they")
            && source
                .checked_sub(1)
                .is_some_and(|before| document.word(before) == ",")
            && document.tokens.len() > verb + 1
            && document.word(verb + 1) == ","
    });
    if inserted {
        Place::Inserted
    } else {
        Place::Free
    }
}

/// The head of the clause in which "he said" stands between commas, or which it ends.
fn inserted_in(document: &Document, trees: &Trees, verb: usize) -> Option<usize> {
    let token = &document.tokens[verb];
    let start = trees.of(verb).start;
    let set_off = token.dep == Dep::Parataxis || (start > 0 && document.word(start - 1) == ",");
    let mark = document
        .child(verb, Dep::Mark)
        .map(|mark| document.lower(mark));
    let as_said = token.dep == Dep::Advcl && mark.as_deref() == Some("as");
    let object = document
        .child(verb, Dep::Dobj)
        .map(|object| document.lower(object));
    let bare = matches!(object.as_deref(), None | Some("it"))
        && (mark.is_none() || as_said)
        && document.child(verb, Dep::Nsubj).is_some();
    let set_off = set_off || as_said;
    let dependent = matches!(
        token.dep,
        Dep::Parataxis | Dep::Advcl | Dep::Ccomp | Dep::Dep
    );
    (dependent && set_off && bare && Frames::speaks(document.lemma(verb)))
        .then(|| document.head(verb))
        .flatten()
}

/// Whether a clause is one that could stand alone: "saw him leave" and "saw him leaving" hold none.
fn is_sentence(document: &Document, clause: usize) -> bool {
    let marked = document.children(clause).any(|child| {
        matches!(
            document.tokens[child].dep,
            Dep::Aux | Dep::Auxpass | Dep::Mark
        ) || matches!(document.tokens[child].tag, Tag::Wrb | Tag::Wp | Tag::Wdt)
    });
    marked || matches!(document.tokens[clause].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp)
}

/// Whether a noun phrase denotes someone who can speak or think.
fn can_think(document: &Document, source: usize) -> bool {
    match document.tokens[source].pos {
        Pos::Propn => true,
        Pos::Pron => !matches!(
            document.lower(source).as_str(),
            "it" | "which" | "that" | "this" | "what"
        ),
        _ => matches!(NOUNS.get(document.lemma(source)), Some("person" | "group")),
    }
}

/// "have not ruled out that": no claim, a hedge of the fact.
fn rules_out(document: &Document, verb: usize) -> bool {
    document.lemma(verb) == "rule" && document.child(verb, Dep::Prt).is_some()
}

/// The "it" of "it is said that".
fn expletive(document: &Document, source: usize) -> bool {
    document.tokens[source].dep == Dep::Expl || document.lower(source) == "there"
}

/// "According to X, P".
pub(super) fn according_to(document: &Document, trees: &Trees, word: usize) -> Option<Draft> {
    if document.lower(word) != "according" {
        return None;
    }
    let to = document.child(word, Dep::Prep)?;
    let source = document.child(to, Dep::Pobj)?;
    let own = trees.of(word);
    let head = document
        .ancestors(word)
        .find(|&up| matches!(document.tokens[up].pos, Pos::Verb | Pos::Aux))
        .or_else(|| document.head(word))?;
    Some(Draft {
        mode: Some(Mode::AccordingTo),
        source: Some(source),
        cue: Some(word..to + 1),
        content: without(trees.of(head), &own),
        confidence: 0.9,
        place: Place::Free,
    })
}
