//! One finding alone, as plain text without the person: for whoever has to mend just that.

use super::letters::plain;
use super::steps::counted;
use crate::report::{Diagnostic, Message};
use std::collections::HashMap;

/// A text for each finding of `before`, told as `after` tells it; empty where it was not found without the person.
pub(super) fn write(before: &Message, after: &Message) -> Vec<String> {
    let mut told: HashMap<&str, Vec<&Diagnostic>> = HashMap::new();
    for finding in after.diagnostics.iter().rev() {
        told.entry(finding.rule.as_str()).or_default().push(finding);
    }
    let mut next = |own: &Diagnostic| told.get_mut(own.rule.as_str())?.pop();
    let all = before.diagnostics.iter();
    all.map(|own| next(own).map(text).unwrap_or_default())
        .collect()
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
