//! Many articles: every line in its place, any kind of file, constant memory.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};

use crate::{err, folder, json, nutgraf, nutgraf_bytes, out};

pub const LINES: &str = "{\"id\":\"a\",\"text\":\"A man died.\"}\n\nnot JSON\n{\"id\":\"b\"}\n{\"id\":7,\"text\":\"Two men died.\",\"date\":\"2015-13-01\"}\n{\"id\":8,\"text\":\"Three men died.\"}\n";

/// The command with all its streams in our hands.
pub fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_nutgraf"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs")
}

/// Articles, one a line, each with another text.
pub fn articles(count: usize) -> String {
    (0..count)
        .map(|n| format!("{{\"id\":{n},\"text\":\"Police said {n} people died in Paris.\"}}\n"))
        .collect()
}

pub fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text.as_bytes()).expect("in memory");
    encoder.finish().expect("in memory")
}

pub fn zstd(text: &str) -> Vec<u8> {
    zstd::encode_all(text.as_bytes(), 1).expect("in memory")
}

/// What is in a file of lines, whatever its kind.
fn unpacked(bytes: &[u8]) -> String {
    let mut text = String::new();
    match bytes {
        [0x1f, 0x8b, ..] => flate2::read::MultiGzDecoder::new(bytes).read_to_string(&mut text),
        [0x28, 0xb5, ..] => {
            zstd::Decoder::new(bytes).and_then(|mut it| it.read_to_string(&mut text))
        }
        mut plain => plain.read_to_string(&mut text),
    }
    .expect("whole and UTF-8");
    text
}

#[test]
fn every_line_is_answered_in_its_place() {
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
    assert!(err(&done).contains("not analysed: 3"), "{}", err(&done));
}

#[test]
fn good_lines_are_status_0_and_nothing_is_said() {
    let done = nutgraf(
        &["batch", "-"],
        "\u{feff}{\"id\":1,\"text\":\"\"}\r\n{\"id\":2,\"text\":\"Rain fell.\"}",
    );
    assert_eq!((done.status.code(), err(&done).as_str()), (Some(0), ""));
    assert_eq!(out(&done).lines().count(), 2);
}

#[test]
fn what_is_wrong_with_a_line_is_said_in_its_users_words() {
    for (line, id, message) in [
        ("7", "null", "the line is not a JSON object"),
        (
            "[1,\"Rain fell.\"]",
            "null",
            "the line is not a JSON object",
        ),
        (
            "{\"id\":1}",
            "1",
            "missing field `text`, at byte 8 of the line",
        ),
        (
            "{\"text\":\"a\"}",
            "null",
            "missing field `id`, at byte 12 of the line",
        ),
        (
            "{\"id\":1,\"text\":3}",
            "1",
            "invalid type: integer `3`, expected a string, at byte 16 of the line",
        ),
        (
            "{\"id\":1.5,\"text\":\"a\"}",
            "1.5",
            "\"id\" is neither a string nor a whole number of 64 bits",
        ),
        (
            "{\"id\":true,\"text\":\"a\"}",
            "true",
            "\"id\" is neither a string nor a whole number of 64 bits",
        ),
        (
            "{\"id\":1,\"text\":\"\\ud800\"}",
            "1",
            "unexpected end of hex escape, at byte 23 of the line",
        ),
    ] {
        let done = nutgraf(&["batch"], line);
        let answer = json(&out(&done));
        assert_eq!(answer["id"].to_string(), id, "{line}");
        assert_eq!(answer["error"]["message"], message, "{line}");
        assert_eq!(done.status.code(), Some(1));
    }
    let done = nutgraf_bytes(&["batch"], b"{\"id\":1,\"text\":\"K\xf6ln\"}\n");
    let answer = json(&out(&done));
    assert_eq!(answer["error"]["message"], "the line is not UTF-8");
}

