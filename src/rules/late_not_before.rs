//! The assertion says of itself that it is not valid yet when it is issued.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::instant::Instant;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "late-not-before",
    severity: Severity::Warning,
    source: &pages::SSO_ERRORS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "late-not-before" {
        title: "The assertion becomes valid only after it was issued: up to { $seconds } s later",
        why: "`NotBefore` is later than `IssueInstant`, so who signs in at once comes too early. Webex may answer with code 19; how much difference it \
              allows is not published.",
        fix: "1. At the identity provider let `NotBefore` begin with the message, or a little earlier.\n1. If it does, compare three clocks: that of the identity \
              provider, that of the computer that captured the message, and a reliable one. Set the wrong one by NTP.\n{ $again }",
        action: "Let `NotBefore` begin earlier",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(assertion) = cx.readable().and_then(|facts| facts.assertion) else {
        return;
    };
    let conditions = assertion.conditions.as_ref();
    let begins = conditions.and_then(|conditions| conditions.not_before.as_ref());
    let (Some(begins), Some(issued)) = (begins, assertion.issue_instant.as_ref()) else {
        return;
    };
    let moments = [begins, issued].map(|one| Instant::parse(one.value.trim()));
    let [Some(Instant(begin)), Some(Instant(at))] = moments else {
        return;
    };
    let is_told = cx
        .delivered_at
        .is_some_and(|Instant(delivered)| delivered < begin);
    let later = begin.saturating_sub(at);
    if later < 1000 || is_told {
        return;
    }
    let mut args = cx.steps();
    args.push(("seconds", later.unsigned_abs().div_ceil(1000).into()));
    out.push(Diagnostic {
        severity: cx.severity_of_code(19, rule.severity),
        code: Some(19),
        ..rule.finding(&WORDS, Some(begins.span), args)
    });
}
