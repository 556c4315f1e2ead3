//! The verdict in the few words of a tab's title.

use super::sentences::*;
use super::{CauseVerdict, Judged, Verdict};
use crate::facts::{Field, FieldState};
use crate::rules::Context;
use crate::text::{Arg, Phrase};
use crate::webex::causes::Cause;

/// A verdict in a few words, whatever it rests on.
pub fn words(verdict: Verdict) -> &'static Phrase {
    match verdict {
        Verdict::Explained => &SHORT_EXPLAINED_OTHERWISE,
        Verdict::NotExplained => &SHORT_NOT_EXPLAINED,
        Verdict::CannotTell => &SHORT_CANNOT_TELL,
    }
}

/// Names of attributes at most, never a value or a user.
pub(super) fn short(cx: &Context, verdict: Verdict, causes: &[Judged]) -> Arg {
    if verdict != Verdict::Explained {
        return Arg::said(words(verdict));
    }
    let confirmed = causes
        .iter()
        .filter(|cause| cause.verdict == CauseVerdict::Confirmed);
    let names: Vec<Arg> = confirmed
        .flat_map(|found| match found.cause {
            Cause::MemberStatus => vec!["Member Status".into()],
            Cause::RequiredFields => fields(cx),
            Cause::AccountState => vec![Arg::said(&SHORT_ACCOUNT)],
            Cause::HostLicences => vec![Arg::said(&SHORT_LICENCES)],
            Cause::PartnerId => vec![Arg::said(&SHORT_PARTNER)],
        })
        .collect();
    if names.is_empty() {
        return Arg::said(words(verdict));
    }
    Arg::Said(SHORT_EXPLAINED, vec![("names", Arg::List(names, None))])
}

/// The required fields that don't reach Webex; where all do, those under a name that it doesn't read.
fn fields(cx: &Context) -> Vec<Arg> {
    let names = |wanted: fn(&Field) -> bool| -> Vec<Arg> {
        let all = cx.facts.into_iter().flat_map(|facts| &facts.fields);
        let required = all.filter(|field| field.is_required() && wanted(field));
        required
            .map(|field| Arg::Plain(field.name.to_owned()))
            .collect()
    };
    let gone = names(|field| matches!(field.state, FieldState::Missing | FieldState::Empty));
    if gone.is_empty() {
        names(is_misnamed)
    } else {
        gone
    }
}
