//! The certificates in what an identity provider publishes: metadata, or a certificate as PEM, DER or bare base64.

use super::certificate::Certificate;
use super::read::certificate;
use crate::saml::SIGNATURE;
use crate::xml::{self, Element};

/// The most certificates that are read.
const MAX_KNOWN: usize = 16;
const METADATA: &str = "urn:oasis:names:tc:SAML:2.0:metadata";
const BEGIN: &str = "-----BEGIN CERTIFICATE-----";

/// The certificates that an identity provider signs with, each once; none where `bytes` hold nothing of the kind.
pub fn known(bytes: &[u8]) -> Vec<Certificate> {
    let mut found = vec![];
    let mut add = |certificate: Option<Certificate>| {
        if let Some(certificate) =
            certificate.filter(|c| !found.contains(c) && found.len() < MAX_KNOWN)
        {
            found.push(certificate);
        }
    };
    add(Certificate::read(bytes));
    if let Ok(document) = xml::read(bytes) {
        let certificates = document
            .elements()
            .filter(|e| e.is(SIGNATURE, "X509Certificate"));
        for element in certificates.filter(|e| is_for_signing(*e)) {
            add(certificate(&element.text()));
        }
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        let mut armoured = text.split(BEGIN).skip(1).peekable();
        if armoured.peek().is_none() {
            add(certificate(text));
        }
        for rest in armoured.take(MAX_KNOWN) {
            let body = rest.split("-----").next().unwrap_or_default();
            add(certificate(body));
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
    let encrypts = descriptor
        .attribute(None, "use")
        .is_some_and(|u| u.value() == "encryption");
    !encrypts && around("SPSSODescriptor").is_none()
}
