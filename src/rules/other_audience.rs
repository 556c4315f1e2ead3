//! The message is for another entity ID than the one that asked for it, or that the service's metadata names.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::metadata::Role;
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "other-audience",
    severity: Severity::Warning,
    source: &pages::SAML_PROFILES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "other-audience" {
        title: "The message is for `{ $audience }`, the request came from `{ $asked }`",
        why: "By the standard the entity ID that sends the request (`Issuer`) has to be an `Audience` of the response. Entity IDs are compared \
              character by character, with letter case and a slash at the end.",
        fix: "1. At the identity provider enter the entity ID of the Webex application exactly as it is in the request.\n{ $again }",
        action: "Enter the entity ID at the identity provider exactly as it is in the request",
    }
    METADATA "other-audience-metadata" {
        title: "The message is for `{ $audience }`, which is not the entity ID in the service’s metadata",
        why: "The metadata names { $asked }. By the standard that one has to be an `Audience` of the response. Entity IDs are compared character by \
              character, with letter case and a slash at the end.",
        fix: "1. Check that the metadata is that of the site that the user signs in to, and that it is up to date.\n\
              1. At the identity provider enter the entity ID of the Webex application exactly as it is there.\n{ $again }",
        action: "Enter the entity ID at the identity provider exactly as it is in the metadata",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(assertion) = cx.readable().and_then(|facts| facts.assertion) else {
        return;
    };
    let restrictions = assertion
        .conditions
        .iter()
        .flat_map(|conditions| &conditions.audience_restrictions);
    let audiences: Vec<_> = restrictions
        .flatten()
        .filter(|audience| !audience.value.trim().is_empty())
        .collect();
    let Some(first) = audiences.first() else {
        return;
    };
    let is_there = |id: &str| audiences.iter().any(|audience| audience.value.trim() == id);
    let asked = cx.asked.and_then(|asked| asked.request.issuer.as_deref());
    let published: Vec<&str> = cx
        .published(Role::Service)
        .map(|entity| entity.id.as_str())
        .collect();
    let is_published = published.is_empty() || published.iter().any(|id| is_there(id));
    let (words, names) = match asked.filter(|asked| !is_there(asked)) {
        Some(asked) => (&WORDS, Arg::input(asked)),
        None if is_published => return,
        None => (&METADATA, cx.listed(published.iter().copied())),
    };
    let mut args = cx.steps();
    args.extend([
        ("audience", Arg::input(first.value.trim())),
        ("asked", names),
    ]);
    out.push(Diagnostic {
        severity: cx.unless_read(rule.severity),
        ..rule.finding(words, Some(first.span), args)
    });
}
