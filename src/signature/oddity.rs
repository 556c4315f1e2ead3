//! What no identity provider writes, and attacks on signatures do.

mod parts;

use super::target::ids;
use crate::diagnostic::Span;
use crate::hash::HashMap;
use crate::namespaces::{ASSERTION_1, PROTOCOL_1};
use crate::saml::{ASSERTION, PROTOCOL, SIGNATURE};
use crate::xml::{Document, Element, Node};

/// A misspelling of the namespace of XML Signature that is met in the field.
const MISSPELT: &str = "https://www.w3.org/2000/09/xmldsig#";
/// Elements of SAML that decide who signs in, and whose place no other may take.
const SAML: [&str; 13] = [
    "Assertion",
    "Attribute",
    "AttributeStatement",
    "AttributeValue",
    "Audience",
    "AudienceRestriction",
    "AuthnStatement",
    "Conditions",
    "Issuer",
    "NameID",
    "Status",
    "Subject",
    "SubjectConfirmation",
];
/// What SAML leaves to others inside.
const OPEN: [&str; 5] = [
    "Advice",
    "AttributeValue",
    "Extensions",
    "StatusDetail",
    "SubjectConfirmationData",
];
/// The most of a kind that are told of one message; the rest is counted.
const MAX_OF_A_KIND: usize = 100;

/// A kind of oddity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OddityKind {
    /// Two elements have the same identifier.
    DuplicateId,
    /// An element has two identifiers, by different names.
    TwoIds,
    /// A value is cut in pieces by an instruction, CDATA or, where no other rule says so, a comment.
    SplitValue,
    /// An element bears the name of one of SAML's in another namespace.
    Foreign,
    /// A version other than 2.0.
    Version,
    /// A namespace is a relative address.
    RelativeNamespace,
    /// A part of a signature that may stand there once stands there again.
    SecondPart,
    /// The digest is that of nothing.
    EmptyDigest,
    /// A signature carries an `Object`, or a `Manifest` without one.
    Object,
    /// What is signed can only be told by XPath, XSLT or another transform.
    Steps,
    /// A signature is made with a key that both sides share.
    Shared,
    /// The value of ECDSA is coded in DER.
    Coded,
    /// A canonical form keeps comments.
    Comments,
}

impl OddityKind {
    /// What may be named of it where nothing of the message may be.
    pub(super) fn named(self) -> Option<&'static str> {
        match self {
            Self::DuplicateId | Self::TwoIds => Some("ID"),
            Self::Object => Some("Object"),
            Self::EmptyDigest => Some("DigestValue"),
            Self::SplitValue | Self::Foreign | Self::Version => Some("…"),
            Self::RelativeNamespace | Self::SecondPart => Some("…"),
            Self::Steps | Self::Shared | Self::Coded | Self::Comments => None,
        }
    }
}

/// One oddity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Oddity {
    /// Its kind.
    pub kind: OddityKind,
    /// The name or value that it is about.
    pub name: Option<String>,
    /// Its place; `None` where the text is not the one that was looked at.
    pub span: Option<Span>,
}

/// The oddities of a SAML message, in document order, and how many more there are of a kind.
pub(super) fn find(document: &Document) -> (Vec<Oddity>, Vec<(OddityKind, usize)>) {
    let root = document.root().namespace().unwrap_or_default();
    if ![PROTOCOL, ASSERTION, PROTOCOL_1, ASSERTION_1].contains(&root) {
        return (vec![], vec![]);
    }
    let mut finder = Finder::default();
    for element in document.elements() {
        finder.look(element);
    }
    let more = finder.counts.into_iter().filter_map(|(kind, count)| {
        let more = count.checked_sub(MAX_OF_A_KIND).filter(|more| *more > 0)?;
        Some((kind, more))
    });
    (finder.found, more.collect())
}

#[derive(Default)]
struct Finder {
    /// Those met so far, and whether an element of SAML or of a signature has them.
    ids: HashMap<String, bool>,
    /// The parts of signatures met so far, each by the place of what it stands in.
    parts: HashMap<String, bool>,
    found: Vec<Oddity>,
    counts: Vec<(OddityKind, usize)>,
}

impl Finder {
    fn knows(&self, kind: OddityKind) -> bool {
        self.counts.iter().any(|(other, _)| *other == kind)
    }

