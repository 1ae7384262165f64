//! The numbers board: how many, of what, who says so, and which figures differ.

use std::collections::BTreeMap;

use super::block::{grid, section};
use super::markup::{Html, all, element, plain};
use super::reading::Reading;
use super::told::{BOLD, WITHOUT_MODE, cited, slice, told};
use crate::report::{Comparator, ConflictKind, Count, Fact, FactId, NumberLine};
use crate::text::Span;

const SHOWN: usize = 12;
/// Sources and differing figures that a row names.
const SAYERS: usize = 4;
/// Conflicts of a fact that are looked at.
const CONFLICTS: usize = 40;

pub fn numbers(reading: &Reading) -> Option<Html> {
    let mut taken: BTreeMap<FactId, Vec<usize>> = BTreeMap::new();
    let mut rows = Vec::new();
    for number in &reading.report.summary.numbers {
        let Some(fact) = reading.report.fact(number.fact) else {
            continue;
        };
        let before = taken.entry(number.fact).or_default();
        let noted = |shown: usize| {
            differing(fact, shown).iter().any(|&(other, kind)| {
                kind == ConflictKind::Compatible && same(fact, other, number.count)
            })
        };
        let told = |&shown: &usize| same(fact, shown, number.count) || noted(shown);
        if fact.counts.get(number.count).is_none() || before.iter().any(told) {
            continue;
        }
        before.push(number.count);
        rows.push(row(reading, number, fact));
    }
    if rows.is_empty() {
        return None;
    }
    let labelled = [("aria-labelledby", "h-nums")];
    let headings = ["howMany", "ofWhat", "whoSays"];
    let table = grid(reading, "table", &labelled, &headings, rows, SHOWN);
    Some(section("nums", reading.words.say("numbers"), "", table))
}

fn row(reading: &Reading, number: &NumberLine, fact: &Fact) -> Html {
    let count = &fact.counts[number.count];
    let figure = reading.figure(count);
    let own = |own: bool, name: &'static str, other: &'static str| if own { name } else { other };
    let unit = (!figure.unit.is_empty()).then(|| {
        plain(
            own(figure.own_unit, "span.unit", "span.unit.p"),
            figure.unit,
        )
    });
    let quantity = plain(
        "span.q",
        all![
            plain(own(figure.own, "span.cmp", "span.cmp.p"), figure.comparator),
            plain("span", all![plain("span.fig", figure.figure), " ", unit]),
        ],
    );
    let cell = [("role", "cell")];
    let main = element(
        "tr",
        &[("role", "row")],
        all![
            element("th", &[("role", "rowheader"), ("scope", "row")], quantity),
            element("td", &cell, counted(reading, number, fact, count)),
            element("td.src", &cell, sayers(reading, fact, number.count)),
        ],
    );
    let notes: Html = (differing(fact, number.count).into_iter())
        .map(|(other, kind)| note(reading, fact, number.count, other, kind))
        .collect();
    let notes = (!notes.is_empty()).then(|| {
        let cell = element("td.src", &[("role", "cell"), ("colspan", "3")], notes);
        element("tr.rem", &[("role", "row")], cell)
    });
    all![main, notes]
}

/// What is counted, and what became of it: the rest of the words that hold the number, and the event. Where no part of the
/// fact holds the number, its whole line.
fn counted(reading: &Reading, number: &NumberLine, fact: &Fact, count: &Count) -> Html {
    let parts = fact.roles.iter().map(|role| role.span);
    let holders = parts.chain([fact.trigger]);
    let holder = holders
        .filter(|part| part.contains(count.span) && part.end > count.span.end)
        .min_by_key(|part| part.len());
    let Some(holder) = holder else {
        return plain("span.w", told(reading, &number.line));
    };
    let rest = reading.slice(Span::new(count.span.end, holder.end));
    let rest =
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '”' | '"' | '’' | ')'));
    let verb = reading.verb(number.fact, fact);
    all![plain("span.w", rest), ", ", plain("span.w.c", verb)]
}

