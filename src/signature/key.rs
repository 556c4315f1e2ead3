//! Public keys, and whether a signature was made with one.

use super::algorithm::{Hash, Method};
use rsa::{BoxedUint, Pkcs1v15Sign, Pss};
use serde::Serialize;
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};

/// The shortest and the longest RSA modulus that is worked with, in bits.
const MODULUS: std::ops::RangeInclusive<usize> = 512..=8_192;
/// The longest RSA exponent that is worked with, in bytes.
const EXPONENT: usize = 5;

/// A curve of NIST.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Curve {
    /// P-256.
    P256,
    /// P-384.
    P384,
    /// P-521.
    P521,
}

impl Curve {
    /// The curve of this object identifier, given as its content in DER.
    pub(super) fn from_oid(content: &[u8]) -> Option<Self> {
        Some(match content {
            [0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7] => Self::P256,
            [0x2B, 0x81, 4, 0, 0x22] => Self::P384,
            [0x2B, 0x81, 4, 0, 0x23] => Self::P521,
            _ => return None,
        })
    }

    /// The curve of this address, as `NamedCurve` names it.
    pub(super) fn from_uri(uri: &str) -> Option<Self> {
        Some(match uri {
            "urn:oid:1.2.840.10045.3.1.7" => Self::P256,
            "urn:oid:1.3.132.0.34" => Self::P384,
            "urn:oid:1.3.132.0.35" => Self::P521,
            _ => return None,
        })
    }

    /// The length of a number of a signature in bytes.
    pub(super) fn width(self) -> usize {
        self.bits().div_ceil(8)
    }

    fn bits(self) -> usize {
        match self {
            Self::P256 => 256,
            Self::P384 => 384,
            Self::P521 => 521,
        }
    }
}

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// RSA; both numbers from the highest byte down, without leading zeros.
    Rsa {
        /// The modulus.
        modulus: Vec<u8>,
        /// The exponent.
        exponent: Vec<u8>,
    },
    /// A point on a curve.
    Ec {
        /// The curve.
        curve: Curve,
        /// The point, as SEC 1 writes it.
        point: Vec<u8>,
    },
    /// DSA, which is not verified.
    Dsa {
        /// Length of the prime in bits.
        bits: usize,
    },
    /// Any other kind.
    Other,
}

/// The kind of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum KeyKind {
    /// RSA.
    Rsa,
    /// A point on a curve.
    Ec,
    /// DSA.
    Dsa,
    /// Any other.
    Other,
}

/// What came out when a signature was held against a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It was made with this key over these bytes.
    Fits,
    /// It was not.
    Differs,
    /// The signature is made in another way than such a key signs.
    OtherKind,
    /// The key is broken, or too long to work with.
    Unusable,
}

impl PublicKey {
    /// Its kind.
    pub fn kind(&self) -> KeyKind {
        match self {
            Self::Rsa { .. } => KeyKind::Rsa,
            Self::Ec { .. } => KeyKind::Ec,
            Self::Dsa { .. } => KeyKind::Dsa,
            Self::Other => KeyKind::Other,
        }
    }

    /// The length in bits, where it is known.
    pub fn bits(&self) -> Option<usize> {
        match self {
            Self::Rsa { modulus, .. } => Some(bit_length(modulus)),
            Self::Ec { curve, .. } => Some(curve.bits()),
            Self::Dsa { bits } => Some(*bits),
            Self::Other => None,
        }
    }

    /// Whether `signature` was made by this key in the way `method` over bytes with this hash.
    pub fn verify(&self, method: Method, hash: &[u8], signature: &[u8]) -> Fit {
        match (self, method) {
            (Self::Rsa { modulus, exponent }, Method::Rsa(_) | Method::RsaPss { .. }) => {
                let Some(key) = rsa_key(modulus, exponent) else {
                    return Fit::Unusable;
                };
                Fit::of(rsa(&key, method, hash, signature))
            }
            (Self::Ec { curve, point }, Method::Ecdsa(_)) => {
                match ecdsa(*curve, point, hash, signature) {
                    None => Fit::Unusable,
                    Some(fits) => Fit::of(fits),
                }
            }
            _ => Fit::OtherKind,
        }
    }
}

impl Fit {
    fn of(fits: bool) -> Self {
        match fits {
            true => Self::Fits,
            false => Self::Differs,
        }
    }
}

fn rsa_key(modulus: &[u8], exponent: &[u8]) -> Option<rsa::PublicKey> {
    if exponent.len() > EXPONENT || modulus.len() * 8 > *MODULUS.end() {
        return None;
    }
    let number = BoxedUint::from_be_slice_vartime;
    rsa::PublicKey::new_with_size_limits(number(modulus), number(exponent), MODULUS).ok()
}

fn rsa(key: &rsa::PublicKey, method: Method, hash: &[u8], signature: &[u8]) -> bool {
    let verified = match method {
        Method::Rsa(Hash::Sha1) => key.verify(Pkcs1v15Sign::new::<Sha1>(), hash, signature),
        Method::Rsa(Hash::Sha224) => key.verify(Pkcs1v15Sign::new::<Sha224>(), hash, signature),
        Method::Rsa(Hash::Sha256) => key.verify(Pkcs1v15Sign::new::<Sha256>(), hash, signature),
        Method::Rsa(Hash::Sha384) => key.verify(Pkcs1v15Sign::new::<Sha384>(), hash, signature),
        Method::Rsa(Hash::Sha512) => key.verify(Pkcs1v15Sign::new::<Sha512>(), hash, signature),
        Method::RsaPss {
            hash: function,
            salt,
        } => match function {
            Hash::Sha1 => key.verify(Pss::<Sha1>::new_with_salt(salt), hash, signature),
            Hash::Sha224 => key.verify(Pss::<Sha224>::new_with_salt(salt), hash, signature),
            Hash::Sha256 => key.verify(Pss::<Sha256>::new_with_salt(salt), hash, signature),
            Hash::Sha384 => key.verify(Pss::<Sha384>::new_with_salt(salt), hash, signature),
            Hash::Sha512 => key.verify(Pss::<Sha512>::new_with_salt(salt), hash, signature),
        },
        Method::Ecdsa(_) | Method::Dsa | Method::Hmac | Method::Other => return false,
    };
    verified.is_ok()
}

/// `None`: the point isn't on the curve.
fn ecdsa(curve: Curve, point: &[u8], hash: &[u8], signature: &[u8]) -> Option<bool> {
    macro_rules! verify {
        ($curve:ident) => {{
            use $curve::ecdsa::signature::hazmat::PrehashVerifier;
            let key = $curve::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?;
            let signature = $curve::ecdsa::Signature::from_slice(signature);
            signature.is_ok_and(|signature| key.verify_prehash(hash, &signature).is_ok())
        }};
    }
    Some(match curve {
        Curve::P256 => verify!(p256),
        Curve::P384 => verify!(p384),
        Curve::P521 => verify!(p521),
    })
}

/// The length in bits of a number without leading zeros.
pub(super) fn bit_length(number: &[u8]) -> usize {
    let zeros = number
        .first()
        .map_or(0, |first| first.leading_zeros() as usize);
    number.len() * 8 - zeros
}
