//! What of a message is compared besides findings and fields: who sends it how to whom, and which attributes it carries.

use crate::facts::values::is_email;
use crate::instant::Instant;
use crate::saml::{self, Assertion, SIGNATURE};
use crate::text::{Arg, Phrase, Texts, texts};
use crate::xml::{self, Document};
use serde::Serialize;
use std::collections::BTreeMap;

/// A property of two messages that differs, each in words; left out where a message doesn't have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PropertyChange {
    /// Which.
    pub id: Property,
    /// Its name for people.
    pub label: String,
    /// That of the first message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// That of the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A property of a message, in the order in which they are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Property {
    /// What kind of value the NameID holds.
    NameId,
    /// The format of the NameID.
    NameIdFormat,
    /// The audience.
    Audience,
    /// The address that it is sent to.
    Destination,
    /// The entity ID of the sender.
    Issuer,
    /// What is signed.
    Signed,
    /// The certificate that it carries.
    Certificate,
    /// The class of authentication.
    AuthnContext,
    /// How long it is valid.
    Window,
}

/// An attribute that one message carries and the other does not, or with another number of values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AttributeChange {
    /// Its name in the message.
    pub name: String,
    /// How many values it has in the first message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<u32>,
    /// How many in the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<u32>,
}

texts! {
    NAME_ID "compare-name-id" "NameID";
    NAME_ID_FORMAT "compare-name-id-format" "NameID format";
    AUDIENCE "compare-audience" "Audience";
    DESTINATION "compare-destination" "Sent to";
    ISSUER "compare-issuer" "Issuer";
    SIGNED "compare-signed" "Signed";
    CERTIFICATE "compare-certificate" "Certificate";
    AUTHN_CONTEXT "compare-authn-context" "Class of authentication";
    WINDOW "compare-window" "Valid for";
    EMPTY "compare-empty" "empty";
    ADDRESS "compare-address" "an e‑mail address";
    OTHER_NAME "compare-other-name" "a name that is no e‑mail address";
    RESPONSE "compare-signed-response" "the response";
    ASSERTION "compare-signed-assertion" "the assertion";
    BOTH_SIGNED "compare-signed-both" "response and assertion";
    NOTHING "compare-signed-nothing" "nothing";
    ONE "compare-certificate-one" "one certificate";
    ANOTHER "compare-certificate-another" "another certificate";
    SECONDS "compare-seconds" "{ $n } s";
}

/// All of it that one message has.
#[derive(Debug, Default)]
pub(super) struct Shape {
    name_id: Option<&'static Phrase>,
    name_id_format: Option<String>,
    audience: Option<String>,
    destination: Option<String>,
    issuer: Option<String>,
    signed: Option<&'static Phrase>,
    certificate: Option<String>,
    class: Option<String>,
    window: Option<i64>,
    attributes: BTreeMap<String, u32>,
}

impl Shape {
    /// Of a text that can't be read it is empty.
    pub fn of(text: &str) -> Self {
        let Ok(document) = xml::parse(text) else {
            return Self::default();
        };
        let message = saml::read(&document);
        let response = message.response.as_ref();
        let Some(assertion) = message.assertions.first() else {
            return Self {
                destination: response.and_then(|r| Some(r.destination.as_ref()?.value.clone())),
                issuer: response.and_then(|r| Some(r.issuer.as_ref()?.value.clone())),
                ..Self::default()
            };
        };
        let name_id = assertion.name_id();
        let confirmations = assertion.subject.iter().flat_map(|s| &s.confirmations);
        let recipient = confirmations.filter_map(|c| c.recipient.as_ref()).next();
        let destination = response.and_then(|response| response.destination.as_ref());
        let conditions = assertion.conditions.as_ref();
        let mut audiences = conditions
            .into_iter()
            .flat_map(|c| c.audience_restrictions.iter().flatten());
        let statements = assertion.authn_statements.iter();
        let class = statements.filter_map(|s| s.class_ref.as_ref()).next();
        let issuer = assertion.issuer.as_ref();
        let issuer = issuer.or(response.and_then(|r| r.issuer.as_ref()));
        let is_signed = response.is_some_and(|response| response.signature.is_some());
        let own = |text: &str| Some(text.trim().to_owned());
        Self {
            name_id: name_id.map(|name_id| match name_id.text.value.trim() {
                "" => &EMPTY,
                value if is_email(value) => &ADDRESS,
                _ => &OTHER_NAME,
            }),
            name_id_format: name_id.and_then(|name_id| own(&name_id.format.as_ref()?.value)),
            audience: audiences.next().and_then(|audience| own(&audience.value)),
            destination: destination
                .or(recipient)
                .and_then(|address| own(&address.value)),
            issuer: issuer.and_then(|issuer| own(&issuer.value)),
            signed: Some(match (is_signed, assertion.signature.is_some()) {
                (true, true) => &BOTH_SIGNED,
                (true, false) => &RESPONSE,
                (false, true) => &ASSERTION,
                (false, false) => &NOTHING,
            }),
            certificate: certificate(&document),
            class: class.map(|class| class.value.clone()),
            window: conditions.and_then(|conditions| {
                let moment = |text: &str| Instant::parse(text.trim()).map(|Instant(at)| at);
                let begin = moment(&conditions.not_before.as_ref()?.value)?;
                Some((moment(&conditions.not_on_or_after.as_ref()?.value)? - begin) / 1000)
            }),
            attributes: attributes(assertion),
        }
    }

