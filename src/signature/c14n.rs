//! Canonical XML 1.0, 1.1 and Exclusive XML Canonicalization 1.0 of a document or of one element of it.

mod escape;
mod namespaces;

use crate::order;
use crate::xml::{Attribute, Document, Element, Leaf, Node, XML};
use namespaces::Rendered;
pub(super) use namespaces::is_relative;
use serde::Serialize;
use std::borrow::Cow;

/// Which of the three recommendations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum CanonicalForm {
    /// Canonical XML 1.0.
    #[serde(rename = "inclusive-1.0")]
    Inclusive10,
    /// Canonical XML 1.1.
    #[serde(rename = "inclusive-1.1")]
    Inclusive11,
    /// Exclusive XML Canonicalization 1.0.
    Exclusive,
}

/// A canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canonicalization {
    /// The recommendation.
    pub version: CanonicalForm,
    /// Whether comments are kept.
    pub comments: bool,
    /// The `PrefixList` of the exclusive form, `#default` as an empty text.
    pub prefixes: Vec<String>,
}

/// What is put into the canonical form.
#[derive(Debug, Clone, Copy)]
pub enum Subset<'d> {
    /// The whole document.
    Document(&'d Document),
    /// One element with all that is inside.
    Element(Element<'d>),
}

/// White space that is left out on trial, to find out whether a viewer put it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spaces {
    /// None is: the recommendation.
    Kept,
    /// That between tags.
    BetweenTags,
    /// That between tags, and that around a text.
    AroundText,
}

/// SignatureWhy there is no canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is longer than allowed.
    TooLong,
    /// A namespace is a relative address, which Canonical XML refuses.
    RelativeNamespace,
    /// Several `xml:base` would have to be joined, which Canonical XML 1.1 asks for and nobody writes.
    JoinedBase,
}

/// The canonical form of `subset` without the element `without`, at most `limit` bytes of it.
///
/// # Errors
/// See [`Refusal`].
pub fn canonicalize(
    subset: Subset,
    form: &Canonicalization,
    without: Option<Element>,
    spaces: Spaces,
    limit: usize,
) -> Result<Vec<u8>, Refusal> {
    let mut writer = Writer {
        form,
        without,
        spaces,
        limit,
        out: vec![],
        rendered: Rendered::default(),
    };
    match subset {
        Subset::Element(element) => writer.apex(element)?,
        Subset::Document(document) => writer.document(document)?,
    }
    Ok(writer.out)
}

struct Writer<'d, 'c> {
    form: &'c Canonicalization,
    without: Option<Element<'d>>,
    spaces: Spaces,
    limit: usize,
    out: Vec<u8>,
    rendered: Rendered<'d>,
}

