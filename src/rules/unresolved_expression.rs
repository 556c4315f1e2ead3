//! A rule of the identity provider was sent as it is written, instead of what it stands for.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Field, Trouble, values};
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "unresolved-expression",
    severity: Severity::Warning,
    source: &pages::MEETINGS_ATTRIBUTES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "unresolved-expression" {
        title: "`{ $name }` holds the expression `{ $value }` instead of its value",
        why: "It arrived as text: the identity provider did not resolve it. Webex gets the same letters for every user.",
        fix: "{ $open }\n1. Choose the field of the profile from the list, or write the expression where expressions are read: in \
              Okta as the **Value** without the `$` and the braces around it, in Entra as **Source attribute**, chosen and not typed.\n{ $again }",
        action: "Let `{ $name }` be filled from the profile",
    }
    NAME "unresolved-expression-name" {
        title: "An attribute is called `{ $value }`: the expression is where the name belongs",
        why: "Webex reads attributes by their names. Name and value were most likely put in the wrong boxes.",
        fix: "{ $open }\n1. Put the name that Webex reads into the box for the name, and this expression into the one for the value.\n{ $again }",
        action: "Swap name and value of `{ $value }`",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    for field in &facts.fields {
        if field.trouble == Some(Trouble::Expression) {
            let mut args = cx.steps();
            args.push(("name", Arg::input(field.name)));
            args.push(("value", Arg::input(field.value.unwrap_or_default())));
            let finding = rule.finding(&WORDS, Field::span(field), args);
            out.push(Diagnostic {
                field: Some(field.id.clone()),
                ..finding
            });
        }
    }
    let named = facts.attributes.iter().filter(|attribute| {
        let name = attribute.name.value.as_str();
        values::is_expression(name)
            && (name.starts_with(['$', '[', '{', '#']) || name.starts_with("appuser."))
    });
    for attribute in named {
        let mut args = cx.steps();
        args.push(("value", Arg::input(&attribute.name.value)));
        out.push(rule.finding(&NAME, Some(attribute.name.span), args));
    }
}
