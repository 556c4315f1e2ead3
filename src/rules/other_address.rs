//! The message goes to another address than the request asked for, the service's metadata names, or Webex has.

use super::{Context, Findings, Rule};
use crate::address;
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Facts, Reading};
use crate::metadata::Role;
use crate::saml::Located;
use crate::text::{Arg, texts};
use crate::webex::{self, ServiceProvider, pages};

pub static RULE: Rule = Rule {
    id: "other-address",
    severity: Severity::Warning,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "other-address" {
        title: "The response goes to `{ $address }`, the request asked for `{ $asked }`",
        why: "By the standard a response goes to the address that the request names (`AssertionConsumerServiceURL`). Many identity \
              providers send it only to the one that is entered there.",
        fix: "1. At the identity provider compare the reply address (ACS URL) of the Webex application with the one in Webex’s metadata, \
              character by character, with all that follows `?`.\n\
              1. Enter it exactly as it is there.\n{ $again }",
        action: "Compare the reply address at the identity provider with Webex’s",
    }
    METADATA "other-address-metadata" {
        title: "The response goes to `{ $address }`, which is not in the service’s metadata",
        why: "The metadata names { $asked }. By the standard the response goes to one of these addresses.",
        fix: "1. Check that the metadata is that of the site that the user signs in to, and that it is up to date.\n\
              1. At the identity provider enter the reply address (ACS URL) exactly as it is there, with all that follows `?`.\n{ $again }",
        action: "Enter the reply address exactly as it is in the metadata",
    }
    ELSEWHERE "other-address-elsewhere" {
        title: "The response goes to `{ $address }`, not to an address at `webex.com`",
        why: "It is meant for Webex, and by the standard it names the address at Webex to which it is posted. In the list of Webex’s \
              codes 14 says that the recipient does not match `webex.com`; that it is the answer to this is our reading.",
        fix: "1. At the identity provider enter the reply address (ACS URL) of your site, as in \
              `https://SITENAME.webex.com/dispatcher/SAML2AuthService?siteurl=SITENAME`.\n{ $again }",
        action: "Enter the address of the site as the reply address",
    }
    UNNAMED "other-address-unnamed" {
        title: "The assertion names no `Recipient`",
        why: "By the standard `SubjectConfirmationData` names the address at Webex to which the assertion is posted. In the list of Webex’s \
              codes 14 says that the recipient does not match `webex.com`; that it is the answer to this too is our reading.",
        fix: "1. At the identity provider enter the reply address (ACS URL) of your site: most write it into `Recipient`.\n{ $again }",
        action: "Have the identity provider send a `Recipient`",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.facts else { return };
    if !matches!(facts.reading, Reading::Full | Reading::Encrypted) {
        return;
    }
    let asked = cx.asked.and_then(|asked| asked.request.consumer.as_deref());
    let published = cx
        .published(Role::Service)
        .flat_map(|entity| &entity.consumers);
    let published: Vec<&str> = published.map(String::as_str).collect();
    let differs =
        |own: &&Located, all: &[&str]| !all.iter().any(|other| address::is_same(&own.value, other));
    let not_asked =
        asked.and_then(|asked| Some((own(facts).find(|own| differs(own, &[asked]))?, asked)));
    let elsewhere = || {
        let is_elsewhere = |own: &&Located| !webex::is_host(address::host(&own.value));
        own(facts).find(|own| facts.sp == ServiceProvider::MeetingsSite && is_elsewhere(own))
    };
    let not_published = || own(facts).find(|own| !published.is_empty() && differs(own, &published));
    let (words, place, names) = match not_asked {
        Some((place, asked)) => (&WORDS, place, Arg::input(asked)),
        None => match (not_published(), elsewhere()) {
            (Some(place), _) => (&METADATA, place, cx.listed(published.iter().copied())),
            (None, Some(place)) => (&ELSEWHERE, place, Arg::from("")),
            (None, None) => return unnamed(rule, cx, facts, out),
        },
    };
    let (_, code) = cx.weighed(14, rule.severity);
    let mut args = cx.steps();
    args.extend([
        ("address", Arg::input(place.value.trim())),
        ("asked", names),
    ]);
    let source = match std::ptr::eq(words, &WORDS) {
        true => rule.source,
        false => &pages::SAML_PROFILES,
    };
    out.push(Diagnostic {
        severity: cx.unless_read(rule.severity),
        code: code.filter(|code| cx.code == *code || std::ptr::eq(words, &ELSEWHERE)),
        source,
        ..rule.finding(words, Some(place.span), args)
    });
}

/// Where code 14 is asked about, an assertion without a recipient is worth telling.
fn unnamed(rule: &Rule, cx: &Context, facts: &Facts, out: &mut Findings) {
    let (severity, code) = cx.weighed(14, rule.severity);
    let is_whole = facts.reading == Reading::Full && facts.excerpt.is_none();
    if code != Some(cx.code) || !is_whole || recipients(facts).next().is_some() {
        return;
    }
    let subject = facts
        .assertion
        .and_then(|one| Some(one.subject.as_ref()?.span));
    out.push(Diagnostic {
        severity,
        code,
        source: &pages::SAML_PROFILES,
        ..rule.finding(&UNNAMED, subject, cx.steps())
    });
}

/// The addresses that the message names.
fn own<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a Located> {
    let response = facts.message.response.as_ref();
    let destination = response.and_then(|response| response.destination.as_ref());
    named(destination).chain(recipients(facts))
}

fn recipients<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a Located> {
    let subject = facts
        .assertion
        .and_then(|assertion| assertion.subject.as_ref());
    let confirmations = subject
        .into_iter()
        .flat_map(|subject| &subject.confirmations);
    named(confirmations.filter_map(|confirmation| confirmation.recipient.as_ref()))
}

fn named<'a>(all: impl IntoIterator<Item = &'a Located>) -> impl Iterator<Item = &'a Located> {
    all.into_iter()
        .filter(|address| !address.value.trim().is_empty())
}
