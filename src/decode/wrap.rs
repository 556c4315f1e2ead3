//! Ways in which a whole text was written anew: mails, commands, string literals, prefixed lines.

mod command;
mod dump;
mod excerpt;
mod foreign;
mod list;
mod literal;
mod mail;
mod mixed;
pub(in crate::decode) mod octets;
mod partial;
mod powershell;
mod prefix;
mod rtf;
mod soap;
pub(in crate::decode) mod token;
pub(in crate::decode) mod wrapped;

use crate::decode::codec::{base64, printable};
use crate::decode::decoded::Candidate;
use crate::decode::find::{locate, signs::Signs};
use crate::decode::layer::Layer;
use crate::decode::peel::{Path, Peel};
use mail::Encoding;

type Undo = fn(&str) -> Option<String>;

/// A way in which a text may have been written, and the sign that it has.
struct Way {
    layer: Layer,
    undo: Undo,
    is_possible: fn(&Signs) -> bool,
    in_xml: bool,
}

const fn way(layer: Layer, undo: Undo, in_xml: bool, is_possible: fn(&Signs) -> bool) -> Way {
    Way {
        layer,
        undo,
        is_possible,
        in_xml,
    }
}

static WAYS: [Way; 14] = [
    way(Layer::Rtf, rtf::undo, false, |signs| signs.has_backslash),
    way(Layer::Numbers, dump::undo, false, |signs| signs.has_lines),
    way(Layer::LinePrefix, dump::without_offsets, false, |signs| {
        signs.has_lines
    }),
    way(Layer::LinePrefix, partial::undo, false, |signs| {
        signs.has_lines
    }),
    way(Layer::Numbers, octets::undo, true, |_| true),
    way(Layer::QuotedPrintable, printable::undo, true, |signs| {
        signs.has_printable
    }),
    way(
        Layer::LinePrefix,
        prefix::difference::undo,
        false,
        |signs| signs.has_lines && signs.any(),
    ),
    way(Layer::LinePrefix, prefix::undo, true, |signs| {
        signs.has_lines && signs.any()
    }),
    way(Layer::Curl, command::undo, false, |_| true),
    way(Layer::Powershell, powershell::undo, false, |_| true),
    way(Layer::Fetch, literal::fetch, false, |_| true),
    way(Layer::StringLiteral, literal::undo, true, |signs| {
        signs.has_backslash || signs.has_joint && signs.any()
    }),
    way(Layer::StringLiteral, literal::single, true, |signs| {
        signs.has_doubled && (signs.has_element || signs.has_excerpt)
    }),
    way(Layer::Wrapped, wrapped::undo, true, |signs| {
        signs.has_lines && signs.has_element
    }),
];

impl Peel {
    /// Undoes how `text` as a whole was written, and looks inside; gives whether nothing more is to be looked for.
    ///
    /// The first way that yields a whole message is taken, else the one that yields most.
    pub fn unwrap(&mut self, text: &str, is_xml: bool, signs: &Signs, path: &Path) -> bool {
        if !is_xml && let Some(parts) = mail::parts(text) {
            self.try_layer(Layer::Mail);
            for part in parts {
                self.part(&part, &path.with(&[Layer::Mail]));
            }
            return true;
        }
        let before = self.found();
        let mut best: Vec<Candidate> = vec![];
        let ways = WAYS.iter().filter(|way| way.in_xml || !is_xml);
        for way in ways.filter(|way| (way.is_possible)(signs)) {
            let Some(plain) = (way.undo)(text) else {
                continue;
            };
            self.try_layer(way.layer);
            if self.text(&plain, &path.with(&[way.layer])) {
                let found = self.candidates.split_off(before);
                if whole(&found) > 0 {
                    self.candidates.extend(found);
                    return true;
                }
                if best.is_empty() {
                    best = found;
                }
            }
        }
        if best.is_empty() {
            return false;
        }
        if is_xml || signs.has_element {
            let path = path.clone();
            self.mixed(text, &path, signs);
            let found = self.candidates.split_off(before);
            if whole(&found) > 0 {
                best = found;
            }
        }
        self.candidates.extend(best);
        true
    }

    fn part(&mut self, part: &mail::Part, path: &Path) {
        match part.encoding {
            Encoding::Plain => {
                self.text(part.body, path);
            }
            Encoding::Printable => {
                let path = path.with(&[Layer::QuotedPrintable]);
                self.bytes(&printable::decode(part.body), &path);
            }
            Encoding::Base64 => {
                if let Some(decoded) = base64::decode(part.body) {
                    self.bytes(&decoded.bytes, &path.mailed());
                }
            }
        }
    }
}

/// How many of them are SAML messages from beginning to end.
fn whole(candidates: &[Candidate]) -> usize {
    let is_whole = |candidate: &&Candidate| locate::is_whole(&candidate.text);
    candidates.iter().filter(is_whole).count()
}
