//! NameID and uid differ: Cisco's pages disagree which one becomes the user name.

use super::{Context, Findings, Rule, guest_account};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Carrier, Facts, FieldState};
use crate::text::{Arg, texts};
use crate::webex::ServiceProvider;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "username-conflict",
    severity: Severity::Warning,
    source: &pages::MEETINGS_ATTRIBUTES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "username-conflict" {
        title: "NameID and `uid` differ: `{ $nameid }`, `{ $uid }`",
        why: "Cisco’s attribute table (WBX67566) takes the user name from `uid`; the article on error 31 (WBX54421) \
              says that `uid` is not needed. Which of the two becomes the user name is not documented. If one of \
              them belongs to an account already, creating another may fail.",
        fix: "{ $open }\n1. Fill NameID and `uid` from the same field: the one that holds the user name at Webex.\n{ $again }",
        action: "Fill NameID and `uid` with the user name that the accounts have at Webex",
    }
    SERVER "username-conflict-server" {
        title: "The user name `{ $uid }` is not the e‑mail address `{ $email }`",
        why: "WebEx Meetings Server asks for the e‑mail address as NameID and `uid`, and creates no account otherwise.",
        fix: "{ $open }\n1. Fill NameID and `uid` from the e‑mail address.\n{ $again }",
        action: "Fill the NameID from the e‑mail address",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    if facts.sp == ServiceProvider::ControlHub {
        return;
    }
    if let Some((nameid, uid)) = both(facts).filter(|(nameid, uid)| {
        let is_guest = guest_account::name(facts).is_some();
        nameid.to_lowercase() != uid.to_lowercase() && !is_guest
    }) {
        let mut args = cx.user_name_steps();
        args.extend([("nameid", Arg::input(nameid)), ("uid", Arg::input(uid))]);
        let span = facts.fields.first().and_then(|field| field.span());
        out.push(rule.finding(&WORDS, span, args));
    }
    let value = |id: &str| {
        let field = facts
            .fields
            .iter()
            .find(|field| field.id == id && field.state == FieldState::Ok)?;
        Some((field, field.value?.trim()))
    };
    if let (ServiceProvider::MeetingsServer, Some((field, uid)), Some((_, email))) =
        (facts.sp, value("username"), value("email"))
        && uid.to_lowercase() != email.to_lowercase()
    {
        let mut args = cx.user_name_steps();
        args.extend([("uid", Arg::input(uid)), ("email", Arg::input(email))]);
        let finding = rule.finding(&SERVER, field.span(), args);
        out.push(Diagnostic {
            source: &pages::SERVER_USER_NAMES,
            ..finding
        });
    }
}

/// The values of NameID and `uid`, where both are usable.
fn both<'a>(facts: &'a Facts) -> Option<(&'a str, &'a str)> {
    let username = facts.fields.iter().find(|field| field.id == "username")?;
    let uid = match username.from? {
        Carrier::Attribute(_) if username.state == FieldState::Ok => username.value?.trim(),
        _ => return None,
    };
    let name_id = facts.name_id()?;
    let value = name_id.text.value.trim();
    (!name_id.is_transient() && !value.is_empty()).then_some((value, uid))
}
