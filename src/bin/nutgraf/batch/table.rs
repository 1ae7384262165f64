//! Parquet: articles as rows of a table, answers as rows of another.

use std::fs::File;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use indicatif::ProgressBar;
use parquet::basic::{Compression, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::Type;
use serde_json::Value;

use super::answer::Answer;
use super::article::{Article, Raw, Refusal};

/// Rows are decoded so many at a time: texts are long.
const BATCH_ROWS: usize = 16;

/// The columns that are read; the others are left alone.
const COLUMNS: [&str; 3] = ["id", "text", "date"];

/// Tables can be written.
pub fn ready() -> io::Result<()> {
    Ok(())
}

/// The articles of a table.
pub struct Rows {
    rows: RowIter<'static>,
    bar: ProgressBar,
    /// How many rows have been read.
    pub count: u64,
    expected: u64,
}

impl Rows {
    /// Opens the table at `path` and gives `bar` its length in rows.
    ///
    /// # Errors
    /// In one line for people: it is no table, or lacks a column.
    pub fn open(path: &Path, bar: &ProgressBar) -> Result<Self, String> {
        let fault = |error: ParquetError| format!("{}: {}", path.display(), said(&error));
        let file = File::open(path).map_err(|error| fault(error.into()))?;
        let reader = SerializedFileReader::new(file).map_err(fault)?;
        let about = reader.metadata().file_metadata();
        let expected = about.num_rows().unsigned_abs();
        let root = about.schema();
        let fields: Vec<_> = (root.get_fields().iter())
            .filter(|field| COLUMNS.contains(&field.name()))
            .map(Arc::clone)
            .collect();
        for column in ["id", "text"] {
            if !fields.iter().any(|field| field.name() == column) {
                return Err(format!("{}: has no column “{column}”", path.display()));
            }
        }
        let columns = Type::group_type_builder(root.name())
            .with_fields(fields)
            .build()
            .map_err(fault)?;
        bar.set_length(expected);
        bar.set_position(0);
        Ok(Self {
            rows: RowIter::from_file_into(Box::new(reader))
                .project(Some(columns))
                .map_err(fault)?
                .with_batch_size(BATCH_ROWS),
            bar: bar.clone(),
            count: 0,
            expected,
        })
    }

    /// The next article; `None` at the end.
    ///
    /// # Errors
    /// What is the matter with the file.
    pub fn next_row(&mut self) -> Result<Option<Raw>, String> {
        // The reader panics on some damaged pages.
        let row = catch_unwind(AssertUnwindSafe(|| self.rows.next()))
            .map_err(|_| "the Parquet data is damaged")?;
        match row {
            Some(row) => {
                let row = row.map_err(|error| said(&error))?;
                self.count += 1;
                self.bar.inc(1);
                Ok(Some(Raw::Row(article(row))))
            }
            None if self.count < self.expected => Err(format!(
                "the Parquet data is damaged: {} rows are missing",
                self.expected - self.count
            )),
            None => Ok(None),
        }
    }
}

/// The article in a row.
fn article(row: Row) -> Result<Article, Refusal> {
    let (mut id, mut text, mut date) = (Value::Null, Field::Null, Field::Null);
    for (name, field) in row.into_columns() {
        match name.as_str() {
            "id" => id = id_of(field),
            "text" => text = field,
            _ => date = field,
        }
    }
    let refusal = |id, message: &str| Refusal {
        id,
        code: "input",
        message: message.to_owned(),
    };
    let text = match text {
        Field::Str(text) => text,
        Field::Bytes(bytes) => match String::from_utf8(bytes.data().to_vec()) {
            Ok(text) => text,
            Err(_) => return Err(refusal(id, "\"text\" is not UTF-8")),
        },
        _ => return Err(refusal(id, "\"text\" is no string")),
    };
    let date = match date {
        Field::Null => None,
        Field::Str(date) => Some(date),
        Field::Date(_) => Some(date.to_string()),
        // `2018-02-08 13:00:00 +00:00`
        Field::TimestampMillis(_) | Field::TimestampMicros(_) => {
            Some(date.to_string().chars().take(10).collect())
        }
        _ => return Err(refusal(id, "\"date\" is neither a string nor a date")),
    };
    Ok(Article { id, text, date })
}

fn id_of(field: Field) -> Value {
    match field {
        Field::Str(id) => id.into(),
        Field::Bytes(id) => String::from_utf8(id.data().to_vec()).map_or(Value::Null, Value::from),
        Field::Byte(id) => id.into(),
        Field::Short(id) => id.into(),
        Field::Int(id) => id.into(),
        Field::Long(id) => id.into(),
        Field::UByte(id) => id.into(),
        Field::UShort(id) => id.into(),
        Field::UInt(id) => id.into(),
        Field::ULong(id) => id.into(),
        _ => Value::Null,
    }
}

/// The columns that are written: of report and error, one is null.
const ANSWERS: &str = "message answers {
    optional binary id (UTF8);
    optional binary report (UTF8);
    optional binary error (UTF8);
}";

