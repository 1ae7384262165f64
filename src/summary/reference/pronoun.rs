//! Pronouns whose antecedent stands in another unit.

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::{Gender, NOUNS, says};
use crate::report::{EntityId, EntityType, Level};

use super::super::Article;
use super::super::article::{is_subject, is_verb};
use super::super::context::{Context, Place, place_of};
use super::super::unit::{self, Unit};
use super::{Insert, Reference, sorted};

/// How many units back a name may stand that goes into brackets.
const NEAR: usize = 3;

/// How many units back others are looked for who could be meant.
const REACH: usize = 24;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Person(Gender),
    Thing,
    Many,
}

/// The open pronoun at token `i` of unit `u`; `None` where it is none, or its antecedent is in the unit.
pub fn open(context: &Context, u: usize, i: usize) -> Option<Reference> {
    let article = context.article;
    let document = article.document;
    let token = &document.tokens[i];
    if !matches!(token.tag, Tag::Prp | Tag::PrpPoss) && token.pos != Pos::Pron {
        return None;
    }
    let kind = match (Gender::of_pronoun(document, i), document.lower(i).as_str()) {
        (Some(gender), _) => Kind::Person(gender),
        (_, "it" | "its" | "itself") => Kind::Thing,
        (_, "they" | "them" | "their" | "theirs" | "themselves") => Kind::Many,
        (_, "i" | "we" | "my" | "our" | "us" | "me" | "you" | "your") => return author(article, i),
        _ => return None,
    };
    let unit = &context.units[u];
    if kind == Kind::Thing && is_expletive(document, i) || is_answered(article, unit, i, kind) {
        return None;
    }
    let entity = article
        .mention_at(i)
        .filter(|mention| mention.level == Level::Pronoun)
        .map(|mention| mention.entity);
    let (mut cures, rivals) = match (kind, entity) {
        (Kind::Person(gender), Some(id)) => person(context, u, id, gender),
        _ => (Vec::new(), Vec::new()),
    };
    cures.extend(context.previous(u));
    let quoted = article.quotation_at(i).is_some();
    let insert = (!quoted)
        .then(|| match kind {
            Kind::Person(gender) => named_person(context, u, i, entity?, gender),
            Kind::Thing => named_body(context, u, i),
            Kind::Many => None,
        })
        .flatten();
    Some(Reference {
        at: i,
        risk: match (kind, quoted) {
            (Kind::Person(_), _) => 0.9,
            (_, true) => 0.45,
            (Kind::Thing, _) => 0.75,
            (Kind::Many, _) => 0.8,
        },
        cures: sorted(cures),
        rivals,
        insert,
    })
}

/// "I" and "we" outside quotations: the author speaks, and a line does not say who that is.
fn author(article: &Article, i: usize) -> Option<Reference> {
    let word = article.document.word(i);
    let said = article.quotation_at(i).is_some() || article.statement_at(i).is_some();
    (!said && word != "US").then(|| Reference {
        at: i,
        risk: 0.5,
        cures: Vec::new(),
        rivals: Vec::new(),
        insert: None,
    })
}

/// The units that name the person, and those that name somebody else of that sex. A unit with both is a cure where the person is its
/// first subject, and else a rival.
fn person(context: &Context, u: usize, id: EntityId, gender: Gender) -> (Vec<Place>, Vec<Place>) {
    let article = context.article;
    let document = article.document;
    let (mut cures, mut rivals) = (Vec::new(), Vec::new());
    for at in u.saturating_sub(REACH)..u {
        let unit = &context.units[at];
        let mut meant = false;
        let mut other = false;
        let mut first = None;
        for mention in article.mentions_in(&unit.tokens) {
            if mention.level == Level::Pronoun
                || article.entities[mention.entity.0].kind != EntityType::Person
            {
                continue;
            }
            if first.is_none() && mention.tokens.clone().any(|i| is_subject(document, i)) {
                first = Some(mention.entity);
            }
            meant |= mention.entity == id;
            other |= mention.entity != id
                && article.gender(mention.entity).is_none_or(|it| it == gender);
        }
        match (meant, other) {
            (true, false) => cures.push(place_of(at)),
            (true, true) if first == Some(id) => cures.push(place_of(at)),
            (_, true) => rivals.push(place_of(at)),
            _ => {}
        }
    }
    (cures, rivals)
}

