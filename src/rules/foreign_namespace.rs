//! An element bears a name of SAML's in a namespace that isn't SAML's.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::signature::OddityKind;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "foreign-namespace",
    severity: Severity::Warning,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "foreign-namespace" {
        title: "An element is called `{ $name }` but is not SAML’s",
        why: "It is in another namespace. A reader that goes by the name alone takes it for the real one; Webex most likely doesn’t \
              see it.",
        fix: "1. Make sure that the message was copied as a whole, with its `xmlns` attributes.\n1. If it was, look at what the identity provider, or a proxy behind it, writes there.",
        action: "Copy the whole message again",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    cx.tell_oddities(OddityKind::Foreign, rule, &WORDS, out);
}
