//! The verdict in one sentence, and what follows from it.

use super::sentences::*;
use super::{CauseVerdict, Judged, Provenance, Verdict};
use crate::accounts::{Lookup, Other};
use crate::diagnostic::Diagnostic;
use crate::facts::{Field, FieldState, Reading};
use crate::options::AccountAnswer;
use crate::rules::{Context, Rule, member_status, several_assertions};
use crate::saml::Kind;
use crate::text::{Arg, Phrase};
use crate::webex::ServiceProvider;
use crate::webex::causes::Cause;
use crate::webex::statuses::StatusId;
use crate::xml::Reason;

/// The verdict in one sentence, and what follows from it.
pub(super) fn words(
    cx: &Context,
    verdict: Verdict,
    causes: &[Judged],
    diagnostics: &[Diagnostic],
) -> (Arg, Vec<Arg>) {
    let (title, leads) = match verdict {
        Verdict::Explained => explained(cx, causes),
        Verdict::NotExplained | Verdict::CannotTell => {
            let (title, lead) = unexplained(cx, verdict, causes, diagnostics);
            (title, vec![lead])
        }
    };
    let args = args(cx);
    let said = |phrase: &Phrase| Arg::naming(phrase, &args);
    (said(title), leads.into_iter().map(said).collect())
}

fn explained(cx: &Context, causes: &[Judged]) -> (&'static Phrase, Vec<&'static Phrase>) {
    let confirmed: Vec<&Judged> = causes
        .iter()
        .filter(|cause| cause.verdict == CauseVerdict::Confirmed)
        .collect();
    let by_message = |cause| {
        confirmed
            .iter()
            .any(|c| c.cause == cause && c.provenance == Some(Provenance::Message))
    };
    let both = (
        by_message(Cause::MemberStatus),
        by_message(Cause::RequiredFields),
    );
    let others = confirmed.len() - usize::from(both.0) - usize::from(both.1);
    let fields = || {
        cx.facts
            .into_iter()
            .flat_map(|facts| &facts.fields)
            .filter(|field| field.is_required())
    };
    let has = |wanted: fn(&Field) -> bool| fields().any(wanted);
    let missing = has(|field| field.state == FieldState::Missing);
    let empty = has(|field| field.state == FieldState::Empty);
    let lead = match (both, others) {
        ((true, true), 0) => &LEAD_TWO,
        ((false, true), 0) if !missing => &LEAD_OTHERWISE,
        (_, 0) => &LEAD_ONE,
        ((false, false), _) => return at_webex(cx, causes, &confirmed),
        (_, _) => &LEAD_MORE,
    };
    let title = match both {
        (true, false) => &TITLE_MEMBER_STATUS,
        (true, true) if missing && !empty && !has(is_misnamed) => &TITLE_BOTH,
        (true, true) => &TITLE_BOTH_UNUSABLE,
        (false, _) => match (missing, empty, has(is_misnamed)) {
            (true, false, false) => &TITLE_MISSING,
            (false, true, false) => &TITLE_EMPTY,
            (false, false, true) => &TITLE_MISNAMED,
            _ => &TITLE_UNUSABLE,
        },
    };
    (title, vec![lead])
}

/// What is confirmed by the user list or an answer, and by nothing in the message.
fn at_webex(
    cx: &Context,
    causes: &[Judged],
    confirmed: &[&Judged],
) -> (&'static Phrase, Vec<&'static Phrase>) {
    let first = confirmed.iter().find(|c| c.cause == Cause::AccountState);
    let first = first.or(confirmed.first());
    let by_list = first.is_some_and(|c| c.provenance == Some(Provenance::UserList));
    let title = match first.map(|c| c.cause) {
        Some(Cause::AccountState) => account(cx, by_list),
        Some(Cause::HostLicences) if by_list => &TITLE_SEATS_LIST,
        Some(Cause::HostLicences) => &TITLE_SEATS_ANSWER,
        Some(Cause::RequiredFields) => &TITLE_OTHER_FIELD,
        _ => &TITLE_PARTNER,
    };
    let lead = match confirmed {
        [one] if one.cause == Cause::RequiredFields => return (title, vec![&LEAD_ONE]),
        [_] => &LEAD_WEBEX,
        _ => &LEAD_WEBEX_MORE,
    };
    let is_complete = Cause::OF_MESSAGE
        .iter()
        .all(|cause| is_ruled_out(causes, *cause));
    let complete = is_complete.then_some(&LEAD_COMPLETE);
    (title, [lead].into_iter().chain(complete).collect())
}

fn account(cx: &Context, by_list: bool) -> &'static Phrase {
    let listed = match cx.account {
        Some(Lookup::Found(entry)) if by_list => entry.status,
        _ => None,
    };
    let answered = match cx.options.answers.account {
        Some(AccountAnswer::Status(status)) => Some(status),
        _ => None,
    };
    match (by_list, listed.or(answered)) {
        (true, Some(StatusId::PendingApproval)) => &TITLE_APPROVAL,
        (true, _) => &TITLE_INACTIVE,
        (false, Some(StatusId::PendingApproval)) => &TITLE_ANSWER_APPROVAL,
        (false, _) => &TITLE_ANSWER_INACTIVE,
    }
}

