//! The fact summary as plain HTML that any page can carry and style.

use crate::report::Report;

/// Where the article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Article<'a> {
    /// In the fragment, beside the summary.
    Within,
    /// In the page, in the element with this id.
    InPage(&'a str),
}

/// The fragment; see [`Article`].
pub fn fragment(_text: &str, _report: &Report, _article: Article) -> String {
    String::new()
}
