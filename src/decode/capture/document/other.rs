//! What stands in a document of another kind: its strings, its lists of bytes, its events.

use super::event::{Event, Role, Said};
use super::names::{Key, Node};
use super::sockets::Sent;
use super::{Document, Hand};
use crate::address;
use crate::decode::capture::context::Context;
use crate::decode::capture::json::Tokenizer;
use crate::decode::capture::needles;
use crate::decode::codec::{base64, escapes::unescape, readable};
use crate::decode::decoded::Place;
use crate::decode::layer::Layer;
use crate::instant::Instant;

/// A longer address is none of a request, in bytes.
const ADDRESS: usize = 2_000;

/// Fewer bytes hold no message.
const SHORTEST: usize = 24;

/// A shorter piece of a log is a line of its own, in bytes.
const PART: usize = 8_000;

/// So many documents are read inside of each other.
const NESTED: usize = 3;

/// What the log of a browser calls a request.
const REQUEST: &str = "requestWillBeSent";

/// Whether a text holds events of the log of a browser.
pub(in crate::decode::capture) fn has_events(text: &[u8]) -> bool {
    memchr::memmem::find(text, REQUEST.as_bytes()).is_some()
}

impl Hand<'_> {
    /// What an object or a list is; an event begins where it says something.
    pub(super) fn role(&mut self, node: Node, is_array: bool) -> Role {
        let frames = &self.document.frames;
        let (depth, around) = (frames.len(), frames.last().map(|frame| frame.role));
        self.document.numbers = is_array.then(Vec::new);
        let role = match (self.document.here().1, is_array) {
            _ if node != Node::Any => Role::Other,
            (Key::Params, false) => Role::Params,
            (Key::Request, false) => Role::Request,
            (Key::PostEntries, true) => Role::Entries,
            (Key::Source, false) => Role::Source,
            _ if around == Some(Role::Entries) => Role::Entries,
            _ => Role::Other,
        };
        if matches!(role, Role::Params | Role::Request) && self.document.event.is_none() {
            self.document.event = Some(Event::at(depth));
        }
        role
    }

    /// An object or a list ends; with it may end a list of bytes, or an event.
    pub(super) fn leave(&mut self, is_array: bool) {
        let bytes = self
            .document
            .numbers
            .take()
            .filter(|bytes| is_array && bytes.len() >= SHORTEST);
        if let Some(readable) = bytes.and_then(|bytes| readable::read(&bytes, self.found.charsets))
        {
            let said = Said {
                name: None,
                text: readable.text,
                is_body: false,
            };
            let mut layers = self.layers();
            layers.push(Layer::Numbers);
            let place = self.document.place(self.context);
            self.search(&said, &layers, &place);
        }
        let depth = self.document.frames.len();
        if let Some(event) = self.document.event.take_if(|event| event.depth > depth) {
            self.end(event);
        }
    }

    /// Reads a string.
    pub(super) fn any(&mut self, raw: &[u8]) {
        if self.note(raw) {
            return;
        }
        let Some(frame) = self.document.frames.last_mut() else {
            return;
        };
        let key = frame.name;
        let name = match key {
            Key::Message(name) => Some(name),
            Key::Value | Key::Other => frame.said.filter(|_| frame.is_array || key == Key::Value),
            _ => None,
        };
        frame.said = match key {
            Key::Name => needles::parameter(raw),
            _ if frame.is_array => needles::parameter(raw),
            _ => frame.said,
        };
        let is_part = key == Key::Log && self.document.frames.len() == 1;
        if is_part && let Some(line) = self.document.line(raw) {
            return self.say(None, line);
        } else if is_part {
            return;
        }
        if name.is_none() && !needles::may_hold(raw) {
            return;
        }
        let text = unescape(raw);
        if has_events(raw) && text.trim_start().starts_with('{') && self.document.depth < NESTED {
            return self.nested(&text);
        }
        self.say(name, text);
    }

    /// Searches a text, at once or when its event ends.
    fn say(&mut self, name: Option<&'static str>, text: String) {
        let said = Said {
            name,
            is_body: self.document.here().1 == Key::PostData,
            text,
        };
        if let Some(event) = &mut self.document.event
            && event.takes(said.text.len())
        {
            return event.said.push(said);
        }
        let place = self.document.place(self.context);
        self.search(&said, &self.layers(), &place);
    }

    fn search(&mut self, said: &Said, layers: &[Layer], place: &Place) {
        match said.name {
            Some(name) if !said.text.trim_start().starts_with('<') => {
                let field = format!("{name}={}", said.text);
                self.found.text(&field, layers, place);
            }
            Some(_) => {
                self.found.text(&said.text, layers, place);
            }
            None => self.found.passage(&said.text, layers, place, None),
        }
    }

    fn layers(&self) -> Vec<Layer> {
        self.context.with(self.document.layer())
    }

    /// Notes what a string says of an event; gives whether that is all it says.
    fn note(&mut self, raw: &[u8]) -> bool {
        let (key, role) = self.document.here_in_event();
        let Some(event) = &mut self.document.event else {
            self.figure(raw);
            return false;
        };
        match (key, role) {
            (Key::Url, Role::Request | Role::Params) => {
                let address = unescape(raw);
                let address = address::without_query(&address).to_owned();
                let is_address = address.len() <= ADDRESS && address.contains("://");
                if is_address && (role == Role::Request || event.address.is_none()) {
                    event.address = Some(address);
                }
            }
            (Key::Bytes, Role::Entries | Role::Params) => {
                let decoded = base64::decode(&unescape(raw));
                let Some(decoded) = decoded.filter(|_| event.takes(raw.len())) else {
                    return false;
                };
                let into = match role {
                    Role::Entries => &mut event.entries,
                    _ => &mut event.bytes,
                };
                into.extend(decoded.bytes);
                return true;
            }
            _ => self.figure(raw),
        }
        false
    }

    /// Reads a number, which some logs write as a string.
    pub(super) fn figure(&mut self, raw: &[u8]) {
        let document = &mut *self.document;
        let (key, role) = document.here_in_event();
        let is_list = document.frames.last().is_some_and(|frame| frame.is_array);
        let number = || std::str::from_utf8(raw).ok()?.parse::<f64>().ok();
        if is_list {
            let longest = self.found.limits.string;
            let room = document
                .numbers
                .take()
                .filter(|bytes| bytes.len() < longest);
            let byte = std::str::from_utf8(raw).ok().and_then(byte);
            document.numbers = room.zip(byte).map(|(mut bytes, byte)| {
                bytes.push(byte);
                bytes
            });
        } else if key == Key::Ticks {
            document.ticks = number();
        } else if let Some(event) = &mut document.event {
            match key {
                Key::WallTime => event.time = number().map(|seconds| 1_000.0 * seconds),
                Key::Time if role != Role::Params => event.ticks = number(),
                Key::Id if role == Role::Source => {
                    event.source = std::str::from_utf8(raw).ok().and_then(|id| id.parse().ok());
                }
                _ => {}
            }
        }
    }

    /// Searches what an event said, now that its time and its address are known.
    fn end(&mut self, event: Event) {
        let layers = self.layers();
        let ticks = self
            .document
            .ticks
            .zip(event.ticks)
            .map(|(start, ticks)| start + ticks);
        let started_at = event.time.or(ticks).and_then(moment);
        let place = Place {
            url: event.address.clone(),
            started_at: started_at.clone(),
            ..self.document.place(self.context)
        };
        let mut has_body = false;
        for said in &event.said {
            let place = Place {
                is_delivery: said.is_body,
                ..place.clone()
            };
            has_body |= said.is_body;
            self.search(said, &layers, &place);
        }
        let mut below = layers;
        below.push(Layer::Base64);
        if !event.entries.is_empty() && !has_body {
            let text = self.readable(&event.entries);
            let place = Place {
                is_delivery: true,
                ..place
            };
            self.found.passage(&text, &below, &place, None);
        }
        if !event.bytes.is_empty() {
            let text = self.readable(&event.bytes);
            let sockets = &mut self.document.sockets;
            if let Some(sent) = sockets.add(event.source.unwrap_or_default(), &text, started_at) {
                self.sent(&sent, &below);
            }
        }
    }

    fn readable(&self, bytes: &[u8]) -> String {
        let readable = readable::read(bytes, self.found.charsets);
        readable.map_or_else(|| readable::runs(bytes), |readable| readable.text)
    }

    fn sent(&mut self, sent: &Sent, layers: &[Layer]) {
        let place = Place {
            url: sent.address.clone(),
            started_at: sent.started_at.clone(),
            is_delivery: sent.address.is_some(),
            ..self.document.place(self.context)
        };
        self.found.passage(&sent.text, layers, &place, None);
    }

    /// Searches what waits for its end where the document ends.
    pub fn end_all(&mut self) {
        if let Some(event) = self.document.event.take() {
            self.end(event);
        }
        let mut layers = self.layers();
        layers.push(Layer::Base64);
        for sent in self.document.sockets.rest() {
            self.sent(&sent, &layers);
        }
        let part = std::mem::take(&mut self.document.part);
        if !part.is_empty() {
            self.say(None, part);
        }
    }

    /// Reads a document that stands in a string.
    fn nested(&mut self, text: &str) {
        let context = Context {
            layers: self.layers(),
            place: self.document.place(self.context),
            is_text: true,
        };
        let mut document = Document {
            depth: self.document.depth + 1,
            ..Document::default()
        };
        let mut tokenizer = Tokenizer::new(self.found.limits.string);
        let before = self.found.sum();
        let mut hand = Hand {
            document: &mut document,
            context: &context,
            found: self.found,
        };
        let is_read = tokenizer.feed(text.as_bytes(), &mut hand).is_ok();
        hand.end_all();
        if !is_read && self.found.sum() == before {
            self.say(None, text.to_owned());
        }
    }
}

