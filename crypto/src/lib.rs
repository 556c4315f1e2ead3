//! Hashes, and signatures by public keys: all numbers are public, so nothing here needs to take the same time always.

mod hash;
mod power;
mod rsa;

pub use hash::Hash;
pub use rsa::{rsa, rsa_work};

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
    /// How many products of digits of RSA take as long as to try a key on it, as measured in wasm.
    pub fn work(self) -> usize {
        match self {
            Self::P256 => 160_000,
            Self::P384 => 640_000,
            Self::P521 => 500_000,
        }
    }
}

/// Whether the key at `point`, as SEC 1 writes it in full, made `signature` over bytes with the hash `digest`. `None`: the
/// point is not on the curve, or is compressed.
pub fn ecdsa(curve: Curve, point: &[u8], digest: &[u8], signature: &[u8]) -> Option<bool> {
    let (4, numbers) = point.split_first()? else {
        return None;
    };
    let (x, y) = numbers.split_at_checked(numbers.len() / 2)?;
    macro_rules! verify {
        ($curve:ident) => {{
            use $curve::ecdsa::signature::hazmat::PrehashVerifier;
            use $curve::elliptic_curve::point::AffineCoordinates;
            let (x, y) = (x.try_into().ok()?, y.try_into().ok()?);
            let point = $curve::AffinePoint::from_coordinates(&x, &y).into_option()?;
            let key = $curve::ecdsa::VerifyingKey::from_affine(point).ok()?;
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
