//! A field is there under a name that Webex does not read: which name it has to be.

use super::{Context, Findings, Rule, missing_attribute};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{How, Misnaming};
use crate::text::{Arg, Words, texts};
use crate::webex::ServiceProvider;
use crate::webex::names::Family;
use crate::webex::pages::{self, Page};

pub static RULE: Rule = Rule {
    id: "misnamed-attribute",
    severity: Severity::Error,
    source: &pages::MEETINGS_ATTRIBUTES,
    texts: TEXTS,
    check,
};

const FIX: &str = "{ $open }\n{ $rename }\n{ $again }";
const ACTION: &str = "Rename `{ $short }` to `{ $expected }`";

texts! {
    WORDS "misnamed-attribute" {
        title: "`{ $name }` has to be `{ $expected }`",
        why: "Cisco’s table has only `{ $expected }`: one word in lower case, without spaces, dots, hyphens, underscores or a prefix.",
        fix: FIX,
        action: ACTION,
    }
    CASE "misnamed-attribute-case" {
        title: "`{ $name }` is written `{ $expected }` in Cisco’s table",
        why: "Only the case differs. Cisco’s pages differ in upper and lower case, and none that we found says whether a Meetings site cares.",
        fix: FIX,
        action: ACTION,
    }
    UID "misnamed-attribute-uid" {
        title: "`{ $name }` has to be `uid`, in lower case",
        why: "Cisco documents that Control Hub reads `uid` in lower case only. In AD FS, where the list offers only `UID`, a custom rule is needed.",
        fix: FIX,
        action: ACTION,
    }
    INVISIBLE "misnamed-attribute-invisible" {
        title: "The name looks like `{ $expected }`, but has invisible characters: { $characters }",
        why: "Such characters come along when a name is copied from a web page or a document. Cisco’s table has only `{ $expected }`.",
        fix: FIX,
        action: ACTION,
    }
    HOMOGLYPH "misnamed-attribute-homoglyph" {
        title: "`{ $name }` looks like `{ $expected }`, but has letters of another alphabet: { $characters }",
        why: "The letters look the same but are different characters. Cisco’s table has only `{ $expected }`.",
        fix: FIX,
        action: ACTION,
    }
    CLAIM "misnamed-attribute-claim" {
        title: "`{ $expected }` comes as the claim `{ $name }`",
        why: "This is the claim type that Microsoft’s products use by default. Cisco’s table has only `{ $expected }`, without a namespace.",
        fix: FIX,
        action: ACTION,
    }
    NAMESPACE "misnamed-attribute-namespace" {
        title: "`{ $expected }` comes with a namespace, as `{ $name }`",
        why: "Cisco’s table has only `{ $expected }`. The part before the last slash is a setting of its own in some products; in Entra it is **Namespace**, which has to be blank.",
        fix: FIX,
        action: ACTION,
    }
    OID "misnamed-attribute-oid" {
        title: "`{ $expected }` comes as `{ $name }`",
        why: "This object identifier means the same in a directory. Cisco’s table has only `{ $expected }`.",
        fix: FIX,
        action: ACTION,
    }
    SYNONYM "misnamed-attribute-synonym" {
        title: "`{ $expected }` comes as `{ $name }`",
        why: "Other systems use this name. Cisco’s table has only `{ $expected }`.",
        fix: FIX,
        action: ACTION,
    }
    FRIENDLY_NAME "misnamed-attribute-friendly-name" {
        title: "`{ $expected }` is only the FriendlyName of `{ $name }`",
        why: "SAML doesn’t allow FriendlyName to identify an attribute; it is only a label for people. What counts is `Name`, and it has to be `{ $expected }`.",
        fix: FIX,
        action: ACTION,
    }
    TYPO "misnamed-attribute-typo" {
        title: "`{ $name }` looks like a typo of `{ $expected }`",
        why: "There is no `{ $expected }`, and no table lists `{ $name }`. We assume that it is a typo.",
        fix: FIX,
        action: ACTION,
    }
    VALUE "misnamed-attribute-value" {
        title: "`{ $expected }` is missing; `{ $name }` holds what looks like it",
        why: "No attribute is called `{ $expected }`. The value of `{ $name }` fits; we assume that it is the one.",
        fix: "{ $open }\n{ $add }\n1. Look whether `{ $name }` holds it for every user: then its source is the right one.\n{ $again }",
        action: "Send `{ $expected }`",
    }
    LETTER "misnamed-attribute-letter" "{ $letter } { $point }";
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(facts) = cx.readable() else { return };
    for field in &facts.fields {
        let Some(misnaming) = field.misnaming else {
            continue;
        };
        let (words, source) = words_of(misnaming, facts.sp);
        let source = source.unwrap_or(rule.source);
        let severity = match misnaming.how {
            How::Case if facts.sp != ServiceProvider::ControlHub => Severity::Warning,
            _ if !field.is_lacking() => Severity::Info,
            _ => rule.severity,
        };
        let name = misnaming.attribute.name.value.as_str();
        let mut args = cx.steps_for(field);
        let names = [
            ("name", Arg::input(name)),
            ("expected", Arg::input(field.name)),
        ];
        args.push((
            "rename",
            Arg::Said(*facts.idp.recipe.rename, names.to_vec()),
        ));
        args.extend(names);
        args.push(("short", Arg::Input(short(name))));
        args.push(("characters", characters(name)));
        args.push(("add", missing_attribute::add(facts, field)));
        out.push(Diagnostic {
            field: Some(field.id.clone()),
            severity,
            source,
            ..rule.finding(words, Some(misnaming.attribute.name.span), args)
        });
    }
}

