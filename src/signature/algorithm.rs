//! The algorithms by their addresses: what is read here, and what is only recognised.

use super::c14n::{CanonicalForm, Canonicalization};
pub use error31_crypto::Hash;

/// The hash function of this address, as `DigestMethod` names it.
pub(super) fn hash(uri: &str) -> Option<Hash> {
    Some(match uri {
        "http://www.w3.org/2000/09/xmldsig#sha1" => Hash::Sha1,
        "http://www.w3.org/2001/04/xmldsig-more#sha224" => Hash::Sha224,
        "http://www.w3.org/2001/04/xmlenc#sha256" => Hash::Sha256,
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => Hash::Sha384,
        "http://www.w3.org/2001/04/xmlenc#sha512" => Hash::Sha512,
        _ => return None,
    })
}

fn named(name: &str) -> Option<Hash> {
    Hash::ALL.into_iter().find(|hash| hash.id() == name)
}

/// A way to sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// RSA as PKCS #1 v1.5 has it.
    Rsa(Hash),
    /// RSA-PSS; the mask is made with the same hash.
    RsaPss {
        /// The hash.
        hash: Hash,
        /// Length of the salt in bytes.
        salt: usize,
    },
    /// ECDSA.
    Ecdsa(Hash),
    /// DSA: recognised, not verified.
    Dsa,
    /// A key that both sides share, which proves nothing to a third.
    Hmac,
    /// Anything else.
    Other,
}

impl Method {
    /// The way of this address; RSA-PSS with parameters of its own is read elsewhere.
    pub fn from_uri(uri: &str) -> Self {
        let known = || {
            let (namespace, name) = uri.split_once('#')?;
            let plain = match namespace {
                "http://www.w3.org/2000/09/xmldsig" => {
                    matches!(name, "rsa-sha1" | "dsa-sha1" | "hmac-sha1")
                }
                "http://www.w3.org/2001/04/xmldsig-more" => {
                    name != "rsa-sha1" && !name.starts_with("dsa")
                }
                "http://www.w3.org/2007/05/xmldsig-more" => name.ends_with("-rsa-MGF1"),
                "http://www.w3.org/2009/xmldsig11" => name == "dsa-sha256",
                _ => false,
            };
            if !plain {
                return None;
            }
            if let Some(hash) = name.strip_suffix("-rsa-MGF1") {
                let hash = named(hash)?;
                let salt = hash.length();
                return Some(Self::RsaPss { hash, salt });
            }
            let (family, hash) = name.split_once('-')?;
            Some(match family {
                "rsa" => Self::Rsa(named(hash)?),
                "ecdsa" => Self::Ecdsa(named(hash)?),
                "dsa" => Self::Dsa,
                "hmac" => Self::Hmac,
                _ => return None,
            })
        };
        known().unwrap_or(Self::Other)
    }

    /// Its name in the report.
    pub fn id(self) -> String {
        match self {
            Self::Rsa(hash) => format!("rsa-{}", hash.id()),
            Self::RsaPss { hash, .. } => format!("rsa-pss-{}", hash.id()),
            Self::Ecdsa(hash) => format!("ecdsa-{}", hash.id()),
            Self::Dsa => "dsa".to_owned(),
            Self::Hmac => "hmac".to_owned(),
            Self::Other => "other".to_owned(),
        }
    }

    /// The hash that is signed, where it is read here.
    pub fn hash(self) -> Option<Hash> {
        match self {
            Self::Rsa(hash) | Self::RsaPss { hash, .. } | Self::Ecdsa(hash) => Some(hash),
            Self::Dsa | Self::Hmac | Self::Other => None,
        }
    }
}

impl Canonicalization {
    /// The form of this address, without prefixes.
    pub fn from_uri(uri: &str) -> Option<Self> {
        let (version, comments) = match uri {
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315" => {
                (CanonicalForm::Inclusive10, false)
            }
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments" => {
                (CanonicalForm::Inclusive10, true)
            }
            "http://www.w3.org/2006/12/xml-c14n11" => (CanonicalForm::Inclusive11, false),
            "http://www.w3.org/2006/12/xml-c14n11#WithComments" => {
                (CanonicalForm::Inclusive11, true)
            }
            "http://www.w3.org/2001/10/xml-exc-c14n#" => (CanonicalForm::Exclusive, false),
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments" => {
                (CanonicalForm::Exclusive, true)
            }
            _ => return None,
        };
        Some(Self {
            version,
            comments,
            prefixes: vec![],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods() {
        let pss = Method::RsaPss {
            hash: Hash::Sha256,
            salt: 32,
        };
        for (uri, expected) in [
            (
                "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
                Method::Rsa(Hash::Sha1),
            ),
            (
                "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                Method::Rsa(Hash::Sha256),
            ),
            (
                "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
                Method::Ecdsa(Hash::Sha1),
            ),
            (
                "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
                pss,
            ),
            ("http://www.w3.org/2000/09/xmldsig#hmac-sha1", Method::Hmac),
            (
                "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
                Method::Hmac,
            ),
            ("http://www.w3.org/2009/xmldsig11#dsa-sha256", Method::Dsa),
            (
                "http://www.w3.org/2000/09/xmldsig#rsa-sha256",
                Method::Other,
            ),
            (
                "http://www.w3.org/2001/04/xmldsig-more#rsa-sha1",
                Method::Other,
            ),
            (
                "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
                Method::Other,
            ),
            ("urn:rsa-sha1", Method::Other),
        ] {
            assert_eq!(Method::from_uri(uri), expected, "{uri}");
        }
    }
}
