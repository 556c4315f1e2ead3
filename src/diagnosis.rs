//! Error 31, cause by cause: confirmed, ruled out, or cannot tell.

mod code;
mod first;
mod lookups;
mod message;
mod questions;
mod sentences;
mod short;
mod verdict;

pub use first::{First, FirstHeading, Item};
pub use lookups::{
    bearing, confirming, console, generation, reservations, row, seats, seats_words,
};
pub use questions::{Choice, Question, question, settled};
pub use short::words;

use crate::diagnostic::Diagnostic;
use crate::facts::{Facts, Reading};
use crate::rules::Context;
use crate::text::{Arg, Args, Phrase, Text};
use crate::webex::causes::{CHECKS, Cause, Check, Console};
use crate::webex::codes::{self, Code};
use serde::Serialize;

/// Every text of the diagnosis.
pub(crate) const TEXTS: [&[Text]; 2] = [questions::TEXTS, sentences::TEXTS];

/// Whether a message explains the error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// At least one cause is confirmed.
    Explained,
    /// No cause of error 31 that a message can show is there, or this service has no code 31.
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
    /// From the user list.
    UserList,
    /// From what the reader answered.
    Answer,
}

/// What is known of one cause, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The cause.
    pub cause: Cause,
    /// What is known of it.
    pub verdict: CauseVerdict,
    /// Where that comes from; none for “cannot tell”.
    pub provenance: Option<Provenance>,
    /// Why, in one sentence or two.
    pub why: Vec<Arg>,
    /// Indices of the diagnostics that decide it.
    pub because: Vec<usize>,
    /// What to do next, where anything is.
    pub next: Option<Arg>,
    /// Where that is to be done, if a list has told the rest of it.
    pub left_in: Option<Console>,
}

/// The verdict on one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// Whether the message explains error 31.
    pub verdict: Verdict,
    /// The verdict in one sentence.
    pub title: Arg,
    /// What follows from it.
    pub lead: Vec<Arg>,
    /// The five causes, in order.
    pub causes: Vec<Judged>,
    /// The same in the few words of a tab's title: names of attributes at most, never a value.
    pub short: Arg,
    /// What to do first.
    pub first: First,
    /// The code that these words speak of, where it is another than 31.
    pub code: Option<&'static Code>,
    /// What to look up at Webex, in the order of work.
    pub checks: Vec<&'static Check>,
}

impl Diagnosis {
    /// The cause whose next step is known better than its check tells it: a user list or an answer has narrowed it down.
    pub fn narrowed(&self) -> Option<Cause> {
        let mut causes = self.causes.iter();
        let account = causes.find(|judged| judged.cause == Cause::AccountState)?;
        match account.next.as_ref()? {
            Arg::Said(next, _) if *next != sentences::NEXT_ACCOUNT => Some(account.cause),
            _ => None,
        }
    }
}

/// Explains the error from what the rules found.
pub fn diagnose(cx: &Context, diagnostics: &[Diagnostic]) -> Diagnosis {
    let causes: Vec<Judged> = Cause::ALL
        .iter()
        .map(|cause| judge(*cause, cx, diagnostics))
        .collect();
    let checks: Vec<&Check> = CHECKS.iter().filter(|_| has_checks(cx)).collect();
    if let Some(code) = other_code(cx) {
        let unread = verdict::unread(cx);
        let told = code::tell(cx, code, unread, diagnostics, &causes);
        return Diagnosis {
            verdict: told.verdict,
            title: told.title,
            lead: told.lead,
            short: told.short,
            first: told.first,
            code: Some(code),
            causes,
            checks,
        };
    }
    let verdict = verdict(cx, &causes);
    let (title, lead) = verdict::words(cx, verdict, &causes, diagnostics);
    let answered = code::before(cx, &causes).filter(|_| !is_no_answer(cx));
    Diagnosis {
        short: short::short(cx, verdict, &causes),
        first: first::first(cx, verdict, &causes, diagnostics, &checks),
        verdict,
        title,
        lead: answered
            .into_iter()
            .chain(lead)
            .chain(listed(cx, &causes))
            .collect(),
        code: None,
        causes,
        checks,
    }
}

