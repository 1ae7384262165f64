//! A line in the making: a unit with what it leans on, its weight, and how its parts are laid out.

use crate::document::{Document, Pos};
use crate::lexicon::LEANING_WORDS;
use crate::report::{Line, Part, PartKind};
use crate::text::Span;

use super::Article;
use super::context::{Context, Place};
use super::reference::Reference;
use super::source::Voice;
use super::unit::Unit;

/// Words of a connective at most.
const LONGEST_OPENER: usize = 4;

/// A unit with all that is known of it before anything is chosen.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    /// Its unit, by index.
    pub unit: usize,
    /// The place before it, where that is near.
    pub previous: Option<Place>,
    /// What it leans on.
    pub references: Vec<Reference>,
    /// Whose words it is.
    pub voice: Voice,
    /// 0 to 1: how likely an editor needs it.
    pub weight: f32,
    /// How much speaks for its telling the news: a logit.
    pub news: f32,
    /// What its sentence speaks for in its confidence.
    pub sentence: f32,
    /// Whether it tells of an accusation.
    pub accuses: bool,
    /// Whether it tells of a denial.
    pub denies: bool,
    /// Words it shows.
    pub words: usize,
    /// Its content words, sorted, to tell repetition by.
    pub content: Vec<&'a str>,
}

/// A risk that is left although nothing can be told from the words: what a reader finds at fault in the best of lines.
const BASE_RISK: f32 = 0.02;

/// What a cure leaves of a risk.
const CURED: f32 = 0.1;

/// What a name in brackets leaves of a risk.
const INSERTED: f32 = 0.15;

/// The risk of a quotation of which nothing says whose it is.
const UNNAMED: f32 = 0.85;

impl Draft<'_> {
    /// How likely a strict reader stumbles over the line after what is shown. O(references).
    pub fn risk(&self, shown: &dyn Fn(Place) -> bool) -> f32 {
        let before = self.previous.is_some_and(shown);
        let voice = match self.voice {
            Voice::Unknown if !before => 1.0 - UNNAMED,
            _ => 1.0,
        };
        let clear = self.references.iter().fold(voice, |clear, reference| {
            let left = match (reference.is_cured(shown), reference.insert) {
                (true, _) => reference.risk * CURED,
                (false, Some(_)) => reference.risk * INSERTED,
                (false, None) => reference.risk,
            };
            clear * (1.0 - left)
        });
        1.0 - clear * (1.0 - BASE_RISK)
    }
}

/// The parts of a unit's line after what is shown.
pub fn parts(context: &Context, draft: &Draft, shown: &dyn Fn(Place) -> bool) -> Vec<Part> {
    let document = context.article.document;
    let unit = &context.units[draft.unit];
    let before = draft.previous.is_some_and(shown);
    let opener = opener(document, unit).filter(|_| !before);
    let (start, end) = (beginning(context.article, unit), unit.tokens.end);
    let mut inserts: Vec<(usize, Span)> = (draft.references.iter())
        .filter(|reference| !reference.is_cured(shown))
        .filter_map(|reference| reference.insert)
        .map(|insert| (insert.after, insert.span))
        .filter(|(after, _)| opener.is_none_or(|end| *after >= end))
        .collect();
    inserts.sort_by_key(|(after, _)| *after);
    inserts.dedup_by_key(|(after, _)| *after);
    let mut parts = Vec::new();
    let mut at = start;
    if let Some(end) = opener {
        parts.push(Part {
            kind: PartKind::Omission,
            span: document.span(unit.tokens.start..end),
        });
        at = end;
    }
    while at < end {
        if document.tokens[at].pos == Pos::Space {
            at += 1;
            continue;
        }
        let insert = inserts.iter().find(|(after, _)| (at..end).contains(after));
        let stop = insert.map_or(end, |(after, _)| after + 1);
        parts.push(Part {
            kind: PartKind::Words,
            span: document.span(at..stop).trim(document.text()),
        });
        if let Some((_, span)) = insert {
            parts.push(Part {
                kind: PartKind::Insert,
                span: *span,
            });
        }
        at = stop;
    }
    if let Voice::Said(_, span) = draft.voice {
        parts.push(Part {
            kind: PartKind::Source,
            span,
        });
    }
    parts
}

/// The connective that opens a unit and may be left out, up to the word after it: of several words, or before a comma, or "but" and "and".
fn opener(document: &Document, unit: &Unit) -> Option<usize> {
    let start = unit.tokens.start;
    let reach = unit.tokens.end.min(start + LONGEST_OPENER + 1);
    let mut phrase = String::new();
    for i in start..reach {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(&document.lower(i));
        if LEANING_WORDS.get(&phrase) != Some("open") || i + 1 >= unit.tokens.end {
            continue;
        }
        if document.word(i + 1) == "," {
            return Some(i + 2);
        }
        let again = matches!(
            document.lower(i + 1).as_str(),
            "another" | "to" | "again" | "far"
        );
        if matches!(phrase.as_str(), "but" | "and" | "yet") && !again {
            return Some(i + 1);
        }
    }
    None
}

/// Where the unit's words begin, after the opening mark of a quotation that does not close in it.
fn beginning(article: &Article, unit: &Unit) -> usize {
    let open = article
        .quotations_in(&unit.tokens)
        .find(|it| it.tokens.start == unit.tokens.start)
        .is_some_and(|it| !it.closed);
    unit.tokens.start + usize::from(open)
}

/// A line of these parts; its text is joined where the text as given is known.
pub fn line(article: &Article, unit: &Unit, parts: Vec<Part>) -> Line {
    let document = article.document;
    let shown = |i: usize| {
        let span = document.tokens[i].span;
        (parts.iter()).any(|part| part.kind == PartKind::Words && part.span.contains(span))
    };
    let mut facts: Vec<_> = (article.told_in(&unit.tokens))
        .filter(|(i, _)| shown(*i))
        .map(|(_, fact)| fact)
        .collect();
    facts.sort_unstable();
    facts.dedup();
    Line {
        parts,
        facts,
        ..Line::default()
    }
}
