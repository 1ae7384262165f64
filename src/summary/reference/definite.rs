//! Definite nouns and demonstratives that take up what another unit tells.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::{EVENT_NOUNS, NOUNS, TITLES, is_time};
use crate::report::{EntityType, FactType, Level};

use super::super::Article;
use super::super::article::is_subject;
use super::super::context::{Context, Place, place_of};
use super::{QUOTED, Reference, sorted};

/// Units back in which an event may have been told that a noun takes up.
const NEAR_EVENTS: usize = 2;

/// The open reference that begins at the determiner or demonstrative `i`.
pub fn open(context: &Context, u: usize, i: usize) -> Option<Reference> {
    match context.article.document.lower(i).as_str() {
        "the" => definite(context, u, i),
        "this" | "that" | "these" | "those" | "such" => demonstrative(context, u, i),
        _ => None,
    }
}

/// "the proposal", "the two men": a noun that something before must have introduced.
fn definite(context: &Context, u: usize, i: usize) -> Option<Reference> {
    let article = context.article;
    let document = article.document;
    let noun = (document.tokens[i].dep == Dep::Det).then(|| document.head(i))??;
    if noun <= i || document.tokens[noun].pos != Pos::Noun || is_identified(article, i, noun) {
        return None;
    }
    let unit = &context.units[u];
    let lemma = document.lemma(noun);
    let is_noun = |at: usize| matches!(document.tokens[at].pos, Pos::Noun | Pos::Propn);
    let counted = (i + 1..noun).any(|at| document.tokens[at].tag == Tag::Cd);
    let here = (unit.tokens.start..i).any(|at| is_noun(at) && document.lemma(at) == lemma);
    if here && !counted {
        return None;
    }
    if counted && names_before(article, unit.tokens.start..i) >= 2 {
        return None;
    }
    let place = place_of(u);
    let mut cures: Vec<Place> = context.noun(lemma, place);
    if cures.is_empty()
        && let Some(kind) = event_kind(lemma)
    {
        cures.extend(context.event(kind, place, NEAR_EVENTS));
    }
    let entity = article
        .mention_at(noun)
        .filter(|it| it.level == Level::Nominal)
        .map(|it| it.entity);
    if let Some(id) = entity {
        let told_here = article
            .mentions_in(&(unit.tokens.start..i))
            .any(|it| it.entity == id);
        if told_here {
            return None;
        }
        cures.extend(context.entity(id, place));
    }
    let told_before = !cures.is_empty();
    cures.extend(context.previous(u));
    let subject = is_subject(document, noun);
    let class = NOUNS.get(lemma);
    let quoted = article.quotation_at(i).is_some();
    let risk: f32 = match (told_before, subject) {
        _ if counted => 0.6,
        (true, true) => 0.55,
        (true, false) => 0.42,
        // Nothing before tells of it: it is known, or the sentence itself brings it in.
        (false, true) if matches!(class, Some("person" | "group")) => 0.3,
        (false, true) => 0.2,
        (false, false) => 0.08,
    };
    Some(Reference {
        at: i,
        risk: if quoted { risk * QUOTED } else { risk },
        cures: sorted(cures),
        rivals: Vec::new(),
        insert: None,
    })
}

/// The most names of one kind in a range: "the two companies" after two of them.
fn names_before(article: &Article, tokens: std::ops::Range<usize>) -> usize {
    let count = |kinds: &[EntityType]| {
        let mut ids: Vec<_> = (article.mentions_in(&tokens))
            .filter(|it| {
                it.level == Level::Named && kinds.contains(&article.entities[it.entity.0].kind)
            })
            .map(|it| it.entity)
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids.len()
    };
    count(&[EntityType::Org])
        .max(count(&[EntityType::Person]))
        .max(count(&[EntityType::Gpe, EntityType::Norp]))
}

/// The type of event that a noun names.
fn event_kind(lemma: &str) -> Option<FactType> {
    EVENT_NOUNS
        .get(lemma)
        .and_then(|entry| FactType::from_name(entry.split(' ').next()?))
}