#[test]
fn compressed_files_are_read_and_written() {
    let folder = folder("compressed");
    let text = articles(150);
    let plain = out(&nutgraf(&["batch"], &text));
    assert_eq!(plain.lines().count(), 150);
    for (ending, bytes) in [("gz", gzip(&text)), ("zst", zstd(&text))] {
        assert_eq!(out(&nutgraf_bytes(&["batch"], &bytes)), plain, "{ending}");
        let input = folder.join(format!("in.jsonl.{ending}"));
        // Two members, two frames: as from `cat` or a parallel compressor.
        let second = match ending {
            "gz" => gzip("{\"id\":\"last\",\"text\":\"\"}\n"),
            _ => zstd("{\"id\":\"last\",\"text\":\"\"}\n"),
        };
        std::fs::write(&input, [bytes, second].concat()).expect("written");
        let output = folder.join(format!("out.jsonl.{ending}"));
        let (input, name) = (input.display().to_string(), output.display().to_string());
        let done = nutgraf(&["batch", &input, "-o", &name], "");
        assert_eq!(done.status.code(), Some(0), "{}", err(&done));
        let written = std::fs::read(&output).expect("written");
        let lines = unpacked(&written);
        assert!(lines.starts_with(&plain), "{ending}");
        assert!(
            lines[plain.len()..].starts_with("{\"id\":\"last\""),
            "{ending}"
        );
        assert!(written.len() * 3 < lines.len(), "{ending}: hardly packed");
        // The number of threads changes nothing.
        let again = folder.join(format!("again.jsonl.{ending}"));
        let name = again.display().to_string();
        nutgraf(&["batch", &input, "-o", &name, "--threads", "3"], "");
        assert_eq!(std::fs::read(&again).expect("written"), written, "{ending}");
    }
}

#[test]
fn no_articles_still_make_a_file_of_its_kind() {
    let folder = folder("none");
    for ending in ["jsonl", "gz", "zst"] {
        let output = folder.join(format!("out.{ending}"));
        let name = output.display().to_string();
        for more in [&[][..], &["--resume"]] {
            let done = nutgraf(&[&["batch", "-o", &name], more].concat(), "");
            assert_eq!((done.status.code(), err(&done).as_str()), (Some(0), ""));
            let bytes = std::fs::read(&output).expect("written");
            assert_eq!(unpacked(&bytes), "");
            assert_eq!(bytes.is_empty(), ending == "jsonl");
        }
    }
}

#[test]
fn a_compressed_file_cut_short_or_damaged_costs_only_its_rest() {
    let folder = folder("broken");
    let text = articles(200);
    let plain = out(&nutgraf(&["batch"], &text));
    for (ending, bytes, kind) in [
        ("gz", gzip(&text), "gzip"),
        ("zst", zstd(&text), "Zstandard"),
    ] {
        let mut damaged = bytes.clone();
        let at = damaged.len() - 5;
        damaged[at] ^= 0x55;
        for (what, bytes) in [
            ("cut short", &bytes[..bytes.len() - 3]),
            ("damaged", &damaged),
        ] {
            let input = folder.join(format!("in.jsonl.{ending}"));
            std::fs::write(&input, bytes).expect("written");
            let name = input.display().to_string();
            let done = nutgraf(&["batch", &name], "");
            let said = err(&done);
            assert_eq!(done.status.code(), Some(2), "{said}");
            for part in [&name, "line ", "near byte ", kind, what] {
                assert!(said.contains(part), "{ending}: no “{part}” in {said}");
            }
            let answers = out(&done);
            assert!(plain.starts_with(&answers), "{ending}, {what}");
            assert!(answers.is_empty() || answers.ends_with('\n'));
            // By its first bytes, from a pipe, it is the same.
            let piped = nutgraf_bytes(&["batch"], bytes);
            assert_eq!((piped.status.code(), out(&piped)), (Some(2), answers));
        }
    }
}

#[test]
fn a_file_of_another_kind_is_named() {
    let folder = folder("kinds");
    for (name, bytes, message) in [
        (
            "a.jsonl.gz",
            &b"{\"id\":1}"[..],
            "is named as gzip, and does not begin as gzip",
        ),
        (
            "a.jsonl.zst",
            b"",
            "is named as Zstandard, and does not begin as Zstandard",
        ),
        ("a.jsonl", b"BZh91AY&SY", "is bzip2"),
        ("b.jsonl", b"\xff\xfe{\0", "is UTF-16"),
        ("c.jsonl", b"PK\x03\x04..", "is a zip archive"),
    ] {
        let input = folder.join(name);
        std::fs::write(&input, bytes).expect("written");
        let done = nutgraf(&["batch", &input.display().to_string()], "");
        assert_eq!((done.status.code(), out(&done).as_str()), (Some(2), ""));
        assert!(err(&done).contains(message), "{}", err(&done));
    }
    for (name, message) in [("none.jsonl", "no such file"), (".", "is a directory")] {
        let done = nutgraf(&["batch", &folder.join(name).display().to_string()], "");
        assert_eq!(done.status.code(), Some(2));
        assert!(err(&done).contains(message), "{}", err(&done));
    }
    let done = nutgraf_bytes(&["batch"], b"PAR1....PAR1");
    assert!(err(&done).contains("give it as a file"), "{}", err(&done));
}

