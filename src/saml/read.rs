//! From the tree to the message: each element counts only in the place that SAML gives it.

use super::request;
use super::{
    Assertion, Attribute, AttributeStatement, AttributeValue, AuthnStatement, Conditions, Kind,
    Located, Message, NameId, Response, Status, Subject, SubjectConfirmation, Text,
};
use crate::diagnostic::Span;
use crate::xml::{Document, Element, Node};

pub(crate) use crate::namespaces::{ASSERTION, INSTANCE, PROTOCOL, SIGNATURE};
use crate::namespaces::{ASSERTION_1, EXCERPT, METADATA, PROTOCOL_1};

/// Reads a document; never fails: what is not SAML is named in [`Message::kind`].
pub fn read(document: &Document) -> Message {
    let root = root(document);
    let kind = kind(root);
    let around = match kind {
        Kind::Response => root.elements().collect(),
        _ => vec![root],
    };
    let inside = |local| around.iter().filter(move |e| e.is(ASSERTION, local));
    Message {
        kind,
        root_namespace: root.namespace().unwrap_or_default().to_owned(),
        root_name: root.local_name().to_owned(),
        root_span: root.tag_span(),
        response: (kind == Kind::Response).then(|| response(root)),
        request: (kind == Kind::AuthnRequest).then(|| request::read(root)),
        assertions: match kind {
            Kind::Statement | Kind::Attributes | Kind::AttributeList => vec![excerpt(root, kind)],
            _ => inside("Assertion").map(|e| assertion(*e)).collect(),
        },
        encrypted_assertions: inside("EncryptedAssertion")
            .map(Element::tag_span)
            .collect(),
        stray: document
            .elements()
            .filter(|e| is_stray(*e, root, kind))
            .map(|e| e.tag_span())
            .collect(),
    }
}

/// The element that is the message: the root, or the response that an artifact was resolved to.
pub(crate) fn root(document: &Document) -> Element<'_> {
    let root = document.root();
    let inner = first(root, PROTOCOL, "Response").filter(|_| root.is(PROTOCOL, "ArtifactResponse"));
    inner.unwrap_or(root)
}

fn is_stray(element: Element, root: Element, kind: Kind) -> bool {
    let carried = match element.local_name() {
        "Assertion" | "EncryptedAssertion" => element.namespace() == Some(ASSERTION),
        "Response" => false,
        _ => return false,
    };
    let in_response = kind == Kind::Response && element.parent() == Some(root);
    let is_message = element.is(PROTOCOL, "Response") || carried && !in_response;
    element != root && is_message && !is_advice(element)
}

/// Whether an element stands inside of `Advice`, which a receiver may ignore (SAML core 2.6.1).
pub(crate) fn is_advice(element: Element) -> bool {
    std::iter::successors(element.parent(), |parent| parent.parent())
        .any(|parent| parent.is(ASSERTION, "Advice"))
}

fn kind(root: Element) -> Kind {
    match (root.namespace().unwrap_or_default(), root.local_name()) {
        (PROTOCOL, "Response") => Kind::Response,
        (ASSERTION, "Assertion") => Kind::Assertion,
        (ASSERTION, "EncryptedAssertion") => Kind::EncryptedAssertion,
        (ASSERTION, "AttributeStatement") => Kind::Statement,
        (EXCERPT, "attributes") => Kind::Attributes,
        (EXCERPT, "list") => Kind::AttributeList,
        (PROTOCOL, "AuthnRequest") => Kind::AuthnRequest,
        (PROTOCOL, "LogoutRequest" | "LogoutResponse") => Kind::Logout,
        (PROTOCOL, "ArtifactResolve" | "ArtifactResponse") => Kind::Artifact,
        (METADATA, "EntityDescriptor" | "EntitiesDescriptor") => Kind::Metadata,
        (
            "http://schemas.xmlsoap.org/ws/2004/04/trust"
            | "http://schemas.xmlsoap.org/ws/2005/02/trust"
            | "http://docs.oasis-open.org/ws-sx/ws-trust/200512"
            | "http://docs.oasis-open.org/ws-sx/ws-trust/200512/",
            _,
        ) => Kind::WsFederation,
        (PROTOCOL_1 | ASSERTION_1, _) => Kind::Saml1,
        (
            "http://schemas.xmlsoap.org/soap/envelope/" | "http://www.w3.org/2003/05/soap-envelope",
            "Envelope",
        ) => Kind::Soap,
        _ => Kind::Other,
    }
}

