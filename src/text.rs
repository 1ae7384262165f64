//! Text as bytes and positions: spans, and the way to other units of offset. Knows nothing of language.

mod hash;
mod offsets;
mod span;

pub use hash::sha256_hex;
pub use offsets::{Offsets, Unit};
pub use span::Span;
