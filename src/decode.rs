//! Bytes to the SAML messages in them; remembers the layers it peeled.

mod capture;
pub mod codec;
pub mod decoded;
mod find;
mod found;
pub mod input;
mod layer;
mod observed;
mod peel;
mod problem;
pub mod search;
mod wrap;

pub(crate) use codec::base64::decode as from_base64;
pub use decoded::{Candidate, Certainty, CharsetConflict, Decoded, ErrorText, Failure};
pub use input::Input;
pub use layer::{Forgiven, Layer};
pub(crate) use layer::{Sent, are_exact, sent};
pub use problem::ProblemKind;
pub(crate) use problem::TEXTS;
pub use search::Search;

use crate::options::CharsetReader;
use decoded::Limits;

/// Whether what begins like this may be a capture or an archive, which can hold far more than its size says.
pub fn is_capture(head: Input) -> bool {
    capture::is_capture(head)
}

/// Finds the messages in `input`.
pub fn decode(input: Input) -> Decoded {
    decode_with(input, None)
}

/// Finds the messages in `input`; `charsets` reads what is declared to be in a charset that is not read here.
pub fn decode_with(input: Input, charsets: Option<CharsetReader>) -> Decoded {
    let mut search = Search::of(input, Limits::default(), charsets);
    search.feed(input.as_bytes());
    search.finish()
}
