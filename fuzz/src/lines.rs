//! Any file given to `nutgraf batch`: every line that is not blank is answered by one line, under its own id.

use std::io::Cursor;

use serde_json::Value;

use super::ANALYZER;
use super::batch::Form;
use super::batch::answer::Answer;
use super::batch::lines::Lines;
use super::planted::plant;

pub fn lines(data: &[u8]) {
    let mut lines = Lines::new(Box::new(Cursor::new(data.to_vec())));
    let mut count = 0;
    while let Some(raw) = lines.next_line().expect("memory can be read") {
        count += 1;
        let answer = Answer::to(raw, &ANALYZER, &Form);
        let mut line = Vec::new();
        answer.write_line(&mut line);
        let mut line = String::from_utf8(line).expect("JSON is text");
        plant(&mut line, |line| {
            // A line end in an id ends the line.
            *line = line.replacen("\\n", "\n", 1);
        });
        let line = line.strip_suffix('\n').expect("a whole line");
        assert!(!line.contains('\n'), "one line: {line}");
        let told: Value = serde_json::from_str(line).expect("an answer is JSON");
        assert_eq!(told["id"], answer.id);
        assert_eq!(told["report"].is_object(), answer.said.is_ok());
        assert_eq!(told["error"]["code"].is_string(), answer.said.is_err());
    }
    let data = data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data);
    let asked = (data.split(|&byte| byte == b'\n'))
        .filter(|line| !line.trim_ascii().is_empty())
        .count();
    assert_eq!(count, asked, "as many answers as lines");
}
