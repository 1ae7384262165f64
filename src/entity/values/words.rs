//! The tokens of a document as the value grammar sees them: lower-cased, with safe look-around.

use std::borrow::Cow;

use crate::document::{Document, Pos, Tag};

/// Lower-cased words of a document; an index outside of it is an empty word.
pub(super) struct Words<'d, 't> {
    pub document: &'d Document<'t>,
    lower: Vec<Cow<'t, str>>,
    /// Whether the text has a dollar sign and no pound sign.
    pub in_dollars: bool,
}

impl<'d, 't> Words<'d, 't> {
    pub fn new(document: &'d Document<'t>) -> Self {
        let lower = (0..document.len()).map(|i| {
            let word = document.word(i);
            // "2005.[4]", "13.”[2]": footnote marks that the tokenizer leaves on the number.
            let glued = (word.starts_with(|c: char| c.is_ascii_alphanumeric()))
                .then(|| word.find(['[', '”']))
                .flatten();
            let word = glued.map_or(word, |at| word[..at].trim_end_matches(['.', ',']));
            match word {
                "–" | "—" | "−" | "‑" | "‒" => Cow::Borrowed("-"),
                _ if word
                    .bytes()
                    .any(|b| b.is_ascii_uppercase() || !b.is_ascii()) =>
                {
                    Cow::Owned(word.to_lowercase().replace('’', "'"))
                }
                _ => Cow::Borrowed(word),
            }
        });
        Self {
            document,
            lower: lower.collect(),
            in_dollars: document.text().contains('$') && !document.text().contains('£'),
        }
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.lower.len()
    }

    /// The lower-cased word at `i`, dashes as "-"; `""` outside the document.
    pub fn lower(&self, i: usize) -> &str {
        self.lower.get(i).map_or("", |word| word.as_ref())
    }

    /// The word before `i`.
    pub fn before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |i| self.lower(i))
    }

    /// The tag at `i`.
    pub fn tag(&self, i: usize) -> Tag {
        self.document
            .tokens
            .get(i)
            .map_or(Tag::Space, |token| token.tag)
    }

    /// Whether the word at `i` starts with a capital.
    pub fn capital(&self, i: usize) -> bool {
        i < self.len() && self.document.word(i).starts_with(char::is_uppercase)
    }

    /// Whether the word at `i` follows the one before it without a space.
    pub fn touches(&self, i: usize) -> bool {
        i > 0
            && i < self.len()
            && self.document.tokens[i - 1].span.end == self.document.tokens[i].span.start
    }

    /// Whether the word at `i` is a common noun in the plural.
    pub fn plural_noun(&self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Nns | Tag::Nnps)
    }

    /// Whether the word at `i` is a noun or name.
    pub fn noun(&self, i: usize) -> bool {
        self.document
            .tokens
            .get(i)
            .is_some_and(|token| matches!(token.pos, Pos::Noun | Pos::Propn))
    }

    /// Whether a currency sign stands right before the number that ends at `end`.
    pub fn is_money_before(&self, end: usize) -> bool {
        end.checked_sub(2)
            .is_some_and(|i| self.tag(i) == Tag::Currency || super::amount::is_sign(self.lower(i)))
    }

    /// How many tokens from `i` on spell `phrase` (words divided by spaces); `None` if they do not.
    pub fn spells(&self, i: usize, phrase: &str) -> Option<usize> {
        let mut count = 0;
        for word in phrase.split(' ') {
            if self.lower(i + count) != word {
                return None;
            }
            count += 1;
        }
        Some(count)
    }
}