pub(super) fn all<'d>(
    around: Element<'d>,
    namespace: &'static str,
    local: &'static str,
) -> impl Iterator<Item = Element<'d>> {
    around.elements().filter(move |e| e.is(namespace, local))
}

pub(super) fn first<'d>(
    around: Element<'d>,
    namespace: &'static str,
    local: &'static str,
) -> Option<Element<'d>> {
    all(around, namespace, local).next()
}

fn located(element: Element, name: &str) -> Option<Located> {
    let attribute = element.attribute(None, name)?;
    Some(Located {
        value: attribute.value().into_owned(),
        span: attribute.value_span(),
    })
}

fn text(element: Element) -> Text {
    let content = element.content_span();
    let value = element.text();
    let trimmed = without_breaks(&value);
    let reformatted = trimmed.len() < value.len();
    let span = match content.start == content.end {
        true => element.span(),
        false => content,
    };
    let mut text = Text {
        value: trimmed.to_owned(),
        span,
        reformatted,
        ..Text::default()
    };
    for node in element.descendants() {
        match node {
            Node::Comment(comment) => text.comments.push(comment.span),
            Node::Element(_) => text.has_elements = true,
            Node::Text(_) | Node::Pi(_) => {}
        }
    }
    text
}

/// A value without the white space around it, where that has a line break: nobody has one in a name.
fn without_breaks(value: &str) -> &str {
    let space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    let inner = value.trim_matches(space);
    let lead = value.len() - value.trim_start_matches(space).len();
    let around = [value.get(..lead), value.get(lead + inner.len()..)];
    let has_break = around
        .into_iter()
        .flatten()
        .any(|around| around.contains(['\n', '\r']));
    match has_break && !inner.is_empty() {
        true => inner,
        false => value,
    }
}

/// An assertion of which only attributes are there.
fn excerpt(root: Element, kind: Kind) -> Assertion {
    let statement = match kind {
        Kind::Statement => attribute_statement(root),
        _ => AttributeStatement {
            attributes: all(root, ASSERTION, "Attribute").map(attribute).collect(),
            span: root.tag_span(),
            end: root.end_tag_span().unwrap_or(root.span()),
            ..AttributeStatement::default()
        },
    };
    Assertion {
        attribute_statements: vec![statement],
        span: root.tag_span(),
        ..Assertion::default()
    }
}

fn signature(element: Element) -> Option<Span> {
    first(element, SIGNATURE, "Signature").map(|e| e.tag_span())
}

fn response(element: Element) -> Response {
    Response {
        id: located(element, "ID"),
        in_response_to: located(element, "InResponseTo"),
        issue_instant: located(element, "IssueInstant"),
        destination: located(element, "Destination"),
        issuer: first(element, ASSERTION, "Issuer").map(text),
        signature: signature(element),
        status: first(element, PROTOCOL, "Status").map(status),
        span: element.tag_span(),
    }
}

fn status(element: Element) -> Status {
    let outermost = first(element, PROTOCOL, "StatusCode");
    let codes = std::iter::successors(outermost, |code| first(*code, PROTOCOL, "StatusCode"));
    Status {
        codes: codes.filter_map(|code| located(code, "Value")).collect(),
        message: first(element, PROTOCOL, "StatusMessage").map(text),
        span: element.tag_span(),
    }
}

