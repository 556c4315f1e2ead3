//! An attribute is there, but nothing of its value can be seen.

use super::{Context, Findings, Rule, guest_account};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Carrier, Field, FieldState};
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "empty-attribute",
    severity: Severity::Error,
    source: &pages::ERROR_31,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "empty-attribute" {
        title: "`{ $name }` is there, but empty",
        why: "Cisco requires this field. That an empty value counts as missing, also one of white space or \
              invisible characters only, is our reading. Most likely the user’s profile at the identity provider has \
              no value.",
        fix: "1. In the user’s profile, fill in the field that `{ $name }` comes from.\n{ $open }\n1. Make sure that `{ $name }` is filled from that field.\n{ $again }",
        action: "Give `{ $name }` a value",
    }
    GOOGLE "empty-attribute-google" {
        title: "`{ $name }` is there, but without a value",
        why: "Cisco requires this field. Google sends such an attribute where it is mapped from a field that is empty for this user, as a public report \
              shows: the mapping is there, the value is what is missing.",
        fix: "1. At Google open the user under **Directory › Users** and fill in the field that `{ $name }` is mapped from.\n{ $again }",
        action: "Give `{ $name }` a value",
    }
    NAME_ID "empty-attribute-name-id" {
        title: "The NameID is empty, and there is no `uid`",
        why: "Cisco requires a user name; by our reading the NameID or `uid` will do. Here neither has a value.",
        fix: "{ $open }\n1. Fill the NameID, and an attribute `uid`, with the user name at Webex, most often the e‑mail address.\n{ $again }",
        action: "Give the NameID a value",
    }
    OPTIONAL "empty-attribute-optional" {
        title: "`{ $name }` is there, but empty",
        why: "Webex does not need it to create an account. What it does with an empty value is not documented.",
        fix: "Fill it, or leave the attribute out.",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let is_google = facts.idp.id.as_str() == "google";
    for field in facts
        .fields
        .iter()
        .filter(|field| field.state == FieldState::Empty && !guest_account::is_told(facts, field))
    {
        let (words, severity) = match (field.is_required(), field.from) {
            (true, Some(Carrier::NameId(_))) => (&NAME_ID, rule.severity),
            (true, Some(Carrier::Attribute(own))) if is_google && own.values.is_empty() => {
                (&GOOGLE, rule.severity)
            }
            (true, _) => (&WORDS, rule.severity),
            (false, _) => (&OPTIONAL, Severity::Info),
        };
        let mut args = cx.steps_for(field);
        args.push(("name", Arg::input(field.name)));
        let code = facts.code_without(field);
        out.push(Diagnostic {
            field: Some(field.id.clone()),
            severity,
            code,
            source: match std::ptr::eq(words, &GOOGLE) {
                true => &pages::GOOGLE_EMPTY,
                false => rule.source,
            },
            ..rule.finding(words, Field::span(field), args)
        });
    }
}
