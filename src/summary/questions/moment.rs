//! When and where.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::NOUNS;
use crate::report::{Entity, EntityType, FactType, Mention, Role, ValueKind};
use crate::text::Span;

use super::super::Article;
use super::{Event, filler};

/// A time of more tokens is a clause, and no answer.
const LONGEST_TIME: usize = 7;

/// A place of more tokens is a description, and its name the answer.
const LONGEST_PLACE: usize = 12;

/// When: the time of the main event, the most exact one that the lead gives.
pub fn when(article: &Article, event: &Event) -> Option<Span> {
    let document = article.document;
    let mut in_lead = mentions(article, event, |entity, kind| {
        let lasts = (entity.value.as_ref())
            .is_some_and(|value| matches!(value.kind, ValueKind::Duration | ValueKind::Age));
        matches!(kind, EntityType::Date | EntityType::Time) && !lasts
    });
    in_lead.retain(|&span| !is_bound(document, span));
    let own = (event
        .fact(article)
        .and_then(|fact| filler(fact, Role::Time)))
    .filter(|span| document.tokens_in(*span).len() <= LONGEST_TIME)
    .filter(|span| document.title.is_none_or(|title| !title.contains(*span)));
    // "after winning" is no date, a bare year the last resort.
    let is_year = |span: &Span| span.of(document.text()).bytes().all(|b| b.is_ascii_digit());
    let exact = in_lead.iter().copied().find(|span| !is_year(span));
    let dated = |span: &Span| in_lead.iter().any(|date| date.overlaps(*span));
    let found = own
        .filter(|span| dated(span) && !is_year(span))
        .or(exact)
        .or_else(|| in_lead.first().copied())?;
    // "late Thursday night" is told by two mentions side by side.
    let mut span = found;
    for &other in &in_lead {
        let gap = Span::new(span.start.min(other.start), span.end.max(other.end));
        if document.tokens_in(gap).len()
            <= document.tokens_in(span).len() + document.tokens_in(other).len() + 1
            && document.sentence_of(document.tokens_in(span).start)
                == document.sentence_of(document.tokens_in(other).start)
        {
            span = gap;
        }
    }
    Some(span)
}

/// "since early October", "until Friday": a time that the event begins or ends at, and is not.
fn is_bound(document: &Document, time: Span) -> bool {
    let first = document.tokens_in(time).start;
    first > 0
        && matches!(
            document.lower(first - 1).as_str(),
            "since" | "until" | "till"
        )
}

/// Where: the place of the main event, else the places of the headline and the lead.
pub fn place(article: &Article, event: &Event) -> Option<Span> {
    let document = article.document;
    let is_site =
        |kind: EntityType| matches!(kind, EntityType::Gpe | EntityType::Loc | EntityType::Fac);
    let mut sites = mentions(article, event, |_, kind| is_site(kind));
    sites.retain(|&site| is_definite(document, site));
    // A place role that names no place ("at the time", "in the car") answers nothing; of a long one, the place in it does.
    let own = (event.fact(article).into_iter())
        .flat_map(|fact| fact.roles.iter().filter(|role| role.role == Role::Place))
        .filter(|role| document.tokens_in(role.span).any(|i| article.is_place(i)))
        .filter(|role| is_definite(document, role.span))
        .map(|role| role.span)
        .max_by_key(|span| span.len());
    let own = own.map(
        |span| match document.tokens_in(span).len() > LONGEST_PLACE {
            true => sites
                .iter()
                .copied()
                .find(|site| span.contains(*site))
                .unwrap_or(span),
            false => span,
        },
    );
    // "rocks eastern Zarand": what is hit is where.
    let hit = event.fact(article).and_then(|fact| {
        let hits = matches!(
            fact.kind,
            FactType::Disaster | FactType::Attack | FactType::Damage
        );
        filler(fact, Role::Patient).filter(|_| hits).filter(|span| {
            sites.contains(span)
                || sites
                    .iter()
                    .any(|site| site.end == span.end && span.contains(*site))
        })
    });
    let told = event.verb.map(|verb| document.sentence_of(verb));
    let in_sentence =
        |span: &Span| Some(document.sentence_of(document.tokens_in(*span).start)) == told;
    let located = |span: &Span| follows_place_word(document, document.tokens_in(*span).start);
    let named = |span: &Span| {
        document
            .tokens_in(*span)
            .any(|i| document.tokens[i].pos == Pos::Propn)
    };
    let first = |wanted: &dyn Fn(&Span) -> bool| sites.iter().copied().find(wanted);
    let lead = |span: &Span| {
        let start = document.tokens_in(*span).start;
        event.lead.iter().any(|sentence| sentence.contains(&start))
    };
    let found = own
        .or(hit)
        .or_else(|| first(&|it| in_sentence(it) && located(it) && named(it)))
        .or_else(|| first(&|it| lead(it) && located(it) && named(it)))
        .or_else(|| first(&|it| opens_dateline(document, *it)))
        .or_else(|| first(&|it| located(it) && !is_denied(article, *it)))?;
    Some(nested(document, found))
}

