//! A headline that names its source before or after a colon: "Police: Two hurt in fire", "Two hurt in fire: police".

use crate::document::{Document, Pos, TokenRange};
use crate::lexicon::NOUNS;
use crate::report::{Entity, EntityType, Level, Mode};
use crate::text::Span;

use super::draft::{Draft, Place};

/// Words that a label may have.
const LABEL_WORDS: usize = 6;
/// Words that what is said must have.
const CONTENT_WORDS: usize = 3;

/// The headline as the words of the source that it names. A topic ("Election: …", "Syria: …") is no source.
pub(super) fn find(document: &Document, entities: &[Entity], drafts: &[Draft]) -> Option<Draft> {
    let title = headline(document)?;
    let mut colons = title.clone().filter(|&i| document.word(i) == ":");
    let first = colons.next()?;
    let last = colons.next_back().unwrap_or(first);
    let before = (title.start..first, first + 1..title.end);
    let after = (last + 1..title.end, title.start..last);
    let (cue, (label, content)) = [(first, before), (last, after)]
        .into_iter()
        .find(|(_, (label, content))| {
            let words = |range: &TokenRange| {
                (range.clone())
                    .filter(|&i| !matches!(document.tokens[i].pos, Pos::Punct | Pos::Space))
                    .count()
            };
            (1..=LABEL_WORDS).contains(&words(label)) && words(content) >= CONTENT_WORDS
        })
        .filter(|(cue, _)| drafts.iter().all(|draft| draft.anchor() != *cue))?;
    let source = speaker(document, entities, &label)?;
    // A name or a paper before a colon may be the topic, before a clause it speaks: "Smith: The rules are unfair".
    let someone = matches!(
        NOUNS.get(&document.lemma(source).to_lowercase()),
        Some("person" | "group")
    );
    let speaks = someone && document.tokens[source].pos != Pos::Propn;
    (speaks || content.clone().any(|i| document.tokens[i].tag.is_finite())).then(|| Draft {
        mode: Some(Mode::AccordingTo),
        source: Some(source),
        cue: Some(cue..cue + 1),
        content: vec![content],
        confidence: 0.7,
        place: Place::Free,
    })
}

/// The headline, also one that ends in a full stop: the first of several paragraphs, if it is short and one sentence.
fn headline(document: &Document) -> Option<TokenRange> {
    const WORDS: usize = 25;
    if let Some(title) = document.title {
        return Some(document.tokens_in(title));
    }
    let [first, _, ..] = document.paragraphs.as_slice() else {
        return None;
    };
    let one = document.sentence_of(first.start) == document.sentence_of(first.end - 1);
    (one && first.len() <= WORDS).then(|| first.clone())
}

/// The head of a label that names someone who speaks, or something written.
fn speaker(document: &Document, entities: &[Entity], label: &TokenRange) -> Option<usize> {
    let preposition = (label.clone())
        .find(|&i| document.tokens[i].pos == Pos::Adp)
        .unwrap_or(label.end);
    let head = (label.start..preposition)
        .rev()
        .find(|&i| matches!(document.tokens[i].pos, Pos::Noun | Pos::Propn))?;
    let clause = label.clone().any(|i| document.tokens[i].tag.is_finite());
    let lemma = document.lemma(head).to_lowercase();
    let common = matches!(NOUNS.get(&lemma), Some("person" | "group" | "document"));
    let speaks = common || is_named(entities, document.tokens[head].span);
    (speaks && !clause).then_some(head)
}

/// Whether a name of someone or of an organisation ends with the word at `word`.
fn is_named(entities: &[Entity], word: Span) -> bool {
    (entities.iter())
        .filter(|entity| matches!(entity.kind, EntityType::Person | EntityType::Org))
        .flat_map(|entity| &entity.mentions)
        .any(|mention| mention.level == Level::Named && mention.span.end == word.end)
}
