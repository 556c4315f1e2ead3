//! From tokens to the tree: what each token may be where it stands.

use super::chars::is_space;
use super::error::{Error, Reason};
use super::namespaces::{NONE, Scope};
use super::scan::{Cursor, illegal, parts};
use super::tag::{RawAttribute, check_cdata, check_comment, line_end};
use super::tree::{
    AttributeData, DeclarationData, ElementData, NOWHERE, NodeData, NodeKind, Place, QName, small,
};
use super::{Document, reference, tag};
use crate::diagnostic::Span;
use crate::hash::HashSet;

/// The deepest that elements may be nested.
pub(super) const MAX_DEPTH: usize = 256;
/// The most nodes, and the most attributes, of a document.
pub(super) const MAX_NODES: usize = 1_000_000;

/// So many names are held against each other, more in a table.
const FEW: usize = 8;

struct Open {
    node: u32,
    element: u32,
    scope: usize,
}

/// A tree that grows.
pub(super) struct Builder<'t> {
    /// The text that the tokens are of.
    pub text: &'t str,
    nodes: Vec<NodeData>,
    elements: Vec<ElementData>,
    attributes: Vec<AttributeData>,
    declarations: Vec<DeclarationData>,
    scope: Scope<'t>,
    open: Vec<Open>,
    root: Option<(u32, u32)>,
    /// Whether the last node is text that goes on.
    in_text: bool,
    raw: Vec<RawAttribute>,
    names: HashSet<&'t str>,
    expanded: HashSet<(u32, &'t str)>,
}

