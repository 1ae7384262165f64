//! Articles from a table, answers into a table.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use parquet::basic::{Compression, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, Int32Type, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use parquet::record::{Field, RowAccessor};
use parquet::schema::parser::parse_message_type;

use crate::batch::LINES;
use crate::{err, folder, json, nutgraf, out};

/// A column of a table to be written.
enum Column {
    Strings(&'static [Option<&'static str>]),
    Days(&'static [Option<i32>]),
    Numbers(&'static [Option<i64>]),
}

fn values<T, V>(column: &[Option<T>], value: impl Fn(&T) -> V) -> (Vec<V>, Vec<i16>) {
    let levels = column.iter().map(|it| i16::from(it.is_some())).collect();
    (column.iter().flatten().map(value).collect(), levels)
}

/// A table of two row groups, both the same.
fn write(path: &Path, schema: &str, columns: &[Column], compression: Compression) {
    let schema = Arc::new(parse_message_type(schema).expect("a schema"));
    let properties = WriterProperties::builder().set_compression(compression);
    let file = File::create(path).expect("a file");
    let mut file =
        SerializedFileWriter::new(file, schema, Arc::new(properties.build())).expect("a table");
    for _ in 0..2 {
        let mut group = file.next_row_group().expect("a group");
        for column in columns {
            let mut to = group.next_column().expect("a column").expect("another");
            match column {
                Column::Strings(strings) => {
                    let (values, levels) = values(strings, |it| ByteArray::from(*it));
                    (to.typed::<ByteArrayType>()).write_batch(&values, Some(&levels), None)
                }
                Column::Days(days) => {
                    let (values, levels) = values(days, |it| *it);
                    (to.typed::<Int32Type>()).write_batch(&values, Some(&levels), None)
                }
                Column::Numbers(numbers) => {
                    let (values, levels) = values(numbers, |it| *it);
                    (to.typed::<Int64Type>()).write_batch(&values, Some(&levels), None)
                }
            }
            .expect("written");
            to.close().expect("written");
        }
        group.close().expect("written");
    }
    file.close().expect("written");
}

/// A table of answers, as the lines that say the same.
fn lines(path: &Path) -> Vec<String> {
    let reader = SerializedFileReader::new(File::open(path).expect("a file")).expect("a table");
    (reader.get_row_iter(None).expect("rows"))
        .map(|row| {
            let row = row.expect("a row");
            let names: Vec<_> = row
                .get_column_iter()
                .map(|(name, _)| name.as_str())
                .collect();
            assert_eq!(names, ["id", "report", "error"]);
            let id = match row.get_column_iter().next() {
                Some((_, Field::Null)) => "null".to_owned(),
                _ => row.get_string(0).expect("a string").clone(),
            };
            match (row.get_string(1), row.get_string(2)) {
                (Ok(report), Err(_)) => format!("{id} report {report}"),
                (Err(_), Ok(error)) => format!("{id} error {error}"),
                _ => unreachable!("one of report and error is null, and only one"),
            }
        })
        .collect()
}

/// The same of lines of answers.
fn told(answers: &str) -> Vec<String> {
    let split = |line: &str| {
        let (_, rest) = line.split_once(":").expect("an id");
        let (id, rest) = rest.split_once(",\"").expect("and more");
        let (name, said) = rest.split_once("\":").expect("and what is said");
        let said = said.strip_suffix('}').expect("an object");
        format!("{} {name} {said}", id.trim_matches('"'))
    };
    answers.lines().map(split).collect()
}

#[test]
fn lines_become_a_table_that_says_the_same() {
    let output = folder("to-table").join("out.parquet");
    let name = output.display().to_string();
    let done = nutgraf(&["batch", "-o", &name], LINES);
    assert_eq!(done.status.code(), Some(1), "{}", err(&done));
    assert_eq!(lines(&output), told(&out(&nutgraf(&["batch"], LINES))));
}

#[test]
fn a_table_is_read_by_its_columns_names() {
    let folder = folder("from-table");
    let input = folder.join("in.parquet");
    let name = input.display().to_string();
    for compression in [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        Compression::GZIP(Default::default()),
        Compression::ZSTD(ZstdLevel::default()),
    ] {
        write(
            &input,
            "message m {
                optional binary paper (UTF8); optional int32 date (DATE);
                optional binary text (UTF8); optional int64 id;
            }",
            &[
                Column::Strings(&[Some("The Times"), None, None]),
                Column::Days(&[Some(17_570), None, None]),
                Column::Strings(&[Some("Two men died in Köln on Monday."), None, Some("")]),
                Column::Numbers(&[Some(7), Some(8), None]),
            ],
            compression,
        );
        let done = nutgraf(&["batch", &name], "");
        assert_eq!(done.status.code(), Some(1), "{}", err(&done));
        let answers = out(&done);
        let answers: Vec<&str> = answers.lines().collect();
        assert_eq!(answers.len(), 6);
        assert_eq!(answers[..3], answers[3..]);
        let same =
            "{\"id\":7,\"text\":\"Two men died in Köln on Monday.\",\"date\":\"2018-02-08\"}";
        assert_eq!(answers[0], out(&nutgraf(&["batch"], same)).trim_end());
        assert_eq!(
            json(answers[1])["error"]["message"],
            "\"text\" is no string"
        );
        assert_eq!(json(answers[1])["id"], 8);
        assert_eq!(json(answers[2])["error"]["code"], "input");
    }
}

