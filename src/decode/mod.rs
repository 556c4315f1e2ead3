//! Bytes to the SAML messages in them; remembers the layers it peeled.

mod base64;
pub mod charset;
mod errors;
mod escape;
mod fold;
mod form;
mod html;
mod inflate;
mod label;
mod layer;
mod locate;
mod markup;
mod messenger;
mod mixed;
mod peel;
mod percent;
mod phrases;
mod problem;
mod readable;
mod shape;
mod soap;
mod trim;
mod wrap;

pub use layer::{Forgiven, Layer};
pub use problem::all_words;

use crate::options::CharsetReader;
use crate::text::{Args, Words};
use peel::{Path, Peel};
use problem::Kind;
use std::ops::Range;

/// What is given to the check.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    /// A file: its charset is found out.
    Bytes(&'a [u8]),
    /// Text that was pasted: a declared charset is ignored.
    Text(&'a str),
}

impl<'a> From<&'a [u8]> for Input<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

/// Text that starts like XML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The layers peeled off, outermost first.
    pub layers: Vec<Layer>,
    /// The text, as it stood under the layers.
    pub text: String,
    /// The charset that the XML declaration names, where the bytes contradict it.
    pub charset_conflict: Option<CharsetConflict>,
    /// What was forgiven in base64 on the way.
    pub forgiven: Vec<Forgiven>,
}

/// A declaration that contradicts the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharsetConflict {
    /// As declared.
    pub declared: String,
    /// What the bytes are, and were read as.
    pub actual: &'static str,
    /// Where the declaration stands in the text; `None` where the text has none.
    pub place: Option<Range<usize>>,
}

/// An error text of Webex in the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorText {
    /// The number, 1 to 32.
    pub code: u8,
    /// The text as it stands in the input.
    pub spelling: String,
    /// The layers peeled off before it was found.
    pub layers: Vec<Layer>,
    /// Whether the answer has the shape that Webex Messenger gives.
    pub messenger: bool,
}

/// Why no candidate was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What the input was taken for: the words, whose id is `problem-` and the kind.
    pub words: &'static Words,
    /// What is put into the words.
    pub args: Args,
    /// The layers that were tried, in order.
    pub tried: Vec<Layer>,
}

/// What was found in the input.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decoded {
    /// The texts that start like XML, in the order of the input.
    pub candidates: Vec<Candidate>,
    /// The error texts of Webex.
    pub errors: Vec<ErrorText>,
    /// Set only without a candidate and without an error text.
    pub failure: Option<Failure>,
    /// Whether a bound was reached, so that more may stand in the input than is given here.
    pub more: bool,
}

/// The most that is read of one input, in bytes.
const LIMIT: usize = 64 << 20;

/// Finds the messages in `input`.
pub fn decode(input: Input) -> Decoded {
    decode_with(input, None)
}

/// Finds the messages in `input`; `charsets` reads what is declared to be in a charset that is not read here.
pub fn decode_with(input: Input, charsets: Option<CharsetReader>) -> Decoded {
    let bytes = match input {
        Input::Bytes(bytes) => bytes,
        Input::Text(text) => text.as_bytes(),
    };
    if bytes.len() > LIMIT {
        return failed(Kind::TooLarge, "", vec![]);
    }
    if shape::is_one_byte(bytes) && !bytes.first().is_some_and(u8::is_ascii_whitespace) {
        return failed(Kind::Zeros, "", vec![]);
    }
    let mut peel = Peel::new(bytes.len(), charsets);
    match input {
        Input::Bytes(bytes) => peel.bytes(bytes, &Path::default()),
        Input::Text(text) => peel.text(text, &Path::default()),
    };
    if peel.candidates.is_empty() && peel.errors.is_empty() {
        let (kind, format) = peel.obstacle.unwrap_or_else(|| guess(input, charsets));
        return failed(kind, format, peel.tried);
    }
    Decoded {
        candidates: peel.candidates,
        errors: peel.errors,
        failure: None,
        more: peel.more,
    }
}

fn guess(input: Input, charsets: Option<CharsetReader>) -> (Kind, &'static str) {
    match input {
        Input::Text(text) => (shape::text(text), ""),
        Input::Bytes(bytes) => match readable::read(bytes, charsets) {
            Some(readable) => match shape::file(bytes) {
                (kind, format @ ("PDF" | "RTF")) => (kind, format),
                _ => (shape::text(&readable.text), ""),
            },
            None => shape::file(bytes),
        },
    }
}

fn failed(kind: Kind, format: &str, tried: Vec<Layer>) -> Decoded {
    let limit = match kind {
        Kind::InflateBomb => inflate::LIMIT,
        _ => LIMIT,
    };
    let words = kind.words();
    let mut args = vec![
        ("format", format.to_owned()),
        ("limit", (limit >> 20).to_string()),
    ];
    args.retain(|(name, _)| words.title.contains(&format!("{{ ${name} }}")));
    let failure = Failure { words, args, tried };
    Decoded {
        failure: Some(failure),
        ..Decoded::default()
    }
}
