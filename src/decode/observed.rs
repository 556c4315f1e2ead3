//! What Webex answered: its error texts, wherever they stand.

pub(super) mod errors;
pub(super) mod hit;
pub(super) mod messenger;
pub(super) mod spelling;
pub(super) mod words;
