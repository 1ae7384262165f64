//! The lines of an article and which of them are points: units are weighed, chosen, and cut down.

use crate::lexicon::{NEEDED_WEIGHTS, NEWS_WEIGHTS};
use crate::report::{FactId, Line, LineIndex, PartKind};
use crate::text::Span;

use super::Article;
use super::confidence::{self, confidence};
use super::draft::{self, Draft};
use super::form;
use super::importance::{self, Features};
use super::reference::{self, Place, TITLE, Told};
use super::select;
use super::source::{Voice, voice};
use super::unit::{self, Unit};

/// A line of more risk, where nothing else is shown, is none.
const MOST_RISK_ALONE: f32 = 0.2;

/// Lines, the main one and the points.
pub struct Lines {
    /// In order of the text.
    pub lines: Vec<Line>,
    /// The main line.
    pub main: Option<LineIndex>,
    /// The points.
    pub points: Vec<LineIndex>,
}

/// What is known of a unit before anything is chosen.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// Its bytes.
    pub span: Span,
    /// Why it makes no line, if it makes none.
    pub flaw: Option<&'static str>,
    /// What its weights are summed over, by name.
    pub features: Features,
    /// The words by which it leans on others, and how often a reader stumbles over each where nothing cures it.
    pub references: Vec<(Span, f32)>,
}

/// Every unit of the body as it is weighed. O(tokens).
pub fn weigh(article: &Article) -> Vec<Weighed> {
    let units = unit::find(article.document, &article.quotations);
    let flaws: Vec<_> = units.iter().map(|it| form::flaw(article, it)).collect();
    let sound: Vec<bool> = flaws.iter().map(Option::is_none).collect();
    let told = Told::new(article, &units);
    (importance::features(article, &units, &sound)
        .into_iter()
        .enumerate())
    .map(|(u, features)| Weighed {
        span: units[u].span(article.document),
        flaw: flaws[u].map(form::Flaw::name),
        features,
        references: (reference::open(article, &told, &units, u).into_iter())
            .map(|it| (article.document.tokens[it.at].span, it.risk))
            .collect(),
    })
    .collect()
}

/// Weighs, chooses and cuts. O(tokens), and for the choice O(units).
pub fn write(article: &Article) -> Lines {
    let units = unit::find(article.document, &article.quotations);
    let flaws: Vec<_> = units.iter().map(|it| form::flaw(article, it)).collect();
    let sound: Vec<bool> = flaws.iter().map(Option::is_none).collect();
    let features = importance::features(article, &units, &sound);
    let told = Told::new(article, &units);
    let drafts: Vec<Draft> = (0..units.len())
        .filter(|&u| sound[u])
        .map(|u| Draft {
            unit: u,
            references: reference::open(article, &told, &units, u),
            voice: voice(article, &units[u].tokens),
            weight: importance::probability(&NEEDED_WEIGHTS, &features[u]),
            words: words(article, &units[u]),
            content: importance::fingerprint(article.document, &units[u].tokens),
        })
        .collect();
    let news: Vec<f32> = (drafts.iter())
        .map(|draft| importance::logit(&NEWS_WEIGHTS, &features[draft.unit]))
        .collect();
    let Some(main) = select::main(&drafts, &news) else {
        return Lines {
            lines: Vec::new(),
            main: None,
            points: Vec::new(),
        };
    };
    let prose: usize = units.iter().map(|unit| words(article, unit)).sum();
    let chosen = select::points(&drafts, main, select::most_points(prose));
    let mut lines = Vec::new();
    let mut points = Vec::new();
    let mut main_line = None;
    for (d, draft) in drafts.iter().enumerate() {
        let point = chosen.contains(&d);
        let above = |place: Place| {
            place == TITLE
                || point
                    && (chosen
                        .iter()
                        .any(|&it| it < d && drafts[it].unit + 1 == place)
                        || d != main && drafts[main].unit + 1 == place)
        };
        let risk = draft.risk(&above);
        if !point && risk > MOST_RISK_ALONE {
            continue;
        }
        if point {
            points.push(LineIndex(lines.len()));
        }
        if d == main {
            main_line = Some(LineIndex(lines.len()));
        }
        let parts = draft::parts(article, &units, draft, &above);
        lines.push(Line {
            statement: match draft.voice {
                Voice::Said(id, _) => Some(id),
                Voice::Told | Voice::Unknown => None,
            },
            stands: risk <= MOST_RISK_ALONE,
            confidence: confidence(&confidence::features(
                risk,
                point,
                &parts,
                &features[draft.unit],
            )),
            weight: draft.weight,
            ..draft::line(article, &units[draft.unit], parts)
        });
    }
    Lines {
        lines,
        main: main_line,
        points,
    }
}

fn words(article: &Article, unit: &Unit) -> usize {
    (unit.tokens.clone())
        .filter(|&i| form::is_word(article.document, i))
        .count()
}

/// The first line that tells the fact.
pub fn telling(lines: &[Line], fact: FactId) -> Option<LineIndex> {
    (lines.iter())
        .position(|line| line.facts.contains(&fact))
        .map(LineIndex)
}

/// The line whose words hold the span.
pub fn holding(lines: &[Line], span: Span) -> Option<LineIndex> {
    let at = lines.partition_point(|line| line.extent().end <= span.start);
    let words = |kind: PartKind| kind == PartKind::Words;
    let extent = lines.get(at)?.extent();
    // An insert cuts words in two: the span may run over it.
    let cut = lines[at]
        .parts
        .iter()
        .any(|part| part.kind == PartKind::Omission && part.span.overlaps(span));
    (extent.contains(span) && !cut && lines[at].parts.iter().any(|part| words(part.kind)))
        .then_some(LineIndex(at))
}
