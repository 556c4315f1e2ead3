//! The assertion is encrypted: nothing can be said about its attributes.

use super::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::Reading;
use crate::text::Words;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "encrypted-assertion",
    severity: Severity::Warning,
    source: &pages::ENCRYPTION,
    words: &[&WORDS, &ADFS],
    check,
};

static WORDS: Words = Words {
    id: "encrypted-assertion",
    title: "The assertion is encrypted",
    why: "Only Webex has the key. Which attributes are inside can't be seen here.",
    fix: "1. At the identity provider turn off encryption of assertions for the Webex application.\n\
          1. Sign in again, capture the message and check it here.\n\
          1. Turn encryption on again.",
    action: "Capture one sign-in with encryption turned off",
};

static ADFS: Words = Words {
    id: "encrypted-assertion-adfs",
    title: "The assertion is encrypted",
    why: "Only Webex has the key. Which attributes are inside can't be seen here.",
    fix: "1. On the AD FS server run `Set-AdfsRelyingPartyTrust -TargetIdentifier <identifier of the Webex trust> -EncryptClaims $False`.\n\
          1. Sign in again, capture the message and check it here.\n\
          1. Run the same command with `$True`.",
    action: "Capture one sign-in with encryption turned off",
};

fn check(rule: &Rule, cx: &Context, out: &mut Vec<Diagnostic>) {
    let Some(facts) = cx.facts.filter(|facts| facts.reading == Reading::Encrypted) else {
        return;
    };
    let words = if facts.idp.id == "adfs" {
        &ADFS
    } else {
        &WORDS
    };
    out.push(rule.finding(
        words,
        facts.message.encrypted_assertions.first().copied(),
        vec![],
    ));
}
