//! Why and how.

use crate::document::{Dep, Document, Pos, Tag};
use crate::report::{EntityType, FactId, Role};
use crate::text::Span;

use super::super::Article;
use super::super::article::is_verb;
use super::{Event, filler, phrase_tokens};

/// Facts that may tell why and how of the main event.
const FACTS_ASKED: usize = 5;

/// Words of a reason at most: a longer one is cut to its own phrase.
const LONGEST: usize = 24;

/// Why: what the main event is said to be caused by, or for.
pub fn why(article: &Article, event: &Event) -> Option<Span> {
    let document = article.document;
    let reason = |id: &FactId| {
        let fact = &article.facts[id.0];
        (filler(fact, Role::Cause).filter(|span| !is_name(article, *span)))
            .or_else(|| filler(fact, Role::Purpose).filter(|span| !is_price(article, *span)))
    };
    let found = (event.facts.iter().find_map(reason))
        .or_else(|| told_of(article, event))
        .or_else(|| stated_cause(article, event))
        .or_else(|| in_lead(article, event, reason_in))
        .or_else(|| event.order.iter().take(FACTS_ASKED).find_map(reason))?;
    Some(shortened(document, timeless(article, found)))
}

/// The words before a date: of "on suspicion of murder early on Sunday" the first four.
fn timeless(article: &Article, span: Span) -> Span {
    let document = article.document;
    let tokens = document.tokens_in(span);
    let dated = |i: usize| {
        (article.entity_at(i)).is_some_and(|id| {
            matches!(
                article.entities[id.0].kind,
                EntityType::Date | EntityType::Time
            )
        })
    };
    let mut end = tokens.end;
    while end > tokens.start + 1 && dated(end - 1) {
        end -= 1;
    }
    if end < tokens.end && end > tokens.start + 1 && document.tokens[end - 1].dep == Dep::Prep {
        end -= 1;
    }
    document.span(tokens.start..end)
}

/// The cause in a fact whose subject is the main event: "the strikes were motivated by …".
fn told_of(article: &Article, event: &Event) -> Option<Span> {
    let document = article.document;
    let head = |span: Span| article.head_of(document.tokens_in(span));
    let names: Vec<&str> = (event.facts.iter())
        .flat_map(|id| article.triggers(&article.facts[id.0]))
        .filter(|&i| !is_verb(document, i))
        .map(|i| document.lemma(i))
        .collect();
    let is_event = |span: Span| head(span).is_some_and(|i| names.contains(&document.lemma(i)));
    (event.order.iter().map(|id| &article.facts[id.0]))
        .filter(|fact| {
            fact.roles
                .iter()
                .any(|role| matches!(role.role, Role::Agent | Role::Patient) && is_event(role.span))
        })
        .find_map(|fact| filler(fact, Role::Cause))
}

/// "signed him for £38m": what was paid is no purpose.
fn is_price(article: &Article, span: Span) -> bool {
    let document = article.document;
    document.tokens_in(span).any(|i| {
        matches!(document.lemma(i), "fee" | "price" | "sum" | "cost" | "free")
            || (article.entity_at(i))
                .is_some_and(|id| article.entities[id.0].kind == EntityType::Money)
    })
}

/// Whether a cause is only a name or a pronoun: who did it, not why.
fn is_name(article: &Article, span: Span) -> bool {
    let document = article.document;
    (article.head_of(document.tokens_in(span)))
        .is_some_and(|head| matches!(document.tokens[head].pos, Pos::Propn | Pos::Pron))
}

/// How: by what means or in what manner.
pub fn how(article: &Article, event: &Event) -> Option<Span> {
    let document = article.document;
    // "cut by about 90,000 cars": by how much is not how.
    let counted = |span: &Span| {
        document
            .tokens_in(*span)
            .any(|i| document.tokens[i].tag == Tag::Cd)
    };
    let instrument = |id: &FactId| {
        filler(&article.facts[id.0], Role::Instrument)
            .filter(|span| !counted(span) && !is_person(article, *span))
    };
    let found = (event.facts.iter().find_map(instrument))
        .or_else(|| in_lead(article, event, |_, i| manner_in(article, i)))
        .or_else(|| in_lead(article, event, circumstance_in))
        .or_else(|| event.order.iter().take(FACTS_ASKED).find_map(instrument))?;
    Some(shortened(document, found))
}

