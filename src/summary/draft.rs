//! A line in the making: a unit with what it leans on, its weight, and how its parts are laid out.

use crate::document::{Document, Pos, TokenRange};
use crate::lexicon::LEANING_WORDS;
use crate::report::{Line, Part, PartKind};
use crate::text::Span;

use super::Article;
use super::context::{Context, Place};
use super::reference::Reference;
use super::source::Voice;
use super::unit::{self, Unit};

/// Words of a connective at most.
const LONGEST_OPENER: usize = 4;

/// Words over which sentences inside a quotation are left out.
const LONG: usize = 45;

/// A unit with all that is known of it before anything is chosen.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    /// Its unit, by index.
    pub unit: usize,
    /// What it leans on.
    pub references: Vec<Reference>,
    /// Whose words it is.
    pub voice: Voice,
    /// What it leaves out of a long quotation.
    pub cuts: Vec<TokenRange>,
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
        let before = self.unit > 0 && shown(self.unit as Place);
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
    let before = draft.unit > 0 && shown(draft.unit as Place);
    let opener = opener(document, unit).filter(|_| !before);
    let cuts: Vec<TokenRange> = (opener.map(|end| unit.tokens.start..end).into_iter())
        .chain(draft.cuts.iter().cloned())
        .collect();
    let (start, end) = edges(context.article, unit);
    let mut inserts: Vec<(usize, Span)> = (draft.references.iter())
        .filter(|reference| !reference.is_cured(shown))
        .filter_map(|reference| reference.insert)
        .map(|insert| (insert.after, insert.span))
        .filter(|(after, _)| !cuts.iter().any(|cut| cut.contains(after)))
        .collect();
    inserts.dedup();
    let mut parts = Vec::new();
    let mut at = start;
    while at < end {
        if let Some(cut) = cuts.iter().find(|cut| cut.start == at) {
            parts.push(Part {
                kind: PartKind::Omission,
                span: document.span(cut.clone()),
            });
            at = cut.end;
            continue;
        }
        if document.tokens[at].pos == Pos::Space {
            at += 1;
            continue;
        }
        let next_cut = cuts
            .iter()
            .map(|cut| cut.start)
            .filter(|&it| it > at)
            .min()
            .unwrap_or(end);
        let insert = inserts
            .iter()
            .find(|(after, _)| (at..next_cut).contains(after));
        let stop = insert.map_or(next_cut, |(after, _)| after + 1).min(end);
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

/// The unit without the opening mark of a quotation that does not close in it.
fn edges(article: &Article, unit: &Unit) -> (usize, usize) {
    let open = article
        .quotations_in(&unit.tokens)
        .find(|it| it.tokens.start == unit.tokens.start)
        .is_some_and(|it| !it.closed);
    (unit.tokens.start + usize::from(open), unit.tokens.end)
}

/// Of the sentences of a long quotation, those that are left out; never the first, nor one that says who speaks.
pub fn left_out(article: &Article, unit: &Unit) -> Vec<TokenRange> {
    let document = article.document;
    let words = |tokens: &TokenRange| unit::words(document, tokens);
    let mut total = words(&unit.tokens);
    if total <= LONG || unit.sentences.len() < 2 {
        return Vec::new();
    }
    let inside = |sentence: &TokenRange| {
        article
            .quotation_at(sentence.start)
            .is_some_and(|it| it.tokens.start < sentence.start)
            && article
                .quotation_at(sentence.end - 1)
                .is_some_and(|it| it.tokens.end > sentence.end)
            && sentence.clone().all(|i| !article.is_cue(i))
    };
    // What a later sentence takes up stays.
    let needed = |sentence: &TokenRange| {
        (sentence.end..unit.tokens.end).any(|i| takes_up(document, i, sentence))
    };
    let mut order: Vec<usize> = (1..unit.sentences.len())
        .filter(|&s| inside(&unit.sentences[s]) && !needed(&unit.sentences[s]))
        .collect();
    // The longest first: what is left out at all is then little.
    order.sort_by_key(|&s| std::cmp::Reverse((words(&unit.sentences[s]), s)));
    let mut out = Vec::new();
    for s in order {
        if total <= LONG {
            break;
        }
        total -= words(&unit.sentences[s]);
        out.push(unit.sentences[s].clone());
    }
    out.sort_by_key(|range| range.start);
    // Neighbours are left out as one.
    out.dedup_by(|next, before| {
        let touch = before.end == next.start
            || (before.end..next.start).all(|i| document.tokens[i].pos == Pos::Space);
        if touch {
            before.end = next.end;
        }
        touch
    });
    out
}

/// Whether token `i` may mean something told in an earlier sentence: a demonstrative, or a definite noun that stands there too.
fn takes_up(document: &Document, i: usize, sentence: &TokenRange) -> bool {
    match document.lower(i).as_str() {
        "this" | "these" | "those" | "such" => true,
        "the" => document.head(i).is_some_and(|noun| {
            let lemma = document.lemma(noun);
            noun > i && sentence.clone().any(|at| document.lemma(at) == lemma)
        }),
        _ => false,
    }
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
