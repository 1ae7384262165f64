//! Named cases: the smallest text that shows a behaviour, named for it, with a near-miss beside it.
//!
//! One module a stage; every module has one `check` that all its cases go through.

mod answers;
mod beginning;
mod blocks;
mod cases;
mod certainty;
mod coreference;
mod disguise;
mod entities;
mod export;
mod facts;
mod fragment;
mod hostile;
mod html;
mod language;
mod lemmas;
mod lines;
mod lists;
mod merging;
mod misquoting;
mod network;
mod points;
mod roles;
mod sentences;
mod statements;
mod tokens;
mod values;
