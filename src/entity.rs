//! Who and what is mentioned: the recogniser's names, groups without a name, values, and which mentions are one.

use crate::document::Document;
use crate::report::Entity;

/// What the recogniser network found, before any rule: token range and type.
pub type Named = (crate::document::TokenRange, crate::report::EntityType);

/// The entities of a parsed document. `named` are the network's; `date` is the article's (`YYYY-MM-DD`), if known.
pub fn recognize(_document: &Document, _named: &[Named], _date: Option<&str>) -> Vec<Entity> {
    Vec::new()
}
