//! The parts of a `Signature` element, in the order that XML Signature gives them.

use super::algorithm::{Hash, Method};
use super::c14n::Canonicalization;
use super::certificate::Certificate;
use super::key::{PublicKey, curve_of_uri};
use super::{SignatureWhy, der, pss};
use crate::decode::{Forgiven, from_base64};
use crate::saml::SIGNATURE;
use crate::xml::Element;

/// The most references of a signature.
const MAX_REFERENCES: usize = 8;
/// The most transforms of a reference.
const MAX_TRANSFORMS: usize = 4;
/// The most certificates and keys of a signature.
const MAX_KEYS: usize = 4;
/// The most prefixes in a `PrefixList`.
const MAX_PREFIXES: usize = 32;
/// The most child elements of a part.
const MAX_CHILDREN: usize = 16;
/// The longest base64 of a certificate.
pub(super) const MAX_CERTIFICATE: usize = 64 << 10;

/// Namespace of the exclusive form and of `InclusiveNamespaces`.
const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
/// Namespace of `ECKeyValue`.
const SIGNATURE_11: &str = "http://www.w3.org/2009/xmldsig11#";

/// A signature, read.
pub(super) struct Parts<'d> {
    pub signed_info: Element<'d>,
    pub canonicalization: Option<Canonicalization>,
    pub method: Method,
    pub references: Vec<Reference>,
    /// The value; `None` where it isn't base64.
    pub value: Option<Vec<u8>>,
}

/// A reference, read.
pub(super) struct Reference {
    pub uri: Option<String>,
    pub transforms: Result<Vec<Transform>, SignatureWhy>,
    pub hash: Option<Hash>,
    /// The digest; `None` where it isn't base64.
    pub digest: Option<Vec<u8>>,
}

/// A step from the part of the document to the bytes that are hashed.
pub(super) enum Transform {
    /// The signature itself is taken out.
    Enveloped,
    /// The canonical form is made.
    Canonical(Canonicalization),
}

/// The keys that a signature brings along.
#[derive(Default)]
pub(super) struct Keys {
    pub certificates: Vec<Certificate>,
    /// Keys without a certificate.
    pub bare: Vec<PublicKey>,
    /// Whether a certificate is there that can't be read.
    pub unreadable: bool,
    /// Whether there are more than are read.
    pub more: bool,
}

/// The parts of `signature`.
pub(super) fn read(signature: Element) -> Result<Parts, SignatureWhy> {
    let mut children = Children::of(signature)?;
    let signed_info = children.take("SignedInfo")?;
    let value = children.take("SignatureValue")?;
    children.maybe("KeyInfo");
    while children.maybe("Object").is_some() {}
    children.end()?;
    let mut inside = Children::of(signed_info)?;
    let canonicalization = inside.take("CanonicalizationMethod")?;
    let method = inside.take("SignatureMethod")?;
    let mut references = vec![reference(inside.take("Reference")?)?];
    while let Some(next) = inside.maybe("Reference") {
        if references.len() >= MAX_REFERENCES {
            return Err(SignatureWhy::TooMuch);
        }
        references.push(reference(next)?);
    }
    inside.end()?;
    Ok(Parts {
        signed_info,
        canonicalization: canonical(canonicalization)?,
        method: pss::way(method)?,
        references,
        value: bytes(value)?,
    })
}

/// The keys in the `KeyInfo` of `signature`.
pub(super) fn keys(signature: Element) -> Keys {
    let mut keys = Keys::default();
    let inside = |e: Element| e.namespace() == Some(SIGNATURE);
    let infos = signature.elements().filter(|e| e.is(SIGNATURE, "KeyInfo"));
    let mut parts = infos
        .flat_map(|info| info.elements())
        .filter(|e| inside(*e));
    for part in parts.by_ref().take(MAX_KEYS) {
        match part.local_name() {
            "X509Data" => {
                let certificates = part
                    .elements()
                    .filter(|e| e.is(SIGNATURE, "X509Certificate"));
                for element in certificates {
                    if keys.certificates.len() >= MAX_KEYS {
                        keys.more = true;
                        break;
                    }
                    match certificate(&element.text()) {
                        Some(certificate) => keys.certificates.push(certificate),
                        None => keys.unreadable = true,
                    }
                }
            }
            "KeyValue" => keys.bare.extend(part.elements().next().and_then(key_value)),
            _ => {}
        }
    }
    keys.more |= parts.any(|part| matches!(part.local_name(), "X509Data" | "KeyValue"));
    keys
}

/// Reads the base64 of a certificate, however it is dressed.
pub(super) fn certificate(text: &str) -> Option<Certificate> {
    if text.len() > MAX_CERTIFICATE {
        return None;
    }
    Certificate::read(&from_base64(text)?.bytes)
}

