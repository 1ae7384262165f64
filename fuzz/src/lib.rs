//! What the fuzz targets try: each takes any bytes at all, and panics where a promise is broken.
//!
//! The fuzzer calls them (`cargo xtask fuzz`), and `tests/fuzz.rs` replays seeds and past findings through them.

mod analyze;
mod batch;
mod html;
mod lines;
mod plain;
mod planted;
mod report;
mod segment;
mod weights;

use std::sync::LazyLock;

use nutgraf::analyzer::{Foreign, Options, Tokens};
use nutgraf::{Analyzer, Report};

pub use analyze::analyze;
pub use html::html;
pub use lines::lines;
pub use report::report;
pub use segment::segment;
pub use weights::weights;

static ANALYZER: LazyLock<Analyzer> =
    LazyLock::new(|| Analyzer::embedded().expect("the weights load"));

/// The report of any text.
fn read(text: &str) -> Report {
    let options = Options {
        tokens: Tokens::Keep,
        foreign: Foreign::Force,
        date: None,
    };
    ANALYZER
        .analyze(text, &options)
        .expect("analysing never fails")
}
