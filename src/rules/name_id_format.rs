//! The format of the NameID is not one that this service lists.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Carrier, FieldState};
use crate::text::{Arg, texts};
use crate::webex::ServiceProvider;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "name-id-format",
    severity: Severity::Warning,
    source: &pages::SSO_ERRORS,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "name-id-format" {
        title: "The NameID has the format `{ $format }`",
        why: "It is not in the NameID formats that we found for this service. The format has to be the one set at \
              Webex; code 25 is the answer to a wrong one.",
        fix: "{ $look }\n1. At the identity provider choose the same format for the Webex application.\n{ $again }",
        action: "Send the NameID in the format set at Webex",
    }
    TRANSIENT "name-id-format-transient" {
        title: "The NameID is transient: a different value at each sign-in",
        why: "It doesn’t show who the user is, and there is no `uid` to do so. This format is not among those that \
              a Meetings site lists. What Webex takes as the user name then is not documented.",
        fix: "{ $open }\n1. Choose the format `emailAddress` or `unspecified` for the NameID, filled with the user name at Webex.\n1. Send `uid` with the same value.\n{ $again }",
        action: "Send a NameID that holds the user name at Webex",
    }
    LOOK "look-up-name-id-format" "1. At Webex look up **NameID Format** in the SSO configuration.";
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let Some(formats) = facts.sp.name_id_formats() else {
        return;
    };
    let Some(name_id) = facts.name_id() else {
        return;
    };
    let Some(format) = &name_id.format else {
        return;
    };
    if formats.contains(&format.value.as_str()) {
        return;
    }
    let username = facts.fields.first();
    let stands_in = username.is_some_and(|f| {
        f.state == FieldState::Invalid && matches!(f.from, Some(Carrier::NameId(_)))
    });
    let is_transient = name_id.is_transient();
    let (words, severity) = match (is_transient && stands_in, is_transient) {
        (true, _) => (&TRANSIENT, rule.severity),
        (false, true) => (&WORDS, rule.severity),
        (false, false) => (&WORDS, cx.severity_of_code(25, rule.severity)),
    };
    let short = format
        .value
        .rsplit(':')
        .next()
        .unwrap_or(&format.value)
        .to_owned();
    let look = match facts.sp {
        ServiceProvider::ControlHub => Arg::said(&LOOK),
        _ => cx.keeping(Arg::said(&LOOK)),
    };
    let mut args = cx.user_name_steps();
    args.push(("look", look));
    args.push(("format", Arg::Input(short)));
    let field = (is_transient && stands_in).then(|| "username".to_owned());
    out.push(Diagnostic {
        severity,
        field,
        code: Some(25),
        ..rule.finding(words, Some(format.span), args)
    });
}
