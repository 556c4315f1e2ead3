//! The message was issued later than now: one of two clocks is wrong.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::instant::Instant;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "future-issue-instant",
    severity: Severity::Warning,
    source: &pages::SSO_ERRORS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "future-issue-instant" {
        title: "The message was issued { $seconds } s in the future by this computer’s clock",
        why: "So the identity provider’s clock is ahead, or this computer’s is behind. Webex may answer too large a \
              difference with code 19.",
        fix: "1. Compare both with a reliable clock.\n1. Set the wrong one by NTP.",
    }
}

/// Less than this is no finding, in milliseconds.
const ALLOWED: i64 = 60_000;

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let (Some(Instant(now)), Some(assertion)) =
        (cx.options.now, cx.readable().and_then(|f| f.assertion))
    else {
        return;
    };
    let Some(issued) = assertion.issue_instant.as_ref() else {
        return;
    };
    let Some(Instant(at)) = Instant::parse(issued.value.trim()) else {
        return;
    };
    if at > now + ALLOWED {
        let args = vec![("seconds", ((at - now) / 1000).into())];
        let severity = cx.severity_of_code(19, rule.severity);
        out.push(Diagnostic {
            severity,
            code: Some(19),
            ..rule.finding(&WORDS, Some(issued.span), args)
        });
    }
}
