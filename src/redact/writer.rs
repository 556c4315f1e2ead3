//! Writes a message anew from its tree. Only what is allowed is written; nothing is copied.

use super::allowed::{self, Content, Held};
use super::{Kind, Redactor};
use crate::saml::{self, ASSERTION, INSTANCE, PROTOCOL, SIGNATURE};
use crate::xml::{Document, Element, Node};

/// Names of roots that say what a document is.
const ROOTS: &[&str] = &[
    "AuthnRequest",
    "LogoutRequest",
    "LogoutResponse",
    "ArtifactResolve",
    "ArtifactResponse",
    "EntityDescriptor",
    "EntitiesDescriptor",
    "Envelope",
    "Response",
    "Assertion",
    "RequestSecurityTokenResponse",
    "RequestSecurityTokenResponseCollection",
];

impl Redactor {
    /// The document without what it says about people, companies and sessions.
    pub fn write(&mut self, document: &Document) -> String {
        let root = document.root();
        let mut out = Out::default();
        let beside = document
            .nodes()
            .filter(|node| matches!(node, Node::Comment(_)));
        self.count(Kind::Comment, beside.count());
        match allowed::element("", root) {
            Some((name, content)) => self.element(root, name, content, true, &mut out),
            None => self.other(root, saml::read(document).kind, &mut out),
        }
        out.0
    }

    /// Of another kind of document only the root is told.
    fn other(&mut self, root: Element, kind: saml::Kind, out: &mut Out) {
        let name = root.local_name();
        let name = match ROOTS.contains(&name) {
            true => name.to_owned(),
            false => self.tokens.replace(name),
        };
        let namespace = root.namespace().unwrap_or_default();
        let namespace = match kind {
            saml::Kind::Other if !matches!(namespace, PROTOCOL | ASSERTION) => {
                self.address(namespace)
            }
            _ => namespace.to_owned(),
        };
        self.count(Kind::Other, root.descendants().count());
        out.put("<");
        out.put(&name);
        if !namespace.is_empty() {
            out.attribute("xmlns", &namespace);
        }
        out.put("/>");
    }

    fn element(
        &mut self,
        element: Element,
        name: &str,
        content: Content,
        is_root: bool,
        out: &mut Out,
    ) {
        out.put("<");
        out.put(name);
        if is_root {
            out.attribute("xmlns:samlp", PROTOCOL);
            out.attribute("xmlns:saml", ASSERTION);
        }
        if let Content::Nothing(kind) = content {
            if name.starts_with("ds:") {
                out.attribute("xmlns:ds", SIGNATURE);
            }
            out.put(">");
            self.count(kind, 1);
            self.strays(element, out);
        } else {
            self.attributes(element, content, out);
            out.put(">");
            self.content(element, name, content, out);
        }
        out.put("</");
        out.put(name);
        out.put(">");
    }

    fn content(&mut self, element: Element, name: &str, content: Content, out: &mut Out) {
        if content == Content::Parts {
            return element
                .elements()
                .for_each(|child| self.part(child, name, out));
        }
        let text = element.text();
        let (kind, written) = match content {
            Content::Issuer => (Kind::Address, self.issuer(&text)),
            Content::Address => (Kind::Address, self.address(&text)),
            Content::User => (Kind::User, self.tokens.replace(&text)),
            Content::Value => {
                let of = element
                    .parent()
                    .and_then(|parent| parent.attribute(None, "Name"));
                let of = of.map(|name| name.value()).unwrap_or_default();
                (Kind::Value, self.value(&of, &text))
            }
            _ => (Kind::Other, self.identifier(&text)),
        };
        self.count(kind, usize::from(written != text));
        self.text(element, &written, out);
    }

    fn part(&mut self, element: Element, around: &str, out: &mut Out) {
        if let Some((name, content)) = allowed::element(around, element) {
            return self.element(element, name, content, false, out);
        }
        self.count(allowed::left_out(element), 1);
        if let Some(name) = allowed::carried(element) {
            out.unusual(&[name]);
        }
        self.strays(element, out);
    }

    /// The attributes that findings rest on; the others are left out.
    fn attributes(&mut self, element: Element, content: Content, out: &mut Out) {
        for found in element.attributes() {
            let value = found.value();
            if found.namespace().is_some() {
                let is_nil = content == Content::Value
                    && found.namespace() == Some(INSTANCE)
                    && found.local_name() == "nil";
                if is_nil && matches!(value.trim(), "true" | "1") {
                    out.attribute("xmlns:xsi", INSTANCE);
                    out.attribute("xsi:nil", "true");
                }
                continue;
            }
            let (kind, written) = match allowed::attribute(found.local_name()) {
                Held::Version if matches!(&*value, "2.0" | "1.1" | "1.0") => {
                    (Kind::Other, value.to_string())
                }
                Held::Moment => (Kind::Other, self.moment(&value)),
                Held::Address => (Kind::Address, self.address(&value)),
                Held::Identifier => (Kind::Other, self.identifier(&value)),
                Held::Name => (Kind::Name, self.name(&value)),
                Held::Version => continue,
                Held::Nothing(kind) => {
                    self.count(kind, 1);
                    continue;
                }
            };
            self.count(kind, usize::from(written != value));
            out.attribute(found.local_name(), &written);
        }
    }

    /// Text with comments and elements where they stood, but without what they held.
    fn text(&mut self, element: Element, written: &str, out: &mut Out) {
        let mut characters = written.chars();
        for node in element.descendants() {
            match node {
                Node::Text(leaf) => {
                    let length = leaf.value().chars().count();
                    characters.by_ref().take(length).for_each(|c| out.escape(c));
                }
                Node::Comment(_) => {
                    self.count(Kind::Comment, 1);
                    out.put("<!--removed-->");
                }
                Node::Element(inner) => out.empty(allowed::carried(inner).unwrap_or("removed")),
                Node::Pi(_) => {}
            }
        }
    }

    /// That assertions or responses stood inside, in an unusual place.
    fn strays(&mut self, element: Element, out: &mut Out) {
        let inside = element.descendants().filter_map(|node| match node {
            Node::Element(element) => allowed::carried(element),
            _ => None,
        });
        out.unusual(&inside.collect::<Vec<_>>());
    }
}

/// The text of a document.
#[derive(Debug, Default)]
struct Out(String);

impl Out {
    #[inline(never)]
    fn put(&mut self, text: &str) {
        self.0.push_str(text);
    }

    fn empty(&mut self, name: &str) {
        self.put("<");
        self.put(name);
        self.put("/>");
    }

    /// Elements in a place that SAML doesn't give them.
    fn unusual(&mut self, names: &[&str]) {
        if !names.is_empty() {
            self.put("<samlp:Extensions>");
            names.iter().for_each(|name| self.empty(name));
            self.put("</samlp:Extensions>");
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.put(" ");
        self.put(name);
        self.put("=\"");
        value.chars().for_each(|c| self.escape(c));
        self.put("\"");
    }

    /// Line breaks too, so that no line begins with text of the message; and what would end a code block.
    #[inline(never)]
    fn escape(&mut self, c: char) {
        match c {
            '&' => self.put("&amp;"),
            '<' => self.put("&lt;"),
            '>' => self.put("&gt;"),
            '"' => self.put("&quot;"),
            '\t' | '\n' | '\r' | '`' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                self.put(&format!("&#{};", u32::from(c)));
            }
            c => self.put(c.encode_utf8(&mut [0; 4])),
        }
    }
}
