//! What is odd inside a signature: parts that are there twice, steps, algorithms and codings that SAML does not have.

use super::super::algorithm::{Hash, Method};
use super::super::c14n::Canonicalization;
use super::super::candidate::is_der_coded;
use super::{Finder, OddityKind};
use crate::decode::from_base64;
use crate::saml::SIGNATURE;
use crate::xml::Element;

/// Parts of a signature that may be there once.
pub(super) const ONCE: [&str; 8] = [
    "CanonicalizationMethod",
    "DigestMethod",
    "DigestValue",
    "KeyInfo",
    "SignatureMethod",
    "SignatureValue",
    "SignedInfo",
    "Transforms",
];
const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

impl Finder {
    pub(super) fn signature(&mut self, element: Element, name: &str) {
        self.ids(element);
        let around = element.parent();
        let place = around.map_or(0, |around| around.tag_span().start);
        let mut is_new = || self.parts.insert(format!("{place} {name}"), true).is_none();
        let is_second = ONCE.contains(&name) && !is_new();
        if is_second {
            self.tell(OddityKind::SecondPart, name, element.tag_span());
        }
        let is_in = |name| around.is_some_and(|e| e.is(SIGNATURE, name));
        match name {
            "Manifest" if is_in("Object") => {}
            "Object" | "Manifest" => self.tell(OddityKind::Object, name, element.tag_span()),
            "DigestValue" => self.digest(element, name),
            "SignatureValue" if !is_second => self.value(element),
            "SignatureMethod" if method(element) == Some(Method::Hmac) => {
                self.tell(OddityKind::Shared, "", element.tag_span());
            }
            "CanonicalizationMethod" => self.step(element, &|uri| uri.contains("c14n")),
            "Transform" if is_of_reference(around) => self.step(element, &|uri| uri == ENVELOPED),
            _ => {}
        }
        if element.elements().next().is_none() {
            self.split(element, name, true);
        }
    }

    fn digest(&mut self, element: Element, name: &str) {
        let digest = from_base64(&element.text()).map(|decoded| decoded.bytes);
        if digest.is_some_and(|digest| Hash::ALL.iter().any(|hash| hash.of(b"") == digest)) {
            self.tell(OddityKind::EmptyDigest, name, element.span());
        }
    }

    fn value(&mut self, element: Element) {
        let method = || {
            let mut around = element.parent()?.elements();
            let info = around.find(|e| e.is(SIGNATURE, "SignedInfo"))?;
            let mut inside = info.elements();
            method(inside.find(|e| e.is(SIGNATURE, "SignatureMethod"))?)
        };
        let coded = |method| {
            let decoded = from_base64(&element.text());
            decoded.is_some_and(|decoded| is_der_coded(method, &decoded.bytes))
        };
        if method().is_some_and(coded) {
            self.tell(OddityKind::Coded, "", element.tag_span());
        }
    }

    /// A step to what is hashed; `may`: which are allowed besides canonical forms.
    fn step(&mut self, element: Element, may: &dyn Fn(&str) -> bool) {
        let Some(uri) = element.attribute(None, "Algorithm") else {
            return;
        };
        let uri = uri.value();
        match Canonicalization::from_uri(&uri) {
            Some(form) if form.comments && !self.knows(OddityKind::Comments) => {
                self.tell(OddityKind::Comments, "", element.tag_span());
            }
            None if !may(&uri) => self.tell(OddityKind::Steps, "", element.tag_span()),
            _ => {}
        }
    }
}

fn method(element: Element) -> Option<Method> {
    let uri = element.attribute(None, "Algorithm")?;
    Some(Method::from_uri(&uri.value()))
}

/// Whether these are the steps of a reference, and not of a key that lies elsewhere.
fn is_of_reference(transforms: Option<Element>) -> bool {
    let transforms = transforms.filter(|e| e.is(SIGNATURE, "Transforms"));
    let around = transforms.and_then(|e| e.parent());
    around.is_some_and(|e| e.is(SIGNATURE, "Reference"))
}
