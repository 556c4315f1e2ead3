//! Ways to write bytes and text, each undone by itself.

pub(super) mod base64;
pub(super) mod blanks;
pub(super) mod entity;
pub(super) mod escapes;
pub(super) mod inflate;
pub(super) mod percent;
pub(super) mod printable;
pub(super) mod readable;
pub(super) mod trim;
