//! The identity provider answered with a failure: not an attribute problem.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::facts::Reading;
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "failed-status",
    severity: Severity::Error,
    source: &pages::FAILED_STATUS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "failed-status" {
        title: "The identity provider refused the sign-in: `{ $status }`",
        why: "A response with this status carries no attributes, so attributes are not the problem here, and error \
              31 does not come from this message.",
        fix: "1. Find this sign-in in the identity provider’s log; the reason is there.\n\
              1. Fix it, sign in again and check the new message here.",
        action: "Find the refused sign-in in the identity provider’s log",
    }
    WITH_MESSAGE "failed-status-message" {
        title: "The identity provider refused the sign-in: `{ $status }`",
        why: "It gives the reason `{ $message }`. A response with this status carries no attributes, so attributes \
              are not the problem here, and error 31 does not come from this message.",
        fix: "1. Find this sign-in in the identity provider’s log, starting from that reason.\n\
              1. Fix it, sign in again and check the new message here.",
        action: "Find the refused sign-in in the identity provider’s log",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx
        .facts
        .filter(|facts| facts.reading == Reading::FailedStatus)
    else {
        return;
    };
    let Some(status) = facts
        .message
        .response
        .as_ref()
        .and_then(|r| r.status.as_ref())
    else {
        return;
    };
    let short = |code: &str| code.rsplit(':').next().unwrap_or(code).to_owned();
    let codes: Vec<String> = status.codes.iter().map(|code| short(&code.value)).collect();
    let mut args = vec![("status", Arg::Input(codes.join(" / ")))];
    let message = status
        .message
        .as_ref()
        .map(|text| text.value.trim())
        .filter(|text| !text.is_empty());
    args.extend(message.map(|message| ("message", Arg::input(message))));
    let words = if message.is_some() {
        &WITH_MESSAGE
    } else {
        &WORDS
    };
    out.push(rule.finding(words, status.codes.first().map(|code| code.span), args));
}