/// "equalised through Ryan Pike": someone is no means.
fn is_person(article: &Article, span: Span) -> bool {
    let head = article.head_of(article.document.tokens_in(span));
    (head.and_then(|head| article.entity_at(head)))
        .is_some_and(|id| article.entities[id.0].kind == EntityType::Person)
}

fn in_lead(
    article: &Article,
    event: &Event,
    find: impl Fn(&Document, usize) -> Option<Span>,
) -> Option<Span> {
    (event.lead.iter())
        .find_map(|sentence| sentence.clone().find_map(|i| find(article.document, i)))
}

/// A reason that begins at token `i`: "because …", "due to …", "in order to …", "after …" of a finite clause, "over …" of a dispute.
fn reason_in(document: &Document, i: usize) -> Option<Span> {
    let token = &document.tokens[i];
    let head = document.head(i)?;
    let lower = document.lower(i);
    match token.dep {
        Dep::Mark if matches!(lower.as_str(), "because" | "since") && is_verb(document, head) => {
            Some(document.span(document.subtree(head)))
        }
        // "hours after it landed" says when.
        Dep::Mark | Dep::Prep if lower == "after" && is_measured(document, i) => None,
        Dep::Mark if lower == "after" && is_verb(document, head) => {
            Some(document.span(i + 1..document.subtree(head).end.max(i + 2)))
        }
        Dep::Prep if lower == "after" && document.child(i, Dep::Pcomp).is_some() => {
            Some(document.span(i + 1..phrase_tokens(document, i).end.max(i + 2)))
        }
        Dep::Prep | Dep::Pcomp
            if matches!(lower.as_str(), "because" | "due" | "amid" | "over")
                && is_verb(document, head)
                && !(document.children(i)).any(|it| document.tokens[it].tag == Tag::Cd) =>
        {
            let phrase = phrase_tokens(document, i);
            let skip = usize::from(
                phrase.len() > 1 && matches!(document.lower(i + 1).as_str(), "of" | "to"),
            );
            Some(document.span(i + 1 + skip..phrase.end.max(i + 2 + skip)))
        }
        Dep::Aux if token.tag == Tag::To && document.tokens[head].dep == Dep::Advcl => {
            Some(document.span(i..phrase_tokens(document, head).end.max(head + 1)))
        }
        Dep::Prep if lower == "for" && document.child(i, Dep::Pcomp).is_some() => {
            Some(document.span(phrase_tokens(document, i)))
        }
        Dep::Prep if lower == "in" => {
            let noun = document.child(i, Dep::Pobj)?;
            let aim = matches!(
                document.lemma(noun),
                "protest"
                    | "response"
                    | "retaliation"
                    | "reaction"
                    | "revenge"
                    | "reprisal"
                    | "solidarity"
                    | "bid"
                    | "attempt"
                    | "effort"
            );
            let told = document.children(noun).any(|it| it > noun);
            let end = document.subtree(noun).end;
            // "in protest at a plan": the parser may hang both on one word.
            let next = (end < document.len() && document.tokens[end].dep == Dep::Prep)
                .then(|| document.subtree(end))
                .filter(|next| next.start == end && document.head(end) == Some(head));
            let end = next.as_ref().map_or(end, |next| next.end);
            (aim && (told || next.is_some())).then(|| document.span(i..end))
        }
        // "arrested on suspicion of murder", "held on charges of fraud"
        Dep::Prep if lower == "on" && is_verb(document, head) => {
            let noun = document.child(i, Dep::Pobj)?;
            let charge = matches!(
                document.lemma(noun),
                "suspicion" | "charge" | "allegation" | "accusation" | "count"
            );
            charge.then(|| document.span(i..phrase_tokens(document, noun).end))
        }
        _ => None,
    }
}

