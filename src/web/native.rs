//! What a node says of itself, whatever a page has put in front of that: a form shows its fields under their names, also
//! where a property of its own is called so (`<input name="lastChild">`). The getters and methods are those of the prototypes.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Reflect, js_name = get)]
    fn get(prototype: &JsValue, name: &str, node: &Node) -> JsValue;

    #[wasm_bindgen(thread_local_v2, js_namespace = Node, js_name = prototype)]
    static NODE: JsValue;

    #[wasm_bindgen(thread_local_v2, js_namespace = Element, js_name = prototype)]
    static ELEMENT: JsValue;

    #[wasm_bindgen(js_namespace = ["Element", "prototype", "matches"], js_name = call)]
    fn element_matches(element: &Element, selector: &JsValue) -> bool;
}

/// A selector, as the page's own string.
pub struct Selector(JsValue);

impl Selector {
    pub fn new(selector: &str) -> Self {
        Self(selector.into())
    }

    pub fn matches(&self, element: &Element) -> bool {
        element_matches(element, &self.0)
    }
}

/// One of the constants of [`Node`].
pub fn node_type(node: &Node) -> u16 {
    let number = NODE.with(|node_prototype| get(node_prototype, "nodeType", node));
    number.as_f64().map_or(0, |number| number as u16)
}

pub fn last_child(node: &Node) -> Option<Node> {
    NODE.with(|prototype| something(get(prototype, "lastChild", node)))
}

pub fn previous_sibling(node: &Node) -> Option<Node> {
    NODE.with(|prototype| something(get(prototype, "previousSibling", node)))
}

pub fn shadow_root(element: &Element) -> Option<ShadowRoot> {
    ELEMENT.with(|prototype| something(get(prototype, "shadowRoot", element)))
}

/// What a getter gives, if that is not null: of the type that it is declared with, in whatever frame of the page.
fn something<T: JsCast>(value: JsValue) -> Option<T> {
    (!value.is_null()).then(|| value.unchecked_into())
}
