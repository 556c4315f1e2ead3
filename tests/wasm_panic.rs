//! A panic, in a module of its own since it ends there: what JavaScript gets to see of it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::panic)]

use js_sys::{Error, Function};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_panic_tells_its_place_and_no_payload() {
    error31::wasm::set_debug(false);
    let panics = Closure::<dyn Fn()>::new(|| panic!("jane@example.com"));
    let thrown = panics
        .as_ref()
        .unchecked_ref::<Function>()
        .call0(&JsValue::NULL)
        .expect_err("a panic");
    let message = String::from(thrown.unchecked_ref::<Error>().message());
    assert!(
        message.starts_with("error31 stopped at tests/wasm_panic.rs:"),
        "{message}"
    );
    assert!(!message.contains("jane"), "{message}");
}
