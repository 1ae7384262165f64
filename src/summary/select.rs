//! Which lines are the key points: the set that the article needs most and that leaves nothing hanging.
//!
//! One pass over the units in order keeps the best beginnings of a set ([`WIDTH`] of them), since a line leans only on what stands before it:
//! extractive summarization under anaphora constraints (Durrett, Berg-Kirkpatrick and Klein, 2016) by a beam.

use super::context::{Place, TITLE, place_of};
use super::draft::Draft;

/// Beginnings kept.
const WIDTH: usize = 48;

/// Words that the points have at most, the main line among them.
const MOST_WORDS: usize = 190;

/// A line of more risk is no point.
const MOST_RISK: f32 = 0.34;

/// A sentence that fewer editors than this share need is no point.
const LEAST_WEIGHT: f32 = 0.24;

/// What a point's risk costs, in weight.
const COST_OF_RISK: f32 = 0.5;

/// What repeating all of another point's words costs, in weight.
const COST_OF_REPETITION: f32 = 0.6;

/// What a denial gains where the accusation is told: who is accused is heard.
const ANSWER: f32 = 0.3;

/// How many points an article of so many words of prose has.
pub fn most_points(words: usize) -> usize {
    match words {
        0..100 => 3,
        100..150 => 4,
        150..250 => 5,
        250..400 => 6,
        _ => 7,
    }
}

/// The draft that tells the news: the heaviest by its news, a little less for what leans. O(drafts).
pub fn main(drafts: &[Draft]) -> Option<usize> {
    const COST: f32 = 1.0;
    let score = |d: usize| drafts[d].news - COST * drafts[d].risk(&|place| place == TITLE);
    (0..drafts.len()).max_by(|&a, &b| score(a).total_cmp(&score(b)).then(b.cmp(&a)))
}

/// A beginning of a set of points.
#[derive(Clone, Debug)]
struct Set {
    points: Vec<usize>,
    words: usize,
    gain: f32,
}

/// The points, `main` among them, in order. O(drafts · WIDTH · references).
pub fn points(drafts: &[Draft], main: usize, most: usize) -> Vec<usize> {
    let mut sets = vec![Set {
        points: Vec::new(),
        words: drafts[main].words,
        gain: 0.0,
    }];
    for d in 0..drafts.len() {
        if d != main && drafts[d].weight < LEAST_WEIGHT {
            continue;
        }
        let mut next = Vec::with_capacity(sets.len() * 2);
        for set in sets {
            if d == main {
                next.push(with(&set, d, 0, 0.0));
                continue;
            }
            if let Some(longer) = extended(drafts, main, most, &set, d) {
                next.push(longer);
            }
            next.push(set);
        }
        next.sort_by(|a, b| b.gain.total_cmp(&a.gain).then(a.points.cmp(&b.points)));
        next.truncate(WIDTH);
        sets = next;
    }
    sets.into_iter()
        .next()
        .map_or_else(|| vec![main], |set| set.points)
}

/// A set with draft `d` too; `None` where it does not fit.
fn extended(drafts: &[Draft], main: usize, most: usize, set: &Set, d: usize) -> Option<Set> {
    let draft = &drafts[d];
    let room = set.points.len() + usize::from(!set.points.contains(&main)) < most
        && set.words + draft.words <= MOST_WORDS;
    if !room {
        return None;
    }
    let shown = |place: Place| {
        place == TITLE
            || (set.points.iter().chain([&main]))
                .any(|&point| place_of(drafts[point].unit) == place)
    };
    let risk = draft.risk(&shown);
    if risk > MOST_RISK {
        return None;
    }
    let repeated = (set.points.iter().chain([&main]))
        .map(|&point| overlap(&draft.content, &drafts[point].content))
        .fold(0.0, f32::max);
    let answers =
        draft.denies && (set.points.iter().chain([&main])).any(|&point| drafts[point].accuses);
    let gain = draft.weight + if answers { ANSWER } else { 0.0 }
        - LEAST_WEIGHT
        - COST_OF_RISK * risk
        - COST_OF_REPETITION * (repeated - 0.3).max(0.0);
    Some(with(set, d, draft.words, gain))
}

fn with(set: &Set, d: usize, words: usize, gain: f32) -> Set {
    let mut points = set.points.clone();
    points.push(d);
    Set {
        points,
        words: set.words + words,
        gain: set.gain + gain,
    }
}

/// The share of the fewer words that two sorted lists have in common.
fn overlap(a: &[&str], b: &[&str]) -> f32 {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                both += 1;
                i += 1;
                j += 1;
            }
        }
    }
    both as f32 / a.len().min(b.len()).max(1) as f32
}
