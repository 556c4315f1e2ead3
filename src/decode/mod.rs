//! Bytes to the SAML messages in them; remembers the layers it peeled.

mod base64;
mod capture;
pub mod charset;
mod errors;
mod escape;
mod fold;
mod form;
mod found;
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
pub mod scan;
mod shape;
mod soap;
mod trim;
mod wrap;

pub use layer::{Forgiven, Layer};
pub use problem::all_words;
pub use scan::Scan;

use crate::options::CharsetReader;
use crate::text::{Args, Words};
use scan::{End, Limits, Notice, Place, Sensitive};
use std::ops::Range;

/// What is given to the check.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    /// A file: its charset is found out.
    Bytes(&'a [u8]),
    /// Text that was pasted: a declared charset is ignored.
    Text(&'a str),
}

impl<'a> Input<'a> {
    /// The bytes of it.
    pub fn as_bytes(self) -> &'a [u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Text(text) => text.as_bytes(),
        }
    }
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
    /// Where in a capture it stood.
    pub place: Place,
}

/// A declaration that contradicts the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharsetConflict {
    /// As declared.
    pub declared: String,
    /// What the bytes are, and were read as.
    pub actual: String,
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
    /// Where in a capture it stood.
    pub place: Place,
    /// The candidate that it answers, counted over the whole input from 0, where a capture tells.
    pub answers: Option<usize>,
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
    /// What else is to be told about parts of the input.
    pub notices: Vec<Notice>,
    /// The number of requests in each capture.
    pub totals: Vec<Option<u32>>,
    /// Where a capture breaks off, if one does.
    pub ends: Option<End>,
    /// What should not travel.
    pub sensitive: Sensitive,
}

/// Finds the messages in `input`.
pub fn decode(input: Input) -> Decoded {
    decode_with(input, None)
}

/// Finds the messages in `input`; `charsets` reads what is declared to be in a charset that is not read here.
pub fn decode_with(input: Input, charsets: Option<CharsetReader>) -> Decoded {
    let mut scan = Scan::of(input, Limits::default(), charsets);
    scan.feed(input.as_bytes());
    scan.finish()
}
