//! The three things every fact carries: its words, who says so, and a pointer to its evidence.

use super::markup::{Html, all, element, plain};
use super::reading::Reading;
use crate::report::{Claim, EntityId, Fact, Line, StatementId};
use crate::text::Span;

/// Claims that the line below a fact names.
const CLAIMS: usize = 12;

/// How a source is shown.
#[derive(Clone, Copy)]
pub struct Shown {
    /// Whether its words are its own is told.
    pub mode: bool,
    /// The element of its name.
    pub name: &'static str,
}

pub const WITH_MODE: Shown = Shown {
    mode: true,
    name: "span",
};
pub const WITHOUT_MODE: Shown = Shown {
    mode: false,
    name: "span",
};
pub const BOLD: Shown = Shown {
    mode: true,
    name: "b",
};

/// The pointer to the words, `¶3`.
pub fn pointer(reading: &Reading, span: Span) -> Html {
    let (short, long) = reading.place(span);
    let label = reading.words.fill("evidence", "place", &long);
    let attributes = [("href", reading.address(span)), ("aria-label", label)];
    let attributes = attributes
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    element("a.ref", &attributes, short)
}

/// Nothing there: said in words.
pub fn silent(reading: &Reading, key: &str) -> Html {
    plain("span.ns", reading.words.say(key))
}

/// Words of the text with the hedges in them marked.
pub fn slice(reading: &Reading, span: Span, hedges: &[Span]) -> Html {
    let mut hedges = hedges.to_vec();
    hedges.sort_by_key(|hedge| hedge.start);
    let mut html = Html::default();
    let mut at = span.start;
    for hedge in hedges {
        if hedge.start < at || !span.contains(hedge) {
            continue;
        }
        html.push(reading.slice(Span::new(at, hedge.start)));
        html.push(plain("span.hg", reading.slice(hedge)));
        at = hedge.end;
    }
    html.push(reading.slice(Span::new(at, span.end)));
    html
}

/// A line: traced words in ink, connectives lighter, hedges underlined.
pub fn told(reading: &Reading, line: &Line) -> Html {
    let facts = line.facts.iter().filter_map(|&id| reading.report.fact(id));
    let hedges: Vec<Span> = facts.flat_map(|fact| fact.hedges.clone()).collect();
    let parts = line.parts.iter().map(|part| match part.span {
        None => plain("span.c", part.text.as_str()),
        Some(span) if reading.slice(span) == part.text => {
            plain("span", slice(reading, span, &hedges))
        }
        Some(_) => plain("span", part.text.as_str()),
    });
    parts.collect()
}

/// Who says these words: source, whether it is named, whether it is word for word.
fn source(reading: &Reading, span: Span, shown: Shown) -> Html {
    let words = &reading.words;
    let statement = (reading.statement_at(span)).and_then(|id| reading.report.statement(id));
    let Some(statement) = statement else {
        let headline = reading.in_title(span);
        let key = if headline {
            "theHeadline"
        } else {
            "theArticle"
        };
        return words.say(key).into();
    };
    let said = reading.source(statement);
    let mut html = match &said {
        Some(said) => plain(shown.name, said.text),
        None => silent(reading, "noSource"),
    };
    if said.is_some_and(|said| said.anonymous) {
        html.push(format!(", {}", words.say("unnamed")));
    }
    let mode = reading.mode(statement, &[span]);
    if shown.mode && mode != "reporter" {
        html.push(format!(", {}", words.say(mode)));
    }
    html
}

/// Who says these words, what stands between, and the pointer to them; for the headline the pointer says it all.
pub fn cited(reading: &Reading, span: Span, shown: Shown, between: impl Into<Html>) -> Html {
    let at = pointer(reading, span);
    if reading.in_title(span) && reading.statement_at(span).is_none() {
        return all![at, between];
    }
    all![source(reading, span, shown), between, " ", at]
}

/// Whose words a claim is in.
#[derive(PartialEq, Eq)]
enum Sayer {
    Entity(EntityId),
    Statement(StatementId),
    Headline,
    Article,
}

/// The line below a fact: the sources of these claims, each once, with a pointer to every place where it says so.
pub fn sources(reading: &Reading, fact: &Fact, claims: &[&Claim]) -> Html {
    let mut groups: Vec<(Sayer, Vec<Span>)> = Vec::new();
    for claim in claims.iter().take(CLAIMS) {
        let named = reading.claimed(fact, Some(claim));
        let statement = claim
            .statement
            .and_then(|id| Some((id, reading.report.statement(id)?)));
        let sayer = match statement {
            Some((id, statement)) => (statement.source.as_ref())
                .and_then(|source| source.entity)
                .map_or(Sayer::Statement(id), Sayer::Entity),
            None if reading.in_title(named) => Sayer::Headline,
            None => Sayer::Article,
        };
        match groups.iter_mut().find(|(held, _)| *held == sayer) {
            Some((_, spans)) => {
                let place = reading.place(named);
                if spans.iter().all(|&span| reading.place(span) != place) {
                    spans.push(named);
                }
            }
            None => groups.push((sayer, vec![named])),
        }
    }
    let mut html = Html::default();
    for (i, (_, spans)) in groups.iter().enumerate() {
        if i > 0 {
            html.push("; ");
        }
        let shown = if spans.len() > 1 {
            WITHOUT_MODE
        } else {
            WITH_MODE
        };
        html.push(cited(reading, spans[0], shown, ""));
        for &span in &spans[1..] {
            html.push(all![" ", pointer(reading, span)]);
        }
    }
    if claims.len() > CLAIMS {
        let more = reading.words.count("more", claims.len() - CLAIMS);
        html.push(format!("; {more}"));
    }
    for &span in &fact.loaded {
        let of = reading.statement_at(span);
        if of.is_some() && claims.iter().any(|claim| claim.statement == of) {
            html.push(format!("; {}", judgement(reading, span)));
        }
    }
    plain("p.src", html)
}

/// What of the words is the source's judgement.
pub fn judgement(reading: &Reading, span: Span) -> String {
    (reading.words).fill("judgement", "words", reading.slice(span))
}
