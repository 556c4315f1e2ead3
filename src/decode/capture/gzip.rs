//! gzip (RFC 1952) around an input, in pieces; several streams in a row are one.

use super::Source;
use super::context::Context;
use super::unpack::{Inflater, Step};
use crate::decode::found::Found;
use crate::decode::layer::Layer;
use crate::decode::problem::ProblemKind as Kind;

/// The state between two pieces.
#[derive(Debug)]
pub(super) struct Gzip {
    part: Part,
    inflater: Inflater,
    inner: Source,
}

#[derive(Debug)]
enum Part {
    Header(Vec<u8>),
    Body,
    /// So many bytes of the check sum are still to come.
    Trailer(usize),
    Done,
}

/// A header with names is no longer than this, in bytes.
const HEADER: usize = 128 << 10;

/// The part of a header that each has.
const FIXED: usize = 10;

impl Gzip {
    /// Begins a file in this context.
    pub fn new(context: &Context) -> Self {
        Self {
            part: Part::Header(vec![]),
            inflater: Inflater::new(),
            inner: Source::inside(context, Layer::Gzip, None),
        }
    }

    /// Reads the next piece.
    pub fn feed(&mut self, bytes: &[u8], context: &Context, found: &mut Found) {
        let mut rest = bytes;
        while !rest.is_empty() {
            match &mut self.part {
                Part::Header(head) => {
                    let (taken, behind) = rest.split_at(rest.len().min(step(head.len())));
                    head.extend_from_slice(taken);
                    let Some(end) = header(head) else {
                        if head.len() > HEADER || !is_gzip(head) {
                            return self.fail(Kind::ArchiveBroken, context, found);
                        }
                        rest = behind;
                        continue;
                    };
                    let before = taken.len().saturating_sub(head.len() - end);
                    rest = rest.get(before..).unwrap_or_default();
                    self.inflater.restart();
                    self.part = Part::Body;
                }
                Part::Body => {
                    let inner = &mut self.inner;
                    match self
                        .inflater
                        .feed(rest, found, |bytes, found| inner.feed(bytes, found))
                    {
                        Step::More => return,
                        Step::End(at) => {
                            self.part = Part::Trailer(8);
                            rest = rest.get(at..).unwrap_or_default();
                        }
                        Step::Broken => return self.fail(Kind::ArchiveBroken, context, found),
                        Step::Bomb => return self.fail(Kind::ArchiveBomb, context, found),
                    }
                }
                Part::Trailer(left) => {
                    let (_, behind) = rest.split_at(rest.len().min(*left));
                    *left -= rest.len() - behind.len();
                    rest = behind;
                    if *left == 0 {
                        self.part = Part::Header(vec![]);
                    }
                }
                Part::Done => return,
            }
        }
    }

    /// Reads to the end.
    pub fn finish(&mut self, context: &Context, found: &mut Found) {
        let is_cut = match &self.part {
            Part::Header(head) => !head.is_empty() && is_gzip(head),
            Part::Body => true,
            Part::Trailer(_) | Part::Done => false,
        };
        if is_cut {
            self.fail(Kind::ArchiveBroken, context, found);
        }
        self.inner.finish(found);
    }

    fn fail(&mut self, kind: Kind, context: &Context, found: &mut Found) {
        self.part = Part::Done;
        found.refuse(kind, "gzip", &context.place);
    }
}

/// So many bytes more are looked at for a header of which so many are there: what is behind it stays where it is, and a
/// file of many members costs no more than one of few.
fn step(there: usize) -> usize {
    match FIXED.checked_sub(there) {
        None | Some(0) => there,
        Some(missing) => missing,
    }
}

fn is_gzip(head: &[u8]) -> bool {
    let magic = b"\x1F\x8B";
    head.starts_with(magic.get(..head.len().min(2)).unwrap_or_default())
}

/// Where the header ends, once all of it is there.
fn header(head: &[u8]) -> Option<usize> {
    let flags = *head.get(3).filter(|_| is_gzip(head))?;
    let mut at = FIXED;
    if flags & 4 != 0 {
        let length = head.get(at..at + 2)?;
        at += 2 + usize::from(u16::from_le_bytes(length.try_into().ok()?));
    }
    for text in [8, 16] {
        if flags & text != 0 {
            at += 1 + head.get(at..)?.iter().position(|byte| *byte == 0)?;
        }
    }
    if flags & 2 != 0 {
        at += 2;
    }
    (at <= head.len()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_piece_no_more_is_looked_at_than_a_header_needs() {
        for name in 0..200 {
            let mut file = b"\x1F\x8B\x08\x08\0\0\0\0\0\x03".to_vec();
            file.extend([b'x'].repeat(name));
            file.extend([0; 1_000]);
            let (mut there, mut looked) = (0, 0);
            while header(file.get(..there).unwrap_or_default()).is_none() {
                looked += step(there);
                there = looked;
            }
            assert!(looked <= 2 * (FIXED + name + 1), "{looked} for {name}");
        }
    }
}
