//! Stands for tables where this nutgraf was built without them: there are none, and that is said.

use std::convert::Infallible;
use std::fs::File;
use std::io;
use std::path::Path;

use indicatif::ProgressBar;

use super::answer::Answer;
use super::article::Raw;

const ABSENT: &str = "this nutgraf was built without Parquet: install it with --features parquet";

/// Tables cannot be written.
pub fn ready() -> io::Result<()> {
    Err(io::Error::other(ABSENT))
}

/// No rows.
pub struct Rows {
    /// No number.
    pub count: u64,
    never: Infallible,
}

impl Rows {
    /// Never opens.
    pub fn open(path: &Path, _: &ProgressBar) -> Result<Self, String> {
        Err(format!("{}: {ABSENT}", path.display()))
    }

    /// Never called.
    pub fn next_row(&mut self) -> Result<Option<Raw>, String> {
        match self.never {}
    }
}

/// No table.
pub struct Writer(Infallible);

impl Writer {
    /// Never opens.
    pub fn new(_: File) -> io::Result<Self> {
        Err(io::Error::other(ABSENT))
    }

    /// Never called.
    pub fn write(&mut self, _: Vec<Answer>) -> io::Result<()> {
        match self.0 {}
    }

    /// Never called.
    pub fn finish(&mut self) -> io::Result<()> {
        match self.0 {}
    }
}
