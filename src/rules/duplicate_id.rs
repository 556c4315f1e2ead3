//! An identifier is not unique, so a reference to it has two meanings.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::signature::OddityKind;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "duplicate-id",
    severity: Severity::Warning,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "duplicate-id" {
        title: "The identifier `{ $name }` is there twice",
        why: "A signature names what it covers by its `ID`. Where two elements have the same, two readers may take two different \
              ones: a known attack. Identity providers give each element its own.",
        fix: "1. Make sure that the message was copied as it arrived, and once.\n1. If it was, find out what changed it before anything else.",
        action: "Find out why an `ID` is there twice",
    }
    TWO "duplicate-id-names" {
        title: "An element has a second identifier: `{ $name }`",
        why: "Readers look for `ID`, `Id` or `xml:id`: with two of them on one element they may take different elements for the \
              signed one. SAML has `ID` alone.",
        fix: "1. Make sure that the message was copied as it arrived.\n1. If it was, find out what put the second identifier in.",
        action: "Find out where the second identifier comes from",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    cx.tell_oddities(OddityKind::DuplicateId, rule, &WORDS, out);
    cx.tell_oddities(OddityKind::TwoIds, rule, &TWO, out);
}
