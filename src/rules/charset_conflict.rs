//! The XML declaration names another charset than the bytes are in.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::text::{Arg, texts};
use crate::webex::pages;
use crate::xml::Reason;

pub static RULE: Rule = Rule {
    id: "charset-conflict",
    severity: Severity::Warning,
    source: &pages::XML_CHARSETS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "charset-conflict" {
        title: "The file says it is `{ $declared }`, but its bytes are { $actual }",
        why: "It was read as { $actual }. An editor probably re-saved it; the message that Webex received may be \
              fine. Software that trusts the declaration reads other letters, or refuses the message.",
        fix: "Take the message from the sign-in itself instead of from a file that was saved by an editor.",
    }
    SENT "charset-conflict-sent" {
        title: "The message says it is `{ $declared }`, but its bytes are { $actual }",
        why: "{ $copy } A receiver that trusts the declaration reads other letters, or refuses the message. So nothing is judged \
              of what it says.",
        fix: "1. Have the identity provider declare the charset in which it writes; UTF-8 is safest.\n\
              1. Sign in again, capture the new message and check it here.",
        action: "Have the identity provider declare its charset",
    }
    HELD "bytes-held" "These are the bytes that were sent.";
    IF_EXACT "bytes-if-exact" "If this copy is exact, these are the bytes that were sent.";
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    if let Some(conflict) = cx.charset_conflict {
        let mut args = vec![
            ("declared", Arg::input(&conflict.declared)),
            ("actual", Arg::Plain(conflict.actual.clone())),
        ];
        let place = conflict.place.clone().unwrap_or_default();
        let span = Some(Span::new(place.start, place.end));
        if cx
            .refused
            .is_some_and(|error| matches!(error.reason, Reason::CharsetConflict { .. }))
        {
            let copy = if cx.is_sent() { &HELD } else { &IF_EXACT };
            args.push(("copy", Arg::said(copy)));
            let finding = rule.finding(&SENT, span, args);
            out.push(Diagnostic {
                severity: Severity::Error,
                ..finding
            });
        } else {
            out.push(rule.finding(&WORDS, span, args));
        }
    }
}
