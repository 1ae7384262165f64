//! Mentions drawn onto an element of the page.

use js_sys::{Array, JsString, WeakMap};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node, Range};

use super::reading::{Reading, Stretch};
use crate::export::marks::{Family, Mark, marks, pieces};
use crate::report::Report;
use crate::text::{Offsets, Span, Unit};

#[wasm_bindgen]
extern "C" {
    /// A set of ranges that are drawn alike. web-sys has it only behind its unstable flag.
    type Highlight;

    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;

    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);

    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &Range) -> bool;

    #[wasm_bindgen(method, getter)]
    fn size(this: &Highlight) -> u32;

    /// The page's highlights by name, which we share with other programs: ours alone are touched.
    type HighlightRegistry;

    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<HighlightRegistry>;

    #[wasm_bindgen(method)]
    fn get(this: &HighlightRegistry, name: &str) -> Option<Highlight>;

    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);

    #[wasm_bindgen(method, js_name = delete)]
    fn remove(this: &HighlightRegistry, name: &str) -> bool;

    /// A text node or a `<mark>`. They are asked themselves: their parent may be a form, which shows its fields in front of
    /// its own methods.
    #[wasm_bindgen(extends = Node)]
    type Marked;

    #[wasm_bindgen(method, js_name = replaceWith)]
    fn replace_with(this: &Marked, node: &Node);

    #[wasm_bindgen(method, js_name = remove)]
    fn take_away(this: &Marked);
}

thread_local! {
    /// What is drawn onto an element, as pairs: a highlight's name and a range, or nothing and a `<mark>`.
    static DRAWN: WeakMap = WeakMap::new();
}

/// How mentions are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// By the CSS Custom Highlight API: the page's nodes stay as they are.
    Ranges,
    /// By `<mark>` elements.
    Marks,
}

impl Method {
    /// The better one that this browser has.
    pub fn available() -> Self {
        match HIGHLIGHTS.with(Option::is_some) {
            true => Self::Ranges,
            false => Self::Marks,
        }
    }
}

/// Draws the mentions of `report`, which is of `reading`'s text, onto `root`; the number of mentions.
///
/// # Errors
/// What the DOM throws: nothing, if the page has not changed since it was read.
pub fn draw(
    root: &Node,
    reading: &Reading,
    report: &Report,
    method: Method,
) -> Result<usize, JsValue> {
    let marks = marks(&reading.text, report);
    let drawn = match method {
        Method::Ranges => draw_ranges(reading, &marks)?,
        Method::Marks => draw_marks(reading, report, &marks)?,
    };
    DRAWN.with(|all| all.set(root, &drawn));
    Ok(marks.len())
}

fn draw_ranges(reading: &Reading, marks: &[Mark]) -> Result<Array, JsValue> {
    let drawn = Array::new();
    let offsets = Offsets::new(&reading.text, Unit::Utf16);
    for mark in marks {
        let name = highlight_name(mark);
        let highlight = HIGHLIGHTS.with(|all| {
            let all = all.as_ref()?;
            Some(all.get(&name).unwrap_or_else(|| {
                let highlight = Highlight::new();
                all.set(&name, &highlight);
                highlight
            }))
        });
        let (start, end) = (
            offsets.from_byte(mark.span.start),
            offsets.from_byte(mark.span.end),
        );
        for stretch in reading.stretches(start, end) {
            let range = range(reading, stretch)?;
            if let Some(highlight) = &highlight {
                highlight.add(&range);
            }
            drawn.push(&Array::of2(&name.as_str().into(), &range));
        }
    }
    Ok(drawn)
}

fn range(reading: &Reading, stretch: Stretch) -> Result<Range, JsValue> {
    let range = Range::new()?;
    let node = &reading.nodes[stretch.node];
    range.set_start(node, stretch.start as u32)?;
    range.set_end(node, stretch.end as u32)?;
    Ok(range)
}

/// `nut-graf-who`, or `nut-graf-who-1` for a mark that holds another: its line is drawn lower.
fn highlight_name(mark: &Mark) -> String {
    let family = Family::of(mark.kind);
    match mark.height {
        0 => format!("nut-graf-{family}"),
        height => format!("nut-graf-{family}-{height}"),
    }
}

