//! ZIP archives from front to back, in pieces: each file in them is an input of its own.

use super::Source;
use super::context::Context;
use super::unpack::{Inflater, Step};
use crate::decode::decoded::Place;
use crate::decode::find::shape;
use crate::decode::found::Found;
use crate::decode::layer::Layer;
use crate::decode::problem::ProblemKind as Kind;

/// The state between two pieces.
#[derive(Debug)]
pub(super) struct Zip {
    part: Part,
    /// A header, as far as it came; while a header is looked for, the last bytes.
    head: Vec<u8>,
    inner: Option<Box<Source>>,
    files: usize,
}

#[derive(Debug)]
enum Part {
    Header,
    Packed(Inflater),
    /// So many bytes of the file are still to come.
    Stored(u64),
    /// Behind a file whose length stands behind it, or a damaged one.
    Seek,
    Done,
}

/// So many files of an archive are read.
const FILES: usize = 10_000;

impl Zip {
    /// Begins an archive.
    pub fn new() -> Self {
        Self {
            part: Part::Header,
            head: vec![],
            inner: None,
            files: 0,
        }
    }

    /// Reads the next piece.
    pub fn feed(&mut self, bytes: &[u8], context: &Context, found: &mut Found) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let used = match &mut self.part {
                Part::Header => self.header(rest, context, found),
                Part::Packed(inflater) => {
                    let inner = &mut self.inner;
                    let step = inflater.feed(rest, found, |bytes, found| {
                        if let Some(inner) = inner {
                            inner.feed(bytes, found);
                        }
                    });
                    match step {
                        Step::More => return,
                        Step::End(at) => {
                            self.close(found);
                            self.part = Part::Seek;
                            at
                        }
                        Step::Broken => {
                            found.refuse(Kind::ArchiveBroken, "ZIP", &self.place(context));
                            self.close(found);
                            self.part = Part::Seek;
                            0
                        }
                        Step::Bomb => {
                            found.refuse(Kind::ArchiveBomb, "ZIP", &self.place(context));
                            self.close(found);
                            self.part = Part::Done;
                            return;
                        }
                    }
                }
                Part::Stored(left) => {
                    let length = rest.len().min(usize::try_from(*left).unwrap_or(usize::MAX));
                    *left -= length as u64;
                    let is_end = *left == 0;
                    if let Some(inner) = &mut self.inner {
                        inner.feed(rest.get(..length).unwrap_or_default(), found);
                    }
                    if is_end {
                        self.close(found);
                        self.part = Part::Seek;
                    }
                    length
                }
                Part::Seek => self.seek(rest),
                Part::Done => return,
            };
            rest = rest.get(used..).unwrap_or_default();
        }
    }

    /// Reads to the end.
    pub fn finish(&mut self, context: &Context, found: &mut Found) {
        let is_in_header = matches!(self.part, Part::Header) && !self.head.is_empty();
        if let office @ (_, "Microsoft Office") = shape::file(&self.head) {
            found.guess.get_or_insert(office);
        } else if is_in_header || matches!(self.part, Part::Packed(_) | Part::Stored(_)) {
            found.refuse(Kind::ArchiveBroken, "ZIP", &self.place(context));
        }
        self.close(found);
    }

    fn place(&self, context: &Context) -> Place {
        let inner = self.inner.as_ref().map(|inner| &inner.context);
        inner.unwrap_or(context).place.clone()
    }

    fn close(&mut self, found: &mut Found) {
        if let Some(mut inner) = self.inner.take() {
            inner.finish(found);
        }
    }

    /// Reads a header as far as it is there; gives how many bytes belong to it.
    fn header(&mut self, bytes: &[u8], context: &Context, found: &mut Found) -> usize {
        let wanted = match Header::lengths(&self.head) {
            Some((name, extra)) => 30 + name + extra,
            None if self.head.len() < 4 => 4,
            None => 30,
        };
        let used = bytes.len().min(wanted - self.head.len());
        self.head
            .extend_from_slice(bytes.get(..used).unwrap_or_default());
        if self.head.len() >= 4 && !self.head.starts_with(b"PK\x03\x04") {
            self.part = Part::Done;
        } else if let Some(header) = Header::read(&self.head) {
            self.head.clear();
            self.open(&header, context, found);
        }
        used
    }

    fn open(&mut self, header: &Header, context: &Context, found: &mut Found) {
        self.files += 1;
        found.more |= self.files > FILES;
        let is_noise = ["__MACOSX/", ".DS_Store", "Thumbs.db", "[Content_Types].xml"]
            .iter()
            .any(|noise| header.name.contains(noise));
        let is_office = shape::is_part_of_office(&header.name);
        if is_office {
            found.guess = Some((Kind::Format, "Microsoft Office"));
        }
        let inner = Source::inside(context, Layer::Zip, Some(&header.name));
        let is_known = matches!((header.method, header.length), (8, _) | (0, Some(_)));
        let is_readable = is_known && !header.is_encrypted;
        if !is_readable {
            found.refuse(Kind::ArchiveLocked, "ZIP", &inner.context.place);
        }
        let is_other = is_office && !shape::is_text_of_office(&header.name);
        let is_file = !header.name.ends_with('/') && !is_noise && !is_other && self.files <= FILES;
        self.inner = (is_file && is_readable).then(|| Box::new(inner));
        self.part = match (header.method, header.length) {
            (8, _) if !header.is_encrypted => Part::Packed(Inflater::new()),
            (_, Some(length)) if length > 0 => Part::Stored(length),
            _ => {
                self.close(found);
                Part::Seek
            }
        };
    }

    /// Looks for the next header; gives how many bytes are done with.
    fn seek(&mut self, bytes: &[u8]) -> usize {
        for (at, byte) in bytes.iter().enumerate() {
            if self.head.len() == 4 {
                self.head.remove(0);
            }
            self.head.push(*byte);
            if matches!(
                self.head.as_slice(),
                b"PK\x03\x04" | b"PK\x01\x02" | b"PK\x05\x06"
            ) {
                self.part = Part::Header;
                if !self.head.ends_with(b"\x03\x04") {
                    self.part = Part::Done;
                }
                return at + 1;
            }
        }
        bytes.len()
    }
}

/// What stands in front of a file.
#[derive(Debug)]
struct Header {
    name: String,
    method: u16,
    is_encrypted: bool,
    /// Length as it is stored, where it is said here.
    length: Option<u64>,
}

impl Header {
    fn lengths(head: &[u8]) -> Option<(usize, usize)> {
        Some((short(head, 26)?.into(), short(head, 28)?.into()))
    }

    fn read(head: &[u8]) -> Option<Self> {
        let (name, extra) = Self::lengths(head)?;
        let extra = head.get(30 + name..30 + name + extra)?;
        let flags = short(head, 6)?;
        let length = match long(head, 18)? {
            _ if flags & 8 != 0 => None,
            u32::MAX => length_of_zip64(extra),
            length => Some(u64::from(length)),
        };
        Some(Self {
            name: super::clean(&String::from_utf8_lossy(head.get(30..30 + name)?)),
            method: short(head, 8)?,
            is_encrypted: flags & 1 != 0,
            length,
        })
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn length_of_zip64(extra: &[u8]) -> Option<u64> {
    let mut rest = extra;
    loop {
        let (id, length) = (short(rest, 0)?, usize::from(short(rest, 2)?));
        if id == 1 {
            let field = rest.get(4..4 + length)?;
            return Some(u64::from_le_bytes(field.get(8..16)?.try_into().ok()?));
        }
        rest = rest.get(4 + length..)?;
    }
}
