//! XML text to a tree with places; strict, bounded, without DTD. The only file that knows quick-xml.

mod bad_bytes;
mod broken;
mod build;
mod chars;
mod element;
mod error;
mod namespaces;
mod reference;
mod scan;
mod tag;
mod tree;

pub use bad_bytes::BadBytes;
pub use element::{Attribute, Declaration, Element};
pub(crate) use error::TEXTS;
pub use error::{Error, Reason};
pub use namespaces::{XML, XMLNS};
pub use tree::{Leaf, Node};

use crate::charset::{self, Undecodable};
use build::Builder;
use quick_xml::Reader;
use quick_xml::events::Event;
use tree::{AttributeData, DeclarationData, ElementData, NodeData};

/// The longest text that is read, in MiB.
const MAX_MIB: usize = 32;

/// Length of a byte order mark in the text.
const MARK: usize = '\u{FEFF}'.len_utf8();

/// A well-formed document with namespaces.
#[derive(Debug, Clone)]
pub struct Document {
    text: String,
    root: (u32, NodeData, ElementData),
    nodes: Vec<NodeData>,
    elements: Vec<ElementData>,
    attributes: Vec<AttributeData>,
    declarations: Vec<DeclarationData>,
    uris: Vec<String>,
}

impl Document {
    /// The text that the spans index.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Reads bytes: finds the charset, then parses strictly; peels and trims nothing.
///
/// # Errors
/// A charset that isn't read or that the declaration contradicts; the first place where the document is not
/// well-formed, or over a bound.
pub fn read(bytes: &[u8]) -> Result<Document, Error> {
    if let Some(bad) = BadBytes::of(bytes) {
        let error = bad.error("");
        return Err(error);
    }
    let decoded = charset::decode(bytes).map_err(|undecodable| {
        let declared = match undecodable {
            Undecodable::Unknown { declared } => declared,
            Undecodable::Broken { charset, .. } => charset.name().to_owned(),
        };
        Error::new(Reason::UnknownCharset { declared }, 0, 0)
    })?;
    if decoded.bom && decoded.text.starts_with('\u{FEFF}') {
        return Err(Error::new(Reason::SecondMark, 0, MARK));
    }
    parse(&decoded.text)
}

/// Parses text; the declared charset is ignored, and a byte order mark in front is passed over.
///
/// # Errors
/// The first place where the document is not well-formed, or over a bound.
pub fn parse(text: &str) -> Result<Document, Error> {
    if text.len() > MAX_MIB << 20 {
        let limit = MAX_MIB.to_string();
        return Err(Error::new(Reason::TooLong { limit }, 0, 0));
    }
    let mut builder = Builder::new(text);
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let before = text.len() - body.len();
    if before > 0 && body.starts_with('\u{FEFF}') {
        return Err(Error::new(Reason::SecondMark, before, before + MARK));
    }
    let mut reader = Reader::from_str(body);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let position = |reader: &Reader<&[u8]>| {
        before + usize::try_from(reader.buffer_position()).unwrap_or(body.len())
    };
    loop {
        let start = position(&reader);
        let event = reader.read_event();
        let end = position(&reader);
        match event {
            Ok(Event::Start(_)) => builder.start_tag(start, end, false)?,
            Ok(Event::Empty(_)) => builder.start_tag(start, end, true)?,
            Ok(Event::End(_)) => builder.end_tag(start, end)?,
            Ok(Event::Text(_)) => builder.text(start, end)?,
            Ok(Event::GeneralRef(_)) => builder.reference(start, end)?,
            Ok(Event::CData(_)) => builder.cdata(start, end)?,
            Ok(Event::Comment(_)) => builder.comment(start, end)?,
            Ok(Event::Decl(_)) if start == before => tag::check_declaration(text, start, end)?,
            Ok(Event::Decl(_) | Event::PI(_)) => builder.instruction(start, end)?,
            Ok(Event::DocType(_)) | Err(_) => return Err(builder.broken(start)),
            Ok(Event::Eof) => return builder.finish(),
        }
    }
}
