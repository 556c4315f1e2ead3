//! An attribute or the NameID is encrypted: nothing can be said about it.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "encrypted-part",
    severity: Severity::Warning,
    source: &pages::ENCRYPTION,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "encrypted-part" {
        title: "An attribute is encrypted",
        why: "Only Webex has the key. Neither its name nor its value can be seen here, so a field that isn’t among the others may be this one.",
        fix: "1. At the identity provider turn off encryption of attributes for the Webex application.\n1. Sign in again, capture the message and check it here.\n1. Turn encryption on again.",
        action: "Capture one sign-in with encryption of attributes turned off",
    }
    NAME_ID "encrypted-part-name-id" {
        title: "The NameID is encrypted",
        why: "Only Webex has the key. Which user it names can’t be seen here.",
        fix: "1. At the identity provider turn off encryption of the NameID for the Webex application.\n1. Sign in again, capture the message and check it here.\n1. Turn encryption on again.",
        action: "Capture one sign-in with encryption of the NameID turned off",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let assertion = cx.readable().and_then(|facts| facts.assertion);
    let Some(assertion) = assertion else { return };
    let name_id = assertion.subject.as_ref().and_then(|s| s.encrypted_id);
    if let Some(span) = name_id {
        out.push(rule.finding(&NAME_ID, Some(span), vec![]));
    }
    let attributes = assertion.attribute_statements.iter();
    for span in attributes.flat_map(|statement| &statement.encrypted_attributes) {
        out.push(rule.finding(&WORDS, Some(*span), vec![]));
    }
}
