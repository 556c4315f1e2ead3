//! A signature has parts, algorithms or steps that SAML does not have.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::signature::OddityKind;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "irregular-signature",
    severity: Severity::Warning,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "irregular-signature" {
        title: "The signature holds `{ $name }` twice",
        why: "It may be there once. Which of the two is verified and which is read is left to chance: a known attack.",
        fix: "1. Make sure that the message was copied as it arrived.\n1. If it was, find out what changed it before anything else.",
        action: "Find out what changed the signature",
    }
    EMPTY "irregular-signature-empty" {
        title: "The signature covers nothing: its digest is that of an empty text",
        why: "Whatever is in the message, such a signature holds. Identity providers don’t write this.",
        fix: "1. Make sure that the message was copied as it arrived.\n1. If it was, find out what changed it before anything else.",
        action: "Find out what emptied the signature",
    }
    OBJECT "irregular-signature-object" {
        title: "The signature carries an `Object`",
        why: "SAML’s profile of XML Signature has none: an `Object` can hide a signed assertion while another one is read.",
        fix: "1. Make sure that the message was copied as it arrived.\n1. If it was, set the identity provider to sign as SAML asks.",
        action: "Find out where the `Object` comes from",
    }
    STEPS "irregular-signature-steps" {
        title: "The signature covers a part that only XPath, XSLT or another transform can tell",
        why: "SAML allows the transforms for enveloped signatures and exclusive canonical form, and no others: with them a signature \
              can leave out whatever is read.",
        fix: "Set the identity provider to sign with exclusive canonicalization, without other transforms.",
        action: "Set the identity provider to sign without other transforms",
    }
    SHARED "irregular-signature-shared" {
        title: "The signature is made with a shared key (HMAC)",
        why: "Anyone who can verify it can make it, and a public certificate can be passed off as the key. SAML asks for a \
              signature with a private key.",
        fix: "Set the identity provider to sign with RSA and SHA-256.",
        action: "Set the identity provider to sign with RSA and SHA-256",
    }
    CODED "irregular-signature-coded" {
        title: "The ECDSA signature is coded in DER",
        why: "XML Signature wants the two numbers one behind the other; many readers refuse anything else.",
        fix: "Set the identity provider to sign with RSA and SHA-256, or update it.",
        action: "Set the identity provider to sign with RSA and SHA-256",
    }
    COMMENTS "irregular-signature-comments" {
        title: "The signature’s canonical form keeps comments",
        why: "SAML allows that, and it is no cause of error 31. But readers differ on whether a comment is then signed, so two of \
              them can see two messages.",
        fix: "Where there is a choice, set the identity provider to sign without comments.",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    cx.tell_oddities(OddityKind::SecondPart, rule, &WORDS, out);
    cx.tell_oddities(OddityKind::EmptyDigest, rule, &EMPTY, out);
    cx.tell_oddities(OddityKind::Object, rule, &OBJECT, out);
    cx.tell_oddities(OddityKind::Steps, rule, &STEPS, out);
    cx.tell_oddities(OddityKind::Shared, rule, &SHARED, out);
    cx.tell_oddities(OddityKind::Coded, rule, &CODED, out);
    let calm = Rule {
        severity: Severity::Info,
        ..*rule
    };
    cx.tell_oddities(OddityKind::Comments, &calm, &COMMENTS, out);
}
