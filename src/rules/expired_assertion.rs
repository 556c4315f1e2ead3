//! The assertion was delivered outside its time; needs the moment of delivery.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::instant::Instant;
use crate::saml::Located;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "expired-assertion",
    severity: Severity::Error,
    source: &pages::SSO_ERRORS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "expired-assertion" {
        title: "The assertion had expired when it was delivered: { $seconds } s too late",
        why: "The time of delivery is by the clock of the computer that captured the message. Webex answers an \
              expired assertion with code 19. Most often the clocks differ. How much difference Webex allows is not published.",
        fix: "1. Compare three clocks: that of the identity provider, that of the computer that captured the message, and a reliable one. Set the wrong one by NTP.\n1. Make sure that the user did not wait for minutes on a sign-in page.",
        action: "Compare the clocks",
    }
    EARLY "expired-assertion-early" {
        title: "The assertion was not yet valid when it was delivered: { $seconds } s too early",
        why: "The time of delivery is by the clock of the computer that captured the message. Webex may answer with \
              code 19. Most often the identity provider’s clock is ahead, or that computer’s is behind.",
        fix: "1. Compare three clocks: that of the identity provider, that of the computer that captured the message, and a reliable one. Set the wrong one by NTP.\n1. If they are right, let `NotBefore` begin a little earlier.",
        action: "Compare the clocks",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let (Some(Instant(at)), Some(assertion)) = (cx.delivered_at, facts.assertion) else {
        return;
    };
    let severity = cx.severity_of_code(19, rule.severity);
    let moment = |located: &Located| Some((Instant::parse(located.value.trim())?.0, located.span));
    let conditions = assertion.conditions.as_ref();
    let bearers = || {
        assertion
            .subject
            .iter()
            .flat_map(|subject| &subject.confirmations)
    };
    let ends = conditions
        .and_then(|c| c.not_on_or_after.as_ref())
        .into_iter();
    let ends = ends
        .chain(bearers().filter_map(|c| c.not_on_or_after.as_ref()))
        .filter_map(moment);
    let begins = conditions.and_then(|c| c.not_before.as_ref()).into_iter();
    let begins = begins
        .chain(bearers().filter_map(|c| c.not_before.as_ref()))
        .filter_map(moment);
    if let Some((end, span)) = ends.filter(|(end, _)| at >= *end).min() {
        let args = vec![("seconds", ((at - end) / 1000).into())];
        out.push(Diagnostic {
            severity,
            code: Some(19),
            ..rule.finding(&WORDS, Some(span), args)
        });
    }
    if let Some((begin, span)) = begins.filter(|(begin, _)| at < *begin).max() {
        let args = vec![("seconds", ((begin - at + 999) / 1000).into())];
        out.push(Diagnostic {
            severity,
            code: Some(19),
            ..rule.finding(&EARLY, Some(span), args)
        });
    }
}
