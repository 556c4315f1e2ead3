//! One finding alone, as plain text without the person: for whoever has to mend just that.

use super::letters::plain;
use super::steps::counted;
use crate::report::{Diagnostic, Message};

/// A text for each finding of `before`, told as `after` tells it; empty where it was not found without the person.
pub(super) fn write(before: &Message, after: &Message) -> Vec<String> {
    let mut rest = after.diagnostics.as_slice();
    let mut told = |own: &Diagnostic| {
        let at = rest.iter().position(|other| other.rule == own.rule)?;
        let (found, others) = rest.get(at..)?.split_first()?;
        rest = others;
        Some(text(found))
    };
    let all = before.diagnostics.iter();
    all.map(|own| told(own).unwrap_or_default()).collect()
}

fn text(finding: &Diagnostic) -> String {
    let parts = [
        plain(&finding.title),
        plain(&finding.why),
        counted(&finding.fix, plain),
        super::admin::cited(&finding.source, finding.source_note.as_deref()),
    ];
    crate::text::without_marks(&format!("{}\n", parts.join("\n\n")))
}
