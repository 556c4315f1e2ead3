//! There is no uid: the NameID stands in as the user name.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::facts::{Carrier, Field, FieldState};
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "uid-absent",
    severity: Severity::Info,
    source: &pages::ERROR_31,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "uid-absent" {
        title: "There is no `uid`; the NameID probably serves as the user name",
        why: "The article on error 31 (WBX54421) says that `uid` is not needed to create an account; the attribute \
              table (WBX67566) says that it is required. A missing user name would have a code of its own, 2, so \
              this is not counted as a cause of error 31.",
        fix: "Nothing has to be done. If everything else is ruled out, try it with `uid`, for one user first: it may decide which \
              account belongs to whom, so it has to be exactly the user name that the accounts have at Webex.",
    }
    EMPTY "uid-absent-empty" {
        title: "`uid` is there, but empty; the NameID probably serves as the user name",
        why: "The article on error 31 (WBX54421) says that `uid` is not needed to create an account; the attribute \
              table (WBX67566) says that it is required. What Webex does with an empty one is not documented.",
        fix: "Leave it out, or fill it, for one user first: it may decide which account belongs to whom, so it has to be exactly \
              the user name that the accounts have at Webex.",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let stands_in = |field: &&Field| {
        let is_name_id = matches!(field.from, Some(Carrier::NameId(_)));
        field.id == "username"
            && is_name_id
            && field.misnaming.is_none()
            && field.state == FieldState::Ok
    };
    let Some(field) = facts.fields.iter().find(stands_in) else {
        return;
    };
    let empty = facts
        .attributes
        .iter()
        .find(|attribute| attribute.name.value == "uid");
    let finding = match empty {
        Some(uid) => rule.finding(&EMPTY, Some(uid.name.span), vec![]),
        None => rule.finding(&WORDS, field.span(), vec![]),
    };
    out.push(finding);
}
