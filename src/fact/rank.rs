//! How much a fact matters to the article.

use crate::document::{Dep, Pos, Tag};
use crate::report::{Certainty, Fact, FactType, Modality, Polarity, Role};

use super::draft::Draft;
use super::merge::Group;
use super::reading::Reading;

/// Sets the salience of every fact: 0 to 1, by the weights of the fact model.
pub fn weigh(reading: &Reading, drafts: &[Draft], groups: &[Group], facts: &mut [Fact]) {
    let title: Vec<String> = reading
        .title()
        .filter(|&i| {
            matches!(
                reading.pos(i),
                Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Num
            )
        })
        .map(|i| reading.lemma(i))
        .collect();
    for (group, fact) in groups.iter().zip(facts) {
        let score = score(reading, drafts, group, fact, &title);
        // A logistic curve without the exponential: same order, same bits everywhere.
        let centred = (score - 4.0) / 3.0;
        fact.salience = (0.5 * (1.0 + centred / (1.0 + centred.abs()))).clamp(0.0, 1.0) as f32;
    }
}

fn score(reading: &Reading, drafts: &[Draft], group: &Group, fact: &Fact, title: &[String]) -> f64 {
    let mut score = 0.0;
    let first = &drafts[group[0]];
    score += 3.0 * headline(reading, drafts, group, title);
    let lead = group
        .iter()
        .map(|&d| place_in_article(reading, drafts[d].trigger.word))
        .fold(0.0, f64::max);
    score += lead;
    score += type_weight(fact.kind);
    let most = fact
        .counts
        .iter()
        .filter_map(|c| c.value)
        .fold(0.0, f64::max);
    let size = digits(most);
    score += size.min(3.0) * 0.5 + (size - 3.0).max(0.0) * 0.15;
    score -= if group.iter().all(|&d| is_aside(reading, &drafts[d])) {
        0.8
    } else {
        0.0
    };
    let main = fact
        .roles
        .iter()
        .filter(|r| r.role == Role::Agent)
        .filter_map(|r| r.entity)
        .any(|e| reading.entities[e.0].salience >= 0.4);
    score += if main { 0.5 } else { 0.0 };
    score += 0.5 * (group.len() as f64 - 1.0).min(3.0);
    let open = fact.certainty != Certainty::Certain
        && !matches!(fact.modality, Modality::Intended | Modality::Requested);
    if (fact.polarity == Polarity::Negated || open) && type_weight(fact.kind) >= 1.5 {
        score += 1.0;
    }
    if first.stance.background || fact.modality == Modality::Generic {
        score -= 1.0;
    }
    if !fact
        .roles
        .iter()
        .any(|r| matches!(r.role, Role::Agent | Role::Patient))
    {
        score -= 1.0;
    }
    if matches!(fact.modality, Modality::Intended | Modality::Requested) {
        score -= 1.2;
    }
    score
}

/// Whether the mention is told in passing: in a relative clause, a participle, a purpose.
fn is_aside(reading: &Reading, draft: &Draft) -> bool {
    let node = draft.trigger.node();
    let result = reading.tag(node) == Tag::Vbg && reading.dep(node) == Dep::Advcl;
    matches!(
        reading.dep(node),
        Dep::Relcl | Dep::Acl | Dep::Advcl | Dep::Pcomp
    ) && !result
}

/// The share of the headline's content words that the fact's words take up.
fn headline(reading: &Reading, drafts: &[Draft], group: &Group, title: &[String]) -> f64 {
    if title.is_empty() {
        return 0.0;
    }
    if group
        .iter()
        .any(|&d| reading.in_title(drafts[d].trigger.word))
    {
        return 1.0;
    }
    let mut words: Vec<String> = Vec::new();
    for &d in group.iter().take(6) {
        let draft = &drafts[d];
        words.push(reading.lemma(draft.trigger.word));
        for filler in draft
            .fillers
            .iter()
            .filter(|f| matches!(f.role, Role::Agent | Role::Patient | Role::Place))
        {
            words.extend(filler.tokens.clone().take(12).map(|i| reading.lemma(i)));
        }
    }
    let hits = title.iter().filter(|word| words.contains(word)).count();
    hits as f64 / title.len() as f64
}

/// 2 for the first sentence of the body, 1 for the second, less further down.
fn place_in_article(reading: &Reading, token: usize) -> f64 {
    let sentence = reading.document.sentence_of(token);
    let body = usize::from(!reading.title().is_empty());
    match sentence.saturating_sub(body) {
        0 => 2.0,
        1 => 1.2,
        2 => 0.6,
        n if n < 8 => 0.3,
        _ => 0.0,
    }
}

fn type_weight(kind: FactType) -> f64 {
    use FactType as T;
    match kind {
        T::Die | T::Attack | T::Disaster | T::Rule | T::Vote | T::Agree => 2.0,
        T::Injure
        | T::Seize
        | T::Arrest
        | T::Aid
        | T::Rescue
        | T::Office
        | T::Regulate
        | T::Protest => 1.5,
        T::Be | T::Judge | T::Cooperate => 0.5,
        T::Occur | T::Go => 0.8,
        _ => 1.0,
    }
}

/// Decimal digits before the point: a logarithm that is the same everywhere.
fn digits(value: f64) -> f64 {
    let mut digits = 0.0;
    let mut rest = value;
    while rest >= 1.0 && digits < 12.0 {
        rest /= 10.0;
        digits += 1.0;
    }
    digits
}
