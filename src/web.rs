//! The module for browsers and other JavaScript hosts: no logic. Knows JavaScript's values and the DOM, and nothing of
//! language.
//!
//! Results are plain objects that cross once; offsets are UTF-16 units. [`Analyzer`] is the only class: nothing else has
//! to be freed. Every failure is an `Error` with a `code` that stays the same.

mod highlight;
mod native;
mod reading;

use wasm_bindgen::prelude::*;

use crate::analyzer::{self, AnalyzeError, Foreign, Options, Tokens};
use crate::export::{self, Format, html};
use crate::report::Report;
use crate::text::Unit;
use crate::wire;

/// Analyses articles with one set of weights.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Analyzer(analyzer::Analyzer);

#[wasm_bindgen]
impl Analyzer {
    /// An analyzer with these weights: the content of `nutgraf.model.bin`.
    ///
    /// # Errors
    /// `model`: the bytes are no weights of this version, or are damaged.
    #[wasm_bindgen(constructor)]
    pub fn new(model: &[u8]) -> Result<Analyzer, js_sys::Error> {
        match analyzer::Analyzer::load(model) {
            Ok(analyzer) => Ok(Self(analyzer)),
            Err(e) => Err(error("model", &e)),
        }
    }

    /// What an article says: a report, as a plain object.
    ///
    /// `options` may have `date` (`YYYY-MM-DD`), `tokens` (whether the report holds them) and `force` (read another
    /// language as English). `progress` is called with the name of each stage as it begins; see [`analyzer::Stage`].
    ///
    /// # Errors
    /// `too-long`, `language` (with the code of the likely one as its `language`), `date`, as [`AnalyzeError`] says; `options`.
    pub fn analyze(
        &self,
        text: &str,
        options: JsValue,
        progress: Option<js_sys::Function>,
    ) -> Result<JsValue, js_sys::Error> {
        let options = read_options(options)?;
        let report = self
            .0
            .analyze_in_stages(text, &options, |stage| {
                if let Some(progress) = &progress {
                    // What it answers, or throws, does not matter to the analysis.
                    let _ = progress.call1(&JsValue::NULL, &stage.name().into());
                }
            })
            .map_err(|e| {
                let error = error(e.code(), &e);
                if let AnalyzeError::Language { likely: Some(code) } = e {
                    // Setting a property of an object made here does not fail.
                    let _ = js_sys::Reflect::set(&error, &"language".into(), &code.into());
                }
                error
            })?;
        plain(&report, text)
    }

    /// What is known of a long text before all of it has been read: a report of its first paragraphs with their entities and nothing
    /// else, or `undefined`; see [`analyzer::Analyzer::analyze_beginning`]. `options` as of [`Analyzer::analyze`].
    ///
    /// # Errors
    /// `options`.
    #[wasm_bindgen(js_name = analyzeBeginning)]
    pub fn analyze_beginning(
        &self,
        text: &str,
        options: JsValue,
    ) -> Result<JsValue, js_sys::Error> {
        let options = read_options(options)?;
        let Some(report) = self.0.analyze_beginning(text, &options) else {
            return Ok(JsValue::UNDEFINED);
        };
        plain(&report, &text[..report.length])
    }

    /// The article as escaped HTML with its mentions marked; see [`crate::export::html`].
    ///
    /// # Errors
    /// `report`: it is none, or of another schema.
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(&self, text: &str, report: JsValue) -> Result<String, js_sys::Error> {
        Ok(html::article(text, &read_report(report, text)?))
    }
}

/// A report in another form: `html`, `text`, `md`, `csv`, `entities.csv`, `statements.csv`, `jsonld`, `schema`, `ann`, `displacy`; see
/// [`crate::export::Format`].
///
/// # Errors
/// `format`: there is no such form. `report`: it is none, or of another schema.
#[wasm_bindgen(js_name = exportReport)]
pub fn export_report(text: &str, report: JsValue, format: &str) -> Result<String, js_sys::Error> {
    let Some(format) = Format::from_name(format) else {
        return Err(error("format", &format!("no form is called “{format}”")));
    };
    Ok(export::export(
        format,
        text,
        &read_report(report, text)?,
        Unit::Utf16,
    ))
}

/// What of a report does not hold for a text: a list of `{part, message}`, empty if all of it does; see [`crate::verify`].
///
/// # Errors
/// `report`: it is none, or of another schema.
#[wasm_bindgen]
pub fn verify(report: JsValue, text: &str) -> Result<JsValue, js_sys::Error> {
    let findings = crate::verify::verify(&read_report(report, text)?, text);
    let findings = findings.iter().map(|finding| WebFinding {
        part: finding.part.to_string(),
        message: finding.fault.to_string(),
    });
    write(&findings.collect::<Vec<_>>())
}

