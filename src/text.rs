//! Text as bytes and positions: spans, and the way to other units of offset. Knows nothing of language.

mod blank;
mod hash;
mod invisible;
mod line;
mod offsets;
mod span;

pub use blank::is_blank;
pub use hash::sha256_hex;
pub use invisible::is_invisible;
pub use line::one_line;
pub use offsets::{Offsets, Unit};
pub use span::Span;
