//! A mention before it is known whose it is.

use crate::document::{Document, Pos, Tag, TokenRange};
use crate::lexicon::{ABBREVIATIONS, NAME_WORDS, TITLES};
use crate::report::{EntityType, Level, Value};
use crate::text::Span;

/// Words that refer to someone or something, or tell a value.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its tokens.
    pub tokens: TokenRange,
    /// The token it is about: the head noun, or the last token of a name.
    pub head: usize,
    /// What it is taken for.
    pub kind: EntityType,
    /// How it refers.
    pub level: Level,
    /// For values: what it is worth.
    pub value: Option<Value>,
    /// The name itself, without titles ("Gen. *Votel*") and words for areas ("northern *Syria*").
    pub name: TokenRange,
}

impl Found {
    /// A mention whose head is found from its tokens.
    pub fn new(document: &Document, tokens: TokenRange, kind: EntityType, level: Level) -> Self {
        let head = head_of(document, &tokens);
        Self {
            name: tokens.clone(),
            tokens,
            head,
            kind,
            level,
            value: None,
        }
    }

    /// Whether it is of several. A person's name is of one, whatever it ends in ("Sanders"), but after "the" ("the Clintons").
    pub(super) fn is_many(&self, document: &Document) -> bool {
        let start = self.tokens.start;
        let the = |i: usize| document.lower(i) == "the";
        let family = the(start) || start > 0 && the(start - 1);
        let one = self.kind == EntityType::Person && self.level == Level::Named && !family;
        !one && plural(document, self.head)
    }
}

/// The bytes of a mention: without footnote marks and brackets that the tokenizer left on its last token ("Freiji.\[2\]").
pub(super) fn span(document: &Document, tokens: &TokenRange) -> Span {
    let span = document.span(tokens.clone());
    if tokens.is_empty() {
        return span;
    }
    let last = document.tokens[tokens.end - 1].span;
    let word = last.of(document.text());
    let glued = (word.char_indices())
        .find(|&(at, c)| at > 0 && matches!(c, '[' | '('))
        .map(|(at, _)| at);
    // "€3m.": the scale of a number has no full stop of its own.
    let scaled = tokens.len() > 1
        && document.tokens[tokens.end - 2].span.end == last.start
        && document
            .word(tokens.end - 2)
            .ends_with(|c: char| c.is_ascii_digit())
        && word
            .strip_suffix('.')
            .is_some_and(|stem| stem.bytes().all(|b| b.is_ascii_lowercase()));
    // "36.269635°E.", "120 km/h."
    let before = tokens.end.checked_sub(2).map_or("", |i| document.word(i));
    let compass = matches!(word, "N." | "S." | "E." | "W.") && before.ends_with('°');
    let measured = word.ends_with('.') && (word.contains('°') || word == "h." || compass);
    let stop = (scaled || measured || ends_sentence(word)).then(|| word.len() - 1);
    let invisible = word.len() - word.trim_end_matches(['\u{200e}', '\u{200f}']).len();
    let invisible = (invisible > 0).then(|| word.len() - invisible);
    let Some(cut) = glued.or(stop).or(invisible) else {
        return span;
    };
    let kept = word[..cut].trim_end_matches(['.', ',']).len();
    Span::new(span.start, last.start + kept.max(1))
}

/// Whether the full stop at the end of a word is the sentence's: "States.", but not "Corp.", "Jan." or "U.S.".
fn ends_sentence(word: &str) -> bool {
    let Some(stem) = word.strip_suffix('.') else {
        return false;
    };
    let plain = stem.chars().all(char::is_alphabetic) && stem.ends_with(char::is_lowercase);
    let lower = word.to_lowercase();
    let short = stem.chars().count() < 4 && lower != "may.";
    plain
        && !short
        && !NAME_WORDS.contains(&lower)
        && !TITLES.contains(&lower)
        && !ABBREVIATIONS.contains(&lower)
}

/// The token of `tokens` whose head lies outside of them; the last such, for flat names.
pub(super) fn head_of(document: &Document, tokens: &TokenRange) -> usize {
    tokens
        .clone()
        .rev()
        .find(|&i| document.head(i).is_none_or(|head| !tokens.contains(&head)))
        .unwrap_or(tokens.start)
}

/// The lower-case singular of the noun at `i`, also where it is written as a name ("Forces" in a headline).
pub(super) fn noun(document: &Document, i: usize) -> String {
    let lower = document.lower(i);
    if matches!(lower.as_str(), "headquarters" | "barracks") {
        return lower;
    }
    // "gates.[3]": a footnote mark on the noun.
    if let Some(at) = lower.find('[').filter(|&at| at > 0) {
        let word = lower[..at].trim_end_matches(['.', ',']);
        let plural = document.tokens[i].tag == Tag::Nns;
        return word
            .strip_suffix('s')
            .filter(|_| plural)
            .unwrap_or(word)
            .to_owned();
    }
    if document.tokens[i].pos != Pos::Propn {
        return document.lemma(i).to_lowercase();
    }
    let lower = document.lower(i);
    match lower.as_str() {
        "men" => "man".into(),
        "women" => "woman".into(),
        "children" => "child".into(),
        _ if lower.ends_with("men") && lower.len() > 4 => {
            format!("{}man", &lower[..lower.len() - 3])
        }
        _ if lower.ends_with("ies") && lower.len() > 4 => format!("{}y", &lower[..lower.len() - 3]),
        _ if lower.ends_with("sses") || lower.ends_with("ches") || lower.ends_with("shes") => {
            lower[..lower.len() - 2].into()
        }
        _ if lower.ends_with('s')
            && !lower.ends_with("ss")
            && !lower.ends_with("us")
            && lower.len() > 3 =>
        {
            lower[..lower.len() - 1].into()
        }
        _ => lower,
    }
}

/// Whether the noun at `i` is plural, also where it is written as a name.
pub(super) fn plural(document: &Document, i: usize) -> bool {
    use crate::document::Tag;
    matches!(document.tokens[i].tag, Tag::Nns | Tag::Nnps)
        || matches!(
            document.lower(i).as_str(),
            "people" | "police" | "personnel" | "staff"
        )
}

/// Whether the token is a possessive mark ("'s", "’").
pub(super) fn possessive_mark(document: &Document, i: usize) -> bool {
    document
        .tokens
        .get(i)
        .is_some_and(|token| token.tag == crate::document::Tag::Pos)
}

/// Whether mentions of this type are numbers, amounts, dates or times.
pub(super) fn is_value(kind: EntityType) -> bool {
    matches!(
        kind,
        EntityType::Date
            | EntityType::Time
            | EntityType::Percent
            | EntityType::Money
            | EntityType::Quantity
            | EntityType::Ordinal
            | EntityType::Cardinal
    )
}
