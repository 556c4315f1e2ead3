//! A place in the message.

use std::ops::Range;

/// A place in the text of a message, in bytes, on character borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The place from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The same place as a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}
