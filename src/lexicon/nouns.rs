//! What common nouns denote: by the word, else by its ending.

use super::Table;

/// Common nouns by what they denote: `person`, `group`, `place`, `facility`, `document`.
pub static NOUNS: Nouns = Nouns(table!("nouns.tsv"));

/// The table of nouns; a line `-ending` stands for all words with that ending which have no line of their own.
///
/// ```
/// use nutgraf::lexicon::NOUNS;
/// assert_eq!(NOUNS.get("farmer"), Some("person"));
/// assert_eq!(NOUNS.get("seismologist"), Some("person"));
/// assert_eq!(NOUNS.get("checklist"), None);
/// assert_eq!(NOUNS.get("ist"), None);
/// ```
#[derive(Clone, Debug)]
pub struct Nouns(Table);

/// The lengths of the endings in the table, in bytes, longest first.
const ENDINGS: std::ops::RangeInclusive<usize> = 3..=7;

impl Nouns {
    /// What the noun denotes, given in the singular and lower-case.
    pub fn get(&self, noun: &str) -> Option<&'static str> {
        let class = self.0.get(noun).or_else(|| self.by_ending(noun));
        class.filter(|class| *class != "other")
    }

    /// Whether it is known what the noun denotes.
    pub fn contains(&self, noun: &str) -> bool {
        self.get(noun).is_some()
    }

    /// The class in the noun's own line: for words with a capital, whose ending may be that of a name ("Braverman").
    pub fn listed(&self, noun: &str) -> Option<&'static str> {
        self.0.get(noun).filter(|class| *class != "other")
    }

    fn by_ending(&self, noun: &str) -> Option<&'static str> {
        ENDINGS.rev().find_map(|length| {
            let at = noun.len().checked_sub(length).filter(|&at| at > 1)?;
            self.0.get(&format!("-{}", noun.get(at..)?))
        })
    }
}
