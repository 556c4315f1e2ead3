//! The signature holds, but is made in a way that is given up.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::signature::{Hash, Method, PublicKey, Signature};
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "weak-signature",
    severity: Severity::Info,
    source: &pages::XML_SIGNATURE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "weak-signature" {
        title: "The signature is made with SHA-1",
        why: "It is no cause of error 31: nothing says that Webex refuses it. But SHA-1 is broken, and receivers are giving it up.",
        fix: "Set the identity provider to sign with SHA-256.",
    }
    SHORT "weak-signature-key" {
        title: "The key of the signature has { $bits } bits",
        why: "It is no cause of error 31: nothing says that Webex refuses it. But keys of RSA shorter than 2048 bits are no longer safe.",
        fix: "Renew the identity provider’s certificate with a key of 2048 bits or more, there and at Webex.",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(examined) = cx.examined else { return };
    let signatures = || examined.signatures.iter();
    let sha1 = |s: &&Signature| {
        s.method.and_then(Method::hash) == Some(Hash::Sha1) || s.digest == Some(Hash::Sha1)
    };
    if let Some(signature) = signatures().find(sha1) {
        out.push(rule.finding(&WORDS, signature.span, vec![]));
    }
    let short = |s: &Signature| match &s.key {
        Some(key @ PublicKey::Rsa { .. }) => key.bits().filter(|bits| *bits < 2_048),
        _ => None,
    };
    if let Some((signature, bits)) = signatures().find_map(|s| Some((s, short(s)?))) {
        out.push(rule.finding(&SHORT, signature.span, vec![("bits", bits.into())]));
    }
}