/// Whether something earlier in the unit can be meant.
fn is_answered(article: &Article, unit: &Unit, i: usize, kind: Kind) -> bool {
    let document = article.document;
    let entity = article
        .mention_at(i)
        .filter(|mention| mention.level == Level::Pronoun)
        .map(|mention| mention.entity);
    let before = unit.tokens.start..i;
    if let Some(id) = entity {
        return article.mentions_in(&unit.tokens).any(|it| {
            it.entity == id
                && it.level != Level::Pronoun
                && (it.tokens.end <= i || owns_subject(document, i, &it.tokens))
        }) || (before.clone()).any(|at| {
            article
                .mention_at(at)
                .is_some_and(|it| it.entity == id && it.level == Level::Pronoun)
        });
    }
    let main = is_subject(document, i)
        && (document.head(i)).is_some_and(|head| document.tokens[head].dep == Dep::Root);
    let own = (document.tokens[i].tag == Tag::Prp && !is_subject(document, i))
        .then(|| clause_subject(document, i))
        .flatten();
    let quotation = article.quotation_at(i);
    let found = before.clone().any(|at| {
        let token = &document.tokens[at];
        let noun = matches!(token.pos, Pos::Noun | Pos::Propn)
            || matches!(
                document.lower(at).as_str(),
                "everyone" | "someone" | "anyone" | "nobody" | "those"
            );
        let modifies = matches!(
            token.dep,
            Dep::Compound | Dep::Nmod | Dep::Amod | Dep::Npadvmod
        );
        let quoted = quotation.is_none() && article.quotation_at(at).is_some();
        // A speaker is not the "he" of his own words.
        let speaker =
            quotation.is_some_and(|it| !it.tokens.contains(&at)) && is_subject(document, at);
        let timed = matches!(
            article.kind_at(at),
            Some(EntityType::Date | EntityType::Time | EntityType::Percent | EntityType::Money)
        );
        let subject = !main
            || quotation.is_some()
            || matches!(
                token.dep,
                Dep::Nsubj | Dep::Nsubjpass | Dep::Conj | Dep::Appos | Dep::Poss
            );
        noun && !modifies
            && !quoted
            && !speaker
            && !timed
            && subject
            && own != Some(at)
            && fits(article, at, kind)
    });
    found
        || (unit.tokens.clone())
            .any(|at| at > i && owns_subject(document, i, &(at..at + 1)) && fits(article, at, kind))
}

/// "In *its* report, the committee": a possessive before the subject of its own sentence.
fn owns_subject(document: &Document, pronoun: usize, subject: &TokenRange) -> bool {
    document.tokens[pronoun].tag == Tag::PrpPoss
        && subject.clone().any(|at| {
            at > pronoun
                && is_subject(document, at)
                && document.head(at).is_some_and(|verb| {
                    document.tokens[verb].dep == Dep::Root
                        && document.ancestors(pronoun).any(|up| up == verb)
                        && !(document.children(verb))
                            .any(|it| it < pronoun && is_subject(document, it))
                })
        })
        && !document
            .head(pronoun)
            .is_some_and(|noun| is_subject(document, noun))
}

/// The subject of the clause that token `i` is in.
fn clause_subject(document: &Document, i: usize) -> Option<usize> {
    let verb = document.ancestors(i).find(|&up| is_verb(document, up))?;
    document
        .children(verb)
        .find(|&child| is_subject(document, child))
}

/// Whether the noun at `at` has the number and kind that a pronoun asks for.
fn fits(article: &Article, at: usize, kind: Kind) -> bool {
    let document = article.document;
    let token = &document.tokens[at];
    let plural = matches!(token.tag, Tag::Nns | Tag::Nnps)
        || (document.children(at)).any(|child| document.tokens[child].dep == Dep::Conj);
    let class = NOUNS.get(document.lemma(at));
    let entity = article
        .mention_at(at)
        .filter(|it| it.level != Level::Pronoun)
        .map(|it| it.entity);
    let of = |kinds: &[EntityType]| {
        entity.is_some_and(|id| kinds.contains(&article.entities[id.0].kind))
    };
    let is_person = of(&[EntityType::Person]) || entity.is_none() && class == Some("person");
    match kind {
        Kind::Person(gender) => {
            let known = entity.and_then(|id| article.gender(id));
            (is_person || entity.is_none() && token.pos == Pos::Propn)
                && !plural
                && known.is_none_or(|it| it == gender)
        }
        Kind::Thing => !is_person && !plural,
        Kind::Many => {
            plural
                || of(&[EntityType::Org, EntityType::Norp])
                || matches!(class, Some("group" | "person"))
                || matches!(
                    document.lower(at).as_str(),
                    "everyone" | "someone" | "anyone" | "those" | "people" | "number" | "majority"
                )
        }
    }
}

