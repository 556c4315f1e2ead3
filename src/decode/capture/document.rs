//! A JSON document with messages in it: a HAR, an export of SAML-tracer, or anything else.

mod event;
mod names;
pub(super) mod other;
mod sockets;

use super::context::Context;
use super::entry::{Entry, Of};
use super::json::Sink;
use crate::decode::codec::escapes::unescape;
use crate::decode::decoded::Place;
use crate::decode::found::Found;
use crate::decode::layer::Layer;
use event::{Event, Role};
use names::{Key, Node};
use sockets::Sockets;

#[derive(Debug)]
struct Frame {
    node: Node,
    is_array: bool,
    /// The name of the value that comes next.
    name: Key,
    /// The parameter that the last string named.
    said: Option<&'static str>,
    /// What it is in a document of another kind.
    role: Role,
}

/// The place in the document, and the request that is being read.
#[derive(Debug, Default)]
pub(super) struct Document {
    frames: Vec<Frame>,
    entry: Option<Entry>,
    pair: (Option<String>, Option<String>),
    /// Index of the capture, once it is known to be one.
    pub capture: Option<usize>,
    /// So many requests have begun.
    pub count: u32,
    /// The event that is being read, in a document of another kind.
    event: Option<Event>,
    /// When the clock of the events began, in milliseconds.
    ticks: Option<f64>,
    sockets: Sockets,
    /// The numbers of the list that is being read, while they may be bytes.
    numbers: Option<Vec<u8>>,
    /// The beginning of a line that was logged in parts.
    part: String,
    /// So many documents are around this one.
    depth: usize,
    layer: Option<Layer>,
}

/// The document, with what it finds.
pub(super) struct Hand<'a> {
    pub document: &'a mut Document,
    pub context: &'a Context,
    pub found: &'a mut Found,
}

impl Document {
    /// What kind of document this is.
    pub fn layer(&self) -> Layer {
        self.layer.unwrap_or(Layer::Json)
    }

    /// Where the reader stands.
    pub fn place(&self, context: &Context) -> Place {
        Place {
            capture: self.capture,
            entry: self.entry.is_some().then_some(self.count),
            url: match &self.entry {
                Some(entry) => entry.address(),
                None => None,
            },
            ..context.place.clone()
        }
    }

    /// Whether requests of a capture are being read.
    pub fn is_in_requests(&self) -> bool {
        let is_list = |frame: &Frame| matches!(frame.node, Node::Entries | Node::Traces);
        self.frames.iter().any(is_list)
    }

    /// Leaves everything inside of the list of requests; gives what is still open: `true` for an array.
    pub fn back_to_requests(&mut self) -> Vec<bool> {
        let is_list = |frame: &Frame| matches!(frame.node, Node::Entries | Node::Traces);
        if let Some(at) = self.frames.iter().position(is_list) {
            self.frames.truncate(at + 1);
        }
        self.frames.iter().map(|frame| frame.is_array).collect()
    }

    /// Looks into the request that is being read, as far as it came.
    pub fn close_entry(&mut self, is_whole: bool, context: &Context, found: &mut Found) {
        let place = self.place(context);
        if let Some(entry) = self.entry.take() {
            let layers = context.with(self.layer());
            entry.look(is_whole, &layers, place, found);
            if let Some(total) = self.capture.and_then(|index| found.totals.get_mut(index)) {
                *total = Some(self.count);
            }
        }
    }

    fn here(&self) -> (Node, Key) {
        let frame = self.frames.last();
        frame.map_or((Node::Root, Key::Other), |frame| (frame.node, frame.name))
    }

    fn begin(&mut self, layer: Layer, found: &mut Found) {
        if self.capture.is_none() {
            self.capture = Some(found.totals.len());
            found.totals.push(None);
            self.layer = Some(layer);
        }
    }
}

