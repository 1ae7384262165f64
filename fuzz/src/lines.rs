//! Any file given to `nutgraf batch`: every line that is not blank is answered by one line, under its own id.

use std::io::Cursor;

use serde_json::Value;

use super::ANALYZER;
use super::batch::line::{Lines, analyse, id};
use super::batch::{Form, MAX_LINE_BYTES};
use super::planted::plant;

pub fn lines(data: &[u8]) {
    let mut lines = Lines::new(Box::new(Cursor::new(data.to_vec())));
    let mut count = 0;
    while let Some(raw) = lines.next_line().expect("memory can be read") {
        count += 1;
        let mut done = analyse(&ANALYZER, &Form, &raw);
        plant(&mut done, |done| {
            // A line end in an id ends the line.
            done.json = done.json.replacen("\\n", "\n", 1);
        });
        let line = done.json.strip_suffix('\n').expect("a whole line");
        assert!(!line.contains('\n'), "one line: {line}");
        let answer: Value = serde_json::from_str(line).expect("an answer is JSON");
        assert_eq!(answer["id"], id(&raw));
        assert_eq!(answer["report"].is_object(), done.good);
        assert_eq!(answer["error"]["code"].is_string(), !done.good);
    }
    if data.len() <= MAX_LINE_BYTES {
        let asked = (data.split(|&byte| byte == b'\n'))
            .filter(|line| !line.trim_ascii().is_empty())
            .count();
        assert_eq!(count, asked, "as many answers as lines");
    }
}
