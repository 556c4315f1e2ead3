//! Hashes and public keys: a crate of its own, so that what RustCrypto makes for each type is built for size.

use rsa::{BoxedUint, Pkcs1v15Sign, Pss, PublicKey};
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};
use std::ops::RangeInclusive;

/// The shortest and the longest RSA modulus that is worked with, in bits.
const MODULUS: RangeInclusive<usize> = 512..=8_192;
/// The longest RSA exponent that is worked with, in bytes.
const EXPONENT: usize = 5;

/// A hash function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hash {
    /// SHA-1.
    Sha1,
    /// SHA-224.
    Sha224,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

impl Hash {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::Sha1,
        Self::Sha224,
        Self::Sha256,
        Self::Sha384,
        Self::Sha512,
    ];

    /// Its name in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Sha1 => "sha1",
            Self::Sha224 => "sha224",
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
        }
    }

    /// The hash of `data`.
    pub fn of(self, data: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha1 => Sha1::digest(data).to_vec(),
            Self::Sha224 => Sha224::digest(data).to_vec(),
            Self::Sha256 => Sha256::digest(data).to_vec(),
            Self::Sha384 => Sha384::digest(data).to_vec(),
            Self::Sha512 => Sha512::digest(data).to_vec(),
        }
    }

    /// The length of a hash in bytes.
    pub fn length(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha224 => 28,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }
}

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

/// Whether an RSA key, given by its modulus and exponent, made `signature` over bytes with the hash `digest`; as
/// PKCS #1 v1.5 has it, or RSA-PSS with a salt of this many bytes. `None`: the key is broken or too long.
pub fn rsa(
    (modulus, exponent): (&[u8], &[u8]),
    salt: Option<usize>,
    hash: Hash,
    digest: &[u8],
    signature: &[u8],
) -> Option<bool> {
    if exponent.len() > EXPONENT || modulus.len() * 8 > *MODULUS.end() {
        return None;
    }
    let number = BoxedUint::from_be_slice_vartime;
    let key = PublicKey::new_with_size_limits(number(modulus), number(exponent), MODULUS).ok()?;
    macro_rules! verify {
        ($hash:ty) => {
            match salt {
                None => key.verify(Pkcs1v15Sign::new::<$hash>(), digest, signature),
                Some(salt) => key.verify(Pss::<$hash>::new_with_salt(salt), digest, signature),
            }
        };
    }
    let verified = match hash {
        Hash::Sha1 => verify!(Sha1),
        Hash::Sha224 => verify!(Sha224),
        Hash::Sha256 => verify!(Sha256),
        Hash::Sha384 => verify!(Sha384),
        Hash::Sha512 => verify!(Sha512),
    };
    Some(verified.is_ok())
}

/// Whether the key at `point`, as SEC 1 writes it, made `signature` over bytes with the hash `digest`. `None`: the
/// point is not on the curve.
pub fn ecdsa(curve: Curve, point: &[u8], digest: &[u8], signature: &[u8]) -> Option<bool> {
    macro_rules! verify {
        ($curve:ident) => {{
            use $curve::ecdsa::signature::hazmat::PrehashVerifier;
            let key = $curve::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?;
            let signature = $curve::ecdsa::Signature::from_slice(signature);
            signature.is_ok_and(|signature| key.verify_prehash(digest, &signature).is_ok())
        }};
    }
    Some(match curve {
        Curve::P256 => verify!(p256),
        Curve::P384 => verify!(p384),
        Curve::P521 => verify!(p521),
    })
}
