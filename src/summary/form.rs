//! Whether a unit is a well-formed sentence of the article's prose.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::{FUNCTION_WORDS, PAGE_FURNITURE};
use crate::report::{BlockKind, EntityType, Level};

use super::Article;
use super::article::is_verb;
use super::unit::Unit;

/// Words of the shortest line.
const SHORTEST: usize = 6;

/// Words of a phrase of page furniture at most.
const LONGEST_PHRASE: usize = 5;

/// Why a unit makes no line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is no prose but this.
    Block(BlockKind),
    /// It asks.
    Question,
    /// It does not begin or end as a sentence does, or has a line break in it.
    Cut,
    /// It has too few words.
    Short,
    /// Brackets or quotation marks open and do not close, or close and were not opened.
    Unbalanced,
    /// It has no finite verb with a subject.
    Verbless,
    /// Two texts touch in it without a mark.
    Seam,
}

/// The first flaw of a unit; `None` of a sentence that may be shown. O(tokens).
pub fn flaw(article: &Article, unit: &Unit) -> Option<Flaw> {
    let document = article.document;
    let words = unit
        .tokens
        .clone()
        .filter(|&i| is_word(document, i))
        .count();
    furniture(article, unit)
        .or_else(|| asks(article, unit).then_some(Flaw::Question))
        .or_else(|| is_cut(article, unit).then_some(Flaw::Cut))
        .or_else(|| (words < SHORTEST).then_some(Flaw::Short))
        .or_else(|| is_unbalanced(article, unit).then_some(Flaw::Unbalanced))
        .or_else(|| has_seam(article, unit).then_some(Flaw::Seam))
        .or_else(|| (!states(article, unit)).then_some(Flaw::Verbless))
}

/// Whether token `i` has a letter or a digit.
pub fn is_word(document: &Document, i: usize) -> bool {
    document.word(i).contains(char::is_alphanumeric)
}

/// What a page has beside its article.
fn furniture(article: &Article, unit: &Unit) -> Option<Flaw> {
    let document = article.document;
    let lower: Vec<String> = (unit.tokens.clone()).map(|i| document.lower(i)).collect();
    let quoted = |at: usize| article.quotation_at(unit.tokens.start + at).is_some();
    for at in 0..lower.len() {
        let mut phrase = String::new();
        for word in lower[at..].iter().take(LONGEST_PHRASE) {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(word);
            let kind = (!quoted(at)).then(|| PAGE_FURNITURE.get(&phrase)).flatten();
            if let Some(kind) = kind.and_then(BlockKind::from_name) {
                return Some(Flaw::Block(kind));
            }
        }
    }
    let address = |word: &String| {
        word.contains("http")
            || word.contains("www.")
            || word.starts_with(['@', '#']) && word.len() > 1
    };
    if lower.iter().any(address) {
        return Some(Flaw::Block(BlockKind::Promo));
    }
    let byline = lower.first().is_some_and(|word| word == "by")
        && lower.len() <= 12
        && (unit.tokens.clone()).all(|i| !is_verb(document, i));
    byline.then_some(Flaw::Block(BlockKind::Byline))
}

/// Whether the article itself asks: a question that is quoted whole is what somebody says.
fn asks(article: &Article, unit: &Unit) -> bool {
    let document = article.document;
    (unit.tokens.clone()).any(|i| document.word(i) == "?" && article.quotation_at(i).is_none())
        || (unit.sentences.iter()).all(|sentence| document.word(sentence.end - 1) == "?")
        || unit.sentences.len() == 1 && document.asks(unit.tokens.start)
}

/// Begins with a small letter, ends without a full stop, or goes over a line break that no folding made.
fn is_cut(article: &Article, unit: &Unit) -> bool {
    const FOLDED: usize = 50;
    let document = article.document;
    let text = unit.span(document).of(document.text());
    let bare =
        text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '$' && c != '£' && c != '€');
    let begins = bare.starts_with(|c: char| !c.is_lowercase());
    let end = text.trim_end_matches(['”', '"', '’', '\'', ')', '»', ']']);
    let ends = end.ends_with(['.', '!', '?', '…']) && !end.ends_with("..") && !end.ends_with('…');
    let mut lines = text.split('\n').map(str::trim).peekable();
    let mut folded = true;
    while let Some(line) = lines.next() {
        folded &= lines.peek().is_none() || line.chars().count() >= FOLDED;
    }
    let odd = text.contains(['|', '•', '\t']);
    !begins || !ends || !folded || odd
}

