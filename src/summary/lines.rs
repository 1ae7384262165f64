//! The lines of an article and which of them are points: units are weighed, chosen, and cut down.

use crate::lexicon::{NEEDED_WEIGHTS, NEWS_WEIGHTS};
use crate::report::{FactId, Line, LineIndex, Part, PartKind};
use crate::text::Span;

use super::Article;
use super::confidence::Confidence;
use super::context::{Context, Place, TITLE, place_of};
use super::draft::{self, Draft};
use super::form::{self, Flaw};
use super::importance::{Counter, Features, Weights, logistic};
use super::reference;
use super::select;
use super::source::{Voice, voice};

/// A line of more risk, where nothing else is shown, is none.
const MOST_RISK_ALONE: f32 = 0.2;

/// A line that fewer readers than this let stand, where nothing else is shown, is none.
const LEAST_CONFIDENCE_ALONE: f32 = 0.75;

/// Lines, the main one and the points.
#[derive(Default)]
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

/// Of each unit why it makes no line, and whether it may be shown.
fn flaws(context: &Context) -> (Vec<Option<Flaw>>, Vec<bool>) {
    let flaws: Vec<_> = (context.units.iter())
        .map(|unit| form::flaw(context.article, unit))
        .collect();
    let sound = flaws.iter().map(Option::is_none).collect();
    (flaws, sound)
}

/// Every unit of the body as it is weighed. O(tokens).
pub fn weigh(article: &Article) -> Vec<Weighed> {
    let context = Context::new(article);
    let (flaws, sound) = flaws(&context);
    let counter = Counter::new(article, &context.units, &sound);
    (flaws.iter().enumerate())
        .map(|(u, flaw)| Weighed {
            span: context.units[u].span(article.document),
            flaw: flaw.map(Flaw::name),
            features: counter.features(u),
            references: (flaw
                .is_none()
                .then(|| reference::open(&context, u))
                .into_iter())
            .flatten()
            .map(|it| (article.document.tokens[it.at].span, it.risk))
            .collect(),
        })
        .collect()
}

/// Weighs, chooses and cuts. O(tokens).
pub fn write(article: &Article) -> Lines {
    let context = Context::new(article);
    let document = article.document;
    let (_, sound) = flaws(&context);
    let counter = Counter::new(article, &context.units, &sound);
    let Some(first) = sound.iter().position(|&it| it) else {
        return Lines::default();
    };
    let first = counter.features(first);
    let needed = Weights::new(&NEEDED_WEIGHTS, &first);
    let news = Weights::new(&NEWS_WEIGHTS, &first);
    let confidence = Confidence::new(&first);
    let drafts: Vec<Draft> = (0..context.units.len())
        .filter(|&u| sound[u])
        .map(|u| {
            let unit = &context.units[u];
            let features = counter.features(u);
            Draft {
                unit: u,
                previous: context.previous(u),
                references: reference::open(&context, u),
                voice: voice(&context, &unit.tokens),
                weight: logistic(needed.logit(&features)),
                news: news.logit(&features),
                sentence: confidence.of_sentence(&features),
                accuses: counter.accuses(u),
                denies: counter.denies(u),
                words: unit.words(document),
                content: counter.content(u).to_vec(),
            }
        })
        .collect();
    let Some(main) = select::main(&drafts) else {
        return Lines::default();
    };
    let prose: usize = context.units.iter().map(|unit| unit.words(document)).sum();
    let chosen = select::points(&drafts, main, select::most_points(prose));
    cut(&context, &drafts, &confidence, main, &chosen)
}

/// The lines of the drafts that stand where they are shown: of `chosen` after those before it and the main one, of the others alone.
fn cut(
    context: &Context,
    drafts: &[Draft],
    confidence: &Confidence,
    main: usize,
    chosen: &[usize],
) -> Lines {
    let mut out = Lines::default();
    for (d, draft) in drafts.iter().enumerate() {
        let point = chosen.contains(&d);
        let above = |place: Place| {
            let shown = |it: usize| it != d && place_of(drafts[it].unit) == place;
            place == TITLE || point && (shown(main) || chosen.iter().any(|&it| it < d && shown(it)))
        };
        let risk = draft.risk(&above);
        if !point && risk > MOST_RISK_ALONE {
            continue;
        }
        let parts = draft::parts(context, draft, &above);
        let sure = confidence.of_line(draft.sentence, risk, point, &parts);
        if !point && sure < LEAST_CONFIDENCE_ALONE {
            continue;
        }
        let index = LineIndex(out.lines.len());
        if point {
            out.points.push(index);
        }
        if d == main {
            out.main = Some(index);
        }
        out.lines.push(Line {
            statement: match draft.voice {
                Voice::Said(id, _) => Some(id),
                Voice::Told | Voice::Unknown => None,
            },
            stands: risk <= MOST_RISK_ALONE,
            confidence: sure,
            weight: draft.weight,
            ..draft::line(context.article, &context.units[draft.unit], parts)
        });
    }
    out
}

/// Of each fact the lines that tell it, in order. O(facts of the lines).
pub fn telling(lines: &[Line], facts: usize) -> Vec<Vec<LineIndex>> {
    let mut telling = vec![Vec::new(); facts];
    for (index, line) in lines.iter().enumerate() {
        for FactId(fact) in &line.facts {
            telling[*fact].push(LineIndex(index));
        }
    }
    telling
}

/// The line whose words hold the span.
pub fn holding(lines: &[Line], span: Span) -> Option<LineIndex> {
    let at = lines.partition_point(|line| line.extent().end <= span.start);
    let line = lines.get(at)?;
    // An insert cuts words in two: the span may run over it.
    let cut = |part: &Part| part.kind == PartKind::Omission && part.span.overlaps(span);
    (line.extent().contains(span) && !line.parts.iter().any(cut)).then_some(LineIndex(at))
}
