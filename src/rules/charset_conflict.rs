//! The XML declaration names another charset than the bytes are in.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Severity, Span};
use crate::text::{Arg, texts};
use crate::webex::pages;

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
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    if let Some(conflict) = cx.charset_conflict {
        let args = vec![
            ("declared", Arg::input(&conflict.declared)),
            ("actual", Arg::Plain(conflict.actual.clone())),
        ];
        let place = conflict.place.clone().unwrap_or_default();
        out.push(rule.finding(&WORDS, Some(Span::new(place.start, place.end)), args));
    }
}