impl<'d> Writer<'d, '_> {
    fn put(&mut self, text: &str) -> Result<(), Refusal> {
        if self.out.len() + text.len() > self.limit {
            return Err(Refusal::TooLong);
        }
        self.out.extend_from_slice(text.as_bytes());
        Ok(())
    }

    fn document(&mut self, document: &'d Document) -> Result<(), Refusal> {
        let root = document.root();
        for node in document.nodes() {
            let behind = node.span().start > root.span().start;
            match node {
                Node::Element(element) => {
                    let declared = self.declared(element);
                    self.element(element, declared, vec![])?;
                }
                Node::Comment(_) if !self.form.comments => {}
                Node::Text(_) => {}
                leaf => {
                    self.put(if behind { "\n" } else { "" })?;
                    self.node(leaf, false)?;
                    self.put(if behind { "" } else { "\n" })?;
                }
            }
        }
        Ok(())
    }

    /// The element at the top: what is in force there stands outside.
    fn apex(&mut self, element: Element<'d>) -> Result<(), Refusal> {
        let around: Vec<_> = std::iter::once(element)
            .chain(element.ancestors())
            .collect();
        let in_scope = namespaces::in_scope(&around);
        let inherited = match self.form.version {
            CanonicalForm::Exclusive => vec![],
            version => inherited(&around, version)?,
        };
        self.element(element, in_scope, inherited)
    }

    fn declared(&self, element: Element<'d>) -> Vec<(&'d str, &'d str)> {
        let declarations = element.declarations();
        let pairs = declarations.map(|d| {
            (
                d.prefix.unwrap_or_default(),
                d.namespace.unwrap_or_default(),
            )
        });
        pairs.filter(|(prefix, _)| *prefix != "xml").collect()
    }

    /// Writes an element; `namespaces`: those that its place brings in, as prefix and namespace.
    fn element(
        &mut self,
        element: Element<'d>,
        mut namespaces: Vec<(&'d str, &'d str)>,
        inherited: Vec<Attribute<'d>>,
    ) -> Result<(), Refusal> {
        if self.without == Some(element) {
            return Ok(());
        }
        if element
            .declarations()
            .any(|d| d.namespace.is_some_and(is_relative))
        {
            return Err(Refusal::RelativeNamespace);
        }
        if self.form.version == CanonicalForm::Exclusive {
            let listed = &self.form.prefixes;
            namespaces.retain(|(prefix, _)| listed.iter().any(|listed| listed == prefix));
            namespaces.extend(namespaces::used(element));
        }
        let before = self.rendered.len();
        namespaces.retain(|(prefix, uri)| self.rendered.get(prefix) != *uri);
        namespaces.sort_unstable();
        namespaces.dedup();
        let (prefix, local) = (element.prefix(), element.local_name());
        self.put("<")?;
        self.name(prefix, local)?;
        for (prefix, uri) in namespaces {
            self.rendered.push(prefix, uri);
            self.put(if prefix.is_empty() {
                " xmlns"
            } else {
                " xmlns:"
            })?;
            self.put(prefix)?;
            self.quoted(uri)?;
        }
        let mut attributes: Vec<_> = element.attributes().chain(inherited).collect();
        if attributes.len() > 1 {
            order::by_key(&mut attributes, |a| (a.namespace(), a.local_name()));
        }
        for attribute in attributes {
            self.put(" ")?;
            self.name(attribute.prefix(), attribute.local_name())?;
            self.quoted(&attribute.value())?;
        }
        self.put(">")?;
        let has_elements = element.elements().next().is_some();
        for node in element.children() {
            self.node(node, has_elements)?;
        }
        self.put("</")?;
        self.name(prefix, local)?;
        self.put(">")?;
        self.rendered.truncate(before);
        Ok(())
    }

    fn node(&mut self, node: Node<'d>, beside_elements: bool) -> Result<(), Refusal> {
        match node {
            Node::Element(element) => {
                let declared = self.declared(element);
                self.element(element, declared, vec![])
            }
            Node::Text(text) => {
                let value = text.value();
                self.put(&escape::text(self.trimmed(&value, beside_elements)))
            }
            Node::Comment(_) if !self.form.comments => Ok(()),
            Node::Comment(comment) => {
                self.put("<!--")?;
                self.put(&escape::returns(&comment.value()))?;
                self.put("-->")
            }
            Node::Pi(instruction) => self.instruction(instruction),
        }
    }

    fn trimmed<'t>(&self, text: &'t str, beside_elements: bool) -> &'t str {
        let bare = text.trim_matches([' ', '\t', '\n', '\r']);
        match self.spaces {
            Spaces::Kept => text,
            Spaces::BetweenTags if beside_elements && bare.is_empty() => "",
            Spaces::BetweenTags => text,
            Spaces::AroundText => bare,
        }
    }

    fn instruction(&mut self, instruction: Leaf) -> Result<(), Refusal> {
        let value = instruction.value();
        let spaces = [' ', '\t', '\n', '\r'];
        let (target, data) = value.split_once(spaces).unwrap_or((&value, ""));
        let data = data.trim_start_matches(spaces);
        self.put("<?")?;
        self.put(target)?;
        self.put(if data.is_empty() { "" } else { " " })?;
        self.put(&escape::returns(data))?;
        self.put("?>")
    }

    fn name(&mut self, prefix: Option<&str>, local: &str) -> Result<(), Refusal> {
        if let Some(prefix) = prefix {
            self.put(prefix)?;
            self.put(":")?;
        }
        self.put(local)
    }

    fn quoted(&mut self, value: &str) -> Result<(), Refusal> {
        self.put("=\"")?;
        let value: Cow<str> = escape::value(value);
        self.put(&value)?;
        self.put("\"")
    }
}

/// The attributes `xml:…` that an element takes over from those around it, `around` being itself and them.
fn inherited<'d>(
    around: &[Element<'d>],
    version: CanonicalForm,
) -> Result<Vec<Attribute<'d>>, Refusal> {
    let of_xml = |e: &Element<'d>| e.attributes().filter(|a| a.namespace() == Some(XML));
    if version == CanonicalForm::Inclusive11 {
        let bases = around
            .iter()
            .flat_map(of_xml)
            .filter(|a| a.local_name() == "base");
        if bases.take(2).count() == 2 {
            return Err(Refusal::JoinedBase);
        }
    }
    let mut seen: Vec<&str> = vec![];
    let mut inherited = vec![];
    for (i, element) in around.iter().enumerate() {
        for attribute in of_xml(element) {
            let name = attribute.local_name();
            let counts =
                version == CanonicalForm::Inclusive10 || matches!(name, "lang" | "space" | "base");
            if counts && !seen.contains(&name) {
                seen.push(name);
                inherited.extend(Some(attribute).filter(|_| i > 0));
            }
        }
    }
    Ok(inherited)
}
