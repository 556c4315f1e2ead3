//! The certificates in what an identity provider publishes: metadata, or a certificate as PEM, DER or bare base64.

use super::certificate::Certificate;
use super::read::certificate;
use crate::namespaces::METADATA;
use crate::saml::SIGNATURE;
use crate::xml::{Document, Element};

/// The most certificates that are read.
const MAX_KNOWN: usize = 16;
const BEGIN: &str = "-----BEGIN CERTIFICATE-----";

/// The certificates that the identity providers of some metadata sign with, each once.
pub fn published(metadata: &Document) -> Vec<Certificate> {
    let elements = metadata.elements();
    let all = elements.filter(|e| e.is(SIGNATURE, "X509Certificate") && is_for_signing(*e));
    once(all.filter_map(|element| certificate(&element.text())))
}

/// The certificates that the identity provider of one `EntityDescriptor` signs messages with, each once: of each key the
/// first, as those after it are of who issued it.
pub fn signing(entity: Element) -> Vec<Certificate> {
    let first = |key: Element| {
        let info = named(key, SIGNATURE, "KeyInfo").next()?;
        let data = named(info, SIGNATURE, "X509Data").next()?;
        named(data, SIGNATURE, "X509Certificate").find_map(|e| certificate(&e.text()))
    };
    let roles = named(entity, METADATA, "IDPSSODescriptor");
    let keys = roles.flat_map(|role| named(role, METADATA, "KeyDescriptor"));
    once(keys.filter(|key| !encrypts(*key)).filter_map(first))
}

fn named<'d>(
    around: Element<'d>,
    namespace: &'static str,
    name: &'static str,
) -> impl Iterator<Item = Element<'d>> {
    around.elements().filter(move |e| e.is(namespace, name))
}

fn encrypts(key: Element) -> bool {
    let used = key.attribute(None, "use");
    used.is_some_and(|used| used.value() == "encryption")
}

/// The certificates of a file that holds nothing else.
pub fn bare(bytes: &[u8]) -> Vec<Certificate> {
    if let Some(whole) = Certificate::read(bytes) {
        return vec![whole];
    }
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let mut armoured = text.split(BEGIN).skip(1).peekable();
    if armoured.peek().is_none() {
        return certificate(text).into_iter().collect();
    }
    once(armoured.filter_map(|rest| certificate(rest.split("-----").next()?)))
}

fn once(all: impl Iterator<Item = Certificate>) -> Vec<Certificate> {
    let mut found = vec![];
    for certificate in all.take(MAX_KNOWN) {
        if !found.contains(&certificate) {
            found.push(certificate);
        }
    }
    found
}

/// Whether a certificate stands where an identity provider's key to sign with does.
fn is_for_signing(certificate: Element) -> bool {
    let around = |name| certificate.ancestors().find(|e| e.is(METADATA, name));
    let Some(descriptor) = around("KeyDescriptor") else {
        return false;
    };
    !encrypts(descriptor) && around("SPSSODescriptor").is_none()
}
