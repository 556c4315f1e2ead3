//! Well-formed XML that is not SAML.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::saml::Kind;
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "not-saml",
    severity: Severity::Error,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "not-saml" {
        title: "This is XML, but not a SAML message: its root is `{ $root }`",
        why: "The namespace of the root is `{ $namespace }`. A SAML 2.0 response has the root `Response` in \
              `urn:oasis:names:tc:SAML:2.0:protocol`.",
        fix: "Paste the value of `SAMLResponse` that the browser posted to Webex.",
        action: "Paste the posted `SAMLResponse` instead",
    }
    SOAP "not-saml-soap" {
        title: "This is a SOAP envelope",
        why: "A browser sign-in to Webex uses the plain SAML response, without an envelope.",
        fix: "If there is a response inside, paste only that part: from `<Response` to its end tag.",
        action: "Paste the response inside the envelope",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(message) = cx.facts.map(|facts| facts.message) else {
        return;
    };
    let words = match message.kind {
        Kind::Other => &WORDS,
        Kind::Soap => &SOAP,
        _ => return,
    };
    let args = vec![
        ("root", Arg::input(&message.root_name)),
        ("namespace", Arg::input(&message.root_namespace)),
    ];
    out.push(rule.finding(words, Some(message.root_span), args));
}
