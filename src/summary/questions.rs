//! The five Ws and how: short spans, from the main event. Wrong is worse than empty.

mod moment;
mod reason;

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon;
use crate::report::{Answer, Fact, FactId, Role};
use crate::text::Span;

use super::Article;
use super::article::is_verb;

/// Sentences after the headline that tell the main event.
const LEAD_SENTENCES: usize = 3;

/// Sentences in which the time and place of the main event are looked for.
const WIDE_SENTENCES: usize = 10;

/// The answers to who, what, when, where, why, how.
pub fn answer(article: &Article, order: &[FactId]) -> [Option<Answer>; 6] {
    let event = Event::find(article, order);
    let Some(event) = event else {
        return [const { None }; 6];
    };
    let spans = [
        who(article, &event),
        what(article, &event),
        moment::when(article, &event),
        moment::place(article, &event),
        reason::why(article, &event),
        reason::how(article, &event),
    ];
    spans.map(|found| {
        let span = found?.trim(article.document.text());
        (!span.is_empty()).then(|| Answer {
            span,
            text: span.of(article.document.text()).to_owned(),
            fact: fact_of(article, order, span),
        })
    })
}

/// The heaviest fact that stands where the answer is.
fn fact_of(article: &Article, order: &[FactId], span: Span) -> Option<FactId> {
    let parts = |fact: &Fact| {
        let mut parts: Vec<Span> = fact.roles.iter().map(|role| role.span).collect();
        parts.push(fact.trigger);
        parts.extend(&fact.mentions);
        parts
    };
    (order.iter().copied()).find(|fact| {
        parts(&article.facts[fact.0])
            .iter()
            .any(|part| part.overlaps(span))
    })
}

/// The main event: its verb, at the place that tells it most plainly, and the fact.
pub(super) struct Event {
    /// The heaviest fact.
    pub fact: Option<FactId>,
    /// That fact, what the lead says of events of its type, and what these cause or are caused by.
    pub facts: Vec<FactId>,
    /// The verb that tells it: the headline's, else the lead's.
    pub verb: Option<usize>,
    /// Tokens of the headline and the lead, sentence by sentence.
    pub lead: Vec<std::ops::Range<usize>>,
    /// The sentences that may say when and where it was.
    pub wide: Vec<std::ops::Range<usize>>,
    /// The facts, heaviest first.
    pub order: Vec<FactId>,
}

impl Event {
    fn find(article: &Article, order: &[FactId]) -> Option<Self> {
        let document = article.document;
        let sentences = &document.sentences;
        let title = document.title.map(|title| document.tokens_in(title));
        let body = title.as_ref().map_or(0, |title| {
            sentences.partition_point(|it| it.end <= title.end)
        });
        let mut lead: Vec<_> = title.clone().into_iter().collect();
        lead.extend(
            sentences
                .iter()
                .skip(body)
                .filter(|it| it.len() > 3)
                .take(LEAD_SENTENCES)
                .cloned(),
        );
        let wide: Vec<_> = (title.iter().cloned())
            .chain(sentences.iter().skip(body).take(WIDE_SENTENCES).cloned())
            .collect();
        let verb = lead
            .iter()
            .take(2)
            .find_map(|sentence| event_verb(article, sentence.clone()));
        let told = |id: &&FactId, wanted: &dyn Fn(usize) -> bool| {
            article
                .triggers(&article.facts[id.0])
                .into_iter()
                .any(wanted)
        };
        let at_verb = |i: usize| {
            verb.is_some_and(|verb| {
                i == verb || document.head(i) == Some(verb) && document.tokens[i].dep == Dep::Dobj
            })
        };
        let in_lead = |i: usize| lead.iter().any(|sentence| sentence.contains(&i));
        let fact = (order.iter().find(|id| told(id, &at_verb)))
            .or_else(|| order.iter().find(|id| told(id, &in_lead)))
            .copied();
        let kind = fact.map(|id| article.facts[id.0].kind);
        let mut facts: Vec<FactId> = fact.into_iter().collect();
        facts.extend(order.iter().filter(|id| {
            Some(article.facts[id.0].kind) == kind && Some(**id) != fact && told(id, &in_lead)
        }));
        for id in facts.clone() {
            for relation in &article.facts[id.0].relations {
                if !facts.contains(&relation.fact) {
                    facts.push(relation.fact);
                }
            }
        }
        Some(Self {
            fact,
            facts,
            verb,
            lead,
            wide,
            order: order.to_vec(),
        })
    }

