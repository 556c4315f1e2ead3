//! A guest of Entra ID comes with the name that its host made for it, and often without an e-mail address.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Facts, Field, values};
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "guest-account",
    severity: Severity::Error,
    source: &pages::ENTRA_GUESTS,
    texts: TEXTS,
    check,
};

const FIX: &str = "1. In Entra ID open this guest under **Users**, and fill in **Email** under **Properties**, if it is empty.\n{ $open }\n1. For guests fill `email`, `uid` and the NameID from **user.mail**: under **Claim conditions** add the user type **All guests**.\n{ $again }";
const ACTION: &str = "Fill the claims of guests from their e‑mail address";

texts! {
    WORDS "guest-account" {
        title: "A guest of the Entra tenant signs in, as `{ $value }`, without an e‑mail address",
        why: "Entra ID gives guests such a user name, with `#EXT#` in it. Its attribute `user.mail` can be empty for a guest; that the e‑mail address \
              is missing for that reason is our reading.",
        fix: FIX,
        action: ACTION,
    }
    NAME "guest-account-name" {
        title: "A guest of the Entra tenant signs in, as `{ $value }`",
        why: "Entra ID gives guests such a user name, with `#EXT#` in it. Webex would look for an account of exactly this name, or create one; the \
              person most likely has another one, under their e‑mail address.",
        fix: FIX,
        action: ACTION,
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let Some(value) = name(facts) else { return };
    let mut lacking = facts.fields.iter().filter(|field| is_told(facts, field));
    let field = lacking.find(|field| field.is_lacking());
    let (words, severity) = match field {
        Some(_) => (&WORDS, rule.severity),
        None => (&NAME, Severity::Warning),
    };
    let username = facts.fields.iter().find(|field| field.id == "username");
    let name_id = facts.name_id().map(|name_id| name_id.text.span);
    let mut args = cx.user_name_steps();
    args.push(("value", Arg::input(value)));
    let span = field.or(username).and_then(Field::span).or(name_id);
    out.push(Diagnostic {
        field: Some(field.map_or("username", |field| &field.id).to_owned()),
        severity,
        ..rule.finding(words, span, args)
    });
}

/// The user name of a guest, where one signs in.
pub(super) fn name<'a>(facts: &Facts<'a>) -> Option<&'a str> {
    let name_id = facts.name_id().map(|name_id| name_id.text.value.as_str());
    let fields = facts.fields.iter().filter(|field| field.is_required());
    let mut all = name_id
        .into_iter()
        .chain(fields.filter_map(|field| field.value));
    all.find(|value| values::is_guest(value))
}

/// Whether this rule tells what is wrong with the field, so that no other has to.
pub(super) fn is_told(facts: &Facts, field: &Field) -> bool {
    let is_own = matches!(field.id.as_str(), "username" | "email") && field.is_required();
    is_own && field.misnaming.is_none() && name(facts).is_some()
}