impl Hand<'_> {
    fn child(&mut self, is_array: bool) -> Option<Node> {
        let document = &mut *self.document;
        if document.frames.is_empty() {
            return Some(Node::Root);
        }
        Some(match (document.here(), is_array) {
            ((Node::Root, Key::Log), false) => Node::Log,
            ((Node::Root, Key::Requests), true) => {
                document.begin(Layer::Tracer, self.found);
                Node::Traces
            }
            ((Node::Log, Key::Entries), true) => {
                document.begin(Layer::Har, self.found);
                Node::Entries
            }
            ((Node::Entries | Node::Traces, _), false) => {
                document.count = document.count.saturating_add(1);
                document.entry = Some(Entry::default());
                match document.here().0 {
                    Node::Entries => Node::Entry,
                    _ => Node::Trace,
                }
            }
            ((Node::Entry, Key::Request), false) => Node::Request,
            ((Node::Entry, Key::Response), false) => Node::Response,
            ((Node::Request, Key::PostData), false) => Node::Post,
            ((Node::Response, Key::Content), false) => Node::Content,
            ((Node::Request | Node::Response | Node::Trace, Key::Headers), true) => {
                Node::Pairs(Of::Headers)
            }
            ((Node::Request | Node::Response, Key::Cookies), true) => Node::Pairs(Of::Cookies),
            ((Node::Post, Key::Params) | (Node::Trace, Key::Post), true) => Node::Pairs(Of::Fields),
            ((Node::Pairs(of), _), _) => Node::Pair(of),
            ((Node::Root | Node::Log | Node::Any, _), _) => Node::Any,
            _ => return None,
        })
    }

    fn named(&self, is_first: bool) -> Option<Key> {
        let frame = self.document.frames.last()?;
        Some(match (frame.is_array, is_first) {
            (true, true) => Key::Name,
            (true, false) => Key::Value,
            (false, _) => frame.name,
        })
    }

    fn pair(&mut self, raw: &[u8]) {
        match self.named(self.document.pair.0.is_none()) {
            Some(Key::Name) => self.document.pair.0 = Some(unescape(raw)),
            Some(Key::Value) => self.document.pair.1 = Some(unescape(raw)),
            _ => {}
        }
    }
}

impl Sink for Hand<'_> {
    fn open(&mut self, is_array: bool) -> bool {
        let Some(node) = self.child(is_array) else {
            return false;
        };
        if let Node::Pair(_) = node {
            self.document.pair = (None, None);
        }
        let role = self.role(node, is_array);
        self.document.frames.push(Frame {
            node,
            is_array,
            name: Key::Other,
            said: None,
            role,
        });
        true
    }

    fn close(&mut self) {
        let Some(frame) = self.document.frames.pop() else {
            return;
        };
        self.leave(frame.is_array);
        match frame.node {
            Node::Entry | Node::Trace => self.document.close_entry(true, self.context, self.found),
            Node::Pair(of) => {
                let (name, value) = std::mem::take(&mut self.document.pair);
                if let (Some(name), Some(value)) = (name, value)
                    && let Some(entry) = &mut self.document.entry
                {
                    entry.pair(of, name, value, self.found);
                }
            }
            _ => {}
        }
    }

    fn key(&mut self, raw: &[u8]) {
        if let Some(frame) = self.document.frames.last_mut() {
            frame.name = Key::read(raw);
        }
    }

    fn wants(&mut self) -> bool {
        match self.document.here() {
            (Node::Any | Node::Root | Node::Log, _) => true,
            (Node::Entry, Key::Started)
            | (Node::Request, Key::Url | Key::Method)
            | (Node::Post, Key::Text)
            | (Node::Response, Key::RedirectUrl)
            | (Node::Content, Key::MimeType | Key::Encoding)
            | (Node::Trace, Key::Url | Key::Method | Key::PostData | Key::Saml) => true,
            (Node::Content, Key::Text) => {
                let entry = self.document.entry.as_ref();
                entry.is_some_and(Entry::may_answer)
            }
            (Node::Pair(of), name) => {
                let is_array = self
                    .document
                    .frames
                    .last()
                    .is_some_and(|frame| frame.is_array);
                match &self.document.pair.0 {
                    Some(pair) => (is_array || name == Key::Value) && of.wants(pair),
                    None => is_array || matches!(name, Key::Name | Key::Value),
                }
            }
            _ => false,
        }
    }

    fn string(&mut self, raw: &[u8], is_whole: bool) {
        if !is_whole {
            self.found.more = true;
            return;
        }
        let here = self.document.here();
        match here.0 {
            Node::Pair(_) => return self.pair(raw),
            Node::Any | Node::Root | Node::Log => return self.any(raw),
            _ => {}
        }
        let Some(entry) = &mut self.document.entry else {
            return;
        };
        match here {
            (Node::Entry, Key::Started) => entry.started_at = Some(unescape(raw)),
            (_, Key::Url) => entry.url = unescape(raw),
            (_, Key::Method) => entry.is_post = raw.eq_ignore_ascii_case(b"POST"),
            (Node::Post, Key::Text) | (Node::Trace, Key::PostData) => entry.post = unescape(raw),
            (Node::Trace, Key::Saml) => entry.saml = unescape(raw),
            (Node::Response, Key::RedirectUrl) => entry.is_answered |= !raw.is_empty(),
            (Node::Content, Key::MimeType) => entry.mime = unescape(raw),
            (Node::Content, Key::Encoding) => entry.is_base64 = raw == b"base64",
            (Node::Content, Key::Text) => entry.answer(raw),
            _ => {}
        }
    }

    fn number(&mut self, raw: &[u8]) {
        if matches!(self.document.here().0, Node::Any | Node::Root | Node::Log) {
            self.figure(raw);
        }
    }
}
