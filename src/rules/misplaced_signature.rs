//! A signature covers something else than the element that it stands in.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::signature::Misplaced;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "misplaced-signature",
    severity: Severity::Warning,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "misplaced-signature" {
        title: "The signature covers another element than the one it is in",
        why: "What is signed and what is read are then two things: a known way to pass a forged assertion beside a genuine one. \
              Identity providers don’t write this.",
        fix: "1. Make sure that the message was copied as it arrived.\n1. If it was, find out what changed it before anything else.",
        action: "Find out what moved the signature",
    }
    NO_URI "misplaced-signature-reference" {
        title: "The signature doesn’t name the one element that it is in",
        why: "SAML asks for one reference, to the `ID` of the signed element. Without it nothing says what the signature covers.",
        fix: "1. Make sure that the message was copied as a whole.\n1. If it was, set the identity provider to sign as SAML asks.",
        action: "Copy the whole message again",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    for signature in cx.examined.into_iter().flat_map(|e| &e.signatures) {
        let words = match signature.misplaced {
            Some(Misplaced::Elsewhere) => &WORDS,
            Some(Misplaced::Unnamed) => &NO_URI,
            None => continue,
        };
        out.push(rule.finding(words, signature.span, vec![]));
    }
}