/// What the user list says of the account, where the title says it not already.
fn listed(cx: &Context, causes: &[Judged]) -> Option<Arg> {
    let is_told = |cause: &&Judged| {
        cause.cause == Cause::AccountState && cause.verdict != CauseVerdict::Confirmed
    };
    let judged = causes.iter().find(is_told)?;
    cx.account.filter(|_| has_checks(cx))?;
    judged.why.first().cloned()
}

/// The code that the words speak of, where it is another than 31; what is no answer to Webex has none.
fn other_code(cx: &Context) -> Option<&'static Code> {
    let is_other = cx.code != 31 && !is_no_answer(cx);
    codes::code(cx.code).filter(|_| is_other)
}

/// Whether it is no answer of an identity provider to Webex: of a step before, or of another kind.
fn is_no_answer(cx: &Context) -> bool {
    let is_of_other_kind = |facts: &Facts| facts.reading == Reading::OtherKind;
    cx.step_before.is_some() || cx.facts.is_some_and(is_of_other_kind)
}

/// Checks at Webex help wherever the error may come from a Webex service that has it.
fn has_checks(cx: &Context) -> bool {
    cx.step_before.is_none() && cx.facts.is_none_or(|facts| facts.sp.may_answer_31())
}

fn verdict(cx: &Context, causes: &[Judged]) -> Verdict {
    let is = |cause: Cause, verdict| {
        causes
            .iter()
            .any(|c| c.cause == cause && c.verdict == verdict)
    };
    if cx.step_before.is_some() {
        Verdict::CannotTell
    } else if cx.readable().is_some_and(|facts| !facts.sp.may_answer_31()) {
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

/// What is known of one cause.
pub fn judge(cause: Cause, cx: &Context, diagnostics: &[Diagnostic]) -> Judged {
    let judgement = match cause {
        Cause::MemberStatus => message::member_status(cx, diagnostics),
        Cause::RequiredFields => message::required_fields(cx, diagnostics),
        Cause::AccountState => lookups::account_state(cx, diagnostics),
        Cause::HostLicences => lookups::host_licences(cx),
        Cause::PartnerId => lookups::partner_id(cx),
    };
    let mut args = sentences::args(cx);
    args.extend(judgement.args);
    let said = |phrase: &&'static Phrase| Arg::naming(phrase, &args);
    let next = judgement.next.filter(|_| has_checks(cx));
    Judged {
        cause,
        verdict: judgement.verdict,
        provenance: judgement.provenance,
        why: judgement.why.iter().map(said).collect(),
        because: judgement.because,
        next: next.as_ref().map(said),
        left_in: judgement.left_in,
    }
}

/// A verdict on one cause, and the sentences that say why.
#[derive(Debug)]
struct Judgement {
    verdict: CauseVerdict,
    provenance: Option<Provenance>,
    why: Vec<&'static Phrase>,
    /// The diagnostics that decide it.
    because: Vec<usize>,
    next: Option<&'static Phrase>,
    left_in: Option<Console>,
    /// What is put into the sentences besides the facts of the message.
    args: Args,
}

impl Judgement {
    fn cannot_tell(why: Vec<&'static Phrase>, next: &'static Phrase) -> Self {
        Self {
            verdict: CauseVerdict::CannotTell,
            provenance: None,
            why,
            because: vec![],
            next: Some(next),
            left_in: None,
            args: vec![],
        }
    }

    /// What a list of the organisation leaves open: the account that the site keeps itself.
    fn of_the_site(why: Vec<&'static Phrase>) -> Self {
        Self {
            left_in: Some(Console::SiteAdministration),
            ..Self::cannot_tell(why, &sentences::NEXT_SITE_ACCOUNT)
        }
    }

    fn confirmed(provenance: Provenance, why: Vec<&'static Phrase>, next: &'static Phrase) -> Self {
        Self {
            verdict: CauseVerdict::Confirmed,
            provenance: Some(provenance),
            ..Self::cannot_tell(why, next)
        }
    }

    fn ruled_out(provenance: Provenance, why: Vec<&'static Phrase>) -> Self {
        Self {
            verdict: CauseVerdict::RuledOut,
            provenance: Some(provenance),
            why,
            because: vec![],
            next: None,
            left_in: None,
            args: vec![],
        }
    }
}
