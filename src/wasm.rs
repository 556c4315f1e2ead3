//! The border to JavaScript: nothing is decided here.

use std::panic::PanicHookInfo;

use js_sys::{Array, ArrayBuffer, Date, Error, Function, Reflect, Uint8Array};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, FileReaderSync};

use crate::instant::Instant;
use crate::options::CharsetReader;
use crate::report::{Message, Pretty, StatusGuide};
use crate::webex::ServiceProvider;
use crate::{Options, Report, Scan};

#[wasm_bindgen(typescript_custom_section)]
const SECTION: &str = OPTIONS;

/// The TypeScript type of what [`read_options`] reads.
pub const OPTIONS: &str = r#"
/**
 * How to read a message. A value of another type than the one named is ignored.
 */
export interface Options {
    /**
     * Language of the texts as a BCP 47 tag; a language that is not there gives English.
     */
    language?: string;
    /**
     * The reader's clock: ISO 8601, milliseconds since 1970 or a `Date`; left out, the clock of this machine.
     */
    now?: string | number | Date;
    /**
     * When the message was delivered, where the reader knows it; as `now`.
     */
    signedInAt?: string | number | Date;
    /**
     * The SSO error code that the reader saw, 1 to 32; left out, the one found in the input, else 31.
     */
    code?: number;
    /**
     * The receiver, where the reader knows better; `auto` reads it from the message.
     */
    serviceProvider?: "auto" | "meetings-site" | "messenger" | "control-hub" | "meetings-server" | "other";
    /**
     * Attributes that this site requires besides the four.
     */
    required?: string[];
    /**
     * Further spellings of Member Status.
     */
    memberStatus?: string[];
}
"#;

#[wasm_bindgen(start, private)]
fn start() {
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
    let options = read_options(&options);
    let report = match input.as_string() {
        Some(text) => crate::check(text.as_str(), &options),
        None => crate::check(read_bytes(&input).as_slice(), &options),
    };
    Ok(report.into_ts()?)
}

/// So many bytes of a file are in memory at a time: few at first, so that something is found soon; then many, since a
/// browser takes milliseconds for each slice.
const SLICES: std::ops::RangeInclusive<f64> = (1 << 18) as f64..=(8 << 20) as f64;

/// Reads a file of any size, slice by slice; memory does not grow with it. For workers only, which can wait for a file.
///
/// `onProgress` is called behind each slice with the bytes done and the messages that are new; they keep their index
/// in the report. A file that vanishes or changes on the way ends the reading, and the report says so.
#[wasm_bindgen]
pub fn scan(
    blob: &Blob,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    #[wasm_bindgen(
        js_name = onProgress,
        unchecked_optional_param_type = "(done: number, messages: Message[]) => void"
    )]
    on_progress: Option<Function>,
) -> Result<Ts<Report>, JsValue> {
    let options = read_options(&options);
    let reader = FileReaderSync::new()?;
    let mut scan = Scan::new(&options);
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
    scan: Scan<'static>,
}

#[wasm_bindgen]
impl Pieces {
    /// Begins a file.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    ) -> Self {
        // A few bytes, which stay for as long as this instance of the engine.
        let options = Box::leak(Box::new(read_options(&options)));
        Self {
            scan: Scan::new(options),
        }
    }

    /// Reads the next piece and gives the messages that are new, which keep their index in the report.
    #[wasm_bindgen(unchecked_return_type = "Message[]")]
    pub fn feed(&mut self, bytes: &[u8]) -> Result<Array, JsError> {
        list(self.scan.feed(bytes))
    }

    /// The report, behind the last piece.
    pub fn finish(self) -> Result<Ts<Report>, JsValue> {
        to_js(self.scan.finish())
    }

    /// The report where the file can't be read any further; it says so.
    pub fn stop(self) -> Result<Ts<Report>, JsValue> {
        to_js(self.scan.stop())
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

/// Name and version of the engine, as `error31 0.1.0`.
#[wasm_bindgen]
pub fn version() -> String {
    concat!("error31 ", env!("CARGO_PKG_VERSION")).to_owned()
}

/// The day on which the facts about Webex were last held against their sources, as `2026-11-21`.
#[wasm_bindgen(js_name = factsDate)]
pub fn facts_date() -> String {
    crate::webex::FACTS_CHECKED_ON.to_owned()
}

/// The user statuses of Webex in the language of a BCP 47 tag: what each means, the ways between them, the words.
#[wasm_bindgen]
pub fn statuses(language: &str) -> Result<Ts<StatusGuide>, JsError> {
    Ok(crate::report::statuses(language).into_ts()?)
}

/// A message with one element a line, for people; `undefined` where it can't be read.
#[wasm_bindgen]
pub fn pretty(xml: &str) -> Result<Option<Ts<Pretty>>, JsError> {
    Ok(crate::report::pretty(xml)
        .map(|pretty| pretty.into_ts())
        .transpose()?)
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
    if ArrayBuffer::is_view(input) || input.has_type::<ArrayBuffer>() {
        Uint8Array::new(input).to_vec()
    } else {
        vec![]
    }
}

/// Reads options field by field; a value of a wrong type counts as left out.
pub fn read_options(options: &JsValue) -> Options {
    let field = |name: &str| Reflect::get(options, &name.into()).unwrap_or_default();
    let default = Options::default();
    Options {
        language: field("language").as_string().unwrap_or(default.language),
        now: read_instant(&field("now")).or_else(|| milliseconds(Date::now())),
        signed_in_at: read_instant(&field("signedInAt")),
        code: read_code(&field("code")).or(default.code),
        service_provider: field("serviceProvider")
            .as_string()
            .and_then(|id| ServiceProvider::from_id(&id)),
        required: read_names(&field("required")),
        member_status: read_names(&field("memberStatus")),
        charsets: Some(CharsetReader(read_charset)),
    }
}

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &JsValue) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
}

fn read_charset(label: &str, bytes: &[u8]) -> Option<String> {
    let options = js_sys::Object::new();
    Reflect::set(&options, &"fatal".into(), &true.into()).ok()?;
    let decoder = TextDecoder::new(label, &options).ok()?;
    decoder.decode(bytes).ok()
}

fn read_instant(value: &JsValue) -> Option<Instant> {
    if let Some(text) = value.as_string() {
        return Instant::parse(text.trim());
    }
    let date = value.dyn_ref::<Date>().map(Date::value_of);
    milliseconds(date.or_else(|| value.as_f64())?)
}

fn milliseconds(number: f64) -> Option<Instant> {
    number.is_finite().then_some(Instant(number as i64))
}

fn read_code(value: &JsValue) -> Option<u8> {
    let code = value.as_f64()?;
    (code.fract() == 0.0 && (1.0..=32.0).contains(&code)).then_some(code as u8)
}

fn read_names(value: &JsValue) -> Vec<String> {
    value
        .dyn_ref::<Array>()
        .map(|names| names.iter().filter_map(|name| name.as_string()).collect())
        .unwrap_or_default()
}
