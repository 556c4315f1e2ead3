//! Bytes to the SAML messages in them; remembers the layers it peeled.

pub mod charset;

use crate::text::{Args, Words};

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

/// One layer that was peeled off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// Percent-encoding.
    Percent,
    /// Base64 in any dress.
    Base64,
}

impl Layer {
    /// The name in `origin.layers`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Base64 => "base64",
        }
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
}

/// A declaration that contradicts the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharsetConflict {
    /// As declared.
    pub declared: String,
    /// What the bytes are, and were read as.
    pub actual: &'static str,
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
    /// Set only without a candidate.
    pub failure: Option<Failure>,
}

/// Finds the messages in `input`.
pub fn decode(input: Input) -> Decoded {
    match input {
        Input::Bytes(_) => Decoded::default(),
        Input::Text(text) => Decoded {
            candidates: vec![Candidate {
                layers: vec![],
                text: text.to_owned(),
                charset_conflict: None,
            }],
            ..Decoded::default()
        },
    }
}
