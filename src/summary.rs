//! The fact summary: lines in the article's own words, the key points among them, and what is asked of them.
//!
//! Knows facts, statements and trees. A line is spans of the text and nothing else ([`lines`]); everything else points at lines.

mod article;

mod unit;

mod form;

mod introduction;

mod context;

mod reference;

mod source;

mod importance;

mod draft;

mod confidence;

mod select;

mod lines;

mod questions;

mod numbers;

mod unsettled;

mod timeline;

mod actors;

use article::Article;
use lines::Lines;
pub use lines::Weighed;

use crate::document::Document;
use crate::report::{Entity, Fact, Statement, Summary};

/// The summary of an article's facts, which learn their lines; the document's trees are the mended ones.
pub fn summarize(
    document: &Document,
    entities: &[Entity],
    statements: &[Statement],
    facts: &mut [Fact],
) -> Summary {
    let article = Article::new(document, entities, statements, facts);
    let Lines {
        lines,
        main,
        points,
    } = lines::write(&article);
    let telling = lines::telling(&lines, facts.len());
    let summary = Summary {
        main,
        questions: questions::answer(&article, main.and_then(|main| lines.get(main.0))),
        numbers: numbers::write(&article, &lines),
        unsettled: unsettled::write(&article, &lines),
        timeline: timeline::write(&article, &lines),
        actors: actors::write(&article, &telling),
        points,
        lines,
    };
    for (fact, lines) in facts.iter_mut().zip(telling) {
        fact.line = lines.first().copied();
    }
    summary
}

/// Every sentence of the body as it is weighed: what the weights are fitted to, and why a sentence is a point or not.
pub fn weigh(
    document: &Document,
    entities: &[Entity],
    statements: &[Statement],
    facts: &[Fact],
) -> Vec<Weighed> {
    lines::weigh(&Article::new(document, entities, statements, facts))
}
