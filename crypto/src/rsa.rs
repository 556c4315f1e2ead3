//! Signatures by RSA (RFC 8017): PKCS #1 v1.5 and PSS.

use crate::Hash;
use crate::power::power;
use std::ops::RangeInclusive;

/// The shortest and the longest modulus that is worked with, in bits.
const MODULUS: RangeInclusive<usize> = 512..=8_192;
/// The longest exponent that is worked with, in bytes.
const EXPONENT: usize = 5;
/// So many bytes of filling PKCS #1 v1.5 wants at least.
const FILLING: usize = 8;

/// Whether a key, given by its modulus and exponent without leading zeros, made `signature` over bytes with the hash
/// `digest`; as PKCS #1 v1.5 has it, or PSS with a salt of this many bytes. `None`: the key is broken or too long.
pub fn rsa(
    (modulus, exponent): (&[u8], &[u8]),
    salt: Option<usize>,
    hash: Hash,
    digest: &[u8],
    signature: &[u8],
) -> Option<bool> {
    let bits = usable(modulus, exponent)?;
    if signature.len() != modulus.len() {
        return Some(false);
    }
    let Some(encoded) = power(signature, exponent, modulus) else {
        return Some(false);
    };
    Some(match salt {
        None => pkcs1(&encoded, hash, digest).is_some(),
        Some(salt) => pss(&encoded, bits - 1, salt, hash, digest).is_some(),
    })
}

/// The length of the modulus in bits; `None` where the key is broken or too long.
fn usable(modulus: &[u8], exponent: &[u8]) -> Option<usize> {
    let zeros = modulus.first()?.leading_zeros() as usize;
    let bits = modulus.len() * 8 - zeros;
    let is_odd = |number: &[u8]| number.last().is_some_and(|last| last % 2 == 1);
    let is_usable = MODULUS.contains(&bits)
        && is_odd(modulus)
        && is_odd(exponent)
        && exponent.len() <= EXPONENT
        && exponent != [1];
    is_usable.then_some(bits)
}

/// How many products of digits it takes to try such a key.
pub fn rsa_work((modulus, exponent): (&[u8], &[u8])) -> usize {
    if usable(modulus, exponent).is_none() {
        return 0;
    }
    let digits = modulus.len().div_ceil(4);
    let ones: u32 = exponent.iter().map(|byte| byte.count_ones()).sum();
    digits * digits * (exponent.len() * 8 + ones as usize)
}

/// The parts of what PKCS #1 v1.5 signs (9.2), each as it has to be.
fn pkcs1(encoded: &[u8], hash: Hash, digest: &[u8]) -> Option<()> {
    let rest = encoded.strip_prefix(&[0, 1])?;
    let rest = rest.strip_suffix(digest)?.strip_suffix(hash.prefix())?;
    let filling = rest.strip_suffix(&[0])?;
    (filling.len() >= FILLING && filling.iter().all(|byte| *byte == 0xFF)).then_some(())
}

/// The parts of what PSS signs in so many bits (9.1.2), each as it has to be.
fn pss(encoded: &[u8], bits: usize, salt: usize, hash: Hash, digest: &[u8]) -> Option<()> {
    let length = bits.div_ceil(8);
    let (beyond, encoded) = encoded.split_at_checked(encoded.len().checked_sub(length)?)?;
    let rest = encoded.strip_suffix(&[0xBC])?;
    let (masked, hashed) = rest.split_at_checked(rest.len().checked_sub(hash.length())?)?;
    let unused = length * 8 - bits;
    let is_free = masked.first()?.leading_zeros() as usize >= unused;
    let mut block: Vec<u8> = (0_u32..)
        .flat_map(|counter| hash.of(&[hashed, &counter.to_be_bytes()].concat()))
        .zip(masked)
        .map(|(mask, byte)| mask ^ byte)
        .collect();
    *block.first_mut()? &= 0xFF >> unused;
    let (filling, salt) = block.split_at_checked(block.len().checked_sub(salt)?)?;
    let filling = filling.strip_suffix(&[1])?;
    let is_empty = |bytes: &[u8]| bytes.iter().all(|byte| *byte == 0);
    let signed = [&[0; 8], digest, salt].concat();
    let fits = is_free && is_empty(beyond) && is_empty(filling) && hash.of(&signed) == hashed;
    fits.then_some(())
}
