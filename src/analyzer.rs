//! Owns the model and runs the stages in order.

mod given;

use crate::document::{Dep, Document, Pos, TokenRange, names};
use crate::entity::recognizer::Recognizer;
pub use crate::nn::LoadError;
use crate::nn::Weights;
use crate::parse::{self, Parser};
use crate::report::{Block, Entity, Report, ReportToken};
use crate::text::Span;
use crate::{entity, fact, segment, statement, summary};

/// The longest text that is analysed, in bytes of UTF-8.
pub const MAX_TEXT_BYTES: usize = 10_000_000;

/// A text up to this many bytes of UTF-8 has no beginning that is analysed by itself: a browser reads 5 kB in some 20 ms.
const SHORT_TEXT_BYTES: usize = 20_000;

/// The least that such a beginning has, in bytes: about what a screen shows.
const BEGINNING_BYTES: usize = 3_000;

/// Analyses articles. `Send + Sync`: one serves all threads.
///
/// ```no_run
/// use nutgraf::analyzer::{Analyzer, Options};
/// let analyzer = Analyzer::embedded()?;
/// let report = analyzer.analyze("Köln 🇨🇭\n\nTwo men were hurt on Monday, police said.", &Options::default())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Analyzer {
    parser: Parser,
    recognizer: Recognizer,
    /// What the weights call themselves.
    model: String,
}

/// What is known of an article from outside its text, and what to do with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The article's date (`YYYY-MM-DD`), against which weekdays are resolved. Without it, its dateline's.
    pub date: Option<String>,
    /// Whether the report holds the tokens and trees.
    pub tokens: Tokens,
    /// What happens to a text that is not English.
    pub foreign: Foreign,
}

/// Whether a report holds the tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tokens {
    /// It does not: most users need none, and they are the larger half.
    #[default]
    Omit,
    /// It does.
    Keep,
}

/// What happens to a text that is not English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Foreign {
    /// It is refused with [`AnalyzeError::Language`].
    #[default]
    Refuse,
    /// It is read as English all the same.
    Force,
}

names! {
    /// What an analysis is at, in order. A long text spends most of its time on [`Stage::Sentences`].
    pub enum Stage {
        Sentences = "sentences", Entities = "entities", Statements = "statements", Facts = "facts", Summary = "summary",
    }
}

/// Why a text was not analysed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnalyzeError {
    /// It is too long.
    #[error("the text has {bytes} bytes; at most {MAX_TEXT_BYTES} are analysed")]
    TooLong {
        /// Its length in bytes of UTF-8.
        bytes: usize,
    },
    /// It is in another language than English.
    #[error("the text does not seem to be English{}", .likely.map_or_else(String::new, |code| format!("; its words are those of “{code}”")))]
    Language {
        /// The code of two letters of the language that it looks like: `de`; `None` if that cannot be told.
        likely: Option<&'static str>,
    },
    /// The date given is none.
    #[error("“{0}” is not a date of the form YYYY-MM-DD")]
    Date(String),
}

impl AnalyzeError {
    /// A short name that stays the same: `too-long`, `language`, `date`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "too-long",
            Self::Language { .. } => "language",
            Self::Date(_) => "date",
        }
    }
}

impl Analyzer {
    /// An analyzer with the weights in the crate.
    ///
    /// # Errors
    /// None that a released crate can show: its tests load them.
    #[cfg(feature = "embedded-model")]
    pub fn embedded() -> Result<Self, LoadError> {
        Self::load(include_bytes!("../model/nutgraf-en.bin"))
    }

    /// An analyzer with these weights: the bytes of a file like `model/nutgraf-en.bin`, not needed afterwards.
    ///
    /// # Errors
    /// They are not such a file, cut short, damaged, or not what this version needs; the error names the tensor.
    pub fn load(bytes: &[u8]) -> Result<Self, LoadError> {
        let weights = Weights::open(bytes)?;
        Ok(Self {
            parser: Parser::load(&weights)?,
            recognizer: Recognizer::load(&weights)?,
            model: weights.names("model")?.concat(),
        })
    }

