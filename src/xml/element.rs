//! Handles to walk the tree: elements, attributes, namespace declarations.

use super::tree::{AttributeData, ElementData, Node, NodeData, Place, QName, element};
use super::{Document, namespaces, reference};
use crate::diagnostic::Span;
use std::borrow::Cow;

/// An element.
#[derive(Debug, Clone, Copy)]
pub struct Element<'d> {
    document: &'d Document,
    id: u32,
    node: NodeData,
    data: ElementData,
}

impl PartialEq for Element<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && std::ptr::eq(self.document, other.document)
    }
}

impl Eq for Element<'_> {}

impl<'d> Element<'d> {
    pub(super) fn new(document: &'d Document, id: u32, node: NodeData, data: ElementData) -> Self {
        Self {
            document,
            id,
            node,
            data,
        }
    }

    /// The name without its prefix.
    pub fn local_name(&self) -> &'d str {
        self.data.name.local(self.document)
    }

    /// The prefix, if there is one.
    pub fn prefix(&self) -> Option<&'d str> {
        self.data.name.prefix(self.document)
    }

    /// The namespace, if there is one.
    pub fn namespace(&self) -> Option<&'d str> {
        self.document.uri(self.data.name.namespace)
    }

    /// Whether this is the element `local` of the namespace `namespace`.
    pub fn is(&self, namespace: &str, local: &str) -> bool {
        self.local_name() == local && self.namespace() == Some(namespace)
    }

    /// Place of the name, with its prefix, in the start tag.
    pub fn name_span(&self) -> Span {
        self.data.name.place.span()
    }

    /// Place of the whole element.
    pub fn span(&self) -> Span {
        self.node.place.span()
    }

    /// Place of the start tag.
    pub fn tag_span(&self) -> Span {
        Span::new(self.span().start, self.data.tag_end as usize)
    }

    /// Place of the end tag; `None` for `<a/>`.
    pub fn end_tag_span(&self) -> Option<Span> {
        let span = Span::new(self.data.content_end as usize, self.span().end);
        Some(span).filter(|span| span.start < span.end)
    }

    /// Place between the tags; empty behind the tag for `<a/>`.
    pub fn content_span(&self) -> Span {
        Span::new(self.data.tag_end as usize, self.data.content_end as usize)
    }

    /// The attributes in their order, without namespace declarations.
    pub fn attributes(&self) -> impl Iterator<Item = Attribute<'d>> + use<'d> {
        let document = self.document;
        let (start, end) = self.data.attributes;
        let attributes = document.attributes.get(start as usize..end as usize);
        let data = attributes.unwrap_or_default().iter();
        data.map(move |data| Attribute {
            document,
            data: *data,
        })
    }

    /// The attribute `local` of `namespace`; `None` as namespace is that of attributes without prefix.
    pub fn attribute(&self, namespace: Option<&str>, local: &str) -> Option<Attribute<'d>> {
        self.attributes()
            .find(|found| found.local_name() == local && found.namespace() == namespace)
    }

    /// The namespace declarations of this tag in their order.
    pub fn declarations(&self) -> impl Iterator<Item = Declaration<'d>> + use<'d> {
        let document = self.document;
        let (start, end) = self.data.declarations;
        let declarations = document.declarations.get(start as usize..end as usize);
        let data = declarations.unwrap_or_default().iter();
        data.map(move |data| Declaration {
            prefix: document
                .slice(data.name)
                .split_once(':')
                .map(|(_, name)| name),
            namespace: document.uri(data.namespace),
            span: Span::new(data.name.0 as usize, data.value.1 as usize + 1),
        })
    }

    /// The namespace that `prefix` means here; `None` as prefix is the default namespace.
    pub fn lookup(&self, prefix: Option<&str>) -> Option<&'d str> {
        if prefix == Some("xml") {
            return Some(namespaces::XML);
        }
        let mut around = std::iter::successors(Some(*self), Element::parent);
        let found = around.find_map(|e| e.declarations().find(|d| d.prefix == prefix));
        found.and_then(|declaration| declaration.namespace)
    }

    /// The element around this one.
    pub fn parent(&self) -> Option<Element<'d>> {
        self.document.element(self.node.parent)
    }

    /// The elements around this one, the nearest first.
    pub fn ancestors(&self) -> impl Iterator<Item = Element<'d>> + use<'d> {
        std::iter::successors(self.parent(), Element::parent)
    }

    /// The nodes right inside this element.
    pub fn children(&self) -> impl Iterator<Item = Node<'d>> + use<'d> {
        self.document.siblings(self.id + 1..self.node.after)
    }

    /// The elements right inside this element.
    pub fn elements(&self) -> impl Iterator<Item = Element<'d>> + use<'d> {
        self.children().filter_map(element)
    }

    /// All nodes below this element in document order.
    pub fn descendants(&self) -> impl Iterator<Item = Node<'d>> + use<'d> {
        let document = self.document;
        (self.id + 1..self.node.after).filter_map(move |id| document.node(id))
    }

    /// All character data below this element, joined.
    pub fn text(&self) -> Cow<'d, str> {
        let mut texts = self.descendants().filter_map(|node| match node {
            Node::Text(leaf) => Some(leaf.value()),
            _ => None,
        });
        let first = texts.next().unwrap_or_default();
        texts.fold(first, |mut joined, text| {
            joined.to_mut().push_str(&text);
            joined
        })
    }
}

/// An attribute.
#[derive(Debug, Clone, Copy)]
pub struct Attribute<'d> {
    document: &'d Document,
    data: AttributeData,
}

impl<'d> Attribute<'d> {
    /// The name without its prefix.
    pub fn local_name(&self) -> &'d str {
        self.data.name.local(self.document)
    }

    /// The prefix, if there is one.
    pub fn prefix(&self) -> Option<&'d str> {
        self.data.name.prefix(self.document)
    }

    /// The namespace, which only a prefix gives.
    pub fn namespace(&self) -> Option<&'d str> {
        self.document.uri(self.data.name.namespace)
    }

    /// The value: references resolved, each white space a space.
    pub fn value(&self) -> Cow<'d, str> {
        reference::value(self.document.slice(self.data.value))
    }

    /// Place of the name, with its prefix.
    pub fn name_span(&self) -> Span {
        self.data.name.place.span()
    }

    /// Place of the value without its quotes.
    pub fn value_span(&self) -> Span {
        self.data.value.span()
    }

    /// Place from the name to the closing quote.
    pub fn span(&self) -> Span {
        Span::new(self.name_span().start, self.value_span().end + 1)
    }
}

/// A namespace declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declaration<'d> {
    /// The prefix; `None` for `xmlns`.
    pub prefix: Option<&'d str>,
    /// The namespace; `None` for `xmlns=""`.
    pub namespace: Option<&'d str>,
    /// Place from the name to the closing quote.
    pub span: Span,
}

impl QName {
    fn local<'d>(&self, document: &'d Document) -> &'d str {
        document.slice(Place(self.local, self.place.1))
    }

    fn prefix<'d>(&self, document: &'d Document) -> Option<&'d str> {
        let end = self
            .local
            .checked_sub(1)
            .filter(|end| *end >= self.place.0)?;
        Some(document.slice(Place(self.place.0, end)))
    }
}
