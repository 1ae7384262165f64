//! Lines while they are being built: tokens of the text, forms of them, and connectives.

use std::collections::BTreeSet;

use crate::document::{Document, Pos, Tag};
use crate::lexicon::verb;
use crate::report::{Entity, FactId, Level, Line, Part};
use crate::text::Span;

/// One word, or what stands for one, of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    /// A token as it is.
    Token(usize),
    /// A token in another form of the same verb, or with another first letter. Few words are such: boxed, so that all others
    /// take less room.
    Form(
        usize,
        #[expect(clippy::box_collection, reason = "one pointer, not three words")] Box<String>,
    ),
    /// A connective; in the closed list.
    Link(&'static str),
    /// A mark that leans on the word before: `,` or `:`.
    Mark(&'static str),
}

impl Word {
    /// A token in this form.
    pub fn form(token: usize, form: impl Into<String>) -> Self {
        Self::Form(token, Box::new(form.into()))
    }

    /// The token behind it.
    pub fn token(&self) -> Option<usize> {
        match self {
            Self::Token(i) | Self::Form(i, _) => Some(*i),
            Self::Link(_) | Self::Mark(_) => None,
        }
    }
}

/// Whether a word stays as the article has it: its past tense, however that is spelled, and a word that the other is no form of.
fn keeps_its_form(own: &str, other: &str) -> bool {
    let past = |word: &str| word.ends_with("ed");
    !own.eq_ignore_ascii_case(other) && (past(own) && past(other) || !verb::same(own, other))
}

/// What opens a quotation that a line writes itself.
pub const QUOTE: Word = Word::Link("“");

/// Writes lines over one document.
pub struct Speller<'a, 't> {
    document: &'a Document<'t>,
    /// Whether each token keeps its capital wherever it stands.
    proper: Vec<bool>,
}

impl<'a, 't> Speller<'a, 't> {
    /// A speller that keeps the capitals of names: of mentions by name, and of words that have one within sentences.
    pub fn new(document: &'a Document<'t>, entities: &[Entity]) -> Self {
        let capital = |i: usize| document.word(i).starts_with(char::is_uppercase);
        let within: BTreeSet<&str> = (0..document.len())
            .filter(|&i| capital(i) && !began_sentence(document, i) && !in_title(document, i))
            .map(|i| document.word(i))
            .collect();
        let mut proper: Vec<bool> = (0..document.len())
            .map(|i| {
                let token = &document.tokens[i];
                token.pos == Pos::Propn
                    || matches!(token.tag, Tag::Nnp | Tag::Nnps)
                    || within.contains(document.word(i))
            })
            .collect();
        let named = entities.iter().filter(|entity| entity.value.is_none());
        for mention in named.flat_map(|entity| &entity.mentions) {
            if mention.level == Level::Named {
                let tokens = document.tokens_in(mention.span);
                let determiner = document
                    .tokens
                    .get(tokens.start)
                    .is_some_and(|token| token.pos == Pos::Det);
                proper[tokens.start + usize::from(determiner)..tokens.end].fill(true);
            }
        }
        Self { document, proper }
    }

    /// The line of these words, with a capital and a full stop. Neighbouring tokens become one slice.
    pub fn line(&self, words: &[Word], facts: Vec<FactId>) -> Line {
        let words = self.cased(words);
        let mut parts: Vec<Part> = Vec::new();
        let mut last: Option<usize> = None;
        for (at, word) in words.iter().enumerate() {
            let gap = match at == 0 || leans(self.document, &words[at - 1], word) {
                true => "",
                false => " ",
            };
            match word {
                Word::Token(i) => {
                    let span = self.document.tokens[*i].span;
                    if last.is_some_and(|last| last + 1 == *i)
                        && let Some(Part {
                            text,
                            span: Some(run),
                        }) = parts.last_mut()
                    {
                        *run = run.join(span);
                        *text = run.of(self.document.text()).to_owned();
                    } else {
                        link(&mut parts, gap);
                        parts.push(part(span.of(self.document.text()), Some(span)));
                    }
                    last = Some(*i);
                    continue;
                }
                Word::Form(i, text) => {
                    link(&mut parts, gap);
                    let own = self.document.word(*i);
                    let text = if keeps_its_form(own, text) { own } else { text };
                    parts.push(part(text, Some(self.document.tokens[*i].span)));
                }
                Word::Link(text) => {
                    link(&mut parts, gap);
                    link(&mut parts, text);
                }
                Word::Mark(text) => {
                    if let (Some(i), Some(part)) = (last, parts.last_mut()) {
                        unstop(self.document, i, part);
                    }
                    link(&mut parts, text);
                }
            }
            last = None;
        }
        let ended = parts
            .last()
            .is_none_or(|part| part.text.ends_with(['.', '?', '!', '”']));
        if !ended {
            link(&mut parts, ".");
        }
        parts.shrink_to_fit();
        Line { parts, facts }
    }

    /// A capital for the first word, small letters for what began a sentence in the text and does not begin one here.
    fn cased(&self, words: &[Word]) -> Vec<Word> {
        let mut cased: Vec<Word> = Vec::with_capacity(words.len());
        for word in words {
            let first = cased.iter().all(|word| match word {
                Word::Token(i) => opens(self.document.word(*i)) || self.document.word(*i) == "\"",
                other => *other == QUOTE,
            });
            let quoted = cased.last() == Some(&QUOTE);
            cased.push(match word {
                Word::Token(i) if first => self.capital(*i),
                Word::Form(i, text) if first => Word::form(*i, upper(text)),
                Word::Link(text) if first => Word::Link(upper_link(text)),
                Word::Token(i) if !quoted && began_sentence(self.document, *i) => self.small(*i),
                other => other.clone(),
            });
        }
        cased
    }

    fn capital(&self, i: usize) -> Word {
        let word = self.document.word(i);
        let raised = upper(word);
        // iPhone, de Gaulle: names keep their own first letter.
        let name = self.document.tokens[i].pos == Pos::Propn
            && (word.chars().any(char::is_uppercase)
                || self.document.tokens.get(i + 1).is_some_and(|next| {
                    next.span
                        .of(self.document.text())
                        .starts_with(char::is_uppercase)
                }));
        if raised == word || name {
            return Word::Token(i);
        }
        match determiner(word) {
            Some((_, large)) => Word::Link(large),
            None => Word::form(i, raised),
        }
    }

    fn small(&self, i: usize) -> Word {
        let word = self.document.word(i);
        let lowered = lower(word);
        let inner_capital = word.chars().skip(1).any(char::is_uppercase);
        if lowered == word || self.proper[i] || word == "I" || inner_capital {
            return Word::Token(i);
        }
        match determiner(&lowered) {
            Some((little, _)) => Word::Link(little),
            None => Word::form(i, lowered),
        }
    }
}

/// Takes the full stop from a part that ends with "m." ("for £38m."), where the line goes on.
fn unstop(document: &Document, last: usize, part: &mut Part) {
    if matches!(document.word(last), "m." | "bn." | "k." | "tn.")
        && let Some(span) = &mut part.span
    {
        span.end -= 1;
        part.text.pop();
    }
}

fn in_title(document: &Document, i: usize) -> bool {
    (document.title).is_some_and(|title| title.contains(document.tokens[i].span))
}

fn part(text: &str, span: Option<Span>) -> Part {
    Part {
        text: text.to_owned(),
        span,
    }
}

/// Adds connective text, to the part before if that is one too.
fn link(parts: &mut Vec<Part>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part {
            text: last,
            span: None,
        }) => last.push_str(text),
        _ => parts.push(part(text, None)),
    }
}

