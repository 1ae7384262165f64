//! Reads an English news article and shows what it says: its news and key points in its own words, entities, who says what, and
//! facts, each linked to the words it stands on.
//!
//! The law of this crate is that it *writes no words of its own*: what it shows are spans of the article and labels. So it invents
//! nothing, drops no hedge and hides no source. Nothing here does any IO.
//!
//! One direction of data, one stage a module, in reading order:
//!
//! ```text
//! &str ─ segment ─▶ Document ─ parse ─▶ +tags, trees ─ entity ─▶ entities ─ statement ─▶ who says what
//!      ─ fact ─▶ facts ─ summary ─▶ Report ─ wire ─▶ JS object or JSON, offsets in UTF-16
//! ```

pub mod text;

pub mod nn;

pub mod lexicon;

pub mod document;

pub mod report;

pub mod segment;

pub mod parse;

pub mod entity;

pub mod statement;

pub mod fact;

pub mod summary;

pub mod analyzer;

pub mod wire;

pub mod verify;

pub mod export;

#[cfg(target_arch = "wasm32")]
pub mod web;

pub use analyzer::Analyzer;
pub use report::Report;
pub use text::Span;
