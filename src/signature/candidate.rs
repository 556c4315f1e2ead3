//! The keys that a signature is tried with, and the value that they are tried on.

use super::Against;
use super::algorithm::Method;
use super::certificate::Certificate;
use super::der::Values;
use super::key::{PublicKey, width};
use super::read::Keys;
use ::der::Tag;
use std::borrow::Cow;

/// A key, and where it comes from.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'k> {
    pub key: &'k PublicKey,
    pub certificate: Option<&'k Certificate>,
    pub against: Against,
}

/// The keys to try: the known ones first.
pub(super) fn candidates<'k>(known: &'k [Certificate], keys: &'k Keys) -> Vec<Candidate<'k>> {
    let of = |against| {
        move |certificate: &'k Certificate| Candidate {
            key: &certificate.key,
            certificate: Some(certificate),
            against,
        }
    };
    let all = known.iter().map(of(Against::Known));
    let sent = keys.certificates.iter().map(of(Against::Message));
    let bare = keys.bare.iter().map(|key| Candidate {
        key,
        certificate: None,
        against: Against::Message,
    });
    let is_new = |one: &Candidate| known.iter().all(|known| known.key != *one.key);
    all.chain(sent.chain(bare).filter(is_new)).collect()
}

/// The value of ECDSA with both numbers as long as the curve has it: old Java left out zeros in front.
pub(super) fn widened<'v>(key: &PublicKey, value: &'v [u8]) -> Cow<'v, [u8]> {
    let PublicKey::Ec { curve, .. } = key else {
        return Cow::Borrowed(value);
    };
    let (width, half) = (width(*curve), value.len() / 2);
    if half >= width || half == 0 || !value.len().is_multiple_of(2) {
        return Cow::Borrowed(value);
    }
    let zeros = vec![0; width - half];
    let numbers = value
        .chunks(half)
        .flat_map(|number| zeros.iter().chain(number));
    Cow::Owned(numbers.copied().collect())
}

/// Whether the value of ECDSA is a sequence of two numbers in DER instead of the numbers alone.
pub(super) fn is_der_coded(method: Method, value: &[u8]) -> bool {
    let length = match value {
        [0x30, 0x81, length, ..] => usize::from(*length) + 3,
        [0x30, length, ..] => usize::from(*length) + 2,
        _ => return false,
    };
    let numbers = || {
        let mut numbers = Values::new(value)?.inside(Tag::Sequence)?;
        numbers.content(Tag::Integer)?;
        numbers.content(Tag::Integer)
    };
    matches!(method, Method::Ecdsa(_)) && length == value.len() && numbers().is_some()
}
