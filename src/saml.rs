//! The tree as SAML 2.0 core sees it: names by namespace, never by prefix.

mod read;
mod request;

pub use read::read;
pub(crate) use read::{ASSERTION, INSTANCE, PROTOCOL, SIGNATURE, is_advice, root};
pub use request::AuthnRequest;

use crate::diagnostic::Span;

/// A text with its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Located {
    /// The text: an attribute's value, normalised as XML says.
    pub value: String,
    /// Place of the value without its quotes.
    pub span: Span,
}

/// The character data of an element.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// All character data and CDATA below the element, joined; comments left out.
    pub value: String,
    /// Place of the element's content; of the whole element where it is empty.
    pub span: Span,
    /// Places of the comments inside.
    pub comments: Vec<Span>,
    /// Whether elements stand inside.
    pub has_elements: bool,
    /// Whether line breaks around the value were left out: a formatter put them there.
    pub reformatted: bool,
}

/// What stands at the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// SAML 2.0 `Response`.
    Response,
    /// SAML 2.0 `Assertion`.
    Assertion,
    /// SAML 2.0 `EncryptedAssertion` alone.
    EncryptedAssertion,
    /// SAML 2.0 `AuthnRequest`.
    AuthnRequest,
    /// SAML 2.0 `LogoutRequest` or `LogoutResponse`.
    Logout,
    /// SAML 2.0 `ArtifactResolve` or `ArtifactResponse`.
    Artifact,
    /// `EntityDescriptor` or `EntitiesDescriptor`.
    Metadata,
    /// WS-Trust `RequestSecurityTokenResponse` and the like.
    WsFederation,
    /// Any message of SAML 1.0 or 1.1.
    Saml1,
    /// A SOAP 1.1 or 1.2 envelope.
    Soap,
    /// An `AttributeStatement` that was pasted without its message.
    Statement,
    /// `Attribute` elements that were pasted without their statement.
    Attributes,
    /// Names of attributes with their values, which were not in XML.
    AttributeList,
    /// Any other XML.
    Other,
}

/// A message, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What stands at the root.
    pub kind: Kind,
    /// Namespace of the root, empty without one.
    pub root_namespace: String,
    /// Local name of the root.
    pub root_name: String,
    /// Place of the root's start tag.
    pub root_span: Span,
    /// The response, where the root is one.
    pub response: Option<Response>,
    /// What is asked for, where the root is a request to sign in.
    pub request: Option<AuthnRequest>,
    /// The assertions in their proper place: the root, or children of the response.
    pub assertions: Vec<Assertion>,
    /// Places of the start tags of `EncryptedAssertion` in its proper place.
    pub encrypted_assertions: Vec<Span>,
    /// Places of the start tags of assertions, plain or encrypted, and responses anywhere else in the document.
    pub stray: Vec<Span>,
}

/// `samlp:Response`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// `ID`.
    pub id: Option<Located>,
    /// `InResponseTo`.
    pub in_response_to: Option<Located>,
    /// `IssueInstant`.
    pub issue_instant: Option<Located>,
    /// `Destination`.
    pub destination: Option<Located>,
    /// `saml:Issuer`.
    pub issuer: Option<Text>,
    /// Place of the start tag of `ds:Signature` as a child.
    pub signature: Option<Span>,
    /// `samlp:Status`.
    pub status: Option<Status>,
    /// Place of the start tag.
    pub span: Span,
}

/// `samlp:Status`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// `Value` of the status codes, the outermost first.
    pub codes: Vec<Located>,
    /// `samlp:StatusMessage`.
    pub message: Option<Text>,
    /// Place of the start tag.
    pub span: Span,
}