/// Rows are gathered until they hold so many bytes, then written as a row group.
const GROUP_BYTES: usize = 16_000_000;

/// A table of answers.
pub struct Writer {
    /// `None` when it is finished.
    file: Option<SerializedFileWriter<File>>,
    gathered: [Column; 3],
    bytes: usize,
}

#[derive(Default)]
struct Column {
    values: Vec<ByteArray>,
    /// 1 for a value, 0 for a null.
    levels: Vec<i16>,
}

impl Column {
    /// Adds a value; how many bytes it holds.
    fn push(&mut self, value: Option<String>) -> usize {
        let bytes = value.as_ref().map_or(0, String::len);
        self.levels.push(i16::from(value.is_some()));
        self.values.extend(value.map(|it| it.into_bytes().into()));
        bytes
    }
}

impl Writer {
    /// A table in `file`.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn new(file: File) -> io::Result<Self> {
        let schema = parse_message_type(ANSWERS).map_err(as_io)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            // Reports do not repeat, and nobody looks for the smallest of them.
            .set_dictionary_enabled(false)
            .set_statistics_enabled(EnabledStatistics::None)
            .build();
        let file = SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties));
        Ok(Self {
            file: Some(file.map_err(as_io)?),
            gathered: Default::default(),
            bytes: 0,
        })
    }

    /// Adds answers.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn write(&mut self, answers: Vec<Answer>) -> io::Result<()> {
        for answer in answers {
            let id = match answer.id {
                Value::Null => None,
                Value::String(id) => Some(id),
                other => Some(other.to_string()),
            };
            let (report, error) = match answer.said {
                Ok(report) => (Some(report), None),
                Err(error) => (None, Some(error)),
            };
            for (column, value) in self.gathered.iter_mut().zip([id, report, error]) {
                self.bytes += column.push(value);
            }
        }
        match self.bytes < GROUP_BYTES {
            true => Ok(()),
            false => self.write_group().map_err(as_io),
        }
    }

    /// Writes what is gathered, and the index.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn finish(&mut self) -> io::Result<()> {
        if !self.gathered[0].levels.is_empty() {
            self.write_group().map_err(as_io)?;
        }
        let Some(file) = self.file.take() else {
            return Ok(());
        };
        let file = file.into_inner().map_err(as_io)?;
        file.sync_all()
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let Some(file) = &mut self.file else {
            return Ok(());
        };
        let mut group = file.next_row_group()?;
        for column in std::mem::take(&mut self.gathered) {
            if let Some(mut writer) = group.next_column()? {
                let typed = writer.typed::<ByteArrayType>();
                typed.write_batch(&column.values, Some(&column.levels), None)?;
                writer.close()?;
            }
        }
        group.close()?;
        self.bytes = 0;
        Ok(())
    }
}

/// The system's error, if it is one.
fn as_io(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(cause) => match cause.downcast::<io::Error>() {
            Ok(cause) => *cause,
            Err(cause) => io::Error::other(cause),
        },
        other => io::Error::other(said(&other)),
    }
}

/// What is the matter, without the library's prefixes.
fn said(error: &ParquetError) -> String {
    match error {
        ParquetError::External(cause) => cause.to_string(),
        ParquetError::General(what) | ParquetError::EOF(what) | ParquetError::NYI(what) => {
            format!("the Parquet data is cut short or damaged ({what})")
        }
        other => format!("the Parquet data is cut short or damaged ({other})"),
    }
}
