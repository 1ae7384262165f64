//! Names without what says who that is: bare surnames, people without their role, short forms of bodies.

use crate::document::{Dep, Document, Pos};
use crate::lexicon::TITLES;
use crate::report::{EntityType, Level};
use crate::text::Span;

use super::super::Article;
use super::super::article::Mention;
use super::super::introduction::{introduction, names};
use super::super::unit::Unit;
use super::{Insert, Reference, TITLE, Told};

/// The names of unit `u` that another unit introduces, each at its first mention in the unit.
pub fn open(article: &Article, told: &Told, units: &[Unit], u: usize) -> Vec<Reference> {
    let unit = &units[u];
    let mut seen = Vec::new();
    let mut found = Vec::new();
    for mention in article.mentions_in(&unit.tokens) {
        if mention.level == Level::Pronoun || seen.contains(&mention.entity) {
            continue;
        }
        seen.push(mention.entity);
        if mention.level == Level::Named {
            found.extend(match article.entities[mention.entity.0].kind {
                EntityType::Person => person(article, told, units, u, mention),
                _ => None,
            });
        }
    }
    let mut shorts: Vec<&str> = Vec::new();
    for i in unit.tokens.clone() {
        let word = article.document.word(i);
        if !shorts.contains(&word)
            && let Some(reference) = short_form(article, units, u, i)
        {
            shorts.push(word);
            found.push(reference);
        }
    }
    found
}

fn person(
    article: &Article,
    told: &Told,
    units: &[Unit],
    u: usize,
    mention: &Mention,
) -> Option<Reference> {
    let document = article.document;
    let unit = &units[u];
    let bare = names(document, &mention.tokens);
    let intro = introduction(article, mention.entity)?;
    if unit.tokens.contains(&intro.at) {
        return None;
    }
    let name = mention.tokens.end - 1;
    let surname = document.word(name);
    let last_name = (intro.name.clone().rev()).find(|&i| document.tokens[i].pos == Pos::Propn);
    let full = last_name.is_some_and(|i| document.word(i) == surname) && intro.names > bare;
    let role_here = described(article, mention);
    let (span, risk) = match (full && is_bare(article, mention), intro.role) {
        (true, _) => (intro.whole, 0.55),
        (false, Some(role)) if !role_here => (role, 0.25),
        _ => return None,
    };
    let cures = full_names(article, told, units, u, mention);
    let apart = document.tokens.get(mention.tokens.end).is_none_or(|next| {
        next.pos != Pos::Part
            && !document
                .word(mention.tokens.end)
                .starts_with(['-', '–', '/'])
            && next.tag != crate::document::Tag::Pos
    });
    let modifies = matches!(
        document.tokens[name].dep,
        Dep::Compound | Dep::Nmod | Dep::Amod
    );
    // "a Republican Obama" means another.
    let likened = article
        .head_of(mention.tokens.clone())
        .is_some_and(|head| (document.children_by(head, Dep::Det)).next().is_some());
    let free = apart && !modifies && !likened && article.quotation_at(name).is_none();
    Some(Reference {
        at: mention.tokens.start,
        risk,
        cures,
        rivals: Vec::new(),
        insert: free.then_some(Insert { after: name, span }),
    })
}

/// Whether only a surname stands there, with or without "Mr".
fn is_bare(article: &Article, mention: &Mention) -> bool {
    let document = article.document;
    (mention.tokens.clone())
        .filter(|&i| !TITLES.contains(&document.lower(i)))
        .filter(|&i| document.word(i).contains(char::is_alphabetic))
        .count()
        <= 1
}

/// Whether a title or an apposition stands beside the name.
fn described(article: &Article, mention: &Mention) -> bool {
    let document = article.document;
    let Some(head) = article.head_of(mention.tokens.clone()) else {
        return true;
    };
    let before = mention.tokens.start.checked_sub(1);
    let titled = (mention.tokens.clone().chain(before))
        .any(|i| TITLES.contains(&document.lower(i)) || document.tokens[i].pos == Pos::Noun);
    titled
        || document.tokens[head].dep == Dep::Appos
        || (document.children(head)).any(|child| {
            matches!(
                document.tokens[child].dep,
                Dep::Appos | Dep::Relcl | Dep::Acl | Dep::Prep
            ) && child > head
        })
}

/// The places before unit `u` that have more of the name than a surname.
fn full_names(
    article: &Article,
    told: &Told,
    units: &[Unit],
    u: usize,
    mention: &Mention,
) -> Vec<usize> {
    let document = article.document;
    let full = |place: usize| {
        let tokens = match place {
            TITLE => match document.title {
                Some(title) => document.tokens_in(title),
                None => return false,
            },
            place => units[place - 1].tokens.clone(),
        };
        place == TITLE
            || (article.mentions_in(&tokens)).any(|it| {
                it.entity == mention.entity && it.level == Level::Named && !is_bare(article, it)
            })
    };
    told.entity(mention.entity, u + 1)
        .filter(|&place| full(place))
        .collect()
}

/// Letters of a short form at most.
const LONGEST_SHORT: usize = 8;

/// Tokens of what it stands for at most.
const LONGEST_SPELT: usize = 10;

/// "AfCFTA", which the article spells out elsewhere: "African Continental Free Trade Area (AfCFTA)".
fn short_form(article: &Article, units: &[Unit], u: usize, i: usize) -> Option<Reference> {
    let document = article.document;
    let word = document.word(i);
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let short = capitals >= 2
        && word.len() <= LONGEST_SHORT
        && word.chars().all(char::is_alphabetic)
        && article.quotation_at(i).is_none();
    if !short || document.word(i.saturating_sub(1)) == "(" {
        return None;
    }
    let (at, span) = (units[..u].iter().enumerate())
        .find_map(|(at, unit)| Some((at, spelt(document, unit, word)?)))?;
    let free = !matches!(
        document.tokens[i].dep,
        Dep::Compound | Dep::Nmod | Dep::Amod | Dep::Poss
    );
    let cures = vec![at + 1];
    Some(Reference {
        at: i,
        risk: 0.3,
        cures,
        rivals: Vec::new(),
        insert: free.then_some(Insert { after: i, span }),
    })
}

/// The words before "(AfCFTA)" in a unit that begin with its letters.
fn spelt(document: &Document, unit: &Unit, short: &str) -> Option<Span> {
    let open = (unit.tokens.clone()).find(|&i| {
        document.word(i) == "("
            && unit.tokens.contains(&(i + 2))
            && document.word(i + 1) == short
            && document.word(i + 2) == ")"
    })?;
    let first = short.chars().next()?;
    let mut start = None;
    for i in (unit.tokens.start.max(open.saturating_sub(LONGEST_SPELT))..open).rev() {
        let word = document.word(i);
        if word.starts_with(char::is_uppercase) {
            if word.starts_with(first) {
                start = Some(i);
            }
        } else if !matches!(
            word,
            "of" | "the" | "and" | "for" | "on" | "in" | "to" | "&" | "-" | "’s" | "'s"
        ) {
            break;
        }
    }
    let start = start?;
    (open - start >= 2).then(|| document.span(start..open))
}
