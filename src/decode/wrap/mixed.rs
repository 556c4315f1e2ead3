//! Looks for messages in text that is more than a message: log lines, forms, addresses, mails.

use crate::decode::codec::{percent, readable};
use crate::decode::find::{form, html, locate, markup, signs::Signs, value};
use crate::decode::layer::Layer;
use crate::decode::peel::{Path, Peel};
use crate::order;
use std::ops::Range;

enum Piece<'a> {
    Element(Range<usize>),
    Field(&'a form::Field<'a>),
    Input(&'a html::Field),
    Run,
}

/// Shorter base64 between words holds no message, in bytes.
const SHORTEST: usize = 30;

impl Peel {
    /// Looks for parameters, fields of forms, SAML elements and base64, in the order of the text.
    pub fn mixed(&mut self, text: &str, path: &Path, signs: &Signs) {
        for layer in [Layer::Form, Layer::Html, Layer::Cut] {
            self.try_layer(layer);
        }
        if !self.spend(text.len()) {
            return;
        }
        let mut fields = vec![];
        if !signs.keys.is_empty() {
            fields = form::fields(text);
        }
        let mut inputs = vec![];
        if signs.has_input {
            inputs = html::fields(text);
        }
        self.more |= fields.len() >= form::MOST || inputs.len() >= html::MOST;
        let mut pieces: Vec<(usize, Piece)> = vec![];
        pieces.extend(
            inputs
                .iter()
                .map(|input| (input.place.start, Piece::Input(input))),
        );
        pieces.extend(fields.iter().map(|field| (field.at, Piece::Field(field))));
        if signs.has_element {
            let elements = locate::elements(text).into_iter();
            pieces.extend(elements.map(|place| (place.start, Piece::Element(place))));
        }
        if !signs.has_escaped {
            pieces.extend(signs.runs.iter().map(|run| (*run, Piece::Run)));
        }
        order::by_key(&mut pieces, |(start, _)| *start);
        let (mut at, mut read) = (0, 0);
        for (start, piece) in pieces {
            if start < read {
                continue;
            }
            let end = match piece {
                Piece::Element(place) => {
                    self.errors(text.get(at..start).unwrap_or_default(), path);
                    self.piece(text, place, path)
                }
                Piece::Field(field) => {
                    self.errors(text.get(at..start).unwrap_or_default(), path);
                    self.field(text, field, path)
                }
                Piece::Input(input) => {
                    self.errors(text.get(at..start).unwrap_or_default(), path);
                    let path = path.with(&[Layer::Html]);
                    match self.text(&input.value, &path) {
                        true => input.place.end,
                        false => start,
                    }
                }
                Piece::Run => {
                    read = self.run(text, start, path);
                    if self.candidates.is_empty() || read == start {
                        continue;
                    }
                    read
                }
            };
            at = at.max(end);
            read = read.max(end);
        }
        self.errors(text.get(at..).unwrap_or_default(), path);
    }

    /// Keeps the elements at `places`.
    pub fn cut(&mut self, text: &str, places: Vec<Range<usize>>, path: &Path) {
        let mut at = 0;
        for place in places {
            self.errors(text.get(at..place.start).unwrap_or_default(), path);
            at = self.piece(text, place, path);
        }
        self.errors(text.get(at..).unwrap_or_default(), path);
    }

    fn piece(&mut self, text: &str, place: Range<usize>, path: &Path) -> usize {
        let end = place.end;
        if self.is_full() {
            return end;
        }
        let element = self.with_namespaces(text, place);
        self.keep(&element, &path.with(&[Layer::Cut]));
        end
    }

    /// Looks into base64 between other words; gives one past it.
    fn run(&mut self, text: &str, start: usize, path: &Path) -> usize {
        let Some(value) = value::read(text, start) else {
            return start;
        };
        let may_be_read = self.spend(value.end - start);
        let is_message = value.end - start >= SHORTEST
            && value.is_xml
            && locate::bytes_name_a_message(&value.bytes);
        if is_message && may_be_read {
            self.value(&value, &path.with(&[Layer::Cut]));
        }
        value.end
    }

    /// Looks into the value of a parameter; gives one past it.
    fn field(&mut self, text: &str, field: &form::Field, path: &Path) -> usize {
        let layer = match field.in_url {
            true => Layer::Url,
            false => Layer::Form,
        };
        self.try_layer(layer);
        let start = field.end - field.value.len();
        if let Some(mut value) = value::read(text, start)
            && self.spend(value.end - start)
            && (value.is_xml || value.end > field.end)
            && value.percent >= field.encoded
        {
            value.percent -= field.encoded;
            let mut below = path.with(&vec![Layer::Percent; field.encoded]);
            below.layers.push(layer);
            if self.value(&value, &below) {
                return value.end.max(field.end);
            }
        }
        let mut path = path.clone();
        let mut value = field.value.to_owned();
        for _ in 0..field.encoded {
            self.try_layer(Layer::Percent);
            path.layers.push(Layer::Percent);
            value = readable::lossless(percent::decode(&value, false));
        }
        path.layers.push(layer);
        if percent::is_encoded(&value) {
            self.try_layer(Layer::Percent);
            let plain = readable::lossless(percent::decode(&value, false));
            let path = path.with(&[Layer::Percent]);
            match plain.contains('<') {
                true => self.bytes(&percent::decode(&value, true), &path),
                false => self.text(&plain, &path),
            };
        } else {
            self.carried(&value, &path);
        }
        field.end
    }

    /// Keeps what an XML declaration begins.
    pub fn declared(&mut self, text: &str, path: &Path) {
        let start = text.find("<?xml ");
        if let Some(xml) = start.and_then(|start| text.get(start..))
            && !markup::head(xml).root.is_empty()
        {
            let end = markup::end(xml).unwrap_or(xml.len());
            let xml = xml.get(..end).unwrap_or_default();
            self.keep(xml, &path.with(&[Layer::Cut]));
        }
    }
}
