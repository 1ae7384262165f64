//! Report to serde and back: the only serialiser. Offsets are converted here, bytes inside, the caller's unit outside.
//!
//! Knows the names of the contract (schema `nutgraf/2`) and nothing of language.

mod figure;
mod number;
mod read;
mod schema;
mod write;

pub use read::{ReadError, read};
pub use schema::Report;
pub use write::{serialize, write};

/// Name and version of the form of reports.
pub const SCHEMA: &str = "nutgraf/2";
