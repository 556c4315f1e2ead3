//! In a chained sign-in the message of the step before Webex: what Webex asks for is no matter of it.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "step-before",
    severity: Severity::Info,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "step-before" {
        title: "This message belongs to a step before Webex; Webex’s message is number { $number }",
        why: "One identity provider signed the user in for another one, which then wrote the message for Webex. What Webex needs \
              is asked of that message only.",
        fix: "Go on with message { $number }. What is missing there may already be missing here: then this identity provider has to \
              send it first.",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    if let (Some(number), Some(facts)) = (cx.step_before, cx.facts) {
        let span = Some(facts.message.root_span);
        out.push(rule.finding(
            &WORDS,
            span,
            vec![("number", Arg::Plain(number.to_string()))],
        ));
    }
}
