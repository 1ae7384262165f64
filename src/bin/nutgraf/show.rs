//! Single articles: read, analysed, printed in the form that was asked for.

use nutgraf::analyzer::Tokens;
use nutgraf::export::fragment::{Article, fragment};
use nutgraf::{Analyzer, Report, export, wire};

use crate::stdout::{Reader, print};
use crate::{DONE, Format, SOME, Show, article, complain, fail, people, read, tokens};

/// Analyses the files one by one; a bad file is named on standard error and does not stop the others.
pub fn run(analyzer: &Analyzer, task: &Show) -> u8 {
    let mut options = task.form.options(task.date.clone());
    if task.format == Format::Tokens {
        options.tokens = Tokens::Keep;
    }
    let mut status = DONE;
    for file in &task.files {
        let analysed = read::article(file).and_then(|text| {
            (analyzer.analyze(&text, &options))
                .map(|report| (text, report))
                .map_err(|error| format!("{}: {error}", read::name(file)))
        });
        let (text, report) = match analysed {
            Ok(done) => done,
            Err(message) => {
                complain(&message);
                status = SOME;
                continue;
            }
        };
        match print(&printed(task, &text, &report)) {
            Ok(Reader::There) => {}
            Ok(Reader::Gone) => return status,
            Err(message) => return fail(&message),
        }
    }
    status
}

fn printed(task: &Show, text: &str, report: &Report) -> String {
    let wire = || wire::write(report, text, task.form.unit());
    let other = |format| export::export(format, text, report, task.form.unit());
    let json = match task.format {
        Format::Text => {
            let extent = match task.all {
                true => people::Extent::All,
                false => people::Extent::Screen,
            };
            return people::summary(text, report, extent, people::Ink::of_stdout());
        }
        Format::Json => serde_json::to_string_pretty(&wire()),
        Format::Jsonl => serde_json::to_string(&wire()),
        Format::Md => return other(export::Format::Markdown),
        Format::Csv => return other(export::Format::Facts),
        Format::EntitiesCsv => return other(export::Format::Entities),
        Format::StatementsCsv => return other(export::Format::Statements),
        Format::Html => return other(export::Format::Html) + "\n",
        Format::Fragment => {
            let article = (task.host.as_deref()).map_or(Article::Within, Article::InPage);
            return fragment(text, report, article) + "\n";
        }
        Format::Ann => return other(export::Format::Standoff),
        Format::Jsonld => return other(export::Format::WebAnnotation),
        Format::Schema => return other(export::Format::Schema),
        Format::Displacy => return other(export::Format::Displacy),
        Format::Article => return article::article(text, report),
        Format::Tokens => return tokens::table(text, report, task.form.unit()),
    };
    json.expect("plain data with string keys always serialises") + "\n"
}