/// Whether an "after" is measured: "minutes after", "two days after".
fn is_measured(document: &Document, after: usize) -> bool {
    const UNITS: [&str; 8] = [
        "second", "minute", "hour", "day", "week", "month", "year", "moment",
    ];
    after > 0 && UNITS.contains(&document.lemma(after - 1))
}

/// "The cause was complications of pneumonia", in so many words.
fn stated_cause(article: &Article, event: &Event) -> Option<Span> {
    let document = article.document;
    (event.wide.iter()).find_map(|sentence| {
        let cause = sentence.clone().find(|&i| {
            document.lemma(i) == "cause"
                && document.tokens[i].dep == Dep::Nsubj
                && document.children(i).all(|it| {
                    matches!(document.tokens[it].dep, Dep::Det | Dep::Prep)
                        && !matches!(document.lower(it).as_str(), "no" | "another" | "for")
                })
        })?;
        let verb = document.head(cause)?;
        let plain = document.lemma(verb) == "be"
            && document
                .children(verb)
                .all(|it| !matches!(document.tokens[it].dep, Dep::Neg | Dep::Aux));
        let what = document
            .child(verb, Dep::Attr)
            .filter(|&it| plain && it > verb)?;
        Some(document.span(phrase_tokens(document, what)))
    })
}

/// A manner that begins at token `i`: "by doing …", "with …" of a thing, "using …".
fn manner_in(article: &Article, i: usize) -> Option<Span> {
    let document = article.document;
    let token = &document.tokens[i];
    let head = document.head(i)?;
    let lower = document.lower(i);
    match token.dep {
        Dep::Prep if lower == "by" && document.child(i, Dep::Pcomp).is_some() => {
            let act = document.child(i, Dep::Pcomp)?;
            Some(document.span(phrase_tokens(document, act)))
        }
        Dep::Prep if lower == "with" && is_verb(document, head) && names_means(article, i) => {
            let phrase = phrase_tokens(document, i);
            (phrase.len() > 1).then(|| document.span(phrase))
        }
        Dep::Advcl if lower == "using" => Some(document.span(phrase_tokens(document, i))),
        _ => None,
    }
}

/// What was going on, told in a clause that begins at token `i`: "died **when the tram overturned**".
fn circumstance_in(document: &Document, i: usize) -> Option<Span> {
    let verb = document.head(i)?;
    let when = document.lower(i) == "when" && document.tokens[i].dep == Dep::Advmod;
    let clause = document.tokens[verb].dep == Dep::Advcl && is_verb(document, verb);
    let subject = document
        .children(verb)
        .find(|&child| matches!(document.tokens[child].dep, Dep::Nsubj | Dep::Nsubjpass))?;
    let object = document.child(verb, Dep::Dobj);
    let end = object.map_or(verb + 1, |object| phrase_tokens(document, object).end);
    (when && clause && i < subject && subject < verb)
        .then(|| document.span(phrase_tokens(document, subject).start..end))
}

/// The first words of a long reason: its own phrase.
fn shortened(document: &Document, span: Span) -> Span {
    let tokens = document.tokens_in(span);
    if tokens.len() <= LONGEST {
        return span;
    }
    let head = tokens
        .clone()
        .find(|&i| document.head(i).is_none_or(|head| !tokens.contains(&head)));
    match head {
        Some(head) => {
            let phrase = phrase_tokens(document, head);
            document.span(phrase.start.max(tokens.start)..phrase.end.min(tokens.end).max(head + 1))
        }
        None => span,
    }
}

/// Whether "with" brings a thing that is used: a bare or indefinite noun ("with a truck bomb"), not a person or a number.
fn names_means(article: &Article, with: usize) -> bool {
    let document = article.document;
    document.child(with, Dep::Pobj).is_some_and(|object| {
        let thing = matches!(document.tokens[object].tag, Tag::Nn | Tag::Nns);
        let determined = document.children(object).any(|child| {
            let a = matches!(document.lower(child).as_str(), "a" | "an");
            matches!(
                document.tokens[child].dep,
                Dep::Det | Dep::Poss | Dep::Nummod
            ) && !a
        });
        thing && !determined && article.entity_at(object).is_none()
    })
}
