//! The class of authentication is not in the list that the reader copied from the site.

use super::{Context, Findings, Rule};
use crate::contexts::{self, Difference};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Arg, Args, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "authn-context",
    severity: Severity::Error,
    source: &pages::CODE_13,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "authn-context" {
        title: "The class of authentication is not in the site’s list",
        why: "The message says `{ $class }`. Entries of the list: { $count }; none of them is this one, character by character. \
              Cisco names such a difference as a reason for code 13, which comes before any account is created.",
        fix: "{ $add }\n{ $send }\n{ $again }",
        action: "Make the class of authentication and the site’s list agree",
    }
    NEAR "authn-context-near" {
        title: "The class of authentication is almost, but not quite, in the site’s list",
        why: "The message says `{ $class }`, the nearest entry of the list is `{ $nearest }`. { $difference } Cisco names such a \
              difference as a reason for code 13, which comes before any account is created.",
        fix: "{ $add }\n{ $send }\n{ $again }",
        action: "Make the class of authentication and the site’s list agree",
    }
    MISSING "authn-context-missing" {
        title: "The message names no class of authentication, and the site has a list of them",
        why: "Entries of the list: { $count }. The message has no `AuthnContextClassRef` with a value. Cisco names that as a \
              reason for code 13, which comes before any account is created.",
        fix: "1. At the identity provider have the Webex application send an `AuthnContextClassRef` that is in the list.\n{ $again }",
        action: "Send a class of authentication that is in the site’s list",
    }
    ABSENT "authn-context-absent" {
        title: "The message names no class of authentication",
        why: "It has no `AuthnContextClassRef` with a value. Cisco names that as a reason for code 13.",
        fix: "1. At the identity provider have the Webex application send an `AuthnContextClassRef`.\n1. In **Configuration › Common Site \
              Settings › SSO Configuration** make sure that **AuthnContextClassRef** holds the same one.\n{ $again }",
        action: "Send a class of authentication that is in the site’s list",
    }
    ADD "authn-context-add" "1. In **Configuration › Common Site Settings › SSO Configuration** copy the class from the message, whole, into **AuthnContextClassRef**; several are joined with `;`, without blanks.";
    SEND "authn-context-send" "1. Or have the identity provider send a class that is in the list. It can differ with the way of signing in, inside and outside of the network for instance: then each of them has to be in the list.";
    BLANKS "authn-context-blanks" "Only blanks or invisible characters differ: the entry has { $there } characters, the class { $here }.";
    CASE "authn-context-case" "Only upper and lower case differ, from character { $at } on.";
    BEGINNING "authn-context-beginning" "The end is the same, the beginning is not.";
    LONGER "authn-context-longer" "One is the beginning of the other: the entry has { $there } characters, the class { $here }.";
    CHARACTER "authn-context-character" "They differ from character { $at } on: `{ $there }` in the list, `{ $here }` in the message.";
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let list: Vec<&str> = cx.options.contexts().collect();
    let Some(facts) = cx.readable().filter(|facts| facts.sp.has_code_31()) else {
        return;
    };
    let is_absent = facts.excerpt.is_none() && facts.classes().next().is_none();
    let is_asked = !list.is_empty() || cx.code == 13 && is_absent;
    if !is_asked || facts.is_listed(&list) == Some(true) {
        return;
    }
    let mut args = cx.steps();
    args.push(("count", list.len().into()));
    args.push(("add", Arg::said(&ADD)));
    args.push(("send", Arg::said(&SEND)));
    let finding = match facts.classes().next() {
        None => {
            let statements = facts.assertion.map(|a| a.authn_statements.as_slice());
            let place = statements.and_then(|all| Some(all.first()?.span));
            let words = match list.is_empty() {
                true => &ABSENT,
                false => &MISSING,
            };
            rule.finding(words, place, args)
        }
        Some(class) => {
            args.push(("class", Arg::input(&class.value)));
            let words = match contexts::nearest(&class.value, &list) {
                None => &WORDS,
                Some((nearest, difference)) => {
                    args.push(("nearest", Arg::input(nearest)));
                    args.push(("difference", told(&difference, &class.value, nearest)));
                    &NEAR
                }
            };
            rule.finding(words, Some(class.span), args)
        }
    };
    out.push(Diagnostic {
        severity: cx.severity_of_code(13, rule.severity),
        code: Some(13),
        ..finding
    });
}

fn told(difference: &Difference, class: &str, entry: &str) -> Arg {
    let length = |text: &str| text.chars().count().into();
    let lengths: Args = vec![("there", length(entry)), ("here", length(class))];
    match *difference {
        Difference::Blanks => Arg::Said(BLANKS, lengths),
        Difference::Longer => Arg::Said(LONGER, lengths),
        Difference::Beginning => Arg::said(&BEGINNING),
        Difference::Case { at } => Arg::Said(CASE, vec![("at", at.into())]),
        Difference::Character { at, there, here } => Arg::Said(
            CHARACTER,
            vec![
                ("at", at.into()),
                ("there", shown(there)),
                ("here", shown(here)),
            ],
        ),
    }
}

/// A character, or its number where it can be taken for another.
fn shown(c: char) -> Arg {
    match c.is_ascii_graphic() {
        true => Arg::Input(c.to_string()),
        false => Arg::Input(format!("U+{:04X}", u32::from(c))),
    }
}
