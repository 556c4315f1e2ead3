//! Captures and what is wrapped around them, piece by piece.

mod document;
mod entry;
mod json;
mod needles;
mod reader;
mod text;

use super::layer::Layer;
use super::scan::{Found, Place};
use reader::JsonReader;
use text::TextReader;

/// An input, or a file in an archive: what it is shows in its first bytes.
#[derive(Debug)]
pub(super) struct Source {
    reader: Reader,
    context: Context,
}

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

#[derive(Debug)]
enum Reader {
    Head(Vec<u8>),
    Json(Box<JsonReader>),
    Text(TextReader),
}

/// So many bytes are looked at before it is decided what they are.
const HEAD: usize = 8;

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

    /// Reads the next piece.
    pub fn feed(&mut self, bytes: &[u8], found: &mut Found) {
        if let Reader::Head(head) = &mut self.reader {
            head.extend_from_slice(bytes);
            if trimmed(head).len() >= HEAD || head.len() > 1 << 16 {
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
            Reader::Head(_) => {}
        }
    }

    fn decide(&mut self, head: &[u8], found: &mut Found) {
        self.reader = if trimmed(head).starts_with(b"{") || trimmed(head).starts_with(b"[") {
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
            Reader::Head(_) => {}
        }
    }
}

fn trimmed(head: &[u8]) -> &[u8] {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    head.trim_ascii_start()
}