/// "doesn't want to live in a hotel": where nothing happened.
fn is_denied(article: &Article, place: Span) -> bool {
    let document = article.document;
    (document.ancestors(document.tokens_in(place).start).take(12))
        .any(|up| document.child(up, Dep::Neg).is_some())
}

/// Whether a place is told from others: of "misconduct in public office" the bare noun names none.
fn is_definite(document: &Document, span: Span) -> bool {
    let told = document.tokens_in(span).any(|i| {
        matches!(document.tokens[i].pos, Pos::Propn | Pos::Det | Pos::Num)
            || matches!(document.tokens[i].tag, Tag::PrpPoss | Tag::Nns)
    });
    let first = document.lower(document.tokens_in(span).start);
    told && !matches!(
        first.as_str(),
        "this" | "that" | "any" | "every" | "each" | "no" | "my" | "our" | "your"
    )
}

/// The place with the larger one that follows it: "Croydon, south London".
fn nested(document: &Document, span: Span) -> Span {
    let tokens = document.tokens_in(span);
    let comma = tokens.end;
    if comma + 1 >= document.len() || document.word(comma) != "," {
        return span;
    }
    let mut end = comma + 1;
    while end < document.len() && document.tokens[end].pos == Pos::Propn {
        end += 1;
    }
    let closed =
        end > comma + 1 && (end >= document.len() || document.tokens[end].pos == Pos::Punct);
    match closed && end - comma <= 4 {
        true => document.span(tokens.start..end),
        false => span,
    }
}

/// Whether a place begins a line and a dash follows: "WASHINGTON — ", "Oslo, Norway (AP) -".
fn opens_dateline(document: &Document, place: Span) -> bool {
    const REACH: usize = 8;
    let tokens = document.tokens_in(place);
    let paragraph = document.paragraphs[document.paragraph_of(tokens.start)].clone();
    let end = paragraph.end.min(tokens.end + REACH);
    tokens.start == paragraph.start
        && (tokens.end..end).any(|i| matches!(document.word(i), "-" | "–" | "—" | "―" | "--"))
}

fn follows_place_word(document: &Document, i: usize) -> bool {
    let mut before = i;
    for _ in 0..4 {
        let Some(at) = before.checked_sub(1) else {
            return false;
        };
        match document.tokens[at].pos {
            // "the streets of Lisbon", "the town of Kuhin"
            Pos::Adp if document.lower(at) == "of" => {
                return at.checked_sub(1).is_some_and(|noun| {
                    matches!(NOUNS.get(document.lemma(noun)), Some("place" | "facility"))
                });
            }
            Pos::Adp => {
                return matches!(
                    document.lower(at).as_str(),
                    "in" | "at" | "near" | "outside" | "off" | "inside" | "across" | "on"
                );
            }
            Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn => before = at,
            _ => return false,
        }
    }
    false
}

/// The mentions in the lead of entities of some kind, in order of the text; the headline last.
fn mentions(
    article: &Article,
    event: &Event,
    wanted: impl Fn(&Entity, EntityType) -> bool,
) -> Vec<Span> {
    let document = article.document;
    let kind = |entity: &Entity, mention: &Mention| mention.kind.unwrap_or(entity.kind);
    let mut found: Vec<(bool, Span)> = (article.entities.iter())
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (entity, mention)))
        .filter(|(entity, mention)| wanted(entity, kind(entity, mention)))
        .map(|(_, mention)| {
            (
                document
                    .title
                    .is_some_and(|title| title.contains(mention.span)),
                mention.span,
            )
        })
        .filter(|(_, span)| {
            event
                .wide
                .iter()
                .any(|sentence| sentence.contains(&document.tokens_in(*span).start))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, span)| span).collect()
}
