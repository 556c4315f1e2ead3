//! X.509 certificates: whose, until when, with which key. Nothing in them is checked but their shape.

use super::der::{self, Values};
use super::key::{PublicKey, curve_of_oid};
use super::{algorithm::Hash, name};
use crate::instant::Instant;
use ::der::{Tag, Tagged};

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The owner's name, as RFC 4514 writes it.
    pub subject: String,
    /// The name of who issued it.
    pub issuer: String,
    /// The serial number in hexadecimal digits.
    pub serial: String,
    /// When it begins.
    pub not_before: Instant,
    /// When it ends.
    pub not_after: Instant,
    /// The owner's key.
    pub key: PublicKey,
    /// SHA-256 of the whole in hexadecimal digits.
    pub sha256: String,
}

impl Certificate {
    /// Reads DER; `None` where this is no certificate.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut outer = Values::new(bytes)?.inside(Tag::Sequence)?;
        let mut inner = outer.inside(Tag::Sequence)?;
        inner.skip(der::wrapped(0));
        let serial = inner.content(Tag::Integer)?;
        inner.content(Tag::Sequence)?;
        let issuer = name::read(inner.inside(Tag::Sequence)?)?;
        let mut validity = inner.inside(Tag::Sequence)?;
        let not_before = time(&mut validity)?;
        let not_after = time(&mut validity)?;
        let subject = name::read(inner.inside(Tag::Sequence)?)?;
        let key = key(inner.inside(Tag::Sequence)?)?;
        let serial = match der::unsigned(serial) {
            [] => "00".to_owned(),
            bytes => name::hex(bytes),
        };
        Some(Self {
            subject,
            issuer,
            serial,
            not_before,
            not_after,
            key,
            sha256: name::hex(&Hash::Sha256.of(bytes)),
        })
    }
}

impl Certificate {
    /// Puts `name` in the place of all that tells whose it is.
    pub(super) fn forget(&mut self, name: &str, mut moved: impl FnMut(Instant) -> Instant) {
        for text in [
            &mut self.subject,
            &mut self.issuer,
            &mut self.serial,
            &mut self.sha256,
        ] {
            name.clone_into(text);
        }
        self.not_before = moved(self.not_before);
        self.not_after = moved(self.not_after);
    }
}

fn time(values: &mut Values) -> Option<Instant> {
    let value = values.next()?;
    let text = std::str::from_utf8(value.value()).ok()?;
    let digits = match value.tag() {
        Tag::UtcTime if text.starts_with(['5', '6', '7', '8', '9']) => format!("19{text}"),
        Tag::UtcTime => format!("20{text}"),
        Tag::GeneralizedTime => text.to_owned(),
        _ => return None,
    };
    let part = |start: usize| digits.get(start..start + 2);
    let (year, seconds) = (digits.get(..4)?, digits.get(12..)?);
    let seconds = match seconds {
        "Z" => "00Z",
        seconds => seconds,
    };
    Instant::parse(&format!(
        "{year}-{}-{}T{}:{}:{seconds}",
        part(4)?,
        part(6)?,
        part(8)?,
        part(10)?
    ))
}

fn key(mut info: Values) -> Option<PublicKey> {
    let mut algorithm = info.inside(Tag::Sequence)?;
    let kind = algorithm.content(Tag::ObjectIdentifier)?;
    let bits = der::bits(info.content(Tag::BitString)?)?;
    Some(match kind {
        // rsaEncryption and id-RSASSA-PSS
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1 | 10] => {
            let mut parts = Values::new(bits)?.inside(Tag::Sequence)?;
            let modulus = der::unsigned(parts.content(Tag::Integer)?).to_vec();
            let exponent = der::unsigned(parts.content(Tag::Integer)?).to_vec();
            PublicKey::Rsa { modulus, exponent }
        }
        // id-ecPublicKey
        [0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1] => {
            let curve = algorithm
                .content(Tag::ObjectIdentifier)
                .and_then(curve_of_oid);
            match curve {
                Some(curve) => PublicKey::Ec {
                    curve,
                    point: bits.to_vec(),
                },
                None => PublicKey::Other,
            }
        }
        // id-dsa
        [0x2A, 0x86, 0x48, 0xCE, 0x38, 4, 1] => {
            let prime = algorithm
                .inside(Tag::Sequence)
                .and_then(|mut p| p.content(Tag::Integer));
            PublicKey::Dsa {
                bits: super::key::bit_length(der::unsigned(prime.unwrap_or_default())),
            }
        }
        _ => PublicKey::Other,
    })
}
