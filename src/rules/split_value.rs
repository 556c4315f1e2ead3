//! A value is cut in pieces, so that readers disagree about it.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::signature::OddityKind;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "split-value",
    severity: Severity::Warning,
    source: &pages::SAML_COMMENTS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "split-value" {
        title: "The value of `{ $name }` is cut in pieces",
        why: "There is a comment, an instruction or a CDATA section inside. Some readers join the pieces, others stop at the first: a known \
              way to be taken for somebody else. Identity providers don’t write such values.",
        fix: "1. Make sure that the message was copied as it arrived.\n1. If it was, find out what put it in before anything else.",
        action: "Find out what cut the value in pieces",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    cx.tell_oddities(OddityKind::SplitValue, rule, &WORDS, out);
}
