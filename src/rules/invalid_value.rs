//! A value has a form that Webex may refuse.

use super::{Context, Findings, Rule, guest_account};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Carrier, Field, FieldState, Trouble};
use crate::text::{Arg, texts};
use crate::webex::{ServiceProvider, pages};

pub static RULE: Rule = Rule {
    id: "invalid-value",
    severity: Severity::Warning,
    source: &pages::MEETINGS_ATTRIBUTES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "invalid-value" {
        title: "`{ $name }` is not a time that Cisco lists",
        why: "Cisco lists three forms: a long number, UTC time and LDIF time. This value has none of them.",
        fix: "Send it in one of the three forms, for example `20261121091407Z`, or leave it out: error 31 does not need it.",
    }
    ELEMENTS "invalid-value-elements" {
        title: "`{ $name }` holds elements instead of text",
        why: "Webex reads text. What it does with elements inside the value is not documented.",
        fix: "{ $open }\n1. Send `{ $name }` as plain text.\n{ $again }",
        action: "Send `{ $name }` as plain text",
    }
    TOO_LONG "invalid-value-too-long" {
        title: "`{ $name }` is longer than { $limit } characters",
        why: "It has { $length }. Cisco’s guide for this server allows at most { $limit }.",
        fix: "{ $open }\n1. Fill `{ $name }` from a shorter field.\n{ $again }",
        action: "Shorten `{ $name }`",
    }
    USER_NAME_TOO_LONG "invalid-value-user-name-too-long" {
        title: "`{ $name }` is longer than { $limit } characters",
        why: "It has { $length }. Cisco’s page on creating users through its API allows at most { $limit } for a user name; a vendor of Webex add-ons \
              reports that the account is not created with a longer one.",
        fix: "{ $open }\n1. Fill `{ $name }` from a shorter field.\n{ $again }",
        action: "Shorten `{ $name }`",
    }
    LIKELY_TOO_LONG "invalid-value-likely-too-long" {
        title: "`{ $name }` is longer than { $limit } characters",
        why: "It has { $length }. Cisco’s guide for this server allows at most { $limit } in a field like it; that this one has the same limit is our reading.",
        fix: "{ $open }\n1. Fill `{ $name }` from a shorter field.\n{ $again }",
        action: "Shorten `{ $name }`",
    }
    COUNTRY "invalid-value-country" {
        title: "`{ $name }` is `{ $value }`, not a country in two letters",
        why: "Cisco’s table asks for a country in two letters, such as `RS`. What becomes of another value is not documented.",
        fix: "{ $open }\n1. Send the two letters of the country, or leave `{ $name }` out.\n{ $again }",
    }
    COUNT "invalid-value-count" {
        title: "`{ $name }` is `{ $value }`, not a number",
        why: "By Cisco’s table it is a number. What becomes of another value is not documented.",
        fix: "{ $open }\n1. Send a number, or leave `{ $name }` out.\n{ $again }",
    }
    SESSIONS "invalid-value-sessions" {
        title: "`{ $name }` is `{ $value }`, not a list of numbers",
        why: "Cisco’s table shows a list of numbers of session types. The table is damaged there; by our reading the form is `<2,6,8>`. The numbers are those of the site.",
        fix: "1. Look up the numbers: on the home page of Site Administration they are in the column **Index**.\n{ $open }\n1. Send them as `<2,6,8>`, or leave `{ $name }` out.\n{ $again }",
    }
    CHARACTERS "invalid-value-characters" {
        title: "The user name `{ $value }` has other characters than letters, digits, `-`, `_`, `.` and `@`",
        why: "A vendor of Webex add-ons reports that no account is created for such a user name. Cisco’s pages don’t say so, and \
              it is not counted as a cause of error 31 here.",
        fix: "Nothing has to be done for now. If everything else is ruled out, add one such user by hand at Webex: then it shows \
              whether Webex takes this user name.",
    }
    YES_NO "invalid-value-yes-no" {
        title: "`{ $name }` is `{ $value }`, neither yes nor no",
        why: "Cisco lists `True`, `true`, `False`, `false`, `Yes`, `yes`, `No` and `no`. With any other value a \
              host account may be created, which takes a licence.",
        fix: "{ $open }\n1. Send one of the listed values.\n{ $again }",
        action: "Send `{ $name }` as `true` or `false`",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    for field in &facts.fields {
        let Some(trouble) = field.trouble else {
            continue;
        };
        let value = field.value.unwrap_or_default();
        let name = match field.from {
            Some(Carrier::NameId(_)) => "NameID",
            _ => field.name,
        };
        let mut args = cx.steps_for(field);
        args.extend([("name", Arg::input(name)), ("value", Arg::input(value))]);
        let words = match trouble {
            Trouble::Elements => &ELEMENTS,
            Trouble::TooLong(limit) | Trouble::LikelyTooLong(limit) => {
                args.extend([
                    ("limit", limit.into()),
                    ("length", value.chars().count().into()),
                ]);
                match facts.sp {
                    _ if matches!(trouble, Trouble::LikelyTooLong(_)) => &LIKELY_TOO_LONG,
                    ServiceProvider::MeetingsServer => &TOO_LONG,
                    _ => &USER_NAME_TOO_LONG,
                }
            }
            Trouble::Characters if guest_account::is_told(facts, field) => continue,
            Trouble::Characters => &CHARACTERS,
            Trouble::YesNo => &YES_NO,
            Trouble::Country => &COUNTRY,
            Trouble::Count => &COUNT,
            Trouble::Sessions => &SESSIONS,
            Trouble::Timestamp => &WORDS,
            Trouble::Email
            | Trouble::Padded
            | Trouble::Transient
            | Trouble::Masked
            | Trouble::Expression => continue,
        };
        let source = match trouble {
            Trouble::Characters => &pages::USER_NAMES,
            Trouble::TooLong(_) if field.id == "username" => &pages::CREATE_USER,
            _ => field.source.unwrap_or(rule.source),
        };
        let severity = if field.is_required() && field.state == FieldState::Invalid {
            rule.severity
        } else {
            Severity::Info
        };
        out.push(Diagnostic {
            field: Some(field.id.clone()),
            severity,
            source,
            ..rule.finding(words, Field::span(field), args)
        });
    }
}
