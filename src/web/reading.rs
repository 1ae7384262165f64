//! The words of an element as a reader sees them, and the way back from each to its text node.
//!
//! `www/ranges.js` does the same without wasm; the rules and the table that tests both are in `tests/web/`.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSlotElement, Node, Text};

use super::native::{self, Selector};

/// Elements whose words are no part of an article, and what a page hides or leaves out.
const SKIPPED: &str = "aside, audio, button, canvas, caption, figcaption, iframe, math, nav, noscript, object, script, select, \
    style, svg, template, textarea, video, [hidden], [data-nutgraf-skip], [aria-hidden=true]";

/// What stands between the words read last and those to come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    /// White space that collapses to one space; its first character's place.
    Space {
        node: usize,
        at: usize,
    },
    Line,
    Paragraph,
}

/// A stretch of the text that stands in one text node, letter by letter. In UTF-16 units.
#[derive(Clone, Copy, Debug)]
struct Segment {
    text_start: usize,
    length: usize,
    node: usize,
    node_start: usize,
}

/// A stretch of one text node: index into [`Reading::nodes`], UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub node: usize,
    pub start: usize,
    pub end: usize,
}

/// The text of an element and where each of its words stands.
pub struct Reading {
    /// The text.
    pub text: String,
    /// The text nodes that were read, in order.
    pub nodes: Vec<Text>,
    segments: Vec<Segment>,
    length_utf16: usize,
    gap: Gap,
}

/// How the words of an element are laid out.
#[derive(Clone, Copy)]
struct Style {
    visible: bool,
    preserved: bool,
}

/// What elements are told by.
struct Looks {
    line_break: Selector,
    skipped: Selector,
}

/// What is left to be done of a walk.
enum Step {
    Visit(Node, Style),
    Edge,
}

impl Reading {
    /// Reads what is within `root`: an element, a shadow root or a document.
    pub fn of(root: &Node) -> Self {
        let mut reading = Self {
            text: String::new(),
            nodes: Vec::new(),
            segments: Vec::new(),
            length_utf16: 0,
            gap: Gap::None,
        };
        let style = Style {
            visible: true,
            preserved: false,
        };
        let looks = Looks {
            line_break: Selector::new("br"),
            skipped: Selector::new(SKIPPED),
        };
        // By hand and not by recursion: how deep a page nests is not ours to say.
        let mut steps = vec![Step::Visit(root.clone(), style)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Edge => reading.gap = Gap::Paragraph,
                Step::Visit(node, style) => match native::node_type(&node) {
                    Node::TEXT_NODE => reading.read_text(node.unchecked_into(), style),
                    Node::ELEMENT_NODE => reading.enter(node.unchecked_into(), &looks, &mut steps),
                    Node::DOCUMENT_FRAGMENT_NODE | Node::DOCUMENT_NODE => {
                        visit_children(&node, style, &mut steps)
                    }
                    _ => {}
                },
            }
        }
        reading
    }

    fn enter(&mut self, element: Element, looks: &Looks, steps: &mut Vec<Step>) {
        if looks.line_break.matches(&element) {
            self.gap = match self.gap {
                Gap::Line | Gap::Paragraph => Gap::Paragraph,
                Gap::None | Gap::Space { .. } => Gap::Line,
            };
            return;
        }
        if looks.skipped.matches(&element) {
            return;
        }
        let Some(computed) =
            web_sys::window().and_then(|window| window.get_computed_style(&element).ok().flatten())
        else {
            return;
        };
        let property = |name| computed.get_property_value(name).unwrap_or_default();
        let display = property("display");
        if display == "none" {
            return;
        }
        let white_space = property("white-space");
        let style = Style {
            visible: property("visibility") == "visible",
            preserved: white_space.starts_with("pre") || white_space.starts_with("break"),
        };
        let block = !(display.starts_with("inline")
            || display.starts_with("ruby")
            || display == "contents");
        if block {
            self.gap = Gap::Paragraph;
            steps.push(Step::Edge);
        }
        if let Some(root) = native::shadow_root(&element) {
            visit_children(&root, style, steps);
        } else if let Some(assigned) = element
            .dyn_ref::<HtmlSlotElement>()
            .map(HtmlSlotElement::assigned_nodes)
            .filter(|assigned| assigned.length() > 0)
        {
            let nodes = (0..assigned.length()).rev().map(|i| assigned.get(i));
            steps.extend(nodes.map(|node| Step::Visit(node.unchecked_into(), style)));
        } else {
            visit_children(&element, style, steps);
        }
    }

    fn read_text(&mut self, node: Text, style: Style) {
        if !style.visible {
            return;
        }
        let index = self.nodes.len();
        let mut at = 0;
        for character in node.data().chars() {
            if !style.preserved && matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                if self.gap == Gap::None && !self.text.is_empty() {
                    self.gap = Gap::Space { node: index, at };
                }
            } else {
                self.fill_gap();
                self.push(character, index, at);
            }
            at += character.len_utf16();
        }
        self.nodes.push(node);
    }

    fn fill_gap(&mut self) {
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        if self.text.is_empty() {
            return;
        }
        match gap {
            Gap::None => {}
            Gap::Space { node, at } => self.push(' ', node, at),
            Gap::Line => self.push_break("\n"),
            Gap::Paragraph => self.push_break("\n\n"),
        }
    }

    fn push_break(&mut self, line_feeds: &str) {
        self.text.push_str(line_feeds);
        self.length_utf16 += line_feeds.len();
    }

    fn push(&mut self, character: char, node: usize, at: usize) {
        let length = character.len_utf16();
        match self.segments.last_mut() {
            Some(last)
                if last.node == node
                    && last.node_start + last.length == at
                    && last.text_start + last.length == self.length_utf16 =>
            {
                last.length += length;
            }
            _ => self.segments.push(Segment {
                text_start: self.length_utf16,
                length,
                node,
                node_start: at,
            }),
        }
        self.text.push(character);
        self.length_utf16 += length;
    }

    /// Where the text's UTF-16 units `start..end` stand: one stretch a text node, in order.
    pub fn stretches(&self, start: usize, end: usize) -> Vec<Stretch> {
        let first = self
            .segments
            .partition_point(|it| it.text_start + it.length <= start);
        let mut stretches: Vec<Stretch> = Vec::new();
        for segment in self.segments[first..]
            .iter()
            .take_while(|it| it.text_start < end)
        {
            let from = start.max(segment.text_start) - segment.text_start;
            let to = end.min(segment.text_start + segment.length) - segment.text_start;
            let (from, to) = (segment.node_start + from, segment.node_start + to);
            match stretches.last_mut() {
                // Collapsed white space lies between the two.
                Some(last) if last.node == segment.node => last.end = to,
                _ => stretches.push(Stretch {
                    node: segment.node,
                    start: from,
                    end: to,
                }),
            }
        }
        stretches
    }
}

fn visit_children(parent: &Node, style: Style, steps: &mut Vec<Step>) {
    let mut child = native::last_child(parent);
    while let Some(node) = child {
        child = native::previous_sibling(&node);
        steps.push(Step::Visit(node, style));
    }
}