fn words_of(misnaming: Misnaming, sp: ServiceProvider) -> (&'static Words, Option<&'static Page>) {
    match misnaming.how {
        How::Case if sp == ServiceProvider::ControlHub => (&UID, Some(&pages::ADFS_UID)),
        How::Case => (&CASE, None),
        How::Invisible => (&INVISIBLE, None),
        How::Homoglyph => (&HOMOGLYPH, None),
        How::Separators if has_namespace(misnaming) => (&NAMESPACE, None),
        How::Separators => (&WORDS, None),
        How::OtherName(row) => {
            let words = match row.family {
                Family::Claim => &CLAIM,
                Family::Oid => &OID,
                Family::Synonym | Family::Hint => &SYNONYM,
            };
            (words, row.source)
        }
        How::FriendlyName => (&FRIENDLY_NAME, Some(&pages::SAML_CORE)),
        How::Typo => (&TYPO, None),
        How::Value => (&VALUE, None),
    }
}

/// Whether all that differs stands before the last part of a name that is an address.
fn has_namespace(misnaming: Misnaming) -> bool {
    let name = misnaming.attribute.name.value.as_str();
    let end = name.rsplit(['/', '#']).next().unwrap_or_default();
    name.contains("://") && end.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The name, or its last part where it is long.
fn short(name: &str) -> String {
    match name.rfind(['/', '#', ':']) {
        Some(at) if name.len() > 40 && at + 1 < name.len() => {
            format!("…{}", name.get(at..).unwrap_or(name))
        }
        _ => name.to_owned(),
    }
}

/// The characters outside ASCII and the white space of a name, by code point.
fn characters(name: &str) -> Arg {
    let strange = name.chars().filter(|c| !c.is_ascii_graphic()).take(8);
    let named = strange.map(|c| {
        let point = Arg::Plain(format!("U+{:04X}", u32::from(c)));
        if c.is_alphanumeric() {
            let letter = Arg::Input(c.to_string());
            Arg::Said(LETTER, vec![("letter", letter), ("point", point)])
        } else {
            point
        }
    });
    Arg::List(named.collect(), None)
}
