//! Who says what: quotations and reported speech, with source, cue and content.
//!
//! Knows marks, trees and cue words; knows nothing of events. Syntax finds the cues ([`clause`], [`attitude`], [`nominal`]), line by
//! line the marks find the quotations ([`quotes`]), [`quoted`] brings both together, [`chain`] tells who quotes whom, and
//! [`resolve`] who the sources are.

mod tree;

mod draft;

mod frame;

mod source;

mod clause;

mod attitude;

mod nominal;

mod quotes;

mod beside;

mod quoted;

mod blocks;

mod label;

mod relay;

mod chain;

mod resolve;

mod cover;

mod unsaid;

mod voice;

pub use cover::Cover;
pub use quotes::{Quotation, quotations};

use crate::document::{Document, Pos, Tag, TokenRange};
use crate::report::{Entity, Mode, Source, Statement, StatementId};
use crate::text::Span;

/// The statements of a parsed document with mended trees ([`crate::parse::mended`]), in order of their first content.
pub fn attribute(document: &Document, entities: &[Entity]) -> Vec<Statement> {
    if document.is_empty() || document.sentences.is_empty() {
        return Vec::new();
    }
    let trees = tree::Trees::new(document);
    let lines = quotes::lines(document);
    let mut drafts = quoted::join(document, &lines, syntactic(document, &trees));
    drafts.extend(blocks::find(document, &lines, &drafts));
    drafts.extend(label::find(document, entities, &drafts));
    relay::add(document, &trees, &mut drafts);
    let quotations: Vec<Span> = lines
        .iter()
        .flat_map(|line| &line.quotations)
        .filter(|quotation| !quotation.nested)
        .map(|quotation| quotation.span)
        .collect();
    drafts.retain(|draft| !in_passing(document, &quotations, draft) && is_told(document, draft));
    let resolver = resolve::Resolver::new(document, &trees, entities);
    let drafts = chain::link(document, drafts);
    let mut sources = resolver.sources(&drafts).into_iter();
    drafts
        .into_iter()
        .map(|(draft, within)| {
            let cue = draft.cue.map(|cue| document.span(cue));
            let content: Vec<Span> = draft
                .content
                .iter()
                .flat_map(|range| by_paragraph(document, range))
                .map(|range| trimmed(document, &quotations, range))
                .map(|span| whole(document, &quotations, span, cue))
                .filter(|span| !span.is_empty())
                .collect();
            let quoted: Vec<Span> = match draft.mode {
                // A block is verbatim without marks.
                Some(Mode::Direct) => content.clone(),
                _ => content
                    .iter()
                    .flat_map(|&span| quotations_in(&quotations, span))
                    .collect(),
            };
            Statement {
                mode: draft
                    .mode
                    .unwrap_or_else(|| mode(document.text(), &content, &quoted)),
                source: (sources.next().flatten()).map(|source| without_cue(document, source, cue)),
                cue,
                content,
                quotations: quoted,
                within: within.map(StatementId),
                confidence: draft.confidence,
            }
        })
        .collect()
}

/// Whether what is said stands in what the article tells, not beside it.
fn is_told(document: &Document, draft: &draft::Draft) -> bool {
    (draft.content.first())
        .is_none_or(|content| document.tells(content.start.min(document.len() - 1)))
}

/// "“They say it was closed,” the mayor said": who "they" are only the mayor knows. Nor has a cue within a quotation its source
/// outside.
fn in_passing(document: &Document, quotations: &[Span], draft: &draft::Draft) -> bool {
    let cue = document.tokens[draft.anchor()].span;
    let at = quotations.partition_point(|quotation| quotation.end < cue.end);
    let Some(quotation) = quotations
        .get(at)
        .filter(|quotation| quotation.contains(cue))
    else {
        return false;
    };
    let unknown = |source: usize| {
        let token = &document.tokens[source];
        let pronoun = token.pos == Pos::Pron && !matches!(token.tag, Tag::Wp | Tag::Wdt);
        pronoun || !quotation.contains(token.span)
    };
    draft.place == draft::Place::Free && draft.source.is_some_and(unknown)
}

/// The source without its cue: of "a statement saying so" the statement, of "added the mayor" the mayor.
fn without_cue(document: &Document, mut source: Source, cue: Option<Span>) -> Source {
    let text = document.text();
    match cue.filter(|&cue| source.span.contains(cue)) {
        Some(cue) if source.span.start < cue.start => {
            source.span = Span::new(source.span.start, cue.start).trim(text);
        }
        Some(cue) if cue.end < source.span.end => {
            source.span = Span::new(cue.end, source.span.end).trim(text);
        }
        _ => {}
    }
    source
}

