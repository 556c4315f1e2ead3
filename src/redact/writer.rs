//! Writes a message anew from its tree. Only what is allowed is written; nothing is copied.

use super::allowed::{self, Content, Held};
use super::needs::{Needs, Written};
use super::{Kind, REMOVED, Redactor};
use crate::facts::Facts;
use crate::instant::Instant;
use crate::namespaces::EXCERPT;
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
    /// The document without what it says about people, companies and sessions, and what findings about `facts` need;
    /// delivered `at`.
    pub fn write(&mut self, document: &Document, facts: &Facts, at: Option<Instant>) -> String {
        self.set_clock(at);
        self.learn_slips(facts);
        let needs = Needs::of(facts, &mut self.tokens);
        let root = saml::root(document);
        let mut out = Out::default();
        let beside = document
            .nodes()
            .filter(|node| matches!(node, Node::Comment(_)));
        self.count(Kind::Comment, beside.count());
        match allowed::element("", root) {
            Some((name, content)) => {
                let mut writer = Writer {
                    redactor: self,
                    needs,
                    out: &mut out,
                };
                writer.element(root, name, content, true);
            }
            None => self.other(root, facts.message.kind, &mut out),
        }
        out.0
    }

    /// Of another kind of document only the root is told.
    fn other(&mut self, root: Element, kind: saml::Kind, out: &mut Out) {
        let name = root.local_name();
        let name = if ROOTS.contains(&name) { name } else { REMOVED };
        let namespace = root.namespace().unwrap_or_default();
        let namespace = match kind {
            saml::Kind::Other if !matches!(namespace, PROTOCOL | ASSERTION) => {
                self.address(namespace)
            }
            _ => namespace.to_owned(),
        };
        self.count(Kind::Other, root.descendants().count());
        out.put("<");
        out.put(name);
        if !namespace.is_empty() {
            out.attribute("xmlns", &namespace);
        }
        out.put("/>");
    }
}

/// Writes one message.
struct Writer<'w> {
    redactor: &'w mut Redactor,
    needs: Needs,
    out: &'w mut Out,
}

impl Writer<'_> {
    fn element(&mut self, element: Element, name: &str, content: Content, is_root: bool) {
        self.out.put("<");
        self.out.put(name);
        if is_root {
            self.out.attribute("xmlns:samlp", PROTOCOL);
            self.out.attribute("xmlns:saml", ASSERTION);
            if name.starts_with("e31:") {
                self.out.attribute("xmlns:e31", EXCERPT);
            }
        }
        if let Content::Nothing(kind) = content {
            if name.starts_with("ds:") {
                self.out.attribute("xmlns:ds", SIGNATURE);
            }
            self.out.put(">");
            self.redactor.count(kind, 1);
            self.strays(element);
        } else {
            self.attributes(element);
            self.out.put(">");
            self.content(element, name, content);
        }
        self.end(name);
    }

    fn end(&mut self, name: &str) {
        self.out.put("</");
        self.out.put(name);
        self.out.put(">");
    }

    fn content(&mut self, element: Element, name: &str, content: Content) {
        let (kind, text) = match content {
            Content::Parts => {
                return element.elements().for_each(|child| self.part(child, name));
            }
            Content::Values => return self.values(element),
            Content::User => {
                let written = self.needs.name_id(element.tag_span().start);
                self.redactor
                    .count(Kind::User, usize::from(!written.text.is_empty()));
                return self.written(&written, &carried(element));
            }
            Content::Issuer => (Kind::Address, self.redactor.issuer(&element.text())),
            Content::Address => (Kind::Address, self.redactor.address(&element.text())),
            _ => (Kind::Other, self.redactor.identifier(&element.text())),
        };
        let is_removed = text != element.text().trim();
        self.redactor.count(kind, usize::from(is_removed));
        let written = Written {
            text,
            comments: element
                .descendants()
                .any(|node| matches!(node, Node::Comment(_))),
            ..Written::default()
        };
        self.written(&written, &carried(element));
    }

    /// The values of an attribute, as far as findings need them; assertions that hide in them are told.
    fn values(&mut self, attribute: Element) {
        let values = self.needs.values(attribute.tag_span().start);
        let inside = carried(attribute);
        let last = values.len().saturating_sub(1);
        for (at, value) in values.iter().enumerate() {
            self.redactor
                .count(Kind::Value, usize::from(!value.text.is_empty()));
            self.out.put("<saml:AttributeValue");
            if value.nil {
                self.out.attribute("xmlns:xsi", INSTANCE);
                self.out.attribute("xsi:nil", "true");
            }
            self.out.put(">");
            self.written(value, if at == last { &inside } else { &[] });
            self.out.put("</saml:AttributeValue>");
        }
    }

    /// A text, with the first comment and the elements that stood in it, but without what they held.
    fn written(&mut self, written: &Written, inside: &[&'static str]) {
        self.out.escaped(&written.text);
        if written.comments {
            self.redactor.count(Kind::Comment, 1);
            self.out.put("<!--removed-->");
        }
        if written.elements && inside.is_empty() {
            self.out.empty(REMOVED);
        }
        inside.iter().for_each(|name| self.out.empty(name));
    }

    fn part(&mut self, element: Element, around: &str) {
        if let Some((name, content)) = allowed::element(around, element) {
            return self.element(element, name, content, false);
        }
        self.redactor.count(allowed::left_out(element), 1);
        if element.is(ASSERTION, "Advice") {
            return;
        }
        if let Some(name) = allowed::carried(element) {
            self.out.unusual(&[name]);
        }
        self.strays(element);
    }

    /// The attributes that findings rest on; the others are left out.
    fn attributes(&mut self, element: Element) {
        let redactor = &mut *self.redactor;
        for found in element
            .attributes()
            .filter(|found| found.namespace().is_none())
        {
            let value = found.value();
            let (kind, written) = match allowed::attribute(found.local_name()) {
                Held::Version if matches!(&*value, "2.0" | "1.1" | "1.0") => {
                    (Kind::Other, value.to_string())
                }
                Held::Moment => (Kind::Time, redactor.moment(&value)),
                Held::Issue => (Kind::Time, redactor.issue(&value)),
                Held::Beginning => (Kind::Time, redactor.beginning(&value)),
                Held::Address => (Kind::Address, redactor.address(&value)),
                Held::Identifier => (Kind::Other, redactor.identifier(&value)),
                Held::Name => (Kind::Name, redactor.name(&value)),
                Held::Request => (Kind::Id, redactor.answered(&value)),
                Held::Version => continue,
                Held::Nothing(kind) => {
                    redactor.count(kind, 1);
                    continue;
                }
            };
            redactor.count(kind, usize::from(written != value));
            self.out.attribute(found.local_name(), &written);
        }
    }

    /// That assertions or responses stood inside, in an unusual place.
    fn strays(&mut self, element: Element) {
        self.out.unusual(&carried(element));
    }
}

/// The assertions and responses inside of an element, by their names.
fn carried(element: Element) -> Vec<&'static str> {
    let inside = element.descendants().filter_map(|node| match node {
        Node::Element(element) => allowed::carried(element).filter(|_| !saml::is_advice(element)),
        _ => None,
    });
    inside.collect()
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
        self.escaped(value);
        self.put("\"");
    }

    fn escaped(&mut self, text: &str) {
        let is_plain = |byte: &u8| {
            matches!(byte, b' '..=b'~') && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'`')
        };
        match text.as_bytes().iter().all(is_plain) {
            true => self.put(text),
            false => text.chars().for_each(|c| self.escape(c)),
        }
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
