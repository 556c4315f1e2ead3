//! The NameID has another format than the request asked for, or the service's metadata lists.

use super::{Context, Findings, Rule, called};
use crate::diagnostic::{Diagnostic, Severity};
use crate::metadata::Role;
use crate::text::{Arg, texts};
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "other-name-id-format",
    severity: Severity::Warning,
    source: &pages::SAML_CORE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "other-name-id-format" {
        title: "The NameID has the format `{ $format }`, the request asked for `{ $asked }`",
        why: "By the standard the NameID has the format that `NameIDPolicy` asks for, unless it leaves the choice open (`unspecified`). \
              Code 25 is Webex’s answer to a wrong format.",
        fix: "1. At the identity provider choose the format `{ $asked }` for the NameID of the Webex application, or set the one that it sends under \
              **NameID Format** in the SSO configuration of Webex.\n{ $again }",
        action: "Send the NameID in the format that the request asks for",
    }
    METADATA "other-name-id-format-metadata" {
        title: "The NameID has the format `{ $format }`, which the service’s metadata doesn’t list",
        why: "The metadata lists { $asked }. Code 25 is Webex’s answer to a wrong format.",
        fix: "1. Check that the metadata is that of the site that the user signs in to, and that it is up to date.\n\
              1. At the identity provider choose one of these formats for the NameID of the Webex application.\n{ $again }",
        action: "Send the NameID in a format that the metadata lists",
    }
}

const UNSPECIFIED: &str = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
const ENCRYPTED: &str = "urn:oasis:names:tc:SAML:2.0:nameid-format:encrypted";

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(name_id) = cx.readable().and_then(|facts| facts.name_id()) else {
        return;
    };
    let format = name_id.format.as_ref();
    let own = format.map_or(UNSPECIFIED, |format| format.value.trim());
    let asked = cx
        .asked
        .and_then(|asked| asked.request.name_id_format.as_deref());
    let asked = asked.filter(|asked| ![UNSPECIFIED, ENCRYPTED, own].contains(asked));
    let published = cx
        .published(Role::Service)
        .flat_map(|entity| &entity.name_id_formats);
    let published: Vec<&str> = published.map(String::as_str).collect();
    let (words, names) = match asked {
        Some(asked) => (&WORDS, Arg::input(called(asked, &[own]))),
        None if published.is_empty() || published.contains(&own) => return,
        None => (
            &METADATA,
            cx.listed(published.iter().map(|format| called(format, &[own]))),
        ),
    };
    let (severity, code) = cx.weighed(25, rule.severity);
    let mut args = cx.user_name_steps();
    args.extend([
        ("format", Arg::input(called(own, asked.as_slice()))),
        ("asked", names),
    ]);
    out.push(Diagnostic {
        severity,
        code,
        source: match asked {
            Some(_) => rule.source,
            None => &pages::SAML_METADATA,
        },
        ..rule.finding(
            words,
            Some(format.map_or(name_id.span, |format| format.span)),
            args,
        )
    });
}
