//! Who somebody is: the words by which the article introduces a person or a body.

use crate::document::{Dep, Document, Pos, TokenRange};
use crate::report::{EntityId, EntityType, Level};
use crate::text::Span;

use super::Article;
use super::article::{Mention, is_verb};

/// Tokens of an introduction at most.
const LONGEST: usize = 16;

/// Tokens of an apposition at most.
const LONGEST_ROLE: usize = 11;

/// How the article introduces somebody.
#[derive(Clone, Debug)]
pub struct Introduction {
    /// Name and role: "Lena Ost, the minister of health", "Finance Minister Ana Ruiz".
    pub whole: Span,
    /// The role alone, where it stands apart from the name.
    pub role: Option<Span>,
    /// The first token of the mention in it.
    pub at: usize,
    /// The mention.
    pub name: TokenRange,
    /// Capitalised words of the mention.
    pub names: usize,
}

/// The first mention with a role, else the fullest name; `None` where no name can be trusted. O(mentions of the entity).
pub fn introduction(article: &Article, id: EntityId) -> Option<Introduction> {
    let document = article.document;
    let person = article.entities[id.0].kind == EntityType::Person;
    let good: Vec<&Mention> = (article.mentions_of(id))
        .filter(|mention| mention.level == Level::Named && is_sound(article, mention))
        .collect();
    let names = |mention: &Mention| names(document, &mention.tokens);
    let most = good.iter().map(|mention| names(mention)).max()?;
    let full = |mention: &&&Mention| names(mention) == most;
    let with_role = (good.iter().filter(full).filter(|_| person))
        .find_map(|mention| Some((*mention, role(article, mention)?)));
    if let Some((mention, role)) = with_role {
        let name = document.span(mention.tokens.clone());
        let apart = !name.contains(role);
        let whole = name.join(role);
        if document.tokens_in(whole).len() <= LONGEST {
            return Some(Introduction {
                whole,
                role: apart.then_some(role),
                at: mention.tokens.start,
                name: mention.tokens.clone(),
                names: most,
            });
        }
    }
    let mention = good.iter().find(full)?;
    Some(Introduction {
        whole: document.span(mention.tokens.clone()),
        role: None,
        at: mention.tokens.start,
        name: mention.tokens.clone(),
        names: most,
    })
}

/// Words of a mention that begin with a capital; one with a hyphen is one.
pub fn names(document: &Document, tokens: &TokenRange) -> usize {
    let words = document.span(tokens.clone()).of(document.text());
    (words.split_whitespace())
        .filter(|word| word.len() > 1 && word.starts_with(char::is_uppercase))
        .count()
}

/// A name that may be shown elsewhere: of the body, outside quotations, on one line, no other's name in it.
fn is_sound(article: &Article, mention: &Mention) -> bool {
    let document = article.document;
    let span = document.span(mention.tokens.clone());
    let words = span.of(document.text());
    let alone = article.mentions_in(&mention.tokens).all(|other| {
        other.entity == mention.entity
            || other.level != Level::Named
            || other.tokens.end > mention.tokens.end
            || article.entities[other.entity.0].kind != EntityType::Person
    });
    mention.tokens.len() <= LONGEST
        && !article.in_title(mention.tokens.start)
        && article.quotation_at(mention.tokens.start).is_none()
        && !words.contains(['(', ')', '“', '”', '"', ',', ';', ':', '—'])
        && !words.ends_with("’s")
        && !words.ends_with("'s")
        && alone
}

/// The role of a person beside the name: its title, an apposition after it, or the noun that it stands in apposition to.
fn role(article: &Article, mention: &Mention) -> Option<Span> {
    let document = article.document;
    let head = article.head_of(mention.tokens.clone())?;
    let title = (mention.tokens.clone())
        .take_while(|&i| {
            document.tokens[i].pos != Pos::Propn || document.tokens[i].dep == Dep::Compound
        })
        .count();
    let after = (document.children_by(head, Dep::Appos))
        .find(|&child| child >= mention.tokens.end)
        .filter(|_| document.word(mention.tokens.end) == ",")
        .and_then(|child| closed(article, mention.tokens.end, document.subtree(child)));
    after
        .or_else(|| before(article, mention, head))
        .or_else(|| {
            (title > 1 && has_title(document, &mention.tokens))
                .then(|| document.span(mention.tokens.clone()))
        })
}