fn is_unbalanced(article: &Article, unit: &Unit) -> bool {
    let document = article.document;
    let count = |open: &str| {
        unit.tokens
            .clone()
            .filter(|&i| document.word(i) == open)
            .count()
    };
    if count("(") != count(")") || count("[") != count("]") {
        return true;
    }
    let (start, end) = (unit.tokens.start, unit.tokens.end);
    let crosses = article.quotations_in(&unit.tokens).any(|quotation| {
        let paragraph = quotation.tokens.start == start && !quotation.closed;
        let inside = start <= quotation.tokens.start && quotation.tokens.end <= end;
        !paragraph && (!inside || !quotation.closed)
    });
    // Each double mark of the words is one end of a quotation that was found.
    let marks = (unit.tokens.clone())
        .filter(|&i| {
            matches!(
                document.word(i),
                "“" | "”" | "\"" | "„" | "«" | "»" | "``" | "''"
            )
        })
        .count();
    let ends: usize = (article.quotations_in(&unit.tokens))
        .filter(|quotation| !quotation.span.of(document.text()).starts_with(['\'', '‘']))
        .map(|quotation| 1 + usize::from(quotation.closed && quotation.tokens.end <= end))
        .sum();
    crosses || marks != ends
}

/// Two names side by side, the second a person, or a function word with a capital after a word without a mark.
fn has_seam(article: &Article, unit: &Unit) -> bool {
    let document = article.document;
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
        {
            return true;
        }
        before = long.then_some((mention.tokens.end, kind));
    }
    (unit.tokens.start + 1..unit.tokens.end.saturating_sub(1)).any(|i| {
        let word = document.word(i);
        let capital = word.starts_with(char::is_uppercase)
            && word.chars().skip(1).all(char::is_lowercase)
            && FUNCTION_WORDS.contains(&word.to_lowercase());
        let named = article
            .mention_at(i)
            .is_some_and(|it| it.level == Level::Named);
        let after = document.word(i - 1);
        capital
            && !named
            && after.ends_with(|c: char| c.is_alphanumeric() || c == ')')
            && !after.starts_with(char::is_uppercase)
            && document.word(i + 1).starts_with(char::is_lowercase)
            && !matches!(document.tokens[i - 1].tag, Tag::Hyph | Tag::Dt)
            && word != "I"
    })
}

/// A finite verb with a subject at the root of one of its sentences, or beside it.
fn states(article: &Article, unit: &Unit) -> bool {
    let document = article.document;
    unit.tokens.clone().any(|i| {
        let token = &document.tokens[i];
        let main = matches!(
            token.dep,
            Dep::Root | Dep::Ccomp | Dep::Conj | Dep::Parataxis
        );
        main && matches!(token.pos, Pos::Verb | Pos::Aux)
            && is_finite(document, i)
            && has_subject(document, i)
    })
}

/// Whether the verb at `i` is finite, by itself or by an auxiliary.
pub fn is_finite(document: &Document, i: usize) -> bool {
    let finite = |i: usize| {
        matches!(
            document.tokens[i].tag,
            Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md
        )
    };
    finite(i)
        || (document.children(i)).any(|child| {
            matches!(document.tokens[child].dep, Dep::Aux | Dep::Auxpass) && finite(child)
        })
        || document.tokens[i].tag == Tag::Vbn && has_subject(document, i)
}

fn has_subject(document: &Document, i: usize) -> bool {
    document.children(i).any(|child| {
        matches!(
            document.tokens[child].dep,
            Dep::Nsubj | Dep::Nsubjpass | Dep::Expl | Dep::Csubj | Dep::Csubjpass
        )
    }) || document.tokens[i].dep == Dep::Conj
        && document.head(i).is_some_and(|head| {
            document.children(head).any(|child| {
                matches!(
                    document.tokens[child].dep,
                    Dep::Nsubj | Dep::Nsubjpass | Dep::Expl
                )
            })
        })
}
