//! Attributes that are in no table of Webex: good to know, no known harm.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::facts::called;
use crate::hash::HashSet;
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "unlisted-attribute",
    severity: Severity::Info,
    source: &pages::MEETINGS_ATTRIBUTES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "unlisted-attribute" {
        title: "Attributes that Cisco’s table does not list: { $count }",
        why: "Judging by Cisco’s table, Webex does not read them: { $names }. No page names them as a cause of error 31.",
        fix: "Nothing has to be done. Sending only what Webex reads keeps personal data inside your company.",
    }
}

/// How many names are spelt out.
const NAMED: usize = 12;

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let member_status = facts.member_status.iter();
    let member_status: HashSet<&str> = member_status.map(|(a, _)| a.name.value.as_str()).collect();
    let mut unlisted: Vec<_> = facts
        .unlisted
        .iter()
        .filter(|a| !member_status.contains(a.name.value.as_str()))
        .collect();
    let mut told = HashSet::default();
    unlisted.retain(|attribute| told.insert(called(attribute)));
    let Some(first) = unlisted.first() else {
        return;
    };
    let named = unlisted.iter().take(NAMED);
    let mut names: Vec<Arg> = named.map(|a| Arg::input(called(a))).collect();
    if unlisted.len() > NAMED {
        names.push("…".into());
    }
    let args = vec![
        ("count", unlisted.len().into()),
        ("names", Arg::List(names, None)),
    ];
    out.push(rule.finding(&WORDS, Some(first.name.span), args));
}
