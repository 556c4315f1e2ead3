//! The text is not well-formed XML: shows the place and the reason.

use super::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Phrase, Words};
use crate::webex::pages;
use crate::xml::Reason;

pub static RULE: Rule = Rule {
    id: "unreadable",
    severity: Severity::Error,
    source: &pages::XML_WELL_FORMED,
    words: &[&WORDS],
    check,
};

static WORDS: Words = Words {
    id: "unreadable",
    title: "The XML can't be read past this place",
    why: "{ $reason } Webex refuses such a message before it looks at any attribute.",
    fix: "1. Copy the message again, whole, from the sign-in itself; an editor or a mail may have changed it.\n\
          1. If it arrives like this, the identity provider has to be mended: send its vendor this place.",
    action: "Copy the whole message again",
};

fn check(rule: &Rule, cx: &Context, out: &mut Vec<Diagnostic>) {
    let Some(error) = cx.refused.filter(|error| error.reason != Reason::Doctype) else {
        return;
    };
    let phrase = Phrase {
        id: error.reason.id(),
        english: error.reason.english(),
    };
    let reason = cx.texts.say(&phrase, &error.reason.args());
    out.push(rule.finding(&WORDS, Some(error.span), vec![("reason", reason)]));
}
