//! The streaming door, in a worker: messages come with the slices, keep their index, and the report ends it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::panic)]

use error31::wasm::scan;
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Blob;

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const ENTRY: &str = r#"{"request": {"method": "POST", "url": "https://adriasoft.webex.com/dispatcher/SAML2AuthService",
    "postData": {"text": "SAMLResponse=PFJlc3BvbnNlLz4%3D"}}},"#;

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("a property")
}

fn length(object: &JsValue, name: &str) -> u32 {
    Array::from(&get(object, name)).length()
}

fn blob(text: &str) -> Blob {
    let parts = Array::of1(&Uint8Array::from(text.as_bytes()));
    Blob::new_with_u8_array_sequence(&parts).expect("a blob")
}

#[wasm_bindgen_test]
fn a_file_is_read_slice_by_slice() {
    let noise = format!(
        r#"{{"request": {{"comment": "{}"}}}},"#,
        "x".repeat(1 << 20)
    );
    let har = format!(r#"{{"log": {{"entries": [{ENTRY}{noise}{noise}{ENTRY}"#);
    let calls = Array::new();
    let kept = calls.clone();
    let on_progress = Closure::<dyn Fn(f64, Array)>::new(move |done: f64, messages: Array| {
        kept.push(&Array::of2(&done.into(), &messages.length().into()));
    });
    let function: Function = on_progress.as_ref().unchecked_ref::<Function>().clone();
    let report: JsValue = scan(
        &blob(&har),
        JsValue::UNDEFINED,
        Some(function),
        JsValue::UNDEFINED,
    )
    .unwrap_or_else(|_| panic!("scan threw"))
    .into();
    assert_eq!(length(&report, "messages"), 1, "the second is the same");
    assert_eq!(
        get(&get(&report, "ends"), "offset"),
        JsValue::from(har.len() as f64)
    );
    let first = Array::from(&calls.get(0));
    assert_eq!(
        (first.get(0), first.get(1)),
        ((256.0 * 1024.0).into(), 1.into())
    );
    let last = Array::from(&calls.get(calls.length() - 1));
    assert_eq!(last.get(0), JsValue::from(har.len() as f64));
    assert!(calls.length() > 2);
}

#[wasm_bindgen_test]
fn an_empty_file_is_a_problem() {
    let report: JsValue = scan(&blob(""), JsValue::UNDEFINED, None, JsValue::UNDEFINED)
        .unwrap_or_else(|_| panic!("scan threw"))
        .into();
    assert_eq!(
        get(&get(&report, "problem"), "kind"),
        JsValue::from("empty")
    );
}
