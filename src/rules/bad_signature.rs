//! What is signed is not what was signed, or the key is another one.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::signature::{Copied, SignatureVerdict, SignatureWhy};
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "bad-signature",
    severity: Severity::Warning,
    source: &pages::SSO_ERRORS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "bad-signature" {
        title: "The signature doesn’t fit: what it covers was changed after signing",
        why: "Webex answers a broken signature with code 23, before it tries to create an account. If error 31 was shown, Webex most \
              likely got another text than this one, which may differ just where the cause lies.",
        fix: "1. Capture the sign-in once more, and check the message as the browser sent it.\n1. If it is broken there too, find out what changes it between the identity provider and the browser.",
        action: "Check the message as the browser sent it",
    }
    VALUE "bad-signature-value" {
        title: "The signature was not made with the key that comes with it",
        why: "What is signed is unchanged, but the signature itself fits neither the certificate in the message nor one you gave. Webex \
              answers that with code 8 or 23.",
        fix: "1. Check the message as the browser sent it.\n1. If it is the same there, compare the certificate at the identity provider with the one uploaded to Webex.",
        action: "Compare the certificate at the identity provider with the one at Webex",
    }
    COPY "bad-signature-copy" {
        title: "This copy was reformatted, so its signature can’t be verified",
        why: "White space was put in, as viewers and editors do: without it the signature fits. That breaks every \
              signature and proves nothing about the message itself.",
        fix: "To have the signature verified, copy the raw value of `SAMLResponse` from the browser’s network tools.",
    }
    PERHAPS "bad-signature-perhaps" {
        title: "The signature doesn’t fit this copy, which may have been changed on its way here",
        why: "There is white space as viewers put it in, a character was lost, or a value is cut. Any of that breaks a signature, \
              so this proves nothing about the message itself.",
        fix: "To have the signature verified, copy the raw value of `SAMLResponse` from the browser’s network tools.",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let signatures = cx.examined.into_iter().flat_map(|e| &e.signatures);
    for signature in signatures.filter(|s| s.verdict == SignatureVerdict::Broken) {
        let finding = |words| rule.finding(words, signature.span, vec![]);
        out.push(match (signature.copied, signature.why) {
            (Some(copied), _) => Diagnostic {
                severity: Severity::Info,
                ..finding(match copied {
                    Copied::Surely => &COPY,
                    Copied::Perhaps => &PERHAPS,
                })
            },
            (None, SignatureWhy::SignatureDiffers) => Diagnostic {
                code: Some(23),
                ..finding(&VALUE)
            },
            _ => Diagnostic {
                code: Some(23),
                ..finding(&WORDS)
            },
        });
    }
}
