//! Member Status is present. Cisco asks to remove it before looking at anything else.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Arg, texts};
use crate::webex::member_status::Match;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "member-status",
    severity: Severity::Error,
    source: &pages::ERROR_31,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "member-status" {
        title: "The assertion carries Member Status (`{ $name }`)",
        why: "Cisco lists this attribute as a cause of error 31 and asks to remove it before anything else; Webex \
              does not need it. Cisco gives only the label “Member Status”, not the name in the message; `{ $name }` \
              is taken for it here.",
        fix: "{ $open }\n1. Remove the attribute `{ $name }`.\n{ $again }",
        action: "Remove the attribute `{ $name }`",
    }
    GIVEN "member-status-given" {
        title: "The assertion carries Member Status (`{ $name }`)",
        why: "Cisco lists this attribute as a cause of error 31 and asks to remove it before anything else; Webex does not \
              need it. You said that `{ $name }` is what Cisco means.",
        fix: "{ $open }\n1. Remove the attribute `{ $name }`.\n{ $again }",
        action: "Remove the attribute `{ $name }`",
    }
    POSSIBLE "member-status-possible" {
        title: "`{ $name }` may be what Cisco calls Member Status",
        why: "Cisco lists Member Status as a cause of error 31, but gives only the label, not the name in the \
              message. `{ $name }` is similar; we assume that it may be the one.",
        fix: "{ $open }\n1. If Webex does not need `{ $name }` for anything you know of, remove it.\n{ $again }",
        action: "Remove the attribute `{ $name }`, unless you know what Webex needs it for",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    for (attribute, how) in cx.facts.iter().flat_map(|facts| &facts.member_status) {
        let mut args = cx.steps();
        let friendly = attribute.friendly_name.as_ref().map(|name| &name.value);
        let name = if attribute.name.value.is_empty() {
            friendly
        } else {
            None
        };
        args.push(("name", Arg::input(name.unwrap_or(&attribute.name.value))));
        let (words, severity) = match how {
            Match::Label => (&WORDS, rule.severity),
            Match::Given => (&GIVEN, rule.severity),
            Match::Possible => (&POSSIBLE, Severity::Warning),
        };
        out.push(Diagnostic {
            severity,
            ..rule.finding(words, Some(attribute.name.span), args)
        });
    }
}
