//! Error 31, cause by cause: confirmed, ruled out, or cannot tell.

mod sentences;

pub use sentences::PHRASES;

use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::{Facts, Field, FieldState, Reading};
use crate::rules::Context;
use crate::text::Phrase;
use crate::webex::ServiceProvider;
use crate::webex::causes::{CHECKS, Cause, Check};
use serde::Serialize;

/// Whether a message explains error 31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// At least one cause is confirmed.
    Explained,
    /// No cause that a message can show is there, or this service has no code 31.
    NotExplained,
    /// The message can't decide it.
    CannotTell,
}

/// What is known of a cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum CauseVerdict {
    /// It is there.
    Confirmed,
    /// It is not there.
    RuledOut,
    /// Neither can be said.
    CannotTell,
}

/// Where a verdict comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Provenance {
    /// From the message.
    Message,
}

/// What is known of one cause, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The cause.
    pub cause: Cause,
    /// What is known of it.
    pub verdict: CauseVerdict,
    /// Why, in one sentence.
    pub why: String,
    /// Indices of the diagnostics that decide it.
    pub because: Vec<usize>,
    /// What to do next; empty where nothing is.
    pub next: String,
}

/// Error 31 for one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// Whether the message explains error 31.
    pub verdict: Verdict,
    /// The verdict in one sentence.
    pub title: String,
    /// What follows from it.
    pub lead: String,
    /// The five causes, in order.
    pub causes: Vec<Finding>,
    /// What to look up at Webex, in the order of work.
    pub checks: Vec<&'static Check>,
}

/// Explains error 31 from what the rules found.
pub fn diagnose(cx: &Context, diagnostics: &[Diagnostic]) -> Diagnosis {
    let causes: Vec<Finding> = Cause::ALL
        .iter()
        .map(|cause| judge(*cause, cx, diagnostics))
        .collect();
    let verdict = verdict(cx, &causes);
    let (title, lead) = sentences::verdict(cx, verdict, &causes, diagnostics);
    let checks = CHECKS.iter().filter(|_| has_checks(cx)).collect();
    Diagnosis {
        verdict,
        title,
        lead,
        causes,
        checks,
    }
}

/// Checks at Webex help wherever the error may come from a Webex service that has it.
fn has_checks(cx: &Context) -> bool {
    cx.facts
        .is_none_or(|facts| facts.sp.has_code_31() || facts.sp == ServiceProvider::Other)
}

fn verdict(cx: &Context, causes: &[Finding]) -> Verdict {
    let is = |cause: Cause, verdict| {
        causes
            .iter()
            .any(|c| c.cause == cause && c.verdict == verdict)
    };
    if cx
        .readable()
        .is_some_and(|facts| !facts.sp.has_code_31() && facts.sp != ServiceProvider::Other)
    {
        Verdict::NotExplained
    } else if causes
        .iter()
        .any(|cause| cause.verdict == CauseVerdict::Confirmed)
    {
        Verdict::Explained
    } else if is(Cause::MemberStatus, CauseVerdict::RuledOut)
        && is(Cause::RequiredFields, CauseVerdict::RuledOut)
    {
        Verdict::NotExplained
    } else {
        Verdict::CannotTell
    }
}

fn judge(cause: Cause, cx: &Context, diagnostics: &[Diagnostic]) -> Finding {
    let cannot_tell = |phrase| (CauseVerdict::CannotTell, vec![phrase], vec![]);
    let (verdict, sentences, because) = match (cause, judged(cx)) {
        (Cause::MemberStatus | Cause::RequiredFields, Err(phrase)) => cannot_tell(phrase),
        (Cause::MemberStatus, Ok(facts)) => member_status(facts, diagnostics),
        (Cause::RequiredFields, Ok(facts)) => required_fields(facts, diagnostics),
        (Cause::AccountState, _) => cannot_tell(&sentences::ACCOUNT),
        (Cause::HostLicences, _) => cannot_tell(host_licences(cx)),
        (Cause::PartnerId, _) => cannot_tell(&sentences::PARTNER),
    };
    let next = sentences::next(cause, verdict).filter(|_| has_checks(cx));
    let args = sentences::args(cx);
    let said: Vec<String> = sentences
        .into_iter()
        .map(|phrase| cx.texts.say(phrase, &args))
        .collect();
    Finding {
        cause,
        verdict,
        why: said.join(" "),
        because,
        next: next
            .map(|next| cx.texts.say(next, &args))
            .unwrap_or_default(),
    }
}