fn key_value(value: Element) -> Option<PublicKey> {
    let number = |name| {
        let element = value.elements().find(|e| e.is(SIGNATURE, name))?;
        let bytes = bytes(element).ok()??;
        Some(der::unsigned(&bytes).to_vec())
    };
    if value.is(SIGNATURE, "RSAKeyValue") {
        let (modulus, exponent) = (number("Modulus")?, number("Exponent")?);
        return Some(PublicKey::Rsa { modulus, exponent });
    }
    if !value.is(SIGNATURE_11, "ECKeyValue") {
        return None;
    }
    let part = |name| value.elements().find(|e| e.is(SIGNATURE_11, name));
    let curve = curve_of_uri(&part("NamedCurve")?.attribute(None, "URI")?.value())?;
    let point = bytes(part("PublicKey")?).ok()??;
    Some(PublicKey::Ec { curve, point })
}

fn reference(reference: Element) -> Result<Reference, SignatureWhy> {
    let mut children = Children::of(reference)?;
    let transforms = children.maybe("Transforms");
    let method = children.take("DigestMethod")?;
    let digest = children.take("DigestValue")?;
    children.end()?;
    Ok(Reference {
        uri: reference
            .attribute(None, "URI")
            .map(|uri| uri.value().into_owned()),
        transforms: transforms.map_or(Ok(vec![]), steps),
        hash: super::algorithm::hash(&algorithm(method)?),
        digest: bytes(digest)?,
    })
}

fn steps(transforms: Element) -> Result<Vec<Transform>, SignatureWhy> {
    let mut steps = vec![];
    for step in transforms.elements() {
        if steps.len() >= MAX_TRANSFORMS {
            return Err(SignatureWhy::TooMuch);
        }
        if !step.is(SIGNATURE, "Transform") {
            return Err(SignatureWhy::Malformed);
        }
        let uri = algorithm(step)?;
        steps.push(match (uri.as_str(), canonical(step)?) {
            ("http://www.w3.org/2000/09/xmldsig#enveloped-signature", _) => Transform::Enveloped,
            (_, Some(form)) => Transform::Canonical(form),
            (_, None) => return Err(SignatureWhy::Transform),
        });
    }
    Ok(steps)
}

/// The canonical form that an element names; `None` where it names another thing.
fn canonical(element: Element) -> Result<Option<Canonicalization>, SignatureWhy> {
    let form = Canonicalization::from_uri(&algorithm(element)?);
    let Some(mut form) = form else {
        return Ok(None);
    };
    let list = element
        .elements()
        .find(|e| e.is(EXCLUSIVE, "InclusiveNamespaces"));
    let list = list.and_then(|list| list.attribute(None, "PrefixList"));
    let list = list.map(|list| list.value()).unwrap_or_default();
    for prefix in list.split_ascii_whitespace() {
        if form.prefixes.len() >= MAX_PREFIXES {
            return Err(SignatureWhy::TooMuch);
        }
        let prefix = if prefix == "#default" { "" } else { prefix };
        form.prefixes.push(prefix.to_owned());
    }
    Ok(Some(form))
}

/// The address in `Algorithm`.
pub(super) fn algorithm(element: Element) -> Result<String, SignatureWhy> {
    let uri = element
        .attribute(None, "Algorithm")
        .ok_or(SignatureWhy::Malformed)?;
    Ok(uri.value().into_owned())
}

/// The bytes of base64; nothing but white space and bits beyond the last byte is forgiven.
fn bytes(element: Element) -> Result<Option<Vec<u8>>, SignatureWhy> {
    if element.elements().next().is_some() {
        return Err(SignatureWhy::Malformed);
    }
    let decoded = from_base64(&element.text());
    let clean =
        |forgiven: &Forgiven| matches!(forgiven, Forgiven::WhiteSpace | Forgiven::StrayBits);
    Ok(decoded
        .filter(|d| d.forgiven.iter().all(clean))
        .map(|d| d.bytes))
}

/// The child elements, taken one after the other.
struct Children<'d>(std::iter::Peekable<std::vec::IntoIter<Element<'d>>>);

impl<'d> Children<'d> {
    fn of(element: Element<'d>) -> Result<Self, SignatureWhy> {
        let children: Vec<_> = element.elements().take(MAX_CHILDREN + 1).collect();
        match children.len() > MAX_CHILDREN {
            true => Err(SignatureWhy::TooMuch),
            false => Ok(Self(children.into_iter().peekable())),
        }
    }

    fn maybe(&mut self, name: &str) -> Option<Element<'d>> {
        self.0.next_if(|e| e.is(SIGNATURE, name))
    }

    fn take(&mut self, name: &str) -> Result<Element<'d>, SignatureWhy> {
        self.maybe(name).ok_or(SignatureWhy::Malformed)
    }

    fn end(mut self) -> Result<(), SignatureWhy> {
        self.0
            .next()
            .map_or(Ok(()), |_| Err(SignatureWhy::Malformed))
    }
}
