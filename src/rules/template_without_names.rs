//! The template that a product has for Webex sends no names, or none at sign-in at all.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::FieldState;
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "template-without-names",
    severity: Severity::Info,
    source: &pages::AUTH0_WEBEX,
    texts: TEXTS,
    check,
};

const FIX: &str = "{ $open }\n1. Add `firstname` and `lastname`.\n{ $again }";

texts! {
    WORDS "template-without-names" {
        title: "This is what the template of { $idp } for Webex sends: no first and no last name",
        why: "The template maps the e‑mail address only. A sign-in with it fits users who have an account at Webex already; to create one, Webex needs \
              both names.",
        fix: FIX,
    }
    PROVISIONED "template-without-names-provisioning" {
        title: "No names come from { $idp }: its connector for Webex creates accounts ahead of the sign-in",
        why: "The connector sends users to Webex by provisioning, where it is set up for that. Its pages name no attributes for accounts that are created at sign-in: \
              they have to be added to the contract of the connection.",
        fix: FIX,
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable().filter(|facts| facts.sp.has_code_31()) else {
        return;
    };
    let is_gone = |id: &str| {
        let field = facts.fields.iter().find(|field| field.id == id);
        field.is_some_and(|field| field.state == FieldState::Missing && field.misnaming.is_none())
    };
    if !is_gone("firstname") || !is_gone("lastname") {
        return;
    }
    let (words, source) = match facts.idp.id.as_str() {
        "google" | "auth0" if !is_gone("email") => (&WORDS, facts.idp.recipe.source),
        "pingfederate" => (&PROVISIONED, &pages::PINGFEDERATE_CONNECTOR),
        _ => return,
    };
    let mut args = cx.steps();
    args.push(("idp", facts.idp.name.into()));
    let statement = facts
        .assertion
        .and_then(|own| own.attribute_statements.last());
    let span = statement.map(|statement| statement.end);
    out.push(Diagnostic {
        source,
        ..rule.finding(words, span, args)
    });
}
