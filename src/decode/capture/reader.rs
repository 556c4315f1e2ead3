//! A JSON document in pieces: goes on behind a broken request, and falls back to text where it is none.

use super::context::Context;
use super::document::{Document, Hand};
use super::json::Tokenizer;
use super::text::TextReader;
use crate::decode::decoded::End;
use crate::decode::find::shape;
use crate::decode::found::Found;
use crate::decode::layer::Layer;
use crate::decode::problem::ProblemKind as Kind;

/// So much of the beginning is kept, in case it is read as text, in bytes.
const HEAD: usize = 1 << 20;

/// The names that begin a request of a capture.
const BEGINNINGS: [&str; 14] = [
    "_initiator",
    "_connectionId",
    "_fromCache",
    "_priority",
    "_resourceType",
    "cache",
    "connection",
    "method",
    "pageref",
    "request",
    "requestId",
    "serverIPAddress",
    "startedDateTime",
    "time",
];

/// The state between two pieces.
#[derive(Debug)]
pub(super) struct JsonReader {
    tokenizer: Tokenizer,
    document: Document,
    head: Vec<u8>,
    read: u64,
    before: usize,
    /// The end of the last piece, while the next request is looked for.
    lost: Option<Vec<u8>>,
}

impl JsonReader {
    /// Begins a document.
    pub fn new(found: &Found) -> Self {
        Self {
            tokenizer: Tokenizer::new(found.limits.string),
            document: Document::default(),
            head: vec![],
            read: 0,
            before: found.sum(),
            lost: None,
        }
    }

    /// Reads the next piece; gives who goes on, where this is no JSON.
    pub fn feed(
        &mut self,
        bytes: &[u8],
        context: &Context,
        found: &mut Found,
    ) -> Option<TextReader> {
        let is_first = self.read == 0;
        self.read += bytes.len() as u64;
        let bare = bytes.strip_prefix(b"\xEF\xBB\xBF").filter(|_| is_first);
        let bytes = bare.unwrap_or(bytes);
        let room = HEAD.saturating_sub(self.head.len());
        self.head
            .extend_from_slice(bytes.get(..bytes.len().min(room)).unwrap_or_default());
        let mut from = 0;
        while from < bytes.len() {
            let rest = bytes.get(from..).unwrap_or_default();
            if self.lost.is_some() {
                match self.find_request(rest, context, found) {
                    Some(at) => from += at,
                    None => break,
                }
                continue;
            }
            let mut hand = Hand {
                document: &mut self.document,
                context,
                found,
            };
            match self.tokenizer.feed(rest, &mut hand) {
                Ok(()) => break,
                Err(at) if self.document.is_in_requests() => {
                    self.lose(context, found);
                    from += at;
                }
                Err(at) => {
                    return Some(self.as_text(rest.get(at..).unwrap_or_default(), context, found));
                }
            }
        }
        None
    }

    /// Reads to the end; gives what is left to be read as text.
    pub fn finish(&mut self, context: &Context, found: &mut Found) -> Option<TextReader> {
        let is_cut = self.document.is_in_requests() || self.lost.is_some();
        let place = self.document.place(context);
        self.document.close_entry(false, context, found);
        let mut hand = Hand {
            document: &mut self.document,
            context,
            found,
        };
        hand.end_all();
        if is_cut {
            if let Some(total) = place.capture.and_then(|index| found.totals.get_mut(index)) {
                *total = None;
            }
            let request = place.entry;
            let kind = match request {
                Some(_) => Kind::CaptureCut,
                None => Kind::CaptureCutBetween,
            };
            let args = request
                .into_iter()
                .map(|request| ("request", request.into()))
                .collect();
            found.tell(kind, args, &place);
            found.ends.get_or_insert(End {
                offset: self.read,
                place,
            });
        }
        let is_whole = self.read <= HEAD as u64;
        let is_empty = found.sum() == self.before;
        if self.document.capture.is_none() && is_empty && is_whole {
            let mut text = TextReader::default();
            text.feed(&std::mem::take(&mut self.head), context, found);
            return Some(text);
        }
        found.try_layer(self.document.layer());
        if is_empty && found.guess.is_none() {
            let head = self
                .head
                .get(..self.head.len().min(64 << 10))
                .unwrap_or_default();
            let kind = match self.document.layer() {
                Layer::Har => Kind::Har,
                _ => shape::text(&String::from_utf8_lossy(head)),
            };
            found.guess = Some((kind, ""));
        }
        None
    }

    fn as_text(&mut self, rest: &[u8], context: &Context, found: &mut Found) -> TextReader {
        let mut text = TextReader::default();
        let is_whole = self.read <= HEAD as u64 && found.sum() == self.before;
        let bytes = if is_whole { &self.head } else { rest };
        text.feed(bytes, context, found);
        text
    }

    fn lose(&mut self, context: &Context, found: &mut Found) {
        let place = self.document.place(context);
        if let Some(entry) = place.entry {
            let args = vec![("request", entry.into())];
            found.tell(Kind::CaptureBroken, args, &place);
        }
        self.document.close_entry(false, context, found);
        self.lost = Some(vec![]);
    }

    /// Goes on where the next request begins; gives how many bytes of this piece are done with.
    fn find_request(
        &mut self,
        bytes: &[u8],
        context: &Context,
        found: &mut Found,
    ) -> Option<usize> {
        let mut joined = self.lost.take()?;
        let kept = joined.len();
        joined.extend_from_slice(bytes);
        let Some(at) = request(&joined) else {
            let tail = joined.len().saturating_sub(BORDER);
            self.lost = Some(joined.split_off(tail));
            return None;
        };
        let arrays = self.document.back_to_requests();
        self.tokenizer.resume(&arrays);
        if at < kept {
            let mut hand = Hand {
                document: &mut self.document,
                context,
                found,
            };
            let begun = joined.get(at..kept).unwrap_or_default();
            // These are a brace and a part of a name, which can't fail.
            let _ = self.tokenizer.feed(begun, &mut hand);
        }
        Some(at.saturating_sub(kept))
    }
}

/// Longer than the beginning of a request, with blanks, in bytes.
const BORDER: usize = 256;

/// Where the first request begins: an object in a list, whose first name is one of a request.
fn request(bytes: &[u8]) -> Option<usize> {
    let mut last = b' ';
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b'{' && matches!(last, b',' | b'[' | b'}') && is_request(bytes, at + 1) {
            return Some(at);
        }
        if !byte.is_ascii_whitespace() {
            last = *byte;
        }
    }
    None
}

fn is_request(bytes: &[u8], at: usize) -> bool {
    let inside = bytes.get(at..).unwrap_or_default().trim_ascii_start();
    let name = inside.strip_prefix(b"\"").unwrap_or_default();
    BEGINNINGS.iter().any(|known| {
        let rest = name.strip_prefix(known.as_bytes()).unwrap_or_default();
        let rest = rest.strip_prefix(b"\"").unwrap_or_default();
        rest.trim_ascii_start().starts_with(b":")
    })
}
