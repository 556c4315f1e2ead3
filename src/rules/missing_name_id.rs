//! There is no NameID: uid alone has to name the user.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::facts::{Carrier, FieldState};
use crate::text::texts;
use crate::webex::ServiceProvider;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "missing-name-id",
    severity: Severity::Warning,
    source: &pages::ERROR_31,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "missing-name-id" {
        title: "There is no NameID: only `uid` identifies the user",
        why: "Cisco’s attribute table takes the user name from `uid`, so this is not counted as a cause of error \
              31. But the SSO configuration at Webex names a NameID format, and it is not documented how Webex \
              treats a message without a NameID.",
        fix: "{ $open }\n1. Send a NameID with the same value as `uid`.\n{ $again }",
        action: "Send a NameID",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx
        .readable()
        .filter(|facts| facts.sp != ServiceProvider::ControlHub)
    else {
        return;
    };
    let subject = facts
        .assertion
        .and_then(|assertion| assertion.subject.as_ref());
    let name_id = facts.name_id();
    let is_seen = name_id.is_some_and(|name_id| !name_id.text.value.trim().is_empty());
    let is_hidden = subject.is_some_and(|subject| subject.encrypted_id.is_some());
    let uid = facts.fields.iter().find(|field| field.id == "username");
    let names_user = |field: &&crate::facts::Field| {
        field.state == FieldState::Ok && matches!(field.from, Some(Carrier::Attribute(_)))
    };
    if is_seen || is_hidden || uid.filter(names_user).is_none() {
        return;
    }
    let span = name_id
        .map(|name_id| name_id.span)
        .or(subject.map(|subject| subject.span));
    out.push(rule.finding(
        &WORDS,
        span.or(facts.assertion.map(|assertion| assertion.span)),
        cx.user_name_steps(),
    ));
}
