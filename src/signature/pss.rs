//! The way to sign that `SignatureMethod` names, with RSA-PSS and its parameters (RFC 9231, 2.3.9).

use super::SignatureWhy;
use super::algorithm::{Hash, Method};
use super::read::algorithm;
use crate::saml::SIGNATURE;
use crate::xml::Element;

const MORE: &str = "http://www.w3.org/2007/05/xmldsig-more#";
const PSS: &str = "http://www.w3.org/2007/05/xmldsig-more#rsa-pss";
const MASK: &str = "http://www.w3.org/2007/05/xmldsig-more#MGF1";
/// The longest salt that is read, in bytes.
const MAX_SALT: usize = 512;

/// The way of a `SignatureMethod`; what only other parameters could say is [`Method::Other`].
pub(super) fn way(element: Element) -> Result<Method, SignatureWhy> {
    let uri = algorithm(element)?;
    if uri != PSS {
        return Ok(Method::from_uri(&uri));
    }
    let Some(parameters) = element.elements().find(|e| e.is(MORE, "RSAPSSParams")) else {
        return Ok(Method::RsaPss {
            hash: Hash::Sha256,
            salt: Hash::Sha256.length(),
        });
    };
    Ok(with(parameters).unwrap_or(Method::Other))
}

fn with(parameters: Element) -> Option<Method> {
    let part = |name| parameters.elements().find(|e| e.is(MORE, name));
    let hash = hash(parameters)?;
    let mask = match part("MaskGenerationFunction") {
        Some(mask) if algorithm(mask).ok()? != MASK => return None,
        Some(mask) => self::hash(mask)?,
        None => Hash::Sha256,
    };
    let number = |name| part(name).map(|e| e.text().trim().parse().ok());
    let salt = number("SaltLength").unwrap_or(Some(hash.length()))?;
    let trailer = number("TrailerField").unwrap_or(Some(1))?;
    let known = mask == hash && salt <= MAX_SALT && trailer == 1;
    known.then_some(Method::RsaPss { hash, salt })
}

/// The hash that a `DigestMethod` inside names; SHA-256 without one.
fn hash(element: Element) -> Option<Hash> {
    match element.elements().find(|e| e.is(SIGNATURE, "DigestMethod")) {
        Some(method) => super::algorithm::hash(&algorithm(method).ok()?),
        None => Some(Hash::Sha256),
    }
}
