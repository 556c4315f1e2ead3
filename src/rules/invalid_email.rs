//! The e-mail address has not the form of one.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Field, Trouble};
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "invalid-email",
    severity: Severity::Warning,
    source: &pages::MEETINGS_ATTRIBUTES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "invalid-email" {
        title: "`{ $name }` holds `{ $value }`, which is not exactly one valid e‑mail address",
        why: "Webex needs the user’s e‑mail address. We assume that Webex refuses such a value; no Cisco page says \
              so.",
        fix: "1. Find the field in the user’s profile that `{ $name }` is filled from, and correct it. A space or a second address is easy to overlook.\n\
              { $again }",
        action: "Correct the value of `{ $name }`",
    }
    PADDED "invalid-email-padded" {
        title: "`{ $name }` has white space around the address: `{ $value }`",
        why: "Webex needs the user’s e‑mail address and nothing else. We assume that Webex refuses such a value; no \
              Cisco page says so.",
        fix: "1. Correct the field in the user’s profile, or the rule, that `{ $name }` is filled from.\n{ $again }",
        action: "Remove the white space from `{ $name }`",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    for field in &facts.fields {
        let words = match field.trouble {
            Some(Trouble::Email) => &WORDS,
            Some(Trouble::Padded) => &PADDED,
            _ => continue,
        };
        let mut args = cx.steps();
        args.extend([
            ("name", Arg::input(field.name)),
            ("value", Arg::input(field.value.unwrap_or_default())),
        ]);
        let finding = rule.finding(words, Field::span(field), args);
        out.push(Diagnostic {
            field: Some(field.id.clone()),
            ..finding
        });
    }
}
