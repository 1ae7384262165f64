//! Text as bytes and positions: spans, and the way to other units of offset. Knows nothing of language.

mod hash;
mod invisible;
mod offsets;
mod span;

pub use hash::sha256_hex;
pub use invisible::is_invisible;
pub use offsets::{Offsets, Unit};
pub use span::Span;