    fn tell(&mut self, kind: OddityKind, name: &str, span: Span) {
        let place = self.counts.iter().position(|(other, _)| *other == kind);
        let place = place.unwrap_or_else(|| {
            self.counts.push((kind, 0));
            self.counts.len() - 1
        });
        let Some((_, count)) = self.counts.get_mut(place) else {
            return;
        };
        *count += 1;
        if *count <= MAX_OF_A_KIND {
            self.found.push(Oddity {
                kind,
                name: Some(name.to_owned()).filter(|name| !name.is_empty()),
                span: Some(span),
            });
        }
    }

    fn look(&mut self, element: Element) {
        let name = element.local_name();
        match element.namespace() {
            Some(SIGNATURE) => self.signature(element, name),
            Some(PROTOCOL | ASSERTION) => self.saml(element, name),
            Some(PROTOCOL_1 | ASSERTION_1) => self.ids(element),
            Some(MISSPELT) => {}
            _ => {
                self.other_id(element);
                let is_taken = ["Assertion", "EncryptedAssertion", "Response", "Signature"];
                let is_in_place = || {
                    let around = element.parent().filter(|e| is_saml(*e));
                    around.is_some_and(|e| !OPEN.contains(&e.local_name()))
                };
                let is_part = || {
                    let around = element.parent();
                    let is_signed = |e: Element| e.namespace() == Some(SIGNATURE);
                    around.is_some_and(|e| is_signed(e) && e.local_name() != "Object")
                };
                if is_taken.contains(&name)
                    || SAML.contains(&name) && is_in_place()
                    || parts::ONCE.contains(&name) && is_part()
                {
                    self.tell(OddityKind::Foreign, name, element.tag_span());
                }
            }
        }
        for declaration in element.declarations() {
            if declaration.namespace.is_some_and(super::c14n::is_relative) {
                let uri = declaration.namespace.unwrap_or_default();
                self.tell(OddityKind::RelativeNamespace, uri, declaration.span);
            }
        }
    }

    /// The identifiers of an element of SAML or of a signature.
    fn ids(&mut self, element: Element) {
        for (at, id) in ids(element).enumerate() {
            let value = id.value().into_owned();
            if at > 0 {
                self.tell(OddityKind::TwoIds, &value, id.span());
            } else if self.ids.contains_key(&value) {
                self.tell(OddityKind::DuplicateId, &value, id.span());
            }
            self.ids.insert(value, true);
        }
    }

    /// The identifiers of any other element count only where one of SAML’s has them too.
    fn other_id(&mut self, element: Element) {
        for id in ids(element) {
            let value = id.value().into_owned();
            match self.ids.get(&value) {
                Some(true) => self.tell(OddityKind::DuplicateId, &value, id.span()),
                _ => _ = self.ids.insert(value, false),
            }
        }
    }

    fn saml(&mut self, element: Element, name: &str) {
        self.ids(element);
        let version = element.attribute(None, "Version");
        if let Some(version) = version.filter(|version| version.value() != "2.0") {
            self.tell(OddityKind::Version, &version.value(), version.value_span());
        }
        match name {
            "AttributeValue" => self.split(element, name, false),
            "NameID" => {
                let is_user = element.parent().is_some_and(|e| e.is(ASSERTION, "Subject"));
                self.split(element, name, !is_user);
            }
            _ => self.split(element, name, true),
        }
    }

    /// What cuts a value in pieces; `comments`: whether a comment is told too, which elsewhere another rule does.
    fn split(&mut self, element: Element, name: &str, comments: bool) {
        let is_told = |node: &Node| match node {
            Node::Pi(_) => true,
            Node::Comment(_) => comments,
            Node::Text(leaf) => leaf.is_part_cdata(),
            Node::Element(_) => false,
        };
        let Some(cut) = element.children().find(is_told) else {
            return;
        };
        let is_value = element.children().any(|node| match node {
            Node::Text(leaf) => !leaf.value().trim().is_empty(),
            _ => false,
        });
        if is_value {
            self.tell(OddityKind::SplitValue, name, cut.span());
        }
    }
}

fn is_saml(element: Element) -> bool {
    matches!(element.namespace(), Some(PROTOCOL | ASSERTION))
}