fn assertion(element: Element) -> Assertion {
    Assertion {
        id: located(element, "ID"),
        issue_instant: located(element, "IssueInstant"),
        issuer: first(element, ASSERTION, "Issuer").map(text),
        issuer_qualifier: first(element, ASSERTION, "Issuer")
            .and_then(|issuer| located(issuer, "NameQualifier")),
        signature: signature(element),
        subject: first(element, ASSERTION, "Subject").map(subject),
        conditions: first(element, ASSERTION, "Conditions").map(conditions),
        authn_statements: all(element, ASSERTION, "AuthnStatement")
            .map(authn_statement)
            .collect(),
        attribute_statements: all(element, ASSERTION, "AttributeStatement")
            .map(attribute_statement)
            .collect(),
        span: element.tag_span(),
    }
}

fn subject(element: Element) -> Subject {
    Subject {
        name_id: first(element, ASSERTION, "NameID").map(|name_id| NameId {
            text: text(name_id),
            format: located(name_id, "Format"),
            qualifier: located(name_id, "NameQualifier"),
            span: name_id.tag_span(),
        }),
        encrypted_id: first(element, ASSERTION, "EncryptedID").map(|e| e.tag_span()),
        confirmations: all(element, ASSERTION, "SubjectConfirmation")
            .map(confirmation)
            .collect(),
        span: element.tag_span(),
    }
}

fn confirmation(element: Element) -> SubjectConfirmation {
    let data = first(element, ASSERTION, "SubjectConfirmationData");
    let of_data = |name| data.and_then(|data| located(data, name));
    SubjectConfirmation {
        method: located(element, "Method"),
        recipient: of_data("Recipient"),
        not_before: of_data("NotBefore"),
        not_on_or_after: of_data("NotOnOrAfter"),
        in_response_to: of_data("InResponseTo"),
        span: element.tag_span(),
    }
}

fn conditions(element: Element) -> Conditions {
    Conditions {
        not_before: located(element, "NotBefore"),
        not_on_or_after: located(element, "NotOnOrAfter"),
        audience_restrictions: all(element, ASSERTION, "AudienceRestriction")
            .map(|restriction| all(restriction, ASSERTION, "Audience").map(text).collect())
            .collect(),
        span: element.tag_span(),
    }
}

fn authn_statement(element: Element) -> AuthnStatement {
    let context = first(element, ASSERTION, "AuthnContext");
    let class_ref = context.and_then(|e| first(e, ASSERTION, "AuthnContextClassRef"));
    let authorities = context.into_iter();
    AuthnStatement {
        authn_instant: located(element, "AuthnInstant"),
        authorities: authorities
            .flat_map(|e| all(e, ASSERTION, "AuthenticatingAuthority"))
            .map(text)
            .collect(),
        class_ref: class_ref.map(text),
        span: element.tag_span(),
    }
}

fn attribute_statement(element: Element) -> AttributeStatement {
    AttributeStatement {
        attributes: all(element, ASSERTION, "Attribute")
            .map(attribute)
            .collect(),
        encrypted_attributes: all(element, ASSERTION, "EncryptedAttribute")
            .map(|e| e.tag_span())
            .collect(),
        span: element.tag_span(),
        end: element.end_tag_span().unwrap_or(element.span()),
    }
}

fn attribute(element: Element) -> Attribute {
    Attribute {
        name: located(element, "Name").unwrap_or(Located {
            value: String::new(),
            span: element.tag_span(),
        }),
        name_format: located(element, "NameFormat"),
        friendly_name: located(element, "FriendlyName"),
        values: all(element, ASSERTION, "AttributeValue")
            .map(value)
            .collect(),
        span: element.tag_span(),
    }
}

fn value(element: Element) -> AttributeValue {
    let nil = element.attribute(Some(INSTANCE), "nil");
    AttributeValue {
        text: text(element),
        nil: nil.is_some_and(|nil| matches!(nil.value().trim(), "true" | "1")),
        span: element.span(),
    }
}
