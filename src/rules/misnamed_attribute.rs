//! A field is there under a name that Webex may not read.

use super::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::Words;
use crate::webex::ServiceProvider;

pub static RULE: Rule = Rule {
    id: "misnamed-attribute",
    severity: Severity::Warning,
    source: "https://help.webex.com/article/WBX67566",
    words: &[&WORDS, &UID],
    check,
};

static WORDS: Words = Words {
    id: "misnamed-attribute",
    title: "`{ $name }` is written `{ $expected }` in Cisco's table",
    why: "Only the case differs. Cisco's own pages are not of one mind about case, and none says whether a Meetings site \
          minds it.",
    fix: "{ $open }\n1. Rename `{ $name }` to `{ $expected }`.\n{ $again }",
    action: "Rename `{ $name }` to `{ $expected }`",
};

static UID: Words = Words {
    id: "misnamed-attribute-uid",
    title: "`{ $name }` has to be `uid`, in lower case",
    why: "Cisco documents that Control Hub reads `uid` in lower case only.",
    fix: "{ $open }\n1. Rename `{ $name }` to `uid`. In AD FS, where the list offers only `UID`, a custom rule is needed.\n{ $again }",
    action: "Rename `{ $name }` to `uid`",
};

const UID_SOURCE: &str = "https://www.cisco.com/c/en/us/support/docs/conferencing/webex-control-hub/222997-add-required-attribute-uid-in-adfs.html";

fn check(rule: &Rule, cx: &Context, out: &mut Vec<Diagnostic>) {
    let Some(facts) = cx.readable() else { return };
    for field in &facts.fields {
        let Some(twin) = field.other_case else {
            continue;
        };
        let mut args = cx.steps();
        args.extend([
            ("name", twin.name.value.clone()),
            ("expected", field.name.to_owned()),
        ]);
        let (words, severity, source) = match facts.sp {
            ServiceProvider::ControlHub => (&UID, Severity::Error, UID_SOURCE),
            _ => (&WORDS, rule.severity, rule.source),
        };
        out.push(Diagnostic {
            severity,
            source,
            ..rule.finding(words, Some(twin.name.span), args)
        });
    }
}
