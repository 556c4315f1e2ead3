//! Ways in which a whole text was written anew: mails, commands, string literals, prefixed lines.

mod command;
mod literal;
mod mail;
mod mixed;
mod powershell;
mod prefix;
mod soap;

use crate::decode::codec::{base64, printable};
use crate::decode::find::markup;
use crate::decode::layer::Layer;
use crate::decode::peel::{Path, Peel};
use mail::Encoding;

type Undo = fn(&str) -> Option<String>;

/// What is undone in text that starts like XML.
const IN_XML: [(Layer, Undo); 2] = [
    (Layer::QuotedPrintable, printable::undo),
    (Layer::StringLiteral, literal::undo),
];

/// What is undone in other text.
const IN_TEXT: [(Layer, Undo); 6] = [
    (Layer::QuotedPrintable, printable::undo),
    (Layer::LinePrefix, prefix::undo),
    (Layer::Curl, command::undo),
    (Layer::Powershell, powershell::undo),
    (Layer::Fetch, literal::fetch),
    (Layer::StringLiteral, literal::undo),
];

impl Peel {
    /// Undoes how `text` as a whole was written, and looks inside; gives whether nothing more is to be looked for.
    pub fn unwrap(&mut self, text: &str, path: &Path) -> bool {
        let is_xml = markup::starts_like_xml(text.trim_start());
        if !is_xml && let Some(parts) = mail::parts(text) {
            self.try_layer(Layer::Mail);
            for part in parts {
                self.part(&part, &path.with(&[Layer::Mail]));
            }
            return true;
        }
        let ways: &[(Layer, Undo)] = if is_xml { &IN_XML } else { &IN_TEXT };
        ways.iter().any(|(layer, undo)| {
            undo(text).is_some_and(|plain| {
                self.try_layer(*layer);
                self.text(&plain, &path.with(&[*layer]))
            })
        })
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
                    self.bytes(&decoded.bytes, &path.with(&[Layer::Base64]));
                }
            }
        }
    }
}