/// Whether the noun phrase itself says which one: by a name, a superlative, an ordinal, what follows it, or as a time.
fn is_identified(article: &Article, the: usize, noun: usize) -> bool {
    let document = article.document;
    let between = || the + 1..noun;
    // "the New York businessman" is told of before, "the New York mayor" is the one there is.
    let lemma = document.lemma(noun);
    let described = NOUNS.get(lemma) == Some("person") && TITLES.get(lemma) != Some("office");
    let named = between().any(|at| {
        let tag = document.tokens[at].tag;
        matches!(tag, Tag::Nnp | Tag::Nnps) && !(described && article.is_place(at))
            || matches!(tag, Tag::Jjs | Tag::Rbs)
            || matches!(
                document.lower(at).as_str(),
                "first"
                    | "last"
                    | "latest"
                    | "only"
                    | "past"
                    | "current"
                    | "recent"
                    | "entire"
                    | "whole"
                    | "own"
                    | "second"
                    | "third"
                    | "main"
                    | "next"
                    | "upcoming"
                    | "coming"
                    | "so-called"
                    | "late"
            )
    });
    let inside = article
        .mention_at(noun)
        .is_some_and(|it| it.level == Level::Named && it.tokens.start <= the + 1);
    let timed = is_time(document.lemma(noun));
    named || inside || timed || is_restricted(document, noun)
}

/// "the owner of the farm", "the men who fled": what follows the noun says which.
pub fn is_restricted(document: &Document, noun: usize) -> bool {
    document
        .children(noun)
        .filter(|&child| child > noun)
        .any(|child| {
            let token = &document.tokens[child];
            match token.dep {
                Dep::Acl | Dep::Appos | Dep::Ccomp => true,
                Dep::Relcl => document.word(noun + 1) != ",",
                Dep::Prep => child <= noun + 2 && document.word(noun + 1) != ",",
                _ => false,
            }
        })
        || document.tokens[noun].tag == Tag::Jj
}

/// "this regard", "those attacks", "such a step", a bare "that": what was just told.
fn demonstrative(context: &Context, u: usize, i: usize) -> Option<Reference> {
    let article = context.article;
    let document = article.document;
    let token = &document.tokens[i];
    let next = |at: usize| document.tokens.get(at).map_or("", |_| document.word(at));
    let lower = document.lower(i);
    if token.dep == Dep::Mark || matches!(token.tag, Tag::Wdt | Tag::In) {
        return None;
    }
    let head = document.head(i);
    let determines = matches!(token.dep, Dep::Det | Dep::Predet | Dep::Amod)
        && head.is_some_and(|noun| noun > i);
    let noun = head.filter(|_| determines);
    let unit = &context.units[u];
    let fine = match lower.as_str() {
        "such" => next(i + 1) == "as" || document.lower(i.saturating_sub(1)) == "as",
        "that" => {
            next(i + 1) == "of"
                || !determines
                    && !matches!(
                        token.dep,
                        Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Pobj
                    )
        }
        "those" => {
            matches!(
                next(i + 1),
                "who" | "of" | "whose" | "in" | "with" | "from" | "on" | "at" | "to" | "that"
            ) || !determines
                && document
                    .children(i)
                    .any(|it| matches!(document.tokens[it].dep, Dep::Acl | Dep::Relcl | Dep::Prep))
        }
        "this" | "these" => noun.is_some_and(|noun| is_time(document.lemma(noun))),
        _ => false,
    };
    let relative =
        head.is_some_and(|verb| document.tokens[verb].dep == Dep::Relcl && token.dep != Dep::Det);
    let here = noun.is_some_and(|noun| {
        (unit.tokens.start..i).any(|at| {
            document.lemma(at) == document.lemma(noun) && document.tokens[at].pos == Pos::Noun
        })
    });
    if fine || relative && lower == "that" || here {
        return None;
    }
    // Inside one sentence "this" takes up the clause before it.
    let later = (unit.tokens.start..i)
        .any(|at| document.tokens[at].dep == Dep::Root && article.quotation_at(at).is_none());
    let quoted = article.quotation_at(i).is_some();
    let risk = match (quoted, later, determines) {
        (true, ..) => 0.5,
        (_, true, _) => 0.35,
        (_, _, true) => 0.8,
        _ => 0.85,
    };
    Some(Reference::on_previous(context, u, i, risk))
}
