//! The assertion is encrypted: nothing can be said about its attributes.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::facts::Reading;
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "encrypted-assertion",
    severity: Severity::Warning,
    source: &pages::ENCRYPTION,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "encrypted-assertion" {
        title: "The assertion is encrypted",
        why: "Only Webex has the key. Which attributes are inside can’t be seen here.",
        fix: "{ $decrypt }\n1. Sign in again, capture the message and check it here.\n{ $encrypt }",
        action: "Capture one sign-in with encryption turned off",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.facts.filter(|facts| facts.reading == Reading::Encrypted) else {
        return;
    };
    let recipe = facts.idp.recipe;
    let args = vec![
        ("decrypt", Arg::said(recipe.decrypt)),
        ("encrypt", Arg::said(recipe.encrypt)),
    ];
    let span = facts.message.encrypted_assertions.first().copied();
    out.push(rule.finding(&WORDS, span, args));
}
