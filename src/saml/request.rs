//! The request to sign in, as far as an answer can be held against it.

use super::read::{ASSERTION, PROTOCOL, all, first};
use crate::xml::Element;
use serde::{Deserialize, Serialize};

/// What a `samlp:AuthnRequest` asks for; what it leaves out is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct AuthnRequest {
    /// `ID`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// `saml:Issuer`: the entity ID of the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// `Destination`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
    /// `AssertionConsumerServiceURL`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consumer: Option<String>,
    /// `Format` of the `NameIDPolicy`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_id_format: Option<String>,
    /// `Comparison` of the `RequestedAuthnContext`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<String>,
    /// Its `AuthnContextClassRef`s.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contexts: Vec<String>,
    /// `RequesterID`s of the `Scoping`: the services for which the sender asks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requesters: Vec<String>,
    /// `ProxyCount` of the `Scoping`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proxy_count: Option<String>,
}

pub(super) fn read(request: Element) -> AuthnRequest {
    let policy = first(request, PROTOCOL, "NameIDPolicy");
    let context = first(request, PROTOCOL, "RequestedAuthnContext");
    let scoping = first(request, PROTOCOL, "Scoping");
    let contexts = context.into_iter();
    let requesters = scoping.into_iter();
    AuthnRequest {
        id: attribute(request, "ID"),
        issuer: first(request, ASSERTION, "Issuer").and_then(text),
        destination: attribute(request, "Destination"),
        consumer: attribute(request, "AssertionConsumerServiceURL"),
        name_id_format: policy.and_then(|policy| attribute(policy, "Format")),
        comparison: context.and_then(|context| attribute(context, "Comparison")),
        contexts: contexts
            .flat_map(|context| all(context, ASSERTION, "AuthnContextClassRef"))
            .filter_map(text)
            .collect(),
        requesters: requesters
            .flat_map(|scoping| all(scoping, PROTOCOL, "RequesterID"))
            .filter_map(text)
            .collect(),
        proxy_count: scoping.and_then(|scoping| attribute(scoping, "ProxyCount")),
    }
}

fn attribute(element: Element, name: &str) -> Option<String> {
    seen(&element.attribute(None, name)?.value())
}

fn text(element: Element) -> Option<String> {
    seen(&element.text())
}

fn seen(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
