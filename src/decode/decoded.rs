//! What is found in an input: plain data.

use super::layer::{Forgiven, Layer};
use crate::decode::problem::ProblemKind as Kind;
use crate::text::Args;
use crate::xml::BadBytes;
use std::ops::Range;

/// Text that starts like XML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The layers peeled off, outermost first.
    pub layers: Vec<Layer>,
    /// The text, as it stood under the layers.
    pub text: String,
    /// Whether the text is what was sent, byte by byte: it came out of base64, of a stream or of a capture's parameters.
    pub exact: bool,
    /// The charset that the XML declaration names, where the bytes contradict it.
    pub charset_conflict: Option<CharsetConflict>,
    /// Why its bytes are not read, where the text alone doesn't show it.
    pub bad_bytes: Option<BadBytes>,
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
    /// How much speaks for the code.
    pub certainty: Certainty,
    /// Where in a capture it stood.
    pub place: Place,
    /// The candidate that it answers, counted over the whole input from 0, where a capture tells.
    pub answers: Option<usize>,
}

/// Why no candidate was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What the input was taken for.
    pub kind: Kind,
    /// What is put into its words.
    pub args: Args,
    /// The layers that were tried, in order.
    pub tried: Vec<Layer>,
}

/// How much speaks for the code of an error text, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// No known wording: a number beside the word for an account.
    Number,
    /// A wording that other programs use too, without its number.
    Wording,
    /// A number with a known wording that another host than Webex's answered.
    Elsewhere,
    /// The wording of WebEx Meetings Server, which has no numbers.
    Server,
    /// A number with a known wording.
    Sure,
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
    /// So many bytes were looked at, over all texts, layers and files.
    pub work: u64,
    /// What else is to be told about parts of the input.
    pub notices: Vec<Notice>,
    /// The number of requests in each capture.
    pub totals: Vec<Option<u32>>,
    /// Where a capture breaks off, if one does.
    pub ends: Option<End>,
    /// What should not travel.
    pub sensitive: Sensitive,
}

/// Where in a capture something stood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Name of the file in an archive, as the archive has it.
    pub member: Option<String>,
    /// Index into [`Decoded::totals`].
    pub capture: Option<usize>,
    /// Number of the request, from 1.
    pub entry: Option<u32>,
    /// Address of the request: scheme, host and path.
    pub url: Option<String>,
    /// When the request was sent, as the capture says it.
    pub started_at: Option<String>,
    /// Whether the request delivers the message to its receiver.
    pub is_delivery: bool,
    /// Whether the capture holds what was answered.
    pub is_answered: bool,
    /// The `RelayState` that went along.
    pub relay_state: Option<String>,
}

/// Something about the input that is told beside what was found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What, and its place.
    pub failure: Failure,
    /// Where.
    pub place: Place,
}

/// Where a capture breaks off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// So many bytes of it are there.
    pub offset: u64,
    /// What it breaks off in.
    pub place: Place,
}

/// What a capture holds that should not travel, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sensitive {
    /// Different cookies with a value.
    pub cookies: u32,
    /// Different values of `Authorization`.
    pub authorization: u32,
    /// Passwords in what was posted.
    pub passwords: u32,
}

/// Bounds of a scan, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest string of a JSON document that is read.
    pub string: usize,
    /// The largest text that is read in one piece.
    pub piece: usize,
    /// So many bytes may be looked at in any input, over all its texts, layers and files …
    pub work: u64,
    /// … and so many times its length more …
    pub times: u64,
    /// … and so many times what its archives unpack to.
    pub times_unpacked: u64,
    /// The most that one message may grow to when it is inflated.
    pub message: usize,
    /// So many candidates are kept.
    pub candidates: usize,
    /// The most text that is kept in all.
    pub kept: usize,
    /// From here on, an archive may grow by [`Limits::ratio`] only.
    pub inflated: u64,
    /// So many times its own length may an archive unpack to.
    pub ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            string: 32 << 20,
            piece: 16 << 20,
            work: 64 << 20,
            times: 24,
            times_unpacked: 6,
            message: 32 << 20,
            candidates: 1_000,
            kept: 48 << 20,
            inflated: 64 << 20,
            ratio: 400,
        }
    }
}
