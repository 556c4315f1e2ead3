//! The words about another code than 31, and what Webex's answer adds to those about 31.

use super::first::{First, FirstHeading, Item, MOST};
use super::sentences::*;
use super::{CauseVerdict, Judged, Provenance, Verdict};
use crate::diagnostic::{Diagnostic, Severity};
use crate::instant::Instant;
use crate::rules::Context;
use crate::signature::SignatureVerdict;
use crate::text::{AND, Arg, Args, Phrase};
use crate::webex::codes::{Code, CodeBy};

/// What is said of another code than 31.
pub(super) struct Told {
    pub verdict: Verdict,
    pub title: Arg,
    pub lead: Vec<Arg>,
    pub short: Arg,
    pub first: First,
}

/// The verdict about `code`; `unread` says why the message shows nothing, where it can't be read.
pub(super) fn tell(
    cx: &Context,
    code: &'static Code,
    unread: Option<Arg>,
    diagnostics: &[Diagnostic],
    causes: &[Judged],
) -> Told {
    let is_of_code =
        |found: &Diagnostic| found.code == Some(code.number) && found.severity != Severity::Info;
    let with = |wanted: &dyn Fn(&Diagnostic) -> bool| -> Vec<usize> {
        let all = diagnostics.iter().enumerate();
        all.filter(|(_, found)| wanted(found))
            .map(|(index, _)| index)
            .collect()
    };
    let has_numbers = cx.readable().is_none_or(|facts| facts.sp.may_answer_31());
    let own = with(&is_of_code);
    let is_explained = !own.is_empty() && has_numbers;
    let verdict = match is_explained {
        true => Verdict::Explained,
        false => Verdict::CannotTell,
    };
    let finding = own.first().and_then(|index| diagnostics.get(*index));
    let what = match finding.filter(|_| is_explained) {
        Some(found) => Arg::Said(found.words.title_phrase(), found.args.clone()),
        None => Arg::Said(CODE_QUOTED, vec![("name", code.name().into())]),
    };
    let args: Args = vec![("code", code.number.into()), ("what", what)];
    let title = match cx.coded_by {
        CodeBy::Webex => TITLE_CODE_ANSWERED,
        _ => TITLE_CODE,
    };
    let short = match is_explained {
        true => SHORT_CODE_EXPLAINED,
        false => SHORT_CODE,
    };
    let mut lead: Vec<Arg> = vec![];
    if is_explained {
        let is_sure = finding.is_some_and(|found| found.severity == Severity::Error);
        lead.push(Arg::said(match is_sure {
            true => &LEAD_CODE_EXPLAINED,
            false => &LEAD_CODE_LIKELY,
        }));
    } else {
        lead.push(Arg::said(&code.meaning));
        lead.push(match unread {
            _ if !has_numbers => Arg::said(&LEAD_CODE_NO_NUMBERS),
            Some(unread) => unread,
            None => Arg::said(&LEAD_CODE_NOT_SHOWN),
        });
        lead.extend(value(cx, code.number).or_else(|| certificate(cx, code.number)));
    }
    lead.extend(whence(cx));
    let confirmed = |index: usize| {
        let is_its = |cause: &&Judged| {
            cause.verdict == CauseVerdict::Confirmed && cause.because.contains(&index)
        };
        causes.iter().find(is_its).map(|judged| judged.cause)
    };
    let finding = |index: usize| Item {
        finding: Some(index),
        cause: confirmed(index),
        ..Item::NOTHING
    };
    let has_action = |found: &Diagnostic| !found.words.action().is_empty();
    let own = own
        .into_iter()
        .filter(|index| is_explained && diagnostics.get(*index).is_some_and(has_action));
    let mut items: Vec<Item> = own.map(finding).collect();
    if items.is_empty() {
        let fixes = code.all_fixes().enumerate();
        items.extend(fixes.map(|(index, _)| Item {
            fix: Some(index),
            ..Item::NOTHING
        }));
    }
    let is_other = |found: &Diagnostic| {
        found.severity == Severity::Error && !is_of_code(found) && has_action(found)
    };
    items.extend(with(&is_other).into_iter().map(finding));
    items.truncate(MOST);
    Told {
        verdict,
        title: Arg::Said(title, args.clone()),
        lead,
        short: Arg::Said(short, args),
        first: First {
            heading: match is_explained {
                true => FirstHeading::DoFirst,
                false => FirstHeading::CheckNext,
            },
            items,
        },
    }
}