    /// The heaviest fact.
    pub fn fact<'a>(&self, article: &Article<'a, '_>) -> Option<&'a Fact> {
        self.fact.map(|id| &article.facts[id.0])
    }
}

/// The verb of the event that a sentence tells: what it hangs on, or, of reported speech, what is reported.
fn event_verb(article: &Article, sentence: std::ops::Range<usize>) -> Option<usize> {
    let document = article.document;
    let outside = |i: usize| {
        document
            .head(i)
            .is_none_or(|head| !sentence.contains(&head))
    };
    let mut verb =
        (sentence.clone()).find(|&i| outside(i) && document.tokens[i].pos != Pos::Punct)?;
    let is_event = |i: usize| is_verb(document, i) && document.tokens[i].dep != Dep::Amod;
    if !is_event(verb) {
        if is_label(document, &sentence, verb) {
            return None;
        }
        verb = (sentence.clone()).find(|&i| {
            is_event(i)
                && !matches!(
                    document.tokens[i].dep,
                    Dep::Xcomp | Dep::Pcomp | Dep::Aux | Dep::Auxpass
                )
        })?;
    }
    for _ in 0..3 {
        let reported = document.child(verb, Dep::Ccomp).filter(|&inner| {
            let named =
                subject(document, inner).is_some_and(|it| document.tokens[it].pos != Pos::Pron);
            article.is_cue(verb) && is_event(inner) && named
        });
        match reported {
            Some(inner) => verb = inner,
            None => break,
        }
    }
    subject(document, verb)
        .is_some()
        .then_some(verb)
        .or_else(|| (document.tokens[verb].tag == Tag::Vbn).then_some(verb))
}

/// Whether a headline only names something and tells the rest in a clause beside it: "Five dead after tram overturns".
fn is_label(document: &Document, sentence: &std::ops::Range<usize>, root: usize) -> bool {
    let title =
        (document.title).is_some_and(|title| title.contains(document.tokens[sentence.start].span));
    let beside = |i: usize| {
        is_verb(document, i)
            && matches!(document.tokens[i].dep, Dep::Advcl | Dep::Relcl | Dep::Pcomp)
    };
    let told = |i: usize| is_verb(document, i) && !beside(i) && document.tokens[i].dep != Dep::Amod;
    let others = sentence
        .clone()
        .filter(|&i| i != root && is_verb(document, i));
    title && others.clone().any(beside) && !others.clone().any(told)
}

fn subject(document: &Document, verb: usize) -> Option<usize> {
    (document.children(verb))
        .find(|&child| matches!(document.tokens[child].dep, Dep::Nsubj | Dep::Nsubjpass))
}

/// Who: the subject of the main event, else its actor or who it happened to.
fn who(article: &Article, event: &Event) -> Option<Span> {
    let document = article.document;
    let subject = event.verb.and_then(|verb| {
        (document.children(verb))
            .find(|&child| matches!(document.tokens[child].dep, Dep::Nsubj | Dep::Nsubjpass))
    });
    let from_tree = subject
        .filter(|&i| document.tokens[i].pos != Pos::Pron)
        .map(|i| phrase(document, i));
    from_tree.or_else(|| {
        let fact = event.fact(article)?;
        filler(fact, Role::Agent).or_else(|| filler(fact, Role::Patient))
    })
}