/// A verdict, the sentences that say why, and the diagnostics that decide it.
type Judgement = (CauseVerdict, Vec<&'static Phrase>, Vec<usize>);

/// The facts, where this message may decide a cause; otherwise why it may not.
fn judged<'a>(cx: &Context<'a>) -> Result<&'a Facts<'a>, &'static Phrase> {
    let Some(facts) = cx.facts else {
        return Err(&sentences::REFUSED);
    };
    match facts.reading {
        Reading::OtherKind => Err(&sentences::OTHER_KIND),
        Reading::Encrypted => Err(&sentences::ENCRYPTED),
        Reading::FailedStatus => Err(&sentences::FAILED),
        Reading::NoAssertion => Err(&sentences::NO_ASSERTION),
        Reading::Full if facts.message.assertions.len() > 1 || !facts.message.stray.is_empty() => {
            Err(&sentences::SEVERAL)
        }
        Reading::Full if facts.sp == ServiceProvider::Other => Err(&sentences::OTHER_SERVICE),
        Reading::Full if !facts.sp.has_code_31() => Err(&sentences::NO_CODE_31),
        Reading::Full => Ok(facts),
    }
}

fn member_status(facts: &Facts, diagnostics: &[Diagnostic]) -> Judgement {
    let because = indices(diagnostics, |d| d.rule == "member-status");
    let certain = diagnostics
        .iter()
        .any(|d| d.rule == "member-status" && d.severity == Severity::Error);
    let statements = facts.assertion.iter().flat_map(|a| &a.attribute_statements);
    let hidden = statements
        .flat_map(|s| &s.encrypted_attributes)
        .next()
        .is_some();
    let (verdict, sentence) = match (certain, because.is_empty()) {
        (true, _) => (CauseVerdict::Confirmed, &sentences::MEMBER_STATUS),
        (false, false) => (CauseVerdict::CannotTell, &sentences::MEMBER_STATUS_POSSIBLE),
        (false, true) if hidden => (CauseVerdict::CannotTell, &sentences::HIDDEN),
        (false, true) => (CauseVerdict::RuledOut, &sentences::NO_MEMBER_STATUS),
    };
    (verdict, vec![sentence], because)
}

/// The rules whose errors confirm that a required field does not reach Webex.
const LACKING: [&str; 3] = ["missing-attribute", "empty-attribute", "misnamed-attribute"];

fn required_fields(facts: &Facts, diagnostics: &[Diagnostic]) -> Judgement {
    let required = || facts.fields.iter().filter(|field| field.is_required());
    let lacking = sentences::lacking(facts);
    if !lacking.is_empty() {
        let because = indices(diagnostics, |d| {
            LACKING.contains(&d.rule) && d.severity == Severity::Error
        });
        return (CauseVerdict::Confirmed, lacking, because);
    }
    if required().any(|field| field.state == FieldState::Unseen) {
        return (CauseVerdict::CannotTell, vec![&sentences::HIDDEN], vec![]);
    }
    if required().any(Field::is_doubtful) {
        let doubtful: Vec<_> = required()
            .filter(|field| field.is_doubtful())
            .filter_map(Field::span)
            .collect();
        let because = indices(diagnostics, |d| {
            d.severity != Severity::Info
                && (d.span.is_some_and(|s| doubtful.contains(&s)) || d.rule == "name-id-format")
        });
        return (
            CauseVerdict::CannotTell,
            vec![&sentences::FIELDS_DOUBTFUL],
            because,
        );
    }
    (
        CauseVerdict::RuledOut,
        vec![&sentences::FIELDS_ARRIVED],
        vec![],
    )
}

fn host_licences(cx: &Context) -> &'static Phrase {
    let role = cx.readable().and_then(|facts| {
        facts
            .fields
            .iter()
            .find(|field| field.id == "isattendeerole")
    });
    match role
        .filter(|role| role.state == FieldState::Ok)
        .and_then(|role| role.value)
    {
        Some("True" | "true" | "Yes" | "yes") => &sentences::ATTENDEE,
        _ if cx.readable().is_some() => &sentences::HOST,
        _ => &sentences::SEATS,
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
