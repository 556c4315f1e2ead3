//! The message goes to another address than the request asked for, or the service's metadata names.

use super::{Context, Findings, Rule};
use crate::address;
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Facts, Reading};
use crate::metadata::Role;
use crate::saml::Located;
use crate::text::{Arg, texts};
use crate::webex::pages;

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
    let not_published = || own(facts).find(|own| !published.is_empty() && differs(own, &published));
    let (words, place, names) = match not_asked {
        Some((place, asked)) => (&WORDS, place, Arg::input(asked)),
        None => match not_published() {
            Some(place) => (&METADATA, place, cx.listed(published.iter().copied())),
            None => return,
        },
    };
    let mut args = cx.steps();
    args.extend([
        ("address", Arg::input(place.value.trim())),
        ("asked", names),
    ]);
    let source = match std::ptr::eq(words, &METADATA) {
        true => &pages::SAML_PROFILES,
        false => rule.source,
    };
    out.push(Diagnostic {
        severity: cx.unless_read(rule.severity),
        source,
        ..rule.finding(words, Some(place.span), args)
    });
}

/// The addresses that the message names.
fn own<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a Located> {
    let response = facts.message.response.as_ref();
    let subject = facts
        .assertion
        .and_then(|assertion| assertion.subject.as_ref());
    let confirmations = subject
        .into_iter()
        .flat_map(|subject| &subject.confirmations);
    let recipients = confirmations.filter_map(|confirmation| confirmation.recipient.as_ref());
    let destination = response.and_then(|response| response.destination.as_ref());
    let all = destination.into_iter().chain(recipients);
    all.filter(|address| !address.value.trim().is_empty())
}