/// Whether a name begins with an office or a style: "Foreign Minister", "Dr".
fn has_title(document: &Document, tokens: &TokenRange) -> bool {
    (tokens.clone()).any(|i| {
        crate::lexicon::TITLES
            .get(&document.lower(i))
            .is_some_and(|kind| kind != "style")
    })
}

/// ", the minister of health,": an apposition between marks, without a verb or another name's sentence in it.
fn closed(article: &Article, from: usize, tokens: TokenRange) -> Option<Span> {
    let document = article.document;
    let mut end = tokens.end;
    while end > tokens.start && document.tokens[end - 1].pos == Pos::Punct {
        end -= 1;
    }
    let role = tokens.start..end;
    let opens = role.start == from + 1 && document.word(from) == ",";
    let closes = document
        .tokens
        .get(end)
        .is_some_and(|_| matches!(document.word(end), "," | "." | ";"));
    let plain = role.clone().all(|i| {
        !is_verb(document, i)
            && !matches!(
                document.word(i),
                "," | "(" | ")" | ":" | "“" | "\"" | "–" | "—"
            )
    });
    let noun = role.clone().any(|i| document.tokens[i].pos == Pos::Noun)
        && document.tokens[role.start].pos != Pos::Num;
    let first = document.lower(role.start);
    let told = matches!(first.as_str(), "a" | "an" | "the")
        || matches!(
            document.tokens[role.start].pos,
            Pos::Noun | Pos::Adj | Pos::Propn
        );
    (opens && closes && plain && noun && told && !role.is_empty() && role.len() <= LONGEST_ROLE)
        .then(|| document.span(role))
}

/// "the finance minister, Lou Jiwei,": the noun before the name that is its apposition.
fn before(article: &Article, mention: &Mention, head: usize) -> Option<Span> {
    let document = article.document;
    let noun = (document.tokens[head].dep == Dep::Appos).then(|| document.head(head))??;
    let start = document.subtree(noun).start;
    let role = start..noun + 1;
    let person = article.kind_at(noun) == Some(EntityType::Person)
        || crate::lexicon::NOUNS.get(document.lemma(noun)) == Some("person");
    let touches = noun + 2 == mention.tokens.start && document.word(noun + 1) == ",";
    let plain = role
        .clone()
        .all(|i| !is_verb(document, i) && document.tokens[i].pos != Pos::Punct);
    (person && touches && plain && role.len() <= LONGEST_ROLE && !article.in_title(noun))
        .then(|| document.span(role))
}

/// Letters of a short form at most.
const LONGEST_SHORT: usize = 8;

/// Tokens of what it stands for at most.
const LONGEST_SPELT: usize = 10;

/// Whether a word is written as a short form: "NHB", "AfCFTA".
pub fn is_short(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() >= 2
        && word.len() <= LONGEST_SHORT
        && word.chars().all(char::is_alphabetic)
}

/// "African Continental Free Trade Area (AfCFTA)": the short form at token `i`, in brackets, and the words before them that begin with its
/// letter. Looks at [`LONGEST_SPELT`] tokens of the range.
pub fn short_form<'t>(
    document: &Document<'t>,
    range: &TokenRange,
    i: usize,
) -> Option<(&'t str, Span)> {
    let short = document.word(i);
    let bracketed = i > range.start
        && i + 1 < range.end
        && document.word(i - 1) == "("
        && document.word(i + 1) == ")"
        && is_short(short);
    let open = bracketed.then(|| i - 1)?;
    let first = short.chars().next()?;
    let mut start = None;
    for at in (range.start.max(open.saturating_sub(LONGEST_SPELT))..open).rev() {
        let word = document.word(at);
        let joins = matches!(
            word,
            "of" | "the" | "and" | "for" | "on" | "in" | "to" | "&" | "-" | "’s" | "'s"
        );
        if word.starts_with(first) {
            start = Some(at);
        } else if !joins && !word.starts_with(char::is_uppercase) {
            break;
        }
    }
    let start = start.filter(|start| open - start >= 2)?;
    Some((short, document.span(start..open)))
}
