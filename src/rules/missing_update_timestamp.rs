//! updateTimeStamp is absent: needed for updates (code 32), not for error 31.

use super::{Context, Findings, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::texts;
use crate::webex::ServiceProvider;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "missing-update-timestamp",
    severity: Severity::Error,
    source: &pages::MEETINGS_ATTRIBUTES,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "missing-update-timestamp" {
        title: "There is no `updateTimeStamp`",
        why: "To create an account it is not needed: the article on error 31 (WBX54421) says so, the attribute \
              table (WBX67566) only recommends it. To update an account it is required; code 32 (update failed) is \
              then likely.",
        fix: "Leave it out, unless Auto Account Update is on. Then send the time of the last change, for example `20261121091407Z`.",
        action: "Send `updateTimeStamp`",
    }
    SERVER "missing-update-timestamp-server" {
        title: "There is no `updatetimestamp`",
        why: "Cisco’s guide for WebEx Meetings Server names it among the first things to look at when an account \
              can’t be created or updated. Its planning guide 2.6 asks for it beside `firstname`, `lastname` and `email`, \
              and says that automatic update does not work without it.",
        fix: "Send the time of the last change, for example `20261121091407Z`.",
        action: "Send `updatetimestamp`",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    let is_there = facts
        .attributes
        .iter()
        .any(|a| a.name.value.eq_ignore_ascii_case("updateTimeStamp"));
    if is_there
        || matches!(
            facts.sp,
            ServiceProvider::ControlHub | ServiceProvider::Other
        )
    {
        return;
    }
    let finding = match facts.sp {
        ServiceProvider::MeetingsServer => Diagnostic {
            severity: Severity::Warning,
            source: &pages::SERVER_PLANNING,
            ..rule.finding(&SERVER, None, vec![])
        },
        _ => Diagnostic {
            severity: cx.severity_of_code(32, rule.severity),
            code: Some(32),
            ..rule.finding(&WORDS, None, vec![])
        },
    };
    out.push(finding);
}
