//! Several keys of one identity provider: it is changing them, and Webex has to follow.

use super::time::Moment;
use crate::metadata::Entity;
use crate::signature::{Against, Certificate, Signature, SignatureVerdict};
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

/// Of an intact signature whose key one identity provider publishes beside others; `None` where two certificates have
/// that key, or none is valid any more.
pub(super) fn several(
    signature: &Signature,
    metadata: &[Entity],
    moment: Option<Moment>,
    texts: &Texts,
) -> Option<SeveralKeys> {
    let is_known = signature.verdict == SignatureVerdict::Intact;
    let signer = signature.certificate.as_ref();
    let signer = signer.filter(|_| is_known && signature.against == Against::Known)?;
    let publisher = metadata.iter().find(|e| e.signing.contains(signer))?;
    let others: Vec<&Certificate> = publisher.signing.iter().filter(|c| *c != signer).collect();
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
    let days = [("day", day), ("other", other)].map(|(name, at)| (name, Arg::Plain(at.day())));
    let said = Arg::Said(*phrase, days.to_vec());
    Some(SeveralKeys {
        text: texts.paragraph(&[Arg::said(&SEVERAL), said]),
        source: pages::SAML_METADATA.url.to_owned(),
    })
}
