//! The command as people and programs use it.
#![cfg(feature = "cli")]

mod batch;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(target_os = "linux")]
mod resume;

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
    nutgraf_bytes(arguments, input.as_bytes())
}

fn nutgraf_bytes(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_nutgraf"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut to = child.stdin.take().expect("piped");
    let input = input.to_vec();
    // A command that reads nothing closes the pipe; that is its right.
    let feeder = std::thread::spawn(move || drop(to.write_all(&input)));
    let output = child.wait_with_output().expect("it ends");
    feeder.join().expect("fed");
    output
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
        "KEY POINTS",
        "NUMBERS",
        "more than 100",
    ] {
        assert!(page.contains(words), "no “{words}” in {page}");
    }
    for words in ["NOT SETTLED", "WHO DID WHAT", "not stated"] {
        assert!(!page.contains(words), "“{words}” in {page}");
    }
    assert!(!page.contains('\u{1b}'), "colour, and no terminal");
    assert!(page.lines().count() <= 50, "fits on a screen: {page}");
    assert!(
        page.lines().all(|line| line.chars().count() <= 80),
        "{page}"
    );
}

/// `BLESS=1 cargo test --features cli --test cli readme` writes it anew.
#[test]
fn the_readme_shows_what_the_command_prints() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&file).expect("it is there");
    let (before, rest) = readme.split_once("\n```text\n").expect("a block of text");
    let (shown, after) = rest.split_once("```\n").expect("its end");
    let page = out(&nutgraf(&[SEED], ""));
    if std::env::var_os("BLESS").is_some() {
        let written = format!("{before}\n```text\n{page}```\n{after}");
        std::fs::write(&file, written).expect("a file that can be written");
    } else {
        assert_eq!(shown, page);
    }
}

#[test]
fn all_of_a_summary_has_each_line_once() {
    let done = nutgraf(&["--all", SEED], "");
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    let page = out(&done).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("WHO DID WHAT"), "{page}");
    let report = json(&out(&nutgraf(&["--format", "json", SEED], "")));
    let lines = report["summary"]["lines"].as_array().expect("a list");
    assert!(!lines.is_empty());
    for line in lines {
        let text = line["text"].as_str().expect("words");
        assert_eq!(page.matches(text).count(), 1, "“{text}” in {page}");
    }
    let refused = nutgraf(&["--all", "--format", "md", SEED], "");
    assert_eq!(refused.status.code(), Some(2));
    assert!(err(&refused).contains("--all is for --format text"));
}

