//! The fact summary: ranking, the five Ws and how, numbers, what is unconfirmed, timeline, actors, sentences.
//!
//! Knows facts and trees; a line is made of the text's own words ([`word`]): the clause that carries a fact ([`clause`]) with who
//! says so ([`source`]).

mod article;

mod word;

mod clause;

mod source;

mod recast;

mod lines;

mod headline;

mod questions;

mod numbers;

mod timeline;

mod actors;

use article::Article;

use crate::document::Document;
use crate::report::{Entity, Fact, FactId, Statement, Summary};

/// The summary of an article's facts; the document's trees are the mended ones.
pub fn summarize(
    document: &Document,
    entities: &[Entity],
    statements: &[Statement],
    facts: &[Fact],
) -> Summary {
    let article = Article::new(document, entities, statements, facts);
    let mut order: Vec<FactId> = (0..facts.len()).map(FactId).collect();
    order.sort_by(|a, b| {
        let salience = |id: &FactId| facts[id.0].salience;
        salience(b).total_cmp(&salience(a)).then(a.cmp(b))
    });
    let tellings: Vec<_> = (0..facts.len())
        .map(|fact| lines::tellings(&article, FactId(fact)))
        .collect();
    let speller = word::Speller::new(document, entities);
    Summary {
        headline: headline::write(&article, &speller, &order, &tellings),
        questions: questions::answer(&article, &order),
        numbers: numbers::write(&article, &speller, &order, &tellings),
        lines: lines::write(&article, &speller, &order, &tellings),
        unconfirmed: lines::unconfirmed(&article, &speller, &order, &tellings),
        timeline: timeline::write(&article),
        actors: actors::write(&article),
    }
}
