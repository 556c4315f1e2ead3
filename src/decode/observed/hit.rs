//! An error text at its place.

use crate::decode::decoded::Certainty;
use std::ops::Range;

/// An error text at its place.
#[derive(Debug, Clone)]
pub(in crate::decode) struct Hit {
    /// Where it stands.
    pub place: Range<usize>,
    /// The number; Webex has codes from 1 to 32.
    pub code: u16,
    /// Whether it is the answer of Webex Messenger.
    pub messenger: bool,
    /// How much speaks for the code.
    pub certainty: Certainty,
}
