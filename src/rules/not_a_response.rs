//! A message of the sign-in family, but not the response that carries the attributes.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::saml::Kind;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "not-a-response",
    severity: Severity::Error,
    source: &pages::SAML_PROFILES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "not-a-response" {
        title: "This is the request to the identity provider, not its response",
        why: "Webex sends it before the user signs in, so it holds no attributes and shows no cause of error 31.",
        fix: "In the same capture take the later request: the POST to Webex whose form has `SAMLResponse`.",
        action: "Paste the response instead of the request",
    }
    LOGOUT "not-a-response-logout" {
        title: "This is a sign-out message",
        why: "It ends a session and holds no attributes, so it shows no cause of error 31.",
        fix: "Paste the `SAMLResponse` of the sign-in that failed.",
        action: "Paste the response of the sign-in",
    }
    ARTIFACT "not-a-response-artifact" {
        title: "This is an artifact message",
        why: "An artifact request or response goes from server to server. What is checked here is the response that the browser posts.",
        fix: "Paste the `SAMLResponse` that the browser posted to Webex.",
        action: "Paste the posted response",
    }
    METADATA "not-a-response-metadata" {
        title: "This is SAML metadata, not a message",
        why: "Metadata describes a provider. Only the response of a sign-in shows which attributes arrived.",
        fix: "Paste the `SAMLResponse` of the sign-in that failed.",
        action: "Paste the response of the sign-in",
    }
    WS_FEDERATION "not-a-response-ws-federation" {
        title: "This is a WS-Federation or WS-Trust token response",
        why: "Webex no longer supports WS-Federation; it reads SAML 2.0 responses.",
        fix: "1. At the identity provider set the Webex application to SAML 2.0.\n1. Sign in again and paste the `SAMLResponse`.",
        action: "Set the Webex application to SAML 2.0",
    }
    SAML1 "not-a-response-saml1" {
        title: "This is a message of SAML 1.1",
        why: "Webex no longer supports SAML 1.1; it reads SAML 2.0 responses.",
        fix: "1. At the identity provider set the Webex application to SAML 2.0.\n1. Sign in again and paste the `SAMLResponse`.",
        action: "Set the Webex application to SAML 2.0",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(message) = cx.facts.map(|facts| facts.message) else {
        return;
    };
    let (words, source) = match message.kind {
        Kind::AuthnRequest => (&WORDS, rule.source),
        Kind::Logout => (&LOGOUT, rule.source),
        Kind::Artifact => (&ARTIFACT, rule.source),
        Kind::Metadata => (&METADATA, rule.source),
        Kind::WsFederation => (&WS_FEDERATION, &pages::SSO_MEETINGS),
        Kind::Saml1 => (&SAML1, &pages::SSO_MEETINGS),
        _ => return,
    };
    out.push(Diagnostic {
        source,
        ..rule.finding(words, Some(message.root_span), vec![])
    });
}
