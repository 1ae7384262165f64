//! The module in real browsers: reading and marking DOM trees, plain objects and errors across the boundary.
#![cfg(target_arch = "wasm32")]

mod boundary;
#[path = "../golden/mod.rs"]
mod golden;
mod same;
mod trees;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