/// Whether no space stands between two words: marks, and tokens that touch in the text.
fn leans(document: &Document, before: &Word, word: &Word) -> bool {
    match (before.token(), word.token()) {
        (Some(a), Some(b)) if a + 1 == b => {
            document.tokens[a].span.end == document.tokens[b].span.start
        }
        (Some(a), _) if opens(document.word(a)) => true,
        _ if *before == QUOTE => true,
        (_, Some(b)) => closes(document.word(b)),
        _ => matches!(word, Word::Mark(_)),
    }
}

fn opens(word: &str) -> bool {
    matches!(word, "(" | "[" | "“" | "‘" | "$" | "£" | "€" | "#")
}

fn closes(word: &str) -> bool {
    matches!(
        word,
        ")" | "]" | "”" | "," | ";" | ":" | "." | "%" | "’s" | "'s" | "’" | "n't" | "n’t"
    )
}

/// Whether token `i` is the first word of its sentence, or of a quotation in it.
fn began_sentence(document: &Document, i: usize) -> bool {
    let sentence = &document.sentences[document.sentence_of(i)];
    (sentence.start..i).all(|before| {
        document.tokens[before].pos == Pos::Punct || document.tokens[before].pos == Pos::Space
    }) || i
        .checked_sub(1)
        .is_some_and(|before| matches!(document.word(before), "“" | "\"" | "‘" | ":"))
}

/// The determiners that a line may write by itself, small and large.
const DETERMINERS: [(&str, &str); 10] = [
    ("the", "The"),
    ("a", "A"),
    ("an", "An"),
    ("this", "This"),
    ("that", "That"),
    ("these", "These"),
    ("those", "Those"),
    ("another", "Another"),
    ("no", "No"),
    ("its", "Its"),
];

fn determiner(word: &str) -> Option<(&'static str, &'static str)> {
    DETERMINERS.into_iter().find(|(small, _)| *small == word)
}

fn upper_link(text: &'static str) -> &'static str {
    match text {
        "according to" => "According to",
        "there" => "There",
        "it" => "It",
        "he" => "He",
        "she" => "She",
        "they" => "They",
        "in" => "In",
        "on" => "On",
        _ => determiner(text).map_or(text, |(_, large)| large),
    }
}

fn upper(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        // Letters that a capital does not lead back to ("ſ", "ŉ") stay.
        Some(first)
            if first
                .to_uppercase()
                .flat_map(char::to_lowercase)
                .eq([first]) =>
        {
            first.to_uppercase().chain(letters).collect()
        }
        _ => word.to_owned(),
    }
}

fn lower(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
