//! What the `URI` of a reference points to.

use super::SignatureWhy;
use super::c14n::Subset;
use crate::hash::HashMap;
use crate::xml::{Attribute, Document, Element, XML};

/// Namespace of the `Id` of WS-Security.
const UTILITY: &str =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

/// The elements of a document by their identifiers.
pub(super) struct Targets<'d> {
    document: &'d Document,
    by_id: HashMap<String, Vec<Element<'d>>>,
}

/// A part of the document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target<'d> {
    pub subset: Subset<'d>,
    /// Whether its comments belong to it.
    pub comments: bool,
}

impl<'d> Targets<'d> {
    pub fn new(document: &'d Document) -> Self {
        let mut by_id: HashMap<_, Vec<_>> = HashMap::default();
        for element in document.elements() {
            for id in ids(element) {
                let elements = by_id.entry(id.value().into_owned()).or_default();
                if elements.last() != Some(&element) {
                    elements.push(element);
                }
            }
        }
        Self { document, by_id }
    }

    /// The part of the document that `uri` names.
    pub fn find(&self, uri: Option<&str>) -> Result<Target<'d>, SignatureWhy> {
        let uri = uri.ok_or(SignatureWhy::NoUri)?;
        let whole = Subset::Document(self.document);
        let (id, comments) = match uri {
            "" | "#xpointer(/)" => {
                return Ok(Target {
                    subset: whole,
                    comments: !uri.is_empty(),
                });
            }
            uri => match uri.strip_prefix("#xpointer(id(") {
                Some(rest) => (rest.strip_suffix("))").and_then(unquoted), true),
                None => (uri.strip_prefix('#'), false),
            },
        };
        let id = id.filter(|id| !id.contains(['(', '#']));
        match self
            .by_id
            .get(id.ok_or(SignatureWhy::OutsideReference)?)
            .map(Vec::as_slice)
        {
            None | Some([]) => Err(SignatureWhy::NotFound),
            Some([element]) => Ok(Target {
                subset: Subset::Element(*element),
                comments,
            }),
            Some(_) => Err(SignatureWhy::DuplicateId),
        }
    }
}

impl<'d> Target<'d> {
    /// The element that it is, or around which it is.
    pub fn element(self) -> Element<'d> {
        match self.subset {
            Subset::Document(document) => document.root(),
            Subset::Element(element) => element,
        }
    }
}

/// The identifiers of an element: what any reader may take for one counts.
pub(super) fn ids<'d>(element: Element<'d>) -> impl Iterator<Item = Attribute<'d>> {
    element.attributes().filter(|attribute| {
        let name = attribute.local_name();
        match attribute.namespace() {
            None => matches!(
                name,
                "ID" | "Id" | "id" | "AssertionID" | "ResponseID" | "RequestID"
            ),
            Some(XML) => name == "id",
            Some(UTILITY) => name == "Id",
            Some(_) => false,
        }
    })
}

fn unquoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    text.strip_prefix(quote)?.strip_suffix(quote)
}