    /// What differs, in the order of the properties.
    pub fn properties(&self, other: &Self, texts: &Texts) -> Vec<PropertyChange> {
        let said = |phrase: Option<&'static Phrase>| phrase.map(|phrase| texts.say(phrase, &[]));
        let wire = |text: &Option<String>| {
            let text = text.as_deref()?;
            Some(texts.write(&Arg::input(text)))
        };
        let seconds = |window: Option<i64>| {
            let n = Arg::Plain(window?.to_string());
            Some(texts.say(&SECONDS, &[("n", n)]))
        };
        let pairs = [
            (
                Property::NameId,
                &NAME_ID,
                said(self.name_id),
                said(other.name_id),
            ),
            (
                Property::NameIdFormat,
                &NAME_ID_FORMAT,
                wire(&self.name_id_format),
                wire(&other.name_id_format),
            ),
            (
                Property::Audience,
                &AUDIENCE,
                wire(&self.audience),
                wire(&other.audience),
            ),
            (
                Property::Destination,
                &DESTINATION,
                wire(&self.destination),
                wire(&other.destination),
            ),
            (
                Property::Issuer,
                &ISSUER,
                wire(&self.issuer),
                wire(&other.issuer),
            ),
            (
                Property::Signed,
                &SIGNED,
                said(self.signed),
                said(other.signed),
            ),
            (
                Property::Certificate,
                &CERTIFICATE,
                said(self.certificate.as_ref().map(|_| &ONE)),
                said(other.certificate.as_ref().map(|own| {
                    let is_other = self.certificate.as_ref().is_some_and(|one| one != own);
                    if is_other { &ANOTHER } else { &ONE }
                })),
            ),
            (
                Property::AuthnContext,
                &AUTHN_CONTEXT,
                wire(&self.class),
                wire(&other.class),
            ),
            (
                Property::Window,
                &WINDOW,
                seconds(self.window),
                seconds(other.window),
            ),
        ];
        let differing = pairs
            .into_iter()
            .filter(|(_, _, before, after)| before != after);
        differing
            .map(|(id, label, before, after)| PropertyChange {
                id,
                label: texts.say(label, &[]),
                before,
                after,
            })
            .collect()
    }

    /// The attributes that only one of them carries, or with another number of values.
    pub fn attributes(&self, other: &Self) -> Vec<AttributeChange> {
        let new = other.attributes.keys();
        let new = new.filter(|name| !self.attributes.contains_key(*name));
        let all = self.attributes.keys().chain(new);
        all.map(|name| AttributeChange {
            name: name.clone(),
            before: self.attributes.get(name).copied(),
            after: other.attributes.get(name).copied(),
        })
        .filter(|change| change.before != change.after)
        .collect()
    }
}

fn attributes(assertion: &Assertion) -> BTreeMap<String, u32> {
    let mut all = BTreeMap::new();
    let statements = assertion.attribute_statements.iter();
    for attribute in statements.flat_map(|statement| &statement.attributes) {
        let count: &mut u32 = all.entry(attribute.name.value.clone()).or_default();
        let own = u32::try_from(attribute.values.len()).unwrap_or(u32::MAX);
        *count = count.saturating_add(own);
    }
    all
}

fn certificate(document: &Document) -> Option<String> {
    let mut all = document.elements();
    let found = all.find(|element| element.is(SIGNATURE, "X509Certificate"))?;
    Some(found.text().split_whitespace().collect())
}
