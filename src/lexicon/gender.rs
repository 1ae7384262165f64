//! What words and names tell of the sex of those they stand for.

use crate::document::{Document, Pos, Tag, TokenRange};

use super::Table;

/// Words that tell the sex of whom they are said of: `f`, `m`, of pronouns `she`, `he`.
pub static GENDERED_WORDS: Table = table!("gendered_words.tsv");

/// First names that tell the sex of who bears them: `f`, `m`.
pub static GIVEN_NAMES: Table = table!("given_names.tsv");

/// What a word or a name tells of somebody's sex.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// A woman.
    Female,
    /// A man.
    Male,
}

impl Gender {
    /// Of a title or a noun: "Mrs.", "spokesman".
    pub fn of_word(document: &Document, i: usize) -> Option<Self> {
        match GENDERED_WORDS.get(document.lower(i).trim_end_matches('.'))? {
            "f" => Some(Self::Female),
            "m" => Some(Self::Male),
            _ => None,
        }
    }

    /// Of a pronoun: "her", "himself".
    pub fn of_pronoun(document: &Document, i: usize) -> Option<Self> {
        if !matches!(document.tokens[i].tag, Tag::Prp | Tag::PrpPoss) {
            return None;
        }
        match GENDERED_WORDS.get(&document.lower(i))? {
            "she" => Some(Self::Female),
            "he" => Some(Self::Male),
            _ => None,
        }
    }

    /// Of the first name of a full name; a name of one word may be anyone's.
    pub fn of_name(document: &Document, name: &TokenRange) -> Option<Self> {
        let first = name
            .clone()
            .find(|&i| document.tokens[i].pos == Pos::Propn)?;
        match (name.len() > 1).then(|| GIVEN_NAMES.get(&document.lower(first)))?? {
            "f" => Some(Self::Female),
            _ => Some(Self::Male),
        }
    }

    /// Of a full name as it is written, by its title or its first name: "Mr Reed", "Anna Keller"; a possessive is no name.
    ///
    /// ```
    /// use nutgraf::lexicon::Gender;
    /// assert_eq!(Gender::of_full_name("Mrs. Reed"), Some(Gender::Female));
    /// assert_eq!(Gender::of_full_name("Peter Reed"), Some(Gender::Male));
    /// assert_eq!(Gender::of_full_name("Peter"), None);
    /// ```
    pub fn of_full_name(name: &str) -> Option<Self> {
        let (first, _) = name
            .split_once(' ')
            .filter(|_| !name.contains(['’', '\'']))?;
        let first = first.trim_end_matches('.').to_lowercase();
        match GENDERED_WORDS.get(&first).or(GIVEN_NAMES.get(&first))? {
            "f" => Some(Self::Female),
            "m" => Some(Self::Male),
            _ => None,
        }
    }
}