fn draw_marks(reading: &Reading, report: &Report, marks: &[Mark]) -> Result<Array, JsValue> {
    let drawn = Array::new();
    let offsets = Offsets::new(&reading.text, Unit::Utf16);
    let whole = Span::new(0, reading.text.len());
    let mut wanted: Vec<(Stretch, &Mark)> = Vec::new();
    for piece in pieces(marks, whole) {
        let (start, end) = (
            offsets.from_byte(piece.span.start),
            offsets.from_byte(piece.span.end),
        );
        let stretches = reading.stretches(start, end);
        wanted.extend(
            stretches
                .into_iter()
                .map(|stretch| (stretch, &marks[piece.mark])),
        );
    }
    // By node, and within a node as the pieces are: by start, the outer before the inner.
    wanted.sort_by_key(|(stretch, _)| stretch.node);
    for of_node in wanted.chunk_by(|a, b| a.0.node == b.0.node) {
        let replaced = replace_by_marks(reading, report, of_node)?;
        drawn.push(&replaced);
    }
    Ok(drawn)
}

/// Puts the words of one text node, with marks, in its place: the node, and what stands for it now.
fn replace_by_marks(
    reading: &Reading,
    report: &Report,
    wanted: &[(Stretch, &Mark)],
) -> Result<Array, JsValue> {
    let node = &reading.nodes[wanted[0].0.node];
    let Some(document) = node.owner_document() else {
        return Ok(Array::new());
    };
    let content = document.create_document_fragment();
    let mut open: Vec<(Element, usize)> = Vec::new();
    let mut written = 0;
    let write = |open: &[(Element, usize)], from: usize, to: usize| -> Result<(), JsValue> {
        if from < to {
            let words =
                document.create_text_node(&node.substring_data(from as u32, (to - from) as u32)?);
            let target: &Node = open.last().map_or(&content, |(mark, _)| mark);
            target.append_child(&words)?;
        }
        Ok(())
    };
    let end = node.length() as usize;
    for (stretch, mark) in wanted
        .iter()
        .map(|(stretch, mark)| (*stretch, Some(*mark)))
        .chain([(
            Stretch {
                node: 0,
                start: end,
                end,
            },
            None,
        )])
    {
        while let Some(&(_, inner_end)) = open
            .last()
            .filter(|(_, inner_end)| *inner_end <= stretch.start)
        {
            write(&open, written, inner_end)?;
            written = inner_end;
            open.pop();
        }
        write(&open, written, stretch.start)?;
        written = stretch.start;
        if let Some(mark) = mark {
            let element = mark_element(&document, report, mark)?;
            let target: &Node = open.last().map_or(&content, |(mark, _)| mark);
            target.append_child(&element)?;
            open.push((element, stretch.end));
        }
    }
    let drawn = Array::of1(node);
    let children = content.child_nodes();
    for i in 0..children.length() {
        drawn.push(&children.get(i).into());
    }
    node.unchecked_ref::<Marked>().replace_with(&content);
    Ok(drawn)
}

fn mark_element(document: &Document, report: &Report, mark: &Mark) -> Result<Element, JsValue> {
    let element = document.create_element("mark")?;
    let family = Family::of(mark.kind);
    element.set_class_name(&format!("nut-graf-mark nut-graf-{family}"));
    element.set_attribute("data-type", mark.kind.name())?;
    element.set_attribute("data-entity", &mark.entity.to_string())?;
    element.set_attribute("data-name", &report.entities[mark.entity.0].name)?;
    element.set_attribute("data-level", mark.level.name())?;
    element.set_attribute("data-height", &mark.height.to_string())?;
    Ok(element)
}

/// Takes away what [`draw`] has drawn onto `root`.
pub fn clear(root: &Node) {
    let drawn = DRAWN.with(|all| {
        let drawn = all.get(root);
        all.delete(root);
        drawn
    });
    let Ok(drawn) = drawn.dyn_into::<Array>() else {
        return;
    };
    for entry in drawn.iter() {
        let entry: Array = entry.unchecked_into();
        match entry.get(0).dyn_into::<JsString>() {
            Ok(name) => forget(&String::from(name), &entry.get(1).unchecked_into()),
            Err(node) => put_back(&node.unchecked_into(), &entry),
        }
    }
}

fn forget(name: &str, range: &Range) {
    HIGHLIGHTS.with(|all| {
        let Some((all, highlight)) = all.as_ref().and_then(|all| Some((all, all.get(name)?)))
        else {
            return;
        };
        highlight.delete(range);
        if highlight.size() == 0 {
            all.remove(name);
        }
    });
}

/// Puts a text node back where its marks are now; where the page has taken them away there is nothing to do.
fn put_back(node: &Node, drawn: &Array) {
    let mut place = Some(node.clone());
    for marked in drawn.iter().skip(1) {
        let marked: Marked = marked.unchecked_into();
        if marked.parent_node().is_some() {
            match place.take() {
                Some(node) => marked.replace_with(&node),
                None => marked.take_away(),
            }
        }
    }
}
