//! One message as it leaves the crate: what it is, its fields and its findings.

use super::{
    Account, Asked, AuthnContext, Error31, FieldState, Forgiven, IdentityProviderId, Layer, Need,
    Remedy, RuleId, ServiceProviderId, Severity, Signature,
};
use crate::xml::BadBytes;
use serde::{Deserialize, Serialize};
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// One SAML message, or one XML document that was taken for one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// Where in the input it was, and what was peeled off.
    pub origin: Origin,
    /// What it is.
    pub kind: MessageKind,
    /// The text that the spans index, as it arrived, never reformatted.
    pub xml: String,
    /// The identity provider it comes from.
    pub idp: IdentityProvider,
    /// The service provider it is addressed to.
    pub sp: ServiceProvider,
    /// The user it speaks of: NameID, else uid, else e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// Moment of issue as it stands in the message (`xs:dateTime`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_at: Option<String>,
    /// Width of the window of validity of the Conditions, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_for: Option<f64>,
    /// The required fields, then the optional ones that the message carries.
    pub fields: Vec<Field>,
    /// Attributes that are in no table of Webex.
    pub unlisted: Vec<Unlisted>,
    /// The charset of the bytes, where the XML declaration names another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charset: Option<String>,
    /// What is wrong with the bytes, where `xml` doesn't show it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bad_bytes: Option<BadBytes>,
    /// How often the same message stands in the input, when more than once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<u32>,
    /// Number of Webex's message in the same recording, from 1, where this one belongs to a step before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_before: Option<usize>,
    /// What the request asked for that this message answers, where the input holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// The class of authentication, where a whole message for a site that has a list of them can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authn_context: Option<AuthnContext>,
    /// The user in the user list, where a list was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// Its signatures, in document order; left out where they were not looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signatures: Option<Vec<Signature>>,
    /// The findings, in the order of what to do first.
    pub diagnostics: Vec<Diagnostic>,
    /// Findings beyond the first hundred of a rule, counted.
    pub omitted: Vec<Omitted>,
    /// What to change at the identity provider, where a finding asks for a change there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<Remedy>,
    /// Error 31, cause by cause.
    pub error31: Error31,
    /// Which message says most, among those of one input or of several: the one with the lowest number; among equals
    /// the first.
    pub rank: u32,
}

/// Where a message stood in the input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Origin {
    /// The layers peeled off, outermost first.
    pub layers: Vec<Layer>,
    /// What was irregular in the layers and read despite it.
    pub forgiven: Vec<Forgiven>,
    /// Name of the file in an archive: text of whoever made the archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// The request of a capture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<Entry>,
    /// Address of that request: scheme, host and path, without its query.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When the request was sent (ISO 8601), as the capture says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_at: Option<String>,
}

/// The place of a request in a capture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Entry {
    /// Its number, from 1.
    pub index: u32,
    /// How many there are; known only at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
}

/// What a message is, by the namespace and name of its root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum MessageKind {
    /// A SAML 2.0 `Response`.
    Response,
    /// A SAML 2.0 `Assertion` without its response.
    Assertion,
    /// A SAML 2.0 `AuthnRequest`.
    AuthnRequest,
    /// A SAML 2.0 `LogoutRequest` or `LogoutResponse`.
    Logout,
    /// SAML 2.0 metadata.
    Metadata,
    /// A WS-Trust or WS-Federation token response.
    WsFederation,
    /// Any message of SAML 1.0 or 1.1.
    Saml1,
    /// Names of attributes with their values, without the message they stood in.
    AttributeList,
    /// XML of another kind, or text that starts like XML and is none.
    Unknown,
}

impl MessageKind {
    /// Whether it signs somebody in.
    pub fn signs_in(self) -> bool {
        matches!(self, Self::Response | Self::Assertion | Self::AttributeList)
    }
}

/// The sender, as far as it can be recognised.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct IdentityProvider {
    /// Which product.
    pub id: IdentityProviderId,
    /// Name of the product, or the issuer where the product is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it was recognised by, and what else speaks for one: the strongest first, never empty.
    pub because: Vec<Reason>,
}

/// A sign of a message's sender or receiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Reason {
    /// What it is.
    pub text: String,
    /// Name of the one that it speaks for, where that is another than the one taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
}

/// The receiver, as far as it can be recognised.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceProvider {
    /// Which service.
    pub id: ServiceProviderId,
    /// Name for people; none where the message was not read that far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Name of the Webex site, where the message names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// What it was recognised by, and what else speaks for one: the strongest first, never empty.
    pub because: Vec<Reason>,
}

/// One field of the account, as Webex would read it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// `username`, `firstname`, `lastname`, `email`, or the attribute's name in lower case.
    pub id: String,
    /// Name for people.
    pub label: String,
    /// Whether the account can be made without it.
    pub need: Need,
    /// How it arrived.
    pub state: FieldState,
    /// The name that Webex reads.
    pub name: String,
    /// The name in the message, or `NameID`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
    /// The value, or the first of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Place of the attribute or the NameID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// An attribute that stands in no table of Webex.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Unlisted {
    /// The name in the message; of an attribute without one `<Attribute>`.
    pub name: String,
    /// Its place.
    pub span: Span,
}

/// A place: UTF-16 offsets into [`Message::xml`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Span {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// Which rule.
    pub rule: RuleId,
    /// How much it matters.
    pub severity: Severity,
    /// Its place; none where something is missing from a message without a fitting place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Line of the place, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column of the place in UTF-16 units, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// What.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub fix: String,
    /// The fix in a few words; none where nothing is to be done first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// Address of the page that says so.
    pub source: String,
    /// What is to be known about that page: that it is a copy, or not a page of Cisco's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_note: Option<String>,
    /// The id of the field it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The wire name it is about: that of the attribute at its place, else `NameID`, else the name that is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
    /// The SSO error code of Webex that this finding would lead to, if it is another than 31.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<u8>,
}

/// Findings of a rule that are not listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Omitted {
    /// Id of the rule.
    pub rule: String,
    /// How many there are besides those listed.
    pub count: u32,
}
