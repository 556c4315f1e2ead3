//! What holds for all of one input, or for one file of an archive.

use crate::decode::decoded::Place;
use crate::decode::layer::Layer;

/// What holds for all of one source.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// The archives around it.
    pub layers: Vec<Layer>,
    /// The file in them.
    pub place: Place,
    /// Whether it is text, whatever charset it declares.
    pub is_text: bool,
}

impl Context {
    /// The archives around, and these layers further.
    pub fn with(&self, layer: Layer) -> Vec<Layer> {
        let mut layers = self.layers.clone();
        layers.push(layer);
        layers
    }
}
