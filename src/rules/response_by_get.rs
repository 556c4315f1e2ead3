//! The response came in an address, and Webex takes it by POST alone.

use super::{Context, Findings, Rule};
use crate::decode::Sent;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "response-by-get",
    severity: Severity::Error,
    source: &pages::SSO_ERRORS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "response-by-get" {
        title: "The response was sent in an address, by GET",
        why: "Webex takes a response by POST only. By Cisco’s list code 5 is the answer where the identity provider sends it by GET.",
        fix: "1. At the identity provider set the binding by which the Webex application gets the response to `HTTP-POST`.\n{ $again }",
        action: "Send the response by POST",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let response = cx.facts.and_then(|facts| facts.message.response.as_ref());
    let (severity, code) = cx.weighed(5, rule.severity);
    if code.is_none() || response.is_none() || cx.sent != Sent::InAddress {
        return;
    }
    out.push(Diagnostic {
        severity,
        code,
        ..rule.finding(&WORDS, None, cx.steps())
    });
}