impl Document {
    /// The name of the next value, and what the object around it is in an event.
    fn here_in_event(&self) -> (Key, Role) {
        let frame = self.frames.last();
        frame.map_or((Key::Other, Role::Other), |frame| (frame.name, frame.role))
    }

    /// The line that a piece of a log ends; a long piece without a line break is a part of one.
    fn line(&mut self, raw: &[u8]) -> Option<String> {
        let text = unescape(raw);
        let is_part = text.len() >= PART && !text.ends_with('\n');
        if self.part.is_empty() && !is_part {
            return needles::may_hold(raw).then_some(text);
        }
        self.part.push_str(&text);
        let is_long = self.part.len() > (32 << 20);
        (!is_part || is_long).then(|| std::mem::take(&mut self.part))
    }
}

/// The byte that a number is, with or without a sign.
fn byte(number: &str) -> Option<u8> {
    let number: i16 = number.parse().ok()?;
    let signed = || i8::try_from(number).ok().map(i8::cast_unsigned);
    u8::try_from(number).ok().or_else(signed)
}

/// A moment as captures write it.
fn moment(milliseconds: f64) -> Option<String> {
    let is_known = (0.0..=4e12).contains(&milliseconds);
    #[allow(clippy::cast_possible_truncation, reason = "it is in the range above")]
    is_known.then(|| Instant(milliseconds as i64).to_string())
}
