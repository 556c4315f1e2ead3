//! The certificate was not valid when the message was made.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "certificate-dates",
    severity: Severity::Warning,
    source: &pages::SSO_ERRORS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "certificate-dates" {
        title: "The certificate had expired when the message was made",
        why: "It ended on { $date }. Webex answers an expired certificate with code 15, before it tries to create an account. What \
              counts there is the certificate that was uploaded to Webex, which can’t be seen here.",
        fix: "1. Renew the certificate at the identity provider.\n1. Upload its new metadata to Webex where single sign-on is set up.",
        action: "Renew the identity provider’s certificate, there and at Webex",
    }
    EARLY "certificate-dates-early" {
        title: "The certificate was not yet valid when the message was made",
        why: "It begins on { $date }. Either it was put in use too early, or the identity provider’s clock is slow.",
        fix: "1. Check the identity provider’s clock.\n1. If it is right, sign with the earlier certificate until that day.",
        action: "Check the identity provider’s clock",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(moment) = cx.delivered_at.or_else(|| cx.issued_at()) else {
        return;
    };
    let mut told = vec![];
    for signature in cx.examined.into_iter().flat_map(|e| &e.signatures) {
        let Some(certificate) = &signature.certificate else {
            continue;
        };
        let (words, date, code) = if moment > certificate.not_after {
            (&WORDS, certificate.not_after, Some(15))
        } else if moment < certificate.not_before {
            (&EARLY, certificate.not_before, None)
        } else {
            continue;
        };
        if told.contains(&certificate) {
            continue;
        }
        told.push(certificate);
        let finding = rule.finding(words, signature.span, vec![("date", Arg::day(date.date()))]);
        out.push(Diagnostic {
            severity: code.map_or(Severity::Info, |code| {
                cx.severity_of_code(code, rule.severity)
            }),
            code,
            ..finding
        });
    }
}
