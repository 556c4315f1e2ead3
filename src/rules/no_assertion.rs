//! A response that reports success and holds no assertion.

use super::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
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
        why: "User and attributes stand in the assertion. Without it Webex knows nobody, so error 31 does not come from this \
              message as it stands.",
        fix: "1. Make sure that the message was copied whole.\n\
              1. If it was, look up this sign-in in the log of the identity provider.",
        action: "Copy the whole message again",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Vec<Diagnostic>) {
    let Some(facts) = cx
        .facts
        .filter(|facts| facts.reading == Reading::NoAssertion)
    else {
        return;
    };
    out.push(rule.finding(&WORDS, Some(facts.message.root_span), vec![]));
}
