//! Nothing is lost: a batch that was killed, or whose disk was full, is gone on with.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::batch::{LINES, articles, start};
use crate::{err, folder, nutgraf};

/// What a batch of `count` articles is, uninterrupted, in a folder of its own: the input, and the whole output.
fn whole(folder: &Path, ending: &str, count: usize) -> (String, PathBuf, Vec<u8>) {
    let input = folder.join("in.jsonl");
    let output = folder.join(format!("whole.{ending}"));
    // With errors in it, and the last line unlike the others.
    let text = format!("{}{LINES}", articles(count));
    std::fs::write(&input, text).expect("written");
    let (input, name) = (input.display().to_string(), output.display().to_string());
    let done = nutgraf(&["batch", &input, "-o", &name], "");
    assert_eq!(done.status.code(), Some(1), "{}", err(&done));
    let bytes = std::fs::read(&output).expect("written");
    (input, folder.join(format!("out.{ending}")), bytes)
}

/// Goes on, and compares with what it should come to.
fn gone_on(input: &str, output: &Path, whole: &[u8], what: &str) {
    let name = output.display().to_string();
    let done = nutgraf(&["batch", input, "-o", &name, "--resume"], "");
    assert_eq!(done.status.code(), Some(1), "{what}: {}", err(&done));
    assert!(err(&done).contains("not analysed: 3"), "{}", err(&done));
    let bytes = std::fs::read(output).expect("written");
    assert!(
        bytes == whole,
        "{what}: {} bytes, not {}",
        bytes.len(),
        whole.len()
    );
}

#[test]
fn an_output_cut_anywhere_becomes_whole() {
    for ending in ["jsonl", "jsonl.gz", "jsonl.zst"] {
        let folder = folder(&format!("cut-{ending}"));
        let (input, output, whole) = whole(&folder, ending, 80);
        let all = whole.len();
        for cut in [
            0,
            1,
            10,
            all / 3,
            all / 2,
            all / 2 + 1,
            all - 9,
            all - 1,
            all,
        ] {
            std::fs::write(&output, &whole[..cut]).expect("written");
            gone_on(
                &input,
                &output,
                &whole,
                &format!("{ending} cut at {cut} of {all}"),
            );
        }
    }
}

#[test]
fn a_killed_batch_is_gone_on_with_and_comes_to_the_same() {
    for ending in ["jsonl", "jsonl.gz", "jsonl.zst"] {
        let folder = folder(&format!("killed-{ending}"));
        let (input, output, whole) = whole(&folder, ending, 260);
        let name = output.display().to_string();
        let text = std::fs::read_to_string(&input).expect("written");
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        // Each run gets more of the input from a pipe, and dies as soon as it has written more than the one before.
        let mut written = 0;
        for fed in [70, 140, 200, 265] {
            let mut child = start(&["batch", "-", "-o", &name, "--resume"]);
            let mut to = child.stdin.take().expect("piped");
            to.write_all(lines[..fed].concat().as_bytes())
                .expect("read");
            loop {
                let length = output.metadata().map_or(0, |it| it.len());
                if length > written {
                    written = length;
                    break;
                }
                let ended = child.try_wait().expect("known");
                assert!(ended.is_none(), "{ending}: ended at {length} bytes");
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
            child.kill().expect("killed");
            child.wait().expect("dead");
        }
        gone_on(&input, &output, &whole, ending);
    }
}

#[test]
fn an_input_that_has_grown_is_gone_on_with() {
    for ending in ["jsonl", "jsonl.gz", "jsonl.zst"] {
        let folder = folder(&format!("grown-{ending}"));
        let (input, output, whole) = whole(&folder, ending, 130);
        let name = output.display().to_string();
        let text = std::fs::read_to_string(&input).expect("written");
        let half: String = text.split_inclusive('\n').take(100).collect();
        let done = nutgraf(&["batch", "-o", &name], &half);
        assert_eq!(done.status.code(), Some(0), "{}", err(&done));
        gone_on(&input, &output, &whole, ending);
    }
}

#[test]
fn the_output_of_another_run_is_left_as_it_is() {
    let folder = folder("foreign");
    let output = folder.join("out.jsonl");
    let name = output.display().to_string();
    let input = "{\"id\":1,\"text\":\"Two men died.\"}\n{\"id\":2,\"text\":\"Rain fell.\"}\n";
    for (found, options, message) in [
        ("{\"id\":\"z\",\"report\":{}}\n", &[][..], "is no answer"),
        ("no JSON\n", &[], "is no answer"),
        (
            "{\"id\":3,\"error\":{}}\n",
            &[],
            "does not answer this input's article",
        ),
        (
            "{\"id\":1,\"error\":{}}\n{\"id\":2,\"error\":{}}\n{\"id\":3,\"error\":{}}\n",
            &[],
            "line 3 answers nothing",
        ),
        ("two", &[], "another text"),
        ("one", &["--offsets", "byte"], "other options"),
        ("one", &["--tokens"], "other options"),
    ] {
        let found = match found {
            "one" => crate::out(&nutgraf(&["batch"], input)),
            "two" => crate::out(&nutgraf(&["batch"], &input.replace("Rain", "Snow"))),
            found => found.to_owned(),
        };
        std::fs::write(&output, &found).expect("written");
        let done = nutgraf(
            &[&["batch", "-o", &name, "--resume"], options].concat(),
            input,
        );
        assert_eq!(done.status.code(), Some(2), "{message}");
        assert!(err(&done).contains(message), "{}", err(&done));
        assert_eq!(std::fs::read_to_string(&output).expect("kept"), found);
    }
}

#[test]
fn a_full_disk_is_said_plainly() {
    let done = nutgraf(&["batch", "-o", "/dev/full"], &articles(1));
    assert_eq!(done.status.code(), Some(2));
    assert!(
        err(&done).contains("/dev/full: the disk is full, after 0 answers"),
        "{}",
        err(&done)
    );
}

#[test]
fn a_file_that_cannot_grow_ends_with_whole_lines_and_is_gone_on_with() {
    for ending in ["jsonl", "jsonl.gz", "jsonl.zst"] {
        let folder = folder(&format!("limit-{ending}"));
        let (input, output, whole) = whole(&folder, ending, 260);
        // A limit on the file's size, in blocks of 512 bytes, fails in the midst of a write, as a full disk does.
        let blocks = (whole.len() / 2 / 512).to_string();
        let done = Command::new("sh")
            .args([
                "-c",
                "trap '' XFSZ; ulimit -f $1; exec \"$2\" batch \"$3\" -o \"$4\"",
                "sh",
            ])
            .args([&blocks, env!("CARGO_BIN_EXE_nutgraf"), &input])
            .arg(&output)
            .output()
            .expect("a shell");
        assert_eq!(done.status.code(), Some(2), "{}", err(&done));
        assert!(err(&done).contains("--resume to go on"), "{}", err(&done));
        let bytes = std::fs::read(&output).expect("written");
        assert!(whole.starts_with(&bytes), "{ending}");
        if ending == "jsonl" {
            assert_eq!(bytes.last(), Some(&b'\n'));
        }
        gone_on(&input, &output, &whole, ending);
    }
}
