//! Tags, dependency trees and lemmas from the network.

pub mod lemma;
pub mod ruler;
