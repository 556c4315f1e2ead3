//! XML of another kind around a message: texts, CDATA and attributes are searched like any other text.

use crate::decode::codec::{base64, entity};
use crate::decode::find::{locate, markup, signs::Signs};
use crate::decode::layer::Layer;
use crate::decode::peel::{Path, Peel};
use crate::decode::wrap::octets;

/// Shorter texts hold no message, in bytes.
const SHORTEST: usize = 24;

impl Peel {
    /// Searches every text, CDATA section and attribute of `text`.
    pub fn inside(&mut self, text: &str, path: &Path) {
        self.try_layer(Layer::ForeignXml);
        let below = path.with(&[Layer::ForeignXml]);
        let before = self.candidates.len();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let length = rest.find('<').unwrap_or(rest.len());
            self.segment(rest.get(..length).unwrap_or_default(), true, &below);
            at += length;
            let rest = rest.get(length..).unwrap_or_default();
            at += if let Some(inner) = rest.strip_prefix("<![CDATA[") {
                let end = inner.find("]]>").unwrap_or(inner.len());
                self.segment(inner.get(..end).unwrap_or_default(), false, &below);
                (rest.len() - inner.len() + end + 3).min(rest.len())
            } else {
                let (length, values) = markup::tag(rest);
                for value in values {
                    self.segment(value, true, &below);
                }
                length
            };
        }
        let mut found = self.candidates.split_off(before);
        found.retain(|candidate| {
            let text = &candidate.text;
            !locate::elements(text).is_empty() || !locate::excerpts(text).is_empty()
        });
        self.candidates.extend(found);
    }

    fn segment(&mut self, text: &str, is_escaped: bool, path: &Path) {
        if text.len() < SHORTEST {
            return;
        }
        let plain = match is_escaped && text.contains('&') {
            true => entity::unescape(text),
            false => text.to_owned(),
        };
        let inner = plain.trim();
        if Signs::of(&plain).any() || base64::is_whole(inner) || octets::begin(inner.as_bytes()) {
            self.text(&plain, path);
        }
    }
}