#[cfg(not(feature = "parquet"))]
#[test]
fn parquet_is_refused_where_it_was_not_built_in() {
    let output = folder("no-parquet").join("out.parquet");
    let done = nutgraf(&["batch", "-o", &output.display().to_string()], LINES);
    assert_eq!(done.status.code(), Some(2));
    assert!(err(&done).contains("--features parquet"), "{}", err(&done));
    assert!(!output.exists());
}

#[test]
fn an_output_that_is_there_is_written_anew() {
    let folder = folder("there");
    let (input, output) = (folder.join("in.jsonl"), folder.join("out.jsonl"));
    std::fs::write(&input, LINES).expect("written");
    std::fs::write(&output, "of another day").expect("written");
    let (input, name) = (input.display().to_string(), output.display().to_string());
    let done = nutgraf(&["batch", &input, "-o", &name], "");
    assert_eq!(done.status.code(), Some(1), "{}", err(&done));
    let anew = std::fs::read_to_string(&output).expect("written");
    assert_eq!(anew.lines().count(), 5);
    // But never its own input.
    let done = nutgraf(&["batch", &input, "-o", &input], "");
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&input).expect("kept"), LINES);
}

#[test]
fn an_answer_comes_before_the_next_line_is_asked() {
    let mut child = start(&["batch"]);
    let mut to = child.stdin.take().expect("piped");
    let mut from = BufReader::new(child.stdout.take().expect("piped"));
    for id in 0..3 {
        writeln!(to, "{{\"id\":{id},\"text\":\"Rain fell.\"}}").expect("read");
        let mut answer = String::new();
        from.read_line(&mut answer).expect("answered");
        assert_eq!(json(&answer)["id"], id);
    }
    drop(to);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn a_reader_that_goes_away_is_said_and_is_no_success() {
    let mut child = start(&["batch"]);
    drop(child.stdout.take());
    // It ends by itself, though its input is still open.
    let mut to = child.stdin.take().expect("piped");
    let _ = to.write_all(LINES.as_bytes());
    let mut said = String::new();
    let mut errors = child.stderr.take().expect("piped");
    errors.read_to_string(&mut said).expect("UTF-8");
    assert_eq!(child.wait().expect("it ends").code(), Some(2));
    assert_eq!(
        said,
        "nutgraf: standard output: its reader has closed it, after 0 answers\n"
    );
    drop(to);
}

/// A batch's greatest memory, in MB, over `count` articles from a pipe that all have these `fields`.
#[cfg(target_os = "linux")]
fn peak_mb(count: usize, fields: &str) -> usize {
    let mut child = start(&["batch"]);
    let mut to = child.stdin.take().expect("piped");
    let status = format!("/proc/{}/status", child.id());
    let mut from = BufReader::new(child.stdout.take().expect("piped"));
    let fields = fields.to_owned();
    let feeder = std::thread::spawn(move || {
        for id in 0..count {
            writeln!(to, "{{\"id\":{id},{fields}}}").expect("read");
        }
        to
    });
    let (mut line, mut memory) = (Vec::new(), String::new());
    for id in 0..count {
        line.clear();
        from.read_until(b'\n', &mut line).expect("answered");
        assert!(line.starts_with(format!("{{\"id\":{id},").as_bytes()));
        if id + 1 == count {
            memory = std::fs::read_to_string(&status).expect("still there");
        }
    }
    drop(feeder.join().expect("fed"));
    child.wait().expect("it ends");
    let peak = (memory.lines()).find_map(|line| line.strip_prefix("VmHWM:"));
    let kb = peak.and_then(|it| it.trim().trim_end_matches(" kB").parse::<usize>().ok());
    kb.expect("Linux says it") / 1000
}

/// What a batch may take: the weights, the window, and what is made of it.
#[cfg(target_os = "linux")]
const PEAK_MB: usize = 150;

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_input() {
    // 400 MB, read, refused for their dates and forgotten, without an analysis.
    let text = "Rain fell on Monday. ".repeat(4800);
    let peak = peak_mb(4000, &format!("\"text\":\"{text}\",\"date\":\"yesterday\""));
    assert!(peak < PEAK_MB, "{peak} MB");
}

/// `cargo test --release --features cli --test cli -- --ignored a_hundred`: 100,000 articles, 10 GB of reports.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes minutes of all cores"]
fn a_hundred_thousand_articles_pass_in_constant_memory() {
    let seed = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/",
        "seeds/000_09ffe61ff0e0225a.txt"
    ));
    let text = serde_json::to_string(&seed.expect("the seed")).expect("a string");
    let peak = peak_mb(100_000, &format!("\"text\":{text}"));
    assert!(peak < PEAK_MB, "{peak} MB");
}
