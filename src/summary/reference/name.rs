//! Names without what says who that is: bare surnames, people without their role, short forms of bodies.

use crate::document::{Dep, Pos, Tag};
use crate::lexicon::TITLES;
use crate::report::{EntityType, Level};

use super::super::Article;
use super::super::article::Mention;
use super::super::context::{Context, Place, place_of};
use super::super::introduction::{Introduction, is_short, names};
use super::super::unit;
use super::{Insert, Reference, sorted};

/// The names of unit `u` that another unit introduces, each at its first mention in the unit.
pub fn open(context: &Context, u: usize) -> Vec<Reference> {
    let article = context.article;
    let unit = &context.units[u];
    let mut seen = Vec::new();
    let mut found = Vec::new();
    for mention in article.mentions_in(&unit.tokens) {
        if mention.level == Level::Pronoun || seen.contains(&mention.entity) {
            continue;
        }
        seen.push(mention.entity);
        let person_named = article.entities[mention.entity.0].kind == EntityType::Person
            && mention.level == Level::Named;
        if person_named {
            found.extend(person(context, u, mention));
        }
    }
    let mut shorts: Vec<&str> = Vec::new();
    for i in unit.tokens.clone() {
        let word = article.document.word(i);
        if !shorts.contains(&word)
            && let Some(reference) = short(context, u, i)
        {
            shorts.push(word);
            found.push(reference);
        }
    }
    found
}

/// What a role in brackets, or a name without one, leaves open: who somebody is.
const UNKNOWN: f32 = 0.3;

fn person(context: &Context, u: usize, mention: &Mention) -> Option<Reference> {
    let article = context.article;
    let document = article.document;
    let unit = &context.units[u];
    let bare = is_bare(article, mention);
    let intro = introduced(context, mention, bare);
    let Some(intro) = intro else {
        return (bare && is_unknown(context, mention))
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
    let mut cures = context.entity(mention.entity, place_of(u));
    cures.extend(unit::at(&context.units, intro.at).map(place_of));
    let one = !bare || full_names(context, mention) <= 1;
    let insert = (one && is_free(article, mention)).then_some(Insert {
        after: mention.tokens.end - 1,
        span,
    });
    Some(open_name(mention, risk, sorted(cures), insert))
}

/// How many people of the article, two at most, have a full name that ends with this surname: "Mr. Bush" may be either of two.
fn full_names(context: &Context, mention: &Mention) -> usize {
    let surname = context.article.document.word(mention.tokens.end - 1);
    (context.by_surname(surname).iter())
        .filter_map(|&id| context.introduction(id))
        .filter(|intro| intro.names > 1)
        .take(2)
        .count()
}

fn open_name(mention: &Mention, risk: f32, cures: Vec<Place>, insert: Option<Insert>) -> Reference {
    Reference {
        at: mention.tokens.start,
        risk,
        cures,
        rivals: Vec::new(),
        insert,
    }
}

/// How the article introduces who is mentioned: by the same entity's name, or, of a bare surname that stands for itself, by the one person whose
/// full name ends with it.
fn introduced<'c>(context: &'c Context, mention: &Mention, bare: bool) -> Option<&'c Introduction> {
    let document = context.article.document;
    let surname = document.word(mention.tokens.end - 1);
    let named = |intro: &&Introduction| {
        let ends = [intro.name.start, intro.name.end - 1];
        (ends.iter()).any(|&i| document.word(i) == surname)
            || document
                .span(intro.name.clone())
                .of(document.text())
                .ends_with(document.span(mention.tokens.clone()).of(document.text()))
    };
    let own = context.introduction(mention.entity).filter(named);
    let more = |intro: &&Introduction| intro.names > names(document, &mention.tokens);
    if !bare || own.as_ref().is_some_and(more) {
        return own;
    }
    let mut others = (context.by_surname(surname).iter())
        .filter(|&&id| id != mention.entity)
        .filter_map(|&id| context.introduction(id))
        .filter(more);
    let other = others.next();
    match others.next() {
        None => other,
        Some(_) => None,
    }
}

/// Whether a bare name is all that the article has of somebody who is not what it is about.
fn is_unknown(context: &Context, mention: &Mention) -> bool {
    const SALIENT: f32 = 0.5;
    let article = context.article;
    let in_title = (article.mentions_of(mention.entity).next())
        .is_some_and(|first| article.in_title(first.tokens.start));
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

/// "AfCFTA", which the article spells out elsewhere: "African Continental Free Trade Area (AfCFTA)".
fn short(context: &Context, u: usize, i: usize) -> Option<Reference> {
    let article = context.article;
    let document = article.document;
    let word = document.word(i);
    let used = is_short(word) && article.quotation_at(i).is_none();
    let (place, span) = context.spelt(word, place_of(u)).filter(|_| used)?;
    let free = !matches!(
        document.tokens[i].dep,
        Dep::Compound | Dep::Nmod | Dep::Amod | Dep::Poss
    );
    Some(Reference {
        at: i,
        risk: 0.3,
        cures: vec![place],
        rivals: Vec::new(),
        insert: free.then_some(Insert { after: i, span }),
    })
}
