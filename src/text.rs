//! Text as bytes and positions: spans, and the way to other units of offset. Knows nothing of language.

mod span;

pub use span::Span;