    /// What the article says.
    ///
    /// # Errors
    /// A text over [`MAX_TEXT_BYTES`], one that is not English (unless forced), a date that is none. Nothing else: a text
    /// without facts gives a report without facts.
    pub fn analyze(&self, text: &str, options: &Options) -> Result<Report, AnalyzeError> {
        self.analyze_in_stages(text, options, |_| {})
    }

    /// As [`Analyzer::analyze`], telling `at` each stage as it begins.
    ///
    /// # Errors
    /// As [`Analyzer::analyze`]'s.
    pub fn analyze_in_stages(
        &self,
        text: &str,
        options: &Options,
        mut at: impl FnMut(Stage),
    ) -> Result<Report, AnalyzeError> {
        let view = view(text)?;
        let (document, entities, date) = self.read(view.text(), options, &mut at)?;
        at(Stage::Statements);
        // As the parser drew the trees, before the rules need them otherwise.
        let tokens = match options.tokens {
            Tokens::Keep => Some(report_tokens(&document)),
            Tokens::Omit => None,
        };
        let document = parse::mended(document);
        let statements = statement::attribute(&document, &entities);
        at(Stage::Facts);
        let mut facts = fact::extract(&document, &entities, &statements);
        at(Stage::Summary);
        let summary = summary::summarize(&document, &entities, &statements, &mut facts);
        let report = Report {
            tokens,
            statements,
            facts,
            summary,
            ..self.report(&document, entities, date)
        };
        Ok(given::given(report, &view))
    }

    /// Every sentence of the body as the summary weighs it: for fitting its weights (`model/importance.py`), and to explain a choice.
    /// O(length of the text).
    ///
    /// # Errors
    /// As [`Analyzer::analyze`]'s.
    pub fn weigh(
        &self,
        text: &str,
        options: &Options,
    ) -> Result<Vec<summary::Weighed>, AnalyzeError> {
        let view = view(text)?;
        let (document, entities, _) = self.read(view.text(), options, &mut |_| {})?;
        let document = parse::mended(document);
        let statements = statement::attribute(&document, &entities);
        let facts = fact::extract(&document, &entities, &statements);
        let mut weighed = summary::weigh(&document, &entities, &statements, &facts);
        for unit in &mut weighed {
            unit.span = view.given(unit.span);
            for (span, _) in &mut unit.references {
                *span = view.given(*span);
            }
        }
        Ok(weighed)
    }

    /// The entities in the first paragraphs of a long text, for those who wait for the whole: a report of these paragraphs without
    /// tokens, statements, facts and summary, in some 20 ms. What the whole says of the same words may differ.
    ///
    /// `None` of a text that is soon read as a whole, or whose first paragraph is long itself, and where [`Analyzer::analyze`] may fail.
    pub fn analyze_beginning(&self, text: &str, options: &Options) -> Option<Report> {
        if !(SHORT_TEXT_BYTES..=MAX_TEXT_BYTES).contains(&text.len()) {
            return None;
        }
        let beginning = segment::beginning(text, BEGINNING_BYTES)?;
        let view = view(beginning).ok()?;
        let (document, entities, date) = self.read(view.text(), options, &mut |_| {}).ok()?;
        let report = self.report(&document, entities, date);
        Some(given::given(report, &view))
    }

