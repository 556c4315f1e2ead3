//! The text is not well-formed XML: shows the place and the reason.

use super::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Arg, texts};
use crate::webex::pages;
use crate::xml::Reason;

pub static RULE: Rule = Rule {
    id: "unreadable",
    severity: Severity::Error,
    source: &pages::XML_WELL_FORMED,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "unreadable" {
        title: "The XML can’t be read past this place",
        why: "{ $reason } Past this place no program can read such XML. Often only the copy is damaged, and not the message that \
              Webex received.",
        fix: "1. Copy the message again, whole, from the sign-in itself; an editor or a mail may have changed it.\n\
              1. If it arrives like this, the fault is at the identity provider: report this place to its vendor.",
        action: "Copy the whole message again",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Vec<Diagnostic>) {
    let Some(error) = cx.refused.filter(|error| error.reason != Reason::Doctype) else {
        return;
    };
    let reason = Arg::Said(*error.reason.phrase(), error.reason.args());
    out.push(rule.finding(&WORDS, Some(error.span), vec![("reason", reason)]));
}
