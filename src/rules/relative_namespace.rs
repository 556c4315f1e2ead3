//! A namespace is a relative address, of which there is no canonical form.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::signature::OddityKind;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "relative-namespace",
    severity: Severity::Warning,
    source: &pages::XML_SIGNATURE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "relative-namespace" {
        title: "The namespace `{ $name }` is not an absolute address",
        why: "There is no canonical form of such a text, so no signature over it can be verified: receivers refuse it, or \
              disagree about it.",
        fix: "Give the namespace an absolute address, as `urn:…`, where the attribute is written.",
        action: "Give the namespace an absolute address",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    cx.tell_oddities(OddityKind::RelativeNamespace, rule, &WORDS, out);
}
