//! The message doesn't answer the request that was sent in its sign-in.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::Reading;
use crate::saml::Located;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "other-request",
    severity: Severity::Warning,
    source: &pages::SAML_PROFILES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "other-request" {
        title: "The response answers another request than the one sent in this sign-in",
        why: "Its `InResponseTo` is the ID of another request. By the standard it has to be that of the request that is \
              answered. In the list of Webex’s codes this is 28.",
        fix: "1. Close all windows of Webex. In a private window sign in once, without going back, reloading or a bookmark of \
              the sign-in page.\n\
              1. If it stays, let whoever runs the identity provider look in its log for the request that it answered.",
        action: "Sign in once more from the start, in a private window",
    }
    APART "other-request-apart" {
        title: "The response and its assertion name different requests",
        why: "`InResponseTo` of `Response` and of `SubjectConfirmationData` differ. By the standard both have to be the ID of the \
              request that is answered. In the list of Webex’s codes a wrong one is 28.",
        fix: "Show this to whoever runs the identity provider: it writes both. A proxy that puts a foreign assertion into a \
              response of its own does this.",
        action: "Have the response and its assertion name the same request",
    }
    UNNAMED "other-request-unnamed" {
        title: "The response doesn’t say which request it answers",
        why: "A request was sent in this sign-in, and the response has no `InResponseTo`. By the standard a response to a request has \
              to name it; without a name it counts as one that nobody asked for.",
        fix: "1. At the identity provider look whether the Webex application starts the sign-in on its own (IdP-initiated).\n\
              1. Sign in again from the address of the Webex site.",
        action: "Have the response name the request",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.facts else { return };
    if matches!(facts.reading, Reading::OtherKind) || facts.excerpt.is_some() {
        return;
    }
    let response = facts.message.response.as_ref();
    let outer = response.and_then(|response| response.in_response_to.as_ref());
    let subject = facts
        .assertion
        .and_then(|assertion| assertion.subject.as_ref());
    let confirmations = subject
        .into_iter()
        .flat_map(|subject| &subject.confirmations);
    let inner: Vec<&Located> = confirmations
        .filter_map(|confirmation| confirmation.in_response_to.as_ref())
        .collect();
    let apart = outer.and_then(|outer| {
        let mut inner = inner.iter();
        inner.find(|inner| inner.value.trim() != outer.value.trim())
    });
    let named = outer.or(inner.first().copied());
    let (words, span) = match (apart, cx.asked, named) {
        (Some(inner), ..) => (&APART, Some(inner.span)),
        (None, Some(asked), Some(named)) if asked.other => (&WORDS, Some(named.span)),
        (None, Some(_), None) => (&UNNAMED, Some(facts.message.root_span)),
        _ => return,
    };
    let (severity, code) = cx.weighed(28, rule.severity);
    out.push(Diagnostic {
        severity,
        code,
        ..rule.finding(words, span, vec![])
    });
}
