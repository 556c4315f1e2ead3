//! The sender is another one than the identity provider's metadata names.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::metadata::Role;
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "other-issuer",
    severity: Severity::Warning,
    source: &pages::SSO_ERRORS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "other-issuer" {
        title: "The message is from `{ $issuer }`, which is not in the identity provider’s metadata",
        why: "The metadata names { $asked }. Where the issuer is not the one that is set at Webex as **Issuer for SAML (IdP ID)**, character by \
              character, Webex answers with code 24.",
        fix: "1. Check that the metadata is that of the identity provider that the user signs in at, and that it is up to date.\n\
              1. At Webex compare **Issuer for SAML (IdP ID)** with `{ $issuer }`; where they differ, import the metadata of the identity \
              provider again.\n{ $again }",
        action: "Compare the issuer with the one that is set at Webex",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let published = cx
        .published(Role::IdentityProvider)
        .map(|entity| entity.id.as_str());
    let published: Vec<&str> = published.collect();
    if facts.issuer.is_empty() || published.is_empty() || published.contains(&facts.issuer) {
        return;
    }
    let issuer = facts
        .assertion
        .and_then(|assertion| assertion.issuer.as_ref());
    let issuer = issuer.or(facts
        .message
        .response
        .as_ref()
        .and_then(|response| response.issuer.as_ref()));
    let mut args = cx.steps();
    args.extend([
        ("issuer", Arg::input(facts.issuer)),
        ("asked", cx.listed(published.iter().copied())),
    ]);
    let (severity, code) = cx.weighed(24, rule.severity);
    out.push(Diagnostic {
        severity,
        code,
        ..rule.finding(&WORDS, issuer.map(|issuer| issuer.span), args)
    });
}