/// What the user list has in another way than the message.
fn other_account(cx: &Context) -> Option<&'static Phrase> {
    let entries = cx.account?.entries();
    Some(match entries.iter().find_map(|entry| entry.other)? {
        Other::Username => &TITLE_OTHER_USERNAME,
        Other::Email => &TITLE_OTHER_EMAIL,
    })
}

fn is_ruled_out(causes: &[Judged], cause: Cause) -> bool {
    causes
        .iter()
        .any(|c| c.cause == cause && c.verdict == CauseVerdict::RuledOut)
}

/// Why a message shows nothing, where it can't be read as one to Webex.
pub(super) fn unread(cx: &Context) -> Option<Arg> {
    let is_read = cx.readable().is_some_and(|facts| facts.excerpt.is_none());
    let (title, _) = unexplained(cx, Verdict::CannotTell, &[], &[]);
    (!is_read).then(|| Arg::Said(*title, args(cx)))
}

fn unexplained(
    cx: &Context,
    verdict: Verdict,
    causes: &[Judged],
    diagnostics: &[Diagnostic],
) -> (&'static Phrase, &'static Phrase) {
    let found = |rule: &Rule| diagnostics.iter().any(|d| d.rule == rule.id);
    let Some(facts) = cx.facts else {
        return match cx.refused.map(|error| &error.reason) {
            Some(Reason::Doctype) => (&TITLE_DOCTYPE, &LEAD_DOCTYPE),
            Some(reason) if reason.is_bound() => (&TITLE_TOO_LARGE, &LEAD_REFUSED),
            Some(Reason::CharsetConflict { .. }) if cx.is_sent() => (&TITLE_CHARSET, &LEAD_SENT),
            Some(Reason::CharsetConflict { .. }) => (&TITLE_CHARSET, &LEAD_COPY),
            _ if cx.is_refused_as_sent() => (&TITLE_REFUSED, &LEAD_SENT),
            _ if !cx.exact => (&TITLE_REFUSED, &LEAD_COPY),
            _ => (&TITLE_REFUSED, &LEAD_REFUSED),
        };
    };
    match facts.reading {
        Reading::OtherKind => {
            let title = match facts.message.kind {
                Kind::AuthnRequest => &TITLE_REQUEST,
                Kind::Logout => &TITLE_LOGOUT,
                Kind::Metadata => &TITLE_METADATA,
                Kind::WsFederation | Kind::Saml1 => return (&TITLE_OLD, &LEAD_OLD),
                _ => &TITLE_OTHER_XML,
            };
            return (title, &LEAD_OTHER_KIND);
        }
        Reading::Encrypted => return (&TITLE_ENCRYPTED, &LEAD_ENCRYPTED),
        Reading::FailedStatus => return (&TITLE_FAILED, &LEAD_FAILED),
        Reading::NoAssertion => return (&TITLE_NO_ASSERTION, &LEAD_NO_ASSERTION),
        Reading::Full => {}
    }
    if cx.step_before.is_some() {
        return (&TITLE_STEP_BEFORE, &LEAD_STEP_BEFORE);
    }
    if facts.excerpt.is_some() {
        return (&TITLE_EXCERPT, &LEAD_EXCERPT);
    }
    match facts.sp {
        ServiceProvider::ControlHub => return (&TITLE_CONTROL_HUB, &LEAD_CONTROL_HUB),
        ServiceProvider::MeetingsServer => return (&TITLE_SERVER, &LEAD_SERVER),
        ServiceProvider::Other => return (&TITLE_OTHER_SERVICE, &LEAD_OTHER_SERVICE),
        ServiceProvider::MeetingsSite | ServiceProvider::Messenger => {}
    }
    let undecided = |cause| {
        causes
            .iter()
            .any(|c| c.cause == cause && c.verdict == CauseVerdict::CannotTell)
    };
    let all_ruled_out = Cause::ALL.iter().all(|cause| is_ruled_out(causes, *cause));
    if all_ruled_out && cx.options.answers.other_field_missing.is_some() {
        (&TITLE_NONE_REMAINS, &LEAD_NONE_REMAINS)
    } else if all_ruled_out {
        (&TITLE_NOT_EXPLAINED, &LEAD_FIELDS_REMAIN)
    } else if let Some(title) = other_account(cx).filter(|_| verdict == Verdict::NotExplained) {
        (title, &LEAD_OTHER_USERNAME)
    } else if verdict == Verdict::NotExplained {
        (&TITLE_NOT_EXPLAINED, &LEAD_NOT_EXPLAINED)
    } else if found(&several_assertions::RULE) {
        (&TITLE_SEVERAL, &LEAD_CANNOT_TELL)
    } else if undecided(Cause::MemberStatus) && found(&member_status::RULE) {
        (&TITLE_POSSIBLE, &LEAD_CANNOT_TELL)
    } else if facts
        .fields
        .iter()
        .any(|field| field.is_required() && field.state == FieldState::Unseen)
    {
        (&TITLE_HIDDEN, &LEAD_CANNOT_TELL)
    } else if undecided(Cause::RequiredFields) {
        (&TITLE_DOUBTFUL, &LEAD_CANNOT_TELL)
    } else {
        (&TITLE_HIDDEN, &LEAD_CANNOT_TELL)
    }
}
