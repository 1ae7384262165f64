//! How much each fact matters to the article.

use crate::report::{Certainty, Comparator, CountOf, Fact, FactType, Modality, Polarity, Role};

use super::Article;

/// The weight of every fact, in their order; higher is more important.
///
/// Weights after Petrarch-style event ranking and the inverted pyramid: what the headline and the lead say comes first
/// (checked on the salience of the development sheets, 2026-11).
pub fn weigh(article: &Article) -> Vec<f32> {
    let main = main_entities(article);
    let mut weights: Vec<f32> = (article.facts.iter())
        .map(|fact| weight(article, fact, &main))
        .collect();
    // Facts tied to the heaviest fact by cause share in it.
    if let Some(top) = heaviest(&weights) {
        for relation in &article.facts[top].relations {
            weights[relation.fact.0] += 0.75;
        }
    }
    weights
}

/// Index of the heaviest; the first of equals.
pub fn heaviest(weights: &[f32]) -> Option<usize> {
    (0..weights.len()).reduce(|best, i| if weights[i] > weights[best] { i } else { best })
}

/// The entities that the headline and the lead name, and the most salient ones.
fn main_entities(article: &Article) -> Vec<bool> {
    article
        .entities
        .iter()
        .map(|entity| entity.salience >= 0.5)
        .collect()
}

fn weight(article: &Article, fact: &Fact, main: &[bool]) -> f32 {
    let mut weight = 3.0 * title_overlap(article, fact);
    let first = article
        .triggers(fact)
        .into_iter()
        .filter(|&i| !article.in_title(i))
        .min();
    weight += match first.and_then(|i| body_sentence(article, i)) {
        Some(0) => 2.0,
        Some(1) => 1.2,
        Some(2) => 0.9,
        Some(n) => 0.8 - 0.04 * (n.min(15) as f32),
        None => 0.0,
    };
    weight += kind_weight(fact.kind);
    weight += number_weight(fact);
    let agent = fact.roles.iter().any(|role| {
        matches!(role.role, Role::Agent | Role::Patient) && role.entity.is_some_and(|id| main[id.0])
    });
    weight += 0.5 * f32::from(u8::from(agent));
    weight += 0.5 * (fact.mentions.len().min(3) as f32);
    let unsettled = fact.certainty != Certainty::Certain || fact.polarity == Polarity::Negated;
    if unsettled && matches!(kind_weight(fact.kind), w if w >= 1.0) {
        weight += 0.6;
    }
    if matches!(fact.modality, Modality::Generic | Modality::Hypothetical) {
        weight -= 1.0;
    }
    if background(article, fact) {
        weight -= 1.0;
    }
    if fact.roles.is_empty() {
        weight -= 1.5;
    }
    weight + 0.3 * fact.confidence
}

/// The share of the headline's content words that the fact's words repeat; all of it for a fact that the headline tells.
fn title_overlap(article: &Article, fact: &Fact) -> f32 {
    if article.triggers(fact).iter().any(|&i| article.in_title(i)) {
        return 1.0;
    }
    let Some(title) = article.document.title else {
        return 0.0;
    };
    let content = |span| {
        let document = article.document;
        document.tokens_in(span).filter(move |&i| {
            use crate::document::Pos as P;
            matches!(
                document.tokens[i].pos,
                P::Noun | P::Propn | P::Verb | P::Num
            )
        })
    };
    let lemmas: Vec<String> = content(title)
        .map(|i| article.document.lemma(i).to_lowercase())
        .collect();
    if lemmas.is_empty() {
        return 0.0;
    }
    let mut own: Vec<String> = (fact
        .roles
        .iter()
        .map(|role| role.span)
        .chain([fact.trigger]))
    .flat_map(content)
    .map(|i| article.document.lemma(i).to_lowercase())
    .collect();
    own.sort_unstable();
    own.dedup();
    let shared = lemmas
        .iter()
        .filter(|lemma| own.binary_search(lemma).is_ok())
        .count();
    0.8 * shared as f32 / lemmas.len() as f32
}

/// The number of a sentence among those that are not the headline.
fn body_sentence(article: &Article, token: usize) -> Option<usize> {
    let document = article.document;
    let sentence = document.sentence_of(token);
    let before = match document.title {
        Some(title) => document
            .sentences
            .partition_point(|it| document.span(it.clone()).end <= title.end),
        None => 0,
    };
    sentence.checked_sub(before)
}

fn kind_weight(kind: FactType) -> f32 {
    use FactType as F;
    match kind {
        F::Attack | F::Die | F::Disaster | F::Rule | F::Vote | F::Agree => 2.0,
        F::Injure
        | F::Seize
        | F::Arrest
        | F::Aid
        | F::Protest
        | F::Regulate
        | F::Damage
        | F::Rescue => 1.5,
        F::Office | F::Trade | F::Enterprise | F::Change | F::Find | F::Meet | F::Investigate => {
            1.2
        }
        F::Refuse | F::Request | F::Commit | F::Cooperate | F::Go => 1.0,
        F::State | F::Judge => 0.5,
        F::Be | F::Occur => 0.2,
    }
}

/// People and money count by order of magnitude: half a point for each power of four, at most three.
fn number_weight(fact: &Fact) -> f32 {
    let heavy = |unit: &str| {
        unit == "person" || unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase())
    };
    (fact.counts.iter())
        .filter(|count| {
            matches!(count.of, CountOf::Role(_))
                && heavy(&count.unit)
                && count.comparator != Comparator::Vague
        })
        .filter_map(|count| count.value)
        .map(|value| {
            let mut points = 0.0;
            let mut left = value;
            while left >= 4.0 && points < 2.0 {
                left /= 4.0;
                points += 0.4;
            }
            points
        })
        .fold(0.0, f32::max)
}

/// Told in the pluperfect, or dated before the year of the rest.
fn background(article: &Article, fact: &Fact) -> bool {
    let document = article.document;
    article.triggers(fact).iter().all(|&i| {
        !article.in_title(i)
            && document
                .children_by(i, crate::document::Dep::Aux)
                .any(|aux| document.lower(aux) == "had")
            && article.statement_at(i).is_none()
    }) && body_sentence(article, document.tokens_in(fact.trigger).start).is_some_and(|n| n > 1)
}
