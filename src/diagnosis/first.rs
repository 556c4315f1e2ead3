//! What to do first: at most three things, out of the findings, the causes and the look-ups.

use super::{CauseVerdict, Judged, Verdict, settled};
use crate::diagnostic::{Diagnostic, Severity};
use crate::order;
use crate::rules::{Context, account_other_username};
use crate::webex::causes::{Cause, Check};
use serde::Serialize;

/// So many stand first.
pub(super) const MOST: usize = 3;

/// Whether something is known to be wrong, or is to be looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum FirstHeading {
    /// Each item mends something.
    DoFirst,
    /// Each item looks something up at Webex.
    CheckNext,
}

/// What to do first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct First {
    /// What the items have in common.
    pub heading: FirstHeading,
    /// At most three, in the order of work.
    pub items: Vec<Item>,
}

/// One thing to do: the fix of a finding, the steps of a check, or a fix of the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Index of the finding that it mends.
    pub finding: Option<usize>,
    /// The cause that it belongs to.
    pub cause: Option<Cause>,
    /// Index of the check with its steps, where no finding has them.
    pub check: Option<usize>,
    /// Index of the fix of the code, where neither of them has the steps.
    pub fix: Option<usize>,
}

impl Item {
    /// To be filled in.
    pub(super) const NOTHING: Self = Self {
        finding: None,
        cause: None,
        check: None,
        fix: None,
    };
}

/// What to do first, out of all that is known.
pub(super) fn first(
    cx: &Context,
    verdict: Verdict,
    causes: &[Judged],
    diagnostics: &[Diagnostic],
    checks: &[&Check],
) -> First {
    let all = All {
        causes,
        diagnostics,
        checks,
    };
    let is_open = |check: &&&Check| {
        let cause = causes.iter().find(|found| found.cause == check.cause);
        cause.is_none_or(|found| settled(cx, found).is_none())
    };
    let open: Vec<Item> = checks
        .iter()
        .filter(is_open)
        .map(|check| all.check(check.cause))
        .collect();
    let certain = all.certain();
    let fixes = if certain.is_empty() {
        all.findings(Severity::Warning)
    } else {
        certain.into_iter().chain(all.other_account()).collect()
    };
    let is_next = verdict == Verdict::NotExplained || fixes.is_empty();
    let other = all.other_account();
    let (heading, items) = if is_next && !open.is_empty() {
        let is_other = !other.is_empty();
        let is_told = |item: &Item| is_other && item.cause == Some(Cause::AccountState);
        let open = open.into_iter().filter(|item| !is_told(item));
        (
            FirstHeading::CheckNext,
            other.into_iter().chain(open).collect(),
        )
    } else {
        (FirstHeading::DoFirst, fixes)
    };
    First {
        heading,
        items: all.most(items),
    }
}

struct All<'a> {
    causes: &'a [Judged],
    diagnostics: &'a [Diagnostic],
    checks: &'a [&'a Check],
}

impl All<'_> {
    /// What is known to be wrong: what the message shows and what lies at Webex, in the order that the lead tells.
    fn certain(&self) -> Vec<Item> {
        let errors = self.findings(Severity::Error);
        let confirmed = |cause: &&Judged| cause.verdict == CauseVerdict::Confirmed;
        let (shown, hidden): (Vec<&Judged>, Vec<&Judged>) = self
            .causes
            .iter()
            .filter(confirmed)
            .partition(|cause| errors.iter().any(|error| error.cause == Some(cause.cause)));
        let hidden = hidden.iter().map(|cause| self.check(cause.cause));
        if shown.is_empty() {
            hidden.chain(errors).collect()
        } else {
            errors.iter().copied().chain(hidden).collect()
        }
    }

    fn findings(&self, severity: Severity) -> Vec<Item> {
        let all = self.diagnostics.iter().enumerate();
        let wanted =
            all.filter(|(_, found)| found.severity == severity && !found.words.action().is_empty());
        let item = |index| Item {
            finding: Some(index),
            cause: self
                .causes
                .iter()
                .find(|cause| cause.because.contains(&index))
                .map(|cause| cause.cause),
            ..Item::NOTHING
        };
        wanted.map(|(index, _)| item(index)).collect()
    }

    /// The account that has one of the two names and not the other.
    fn other_account(&self) -> Vec<Item> {
        let warnings = self.findings(Severity::Warning).into_iter();
        let is_it = |item: &Item| {
            let found = item.finding.and_then(|index| self.diagnostics.get(index));
            found.is_some_and(|found| found.rule == account_other_username::RULE.id)
        };
        warnings.filter(is_it).take(1).collect()
    }

    fn check(&self, cause: Cause) -> Item {
        Item {
            cause: Some(cause),
            check: self.checks.iter().position(|check| check.cause == cause),
            ..Item::NOTHING
        }
    }

    /// The first of them, but for each confirmed cause one before any has two.
    fn most(&self, items: Vec<Item>) -> Vec<Item> {
        let is_confirmed = |cause: Cause| {
            let mut causes = self.causes.iter();
            causes.any(|c| c.cause == cause && c.verdict == CauseVerdict::Confirmed)
        };
        let mut met = vec![];
        let (leading, others): (Vec<_>, Vec<_>) =
            items.into_iter().enumerate().partition(|(_, item)| {
                let cause = item.cause.filter(|cause| is_confirmed(*cause));
                let is_new = cause.is_some_and(|cause| !met.contains(&cause));
                met.extend(cause);
                is_new
            });
        let mut most: Vec<_> = leading.into_iter().chain(others).take(MOST).collect();
        order::by_key(&mut most, |(place, _)| *place);
        most.into_iter().map(|(_, item)| item).collect()
    }
}
