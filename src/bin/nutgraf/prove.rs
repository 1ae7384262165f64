//! `nutgraf verify`: a report proved against its text.

use nutgraf::verify::verify;
use nutgraf::wire;

use crate::shown::shown;
use crate::stdout::print;
use crate::{DONE, SOME, Verify, fail, read};

/// A longer file is no report: one on the longest text, with its tokens, has less.
const MAX_REPORT_BYTES: u64 = 1_000_000_000;

/// Prints what no longer holds.
pub fn run(task: &Verify) -> u8 {
    match findings(task) {
        Ok(findings) if findings.is_empty() => DONE,
        Ok(findings) => match print(&shown(&(findings.join("\n") + "\n"))) {
            Ok(_) => SOME,
            Err(message) => fail(&message),
        },
        Err(message) => fail(&message),
    }
}

fn findings(task: &Verify) -> Result<Vec<String>, String> {
    let text = read::article(&task.text)?;
    let json = read::text(&task.report, MAX_REPORT_BYTES)?;
    let name = read::name(&task.report);
    let written: wire::Report =
        serde_json::from_str(&json).map_err(|error| format!("{name}: no report: {error}"))?;
    // What cannot be read as a report is forged or cut: that is a finding, not a failure to run.
    Ok(match wire::read(&written, &text) {
        Ok(report) => verify(&report, &text)
            .iter()
            .map(ToString::to_string)
            .collect(),
        Err(error) => vec![error.to_string()],
    })
}