/// What: the main event's verb with what it says of the subject.
fn what(article: &Article, event: &Event) -> Option<Span> {
    let document = article.document;
    let verb = event.verb?;
    let start = (document.children(verb))
        .filter(|&child| {
            child < verb
                && matches!(
                    document.tokens[child].dep,
                    Dep::Aux | Dep::Auxpass | Dep::Neg
                )
        })
        .min()
        .unwrap_or(verb);
    let mut end = verb + 1;
    let mut complete = false;
    for child in document.children(verb).filter(|&child| child > verb) {
        let token = &document.tokens[child];
        let core = matches!(
            token.dep,
            Dep::Dobj
                | Dep::Attr
                | Dep::Acomp
                | Dep::Prt
                | Dep::Dative
                | Dep::Oprd
                | Dep::Xcomp
                | Dep::Ccomp
                | Dep::Agent
        );
        let timed = lexicon::TIME_PREPOSITIONS.contains(&document.lower(child));
        let adjunct =
            matches!(token.dep, Dep::Prep) && !timed && (!complete || is_argument(document, child));
        // "falls 18%"
        let measure = token.dep == Dep::Npadvmod
            && document
                .children(child)
                .any(|it| document.tokens[it].tag == Tag::Cd)
            && child <= verb + 3;
        if core || adjunct || measure {
            let last = object_end(document, child);
            // What stands between belongs to it too, unless a comma cuts it off.
            let cut = (end..child)
                .any(|i| matches!(document.word(i), "," | ";" | ":" | "–" | "—" | "―" | "--"));
            if cut {
                break;
            }
            end = end.max(last);
            complete |= token.dep != Dep::Prt;
        } else if complete {
            break;
        }
    }
    Some(document.span(start..end))
}

/// The end of an object, without where, when and how it is.
fn object_end(document: &Document, object: usize) -> usize {
    let whole = phrase_tokens(document, object);
    let noun = matches!(
        document.tokens[object].dep,
        Dep::Dobj | Dep::Attr | Dep::Dative | Dep::Oprd
    );
    (document.children(object))
        .filter(|&child| noun && child > object && document.tokens[child].dep == Dep::Prep)
        .find(|&child| {
            !matches!(
                document.lower(child).as_str(),
                "of" | "on" | "to" | "for" | "against" | "between"
            )
        })
        .map_or(whole.end, |child| child.min(whole.end))
}

/// Prepositions that say what the verb is about rather than where and when it is.
fn is_argument(document: &Document, preposition: usize) -> bool {
    matches!(
        document.lower(preposition).as_str(),
        "on" | "of" | "to" | "as" | "against"
    ) && document
        .child(preposition, Dep::Pobj)
        .is_some_and(|object| !matches!(document.tokens[object].tag, Tag::Cd))
}

pub(super) fn filler(fact: &Fact, role: Role) -> Option<Span> {
    fact.roles
        .iter()
        .find(|filler| filler.role == role)
        .map(|filler| filler.span)
}

/// The phrase under a token without what only explains it.
pub(super) fn phrase(document: &Document, i: usize) -> Span {
    document.span(phrase_tokens(document, i))
}

/// The block of tokens around `i` that its tree covers, relative clauses, appositions and what a comma cuts off left out.
pub(super) fn phrase_tokens(document: &Document, i: usize) -> std::ops::Range<usize> {
    let (mut start, mut end) = (i, i + 1);
    let mut children: Vec<usize> = document.children(i).collect();
    children.sort_unstable();
    for &child in children.iter().rev().filter(|&&child| child < i) {
        if matches!(document.tokens[child].dep, Dep::Punct)
            && !matches!(document.word(child), "“" | "\"" | "'" | "‘" | "-")
        {
            break;
        }
        start = start.min(document.subtree(child).start);
    }
    for &child in children.iter().filter(|&&child| child > i) {
        let token = &document.tokens[child];
        let explains = matches!(
            token.dep,
            Dep::Relcl | Dep::Appos | Dep::Advcl | Dep::Parataxis
        ) || token.dep == Dep::Acl && token.tag != Tag::Vb
            || token.dep == Dep::Punct
                && matches!(
                    document.word(child),
                    "," | ";" | ":" | "–" | "—" | "―" | "--" | "("
                );
        let joined = document
            .children(i)
            .any(|it| document.tokens[it].dep == Dep::Conj && it >= child);
        if explains && !joined {
            break;
        }
        if token.dep != Dep::Punct {
            let inner = match token.dep {
                Dep::Conj | Dep::Prep | Dep::Pobj => phrase_tokens(document, child),
                _ => document.subtree(child),
            };
            end = end.max(inner.end);
        }
    }
    start..end
}