/// "It is likely that …", "it rained": an "it" that means nothing.
fn is_expletive(document: &Document, i: usize) -> bool {
    if document.lower(i) != "it" || document.tokens[i].tag == Tag::PrpPoss {
        return false;
    }
    if document.tokens[i].dep == Dep::Expl {
        return true;
    }
    let Some(verb) = document.head(i) else {
        return false;
    };
    let clausal = |dep: Dep| {
        matches!(
            dep,
            Dep::Ccomp | Dep::Xcomp | Dep::Advcl | Dep::Csubj | Dep::Relcl | Dep::Acl
        )
    };
    let below = |at: usize| {
        document
            .children(at)
            .any(|child| child > i && clausal(document.tokens[child].dep))
    };
    let predicate = (document.children(verb)).find(|&child| {
        matches!(
            document.tokens[child].dep,
            Dep::Acomp | Dep::Attr | Dep::Oprd
        )
    });
    match document.lemma(verb) {
        "be" | "become" | "remain" => predicate.is_some_and(|at| below(at) || below(verb)),
        "seem" | "appear" | "emerge" | "happen" | "turn" => {
            (document.children_by(verb, Dep::Ccomp)).next().is_some()
        }
        "take" => document.child(verb, Dep::Xcomp).is_some(),
        "rain" | "snow" => true,
        _ => {
            document.tokens[i].dep == Dep::Nsubjpass && document.child(verb, Dep::Ccomp).is_some()
                || document.tokens[i].dep == Dep::Dobj && below(verb)
        }
    }
}

/// The name of the person that a subject pronoun means, where no other is near.
fn named_person(
    context: &Context,
    u: usize,
    i: usize,
    id: EntityId,
    gender: Gender,
) -> Option<Insert> {
    let (article, units) = (context.article, &context.units);
    let document = article.document;
    let subject = is_subject(document, i)
        || document.tokens[i].tag == Tag::PrpPoss
            && document
                .head(i)
                .is_some_and(|noun| is_subject(document, noun));
    let near = units[u.saturating_sub(NEAR)].tokens.start;
    let last = article.named_before(id, near, units[u].tokens.start)?;
    let from = unit::at(units, last.tokens.start)?;
    let was_subject = last.tokens.clone().any(|at| is_subject(document, at));
    if !subject || !was_subject || article.gender(id).is_some_and(|it| it != gender) {
        return None;
    }
    let window = units[from].tokens.start..i;
    let others = article.mentions_in(&window).any(|it| {
        it.entity != id
            && article.entities[it.entity.0].kind == EntityType::Person
            && article
                .gender(it.entity)
                .is_none_or(|other| other == gender)
    });
    let strangers = window.clone().any(|at| {
        let alone =
            Gender::of_pronoun(document, at) == Some(gender) && article.entity_at(at) != Some(id);
        let noun = document.tokens[at].tag == Tag::Nn
            && NOUNS.get(document.lemma(at)) == Some("person")
            && article.entity_at(at).is_none()
            && !matches!(
                document.tokens[at].dep,
                Dep::Appos | Dep::Compound | Dep::Attr
            );
        alone || noun
    });
    (!others && !strangers).then(|| {
        context.introduction(id).map(|it| Insert {
            after: i,
            span: it.whole,
        })
    })?
}

/// The name of the body that "it" means: the one that the sentence before is about.
fn named_body(context: &Context, u: usize, i: usize) -> Option<Insert> {
    let (article, units) = (context.article, &context.units);
    let document = article.document;
    let verb = document.head(i)?;
    let says = is_subject(document, i) && document.lower(i) == "it" && says(document.lemma(verb));
    let before = units.get(u.checked_sub(1)?)?;
    if !says || units[u].paragraph > before.paragraph + 1 {
        return None;
    }
    let bodies: Vec<_> = (article.mentions_in(&before.tokens))
        .chain(article.mentions_in(&(units[u].tokens.start..i)))
        .filter(|it| it.level == Level::Named)
        .filter(|it| {
            matches!(
                article.entities[it.entity.0].kind,
                EntityType::Org
                    | EntityType::Gpe
                    | EntityType::Product
                    | EntityType::Norp
                    | EntityType::Fac
            )
        })
        .collect();
    let first = bodies.first()?;
    let subject = (bodies.iter()).any(|it| {
        it.tokens.clone().any(|at| {
            is_subject(document, at)
                && document
                    .head(at)
                    .is_some_and(|verb| document.tokens[verb].dep == Dep::Root)
        })
    });
    let one = bodies.iter().all(|it| it.entity == first.entity);
    let acts = matches!(
        article.entities[first.entity.0].kind,
        EntityType::Org | EntityType::Gpe
    );
    (subject && one && acts).then(|| {
        context.introduction(first.entity).map(|it| Insert {
            after: i,
            span: it.whole,
        })
    })?
}