/// What the rules of syntax find, in order of their cues; one a cue word.
fn syntactic(document: &Document, trees: &tree::Trees) -> Vec<draft::Draft> {
    (0..document.len())
        .filter_map(|i| {
            clause::clausal(document, trees, i)
                .or_else(|| clause::according_to(document, trees, i))
                .or_else(|| attitude::verbal(document, trees, i))
                .or_else(|| attitude::adjectival(document, trees, i))
                .or_else(|| nominal::find(document, trees, i))
        })
        // A crossed tree may leave a cue nothing to say.
        .filter(|draft| {
            !draft.content.is_empty() && draft.content.iter().all(|it| it.start < it.end)
        })
        .collect()
}

/// `span` with the quotation whole that it begins within and reaches beyond, or whose closing mark it lacks; not where the cue is.
fn whole(document: &Document, quotations: &[Span], mut span: Span, cue: Option<Span>) -> Span {
    let free = |quotation: &&Span| cue.is_none_or(|cue| !quotation.contains(cue));
    let first = quotations.partition_point(|quotation| quotation.end <= span.start);
    if let Some(quotation) = quotations.get(first).filter(free)
        && quotation.start < span.start
        && quotation.end <= span.end
    {
        span.start = quotation.start;
    }
    let last = quotations.partition_point(|quotation| quotation.end <= span.end);
    if let Some(quotation) = quotations.get(last).filter(free)
        && (span.start..span.end).contains(&quotation.start)
    {
        let rest = Span::new(span.end, quotation.end).of(document.text());
        if !rest.contains(char::is_alphanumeric) {
            span.end = quotation.end;
        }
    }
    span
}

/// How content is attributed, by how much of it is verbatim.
fn mode(text: &str, content: &[Span], quoted: &[Span]) -> Mode {
    let blank =
        |start: usize, end: usize| text.get(start..end).is_none_or(|gap| gap.trim().is_empty());
    let verbatim = |span: &Span| {
        let mut at = span.start;
        let first = quoted.partition_point(|quotation| quotation.end <= span.start);
        for quotation in &quoted[first..] {
            if quotation.start >= span.end || !blank(at, quotation.start) {
                break;
            }
            at = quotation.end;
        }
        blank(at, span.end)
    };
    if quoted.is_empty() {
        Mode::Paraphrase
    } else if content.iter().all(verbatim) {
        Mode::Direct
    } else {
        Mode::Mixed
    }
}

/// The quotations that lie in `span`, by binary search.
fn quotations_in(quotations: &[Span], span: Span) -> impl Iterator<Item = Span> + '_ {
    let first = quotations.partition_point(|quotation| quotation.start < span.start);
    quotations[first..]
        .iter()
        .copied()
        .take_while(move |quotation| quotation.start < span.end)
        .filter(move |&quotation| span.contains(quotation))
}

/// `range`, cut where a paragraph ends.
fn by_paragraph<'a>(
    document: &'a Document,
    range: &'a TokenRange,
) -> impl Iterator<Item = TokenRange> + 'a {
    (document.paragraph_of(range.start)..document.paragraphs.len())
        .map(|index| &document.paragraphs[index])
        .take_while(|paragraph| paragraph.start < range.end)
        .map(|paragraph| paragraph.start.max(range.start)..paragraph.end.min(range.end))
        .filter(|part| !part.is_empty())
}

/// The bytes of `range` without marks of punctuation at its edges that are no part of what is said.
fn trimmed(document: &Document, quotations: &[Span], range: TokenRange) -> Span {
    let whole = document.span(range.clone());
    let at = quotations.partition_point(|quotation| quotation.end < whole.end);
    let ends_verbatim = (quotations.get(at)).is_some_and(|quotation| quotation.end == whole.end);
    let loose = |i: usize| {
        document.tokens[i].pos == Pos::Space
            || matches!(
                document.word(i),
                "," | ":" | ";" | "-" | "–" | "—" | "―" | "--" | "."
            )
    };
    let mut range = range;
    while range.start < range.end && loose(range.start) {
        range.start += 1;
    }
    while range.start < range.end && loose(range.end - 1) && !ends_verbatim {
        range.end -= 1;
    }
    document.span(range)
}
