//! Whether a unit is a well-formed sentence of the article's prose.

use crate::document::{Dep, Tag};
use crate::lexicon::GIVEN_NAMES;
use crate::report::{BlockKind, EntityType, Level};

use super::Article;
use super::article::{is_subject, is_verb};
use super::unit::{LONGEST, Unit};

/// Words of the shortest line.
const SHORTEST: usize = 6;

/// Tokens that a quotation runs on which nobody closed: further on, nobody knows.
const NEAR: usize = 80;

/// Why a unit makes no line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is no prose but this.
    Block(BlockKind),
    /// It asks.
    Question,
    /// It announces what comes after it: "Here are five trends to watch."
    Announcement,
    /// It does not begin or end as a sentence does, or has a mark in it that parts columns or items.
    Cut,
    /// It has too few words.
    Short,
    /// It has more than a sentence that anyone wrote.
    Long,
    /// Brackets or quotation marks open and do not close, or close and were not opened.
    Unbalanced,
    /// It has no verb, or tells the reader what to do.
    Verbless,
    /// Two texts touch in it without a mark.
    Seam,
}

impl Flaw {
    /// Its name, for those who ask why a sentence makes no line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Block(kind) => kind.name(),
            Self::Question => "asks",
            Self::Announcement => "announces",
            Self::Cut => "cut",
            Self::Short => "short",
            Self::Long => "long",
            Self::Unbalanced => "unbalanced",
            Self::Verbless => "verbless",
            Self::Seam => "seam",
        }
    }
}

/// The first flaw of a unit; `None` of a sentence that may be shown. O(tokens).
pub fn flaw(article: &Article, unit: &Unit) -> Option<Flaw> {
    furniture(article, unit)
        .or_else(|| (unit.tokens.len() > LONGEST).then_some(Flaw::Long))
        .or_else(|| asks(article, unit).then_some(Flaw::Question))
        .or_else(|| announces(article, unit).then_some(Flaw::Announcement))
        .or_else(|| is_cut(article, unit).then_some(Flaw::Cut))
        .or_else(|| (unit.words(article.document) < SHORTEST).then_some(Flaw::Short))
        .or_else(|| is_unbalanced(article, unit).then_some(Flaw::Unbalanced))
        .or_else(|| has_seam(article, unit).then_some(Flaw::Seam))
        .or_else(|| (!states(article, unit)).then_some(Flaw::Verbless))
}

/// What a page has beside its article.
fn furniture(article: &Article, unit: &Unit) -> Option<Flaw> {
    let document = article.document;
    // An answer of an interview: "A: I came home." Nothing in it says who speaks.
    let start = document.paragraphs[unit.paragraph].start;
    let labelled = |i: usize| {
        document
            .tokens
            .get(i)
            .is_some_and(|_| document.word(i) == ":")
    };
    if document.word(start) == "A" && labelled(start + 1) {
        return Some(Flaw::Block(BlockKind::Question));
    }
    let beside = (unit.tokens.clone()).find(|&i| !document.tells(i))?;
    Some(Flaw::Block(document.kind(beside)))
}

/// Whether the article itself asks: a question that is quoted whole is what somebody says.
fn asks(article: &Article, unit: &Unit) -> bool {
    let document = article.document;
    (unit.tokens.clone()).any(|i| document.word(i) == "?" && article.quotation_at(i).is_none())
        || (unit.sentences.iter()).all(|sentence| document.word(sentence.end - 1) == "?")
        || unit.sentences.len() == 1 && document.asks(unit.tokens.start)
}

fn announces(article: &Article, unit: &Unit) -> bool {
    let document = article.document;
    let start = unit.tokens.start;
    unit.tokens.len() > 1 && document.lower(start) == "here" && document.lemma(start + 1) == "be"
}

/// Begins with a small letter, ends without a full stop, or has a mark in it that parts columns or items.
fn is_cut(article: &Article, unit: &Unit) -> bool {
    let document = article.document;
    let text = unit.span(document).of(document.text());
    let bare =
        text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '$' && c != '£' && c != '€');
    let begins = bare.starts_with(|c: char| !c.is_lowercase());
    // The numbers of footnotes stand behind the full stop.
    let bare_end = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']'));
    let text_end = if text.ends_with(']') { bare_end } else { text };
    let end = text_end.trim_end_matches(['”', '"', '’', '\'', ')', '»', ']']);
    let ends = end.ends_with(['.', '!', '?', '…']) && !end.ends_with("..") && !end.ends_with('…');
    !begins || !ends || text.contains(['|', '•'])
}

fn is_unbalanced(article: &Article, unit: &Unit) -> bool {
    let document = article.document;
    let count = |open: &str| {
        (unit.tokens.clone())
            .filter(|&i| document.word(i) == open)
            .count()
    };
    if count("(") != count(")") || count("[") != count("]") {
        return true;
    }
    let (start, end) = (unit.tokens.start, unit.tokens.end);
    // A quotation that closes in another unit, or one of which nothing tells where it closes.
    let crosses = (article.quotations_in(&unit.tokens))
        .any(|it| it.closed && (it.tokens.start < start || it.tokens.end > end));
    let paragraph = document.paragraphs[unit.paragraph].start;
    let near = paragraph.max(start.saturating_sub(NEAR));
    let left_open = (article.quotations_in(&(near..start))).any(|it| {
        let double = it
            .span
            .of(document.text())
            .starts_with(['“', '"', '«', '„']);
        !it.closed && double && it.tokens.start > paragraph
    });
    crosses || left_open
}

/// Two names side by side, the second a person: two texts touch.
fn has_seam(article: &Article, unit: &Unit) -> bool {
    let mut before: Option<(usize, EntityType)> = None;
    for mention in article.mentions_in(&unit.tokens) {
        if mention.level != Level::Named {
            continue;
        }
        let kind = article.entities[mention.entity.0].kind;
        let long = mention.tokens.len() >= 2;
        if let Some((end, other)) = before
            && end == mention.tokens.start
            && kind == EntityType::Person
            && matches!(
                other,
                EntityType::Person | EntityType::Event | EntityType::Fac
            )
            && long
            && GIVEN_NAMES.contains(&article.document.lower(mention.tokens.start))
        {
            return true;
        }
        before = long.then_some((mention.tokens.end, kind));
    }
    false
}

/// Whether it has a verb at all, a parse gone wrong being no reason to lose a sentence, and does not tell the reader what to do.
fn states(article: &Article, unit: &Unit) -> bool {
    let document = article.document;
    let orders = unit.tokens.clone().any(|i| {
        let token = &document.tokens[i];
        let subject = |it: usize| {
            matches!(
                document.tokens[it].dep,
                Dep::Nsubj | Dep::Nsubjpass | Dep::Expl | Dep::Csubj | Dep::Aux
            ) && document.lower(it) != "do"
        };
        token.dep == Dep::Root
            && token.tag == Tag::Vb
            && article.quotation_at(i).is_none()
            && !document.children(i).any(subject)
            && !(document.children_by(i, Dep::Ccomp)).any(|it| is_told_of(article, it))
    });
    unit.tokens.clone().any(|i| is_verb(document, i)) && !orders
}

/// A finite clause of somebody named, without "that": it is the sentence, whatever the parse makes of the word before.
fn is_told_of(article: &Article, verb: usize) -> bool {
    let document = article.document;
    let finite = matches!(document.tokens[verb].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp);
    let named = |it: usize| is_subject(document, it) && article.is_name(it);
    finite && document.child(verb, Dep::Mark).is_none() && document.children(verb).any(named)
}
