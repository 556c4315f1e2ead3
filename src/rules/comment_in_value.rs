//! A comment inside a value: readers disagree about what the value is.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Severity, Span};
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "comment-in-value",
    severity: Severity::Warning,
    source: &pages::SAML_COMMENTS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "comment-in-value" {
        title: "There is a comment inside the value of `{ $name }`",
        why: "Some programs leave the comment out, others stop at it, so the value depends on the program. In other \
              products this was a way to sign in as somebody else (VU#475445). Identity providers don’t write such \
              values.",
        fix: "1. Make sure that the message was copied as it arrived.\n1. If it was, first find out what inserted the comment.",
        action: "Find out where the comment comes from",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let mut tell = |name: &str, comments: &[Span]| {
        if let Some(comment) = comments.first() {
            out.push(rule.finding(&WORDS, Some(*comment), vec![("name", Arg::input(name))]));
        }
    };
    if let Some(name_id) = facts.name_id() {
        tell("NameID", &name_id.text.comments);
    }
    for attribute in &facts.attributes {
        let values = attribute.values.iter();
        let comments: Vec<Span> = values
            .flat_map(|value| &value.text.comments)
            .copied()
            .collect();
        tell(&attribute.name.value, &comments);
    }
}