impl<'t> Builder<'t> {
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            nodes: vec![],
            elements: vec![],
            attributes: vec![],
            declarations: vec![],
            scope: Scope::new(),
            open: vec![],
            root: None,
            in_text: false,
            raw: vec![],
            names: HashSet::default(),
            expanded: HashSet::default(),
        }
    }

    fn slice(&self, span: Span) -> &'t str {
        self.text.get(span.range()).unwrap_or_default()
    }

    fn name(&self, element: u32) -> &'t str {
        let data = self.elements.get(element as usize);
        data.map_or("", |data| self.slice(data.name.place.span()))
    }

    fn push(&mut self, start: usize, end: usize, kind: NodeKind) -> Result<u32, Error> {
        if self.nodes.len() >= MAX_NODES {
            return Err(too_many(start, end));
        }
        let id = small(self.nodes.len());
        self.nodes.push(NodeData {
            place: Place::of(Span::new(start, end)),
            parent: self.open.last().map_or(NOWHERE, |open| open.node),
            after: id + 1,
            kind,
        });
        self.in_text = matches!(kind, NodeKind::Text);
        Ok(id)
    }

    pub fn start_tag(&mut self, start: usize, end: usize, empty: bool) -> Result<(), Error> {
        let text = self.text;
        let mut raw = std::mem::take(&mut self.raw);
        raw.clear();
        if let Some((_, root)) = self.root.filter(|_| self.open.is_empty()) {
            let name = Cursor::new(text, start + 1).qualified_name()?;
            let (name, root) = (self.slice(name).to_owned(), self.name(root).to_owned());
            return Err(Error::new(Reason::SecondRoot { name, root }, start, end));
        }
        let name = tag::start_tag(text, start, &mut raw)?;
        if self.open.len() >= MAX_DEPTH {
            let limit = MAX_DEPTH.to_string();
            return Err(Error::new(Reason::TooDeep { limit }, start, end));
        }
        self.unique(&raw)?;
        let scope = self.scope.len();
        let declarations = small(self.declarations.len());
        let attributes = small(self.attributes.len());
        for attribute in &raw {
            if let Some(prefix) = declared_prefix(self.slice(attribute.name)) {
                let uri = reference::value(self.slice(attribute.value));
                let namespace = self.scope.declare(prefix, &uri, attribute.name)?;
                self.declarations.push(DeclarationData {
                    name: Place::of(attribute.name),
                    value: Place::of(attribute.value),
                    namespace,
                });
            }
        }
        let name = self.qualified(name, true)?;
        self.expanded.clear();
        for attribute in &raw {
            if declared_prefix(self.slice(attribute.name)).is_none() {
                let name = self.qualified(attribute.name, false)?;
                self.attributes.push(AttributeData {
                    name,
                    value: Place::of(attribute.value),
                });
            }
        }
        self.raw = raw;
        if self.attributes.len().max(self.declarations.len()) > MAX_NODES {
            return Err(too_many(start, end));
        }
        let element = small(self.elements.len());
        self.elements.push(ElementData {
            name,
            tag_end: small(end),
            content_end: small(end),
            attributes: (attributes, small(self.attributes.len())),
            declarations: (declarations, small(self.declarations.len())),
        });
        let node = self.push(start, end, NodeKind::Element(element))?;
        self.root.get_or_insert((node, element));
        match empty {
            true => self.scope.truncate(scope),
            false => self.open.push(Open {
                node,
                element,
                scope,
            }),
        }
        Ok(())
    }

    fn unique(&mut self, raw: &[RawAttribute]) -> Result<(), Error> {
        let name = |attribute: &RawAttribute| self.slice(attribute.name);
        let length = |attribute: &RawAttribute| attribute.name.end - attribute.name.start;
        let is_alone = |(at, attribute): (usize, &RawAttribute)| {
            let mut others = raw.iter().take(at);
            !others
                .any(|other| length(other) == length(attribute) && name(other) == name(attribute))
        };
        if raw.len() <= FEW && raw.iter().enumerate().all(is_alone) {
            return Ok(());
        }
        self.names.clear();
        for attribute in raw {
            let name = self.slice(attribute.name);
            if !self.names.insert(name) {
                let attribute_name = name.to_owned();
                let reason = Reason::DuplicateAttribute {
                    attribute: attribute_name,
                };
                return Err(Error::new(reason, attribute.name.start, attribute.name.end));
            }
        }
        Ok(())
    }

    /// Resolves a name; `element`: whether the default namespace counts. Attributes must be unique.
    fn qualified(&mut self, span: Span, element: bool) -> Result<QName, Error> {
        let name = self.slice(span);
        let (prefix, local) = parts(name);
        let namespace = match prefix.is_empty() && !element {
            true => NONE,
            false => self.scope.resolve(prefix, span)?,
        };
        if !element && namespace != NONE && !self.expanded.insert((namespace, local)) {
            let namespace = self.scope.uris.get(namespace as usize);
            let reason = Reason::DuplicateExpandedName {
                attribute: name.to_owned(),
                namespace: namespace.cloned().unwrap_or_default(),
            };
            return Err(Error::new(reason, span.start, span.end));
        }
        Ok(QName {
            place: Place::of(span),
            local: small(span.end - local.len()),
            namespace,
        })
    }

    pub fn end_tag(&mut self, start: usize, end: usize) -> Result<(), Error> {
        let name = tag::end_tag(self.text, start)?;
        let close = self.slice(name);
        let Some(open) = self.open.pop() else {
            let close = close.to_owned();
            return Err(Error::new(Reason::UnopenedEnd { close }, start, end));
        };
        let opened = self.name(open.element);
        if opened != close {
            let (open, close) = (opened.to_owned(), close.to_owned());
            let reason = Reason::MismatchedEnd { open, close };
            return Err(Error::new(reason, start, end));
        }
        let after = small(self.nodes.len());
        if let Some(node) = self.nodes.get_mut(open.node as usize) {
            node.place.1 = small(end);
            node.after = after;
        }
        if let Some(element) = self.elements.get_mut(open.element as usize) {
            element.content_end = small(start);
        }
        self.scope.truncate(open.scope);
        self.in_text = false;
        Ok(())
    }

    pub fn text(&mut self, start: usize, end: usize) -> Result<(), Error> {
        let raw = self.slice(Span::new(start, end));
        if !self.open.is_empty() {
            reference::check_text(raw, start)?;
            return self.character_data(start, end);
        }
        match raw.find(|c| !is_space(c)) {
            None => Ok(()),
            Some(at) => self.outside(start + at),
        }
    }

    pub fn reference(&mut self, start: usize, end: usize) -> Result<(), Error> {
        if self.open.is_empty() {
            return self.outside(start);
        }
        let rest = self.text.get(start..).unwrap_or_default();
        reference::check_reference(rest, start, true)?;
        self.character_data(start, end)
    }

    pub fn cdata(&mut self, start: usize, end: usize) -> Result<(), Error> {
        if self.open.is_empty() {
            return self.outside(start);
        }
        check_cdata(self.slice(Span::new(start + 9, end - 3)), start + 9)?;
        self.character_data(start, end)
    }

    fn character_data(&mut self, start: usize, end: usize) -> Result<(), Error> {
        match self.nodes.last_mut().filter(|_| self.in_text) {
            Some(node) => {
                node.place.1 = small(end);
                Ok(())
            }
            None => self.push(start, end, NodeKind::Text).map(drop),
        }
    }

    /// The error for something but markup at `at`, outside the root.
    fn outside(&self, at: usize) -> Result<(), Error> {
        let rest = self.text.get(at..).unwrap_or_default();
        let c = rest.chars().next().unwrap_or_default();
        if !super::chars::is_char(c) {
            return Err(illegal(at, c));
        }
        let reason = match self.root {
            None => Reason::TextBeforeRoot,
            Some((_, root)) => Reason::TextAfterRoot {
                root: self.name(root).to_owned(),
            },
        };
        let end = line_end(self.text, at);
        let line = self.text.get(at..end).unwrap_or_default();
        let markup = line.char_indices().skip(1).find(|&(_, c)| c == '<');
        let line = line.get(..markup.map_or(line.len(), |(i, _)| i));
        let length = line.unwrap_or_default().trim_end().len();
        Err(Error::new(reason, at, at + length))
    }

    pub fn comment(&mut self, start: usize, end: usize) -> Result<(), Error> {
        check_comment(self.slice(Span::new(start + 4, end - 3)), start + 4)?;
        self.push(start, end, NodeKind::Comment).map(drop)
    }

    pub fn instruction(&mut self, start: usize, end: usize) -> Result<(), Error> {
        tag::instruction(self.text, start, end)?;
        self.push(start, end, NodeKind::Pi).map(drop)
    }

    /// The document, where all that was opened is closed.
    pub fn finish(self) -> Result<Document, Error> {
        let end = self.text.len();
        if let Some(open) = self.open.last() {
            let open = self.name(open.element).to_owned();
            return Err(Error::new(Reason::EndsInElement { open }, end, end));
        }
        let root = self.root.and_then(|(node, element)| {
            let data = *self.elements.get(element as usize)?;
            Some((node, *self.nodes.get(node as usize)?, data))
        });
        Ok(Document {
            text: self.text.to_owned(),
            root: root.ok_or(Error::new(Reason::NoRoot, end, end))?,
            nodes: self.nodes,
            elements: self.elements,
            attributes: self.attributes,
            declarations: self.declarations,
            uris: self.scope.uris,
        })
    }
}

/// The prefix that an attribute of this name declares, empty for `xmlns`.
fn declared_prefix(name: &str) -> Option<&str> {
    match name.strip_prefix("xmlns")? {
        "" => Some(""),
        rest => rest.strip_prefix(':'),
    }
}

fn too_many(start: usize, end: usize) -> Error {
    let limit = MAX_NODES.to_string();
    Error::new(Reason::TooManyNodes { limit }, start, end)
}
