//! Captures and what is wrapped around them, piece by piece.

mod context;
mod document;
mod embedded;
mod entry;
mod gzip;
mod json;
mod needles;
pub(super) mod posts;
mod reader;
pub(super) mod secrets;
mod tar;
mod text;
mod unpack;
mod utf16;
mod zip;

use crate::chars::invisible::is_invisible;
use crate::decode::found::Found;
use crate::decode::input::Input;
use crate::decode::layer::Layer;
use crate::decode::problem::ProblemKind as Kind;
use context::Context;
use gzip::Gzip;
use reader::JsonReader;
use tar::Tar;
use text::TextReader;
use utf16::Utf16;
use zip::Zip;

/// An input, or a file in an archive: what it is shows in its first bytes.
#[derive(Debug)]
pub(super) struct Source {
    reader: Reader,
    context: Context,
}

#[derive(Debug)]
enum Reader {
    Head(Vec<u8>),
    Json(Box<JsonReader>),
    Text(TextReader),
    Gzip(Box<Gzip>),
    Zip(Box<Zip>),
    Tar(Box<Tar>),
    Utf16(Box<Utf16>),
    /// Something that is not read.
    Refused,
}

/// So many archives are opened inside of each other.
const NESTED: usize = 2;

/// So many bytes are looked at before it is decided what they are.
const HEAD: usize = 8;

const GZIP: &[u8] = b"\x1F\x8B";
const ZIP: &[u8] = b"PK\x03\x04";

impl Source {
    /// Begins an input.
    pub fn new(is_text: bool) -> Self {
        Self {
            reader: Reader::Head(vec![]),
            context: Context {
                is_text,
                ..Context::default()
            },
        }
    }

    /// Begins what is inside of an archive.
    fn inside(context: &Context, layer: Layer, name: Option<&str>) -> Self {
        let mut place = context.place.clone();
        place.member = match (place.member, name) {
            (Some(outer), Some(name)) => Some(format!("{outer} > {name}")),
            (outer, name) => outer.or(name.map(str::to_owned)),
        };
        Self {
            reader: Reader::Head(vec![]),
            context: Context {
                layers: context.with(layer),
                place,
                is_text: false,
            },
        }
    }

    /// Reads the next piece.
    pub fn feed(&mut self, bytes: &[u8], found: &mut Found) {
        if let Reader::Head(head) = &mut self.reader {
            head.extend_from_slice(bytes);
            let is_tar = tar::begins(head).is_none() && !self.context.is_text;
            if trimmed(head).len() >= HEAD && !is_tar || head.len() > 1 << 16 {
                let head = std::mem::take(head);
                self.decide(&head, found);
            }
            return;
        }
        self.read(bytes, found);
    }

    /// Reads to the end.
    pub fn finish(&mut self, found: &mut Found) {
        if let Reader::Head(head) = &mut self.reader {
            let head = std::mem::take(head);
            self.decide(&head, found);
        }
        match &mut self.reader {
            Reader::Json(json) => {
                if let Some(mut text) = json.finish(&self.context, found) {
                    text.finish(&self.context, found);
                }
            }
            Reader::Text(text) => text.finish(&self.context, found),
            Reader::Gzip(gzip) => gzip.finish(&self.context, found),
            Reader::Zip(zip) => zip.finish(&self.context, found),
            Reader::Tar(tar) => tar.finish(found),
            Reader::Utf16(utf16) => utf16.finish(found),
            Reader::Head(_) | Reader::Refused => {}
        }
    }

    fn decide(&mut self, head: &[u8], found: &mut Found) {
        let is_gzip = head.starts_with(GZIP) && !self.context.is_text;
        let is_zip = head.starts_with(ZIP) && !self.context.is_text;
        let is_tar = tar::begins(head) == Some(true) && !self.context.is_text;
        self.reader = if (is_gzip || is_zip) && self.context.layers.len() >= NESTED {
            let format = if is_gzip { "gzip" } else { "ZIP" };
            found.refuse(Kind::ArchiveNested, format, &self.context.place);
            Reader::Refused
        } else if is_gzip {
            Reader::Gzip(Box::new(Gzip::new(&self.context)))
        } else if is_zip {
            Reader::Zip(Box::new(Zip::new()))
        } else if is_tar {
            Reader::Tar(Box::default())
        } else if let Some(utf16) = Utf16::of(head, &self.context).filter(|_| !self.context.is_text)
        {
            Reader::Utf16(Box::new(utf16))
        } else if is_json(head) {
            Reader::Json(Box::new(JsonReader::new(found)))
        } else {
            Reader::Text(TextReader::default())
        };
        self.read(head, found);
    }

    fn read(&mut self, bytes: &[u8], found: &mut Found) {
        match &mut self.reader {
            Reader::Json(json) => {
                if let Some(text) = json.feed(bytes, &self.context, found) {
                    self.reader = Reader::Text(text);
                }
            }
            Reader::Text(text) => text.feed(bytes, &self.context, found),
            Reader::Gzip(gzip) => gzip.feed(bytes, &self.context, found),
            Reader::Zip(zip) => zip.feed(bytes, &self.context, found),
            Reader::Tar(tar) => tar.feed(bytes, &self.context, found),
            Reader::Utf16(utf16) => utf16.feed(bytes, found),
            Reader::Head(_) | Reader::Refused => {}
        }
    }
}

/// Whether what begins like this may be a capture or an archive, which can hold far more than its size says.
pub(super) fn is_capture(head: Input) -> bool {
    match head {
        Input::Text(text) => is_json(text.as_bytes()),
        Input::Bytes(bytes) => {
            let narrow: Vec<u8> = bytes
                .iter()
                .copied()
                .filter(|byte| !matches!(byte, 0 | 0xFE | 0xFF))
                .collect();
            let is_archive = bytes.starts_with(GZIP)
                || bytes.starts_with(ZIP)
                || tar::begins(bytes) == Some(true);
            is_archive || is_json(bytes) || is_json(&narrow)
        }
    }
}

fn is_json(head: &[u8]) -> bool {
    matches!(trimmed(head).first(), Some(b'{' | b'['))
}

fn trimmed(head: &[u8]) -> &[u8] {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    head.trim_ascii_start()
}

/// A name longer than this is cut, in characters.
const NAME: usize = 200;

/// A name without characters that steer the text around it.
fn clean(name: &str) -> String {
    let steers = |c: char| is_invisible(c) || matches!(c, '\u{2028}' | '\u{2029}');
    let shown = name.chars().take(NAME);
    shown
        .map(|c| if steers(c) { '\u{FFFD}' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captures_and_archives_show_in_their_first_bytes() {
        let captures: [&[u8]; 6] = [
            b" {\"log\"",
            b"\xEF\xBB\xBF[{",
            b"\xFF\xFE{\0\"\0",
            b"\xFE\xFF\0 \0[",
            b"PK\x03\x04\x14",
            b"\x1F\x8B\x08",
        ];
        for head in captures {
            assert!(is_capture(Input::Bytes(head)), "{head:?}");
        }
        for head in [
            "<samlp:Response",
            "PHNhbWxwOlJlc3BvbnNl",
            "SAMLResponse=PHN",
            "PK\x03\x04",
            "",
        ] {
            assert!(!is_capture(Input::Text(head)), "{head:?}");
        }
        assert!(is_capture(Input::Text("\n[")));
    }
}
