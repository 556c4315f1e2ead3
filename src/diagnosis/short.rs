//! The verdict in the few words of a tab's title.

use super::sentences::*;
use super::{CauseVerdict, Finding, Verdict};
use crate::facts::{Field, FieldState};
use crate::rules::Context;
use crate::webex::causes::Cause;

/// Names of attributes at most, never a value or a user.
pub(super) fn short(cx: &Context, verdict: Verdict, causes: &[Finding]) -> String {
    let say = |phrase, args: &[_]| cx.texts.say(phrase, args);
    match verdict {
        Verdict::NotExplained => return say(&SHORT_NOT_EXPLAINED, &[]),
        Verdict::CannotTell => return say(&SHORT_CANNOT_TELL, &[]),
        Verdict::Explained => {}
    }
    let confirmed = causes
        .iter()
        .filter(|cause| cause.verdict == CauseVerdict::Confirmed);
    let names: Vec<String> = confirmed
        .flat_map(|found| match found.cause {
            Cause::MemberStatus => vec!["Member Status".to_owned()],
            Cause::RequiredFields => fields(cx),
            Cause::AccountState => vec![say(&SHORT_ACCOUNT, &[])],
            Cause::HostLicences => vec![say(&SHORT_LICENCES, &[])],
            Cause::PartnerId => vec![say(&SHORT_PARTNER, &[])],
        })
        .collect();
    if names.is_empty() {
        return say(&SHORT_EXPLAINED_OTHERWISE, &[]);
    }
    say(&SHORT_EXPLAINED, &[("names", names.join(", "))])
}

/// The required fields that don't reach Webex; where all do, those under a name that it doesn't read.
fn fields(cx: &Context) -> Vec<String> {
    let names = |wanted: fn(&Field) -> bool| -> Vec<String> {
        let all = cx.facts.into_iter().flat_map(|facts| &facts.fields);
        let required = all.filter(|field| field.is_required() && wanted(field));
        required.map(|field| field.name.to_owned()).collect()
    };
    let gone = names(|field| matches!(field.state, FieldState::Missing | FieldState::Empty));
    if gone.is_empty() {
        names(is_misnamed)
    } else {
        gone
    }
}
