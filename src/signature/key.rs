//! Public keys, and whether a signature was made with one.

use super::algorithm::Method;
pub use error31_crypto::Curve;
use serde::Serialize;

/// The curve of this object identifier, given as its content in DER.
pub(super) fn curve_of_oid(content: &[u8]) -> Option<Curve> {
    Some(match content {
        [0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7] => Curve::P256,
        [0x2B, 0x81, 4, 0, 0x22] => Curve::P384,
        [0x2B, 0x81, 4, 0, 0x23] => Curve::P521,
        _ => return None,
    })
}

/// The curve of this address, as `NamedCurve` names it.
pub(super) fn curve_of_uri(uri: &str) -> Option<Curve> {
    Some(match uri {
        "urn:oid:1.2.840.10045.3.1.7" => Curve::P256,
        "urn:oid:1.3.132.0.34" => Curve::P384,
        "urn:oid:1.3.132.0.35" => Curve::P521,
        _ => return None,
    })
}

fn curve_bits(curve: Curve) -> usize {
    match curve {
        Curve::P256 => 256,
        Curve::P384 => 384,
        Curve::P521 => 521,
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
            Self::Ec { curve, .. } => Some(curve_bits(*curve)),
            Self::Dsa { bits } => Some(*bits),
            Self::Other => None,
        }
    }

    /// How much work it is to try it on a signature that is made in the way `method`.
    pub(super) fn work(&self, method: Method) -> usize {
        match (self, method) {
            (Self::Rsa { modulus, exponent }, Method::Rsa(_) | Method::RsaPss { .. }) => {
                error31_crypto::rsa_work((modulus, exponent))
            }
            (Self::Ec { curve, .. }, Method::Ecdsa(_)) => curve.work(),
            _ => 0,
        }
    }

    /// Whether `signature` was made by this key in the way `method` over bytes with this hash.
    pub fn verify(&self, method: Method, hash: &[u8], signature: &[u8]) -> Fit {
        let fits = match (self, method) {
            (Self::Rsa { modulus, exponent }, Method::Rsa(function)) => {
                error31_crypto::rsa((modulus, exponent), None, function, hash, signature)
            }
            (
                Self::Rsa { modulus, exponent },
                Method::RsaPss {
                    hash: function,
                    salt,
                },
            ) => error31_crypto::rsa((modulus, exponent), Some(salt), function, hash, signature),
            (Self::Ec { curve, point }, Method::Ecdsa(_)) => {
                error31_crypto::ecdsa(*curve, point, hash, signature)
            }
            _ => return Fit::OtherKind,
        };
        fits.map_or(Fit::Unusable, Fit::of)
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

/// The length of a number of a signature in bytes.
pub(super) fn width(curve: Curve) -> usize {
    curve_bits(curve).div_ceil(8)
}

/// The length in bits of a number without leading zeros.
pub(super) fn bit_length(number: &[u8]) -> usize {
    let zeros = number
        .first()
        .map_or(0, |first| first.leading_zeros() as usize);
    number.len() * 8 - zeros
}
