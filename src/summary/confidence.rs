//! How often a strict reader lets such a line stand: fitted to readers' verdicts by `model/confidence.py`.

use crate::lexicon::CONFIDENCE_WEIGHTS;
use crate::report::{Part, PartKind};

use super::importance::{Features, probability};

/// What speaks for and against a line, by name: its risk where it stands, how it is put together, and some of its sentence's features.
pub fn features(risk: f32, is_point: bool, parts: &[Part], sentence: &Features) -> Features {
    let truth = |it: bool| f32::from(u8::from(it));
    let has = |kind: PartKind| truth(parts.iter().any(|part| part.kind == kind));
    let mut features = vec![
        ("risk", risk),
        ("point", truth(is_point)),
        ("insert", has(PartKind::Insert)),
        ("omission", has(PartKind::Omission)),
        ("source", has(PartKind::Source)),
    ];
    features
        .extend((sentence.iter().copied()).filter(|(name, _)| CONFIDENCE_WEIGHTS.contains(name)));
    features
}

/// The share of such lines that stand, 0 to 1.
pub fn confidence(features: &Features) -> f32 {
    probability(&CONFIDENCE_WEIGHTS, features)
}
