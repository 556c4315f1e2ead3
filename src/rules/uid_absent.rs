//! There is no uid: the NameID stands in as the user name.

use super::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Carrier, Field, FieldState};
use crate::text::Words;

pub static RULE: Rule = Rule {
    id: "uid-absent",
    severity: Severity::Info,
    source: "https://help.webex.com/article/WBX54421",
    words: &[&WORDS],
    check,
};

static WORDS: Words = Words {
    id: "uid-absent",
    title: "There is no `uid`: the NameID stands in as the user name",
    why: "The article on error 31 (WBX54421) says that `uid` is not needed to make an account; the attribute table \
          (WBX67566) says that it is required. A missing user name would have a code of its own, 2, so this is not \
          counted as a cause of error 31.",
    fix: "Nothing has to be done. If everything else is ruled out, send `uid` with the value of the NameID and try again.",
    action: "",
};

fn check(rule: &Rule, cx: &Context, out: &mut Vec<Diagnostic>) {
    let username = cx
        .readable()
        .and_then(|facts| facts.fields.iter().find(|field| field.id == "username"));
    let stands_in = |field: &&Field| {
        matches!(field.from, Some(Carrier::NameId(_)))
            && field.misnaming.is_none()
            && field.state == FieldState::Ok
    };
    if let Some(field) = username.filter(stands_in) {
        out.push(rule.finding(&WORDS, field.span(), vec![]));
    }
}
