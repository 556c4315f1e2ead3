//! The identity provider answered with a failure: not an attribute problem.

use super::{CHECK_AGAIN, Context, Findings, Rule, called};
use crate::diagnostic::Severity;
use crate::facts::{Facts, Reading};
use crate::metadata::Role;
use crate::text::{Arg, Args, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "failed-status",
    severity: Severity::Error,
    source: &pages::FAILED_STATUS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "failed-status" {
        title: "The identity provider refused the sign-in: `{ $status }`",
        why: "A response with this status carries no attributes, so attributes are not the problem here, and error \
              31 does not come from this message.",
        fix: "1. Find this sign-in in the identity provider’s log; the reason is there.\n\
              1. Fix it, sign in again and check the new message here.",
        action: "Find the refused sign-in in the identity provider’s log",
    }
    POLICY "failed-status-name-id-policy" {
        title: "The identity provider can’t send the NameID that Webex asked for: `{ $status }`",
        why: "{ $asked } { $lists } A response with this status carries no attributes, so error 31 does not come from this message.",
        fix: "1. At the identity provider choose for the NameID of the Webex application a format that this service takes, best the one that was asked for.\n\
              1. Set the same one under **NameID Format** in the SSO configuration of Webex.\n{ $again }",
        action: "Choose one NameID format on both sides",
    }
    ASKED "name-id-policy-asked" "The request asks for the format `{ $format }`.";
    NOT_ASKED "name-id-policy-open" "The request leaves the format open.";
    NO_REQUEST "name-id-policy-no-request" "Which format the request asks for is not in what was given.";
    PUBLISHED "name-id-policy-published" "The service’s metadata lists { $list }.";
    LISTED "name-id-policy-listed" "The formats that we found for this service are { $list }.";
    NO_LIST "name-id-policy-no-list" "Which formats this service takes is not known.";
    WITH_MESSAGE "failed-status-message" {
        title: "The identity provider refused the sign-in: `{ $status }`",
        why: "It gives the reason `{ $message }`. A response with this status carries no attributes, so attributes \
              are not the problem here, and error 31 does not come from this message.",
        fix: "1. Find this sign-in in the identity provider’s log, starting from that reason.\n\
              1. Fix it, sign in again and check the new message here.",
        action: "Find the refused sign-in in the identity provider’s log",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx
        .facts
        .filter(|facts| facts.reading == Reading::FailedStatus)
    else {
        return;
    };
    let Some(status) = facts
        .message
        .response
        .as_ref()
        .and_then(|r| r.status.as_ref())
    else {
        return;
    };
    let short = |code: &str| code.rsplit(':').next().unwrap_or(code).to_owned();
    let codes: Vec<String> = status.codes.iter().map(|code| short(&code.value)).collect();
    let mut args = vec![("status", Arg::Input(codes.join(" / ")))];
    let message = status
        .message
        .as_ref()
        .map(|text| text.value.trim())
        .filter(|text| !text.is_empty());
    args.extend(message.map(|message| ("message", Arg::input(message))));
    if status
        .codes
        .iter()
        .any(|code| code.value.trim().ends_with(":InvalidNameIDPolicy"))
    {
        args.extend(policy(cx, facts));
        out.push(rule.finding(&POLICY, status.codes.last().map(|code| code.span), args));
        return;
    }
    let words = if message.is_some() {
        &WITH_MESSAGE
    } else {
        &WORDS
    };
    out.push(rule.finding(words, status.codes.first().map(|code| code.span), args));
}

/// The format that was asked for, and those that the service takes.
fn policy(cx: &Context, facts: &Facts) -> Args {
    let asked = match cx
        .asked
        .map(|asked| asked.request.name_id_format.as_deref())
    {
        Some(Some(format)) => Arg::Said(ASKED, vec![("format", Arg::input(called(format, &[])))]),
        Some(None) => Arg::said(&NOT_ASKED),
        None => Arg::said(&NO_REQUEST),
    };
    let published = cx.published(Role::Service);
    let published = published.flat_map(|entity| &entity.name_id_formats);
    let published: Vec<&str> = published.map(String::as_str).collect();
    let (phrase, formats) = match facts.sp.name_id_formats() {
        _ if !published.is_empty() => (PUBLISHED, published.as_slice()),
        Some(known) => (LISTED, known),
        None => (NO_LIST, &[][..]),
    };
    let names = formats.iter().map(|format| Arg::input(called(format, &[])));
    let list = Arg::List(names.collect(), None);
    vec![
        ("asked", asked),
        ("lists", Arg::Said(phrase, vec![("list", list)])),
        ("again", Arg::said(&CHECK_AGAIN)),
    ]
}
