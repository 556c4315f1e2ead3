//! The message says that it is of another version than SAML 2.0.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::signature::OddityKind;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "saml-version",
    severity: Severity::Warning,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "saml-version" {
        title: "`Version` is `{ $name }`, not `2.0`",
        why: "In the namespaces of SAML 2.0 only `2.0` may be there; a receiver has to refuse anything else.",
        fix: "Set the identity provider to send SAML 2.0.",
        action: "Set the identity provider to send SAML 2.0",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    cx.tell_oddities(OddityKind::Version, rule, &WORDS, out);
}
