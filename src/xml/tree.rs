//! The tree: all nodes in document order in one list, each with the number of the first behind it.

use super::element::Element;
use super::{Document, namespaces, reference};
use crate::diagnostic::Span;
use std::borrow::Cow;
use std::ops::Range;

/// Number of no node.
pub(super) const NOWHERE: u32 = u32::MAX;

/// A place in 32 bits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place(pub u32, pub u32);

impl Place {
    pub fn of(span: Span) -> Self {
        Self(small(span.start), small(span.end))
    }

    pub fn span(self) -> Span {
        Span::new(self.0 as usize, self.1 as usize)
    }
}

/// A number of the text, which is bounded far below 32 bits.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[derive(Debug, Clone, Copy)]
pub(super) struct NodeData {
    pub place: Place,
    pub parent: u32,
    /// Number of the first node that is not below this one.
    pub after: u32,
    pub kind: NodeKind,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum NodeKind {
    Element(u32),
    Text,
    Comment,
    Pi,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct ElementData {
    pub name: QName,
    pub tag_end: u32,
    /// Start of the end tag; the end of the start tag where there is none.
    pub content_end: u32,
    pub attributes: (u32, u32),
    pub declarations: (u32, u32),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct QName {
    pub place: Place,
    pub local: u32,
    pub namespace: u32,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct AttributeData {
    pub name: QName,
    pub value: Place,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct DeclarationData {
    pub name: Place,
    pub value: Place,
    pub namespace: u32,
}

/// A node of the tree.
#[derive(Debug, Clone, Copy)]
pub enum Node<'d> {
    /// An element.
    Element(Element<'d>),
    /// A run of character data, references and CDATA.
    Text(Leaf<'d>),
    /// A comment.
    Comment(Leaf<'d>),
    /// A processing instruction.
    Pi(Leaf<'d>),
}

impl Node<'_> {
    /// Place of the whole node.
    pub fn span(&self) -> Span {
        match self {
            Self::Element(element) => element.span(),
            Self::Text(leaf) | Self::Comment(leaf) | Self::Pi(leaf) => leaf.span,
        }
    }
}

/// A node without children.
#[derive(Debug, Clone, Copy)]
pub struct Leaf<'d> {
    raw: &'d str,
    text: bool,
    /// Place of the whole node.
    pub span: Span,
}

impl<'d> Leaf<'d> {
    /// The text with references resolved; of a comment what stands inside it; of an instruction target and data.
    pub fn value(&self) -> Cow<'d, str> {
        if self.text {
            return reference::text(self.raw);
        }
        let inside = match self.raw.strip_prefix("<!--") {
            Some(comment) => comment.strip_suffix("-->"),
            None => {
                let pi = self.raw.strip_prefix("<?");
                pi.and_then(|pi| pi.strip_suffix("?>"))
            }
        };
        reference::lines(inside.unwrap_or_default())
    }
}

impl Leaf<'_> {
    /// Whether it is a text of which a part stands in CDATA, and another beside it.
    pub fn is_part_cdata(&self) -> bool {
        let raw = self.raw.trim();
        let Some(at) = raw.find("<![CDATA[").filter(|_| self.text) else {
            return false;
        };
        let closed = raw.find("]]>").map(|end| end + 3);
        at > 0 || closed != Some(raw.len())
    }
}

impl Document {
    /// The element around all others.
    pub fn root(&self) -> Element<'_> {
        let (id, node, data) = self.root;
        Element::new(self, id, node, data)
    }

    /// The root element and the comments and instructions beside it.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        self.siblings(0..small(self.nodes.len()))
    }

    /// The elements of the document in document order.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        let root = self.root();
        std::iter::once(root).chain(root.descendants().filter_map(element))
    }

    pub(super) fn siblings(&self, ids: Range<u32>) -> impl Iterator<Item = Node<'_>> {
        let mut next = ids.start;
        std::iter::from_fn(move || {
            let id = Some(next).filter(|id| *id < ids.end)?;
            next = self.nodes.get(id as usize)?.after;
            self.node(id)
        })
    }

    pub(super) fn node(&self, id: u32) -> Option<Node<'_>> {
        let node = *self.nodes.get(id as usize)?;
        let leaf = |text| Leaf {
            raw: self.slice(node.place),
            text,
            span: node.place.span(),
        };
        match node.kind {
            NodeKind::Element(_) => self.element(id).map(Node::Element),
            NodeKind::Text => Some(Node::Text(leaf(true))),
            NodeKind::Comment => Some(Node::Comment(leaf(false))),
            NodeKind::Pi => Some(Node::Pi(leaf(false))),
        }
    }

    pub(super) fn element(&self, id: u32) -> Option<Element<'_>> {
        let node = *self.nodes.get(id as usize)?;
        let NodeKind::Element(index) = node.kind else {
            return None;
        };
        let data = *self.elements.get(index as usize)?;
        Some(Element::new(self, id, node, data))
    }

    pub(super) fn uri(&self, number: u32) -> Option<&str> {
        let uri = self.uris.get(number as usize).map(String::as_str);
        uri.filter(|_| number != namespaces::NONE)
    }

    pub(super) fn slice(&self, place: Place) -> &str {
        self.text.get(place.span().range()).unwrap_or_default()
    }
}

pub(super) fn element(node: Node) -> Option<Element> {
    match node {
        Node::Element(element) => Some(element),
        _ => None,
    }
}
