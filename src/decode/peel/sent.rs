//! Bytes that were sent are judged as a receiver reads them: nothing around them or in them is forgiven.

use super::{Path, Peel};
use crate::decode::codec::{readable::Readable, trim::trim};
use crate::decode::decoded::{Candidate, CharsetConflict};
use crate::decode::find::{locate, markup};
use crate::decode::layer::Layer;
use crate::xml::{self, BadBytes};

/// What a text goes through when it is forgiven what a receiver would not forgive.
const MENDING: [Layer; 8] = [
    Layer::Bom,
    Layer::Trim,
    Layer::Cut,
    Layer::Soap,
    Layer::Latin1,
    Layer::Charset,
    Layer::Utf16Le,
    Layer::Utf16Be,
];

/// So far behind the beginning of bytes without a name a message begins, with something in front, in bytes.
const NEAR: usize = 256;

impl Peel {
    /// A receiver takes `bytes` as they are: what was found since `before` only because something around it or in it
    /// was forgiven is one document that can't be read.
    pub(super) fn take_as_sent(
        &mut self,
        bytes: &[u8],
        readable: Readable,
        path: &Path,
        before: usize,
    ) {
        let found = self.candidates.get(before..).unwrap_or_default();
        let bad_bytes = BadBytes::of(bytes);
        let is_as_sent = |found: &Candidate| {
            found.layers.len() == path.layers.len()
                && found.forgiven == path.forgiven
                && found.text == readable.text
        };
        if let [only] = found
            && is_as_sent(only)
            && readable.layers.is_empty()
            && readable.conflict.is_none()
            && !readable.is_mended
            && bad_bytes.is_none()
        {
            return;
        }
        let is_mended = |found: &Candidate| {
            let below = found.layers.get(path.layers.len()..).unwrap_or_default();
            below.iter().all(|layer| MENDING.contains(layer))
                && found.text.len() > 3
                && !locate::elements(&found.text).is_empty()
        };
        let (Some(first), true) = (found.first(), found.iter().all(is_mended)) else {
            return;
        };
        let Readable {
            mut text, layers, ..
        } = readable;
        let begins = text.find(first.text.get(..8).unwrap_or_default());
        let is_near = path.is_parameter() || begins.is_some_and(|begins| begins <= NEAR);
        if !is_near || markup::head(trim(&text).text).is_html {
            return;
        }
        if layers.contains(&Layer::Bom) {
            text.insert(0, '\u{FEFF}');
        }
        let is_cut = |text: &str| xml::parse(text).is_err_and(|error| error.reason.breaks_off());
        let is_fine = bad_bytes.is_none()
            && xml::parse(&text)
                .err()
                .is_none_or(|error| error.reason.is_bound());
        if is_fine || found.iter().any(|found| is_cut(&found.text)) {
            return;
        }
        let mut path = path.with(&layers);
        if let Some(BadBytes::Conflict { declared, actual }) = &bad_bytes {
            path.conflict = Some(CharsetConflict {
                declared: declared.clone(),
                actual: actual.clone(),
                place: None,
            });
        }
        self.candidates.truncate(before);
        self.keep(&text, &path);
        if let Some(last) = self.candidates.last_mut() {
            last.bad_bytes = bad_bytes;
        }
    }
}
