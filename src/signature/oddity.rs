//! What no identity provider writes, and attacks on signatures do.

use super::algorithm::Hash;
use crate::decode::from_base64;
use crate::diagnostic::Span;
use crate::hash::HashMap;
use crate::saml::{ASSERTION, PROTOCOL, SIGNATURE};
use crate::xml::{Attribute, Document, Element, Node, XML};

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
/// Parts of a signature that may be there once.
const ONCE: [&str; 8] = [
    "CanonicalizationMethod",
    "DigestMethod",
    "DigestValue",
    "KeyInfo",
    "SignatureMethod",
    "SignatureValue",
    "SignedInfo",
    "Transforms",
];
/// What SAML leaves to others inside.
const OPEN: [&str; 5] = [
    "Advice",
    "AttributeValue",
    "Extensions",
    "StatusDetail",
    "SubjectConfirmationData",
];
/// The most that are told of one message.
const MAX_ODDITIES: usize = 50;

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

/// The oddities of a SAML 2.0 message, in document order.
pub(super) fn find(document: &Document) -> Vec<Oddity> {
    let root = document.root();
    if ![PROTOCOL, ASSERTION].contains(&root.namespace().unwrap_or_default()) {
        return vec![];
    }
    let mut finder = Finder::default();
    for element in document.elements() {
        if finder.found.len() >= MAX_ODDITIES {
            break;
        }
        finder.look(element);
    }
    finder.found
}

#[derive(Default)]
struct Finder {
    /// Those met so far, and whether an element of SAML or of a signature has them.
    ids: HashMap<String, bool>,
    found: Vec<Oddity>,
}

impl Finder {
    fn tell(&mut self, kind: OddityKind, name: &str, span: Span) {
        self.found.push(Oddity {
            kind,
            name: Some(name.to_owned()),
            span: Some(span),
        });
    }

    fn look(&mut self, element: Element) {
        let name = element.local_name();
        match element.namespace() {
            Some(SIGNATURE) => self.signature(element, name),
            Some(PROTOCOL | ASSERTION) => self.saml(element, name),
            Some(uri) if uri.starts_with("urn:oasis:names:tc:SAML:") || uri == MISSPELT => {}
            _ => {
                self.other_id(element);
                let is_taken = ["Assertion", "EncryptedAssertion", "Response", "Signature"];
                let is_in_place = || {
                    let around = element.parent().filter(|e| is_saml(*e));
                    around.is_some_and(|e| !OPEN.contains(&e.local_name()))
                };
                if is_taken.contains(&name) || SAML.contains(&name) && is_in_place() {
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
            "Issuer" | "Audience" => self.split(element, name, true),
            "NameID" | "AttributeValue" => self.split(element, name, false),
            _ => {}
        }
    }

    fn signature(&mut self, element: Element, name: &str) {
        self.ids(element);
        let is_second = || {
            let mut around = element.parent().into_iter().flat_map(|e| e.elements());
            around.find(|e| e.is(SIGNATURE, name)) != Some(element)
        };
        if ONCE.contains(&name) && is_second() {
            self.tell(OddityKind::SecondPart, name, element.tag_span());
        }
        match name {
            "Manifest" if element.parent().is_some_and(|e| e.is(SIGNATURE, "Object")) => {}
            "Object" | "Manifest" => self.tell(OddityKind::Object, name, element.tag_span()),
            "DigestValue" | "SignatureValue" => self.split(element, name, true),
            _ => {}
        }
        if name == "DigestValue" {
            let digest = from_base64(&element.text()).map(|decoded| decoded.bytes);
            if digest.is_some_and(|digest| Hash::ALL.iter().any(|hash| hash.of(b"") == digest)) {
                self.tell(OddityKind::EmptyDigest, name, element.span());
            }
        }
    }

    /// What cuts a value in pieces; `comments`: whether a comment is told too.
    fn split(&mut self, element: Element, name: &str, comments: bool) {
        for node in element.children() {
            match node {
                Node::Pi(leaf) => return self.tell(OddityKind::SplitValue, name, leaf.span),
                Node::Comment(leaf) if comments => {
                    return self.tell(OddityKind::SplitValue, name, leaf.span);
                }
                Node::Text(leaf) if leaf.is_part_cdata() => {
                    return self.tell(OddityKind::SplitValue, name, leaf.span);
                }
                _ => {}
            }
        }
    }
}

fn is_saml(element: Element) -> bool {
    matches!(element.namespace(), Some(PROTOCOL | ASSERTION))
}

/// What readers take for the identifier of an element.
fn ids<'d>(element: Element<'d>) -> impl Iterator<Item = Attribute<'d>> {
    element.attributes().filter(|attribute| {
        let name = attribute.local_name();
        match attribute.namespace() {
            None => matches!(name, "ID" | "Id" | "id"),
            Some(XML) => name == "id",
            Some(_) => false,
        }
    })
}