/// What the message has where a code speaks of one value that the page can’t hold against Webex.
fn value(cx: &Context, code: u8) -> Option<Arg> {
    let facts = cx.readable()?;
    let assertion = facts.assertion?;
    let (name, values): (&'static str, Vec<&str>) = match code {
        13 => {
            let statements = assertion.authn_statements.iter();
            let classes = statements.filter_map(|statement| statement.class_ref.as_ref());
            let classes = classes.map(|class| class.value.trim());
            ("AuthnContextClassRef", classes.collect())
        }
        24 => ("Issuer", vec![facts.issuer]),
        25 => {
            let format = facts.name_id()?.format.as_ref()?;
            ("Format", vec![format.value.trim()])
        }
        _ => return None,
    };
    let values: Vec<Arg> = values
        .into_iter()
        .filter(|value| !value.is_empty())
        .map(Arg::input)
        .collect();
    let args = vec![
        ("name", name.into()),
        ("values", Arg::List(values.clone(), Some(AND))),
    ];
    (!values.is_empty()).then_some(Arg::Said(LEAD_CODE_VALUE, args))
}

/// The certificate that an intact signature was made with, where a code speaks of the one that Webex holds.
fn certificate(cx: &Context, code: u8) -> Option<Arg> {
    let examined = cx.examined.filter(|_| matches!(code, 4 | 8 | 15))?;
    let signatures = examined.signatures.iter();
    let mut intact = signatures.filter(|s| s.verdict == SignatureVerdict::Intact);
    let certificate = intact.find_map(|signature| signature.certificate.as_ref())?;
    let args = vec![
        ("subject", Arg::input(&certificate.subject)),
        ("sum", Arg::input(&certificate.sha256)),
    ];
    Some(Arg::Said(LEAD_CODE_CERTIFICATE, args))
}

/// What is said first of 31 where Webex answered so, and wherever somebody says something else.
pub(super) fn before(cx: &Context, causes: &[Judged]) -> Option<Arg> {
    let is_shown = causes.iter().any(|cause| {
        let by_message = cause.provenance == Some(Provenance::Message);
        cause.verdict == CauseVerdict::Confirmed && by_message
    });
    let time = cx.answered_at.map(clock);
    let said = |phrase: &Phrase, time: Option<Arg>| {
        let time = time.map(|time| ("time", time));
        Arg::Said(*phrase, time.into_iter().collect())
    };
    match (cx.coded_by, is_shown, time) {
        (CodeBy::Webex, true, Some(time)) => Some(said(&LEAD_31_SHOWN_AT, Some(time))),
        (CodeBy::Webex, true, None) => Some(said(&LEAD_31_SHOWN, None)),
        (CodeBy::Webex, false, Some(time)) => Some(said(&LEAD_31_AT, Some(time))),
        (CodeBy::Webex, false, None) => Some(said(&LEAD_31, None)),
        _ => whence(cx),
    }
}

fn clock(at: Instant) -> Arg {
    let [hour, minute] = at.clock().map(Arg::Plain);
    Arg::Said(CLOCK, vec![("hour", hour), ("minute", minute)])
}

/// Who says that it is this code, where the title doesn't.
fn whence(cx: &Context) -> Option<Arg> {
    let codes = || {
        let answered = cx.answered.iter().map(|code| Arg::from(*code)).collect();
        vec![("codes", Arg::List(answered, Some(AND)))]
    };
    let differs = cx.answered.iter().any(|code| *code != cx.code);
    match (cx.coded_by, cx.answered_at) {
        (CodeBy::Webex, Some(at)) => Some(Arg::Said(LEAD_CODE_AT, vec![("time", clock(at))])),
        (CodeBy::Reader, _) if differs => Some(Arg::Said(LEAD_CODE_CHOSEN, codes())),
        (CodeBy::Link, _) => Some(Arg::said(&LEAD_CODE_LINK)),
        (CodeBy::Conflict, _) => Some(Arg::Said(LEAD_CODE_CONFLICT, codes())),
        _ => None,
    }
}
