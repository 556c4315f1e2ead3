//! Reads files of any size: slice by slice in a worker, piece by piece without one.

use js_sys::{Array, Function, Uint8Array};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, FileReaderSync};

use super::{read_bytes, read_options};
use crate::report::Message;
use crate::{Check, Input, Options, Report, decode};

/// So many bytes of a file are in memory at a time: few at first, so that something is found soon; then many, since a
/// browser takes milliseconds for each slice.
const SLICES: std::ops::RangeInclusive<f64> = (1 << 18) as f64..=(4 << 20) as f64;

/// Reads a file of any size, slice by slice; memory does not grow with it. For workers only, which can wait for a file.
///
/// `onProgress` is called behind each slice with the bytes done and the messages that are new; they keep their index
/// in the report. A file that vanishes or changes on the way ends the reading, and the report says so. `isText`: it holds
/// a text that was pasted, whose declared charset is ignored.
#[wasm_bindgen]
pub fn scan(
    blob: &Blob,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    #[wasm_bindgen(
        js_name = onProgress,
        unchecked_optional_param_type = "(done: number, messages: Message[]) => void"
    )]
    on_progress: Option<Function>,
    #[wasm_bindgen(js_name = isText, unchecked_optional_param_type = "boolean")] is_text: JsValue,
) -> Result<Ts<Report>, JsValue> {
    let options = read_options(&options);
    let reader = FileReaderSync::new()?;
    let mut scan = begin(&options, &is_text);
    let mut buffer = vec![];
    let mut done = 0.0;
    let mut length = *SLICES.start();
    while done < blob.size() {
        let end = (done + length).min(blob.size());
        length = (2.0 * length).min(*SLICES.end());
        let slice = blob.slice_with_f64_and_f64(done, end)?;
        let Ok(bytes) = reader.read_as_array_buffer(&slice) else {
            return to_js(scan.stop());
        };
        let bytes = Uint8Array::new(&bytes);
        buffer.resize(bytes.length() as usize, 0);
        bytes.copy_to(&mut buffer);
        let found = scan.feed(&buffer);
        done = end;
        if let Some(on_progress) = &on_progress {
            on_progress.call2(&JsValue::NULL, &done.into(), &list(found)?.into())?;
        }
    }
    to_js(scan.finish())
}

/// Reads a file piece by piece where nothing can wait for it: on a page that has no worker.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Pieces {
    check: Check<'static>,
}

#[wasm_bindgen]
impl Pieces {
    /// Begins a file, or a text that was pasted, whose declared charset is ignored.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
        #[wasm_bindgen(js_name = isText, unchecked_optional_param_type = "boolean")]
        is_text: JsValue,
    ) -> Self {
        // A few bytes, which stay for as long as this instance of the engine.
        let options = Box::leak(Box::new(read_options(&options)));
        Self {
            check: begin(options, &is_text),
        }
    }

    /// Reads the next piece and gives the messages that are new, which keep their index in the report.
    #[wasm_bindgen(unchecked_return_type = "Message[]")]
    pub fn feed(&mut self, bytes: &[u8]) -> Result<Array, JsError> {
        list(self.check.feed(bytes))
    }

    /// The report, behind the last piece.
    pub fn finish(self) -> Result<Ts<Report>, JsValue> {
        to_js(self.check.finish())
    }

    /// The report where the file can't be read any further; it says so.
    pub fn stop(self) -> Result<Ts<Report>, JsValue> {
        to_js(self.check.stop())
    }
}

/// Whether what begins like this may be a capture or an archive, which can hold far more than its size says; a few KiB
/// are enough.
#[wasm_bindgen(js_name = isCapture)]
pub fn is_capture(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] head: JsValue,
) -> bool {
    match head.as_string() {
        Some(text) => decode::is_capture(Input::Text(&text)),
        None => decode::is_capture(Input::Bytes(&read_bytes(&head))),
    }
}

fn begin<'a>(options: &'a Options, is_text: &JsValue) -> Check<'a> {
    if is_text.is_truthy() {
        Check::text(options)
    } else {
        Check::new(options)
    }
}

fn list(found: Vec<Message>) -> Result<Array, JsError> {
    let messages = Array::new();
    for message in found {
        messages.push(&message.into_ts()?.into());
    }
    Ok(messages)
}

fn to_js(report: Report) -> Result<Ts<Report>, JsValue> {
    Ok(report.into_ts().map_err(JsError::from)?)
}
