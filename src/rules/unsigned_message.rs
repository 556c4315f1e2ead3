//! No signature, or one around the response only. Only its presence is looked at.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "unsigned-message",
    severity: Severity::Error,
    source: &pages::SSO_CODES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "unsigned-message" {
        title: "Neither the response nor the assertion is signed",
        why: "Webex sites ask for a signed assertion and, by a published copy of the code list, answer an unsigned \
              one with code 20. If error 31 was shown, the message that Webex received was probably signed: this \
              copy may have lost its signature.",
        fix: "1. Copy the message again from the sign-in itself.\n1. If it arrives like this, set the identity provider to sign the assertion.",
        action: "Set the identity provider to sign the assertion",
    }
    RESPONSE_ONLY "unsigned-message-response-only" {
        title: "The response is signed, the assertion in it is not",
        why: "The metadata of a Webex site asks for signed assertions. Whether a signature around the whole response is enough is not \
              documented; if it isn’t, code 20 is the likely answer.",
        fix: "If Webex shows code 20, set the identity provider to sign the assertion too.",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let Some(assertion) = facts
        .assertion
        .filter(|assertion| assertion.signature.is_none())
    else {
        return;
    };
    let response_is_signed = facts
        .message
        .response
        .as_ref()
        .is_some_and(|response| response.signature.is_some());
    let (words, severity) = if response_is_signed {
        (&RESPONSE_ONLY, Severity::Warning)
    } else {
        (&WORDS, rule.severity)
    };
    let severity = cx.severity_of_code(20, severity);
    out.push(Diagnostic {
        severity,
        code: Some(20),
        ..rule.finding(words, Some(assertion.span), vec![])
    });
}
