//! Reports in other forms: for pages, spreadsheets, notes and other programs. Knows the report and nothing of language.

mod annotation;
mod csv;
mod displacy;
pub mod fragment;
pub mod html;
mod json;
pub mod marks;
pub mod outline;
mod schema;
mod standoff;
mod summary;
mod words;

use crate::document::names;
use crate::report::Report;
use crate::text::Unit;

names! {
    /// A form that a report can be given in.
    pub enum Format {
        /// The article with its mentions marked; see [`html::article`].
        Html = "html",
        /// The fact summary as plain text, each line with the paragraphs that it stands on: to paste into a mail.
        Text = "text",
        /// The fact summary, with footnotes that say where it stands and quote the sentences that it shows cut.
        Markdown = "md",
        /// A table of the facts, each with the line that tells it.
        Facts = "csv",
        /// A table of the entities.
        Entities = "entities.csv",
        /// A table of who says what.
        Statements = "statements.csv",
        /// W3C Web Annotations, as JSON-LD: position (code points, as that standard has them) and quote of each mention,
        /// statement, fact and key point.
        WebAnnotation = "jsonld",
        /// schema.org: the article with its key points as abstract, and its claims, as JSON-LD.
        Schema = "schema",
        /// brat's standoff annotation; code points, as brat has them.
        Standoff = "ann",
        /// displaCy's input for entities; code points, as Python has them.
        Displacy = "displacy",
    }
}

/// `report` of `text` in another form. `unit` is what the offsets of tables are counted in; the other forms have a unit of their own.
///
/// ```
/// use nutgraf::{Report, export::{Format, export}, text::Unit};
/// let table = export(Format::Entities, "Köln 🇨🇭", &Report::default(), Unit::Utf16);
/// assert_eq!(table, "id,type,name,aliases,salience,mentions,start,end\r\n");
/// ```
pub fn export(format: Format, text: &str, report: &Report, unit: Unit) -> String {
    match format {
        Format::Html => html::article(text, report),
        Format::Text => summary::text(text, report),
        Format::Markdown => summary::markdown(text, report),
        Format::Facts => csv::facts(text, report, unit),
        Format::Entities => csv::entities(text, report, unit),
        Format::Statements => csv::statements(text, report, unit),
        Format::WebAnnotation => annotation::page(text, report),
        Format::Schema => schema::article(text, report),
        Format::Standoff => standoff::annotations(text, report),
        Format::Displacy => displacy::entities(text, report),
    }
}
