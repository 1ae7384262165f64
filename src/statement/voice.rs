//! Whether a noun phrase can be the one who says, thinks or shows something.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::{CUE_NOUNS, NOUN_CLASSES, NOUNS};

use super::frame::Frames;

/// Whether `source` can report by a verb with these frames: anything named may say, a paper or a study may show, only someone thinks.
/// Not "you", not "nobody", and not what the author says or thinks of himself in passing ("I think").
pub(super) fn can_report(document: &Document, source: usize, frames: Frames) -> bool {
    let says = frames.has("say");
    match document.tokens[source].pos {
        Pos::Noun if denied(document, source) => false,
        Pos::Noun => {
            let lemma = document.lemma(source).to_lowercase();
            says || match NOUNS.get(&lemma) {
                Some("person" | "group") => true,
                _ => is_name(document, source) || frames.has("that") && is_written(&lemma),
            }
        }
        Pos::Pron if matches!(document.tokens[source].tag, Tag::Wdt | Tag::Wp) => true,
        Pos::Pron => match document.lower(source).as_str() {
            "those" => document.children(source).next().is_some(),
            "that" | "this" | "these" | "there" | "what" | "all" | "you" | "nobody" | "none"
            | "nothing" | "everything" | "something" | "anything" | "anybody" | "anyone"
            | "whoever" => false,
            "it" => says,
            "i" | "we" => says && !frames.has("think"),
            _ => true,
        },
        _ => !denied(document, source),
    }
}

/// Whether a noun phrase denotes someone who can speak or think.
pub(super) fn can_think(document: &Document, source: usize) -> bool {
    match document.tokens[source].pos {
        // "many", "three of them"
        Pos::Propn | Pos::Adj | Pos::Num | Pos::Det => true,
        Pos::Pron => !matches!(
            document.lower(source).as_str(),
            "it" | "which" | "that" | "this" | "these" | "those" | "there" | "what" | "all"
        ),
        _ => {
            let known = NOUNS.get(&document.lemma(source).to_lowercase());
            matches!(known, Some("person" | "group")) || is_name(document, source)
        }
    }
}

/// Whether someone, or something written, can be for or against something; not the author, nor his reader.
pub(super) fn takes_sides(document: &Document, source: usize) -> bool {
    let written = document.tokens[source].pos == Pos::Noun
        && is_written(&document.lemma(source).to_lowercase());
    (written || can_think(document, source))
        && !matches!(
            document.lower(source).as_str(),
            "i" | "we" | "you" | "one" | "anyone"
        )
}

/// A name that the tagger took for a noun, or someone's own: "the Keller campaign", "Keller's team".
fn is_name(document: &Document, source: usize) -> bool {
    let named = |child: usize| {
        let token = &document.tokens[child];
        token.pos == Pos::Propn && matches!(token.dep, Dep::Compound | Dep::Poss)
    };
    document.tokens[source].tag == Tag::Nn && document.word(source).starts_with(char::is_uppercase)
        || document.children(source).any(named)
}

/// "No official", "neither of them": nobody says so.
fn denied(document: &Document, source: usize) -> bool {
    matches!(
        document.lower(source).as_str(),
        "none" | "neither" | "nobody"
    ) || (document.children(source)).any(|child| {
        matches!(
            document.tokens[child].dep,
            Dep::Det | Dep::Preconj | Dep::Cc
        ) && matches!(document.lower(child).as_str(), "no" | "neither" | "nor")
    })
}

/// A document, or the noun of what one says: "the survey", "their finding". Not a film.
fn is_written(lemma: &str) -> bool {
    let classes = NOUN_CLASSES.get(lemma).unwrap_or_default();
    lemma == "datum"
        || NOUNS.get(lemma) == Some("document")
        || CUE_NOUNS.contains(lemma)
        || classes.split(' ').any(|class| class == "document") && !classes.contains("film")
}

/// The "it" of "it is said that".
pub(super) fn expletive(document: &Document, source: usize) -> bool {
    document.tokens[source].dep == Dep::Expl || document.lower(source) == "there"
}
