//! The signature holds, but by none of the keys that the identity provider publishes.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::signature::SignatureWhy;
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "other-certificate",
    severity: Severity::Warning,
    source: &pages::SSO_ERRORS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "other-certificate" {
        title: "The message is signed with another certificate than those you gave for its sender",
        why: "The signature fits `{ $subject }`, which comes with the message, and none of those that you gave. If Webex holds \
              what you gave, it answers with code 8. It is usual after a certificate was renewed at the identity provider.",
        fix: "1. Take the current metadata from the identity provider.\n1. Upload it to Webex where single sign-on is set up.",
        action: "Upload the identity provider’s current metadata to Webex",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let signatures = cx.examined.into_iter().flat_map(|e| &e.signatures);
    for signature in signatures.filter(|s| s.why == SignatureWhy::OtherKey) {
        let subject = signature.certificate.as_ref().map(|c| c.subject.as_str());
        let args = vec![("subject", Arg::input(subject.unwrap_or("KeyValue")))];
        out.push(Diagnostic {
            code: Some(8),
            severity: cx.severity_of_code(8, rule.severity),
            ..rule.finding(&WORDS, signature.span, args)
        });
    }
}