    /// The first stages: the words with their trees, the entities, and the article's date.
    fn read<'t>(
        &self,
        text: &'t str,
        options: &Options,
        at: &mut dyn FnMut(Stage),
    ) -> Result<(Document<'t>, Vec<Entity>, Option<String>), AnalyzeError> {
        let date = options.date.as_deref();
        if let Some(date) = date.filter(|date| !is_date(date)) {
            return Err(AnalyzeError::Date(date.to_owned()));
        }
        at(Stage::Sentences);
        let mut document = segment::segment(text);
        document.tokens.shrink_to_fit();
        if options.foreign == Foreign::Refuse
            && let segment::Language::Other(likely) = segment::language(&document)
        {
            return Err(AnalyzeError::Language { likely });
        }
        self.parser.parse(&mut document);
        segment::settle(&mut document);
        at(Stage::Entities);
        let named = self.recognizer.names(&document);
        let date = (options.date.clone()).or_else(|| entity::article_date(&document));
        let entities = entity::recognize(&document, &named, date.as_deref());
        Ok((document, entities, date))
    }

    /// A report of what the first stages have found, of the text as it is read.
    fn report(&self, document: &Document, entities: Vec<Entity>, date: Option<String>) -> Report {
        let text = document.text();
        let spans = |ranges: &[TokenRange]| -> Vec<Span> {
            (ranges.iter())
                .map(|range| document.span(range.clone()).trim(text))
                .filter(|span| !span.is_empty())
                .collect()
        };
        Report {
            engine: concat!("nutgraf ", env!("CARGO_PKG_VERSION")).to_owned(),
            model: self.model.clone(),
            language: "en".to_owned(),
            title: document.title,
            date,
            paragraphs: spans(&document.paragraphs),
            sentences: spans(&document.sentences),
            blocks: (document.parts.iter())
                .map(|part| Block {
                    span: document.span(part.tokens.clone()).trim(text),
                    kind: part.kind,
                })
                .filter(|block| !block.span.is_empty())
                .collect(),
            entities,
            ..Report::default()
        }
    }
}

/// A text as it is read.
fn view(text: &str) -> Result<segment::View<'_>, AnalyzeError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(AnalyzeError::TooLong { bytes: text.len() });
    }
    Ok(segment::View::of(text))
}

/// The words with their trees, white space left out: heads are indices into what is left. See [`segment::words`].
fn report_tokens(document: &Document) -> Vec<ReportToken> {
    let words: Vec<TokenRange> = (segment::words(document).into_iter())
        .filter(|word| document.tokens[word.start].pos != Pos::Space)
        .collect();
    let mut index = vec![0; document.len()];
    let mut next = 0;
    for (i, word) in words.iter().enumerate() {
        index[next..word.end].fill(i);
        next = word.end;
    }
    let mut tokens: Vec<ReportToken> = (words.iter())
        .map(|word| {
            let main = main_token(document, word.clone());
            let token = &document.tokens[main];
            let span = document.span(word.clone());
            let before = document.span(word.start..main).of(document.text());
            let lemma = if main + 1 == word.end {
                before.to_lowercase() + document.lemma(main)
            } else {
                span.of(document.text()).to_lowercase()
            };
            ReportToken {
                span,
                lemma,
                pos: token.pos,
                tag: token.tag,
                head: index[token.head],
                dep: token.dep,
            }
        })
        .collect();
    break_cycles(&mut tokens);
    tokens
}

/// Tokens joined in one word can close a cycle over what hangs between them; its first word becomes a root. O(tokens).
fn break_cycles(tokens: &mut [ReportToken]) {
    // 0: not seen; else the number of the walk that saw it.
    let mut seen = vec![0; tokens.len()];
    for start in 0..tokens.len() {
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = start + 1;
            let head = tokens[at].head;
            if head != at && seen[head] == start + 1 {
                tokens[head].head = head;
                tokens[head].dep = Dep::Root;
                break;
            }
            at = head;
        }
    }
}

/// The token of a word whose head lies outside: the last of those.
fn main_token(document: &Document, word: TokenRange) -> usize {
    (word.clone().rev())
        .find(|&i| !word.contains(&document.tokens[i].head) || document.tokens[i].head == i)
        .unwrap_or(word.end - 1)
}

/// Whether `date` is a day of the calendar in the form `YYYY-MM-DD`.
fn is_date(date: &str) -> bool {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    let digits = |part: &str, count: usize| {
        (part.len() == count && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2))
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_of_the_calendar() {
        for (date, right) in [
            ("2018-02-07", true),
            ("2016-02-29", true),
            ("2015-02-29", false),
            ("2015-13-01", false),
            ("2015-04-31", false),
            ("15-04-30", false),
            ("+015-04-30", false),
            ("2015/04/30", false),
        ] {
            assert_eq!(is_date(date), right, "{date}");
        }
    }
}
