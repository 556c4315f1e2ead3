//! A response that reports success and holds no assertion.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::facts::Reading;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "no-assertion",
    severity: Severity::Error,
    source: &pages::SAML_PROFILES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "no-assertion" {
        title: "The response holds no assertion",
        why: "The user and the attributes are in the assertion. Without it Webex can’t identify anybody, so error \
              31 does not come from this message as it is.",
        fix: "1. Make sure that the message was copied whole.\n\
              1. If it was, find this sign-in in the identity provider’s log.",
        action: "Copy the whole message again",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx
        .facts
        .filter(|facts| facts.reading == Reading::NoAssertion)
    else {
        return;
    };
    out.push(rule.finding(&WORDS, Some(facts.message.root_span), vec![]));
}
