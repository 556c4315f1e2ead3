//! tar archives from front to back, in pieces: each file in them is an input of its own.

use super::Source;
use super::context::Context;
use crate::decode::found::Found;
use crate::decode::layer::Layer;

/// The length of a header, and what every file is filled up to.
const BLOCK: usize = 512;

/// Where the format names itself.
const MAGIC: usize = 257;

/// The state between two pieces.
#[derive(Debug, Default)]
pub(super) struct Tar {
    head: Vec<u8>,
    inner: Option<Box<Source>>,
    /// So many bytes of the file are still to come.
    left: u64,
    /// So many bytes behind it fill up the last block.
    filling: u64,
}

/// Whether an archive may begin here; `None` as long as too little is there.
pub(super) fn begins(head: &[u8]) -> Option<bool> {
    match head.get(MAGIC..MAGIC + 5) {
        Some(magic) => Some(magic == b"ustar"),
        None => head
            .get(..100)
            .is_some_and(|name| !name.contains(&0))
            .then_some(false),
    }
}

impl Tar {
    /// Reads the next piece.
    pub fn feed(&mut self, bytes: &[u8], context: &Context, found: &mut Found) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let limit = |left: u64| usize::try_from(left).unwrap_or(usize::MAX);
            let used = if self.left > 0 {
                let used = rest.len().min(limit(self.left));
                if let Some(inner) = &mut self.inner {
                    inner.feed(rest.get(..used).unwrap_or_default(), found);
                }
                self.left -= used as u64;
                if self.left == 0 {
                    self.close(found);
                }
                used
            } else if self.filling > 0 {
                let used = rest.len().min(limit(self.filling));
                self.filling -= used as u64;
                used
            } else {
                let used = rest.len().min(BLOCK - self.head.len());
                self.head
                    .extend_from_slice(rest.get(..used).unwrap_or_default());
                if self.head.len() == BLOCK {
                    self.open(context);
                }
                used
            };
            rest = rest.get(used..).unwrap_or_default();
        }
    }

    /// Reads to the end.
    pub fn finish(&mut self, found: &mut Found) {
        self.close(found);
    }

    fn close(&mut self, found: &mut Found) {
        if let Some(mut inner) = self.inner.take() {
            inner.finish(found);
        }
    }

    fn open(&mut self, context: &Context) {
        let head = std::mem::take(&mut self.head);
        let text = |from: usize, length: usize| {
            let field = head.get(from..from + length).unwrap_or_default();
            let end = field
                .iter()
                .position(|byte| *byte == 0)
                .unwrap_or(field.len());
            String::from_utf8_lossy(field.get(..end).unwrap_or_default()).into_owned()
        };
        let size = text(124, 12);
        let size = u64::from_str_radix(size.trim(), 8).unwrap_or_default();
        let is_file = matches!(head.get(156), Some(b'0' | 0));
        self.left = size;
        self.filling = size.next_multiple_of(BLOCK as u64) - size;
        if is_file && size > 0 {
            self.inner = Some(Box::new(Source::inside(
                context,
                Layer::Tar,
                Some(&super::clean(&text(0, 100))),
            )));
        }
    }
}
