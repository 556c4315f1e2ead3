//! The way from the input to a text: the layers peeled off, and what was forgiven on it.

use crate::decode::decoded::CharsetConflict;
use crate::decode::layer::{Forgiven, Layer};

/// The way from the input to a text.
#[derive(Debug, Clone, Default)]
pub(in crate::decode) struct Path {
    /// The layers peeled off, outermost first.
    pub layers: Vec<Layer>,
    /// What was forgiven in base64.
    pub forgiven: Vec<Forgiven>,
    /// Whether the bytes are those that were sent: they came out of base64, of a stream or of a capture's parameters.
    pub exact: bool,
    /// Whether a capture says that it was sent.
    sent: bool,
    /// A declaration that the bytes contradict.
    pub(super) conflict: Option<CharsetConflict>,
}

impl Path {
    /// The same way, and these layers further.
    pub fn with(&self, layers: &[Layer]) -> Self {
        let mut path = self.clone();
        path.layers.extend_from_slice(layers);
        path.exact |= layers
            .iter()
            .any(|layer| matches!(layer, Layer::Base64 | Layer::Inflate));
        path
    }

    /// The same way, and further through the base64 of a mail, which carries text of any kind.
    pub fn mailed(&self) -> Self {
        let mut path = self.clone();
        path.layers.push(Layer::Base64);
        path
    }

    /// The way to what a capture says was sent.
    pub fn sent() -> Self {
        Self {
            exact: true,
            sent: true,
            ..Self::default()
        }
    }

    /// Whether it leads through the parameter of a request or the field of a form.
    pub(super) fn is_parameter(&self) -> bool {
        let holds = |layer: &Layer| matches!(layer, Layer::Form | Layer::Url | Layer::Html);
        self.sent || self.layers.iter().any(holds)
    }

    /// Whether a name stands directly in front of what it leads to.
    pub(super) fn is_named(&self) -> bool {
        let last = self
            .layers
            .iter()
            .rev()
            .find(|layer| **layer != Layer::Percent);
        matches!(last, Some(Layer::Form | Layer::Url | Layer::Html))
    }
}
