//! Who says so: the sources with what they say, their own words set apart from the reporter's.

use super::block::{limited, section};
use super::markup::{Html, all, plain};
use super::reading::Reading;
use super::told::{judgement, pointer, silent, slice, sources, told};
use crate::report::{Claim, EntityId, Line, Statement, StatementId};
use crate::text::Span;

/// Sources, and statements of each, that are not folded.
const SHOWN: usize = 8;

pub fn says(reading: &Reading) -> Option<Html> {
    let groups: Vec<Html> = (by_source(reading).iter())
        .map(|statements| source_item(reading, statements))
        .collect();
    let own: Vec<Html> = (reading.report.summary.unconfirmed.iter())
        .filter_map(|line| author_item(reading, line))
        .collect();
    if groups.is_empty() && own.is_empty() {
        return None;
    }
    let words = &reading.words;
    let author = (!own.is_empty()).then(|| {
        let source = format!(" · {} ", words.say("source"));
        let heading = all![
            words.say("authorFacts"),
            source,
            silent(reading, "notStated")
        ];
        let item = all![plain("h4", heading), limited(reading, "ul", own, SHOWN)];
        plain("ul.who", plain("li", item))
    });
    let list = limited(reading, "ul.who", groups, SHOWN);
    Some(section(
        "says",
        words.say("whoSays"),
        words.say("whoSaysKey"),
        all![list, author],
    ))
}

/// Who is behind some statements: an entity, words, or nobody that the text tells.
#[derive(PartialEq, Eq)]
enum Voice<'r> {
    Entity(EntityId),
    Words(&'r str),
    Nobody,
}

/// Statements by source, sources in order of their first. A source that the text does not tell stands alone.
fn by_source<'r>(reading: &Reading<'r>) -> Vec<Vec<(StatementId, &'r Statement)>> {
    let mut groups: Vec<(Voice, Vec<(StatementId, &Statement)>)> = Vec::new();
    for (i, statement) in reading.report.statements.iter().enumerate() {
        if statement.content.is_empty() {
            continue;
        }
        let voice = match &statement.source {
            Some(source) => (source.entity)
                .map_or_else(|| Voice::Words(reading.slice(source.span)), Voice::Entity),
            None => Voice::Nobody,
        };
        let said = (StatementId(i), statement);
        match groups.iter_mut().find(|(held, _)| *held == voice) {
            Some((_, statements)) => statements.push(said),
            None => groups.push((voice, vec![said])),
        }
    }
    groups
        .into_iter()
        .map(|(_, statements)| statements)
        .collect()
}

fn source_item(reading: &Reading, statements: &[(StatementId, &Statement)]) -> Html {
    let title = match reading.source(statements[0].1) {
        Some(said) => {
            let unnamed = format!(" · {}", reading.words.say("unnamedSource"));
            let unnamed = said.anonymous.then(|| Html::from(unnamed));
            all![plain("span.w", said.text), unnamed]
        }
        None => all![
            format!("{} ", reading.words.say("source")),
            silent(reading, "notStated")
        ],
    };
    let items = statements.iter();
    let items = items.map(|&(id, statement)| statement_item(reading, id, statement));
    let list = limited(reading, "ul", items.collect(), SHOWN);
    plain("li", all![plain("h4", title), list])
}

fn statement_item(reading: &Reading, id: StatementId, statement: &Statement) -> Html {
    let mode = reading.mode(statement, &statement.content);
    let mut words = Html::default();
    for (i, &content) in statement.content.iter().enumerate() {
        if i > 0 {
            words.push(" … ");
        }
        words.push(quoted(reading, content, statement));
    }
    let mut source = Html::from(reading.words.say(mode));
    let outer = statement.within.and_then(|id| reading.report.statement(id));
    if let Some(outer) = outer.and_then(|outer| reading.source(outer)) {
        source.push(format!(" · {}", outer.text));
    }
    for fact in (reading.claims_of(id).iter()).filter_map(|&fact| reading.report.fact(fact)) {
        for &span in &fact.loaded {
            if statement
                .content
                .iter()
                .any(|content| content.contains(span))
            {
                source.push(format!("; {}", judgement(reading, span)));
            }
        }
    }
    source.push(all![" ", pointer(reading, statement.content[0])]);
    let look = if mode == "verbatim" { "li.vb" } else { "li" };
    plain(look, all![plain("p.w", words), plain("p.src", source)])
}

fn quoted(reading: &Reading, content: Span, statement: &Statement) -> Html {
    let mut html = Html::default();
    let mut at = content.start;
    for &quotation in &statement.quotations {
        if !content.overlaps(quotation) || quotation.start < at {
            continue;
        }
        let end = quotation.end.min(content.end);
        html.push(slice(reading, Span::new(at, quotation.start), &[]));
        html.push(plain("q", reading.slice(Span::new(quotation.start, end))));
        at = end;
    }
    html.push(slice(reading, Span::new(at, content.end), &[]));
    html
}

/// What the article says in its own voice and not as plain fact: nobody else answers for it.
fn author_item(reading: &Reading, line: &Line) -> Option<Html> {
    let fact = line.facts.first().and_then(|&id| reading.report.fact(id))?;
    let span = line.parts.iter().find_map(|part| part.span);
    let span = span.unwrap_or(fact.trigger);
    let claim = reading.claim_at(fact, span)?;
    let told_by = reading.statement_at(reading.claimed(fact, Some(claim)));
    if claim.statement.is_some() || reading.in_title(span) || told_by.is_some() {
        return None;
    }
    let claims: Vec<&Claim> = fact.claims.iter().collect();
    let words = plain("p.w", told(reading, line));
    Some(plain("li", all![words, sources(reading, fact, &claims)]))
}
