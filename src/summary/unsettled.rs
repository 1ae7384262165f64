//! What is not settled, and why.

use crate::report::{
    Certainty, Fact, FactId, Line, LineIndex, Modality, Polarity, Unsettled, Unsettling,
};

use super::Article;

/// What is not settled, in order of the lines; of one line the first fact of each kind.
pub fn write(article: &Article, lines: &[Line]) -> Vec<Unsettled> {
    let mut found: Vec<Unsettled> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let here = found.len();
        for &fact in &line.facts {
            let Some(why) = why(&article.facts[fact.0]) else {
                continue;
            };
            if found[here..].iter().all(|other| other.why != why) {
                found.push(unsettled(index, fact, why));
            }
        }
    }
    found
}

fn unsettled(line: usize, fact: FactId, why: Unsettling) -> Unsettled {
    Unsettled {
        line: LineIndex(line),
        fact,
        why,
    }
}

/// Why a fact is not settled; `None` if it is.
fn why(fact: &Fact) -> Option<Unsettling> {
    match (fact.certainty, fact.modality) {
        (Certainty::Probable, _) => Some(Unsettling::Probable),
        (Certainty::Possible, _) => Some(Unsettling::Possible),
        (Certainty::Unknown, _) => Some(Unsettling::Unverified),
        (_, Modality::Hypothetical) => Some(Unsettling::Conditional),
        (_, Modality::Future | Modality::Intended) => Some(Unsettling::Planned),
        _ if fact.polarity == Polarity::Negated
            && fact.claims.iter().any(|it| it.statement.is_some()) =>
        {
            Some(Unsettling::Denied)
        }
        _ => None,
    }
}
