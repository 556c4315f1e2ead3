//! What the reader can look up at Webex and answer, cause by cause.

use super::{CauseVerdict, Judged, Provenance};
use crate::facts::FieldState;
use crate::facts::values::is_blank;
use crate::options::AccountAnswer;
use crate::rules::Context;
use crate::text::{Arg, Phrase, texts};
use crate::webex::attributes::Need;
use crate::webex::causes::Cause;
use crate::webex::statuses::StatusId;

/// A question with its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// `account`, `host-licences`, `partner-id` or `other-fields`.
    pub id: &'static str,
    /// The answers to choose from.
    pub choices: Vec<Choice>,
    /// The id of the one that was given.
    pub given: Option<&'static str>,
}

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The id in options.
    pub id: &'static str,
    /// For people.
    pub label: Phrase,
    /// Whether it is a rare one, to be shown behind the others.
    pub rare: bool,
}

texts! {
    ACCOUNT_ACTIVE "answer-account-active" "it is there and active";
    ACCOUNT_INACTIVE "answer-account-inactive" "it is there, but deactivated";
    ACCOUNT_APPROVAL "answer-account-approval" "it is there, but awaits approval";
    ACCOUNT_NONE "answer-account-none" "there is none";
    LICENCE_FREE "answer-licence-free" "a host licence is free";
    LICENCE_NONE "answer-licence-none" "no host licence is free";
    PARTNER_YES "answer-partner-yes" "the site has a partner ID";
    PARTNER_NO "answer-partner-no" "the site has no partner ID";
    FIELDS_NONE "answer-fields-none" "the site asks for no other field";
    FIELDS_MISSING "answer-fields-missing" "the site asks for a field that is not in the message";
}

/// What can be answered about a cause; `None` where nothing can.
pub fn question(cause: Cause, cx: &Context) -> Option<Question> {
    let answers = &cx.options.answers;
    let choice = |id, label: &Phrase| Choice {
        id,
        label: *label,
        rare: false,
    };
    let either = |id, yes: Choice, no: Choice, given: Option<bool>| Question {
        id,
        given: given.map(|given| if given { yes.id } else { no.id }),
        choices: vec![yes, no],
    };
    match cause {
        Cause::MemberStatus => None,
        Cause::AccountState => {
            let mut choices = vec![
                choice("active", &ACCOUNT_ACTIVE),
                choice("inactive", &ACCOUNT_INACTIVE),
                choice("pending-approval", &ACCOUNT_APPROVAL),
                choice("none", &ACCOUNT_NONE),
            ];
            for status in StatusId::ALL {
                if choices.iter().all(|choice| choice.id != status.id()) {
                    choices.push(Choice {
                        rare: true,
                        ..choice(status.id(), &status.row().name)
                    });
                }
            }
            Some(Question {
                id: "account",
                choices,
                given: answers.account.map(AccountAnswer::id),
            })
        }
        Cause::RequiredFields => Some(either(
            "other-fields",
            choice("missing", &FIELDS_MISSING),
            choice("none", &FIELDS_NONE),
            other_field_missing(cx),
        )),
        Cause::HostLicences => Some(either(
            "host-licences",
            choice("free", &LICENCE_FREE),
            choice("none", &LICENCE_NONE),
            answers.host_licence_free,
        )),
        Cause::PartnerId => Some(either(
            "partner-id",
            choice("yes", &PARTNER_YES),
            choice("no", &PARTNER_NO),
            answers.partner_id,
        )),
    }
}

/// Whether the site requires a field that is not in the message: by the names that the reader gave where one of them does
/// not arrive, else as the reader said, else by those names alone.
pub(super) fn other_field_missing(cx: &Context) -> Option<bool> {
    let fields = cx.facts.into_iter().flat_map(|facts| &facts.fields);
    let mut named = fields.filter(|field| field.need == Need::Site);
    let is_named = cx.options.required.iter().any(|name| !is_blank(name));
    if named.any(|field| field.state != FieldState::Ok) {
        return Some(true);
    }
    let said = cx.options.answers.other_field_missing;
    said.or(is_named.then_some(false))
}

/// The label of the answer that was given about a cause.
pub(super) fn given_label(cx: &Context, cause: Cause) -> Option<Arg> {
    let question = question(cause, cx)?;
    let given = question.given?;
    let choice = question.choices.iter().find(|choice| choice.id == given)?;
    Some(Arg::said(&choice.label))
}

/// What settles the check of a cause, where the user list or an answer does.
pub fn settled(cx: &Context, finding: &Judged) -> Option<(CauseVerdict, Provenance)> {
    let is_fields =
        finding.cause == Cause::RequiredFields && finding.verdict == CauseVerdict::RuledOut;
    let provenance = match (finding.provenance?, other_field_missing(cx)) {
        (Provenance::Message, Some(_)) if is_fields => Provenance::Answer,
        (Provenance::Message, _) => return None,
        (provenance, _) => provenance,
    };
    Some((finding.verdict, provenance))
}