/// `saml:Assertion`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assertion {
    /// `ID`.
    pub id: Option<Located>,
    /// `IssueInstant`.
    pub issue_instant: Option<Located>,
    /// `saml:Issuer`.
    pub issuer: Option<Text>,
    /// `NameQualifier` of the issuer.
    pub issuer_qualifier: Option<Located>,
    /// Place of the start tag of `ds:Signature` as a child.
    pub signature: Option<Span>,
    /// `saml:Subject`.
    pub subject: Option<Subject>,
    /// `saml:Conditions`.
    pub conditions: Option<Conditions>,
    /// `saml:AuthnStatement`s.
    pub authn_statements: Vec<AuthnStatement>,
    /// `saml:AttributeStatement`s.
    pub attribute_statements: Vec<AttributeStatement>,
    /// Place of the start tag.
    pub span: Span,
}

/// `saml:Subject`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// `saml:NameID`.
    pub name_id: Option<NameId>,
    /// Place of the start tag of `saml:EncryptedID`.
    pub encrypted_id: Option<Span>,
    /// `saml:SubjectConfirmation`s.
    pub confirmations: Vec<SubjectConfirmation>,
    /// Place of the start tag.
    pub span: Span,
}

/// `saml:NameID`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameId {
    /// The value.
    pub text: Text,
    /// `Format`.
    pub format: Option<Located>,
    /// `NameQualifier`.
    pub qualifier: Option<Located>,
    /// Place of the start tag.
    pub span: Span,
}

impl Assertion {
    /// The `saml:NameID` of its subject.
    pub fn name_id(&self) -> Option<&NameId> {
        self.subject.as_ref()?.name_id.as_ref()
    }
}

impl NameId {
    /// Whether it is another at each sign-in, as its `Format` says.
    pub fn is_transient(&self) -> bool {
        let format = self.format.as_ref();
        format.is_some_and(|format| format.value.trim().ends_with(":transient"))
    }
}

/// `saml:SubjectConfirmation` with its data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SubjectConfirmation {
    /// `Method`.
    pub method: Option<Located>,
    /// `Recipient` of the data.
    pub recipient: Option<Located>,
    /// `NotBefore` of the data.
    pub not_before: Option<Located>,
    /// `NotOnOrAfter` of the data.
    pub not_on_or_after: Option<Located>,
    /// `InResponseTo` of the data.
    pub in_response_to: Option<Located>,
    /// Place of the start tag.
    pub span: Span,
}

/// `saml:Conditions`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conditions {
    /// `NotBefore`.
    pub not_before: Option<Located>,
    /// `NotOnOrAfter`.
    pub not_on_or_after: Option<Located>,
    /// The audiences of each `saml:AudienceRestriction`.
    pub audience_restrictions: Vec<Vec<Text>>,
    /// Place of the start tag.
    pub span: Span,
}

/// `saml:AuthnStatement`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuthnStatement {
    /// `AuthnInstant`.
    pub authn_instant: Option<Located>,
    /// `saml:AuthnContextClassRef`.
    pub class_ref: Option<Text>,
    /// `saml:AuthenticatingAuthority`s: the identity providers behind the sender.
    pub authorities: Vec<Text>,
    /// Place of the start tag.
    pub span: Span,
}

/// `saml:AttributeStatement`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AttributeStatement {
    /// `saml:Attribute`s.
    pub attributes: Vec<Attribute>,
    /// Places of the start tags of `saml:EncryptedAttribute`.
    pub encrypted_attributes: Vec<Span>,
    /// Place of the start tag.
    pub span: Span,
    /// Place of the end tag; of the whole element where it is empty.
    pub end: Span,
}

/// `saml:Attribute`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attribute {
    /// `Name`; empty, with the place of the start tag, where it is missing.
    pub name: Located,
    /// `NameFormat`.
    pub name_format: Option<Located>,
    /// `FriendlyName`.
    pub friendly_name: Option<Located>,
    /// `saml:AttributeValue`s.
    pub values: Vec<AttributeValue>,
    /// Place of the start tag.
    pub span: Span,
}

/// `saml:AttributeValue`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AttributeValue {
    /// Its character data.
    pub text: Text,
    /// Whether `xsi:nil` is true.
    pub nil: bool,
    /// Place of the whole element.
    pub span: Span,
}
