//! How often a strict reader lets such a line stand: fitted to readers' verdicts by `model/confidence.py`.

use crate::lexicon::CONFIDENCE_WEIGHTS;
use crate::report::{Part, PartKind};

use super::importance::{Features, Weights, logistic};

/// The weights of readers' verdicts.
pub struct Confidence {
    /// Of the sentence's own features.
    sentence: Weights,
    /// Of how the line is made, in the order of [`made`].
    made: Weights,
}

impl Confidence {
    /// For sentences whose features are counted in this order.
    pub fn new(sentence: &Features) -> Self {
        let mut made = Weights::new(&CONFIDENCE_WEIGHTS, &made(0.0, false, &[]));
        // The bias is counted once.
        made.bias = 0.0;
        Self {
            sentence: Weights::new(&CONFIDENCE_WEIGHTS, sentence),
            made,
        }
    }

    /// What the sentence itself speaks for: a part of a logit.
    pub fn of_sentence(&self, features: &Features) -> f32 {
        self.sentence.logit(features)
    }

    /// The share of such lines that stand, 0 to 1. `sentence`: see [`Self::of_sentence`].
    pub fn of_line(&self, sentence: f32, risk: f32, is_point: bool, parts: &[Part]) -> f32 {
        logistic(sentence + self.made.logit(&made(risk, is_point, parts)))
    }
}

/// How a line is made: its risk where it stands, and what it has besides words.
fn made(risk: f32, is_point: bool, parts: &[Part]) -> Features {
    let truth = |it: bool| f32::from(u8::from(it));
    let has = |kind: PartKind| truth(parts.iter().any(|part| part.kind == kind));
    vec![
        ("risk", risk),
        ("point", truth(is_point)),
        ("insert", has(PartKind::Insert)),
        ("omission", has(PartKind::Omission)),
        ("source", has(PartKind::Source)),
    ]
}