#[derive(serde::Serialize)]
struct WebFinding {
    part: String,
    message: String,
}

/// The words of an element of the page as a reader sees them: the text to analyse, if the report is to be drawn onto
/// the element.
#[wasm_bindgen(js_name = readElement)]
pub fn read_element(element: &web_sys::Node) -> String {
    reading::Reading::of(element).text
}

/// Draws the mentions of `report` onto `element`, in place of what was drawn before; the number of mentions drawn.
///
/// By the CSS Custom Highlight API, under the names `nut-graf-who`, `-where`, `-when`, `-many`, `-what`, each also with
/// `-1` and `-2` for mentions that hold others: the page's nodes stay as they are. In a browser without it, by `<mark>`
/// elements with the classes of [`Analyzer::to_html`].
///
/// # Errors
/// `report`: it is none. `other-text`: it is of another text than the element's.
#[wasm_bindgen]
pub fn highlight(element: &web_sys::Node, report: JsValue) -> Result<usize, js_sys::Error> {
    draw(element, report, highlight::Method::available())
}

/// As [`highlight`], by `<mark>` elements in any browser.
///
/// # Errors
/// As [`highlight`]'s.
#[wasm_bindgen(js_name = highlightByMarks)]
pub fn highlight_by_marks(
    element: &web_sys::Node,
    report: JsValue,
) -> Result<usize, js_sys::Error> {
    draw(element, report, highlight::Method::Marks)
}

fn draw(
    element: &web_sys::Node,
    report: JsValue,
    method: highlight::Method,
) -> Result<usize, js_sys::Error> {
    highlight::clear(element);
    let reading = reading::Reading::of(element);
    let report = read_report(report, &reading.text)?;
    if report.text_hash != crate::text::sha256_hex(&reading.text) {
        return Err(error(
            "other-text",
            &"the report is of another text than the element’s",
        ));
    }
    highlight::draw(element, &reading, &report, method)
        .map_err(|e| error("dom", &js_sys::Error::from(e).message()))
}

/// Takes away what [`highlight`] has drawn onto `element`; other highlights of the page stay.
#[wasm_bindgen(js_name = clearHighlights)]
pub fn clear_highlights(element: &web_sys::Node) {
    highlight::clear(element);
}

#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct WebOptions {
    date: Option<String>,
    tokens: Option<bool>,
    force: Option<bool>,
}

fn read_options(options: JsValue) -> Result<Options, js_sys::Error> {
    let options: WebOptions = if options.is_undefined() || options.is_null() {
        WebOptions::default()
    } else {
        // A misspelt option would go unseen otherwise.
        let names = js_sys::Object::keys(&js_sys::Object::from(options.clone()));
        let unknown = |name: &String| !["date", "tokens", "force"].contains(&name.as_str());
        if let Some(name) = names
            .iter()
            .filter_map(|name| name.as_string())
            .find(unknown)
        {
            return Err(error("options", &format!("no option is called “{name}”")));
        }
        serde_wasm_bindgen::from_value(options).map_err(|e| error("options", &e))?
    };
    Ok(Options {
        date: options.date,
        tokens: match options.tokens {
            Some(true) => Tokens::Keep,
            _ => Tokens::Omit,
        },
        foreign: match options.force {
            Some(true) => Foreign::Force,
            _ => Foreign::Refuse,
        },
    })
}

fn read_report(report: JsValue, text: &str) -> Result<Report, js_sys::Error> {
    let report: wire::Report =
        serde_wasm_bindgen::from_value(report).map_err(|e| error("report", &e))?;
    wire::read(&report, text).map_err(|e| error("report", &e))
}

fn plain(report: &Report, text: &str) -> Result<JsValue, js_sys::Error> {
    wire::serialize(report, text, Unit::Utf16, &plain_objects()).map_err(|e| error("report", &e))
}

fn write(value: &impl serde::Serialize) -> Result<JsValue, js_sys::Error> {
    value
        .serialize(&plain_objects())
        .map_err(|e| error("report", &e))
}

fn plain_objects() -> serde_wasm_bindgen::Serializer {
    serde_wasm_bindgen::Serializer::json_compatible()
}

/// An `Error` with its `code`.
fn error(code: &str, message: &impl std::fmt::Display) -> js_sys::Error {
    let error = js_sys::Error::new(&message.to_string());
    // Setting a property of an object made here does not fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error
}
