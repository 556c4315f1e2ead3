//! Something was put in place of values before they came here.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Field, Trouble};
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "masked-value",
    severity: Severity::Warning,
    source: &pages::MEETINGS_ATTRIBUTES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "masked-value" {
        title: "The value of { $names } looks masked",
        why: "A log, or whoever copied the message, put something else there. What was sent can’t be judged by it.",
        fix: "1. Nothing has to be changed at the identity provider because of this.\n\
              1. To have the values judged, paste the `SAMLResponse` that the browser posted; nothing leaves this page.",
        action: "Paste the message with its values",
    }
    NAME "masked-name" "`{ $name }`";
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let masked: Vec<&Field> = facts
        .fields
        .iter()
        .filter(|field| field.trouble == Some(Trouble::Masked))
        .collect();
    if let Some(first) = masked.first() {
        let name = |field: &&Field| Arg::Said(NAME, vec![("name", Arg::input(field.name))]);
        let names = masked.iter().map(name).collect();
        let names = Arg::List(names, None);
        let finding = rule.finding(&WORDS, Field::span(first), vec![("names", names)]);
        out.push(Diagnostic {
            field: Some(first.id.clone()),
            ..finding
        });
    }
}
