//! A document type declaration: refused, here and by every careful SAML reader.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::text::texts;
use crate::webex::pages;
use crate::xml::Reason;

pub static RULE: Rule = Rule {
    id: "doctype",
    severity: Severity::Error,
    source: &pages::SAML_BINDINGS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "doctype" {
        title: "The document has a document type declaration",
        why: "SAML messages don’t contain one. It can make software load files or use up memory, so the text is not \
              read any further, here or by a careful service.",
        fix: "1. Copy the message again from the sign-in itself.\n\
              1. If it arrives like this, find out what inserted the declaration: a proxy, a template, or an attack.",
        action: "Find out where the document type declaration comes from",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    if let Some(error) = cx.refused.filter(|error| error.reason == Reason::Doctype) {
        out.push(rule.finding(&WORDS, Some(error.span), vec![]));
    }
}
