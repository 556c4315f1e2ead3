//! The two causes that a message can show.

use super::questions::other_field_missing;
use super::{Judgement, Provenance, sentences};
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Facts, FieldState, Reading};
use crate::rules::{
    Context, Rule, empty_attribute, guest_account, member_status, misnamed_attribute,
    missing_attribute,
};
use crate::text::Phrase;

/// Why a message decides nothing about attributes, and what to do about that.
struct Undecided {
    why: &'static Phrase,
    next: &'static Phrase,
}

/// The facts, where this message may decide a cause; otherwise why it may not.
fn judged<'a>(cx: &Context<'a>) -> Result<&'a Facts<'a>, Undecided> {
    let because = |why, next| Err(Undecided { why, next });
    let Some(facts) = cx.facts else {
        return match cx.refused {
            Some(error) if error.reason.is_refusal() => {
                because(&sentences::NOT_READ, &sentences::NEXT_AGAIN)
            }
            Some(_) if cx.is_refused_as_sent() => {
                because(&sentences::REFUSED, &sentences::NEXT_SENT)
            }
            Some(_) => because(&sentences::REFUSED, &sentences::NEXT_WHOLE),
            None => because(&sentences::NO_MESSAGE, &sentences::NEXT_RESPONSE),
        };
    };
    let message = facts.message;
    let assertions = message.assertions.len() + message.encrypted_assertions.len();
    let several = assertions > 1 || !message.stray.is_empty();
    match facts.reading {
        Reading::OtherKind => because(&sentences::OTHER_KIND, &sentences::NEXT_RESPONSE),
        Reading::Encrypted => because(&sentences::ENCRYPTED, &sentences::NEXT_UNENCRYPTED),
        Reading::FailedStatus => because(&sentences::FAILED, &sentences::NEXT_FAILED),
        Reading::NoAssertion => because(&sentences::NO_ASSERTION, &sentences::NEXT_WHOLE),
        Reading::Full if cx.step_before.is_some() => {
            because(&sentences::STEP_BEFORE, &sentences::NEXT_RECEIVER)
        }
        Reading::Full if several => because(&sentences::SEVERAL, &sentences::NEXT_UNDECIDED),
        Reading::Full if !facts.sp.may_answer_31() => {
            because(&sentences::NO_CODE_31, &sentences::NEXT_UNDECIDED)
        }
        Reading::Full if !facts.sp.has_code_31() => {
            because(&sentences::OTHER_SERVICE, &sentences::NEXT_RECEIVER)
        }
        Reading::Full => Ok(facts),
    }
}

pub(super) fn member_status(cx: &Context, diagnostics: &[Diagnostic]) -> Judgement {
    let facts = match judged(cx) {
        Ok(facts) => facts,
        Err(Undecided { why, next }) => return Judgement::cannot_tell(vec![why], next),
    };
    let because = indices(diagnostics, |d| d.rule == member_status::RULE.id);
    let certain = diagnostics
        .iter()
        .any(|d| d.rule == member_status::RULE.id && d.severity == Severity::Error);
    let statements = facts.assertion.iter().flat_map(|a| &a.attribute_statements);
    let hidden = statements
        .flat_map(|s| &s.encrypted_attributes)
        .next()
        .is_some();
    let undecided = |why| Judgement::cannot_tell(vec![why], &sentences::NEXT_UNDECIDED);
    let judgement = match (certain, because.is_empty()) {
        (true, _) => Judgement::confirmed(
            Provenance::Message,
            vec![&sentences::MEMBER_STATUS],
            &sentences::NEXT_MEMBER_STATUS,
        ),
        (false, false) => undecided(&sentences::MEMBER_STATUS_POSSIBLE),
        (false, true) if hidden => undecided(&sentences::HIDDEN),
        (false, true) if facts.excerpt.is_some() => {
            Judgement::cannot_tell(vec![&sentences::EXCERPT], &sentences::NEXT_WHOLE)
        }
        (false, true) => {
            Judgement::ruled_out(Provenance::Message, vec![&sentences::NO_MEMBER_STATUS])
        }
    };
    Judgement {
        because,
        ..judgement
    }
}

/// The rules whose errors confirm that a required field does not reach Webex.
static LACKING: [&Rule; 4] = [
    &guest_account::RULE,
    &missing_attribute::RULE,
    &empty_attribute::RULE,
    &misnamed_attribute::RULE,
];

pub(super) fn required_fields(cx: &Context, diagnostics: &[Diagnostic]) -> Judgement {
    let facts = match judged(cx) {
        Ok(facts) => facts,
        Err(Undecided { why, next }) => return Judgement::cannot_tell(vec![why], next),
    };
    let required = || facts.fields.iter().filter(|field| field.is_required());
    let lacking = sentences::lacking(facts);
    if facts
        .excerpt
        .is_some_and(|excerpt| excerpt.is_open() || lacking.is_empty())
    {
        return Judgement::cannot_tell(vec![&sentences::EXCERPT], &sentences::NEXT_WHOLE);
    }
    if !lacking.is_empty() {
        let because = indices(diagnostics, |d| {
            LACKING.iter().any(|rule| d.rule == rule.id) && d.severity == Severity::Error
        });
        let next = &sentences::NEXT_FIELDS;
        return Judgement {
            because,
            ..Judgement::confirmed(Provenance::Message, lacking, next)
        };
    }
    let doubtful: Vec<_> = required()
        .filter(|field| field.is_doubtful())
        .map(|field| &field.id)
        .collect();
    if required().any(|field| field.state == FieldState::Unseen) {
        return Judgement::cannot_tell(vec![&sentences::HIDDEN], &sentences::NEXT_UNDECIDED);
    }
    if !doubtful.is_empty() {
        let because = indices(diagnostics, |d| {
            d.field
                .as_ref()
                .is_some_and(|field| doubtful.contains(&field))
        });
        let next = &sentences::NEXT_UNDECIDED;
        return Judgement {
            because,
            ..Judgement::cannot_tell(vec![&sentences::FIELDS_DOUBTFUL], next)
        };
    }
    match other_field_missing(cx) {
        Some(true) => Judgement::confirmed(
            Provenance::Answer,
            vec![&sentences::FIELDS_OTHER],
            &sentences::NEXT_OTHER_FIELD,
        ),
        Some(false) => Judgement::ruled_out(Provenance::Message, vec![&sentences::FIELDS_ALL]),
        None => Judgement::ruled_out(Provenance::Message, vec![&sentences::FIELDS_ARRIVED]),
    }
}

fn indices(diagnostics: &[Diagnostic], wanted: impl Fn(&Diagnostic) -> bool) -> Vec<usize> {
    diagnostics
        .iter()
        .enumerate()
        .filter(|(_, d)| wanted(d))
        .map(|(index, _)| index)
        .collect()
}
