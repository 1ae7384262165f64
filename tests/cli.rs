//! The command as people and programs use it.
#![cfg(feature = "cli")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const SEED: &str = "seeds/000_09ffe61ff0e0225a.txt";

/// A fresh folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn nutgraf(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_nutgraf"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    // A command that reads nothing closes the pipe; that is its right.
    let _ = child
        .stdin
        .take()
        .expect("piped")
        .write_all(input.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn json(line: &str) -> serde_json::Value {
    serde_json::from_str(line).expect("JSON")
}

#[test]
fn a_file_gives_a_summary_for_people() {
    let done = nutgraf(&[SEED], "");
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    let page = out(&done);
    for words in [
        "Made by a program",
        "THE MAIN FACT",
        "IN SHORT",
        "NOT CONFIRMED OR DENIED",
        "more than 100",
    ] {
        assert!(page.contains(words), "no “{words}” in {page}");
    }
    assert!(!page.contains('\u{1b}'), "colour, and no terminal");
    assert!(
        page.lines().all(|line| line.chars().count() <= 200),
        "{page}"
    );
}

#[test]
fn standard_input_is_a_dash() {
    let done = nutgraf(
        &["--format", "jsonl", "-"],
        "A man died in Köln 🇨🇭 on Monday.",
    );
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    let report = json(&out(&done));
    assert_eq!(report["schema"], "nutgraf/1");
    assert_eq!(report["unit"], "utf16");
    assert_eq!(report["length"], 34);
}

#[test]
fn offsets_are_in_the_unit_that_was_asked_for() {
    for (unit, length) in [("utf16", 34), ("codepoint", 32), ("byte", 39)] {
        let done = nutgraf(
            &["--format", "jsonl", "--offsets", unit, "-"],
            "A man died in Köln 🇨🇭 on Monday.",
        );
        let report = json(&out(&done));
        assert_eq!(
            (report["unit"].as_str(), report["length"].as_u64()),
            (Some(unit), Some(length))
        );
    }
}

#[test]
fn tokens_come_when_asked_for_and_only_then() {
    let text = "A man died.";
    let with = json(&out(&nutgraf(
        &["--format", "jsonl", "--tokens", "-"],
        text,
    )));
    assert_eq!(with["tokens"].as_array().map(Vec::len), Some(4));
    let without = json(&out(&nutgraf(&["--format", "jsonl", "-"], text)));
    assert!(without.get("tokens").is_none());
}

#[test]
fn a_bad_file_is_named_and_the_others_are_done() {
    let done = nutgraf(&["--format", "jsonl", "no/such/file", SEED], "");
    assert_eq!(done.status.code(), Some(1));
    assert!(err(&done).contains("no/such/file"), "{}", err(&done));
    assert_eq!(out(&done).lines().count(), 1);
}

#[test]
fn a_date_that_is_none_is_refused() {
    let done = nutgraf(&["--date", "2015-02-29", "-"], "A man died.");
    assert_eq!(done.status.code(), Some(1));
    assert!(err(&done).contains("2015-02-29"), "{}", err(&done));
}

#[test]
fn wrong_use_is_status_2() {
    for arguments in [
        &[][..],
        &["--format", "none", "-"],
        &["batch", "--resume"],
        &["batch", "--threads", "0"],
    ] {
        assert_eq!(
            nutgraf(arguments, "").status.code(),
            Some(2),
            "{arguments:?}"
        );
    }
}

#[test]
fn bytes_that_are_not_utf8_are_named() {
    let file = folder("bytes").join("bad.txt");
    std::fs::write(&file, [b'a', 0xff, b'b']).expect("written");
    let done = nutgraf(&[&file.display().to_string()], "");
    assert_eq!(done.status.code(), Some(1));
    assert!(
        err(&done).contains("not UTF-8 from byte 1 on"),
        "{}",
        err(&done)
    );
}

const LINES: &str = "{\"id\":\"a\",\"text\":\"A man died.\"}\n\nnot JSON\n{\"id\":\"b\"}\n{\"id\":7,\"text\":\"Two men died.\",\"date\":\"2015-13-01\"}\n{\"id\":8,\"text\":\"Three men died.\"}\n";

#[test]
fn batch_answers_every_line_in_its_place() {
    let done = nutgraf(&["batch", "--threads", "2"], LINES);
    assert_eq!(done.status.code(), Some(1), "{}", err(&done));
    let answers: Vec<serde_json::Value> = out(&done).lines().map(json).collect();
    let codes: Vec<_> = answers
        .iter()
        .map(|it| it["error"]["code"].as_str())
        .collect();
    assert_eq!(
        codes,
        [None, Some("input"), Some("input"), Some("date"), None]
    );
    let ids: Vec<_> = answers.iter().map(|it| it["id"].to_string()).collect();
    assert_eq!(ids, ["\"a\"", "null", "\"b\"", "7", "8"]);
}

#[test]
fn batch_of_good_lines_is_status_0() {
    let done = nutgraf(
        &["batch", "-"],
        "{\"id\":1,\"text\":\"\"}\n{\"id\":2,\"text\":\"Rain fell.\"}",
    );
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    assert_eq!(out(&done).lines().count(), 2);
}

#[test]
fn batch_goes_on_where_it_was_cut_off() {
    let folder = folder("resume");
    let (input, output) = (folder.join("in.jsonl"), folder.join("out.jsonl"));
    std::fs::write(&input, LINES).expect("written");
    let (input, output) = (input.display().to_string(), output.display().to_string());
    let whole = nutgraf(&["batch", &input, "-o", &output], "");
    assert_eq!(whole.status.code(), Some(1), "{}", err(&whole));
    let all = std::fs::read_to_string(&output).expect("written");
    for cut in [0, 10, all.len() / 2, all.len() - 3, all.len()] {
        let mut at = cut;
        while !all.is_char_boundary(at) {
            at -= 1;
        }
        std::fs::write(&output, &all[..at]).expect("written");
        let again = nutgraf(&["batch", &input, "-o", &output, "--resume"], "");
        assert_eq!(again.status.code(), Some(1), "{}", err(&again));
        assert_eq!(
            std::fs::read_to_string(&output).expect("written"),
            all,
            "cut at {cut}"
        );
    }
}

#[test]
fn batch_does_not_go_on_in_another_output() {
    let folder = folder("other");
    let (input, output) = (folder.join("in.jsonl"), folder.join("out.jsonl"));
    std::fs::write(&input, LINES).expect("written");
    std::fs::write(&output, "{\"id\":\"z\",\"report\":{}}\n").expect("written");
    let (input, output) = (input.display().to_string(), output.display().to_string());
    let done = nutgraf(&["batch", &input, "-o", &output, "--resume"], "");
    assert_eq!(done.status.code(), Some(2));
    assert!(err(&done).contains("does not answer"), "{}", err(&done));
    assert_eq!(
        std::fs::read_to_string(&output).expect("kept"),
        "{\"id\":\"z\",\"report\":{}}\n"
    );
}

#[test]
fn batch_does_not_write_over_its_input() {
    let folder = folder("same");
    let input = folder.join("in.jsonl");
    std::fs::write(&input, LINES).expect("written");
    let name = input.display().to_string();
    let done = nutgraf(&["batch", &name, "-o", &name], "");
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&input).expect("kept"), LINES);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_plainly() {
    let done = nutgraf(
        &["batch", "-o", "/dev/full"],
        "{\"id\":1,\"text\":\"Rain fell.\"}\n",
    );
    assert_eq!(done.status.code(), Some(2));
    assert!(err(&done).contains("the disk is full"), "{}", err(&done));
}

#[test]
fn verify_holds_for_the_text_and_not_for_another() {
    let folder = folder("verify");
    let (report, edited) = (folder.join("report.json"), folder.join("edited.txt"));
    let done = nutgraf(&["--format", "json", SEED], "");
    std::fs::write(&report, &done.stdout).expect("written");
    let report = report.display().to_string();
    let good = nutgraf(&["verify", &report, SEED], "");
    assert_eq!((good.status.code(), out(&good).as_str()), (Some(0), ""));
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SEED))
        .expect("the seed");
    std::fs::write(&edited, text.replace("more than 100", "more than 900")).expect("written");
    let bad = nutgraf(&["verify", &report, &edited.display().to_string()], "");
    assert_eq!(bad.status.code(), Some(1));
    assert!(
        out(&bad).starts_with("text: the text has changed"),
        "{}",
        out(&bad)
    );
    let none = nutgraf(&["verify", SEED, SEED], "");
    assert_eq!(none.status.code(), Some(2));
}
