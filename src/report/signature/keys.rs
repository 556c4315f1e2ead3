//! Several keys of one identity provider: it is changing them, and Webex has to follow.

use super::time::Moment;
use crate::metadata::{Entity, Role};
use crate::rules::Context;
use crate::signature::{Against, Certificate, Given, MAX_KNOWN, Signature, SignatureVerdict};
use crate::text::{Arg, Texts, texts};
use crate::webex::pages;
use serde::Serialize;
use std::cmp::Ordering;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

texts! {
    SEVERAL "several-keys" "The identity provider publishes more than one key to sign with: it is changing them, or keeps several.";
    LAST "several-keys-last" "This message is signed with the one whose certificate ends last, on { $day }: Webex has to hold that one, at the latest before another ends, on { $other }.";
    FIRST "several-keys-first" "This message is signed with the one whose certificate ends on { $day }; another ends later, on { $other }. Webex has to hold the one that signs now, and before { $day } the other.";
    SAME "several-keys-same" "This message is signed with one of those whose certificates end on { $day }: compare their SHA-256. Webex has to hold the one that signs now.";
    ONLY "several-keys-only" "Only the one that signed this message is still valid, until { $day }; another ended on { $other }. Webex has to hold the one that is still valid.";
    ENDED "several-keys-ended" "The certificate of the one that signed this message ended on { $day }; another is valid until { $other }: the identity provider has to sign with that, and Webex has to hold it.";
}

/// That the identity provider publishes several keys to sign with, and which of them counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct SeveralKeys {
    /// Which of them signed, told by the day on which its certificate ends, and which Webex has to hold.
    pub text: String,
    /// The page that says what several keys mean.
    pub source: String,
}

/// The certificates that identity providers sign messages with, of each key the first, as those after it are of who
/// issued it: of the sender, or where it is not there, of those that come first.
fn publishers(cx: &Context) -> impl Iterator<Item = Vec<Certificate>> {
    let issuer = cx.facts.map(|facts| facts.issuer);
    let providers = || cx.published(Role::IdentityProvider);
    let is_there = providers().any(|entity| Some(entity.id.as_str()) == issuer);
    let senders = providers().filter(move |e| !is_there || Some(e.id.as_str()) == issuer);
    let keys = |entity: &Entity| {
        let keys = entity.keys.iter().filter(|key| key.is_of_provider);
        let mut found: Vec<Certificate> = vec![];
        for key in keys.take(MAX_KNOWN) {
            let first = key.certificates.iter().find_map(Given::read);
            found.extend(first.filter(|first| !found.contains(first)));
        }
        found
    };
    senders.take(MAX_KNOWN).map(keys)
}

/// Of an intact signature whose key one identity provider publishes beside others; `None` where two certificates have
/// that key, or none is valid any more.
pub(super) fn several(
    signature: &Signature,
    cx: &Context,
    moment: Option<Moment>,
    texts: &Texts,
) -> Option<SeveralKeys> {
    let is_known = signature.verdict == SignatureVerdict::Intact;
    let signer = signature.certificate.as_ref();
    let signer = signer.filter(|_| is_known && signature.against == Against::Known)?;
    let publisher = publishers(cx).find(|keys| keys.contains(signer))?;
    let others: Vec<&Certificate> = publisher.iter().filter(|c| *c != signer).collect();
    if others.iter().any(|other| other.key == signer.key) {
        return None;
    }
    let ended = |c: &Certificate| moment.is_some_and(|moment| moment.at > c.not_after);
    let latest = |has_ended| {
        let all = others.iter().filter(|other| ended(other) == has_ended);
        all.map(|other| other.not_after).max()
    };
    let running = || others.iter().filter(|other| !ended(other));
    let day = signer.not_after;
    let is_shared = running().any(|other| other.not_after.day() == day.day());
    let (phrase, other) = match (ended(signer), latest(false)) {
        (true, last) => (&ENDED, last?),
        (false, None) => (&ONLY, latest(true)?),
        (false, Some(last)) if is_shared => (&SAME, last),
        (false, Some(last)) => match day.cmp(&last) {
            Ordering::Less => (&FIRST, last),
            _ => (&LAST, running().map(|other| other.not_after).min()?),
        },
    };
    let days = [("day", day), ("other", other)].map(|(name, at)| (name, Arg::day(at.date())));
    let said = Arg::Said(*phrase, days.to_vec());
    Some(SeveralKeys {
        text: texts.paragraph(&[Arg::said(&SEVERAL), said]),
        source: pages::SAML_METADATA.url.to_owned(),
    })
}
