//! Looks for messages in text that is more than a message: log lines, forms, addresses, mails.

use crate::decode::codec::{base64, percent, readable};
use crate::decode::find::{form, html, locate, markup};
use crate::decode::layer::Layer;
use crate::decode::peel::{Path, Peel};
use std::ops::Range;

enum Piece<'a> {
    Element(Range<usize>),
    Field(&'a form::Field<'a>),
    Input(&'a html::Field),
}

impl Peel {
    /// Looks for parameters, fields of forms and SAML elements, in the order of the text.
    pub fn mixed(&mut self, text: &str, path: &Path) {
        for layer in [Layer::Form, Layer::Html, Layer::Cut] {
            self.try_layer(layer);
        }
        let (fields, inputs) = (form::fields(text), html::fields(text));
        let mut pieces: Vec<(usize, Piece)> = vec![];
        pieces.extend(
            inputs
                .iter()
                .map(|input| (input.place.start, Piece::Input(input))),
        );
        pieces.extend(fields.iter().map(|field| (field.at, Piece::Field(field))));
        let elements = locate::elements(text).into_iter();
        pieces.extend(elements.map(|place| (place.start, Piece::Element(place))));
        pieces.sort_by_key(|(start, _)| *start);
        let mut at = 0;
        for (start, piece) in pieces {
            if start < at {
                continue;
            }
            match piece {
                Piece::Element(place) => at = self.piece(text, at, place, path),
                Piece::Field(field) => {
                    self.errors(text.get(at..start).unwrap_or_default(), path);
                    self.field(field, path);
                    at = field.end;
                }
                Piece::Input(input) => {
                    self.errors(text.get(at..start).unwrap_or_default(), path);
                    let path = path.with(&[Layer::Html]);
                    at = match self.text(&input.value, &path) {
                        true => input.place.end,
                        false => start,
                    };
                }
            }
        }
        self.errors(text.get(at..).unwrap_or_default(), path);
    }

    /// Keeps the elements at `places`.
    pub fn cut(&mut self, text: &str, places: Vec<Range<usize>>, path: &Path) {
        let mut at = 0;
        for place in places {
            at = self.piece(text, at, place, path);
        }
        self.errors(text.get(at..).unwrap_or_default(), path);
    }

    fn piece(&mut self, text: &str, at: usize, place: Range<usize>, path: &Path) -> usize {
        self.errors(text.get(at..place.start).unwrap_or_default(), path);
        let element = text.get(place.clone()).unwrap_or_default();
        self.keep(element, &path.with(&[Layer::Cut]));
        place.end
    }

    fn field(&mut self, field: &form::Field, path: &Path) {
        let mut path = path.clone();
        let mut value = field.value.to_owned();
        for _ in 0..field.encoded {
            self.try_layer(Layer::Percent);
            path.layers.push(Layer::Percent);
            value = readable::lossless(percent::decode(&value, false));
        }
        let layer = if field.in_url {
            Layer::Url
        } else {
            Layer::Form
        };
        self.try_layer(layer);
        path.layers.push(layer);
        if percent::is_encoded(&value) {
            self.try_layer(Layer::Percent);
            let plain = readable::lossless(percent::decode(&value, false));
            let is_base64 = base64::decode(&plain).is_some();
            let path = path.with(&[Layer::Percent]);
            match is_base64 || percent::is_encoded(&plain) {
                true => self.text(&plain, &path),
                false => self.bytes(&percent::decode(&value, true), &path),
            };
        } else {
            self.text(&value, &path);
        }
    }

    /// Keeps what an XML declaration begins.
    pub fn declared(&mut self, text: &str, path: &Path) {
        let start = text
            .find("<?xml ")
            .filter(|_| !text.starts_with(['{', '[']));
        if let Some(xml) = start.and_then(|start| text.get(start..)) {
            let end = markup::end(xml).unwrap_or(xml.len());
            let xml = xml.get(..end).unwrap_or_default();
            self.keep(xml, &path.with(&[Layer::Cut]));
        }
    }

    /// Looks for base64 between other words.
    pub fn runs(&mut self, text: &str, path: &Path) {
        if text.trim_start().starts_with(['{', '[']) {
            return;
        }
        for place in base64::runs(text) {
            let run = text.get(place).and_then(base64::decode);
            if let Some(decoded) = run.filter(|run| run.bytes.starts_with(b"<")) {
                let mut path = path.with(&[Layer::Cut, Layer::Base64]);
                path.forgiven.extend(&decoded.forgiven);
                self.bytes(&decoded.bytes, &path);
            }
        }
    }
}
