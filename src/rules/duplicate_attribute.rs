//! A field has several values: which one Webex takes is not documented.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Field, FieldState};
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "duplicate-attribute",
    severity: Severity::Warning,
    source: &pages::MEETINGS_ATTRIBUTES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "duplicate-attribute" {
        title: "`{ $name }` has several values: { $count }",
        why: "Which of them Webex takes, or whether it refuses them, is not documented. Cisco’s table has one value for each attribute.",
        fix: "{ $open }\n1. Make sure that only one rule sends `{ $name }`, with one value.\n{ $again }",
        action: "Send `{ $name }` once, with one value",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    for field in facts
        .fields
        .iter()
        .filter(|field| field.state == FieldState::Duplicate)
    {
        let same = facts
            .attributes
            .iter()
            .filter(|attribute| attribute.name.value == field.name);
        let count: usize = same.map(|attribute| attribute.values.len().max(1)).sum();
        let mut args = cx.steps_for(field);
        args.extend([("name", Arg::input(field.name)), ("count", count.into())]);
        let severity = if field.is_required() {
            rule.severity
        } else {
            Severity::Info
        };
        out.push(Diagnostic {
            field: Some(field.id.clone()),
            severity,
            ..rule.finding(&WORDS, Field::span(field), args)
        });
    }
}