/// Whether two counts of a fact are one number, said twice.
fn same(fact: &Fact, a: usize, b: usize) -> bool {
    let (Some(one), Some(two)) = (fact.counts.get(a), fact.counts.get(b)) else {
        return false;
    };
    let alike = one.of == two.of
        && one.value == two.value
        && one.max == two.max
        && one.comparator == two.comparator
        && one.unit == two.unit;
    alike && (one.value.is_some() || a == b)
}

/// Everyone who gives this number.
fn sayers(reading: &Reading, fact: &Fact, index: usize) -> Html {
    let gives = |count: &usize| same(fact, *count, index);
    let given: Vec<_> = (fact.claims.iter())
        .filter(|claim| claim.counts.iter().any(gives))
        .collect();
    let said = |named: Span, key: &str| {
        let stretch = reading.stretch(fact, named);
        let hedge = fact.hedges.iter().find(|&&hedge| stretch.contains(hedge));
        let mut how = Html::default();
        if key != "certain" && key != "denied" {
            how.push(format!(", {}", reading.words.say(key).to_lowercase()));
        }
        if let Some(&hedge) = hedge {
            how.push(all![": “", slice(reading, hedge, &[hedge]), "”"]);
        }
        cited(reading, named, BOLD, how)
    };
    if given.is_empty() {
        return said(fact.counts[index].span, reading.certainty(fact, fact));
    }
    let mut html = Html::default();
    for (i, claim) in given.iter().take(SAYERS).enumerate() {
        if i > 0 {
            html.push("; ");
        }
        let own = claim.counts.iter().filter_map(|&count| {
            let span = fact.counts.get(count)?.span;
            let own = gives(&count) && reading.statement_at(span) == claim.statement;
            own.then_some(span)
        });
        let named = { own }.next();
        let named = named.unwrap_or_else(|| reading.claimed(fact, Some(claim)));
        html.push(said(named, reading.certainty(*claim, fact)));
    }
    if given.len() > SAYERS {
        let more = reading.words.count("more", given.len() - SAYERS);
        html.push(format!("; {more}"));
    }
    html
}

/// The counts that differ from this one, each figure once, with how they differ.
fn differing(fact: &Fact, index: usize) -> Vec<(usize, ConflictKind)> {
    let mut found: Vec<(usize, ConflictKind)> = Vec::new();
    for conflict in fact.conflicts.iter().take(CONFLICTS) {
        let counts = |claim: usize| fact.claims.get(claim).map_or(&[][..], |it| &it.counts);
        let [a, b] = conflict.claims.map(counts);
        let others = match (a.contains(&index), b.contains(&index)) {
            (true, _) => b,
            (_, true) => a,
            _ => &[],
        };
        for &other in others {
            let known = found.iter().any(|&(each, _)| same(fact, each, other));
            if fact.counts.get(other).is_some() && !same(fact, index, other) && !known {
                found.push((other, conflict.kind));
            }
        }
    }
    found.truncate(SAYERS);
    found
}

/// The differing figure, with its source, and what it leaves out.
fn note(reading: &Reading, fact: &Fact, index: usize, other: usize, kind: ConflictKind) -> Html {
    let (shown, count) = (&fact.counts[index], &fact.counts[other]);
    let figure = reading.figure(shown);
    let bare = (figure.own
        && !figure.comparator.is_empty()
        && count.value == shown.value
        && count.comparator == Comparator::Equal
        && shown.comparator != Comparator::Equal)
        .then(|| {
            let without = (reading.words).fill("without", "words", &figure.comparator);
            Html::from(format!(", {without}"))
        });
    let says = all![
        format!(" {} ", reading.words.say("otherFigure")),
        plain("span.w", reading.slice(count.span)),
        bare
    ];
    let verdict = match kind {
        ConflictKind::Compatible => "fuller",
        ConflictKind::Contradictory => "contradict",
    };
    let verdict = format!(". {}", reading.words.say(verdict));
    plain(
        "p",
        all![cited(reading, count.span, WITHOUT_MODE, says), verdict],
    )
}
