//! Typed read-only tables of words and their data files (`lexicon/*.tsv`): what a linguist would change.

mod table;

pub use table::Table;
