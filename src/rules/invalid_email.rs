//! The e-mail address has not the form of one.

use super::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Field, Trouble};
use crate::text::Words;

pub static RULE: Rule = Rule {
    id: "invalid-email",
    severity: Severity::Warning,
    source: "https://help.webex.com/article/WBX67566",
    words: &[&WORDS],
    check,
};

static WORDS: Words = Words {
    id: "invalid-email",
    title: "`{ $name }` holds `{ $value }`, which is not one e-mail address",
    why: "Webex needs the user's e-mail address. That it refuses this value is our reading; no page of Cisco's says what \
          it does with one.",
    fix: "1. Look up the field in the user's profile from which `{ $name }` is filled, and correct it. A space, or a \
          second address, is easily overlooked.\n{ $again }",
    action: "Correct the value of `{ $name }`",
};

fn check(rule: &Rule, cx: &Context, out: &mut Vec<Diagnostic>) {
    let Some(facts) = cx.readable() else { return };
    for field in facts
        .fields
        .iter()
        .filter(|field| field.trouble == Some(Trouble::Email))
    {
        let mut args = cx.steps();
        args.extend([
            ("name", field.name.to_owned()),
            ("value", field.value.unwrap_or_default().to_owned()),
        ]);
        out.push(Diagnostic {
            field: Some(field.id.clone()),
            ..rule.finding(&WORDS, Field::span(field), args)
        });
    }
}
