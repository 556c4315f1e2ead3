//! A bound was reached: not all that is signed, or not all that was given, was looked at.

use super::{Context, Findings, Rule};
use crate::diagnostic::Severity;
use crate::signature::{
    Against, MAX_KNOWN, MAX_SIGNATURES, Signature, SignatureVerdict, SignatureWhy,
};
use crate::text::texts;
use crate::webex::pages;

pub static RULE: Rule = Rule {
    id: "not-all-verified",
    severity: Severity::Info,
    source: &pages::XML_SIGNATURE,
    texts: TEXTS,
    check,
};

texts! {
    WORDS "not-all-verified" {
        title: "Signatures that were not verified, beyond the first { $most }: { $count }",
        why: "No more are verified, so that no message holds the page up. An identity provider signs once or twice.",
        fix: "1. Make sure that the message was copied as it arrived.\n1. If it was, find out what put so many signatures in.",
    }
    CERTIFICATES "not-all-verified-certificates" {
        title: "Certificates that were given and not tried, beyond the first { $most }: { $count }",
        why: "A message is held against the certificates of its sender, and where the sender isn’t in the metadata, against those that come \
              first. No signature here fits one that was tried; it may fit one of the others.",
        fix: "Give the metadata of this identity provider alone.",
    }
    WORK "not-all-verified-work" {
        title: "A signature takes more work than is done here, so it was not verified",
        why: "It has more references, transforms, keys or text than identity providers write. That says nothing against the message.",
        fix: "To have it verified, use a tool such as `xmlsec1`.",
    }
}

fn check(rule: &Rule, cx: &Context, out: &mut Findings) {
    let Some(examined) = cx.examined else { return };
    let args = |most: usize, count: usize| vec![("most", most.into()), ("count", count.into())];
    if examined.unjudged > 0 {
        let args = args(MAX_SIGNATURES, examined.unjudged);
        out.push(rule.finding(&WORDS, None, args));
    }
    let signatures = || examined.signatures.iter();
    let mut intact = signatures().filter(|s| s.verdict == SignatureVerdict::Intact);
    let is_known = intact.any(|signature| signature.against == Against::Known);
    if let Some(first) = signatures().next()
        && examined.untried > 0
        && !is_known
    {
        let args = args(MAX_KNOWN, examined.untried);
        out.push(rule.finding(&CERTIFICATES, first.span, args));
    }
    let too_much = |s: &&Signature| s.why == SignatureWhy::TooMuch && examined.untried == 0;
    if let Some(signature) = signatures().find(too_much) {
        out.push(rule.finding(&WORK, signature.span, vec![]));
    }
}
