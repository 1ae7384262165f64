//! What may follow a cue word as what is said or thought, from the lexicon.

use crate::lexicon::{CUE_ADJECTIVES, CUE_NOUNS, CUE_VERBS, Table};

/// The frames of a cue word: `say`, `obj`, `inf`, `ger`, `that`, and prepositions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frames(&'static str);

impl Frames {
    pub(super) fn of_verb(lemma: &str) -> Option<Self> {
        Self::read(&CUE_VERBS, lemma)
    }

    pub(super) fn of_noun(lemma: &str) -> Option<Self> {
        Self::read(&CUE_NOUNS, lemma)
    }

    pub(super) fn of_adjective(lemma: &str) -> Option<Self> {
        Self::read(&CUE_ADJECTIVES, lemma)
    }

    fn read(table: &Table, lemma: &str) -> Option<Self> {
        table.get(lemma).map(Self)
    }

    /// Whether a clause may follow as what is said, thought, shown or known.
    pub(super) fn reports(self) -> bool {
        ["say", "think", "that", "know"]
            .into_iter()
            .any(|frame| self.has(frame))
    }

    /// Whether `frame` is one of them.
    pub(super) fn has(self, frame: &str) -> bool {
        self.0.split(' ').any(|one| one == frame)
    }
}
