//! The user was signed in in another way than the request asked for.

use super::{Context, Findings, Rule, called};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "other-authn-context",
    severity: Severity::Warning,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "other-authn-context" {
        title: "The way of signing in is `{ $class }`, the request asked for another",
        why: "`RequestedAuthnContext` asks for { $asked } and nothing else. Where the class of the response is not in the list of the site, Webex \
              answers with code 13.",
        fix: "1. Look whether the user was signed in in an unusual way, for example outside the company network or by a certificate.\n\
              1. Have the identity provider send one of the classes that are asked for, or add `{ $class }` to the list under **Configuration › Common \
              Site Settings › SSO Configuration**.\n{ $again }",
        action: "Send the `AuthnContextClassRef` that the request asks for",
    }
    ABSENT "other-authn-context-absent" {
        title: "The response doesn’t say how the user was signed in, though the request asked for it",
        why: "`RequestedAuthnContext` asks for { $asked }, and the assertion has no `AuthnContextClassRef`. Where it is not in the list of the site, \
              Webex answers with code 13.",
        fix: "1. Have the identity provider send `AuthnContextClassRef` with one of the classes that are asked for.\n{ $again }",
        action: "Send the `AuthnContextClassRef` that the request asks for",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let (Some(request), Some(assertion)) = (
        cx.asked.map(|asked| &asked.request),
        cx.readable().and_then(|facts| facts.assertion),
    ) else {
        return;
    };
    let is_exact = request
        .comparison
        .as_deref()
        .is_none_or(|comparison| comparison == "exact");
    let statements = &assertion.authn_statements;
    if request.contexts.is_empty() || !is_exact || statements.is_empty() {
        return;
    }
    let classes = statements
        .iter()
        .filter_map(|statement| statement.class_ref.as_ref());
    let classes: Vec<_> = classes
        .filter(|class| !class.value.trim().is_empty())
        .collect();
    let is_asked = |class: &str| request.contexts.iter().any(|asked| asked == class);
    if classes.iter().any(|class| is_asked(class.value.trim())) {
        return;
    }
    let class = classes.first().map(|class| class.value.trim());
    let mut all: Vec<&str> = request.contexts.iter().map(String::as_str).collect();
    let asked = all.clone();
    all.extend(class);
    let mut args = cx.steps();
    args.push((
        "asked",
        cx.listed(asked.iter().map(|asked| called(asked, &all))),
    ));
    args.extend(class.map(|class| ("class", Arg::input(called(class, &all)))));
    let (words, span) = match classes.first() {
        Some(class) => (&WORDS, Some(class.span)),
        None => (&ABSENT, statements.first().map(|statement| statement.span)),
    };
    let (severity, code) = cx.weighed(13, rule.severity);
    out.push(Diagnostic {
        severity,
        code,
        ..rule.finding(words, span, args)
    });
}
