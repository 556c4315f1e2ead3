//! More than one assertion: which one a service reads is its own choice.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::facts::Reading;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "several-assertions",
    severity: Severity::Warning,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "several-assertions" {
        title: "The message holds several responses or assertions: { $count }",
        why: "Which of them Webex reads is not documented. The fields below are those of the first. An assertion in \
              an unusual place can also be a sign of an attack on signatures.",
        fix: "1. Make sure that the message was copied as it arrived.\n1. If it was, set the identity provider to send one assertion.",
        action: "Send only one assertion",
    }
    ENCRYPTED "several-assertions-encrypted" {
        title: "There is an encrypted assertion beside one that can be read",
        why: "Which of them Webex reads is not documented, and the encrypted one only Webex can read. The fields below \
              are those of the one that can be read.",
        fix: "1. Make sure that the message was copied as it arrived.\n1. If it was, set the identity provider to send one assertion.",
        action: "Send only one assertion",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(message) = cx
        .facts
        .filter(|f| f.reading != Reading::OtherKind)
        .map(|f| f.message)
    else {
        return;
    };
    let proper = message
        .assertions
        .iter()
        .map(|a| a.span)
        .chain(message.encrypted_assertions.iter().copied());
    let second = proper.clone().nth(1).or(message.stray.first().copied());
    if let Some(second) = second {
        let count = proper.count() + message.stray.len();
        let is_beside = count == 2 && !message.assertions.is_empty();
        match message.encrypted_assertions.first().filter(|_| is_beside) {
            Some(encrypted) => out.push(rule.finding(&ENCRYPTED, Some(*encrypted), vec![])),
            None => out.push(rule.finding(&WORDS, Some(second), vec![("count", count.into())])),
        }
    }
}
