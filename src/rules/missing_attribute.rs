//! A required field is not in the message, under any name that Webex reads.

use super::{Context, Findings, Rule, guest_account};
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::facts::{Facts, Field, FieldState};
use crate::text::{Arg, texts};
use crate::webex::ServiceProvider;
use crate::webex::attributes::Need;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "missing-attribute",
    severity: Severity::Error,
    source: &pages::ERROR_31,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "missing-attribute" {
        title: "`{ $name }` is missing",
        why: "To create an account Cisco requires user name, first name, last name and e‑mail. No attribute of this \
              message is called `{ $name }`. If it arrives for other users, this user’s profile probably has no \
              value.",
        fix: "{ $open }\n{ $add }\n1. Make sure that the user’s profile has a value for it.\n{ $again }",
        action: "Send `{ $name }`",
    }
    USERNAME "missing-attribute-username" {
        title: "The message has no user name: neither NameID nor `uid`",
        why: "Cisco’s table takes the user name from `uid`; the article on error 31 says that `uid` is not needed, so the NameID must do then (our reading). Here there is neither.",
        fix: "{ $open }\n1. Send the NameID, and an attribute `uid` with the same value: the user name at Webex, most often the e‑mail address.\n{ $again }",
        action: "Send a NameID and `uid`",
    }
    HINT "missing-attribute-hint" {
        title: "`{ $name }` is missing",
        why: "To create an account Cisco requires user name, first name, last name and e‑mail. No attribute of this message is \
              called `{ $name }`. `{ $other }` may be meant, but that name can mean something else as well.",
        fix: "{ $open }\n{ $add }\n1. Look whether `{ $other }` holds it for every user: then its source is the right one.\n{ $again }",
        action: "Send `{ $name }`",
    }
    USERNAME_HINT "missing-attribute-username-hint" {
        title: "The message has no user name: neither NameID nor `uid`",
        why: "Cisco’s table takes the user name from `uid`; the article on error 31 says that `uid` is not needed, so the NameID \
              must do then (our reading). Here there is neither. `{ $other }` may be meant, but that name can mean something \
              else as well.",
        fix: "{ $open }\n1. Send the NameID, and an attribute `uid` with the same value: the user name at Webex, most often the e‑mail address.\n{ $again }",
        action: "Send a NameID and `uid`",
    }
    UID "missing-attribute-uid" {
        title: "`uid` is missing",
        why: "Control Hub finds the user by `uid`, in lower case. No attribute of this message has that name.",
        fix: "{ $open }\n1. Add an attribute `uid` with the user’s e‑mail address at Webex.\n{ $again }",
        action: "Send `uid`",
    }
    SITE "missing-attribute-site" {
        title: "`{ $name }` is missing",
        why: "You said that this site requires it. No attribute of this message is called `{ $name }`.",
        fix: "{ $open }\n{ $add }\n{ $again }",
        action: "Send `{ $name }`",
    }
    ADD "add-attribute" "1. Add an attribute named exactly `{ $name }`, in lower case and without a namespace.";
    ADD_AS_NAMED "add-attribute-as-named" "1. Add an attribute named exactly `{ $name }`.";
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    for field in facts.fields.iter().filter(|field| is_missing(field)) {
        if guest_account::is_told(facts, field) {
            continue;
        }
        let words = match (field.id.as_str(), field.need) {
            ("username", _) if field.hint.is_some() && facts.sp != ServiceProvider::ControlHub => {
                &USERNAME_HINT
            }
            (_, Need::Always) if field.hint.is_some() && field.id != "username" => &HINT,
            ("username", _) if facts.sp == ServiceProvider::ControlHub => &UID,
            ("username", _) => &USERNAME,
            (_, Need::Site) => &SITE,
            _ => &WORDS,
        };
        let mut args = cx.steps_for(field);
        args.push(("add", add(facts, field)));
        args.push(("name", Arg::input(field.name)));
        args.extend(
            field
                .hint
                .map(|hint| ("other", Arg::input(&hint.name.value))),
        );
        let finding = rule.finding(words, place(facts), args);
        let code = facts.code_without(field);
        let source = field.source.unwrap_or(rule.source);
        out.push(Diagnostic {
            field: Some(field.id.clone()),
            code,
            source,
            ..finding
        });
    }
}

/// Where an attribute is most likely meant for it, `misnamed-attribute` says so.
fn is_missing(field: &Field) -> bool {
    field.is_required() && field.state == FieldState::Missing && field.misnaming.is_none()
}

pub(super) fn add(facts: &Facts, field: &Field) -> Arg {
    let fill = facts.idp.fill_of(field.name);
    let phrase = match (fill, field.need) {
        (Some(_), _) => facts.idp.recipe.add,
        (None, Need::Site) => &ADD_AS_NAMED,
        (None, _) => &ADD,
    };
    let fill = Arg::from(fill.unwrap_or_default());
    Arg::Said(
        *phrase,
        vec![("name", Arg::input(field.name)), ("fill", fill)],
    )
}

/// The end of the attribute statement, where it should stand; else the assertion.
fn place(facts: &Facts) -> Option<Span> {
    let assertion = facts.assertion?;
    Some(
        assertion
            .attribute_statements
            .last()
            .map_or(assertion.span, |statement| statement.end),
    )
}
