//! The way back from a token to the statement that it is part of.

use crate::document::{Document, Numbers};
use crate::report::{Statement, StatementId};

/// What each token of a document is to its claims: the statements whose source says that the content is so, with a confidence of
/// at least [`crate::report::Statement::CLAIMS`]. A stance ("rejected the plan", "vowed to stay") covers nothing. Built in O(tokens + statements · log statements).
///
/// ```ignore
/// let cover = Cover::new(&document, &statements);
/// if cover.is_cue(trigger) { continue; }           // "said" is no fact of its own
/// let claim = cover.innermost(trigger);            // `None`: the article itself says so
/// ```
#[derive(Clone, Debug)]
pub struct Cover {
    innermost: Numbers,
    cues: Numbers,
    sources: Numbers,
}

impl Cover {
    /// The cover of `document` by `statements`, which must be the document's own, in the order of the report.
    pub fn new(document: &Document, statements: &[Statement]) -> Self {
        let mut cover = Self {
            innermost: Numbers::new(document.len()),
            cues: Numbers::new(document.len()),
            sources: Numbers::new(document.len()),
        };
        let mut contents = Vec::new();
        let claims = statements
            .iter()
            .enumerate()
            .filter(|(_, statement)| statement.claims());
        for (index, statement) in claims {
            let id = StatementId(index);
            if let Some(cue) = statement.cue {
                cover.cues.fill(document.tokens_in(cue), index);
            }
            if let Some(source) = &statement.source {
                (cover.sources).fill(document.tokens_in(source.span), index);
            }
            contents.extend(
                statement
                    .content
                    .iter()
                    .map(|&span| (document.tokens_in(span), id)),
            );
        }
        // Outer before inner, so that the top of the stack is the nearest source.
        contents.sort_by_key(|(tokens, id)| (tokens.start, std::cmp::Reverse(tokens.end), *id));
        let mut next = contents.into_iter().peekable();
        let mut open: Vec<(usize, StatementId)> = Vec::new();
        for token in 0..document.len() {
            while let Some((tokens, id)) = next.next_if(|(tokens, _)| tokens.start <= token) {
                open.push((tokens.end, id));
            }
            while open.last().is_some_and(|&(end, _)| end <= token) {
                open.pop();
            }
            if let Some(&(_, id)) = open.last() {
                cover.innermost.replace(token, id.0);
            }
        }
        cover
    }

    /// The nearest statement whose content holds token `i`; `None` if the article itself says it.
    ///
    /// Follow [`Statement::within`] for the sources that quote this one.
    pub fn innermost(&self, i: usize) -> Option<StatementId> {
        self.innermost.get(i).map(StatementId)
    }

    /// The statement whose cue token `i` is part of: such a word says who speaks and is no fact of its own.
    pub fn cue(&self, i: usize) -> Option<StatementId> {
        self.cues.get(i).map(StatementId)
    }

    /// The statement whose source token `i` is part of. Of several the last.
    pub fn source(&self, i: usize) -> Option<StatementId> {
        self.sources.get(i).map(StatementId)
    }
}