#[test]
fn standard_input_is_a_dash() {
    let done = nutgraf(
        &["--format", "jsonl", "-"],
        "A man died in Köln 🇨🇭 on Monday.",
    );
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    let report = json(&out(&done));
    assert_eq!(report["schema"], "nutgraf/2");
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
fn an_address_is_no_file() {
    let done = nutgraf(&["https://example.org/a"], "");
    assert_eq!(done.status.code(), Some(1));
    assert!(err(&done).contains("is an address"), "{}", err(&done));
    assert_eq!(err(&done).lines().count(), 1);
}

#[test]
fn an_article_is_printed_as_it_is_read() {
    let text = "Bank cuts rate\n\nBy Jane Roe\n\nGENEVA (AP) - The bank\nhas cut its rate. Sign up for our news.\n";
    let done = nutgraf(&["--format", "article", "-"], text);
    assert_eq!(
        out(&done),
        "Bank cuts rate\n\n[byline] By Jane Roe\n\n[dateline] GENEVA (AP) -\nThe bank has cut its rate.\n[promo] Sign up for our news.\n",
        "{}",
        err(&done)
    );
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
fn a_file_that_is_no_text_is_named_with_what_it_is() {
    let folder = folder("bytes");
    for (bytes, message) in [
        (&b"a\xffb"[..], "is not UTF-8 from byte 1 on"),
        (b"\x7fELF\x02\0\xff\xff", "is no text"),
        (b"\xff\xfeA\0", "is UTF-16"),
        (b"%PDF-1.4 A man died.", "is a PDF"),
        (b"<!DOCTYPE html><p>A man died.", "is a page in HTML"),
    ] {
        let file = folder.join("bad.txt");
        std::fs::write(&file, bytes).expect("written");
        let done = nutgraf(&[&file.display().to_string()], "");
        assert_eq!(done.status.code(), Some(1));
        assert!(err(&done).contains(message), "{}", err(&done));
    }
    let done = nutgraf(&[&folder.display().to_string()], "");
    assert!(
        err(&done).contains("is a directory, not a file"),
        "{}",
        err(&done)
    );
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    let with = nutgraf(&["--format", "jsonl", "-"], "\u{feff}A man died.\r\n");
    let without = nutgraf(&["--format", "jsonl", "-"], "A man died.\r\n");
    assert_eq!(with.stdout, without.stdout);
}

#[test]
fn a_text_over_the_limit_is_refused_without_reading_it_all() {
    let done = nutgraf(&["-"], &"A man died. ".repeat(1_000_000));
    assert_eq!(done.status.code(), Some(1));
    assert!(
        err(&done).contains("is longer than 10000000 bytes"),
        "{}",
        err(&done)
    );
}

#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    let mut child = batch::start(&[SEED, "-"]);
    drop(child.stdout.take());
    drop(child.stdin.take());
    let done = child.wait_with_output().expect("it ends");
    assert_eq!((done.status.code(), err(&done).as_str()), (Some(0), ""));
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

#[test]
fn tokens_are_a_table_with_a_blank_line_between_sentences() {
    let done = nutgraf(
        &["--format", "tokens", "-"],
        "Köln 🇨🇭 voted. Two\u{a0}men left.\n",
    );
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    let table = out(&done);
    let rows: Vec<Vec<&str>> = table.lines().map(|row| row.split('\t').collect()).collect();
    assert!(rows.iter().all(|row| matches!(row.len(), 1 | 8)), "{table}");
    assert_eq!(
        rows.iter().filter(|row| row.len() == 1).count(),
        1,
        "{table}"
    );
    assert!(
        rows.iter()
            .any(|row| row[0] == "10" && row[2] == "voted" && row[3] == "vote"),
        "{table}"
    );
}

#[test]
fn words_of_a_table_are_the_texts_own() {
    let text = "The man said \"hi\\there\" to O'Brien’s “men”.\n";
    let done = nutgraf(&["--format", "tokens", "--offsets", "byte", "-"], text);
    let table = out(&done);
    let rows = table.lines().skip(1).filter(|row| !row.is_empty());
    let mut words = 0;
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        let at = |i: usize| cells[i].parse::<usize>().expect("an offset");
        assert_eq!(cells[2], &text[at(0)..at(1)], "{row}");
        words += 1;
    }
    assert!(words > 10, "{table}");
}

#[test]
fn no_text_and_no_report_steers_a_terminal() {
    let text = "Mayor\u{1b}[2J opens\u{7} bridge\n\nThe army\u{1b}[31m killed five people in Paris\u{1b}]0;x\u{7} on Monday, \
                Ann\u{9b}31m Hall said. Police said six people were killed\u{8}\u{7f}.\n";
    let steers = |words: &str| {
        let found = words
            .chars()
            .find(|&c| c.is_control() && !matches!(c, '\n' | '\t'));
        assert_eq!(found, None, "{words:?}");
    };
    for format in ["text", "tokens"] {
        let done = nutgraf(&["--force", "--format", format, "-"], text);
        assert!(out(&done).contains("\\u{1b}"), "{format}: {}", out(&done));
        steers(&out(&done));
    }
    let report = out(&nutgraf(&["--force", "--format", "json", "-"], text));
    let folder = folder("steers");
    let write = |name: &str, content: &str| {
        let path = folder.join(name);
        std::fs::write(&path, content).expect("a file");
        path.to_string_lossy().into_owned()
    };
    let report = write("report.json", &report);
    let text = write("other\u{1b}[2J.txt", &text.replace("five", "nine"));
    let done = nutgraf(&["verify", &report, &text], "");
    assert_eq!(done.status.code(), Some(1), "{}", err(&done));
    steers(&out(&done));
    let missing = nutgraf(&["none\u{1b}[2J.txt"], "");
    assert!(
        err(&missing).contains("none\\u{1b}[2J.txt"),
        "{}",
        err(&missing)
    );
    steers(&err(&missing));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said_by_every_task() {
    let folder = folder("full");
    let text = folder.join("text.txt");
    let report = folder.join("report.json");
    std::fs::write(&text, "The mayor opened the bridge on Monday.\n").expect("a file");
    std::fs::write(&report, out(&nutgraf(&["--format", "json", SEED], ""))).expect("a file");
    let (text, report) = (text.to_string_lossy(), report.to_string_lossy());
    for task in [
        &[&*text][..],
        &["verify", &*report, &*text],
        &["--all", &*text],
    ] {
        let full = std::fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .expect("a full disk");
        let done = Command::new(env!("CARGO_BIN_EXE_nutgraf"))
            .args(task)
            .stdout(full)
            .output()
            .expect("it runs");
        assert_eq!(done.status.code(), Some(2), "{task:?}: {}", err(&done));
        let said = err(&done);
        assert!(
            said.starts_with("nutgraf: standard output: "),
            "{task:?}: {said}"
        );
        assert_eq!(said.lines().count(), 1, "{task:?}: {said}");
    }
}

#[test]
fn a_fragment_has_the_article_or_names_its_element() {
    let fragment = out(&nutgraf(&["--format", "fragment", SEED], ""));
    assert!(
        fragment.starts_with("<nut-graf lang=\"en\" for=\"nut-graf-"),
        "{fragment}"
    );
    assert!(fragment.ends_with("</article>\n"), "{fragment}");
    let alone = out(&nutgraf(
        &["--format", "fragment", "--for", "story", SEED],
        "",
    ));
    assert!(
        alone.starts_with("<nut-graf lang=\"en\" for=\"story\">"),
        "{alone}"
    );
    assert!(alone.ends_with("</nut-graf>\n"), "{alone}");
    for fragment in [fragment, alone] {
        assert!(
            !fragment.contains("<style")
                && !fragment.contains("<script")
                && !fragment.contains("<template")
        );
    }
    let refused = nutgraf(&["--for", "story", "--format", "html", SEED], "");
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        err(&refused).contains("--for is for --format fragment"),
        "{}",
        err(&refused)
    );
}
