//! Names without what says who that is: bare surnames, people without their role, short forms of bodies.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::TITLES;
use crate::report::{EntityId, EntityType, Level};
use crate::text::Span;

use super::super::Article;
use super::super::article::Mention;
use super::super::introduction::{Introduction, introduction, names};
use super::super::unit::Unit;
use super::{Insert, Reference, Told};

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

/// What a role in brackets, or a name without one, leaves open: who somebody is.
const UNKNOWN: f32 = 0.3;

fn person(
    article: &Article,
    told: &Told,
    units: &[Unit],
    u: usize,
    mention: &Mention,
) -> Option<Reference> {
    let document = article.document;
    let unit = &units[u];
    let bare = is_bare(article, mention);
    let intro = introduced(article, mention, bare);
    let Some(intro) = intro else {
        return (bare && is_unknown(article, mention))
            .then(|| open_name(mention, UNKNOWN, Vec::new(), None));
    };
    if unit.tokens.contains(&intro.at) {
        return None;
    }
    let full = intro.names > names(document, &mention.tokens);
    let (span, risk) = match (full && bare, intro.role) {
        (true, _) => (intro.whole, 0.55),
        (false, Some(role)) if !described(article, mention) => (role, 0.25),
        _ => return None,
    };
    // Wherever it stands above, it is introduced there.
    let cures: Vec<usize> = (told.entity(mention.entity, u + 1))
        .chain(
            (0..units.len())
                .find(|&at| units[at].tokens.contains(&intro.at))
                .map(|at| at + 1),
        )
        .collect();
    let insert = is_free(article, mention).then_some(Insert {
        after: mention.tokens.end - 1,
        span,
    });
    Some(open_name(mention, risk, sorted(cures), insert))
}

fn open_name(mention: &Mention, risk: f32, cures: Vec<usize>, insert: Option<Insert>) -> Reference {
    Reference {
        at: mention.tokens.start,
        risk,
        cures,
        rivals: Vec::new(),
        insert,
    }
}

fn sorted(mut places: Vec<usize>) -> Vec<usize> {
    places.sort_unstable();
    places.dedup();
    places
}

/// How the article introduces who is mentioned: by the same entity's name, or, of a bare surname that stands for itself, by the one person whose
/// full name ends with it.
fn introduced(article: &Article, mention: &Mention, bare: bool) -> Option<Introduction> {
    let document = article.document;
    let surname = document.word(mention.tokens.end - 1);
    let named = |intro: &Introduction| {
        let ends = [intro.name.start, intro.name.end - 1];
        (ends.iter()).any(|&i| document.word(i) == surname)
            || document
                .span(intro.name.clone())
                .of(document.text())
                .ends_with(document.span(mention.tokens.clone()).of(document.text()))
    };
    let own = introduction(article, mention.entity).filter(named);
    let more = |intro: &Introduction| intro.names > names(document, &mention.tokens);
    if !bare || own.as_ref().is_some_and(more) {
        return own;
    }
    let mut others = (0..article.entities.len())
        .filter(|&id| id != mention.entity.0)
        .filter(|&id| {
            let entity = &article.entities[id];
            matches!(entity.kind, EntityType::Person | EntityType::Org)
                && entity.name.len() > surname.len()
                && entity.name.ends_with(surname)
        })
        .filter_map(|id| introduction(article, EntityId(id)))
        .filter(more);
    let other = others.next();
    match others.next() {
        None => other,
        Some(_) => None,
    }
}

/// Whether a bare name is all that the article has of somebody who is not what it is about.
fn is_unknown(article: &Article, mention: &Mention) -> bool {
    const SALIENT: f32 = 0.5;
    let in_title = article
        .mentions_of(mention.entity)
        .any(|it| article.in_title(it.tokens.start));
    article.entities[mention.entity.0].salience < SALIENT
        && !in_title
        && !described(article, mention)
}

/// Whether brackets may stand behind the name: not inside another word's phrase, nor in a quotation.
fn is_free(article: &Article, mention: &Mention) -> bool {
    let document = article.document;
    let name = mention.tokens.end - 1;
    // "(KGCCI)" is no surname.
    let spelt = document.word(name).chars().any(char::is_lowercase)
        && document.word(mention.tokens.start.saturating_sub(1)) != "(";
    let apart = document.tokens.get(mention.tokens.end).is_none_or(|next| {
        let joins = document
            .word(mention.tokens.end)
            .starts_with(['-', '–', '/']);
        next.pos != Pos::Part && !joins && next.tag != Tag::Pos
    });
    let modifies = matches!(
        document.tokens[name].dep,
        Dep::Compound | Dep::Nmod | Dep::Amod
    );
    // "a Republican Obama" means another.
    let likened = (article.head_of(mention.tokens.clone()))
        .is_some_and(|head| document.children_by(head, Dep::Det).next().is_some());
    spelt && apart && !modifies && !likened && article.quotation_at(name).is_none()
}

/// Whether only a surname stands there, with or without "Mr"; one with a hyphen is one.
fn is_bare(article: &Article, mention: &Mention) -> bool {
    let document = article.document;
    (document
        .span(mention.tokens.clone())
        .of(document.text())
        .split_whitespace())
    .filter(|word| !TITLES.contains(&word.to_lowercase()))
    .filter(|word| word.contains(char::is_alphabetic))
    .count()
        == 1
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
