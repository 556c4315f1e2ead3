//! The elements and attributes that are written, each in its proper place; no other is.

use super::Kind;
use crate::namespaces::EXCERPT;
use crate::saml::{ASSERTION, PROTOCOL, SIGNATURE};
use crate::xml::Element;

/// What is written inside an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Those of its elements that are allowed there.
    Parts,
    /// Nothing: that it stood there is told, what it held is counted as this.
    Nothing(Kind),
    /// The sender's entity ID.
    Issuer,
    /// The receiver's.
    Address,
    /// An identifier of a standard.
    Identifier,
    /// A user's name.
    User,
    /// The values of an attribute.
    Values,
}

/// An element: inside of what, its name, what is written of it. A root stands inside of nothing.
static ELEMENTS: &[(&str, &str, Content)] = &[
    ("", "samlp:Response", Content::Parts),
    ("", "saml:Assertion", Content::Parts),
    (
        "",
        "saml:EncryptedAssertion",
        Content::Nothing(Kind::Encrypted),
    ),
    ("", "saml:AttributeStatement", Content::Parts),
    ("", "e31:attributes", Content::Parts),
    ("", "e31:list", Content::Parts),
    ("e31:attributes", "saml:Attribute", Content::Values),
    ("e31:list", "saml:Attribute", Content::Values),
    ("samlp:Response", "saml:Issuer", Content::Issuer),
    (
        "samlp:Response",
        "ds:Signature",
        Content::Nothing(Kind::Signature),
    ),
    ("samlp:Response", "samlp:Status", Content::Parts),
    ("samlp:Response", "saml:Assertion", Content::Parts),
    (
        "samlp:Response",
        "saml:EncryptedAssertion",
        Content::Nothing(Kind::Encrypted),
    ),
    ("samlp:Status", "samlp:StatusCode", Content::Parts),
    ("samlp:StatusCode", "samlp:StatusCode", Content::Parts),
    ("saml:Assertion", "saml:Issuer", Content::Issuer),
    (
        "saml:Assertion",
        "ds:Signature",
        Content::Nothing(Kind::Signature),
    ),
    ("saml:Assertion", "saml:Subject", Content::Parts),
    ("saml:Assertion", "saml:Conditions", Content::Parts),
    ("saml:Assertion", "saml:AuthnStatement", Content::Parts),
    ("saml:Assertion", "saml:AttributeStatement", Content::Parts),
    ("saml:Subject", "saml:NameID", Content::User),
    (
        "saml:Subject",
        "saml:EncryptedID",
        Content::Nothing(Kind::Encrypted),
    ),
    ("saml:Subject", "saml:SubjectConfirmation", Content::Parts),
    (
        "saml:SubjectConfirmation",
        "saml:SubjectConfirmationData",
        Content::Parts,
    ),
    ("saml:Conditions", "saml:OneTimeUse", Content::Parts),
    (
        "saml:Conditions",
        "saml:AudienceRestriction",
        Content::Parts,
    ),
    (
        "saml:AudienceRestriction",
        "saml:Audience",
        Content::Address,
    ),
    ("saml:AuthnStatement", "saml:AuthnContext", Content::Parts),
    (
        "saml:AuthnContext",
        "saml:AuthnContextClassRef",
        Content::Identifier,
    ),
    ("saml:AttributeStatement", "saml:Attribute", Content::Values),
    (
        "saml:AttributeStatement",
        "saml:EncryptedAttribute",
        Content::Nothing(Kind::Encrypted),
    ),
];

/// What becomes of the value of an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// A version of SAML.
    Version,
    /// A moment.
    Moment,
    /// When it was issued.
    Issue,
    /// From when on it is valid.
    Beginning,
    /// An address.
    Address,
    /// An identifier of a standard.
    Identifier,
    /// The name of an attribute.
    Name,
    /// The number of a request.
    Request,
    /// It is left out, and counted as this.
    Nothing(Kind),
}

/// Attributes by their names.
static ATTRIBUTES: &[(&str, Held)] = &[
    ("Version", Held::Version),
    ("IssueInstant", Held::Issue),
    ("NotBefore", Held::Beginning),
    ("NotOnOrAfter", Held::Moment),
    ("AuthnInstant", Held::Moment),
    ("SessionNotOnOrAfter", Held::Moment),
    ("Destination", Held::Address),
    ("Recipient", Held::Address),
    ("Value", Held::Identifier),
    ("Method", Held::Identifier),
    ("Format", Held::Identifier),
    ("NameFormat", Held::Identifier),
    ("Name", Held::Name),
    ("FriendlyName", Held::Name),
    ("ID", Held::Nothing(Kind::Id)),
    ("InResponseTo", Held::Request),
    ("SessionIndex", Held::Nothing(Kind::Id)),
    ("NameQualifier", Held::Address),
    ("SPNameQualifier", Held::Nothing(Kind::Address)),
    ("SPProvidedID", Held::Nothing(Kind::User)),
    ("Address", Held::Nothing(Kind::Network)),
];

/// Elements that are left out, by what they are counted as.
static LEFT_OUT: &[(&str, Kind)] = &[
    ("samlp:StatusMessage", Kind::Text),
    ("saml:SubjectLocality", Kind::Network),
    ("saml:BaseID", Kind::User),
    ("saml:NameID", Kind::User),
    ("saml:EncryptedID", Kind::Encrypted),
];

/// How an element is written inside of `around`; `None` where it is left out.
pub fn element(around: &str, element: Element) -> Option<(&'static str, Content)> {
    let fits = |row: &&(&str, &str, Content)| row.0 == around && is(element, row.1);
    ELEMENTS.iter().find(fits).map(|row| (row.1, row.2))
}

/// What becomes of an attribute without a prefix.
pub fn attribute(name: &str) -> Held {
    let row = ATTRIBUTES.iter().find(|row| row.0 == name);
    row.map_or(Held::Nothing(Kind::Other), |row| row.1)
}

/// What an element that is left out counts as.
pub fn left_out(element: Element) -> Kind {
    let row = LEFT_OUT.iter().find(|row| is(element, row.0));
    row.map_or(Kind::Other, |row| row.1)
}

/// The name of an assertion or a response, wherever it stands: that it is there is told.
pub fn carried(element: Element) -> Option<&'static str> {
    let all = [
        "samlp:Response",
        "saml:Assertion",
        "saml:EncryptedAssertion",
    ];
    all.into_iter().find(|name| is(element, name))
}

fn is(element: Element, name: &str) -> bool {
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    let namespace = match prefix {
        "samlp" => PROTOCOL,
        "saml" => ASSERTION,
        "e31" => EXCERPT,
        _ => SIGNATURE,
    };
    element.local_name() == local && element.namespace() == Some(namespace)
}
