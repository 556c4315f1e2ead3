//! What was removed, and whether a check finds the same without it.

use crate::redact::{Kind, REMOVED, Redactor, is_name};
use crate::report::{Diagnostic, Message, Severity};
use crate::text::Texts;
use serde::Serialize;
use std::collections::BTreeMap;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// What was removed, and whether the findings stayed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// What was removed, by kind.
    pub removed: Vec<Removed>,
    /// How many pieces that were.
    pub total: u32,
    /// Whether a check finds the same before and after.
    pub same: bool,
    /// What it finds in one of the two only: ids of rules and causes, and `verdict`.
    pub differs: Vec<String>,
}

/// One kind of what was removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Removed {
    /// What.
    pub kind: Kind,
    /// The same in words.
    pub label: String,
    /// How often.
    pub count: u32,
}

impl Receipt {
    pub(super) fn new<'m>(
        redactor: &Redactor,
        messages: impl IntoIterator<Item = (&'m Message, &'m Message)>,
        texts: &Texts,
    ) -> Self {
        let removed: Vec<Removed> = redactor
            .removed()
            .iter()
            .map(|(kind, count)| Removed {
                kind: *kind,
                label: texts.say(kind.label(), &[]),
                count: *count,
            })
            .collect();
        let differs: Vec<String> = messages
            .into_iter()
            .flat_map(|(before, after)| differences(before, after))
            .collect();
        Self {
            total: removed.iter().map(|removed| removed.count).sum(),
            removed,
            same: differs.is_empty(),
            differs,
        }
    }
}

fn differences(before: &Message, after: &Message) -> Vec<String> {
    let mut counts: BTreeMap<Essence, i64> = BTreeMap::new();
    for (findings, step) in [(&before.diagnostics, 1), (&after.diagnostics, -1)] {
        for finding in findings {
            *counts.entry(essence(finding)).or_default() += step;
        }
    }
    let all = before.diagnostics.iter().chain(&after.diagnostics);
    let differing = all.filter(|finding| counts.remove(&essence(finding)).is_some_and(|n| n != 0));
    let mut differs: Vec<String> = differing.map(|finding| finding.rule.to_string()).collect();
    for (one, other) in before.error31.causes.iter().zip(&after.error31.causes) {
        if (&one.id, one.verdict, one.provenance) != (&other.id, other.verdict, other.provenance) {
            differs.push(one.id.id().to_owned());
        }
    }
    if before.error31.verdict != after.error31.verdict {
        differs.push("verdict".to_owned());
    }
    differs
}

/// What a finding says, whatever it is called: fields that the caller named have other names in a ticket.
type Essence<'m> = (&'m str, Severity, Option<&'m str>, Option<u8>);

fn essence(finding: &Diagnostic) -> Essence<'_> {
    let field = finding.field.as_deref();
    (
        finding.rule.as_str(),
        finding.severity,
        field.map(|field| if is_name(field) { field } else { REMOVED }),
        finding.code,
    )
}
