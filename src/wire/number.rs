//! Numbers as they are written: whole numbers without a fraction, shares with three decimals, the same on every platform.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number of the text: 100, 2.5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(pub f64);

/// Beyond this, a JavaScript number no longer holds every whole number.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_991.0;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() <= LARGEST_WHOLE {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(Self)
    }
}

/// A share from 0 to 1, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share(pub f32);

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Number((f64::from(self.0) * 1000.0).round() / 1000.0).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f32::deserialize(deserializer).map(Self)
    }
}
