//! Where in a text something may begin, and what a text looks like.

pub(super) mod escaped;
pub(super) mod form;
pub(super) mod html;
pub(super) mod label;
pub(super) mod locate;
pub(super) mod markup;
pub(super) mod shape;
pub(super) mod shown;
pub(super) mod signs;
pub(super) mod value;
