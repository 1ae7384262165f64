//! The `nutgraf` command: what news articles say, for people and for programs.

mod article;
mod batch;
mod page;
mod people;
mod prove;
mod read;
mod show;
mod shown;
mod stdout;
mod tokens;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use nutgraf::Analyzer;
use nutgraf::analyzer::{Foreign, Options, Tokens};
use nutgraf::text::Unit;

/// Everything was done.
const DONE: u8 = 0;
/// Some texts could not be analysed; the others were.
const SOME: u8 = 1;
/// It could not run, or not to the end.
const FAILED: u8 = 2;

const AFTER_HELP: &str = "\
Examples:
  nutgraf article.txt
  nutgraf --all article.txt
  nutgraf --format json --date 2018-02-08 article.txt > report.json
  nutgraf --format fragment article.txt > fragment.html
  curl -s https://example.org/articles.jsonl.gz | nutgraf batch -o reports.jsonl.zst

Exit status: 0 if all files were analysed, 1 if some were not, 2 if it could not run.";

/// Shows what an English news article says: who did what to whom, when, where, and who says so, every fact with the words it
/// stands on. Made by a program: check it against the text.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = AFTER_HELP,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true
)]
struct Command {
    #[command(subcommand)]
    task: Option<Task>,
    #[command(flatten)]
    show: Show,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Analyses many articles, on all cores and in the same order: {"id", "text", "date"?} a line in, {"id", "report"} or
    /// {"id", "error"} a line out.
    ///
    /// Lines may be packed by gzip or Zstandard, or be the rows of a Parquet table; the output is of the kind that its name
    /// ends in: .jsonl, .gz, .zst, .parquet.
    ///
    /// Exit status: 0 if all were analysed, 1 if some were not, 2 if it could not run to the end.
    Batch(Batch),
    /// Proves a report against its text again: every span, line, answer, fact and statement.
    ///
    /// Prints what no longer holds, one finding a line. Exit status: 0 if everything holds, 1 if something does not, 2 if it
    /// could not run.
    Verify(Verify),
}

/// Proves a report.
#[derive(Debug, Args)]
struct Verify {
    /// The report, as JSON.
    #[arg(value_name = "REPORT")]
    report: PathBuf,
    /// The text that it is about.
    #[arg(value_name = "TEXT")]
    text: PathBuf,
}

/// Analyses single articles.
#[derive(Debug, Args)]
struct Show {
    /// Text files, UTF-8; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The article's date, YYYY-MM-DD: weekdays are resolved against it.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// For `--format text`: prints all lines, what is not settled with its reason, the times, and who did what.
    #[arg(long)]
    all: bool,
    /// For `--format fragment`: the article is in the page, in the element with this id, and not in the fragment.
    #[arg(long = "for", value_name = "ID")]
    host: Option<String>,
    #[command(flatten)]
    form: Form,
}

impl Show {
    /// Ends the program if an option is given that the format does not have.
    fn check(&self) {
        let message = if self.all && self.format != Format::Text {
            "--all is for --format text"
        } else if self.host.is_some() && self.format != Format::Fragment {
            "--for is for --format fragment"
        } else {
            return;
        };
        Command::command()
            .error(ErrorKind::ArgumentConflict, message)
            .exit();
    }
}

#[derive(Debug, Args)]
struct Batch {
    /// The articles; `-` is standard input.
    #[arg(value_name = "IN", default_value = "-")]
    input: PathBuf,
    /// Where the reports go; standard output if not given.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// How many threads work; as many as there are cores if not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
    /// Goes on where an earlier run into the same OUT was cut off, if it is there: the file becomes what that run would have
    /// made. Not for Parquet.
    #[arg(long, requires = "output")]
    resume: bool,
    #[command(flatten)]
    form: Form,
}

/// What both tasks let one choose.
#[derive(Debug, Args)]
struct Form {
    /// The unit of offsets in JSON.
    #[arg(long, value_enum, default_value_t = Offsets::Utf16)]
    offsets: Offsets,
    /// Puts the tokens, with tags and trees, into JSON.
    #[arg(long)]
    tokens: bool,
    /// Reads a text as English even if it does not seem to be.
    #[arg(long)]
    force: bool,
}

impl Form {
    fn unit(&self) -> Unit {
        match self.offsets {
            Offsets::Utf16 => Unit::Utf16,
            Offsets::Codepoint => Unit::Codepoint,
            Offsets::Byte => Unit::Byte,
        }
    }

    fn options(&self, date: Option<String>) -> Options {
        Options {
            date,
            tokens: match self.tokens {
                true => Tokens::Keep,
                false => Tokens::Omit,
            },
            foreign: match self.force {
                true => Foreign::Force,
                false => Foreign::Refuse,
            },
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Offsets {
    /// As in JavaScript and Java.
    Utf16,
    /// As in Python.
    Codepoint,
    /// As in Rust and Go.
    Byte,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The fact summary, for people: headline, main line, key points, answers and numbers; --all for the rest.
    Text,
    /// The report, indented.
    Json,
    /// The report on one line.
    Jsonl,
    /// The fact summary in Markdown, with footnotes.
    Md,
    /// A table of the facts.
    Csv,
    /// A table of the entities.
    #[value(name = "entities.csv")]
    EntitiesCsv,
    /// A table of who says what.
    #[value(name = "statements.csv")]
    StatementsCsv,
    /// The article as it is read: headline and paragraphs, what is no prose marked with what it is.
    Article,
    /// The article as HTML, its mentions marked.
    Html,
    /// The fact summary as HTML for a page, read without JavaScript; `<nut-graf>` takes over where its script is loaded.
    Fragment,
    /// brat's standoff annotation; code points.
    Ann,
    /// W3C Web Annotations; code points.
    Jsonld,
    /// schema.org, as JSON-LD.
    Schema,
    /// displaCy's input; code points.
    Displacy,
    /// A table of the tokens: start, end, word, lemma, part of speech, tag, index of the head, label.
    Tokens,
}

fn main() -> ExitCode {
    let command = Command::parse();
    let show = command.show;
    ExitCode::from(match command.task {
        Some(Task::Verify(task)) => prove::run(&task),
        Some(Task::Batch(task)) => with_analyzer(|analyzer| batch::run(analyzer, task)),
        None => {
            show.check();
            with_analyzer(|analyzer| show::run(&analyzer, &show))
        }
    })
}

/// What the task comes to, or the failure to load the weights that it needs.
fn with_analyzer(task: impl FnOnce(Analyzer) -> u8) -> u8 {
    match Analyzer::embedded() {
        Ok(analyzer) => task(analyzer),
        Err(error) => fail(&error.to_string()),
    }
}

/// Says on standard error, in one line, what is in the way.
fn complain(message: &str) {
    eprintln!("nutgraf: {}", shown::shown(message));
}

/// Says what is in the way, and that nothing more is done.
fn fail(message: &str) -> u8 {
    complain(message);
    FAILED
}
