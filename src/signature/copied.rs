//! Signs that a text is a copy which a viewer or an editor has changed, so that no signature on it can hold.

use super::c14n::{Spaces, Subset};
use crate::xml::{Document, Node};

/// How sure it is that the text was changed on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// Without the white space that was put in, all fits.
    Surely,
    /// There is white space as viewers put it in, a character that a charset could not hold, or a value cut short.
    Perhaps,
}

/// The ways in which viewers put in white space, to be undone.
pub(super) const UNDONE: [Spaces; 2] = [Spaces::BetweenTags, Spaces::AroundText];

/// Whether there are line ends between the tags of `subset`.
pub(super) fn is_indented(subset: Subset) -> bool {
    let element = match subset {
        Subset::Document(document) => document.root(),
        Subset::Element(element) => element,
    };
    element.descendants().any(|node| match node {
        Node::Text(text) => {
            let value = text.value();
            value.contains('\n') && value.trim().is_empty()
        }
        _ => false,
    })
}

/// Whether a character was lost when the text changed its charset.
pub(super) fn is_damaged(document: &Document) -> bool {
    document.text().contains('\u{FFFD}')
}
