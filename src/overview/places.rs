//! Numbers for keys, in the order in which they come first.

use crate::hash::HashMap;

#[derive(Debug, Default)]
pub(super) struct Places(HashMap<String, usize>);

impl Places {
    /// The number of a key, and whether it is new.
    pub fn of(&mut self, key: String) -> (usize, bool) {
        let next = self.0.len();
        let place = *self.0.entry(key).or_insert(next);
        (place, place == next)
    }

    /// Whether there is none yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