#[test]
fn a_table_without_its_columns_cut_short_or_damaged_is_named() {
    let folder = folder("bad-table");
    let input = folder.join("in.parquet");
    let name = input.display().to_string();
    let refused = |bytes: &[u8], message: &str| {
        std::fs::write(&input, bytes).expect("written");
        let done = nutgraf(&["batch", &name], "");
        assert_eq!(done.status.code(), Some(2));
        let said = err(&done);
        assert!(said.contains(&name) && said.contains(message), "{said}");
        out(&done)
    };
    let strings = [Column::Strings(&[Some("1"), Some("2")])];
    write(
        &input,
        "message m { optional binary id (UTF8); }",
        &strings,
        Compression::SNAPPY,
    );
    let table = std::fs::read(&input).expect("written");
    refused(&table, "has no column “text”");
    let two = "message m { optional binary id (UTF8); optional binary text (UTF8); }";
    let columns = [
        Column::Strings(&[Some("1"), Some("2")]),
        Column::Strings(&[Some("Two men died in Paris."), Some("Rain fell on Monday.")]),
    ];
    write(
        &input,
        two,
        &columns,
        Compression::ZSTD(ZstdLevel::default()),
    );
    let table = std::fs::read(&input).expect("written");
    refused(&table[..table.len() - 3], "cut short or damaged");
    refused(&table[..8], "cut short or damaged");
    // A page in the second row group: what stands before it is answered.
    let mut damaged = table.clone();
    let at = table
        .windows(4)
        .rposition(|it| it == [0x28, 0xb5, 0x2f, 0xfd])
        .expect("a page");
    damaged[at + 12] ^= 0xff;
    damaged[at + 14] ^= 0xff;
    let answers = refused(&damaged, ": row 3: ");
    assert_eq!(answers.lines().count(), 2);
}

#[test]
fn a_table_is_not_gone_on_with() {
    let output = folder("resume-table").join("out.parquet");
    let done = nutgraf(
        &["batch", "-o", &output.display().to_string(), "--resume"],
        LINES,
    );
    assert_eq!(done.status.code(), Some(2));
    assert!(
        err(&done).contains("write .jsonl.zst instead"),
        "{}",
        err(&done)
    );
}

#[test]
fn a_table_on_a_full_disk_is_said_plainly() {
    let done = nutgraf(&["batch", "-o", "/dev/full"], LINES);
    assert_eq!(done.status.code(), Some(2));
    let link = folder("full").join("full.parquet");
    std::os::unix::fs::symlink("/dev/full", &link).expect("a link");
    let done = nutgraf(&["batch", "-o", &link.display().to_string()], LINES);
    assert_eq!(done.status.code(), Some(2));
    assert!(err(&done).contains("the disk is full"), "{}", err(&done));
}

/// `articles.parquet`, which `cargo xtask documents` tries the lines of docs/archives.md on, is the table that is written here.
#[test]
fn the_table_of_the_documents_is_read() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/articles.parquet");
    let table = folder("documents").join("articles.parquet");
    write(
        &table,
        "message m { optional binary id (UTF8); optional binary text (UTF8); }",
        &[
            Column::Strings(&[Some("a")]),
            Column::Strings(&[Some(
                "A storm killed two men in Köln on Monday, police said.",
            )]),
        ],
        Compression::UNCOMPRESSED,
    );
    if std::env::var_os("BLESS").is_some() {
        std::fs::copy(&table, &kept).expect("written");
    }
    let answers = |table: &Path| out(&nutgraf(&["batch", &table.display().to_string()], ""));
    let told = answers(&kept);
    assert_eq!(told, answers(&table));
    assert_eq!(told.matches("\"report\":").count(), 2, "{told}");
}
