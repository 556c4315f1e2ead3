//! The border to JavaScript: nothing is decided here.

mod accounts;
mod fields;
mod handed;
mod ids;
mod options;
mod overview;
mod pieces;
mod ticket;

pub use accounts::{AccountList, AccountsReader, is_user_list, load_accounts};
pub use handed::{compare_after, compare_messages, judge, judge_alone, two_classes};
pub use ids::*;
pub use options::read_options;
pub use overview::{INPUT, overview};
pub use pieces::{Pieces, is_capture, scan};
pub use ticket::{CHOICES, redact, ticket};

use std::panic::PanicHookInfo;

use js_sys::{ArrayBuffer, Error, Math, Reflect, Uint8Array};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::compare::{Comparison, telling};
use crate::report::{
    ENGINE, Error31Guide, MetadataSummary, Pretty, ProblemKind, Reference, StatusGuide,
};
use crate::text::Texts;
use crate::{Input, Options, Report, session};

#[wasm_bindgen(start, private)]
fn start() {
    crate::hash::set_secret(Math::random().to_bits());
    if cfg!(debug_assertions) {
        set_debug(true);
    } else {
        std::panic::set_hook(Box::new(throw_place));
    }
}

/// Reads `input` and explains error 31 for each message in it. Bad input is a finding, never an error.
///
/// Bytes are a file, whose charset is found out; a string is text, whose declared charset is ignored.
#[wasm_bindgen]
pub fn check(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] input: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<Ts<Report>, JsError> {
    Ok(read(&input, &read_options(&options), session::check).into_ts()?)
}

fn read(input: &JsValue, options: &Options, check: fn(Input, &Options) -> Report) -> Report {
    match input.as_string() {
        Some(text) => check(text.as_str().into(), options),
        None => match bytes_of(input) {
            Some(bytes) => check(bytes.as_slice().into(), options),
            None => Report::of_nothing(ProblemKind::NotAnInput, options),
        },
    }
}

/// Reads two inputs and compares, by meaning, the message of each that says most: the one with the lowest
/// `rank`. `undefined` where one of them holds no message.
#[wasm_bindgen]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] before: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] after: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<Option<Ts<Comparison>>, JsError> {
    let options = read_options(&options);
    let read = |input| read(&input, &options, session::check_untried);
    let [before, after] = [before, after].map(read);
    let messages = telling(&before).zip(telling(&after));
    let compared = messages.map(|(old, new)| crate::compare::compare(old, new, &options.language));
    Ok(compared.map(|compared| compared.into_ts()).transpose()?)
}

/// Name and version of the engine, as `error31 0.1.0`.
#[wasm_bindgen]
pub fn version() -> String {
    ENGINE.to_owned()
}

/// The report on a check that an engine did not survive: for a fresh one, in the language of a BCP 47 tag. `place` is the
/// file and line in the message of the error that was thrown.
#[wasm_bindgen]
pub fn stopped(language: &str, place: &str) -> Result<Ts<Report>, JsError> {
    Ok(Report::stopped(place, &Texts::new(language)).into_ts()?)
}

/// The day on which the facts about Webex were last held against their sources, as `2026-11-21`.
#[wasm_bindgen(js_name = factsDate)]
pub fn facts_date() -> String {
    crate::webex::pages::checked().to_owned()
}

/// The user statuses of Webex in the language of a BCP 47 tag: what each means, the ways between them, the words.
#[wasm_bindgen]
pub fn statuses(language: &str) -> Result<Ts<StatusGuide>, JsError> {
    Ok(crate::report::statuses(language).into_ts()?)
}

/// Error 31 without a message, in the language of a BCP 47 tag: how Webex words it, the five causes, what to look up.
#[wasm_bindgen]
pub fn guide(language: &str) -> Result<Ts<Error31Guide>, JsError> {
    Ok(crate::report::guide(language).into_ts()?)
}

/// All that the tables and rules know, in the language of a BCP 47 tag: codes, causes, rules, attributes, statuses, providers.
#[wasm_bindgen]
pub fn reference(language: &str) -> Result<Ts<Reference>, JsError> {
    Ok(crate::report::reference(language).into_ts()?)
}

/// A message with one element a line, for people; `undefined` where it can't be read.
#[wasm_bindgen]
pub fn pretty(xml: &str) -> Result<Option<Ts<Pretty>>, JsError> {
    Ok(crate::report::pretty(xml)
        .map(|pretty| pretty.into_ts())
        .transpose()?)
}

/// What a file of metadata is of, in the language of a BCP 47 tag; `undefined` where it is none, or too long to be read as
/// [`Options`].
#[wasm_bindgen]
pub fn metadata(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: &[u8],
    language: &str,
) -> Result<Option<Ts<MetadataSummary>>, JsError> {
    let summary = crate::report::metadata(bytes, language);
    Ok(summary.map(|summary| summary.into_ts()).transpose()?)
}

/// Whether a panic is written to the console with its message, which can quote the input.
///
/// Otherwise it is thrown as an error that tells the place in the source and nothing else.
#[wasm_bindgen(js_name = setDebug)]
pub fn set_debug(on: bool) {
    std::panic::set_hook(if on {
        Box::new(console_error_panic_hook::hook)
    } else {
        Box::new(throw_place)
    });
}

fn throw_place(panic: &PanicHookInfo) {
    let place = panic.location().map(ToString::to_string);
    let message = format!(
        "error31 stopped at {}",
        place.as_deref().unwrap_or("an unknown place")
    );
    wasm_bindgen::throw_val(Error::new(&message).into())
}

fn read_bytes(input: &JsValue) -> Vec<u8> {
    bytes_of(input).unwrap_or_default()
}

/// The bytes of a buffer, or of any view of one.
fn bytes_of(input: &JsValue) -> Option<Vec<u8>> {
    if let Some(bytes) = input.dyn_ref::<Uint8Array>() {
        return Some(bytes.to_vec());
    }
    if ArrayBuffer::is_view(input) {
        let of = |name: &str| Reflect::get(input, &name.into()).ok();
        let [offset, length] = ["byteOffset", "byteLength"].map(|name| of(name)?.as_f64());
        let view = Uint8Array::new_with_byte_offset_and_length(
            &of("buffer")?,
            offset? as u32,
            length? as u32,
        );
        return Some(view.to_vec());
    }
    let is_buffer = input.has_type::<ArrayBuffer>();
    is_buffer.then(|| Uint8Array::new(input).to_vec())
}
