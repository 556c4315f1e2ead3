//! Not a message, but a part of one: says what such a part can't show.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::facts::Excerpt;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "excerpt",
    severity: Severity::Info,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "excerpt" {
        title: "This is the attribute statement alone, not the whole message",
        why: "The attributes are read as far as they go. Receiver, NameID, status and signature are in the rest of \
              the message, so an excerpt never shows that a message is complete.",
        fix: "Paste the whole value of `SAMLResponse` that the browser posted to Webex; then everything is judged.",
        action: "Paste the whole message",
    }
    ATTRIBUTES "excerpt-attributes" {
        title: "These are some attributes, not the whole message",
        why: "They are read as far as they go. Others may be in what was left out, so nothing is certain of an \
              attribute that is not here; receiver, NameID and status can’t be seen either.",
        fix: "Paste the whole value of `SAMLResponse` that the browser posted to Webex; then everything is judged.",
        action: "Paste the whole message",
    }
    LIST "excerpt-list" {
        title: "This is a list of attributes with their values, not the message itself",
        why: "A program or a console printed it, and may have left out or renamed something. It is shown here in the form of \
              SAML, and read as far as it goes; receiver, NameID and status can’t be seen.",
        fix: "Paste the value of `SAMLResponse` that the browser posted to Webex; then everything is judged.",
        action: "Paste the message itself",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some((facts, excerpt)) = cx.facts.and_then(|facts| Some((facts, facts.excerpt?))) else {
        return;
    };
    let words = match excerpt {
        Excerpt::Statement => &WORDS,
        Excerpt::Attributes => &ATTRIBUTES,
        Excerpt::List => &LIST,
    };
    out.push(rule.finding(words, Some(facts.message.root_span), vec![]));
}
