//! The signatures of a message.

mod keys;
mod time;

use super::Span;
use super::offsets::Offsets;
use crate::rules::Context;
use crate::signature;
pub use crate::signature::{
    Against, CanonicalForm, Covers, KeyKind, SignatureVerdict, SignatureWhy,
};
use crate::text::{Arg, Phrase, Texts, texts};
pub use keys::SeveralKeys;
pub(super) use keys::TEXTS as KEYS;
use serde::Serialize;
pub(super) use time::TEXTS as TIME;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

texts! {
    RESPONSE "signature-of-response" "response";
    ASSERTION "signature-of-assertion" "assertion";
    OTHER "signature-of-other" "another part";
    INTACT "signature-intact" "intact, by the key in the message";
    INTACT_KNOWN "signature-intact-known" "intact, by a key you gave";
    INTACT_OTHER "signature-intact-other" "intact, but by none of the keys you gave for its sender";
    BROKEN "signature-broken" "broken";
    COPY "signature-copy" "not verifiable on this copy";
    UNSUPPORTED "signature-unsupported" "not verified here";
    NO_KEY "signature-no-key" "no key to verify it with";
    NOT_COVERING "signature-not-covering" "covers something else";
    LINE "signature-line" "{ $part }: { $state }";
    LINE_TIME "signature-line-time" "{ $part }: { $state } (its certificate { $time })";
}

/// A signature, and what is to be thought of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Signature {
    /// What it stands in, and so is meant for.
    pub covers: Covers,
    /// The same in words: `assertion`.
    pub part: String,
    /// Whether it is intact, and by which key, in words.
    pub state: String,
    /// Both in one line, and how long the certificate of an intact one still runs.
    pub text: String,
    /// Place of what it covers, where it is intact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covered: Option<Span>,
    /// The identifier that its reference names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Place of its start tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Whether it is intact. That says nothing about whether its key may be trusted.
    pub verdict: SignatureVerdict,
    /// What the verdict rests on.
    pub why: SignatureWhy,
    /// How it was made: `rsa-sha256`, `rsa-pss-sha256`, `ecdsa-sha256`, …, `dsa`, `hmac` or `other`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub algorithm: Option<String>,
    /// How what it covers was hashed: `sha1`, `sha256`, …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// The canonical form of what it signs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub canonicalization: Option<CanonicalForm>,
    /// The key that it was held against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<Key>,
    /// The certificate of that key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
    /// Where that key comes from.
    pub against: Against,
    /// Set where the identity provider publishes other keys to sign with beside that one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub several_keys: Option<SeveralKeys>,
    /// Set where the text shows that it was changed on its way, so that a broken signature proves nothing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reformatted: bool,
}

/// A public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Key {
    /// Its kind.
    pub kind: KeyKind,
    /// Its length in bits, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bits: Option<u32>,
}

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Certificate {
    /// The owner's name, as RFC 4514 writes it.
    pub subject: String,
    /// The name of who issued it.
    pub issuer: String,
    /// The serial number in hexadecimal digits.
    pub serial: String,
    /// The first day, as `2026-11-21`.
    pub not_before: String,
    /// The last day.
    pub not_after: String,
    /// How long it still runs, in words: counted from the sign-in where a capture tells its time, else from now.
    pub time: String,
    /// SHA-256 of the whole in hexadecimal digits.
    pub sha256: String,
}

pub(super) fn signatures(cx: &Context, texts: &Texts, offsets: &Offsets) -> Option<Vec<Signature>> {
    let moment = time::moment(cx);
    let one = |signature: &signature::Signature| Signature {
        covers: signature.covers,
        part: texts.say(part(signature), &[]),
        state: texts.say(state(signature), &[]),
        text: line(signature, moment, texts),
        covered: signature.covered.map(|span| offsets.span(span)),
        id: signature.id.clone(),
        span: signature.span.map(|span| offsets.span(span)),
        verdict: signature.verdict,
        why: signature.why,
        algorithm: signature.method.map(|method| method.id()),
        digest: signature.digest.map(|hash| hash.id().to_owned()),
        canonicalization: signature.canonicalization,
        key: signature.key.as_ref().map(|key| Key {
            kind: key.kind(),
            bits: key.bits().and_then(|bits| u32::try_from(bits).ok()),
        }),
        certificate: signature.certificate.as_ref().map(|found| Certificate {
            subject: found.subject.clone(),
            issuer: found.issuer.clone(),
            serial: found.serial.clone(),
            not_before: found.not_before.day(),
            not_after: found.not_after.day(),
            time: time::time(found, moment, texts),
            sha256: found.sha256.clone(),
        }),
        against: signature.against,
        several_keys: keys::several(signature, cx, moment, texts),
        reformatted: signature.copied.is_some(),
    };
    let examined = cx.examined?;
    Some(examined.signatures.iter().map(one).collect())
}

fn part(signature: &signature::Signature) -> &'static Phrase {
    match signature.covers {
        Covers::Response => &RESPONSE,
        Covers::Assertion => &ASSERTION,
        Covers::Other => &OTHER,
    }
}

fn state(signature: &signature::Signature) -> &'static Phrase {
    match signature.verdict {
        SignatureVerdict::Broken if signature.copied.is_some() => &COPY,
        SignatureVerdict::Broken => &BROKEN,
        SignatureVerdict::Intact if signature.why == SignatureWhy::OtherKey => &INTACT_OTHER,
        SignatureVerdict::Intact if signature.against == Against::Known => &INTACT_KNOWN,
        SignatureVerdict::Intact => &INTACT,
        SignatureVerdict::Unsupported => &UNSUPPORTED,
        SignatureVerdict::NoKey => &NO_KEY,
        SignatureVerdict::NotCovering => &NOT_COVERING,
    }
}

fn line(signature: &signature::Signature, moment: Option<time::Moment>, texts: &Texts) -> String {
    let mut args = vec![
        ("part", Arg::said(part(signature))),
        ("state", Arg::said(state(signature))),
    ];
    let is_intact = signature.verdict == SignatureVerdict::Intact;
    match signature.certificate.as_ref().filter(|_| is_intact) {
        Some(found) => {
            args.push(("time", Arg::Plain(time::time(found, moment, texts))));
            texts.say(&LINE_TIME, &args)
        }
        None => texts.say(&LINE, &args),
    }
}
