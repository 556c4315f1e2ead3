//! Text of any length, read in pieces that end between two lines and outside of a message.

use super::context::Context;
use super::document::other::has_events;
use super::embedded;
use crate::decode::codec::readable;
use crate::decode::find::{locate, shape};
use crate::decode::found::Found;
use crate::decode::problem::ProblemKind as Kind;

/// How far from its end a piece is searched for a border, in bytes.
const WINDOW: usize = 4 << 20;

/// How a compound file begins: a mail saved by Outlook, or a file of Microsoft Office before 2007.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// So much of the beginning is kept to say what it looks like, in bytes.
const SHOWN: usize = 64 << 10;

/// What waits for its end.
#[derive(Debug, Default)]
pub(super) struct TextReader {
    rest: Vec<u8>,
    head: Vec<u8>,
    is_long: bool,
}

impl TextReader {
    /// Reads the next piece.
    pub fn feed(&mut self, bytes: &[u8], context: &Context, found: &mut Found) {
        let mut bytes = bytes;
        while !bytes.is_empty() {
            let room = found.limits.piece.saturating_sub(self.rest.len()).max(1);
            let (now, later) = bytes.split_at(bytes.len().min(room));
            self.rest.extend_from_slice(now);
            bytes = later;
            if self.rest.len() >= found.limits.piece && !bytes.is_empty() {
                self.piece(context, found);
            }
        }
    }

    /// Reads what is left.
    pub fn finish(&mut self, context: &Context, found: &mut Found) {
        let before = found.sum();
        let rest = std::mem::take(&mut self.rest);
        read(&rest, context, found);
        if found.sum() == before && found.guess.is_none() {
            let head = if self.is_long { &self.head } else { &rest };
            found.guess = Some(guess(head, context, found));
        }
    }

    fn piece(&mut self, context: &Context, found: &mut Found) {
        if !self.is_long {
            self.is_long = true;
            let shown = self.rest.len().min(SHOWN);
            self.head = self.rest.get(..shown).unwrap_or_default().to_vec();
        }
        let rest = self.rest.split_off(border(&self.rest));
        let piece = std::mem::replace(&mut self.rest, rest);
        read(&piece, context, found);
    }
}

fn is_void(bytes: &[u8]) -> bool {
    shape::is_one_byte(bytes) && !bytes.first().is_some_and(u8::is_ascii_whitespace)
}

fn read(bytes: &[u8], context: &Context, found: &mut Found) {
    if is_void(bytes) {
        return;
    }
    if bytes.starts_with(COMPOUND) {
        let runs = readable::runs(bytes);
        found.text(&runs, &context.layers, &context.place);
        return;
    }
    let text = std::str::from_utf8(bytes);
    let before = found.sum();
    let mut rest = None;
    if let Ok(text) = text
        && has_events(bytes)
    {
        rest = embedded::read(text, context, found);
    }
    match text {
        _ if rest.is_some() => {
            found.text(&rest.unwrap_or_default(), &context.layers, &context.place);
        }
        Ok(text) if context.is_text => {
            found.text(text, &context.layers, &context.place);
        }
        _ => found.bytes(bytes, &context.layers, &context.place),
    }
    if let Ok(text) = text
        && found.sum() == before
    {
        embedded::read(text, context, found);
    }
}

fn guess(head: &[u8], context: &Context, found: &Found) -> (Kind, &'static str) {
    if is_void(head) {
        return (Kind::Zeros, "");
    }
    if context.is_text {
        return (shape::text(&String::from_utf8_lossy(head)), "");
    }
    match readable::read(head, found.charsets) {
        Some(readable) => match shape::file(head) {
            (kind, format @ ("PDF" | "RTF")) => (kind, format),
            _ => (shape::text(&readable.text), ""),
        },
        None => shape::file(head),
    }
}

/// Where a piece may end: behind a line, in front of an element that is still open, not between lines of base64.
fn border(bytes: &[u8]) -> usize {
    let start = bytes.len().saturating_sub(WINDOW.min(bytes.len() / 2));
    let window = bytes.get(start..).unwrap_or_default();
    let mut end = window.len();
    let mut found = None;
    while let Some(line) = window
        .get(..end)
        .and_then(|w| w.iter().rposition(|b| *b == b'\n'))
    {
        let before = window.get(..line).unwrap_or_default();
        let last = before.iter().rposition(|byte| *byte == b'\n');
        let text = before
            .get(last.map_or(0, |at| at + 1)..)
            .unwrap_or_default();
        if !is_base64(text) {
            found = Some(line + 1);
            break;
        }
        end = line;
    }
    let Some(line) = found.map(|line| start + line) else {
        return bytes.len();
    };
    let text = std::str::from_utf8(bytes).or_else(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        std::str::from_utf8(valid)
    });
    let text = text.unwrap_or_default().trim_end();
    let elements = locate::elements(text);
    let open = elements
        .iter()
        .find(|element| element.start < line && (line < element.end || element.end == text.len()));
    match open {
        Some(element) if element.start > 0 => element.start,
        _ => line,
    }
}

fn is_base64(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let digit =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
    line.len() >= 40 && line.iter().all(digit)
}
