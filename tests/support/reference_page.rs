//! The reference as a page: the same entries that the page shows.

use super::id;
use error31::report::{ReferenceEntry, ReferenceKind, reference};
use std::fmt::Write as _;

const HEAD: &str = "# Reference

What the page knows, each with the pages that say so. The page shows the same, also without a network; what stands in
brackets is the address there, as in `index.html#code=13`. `…` is what a message has there.
This page is written by `UPDATE=1 cargo test --test golden`, and a test fails where it differs.
";

/// The whole page.
pub fn page() -> String {
    let mut out = HEAD.to_owned();
    for section in reference("en").sections {
        let _ = writeln!(out, "\n## {}", section.title);
        for entry in &section.entries {
            one(&mut out, section.kind, entry);
        }
    }
    out
}

fn one(out: &mut String, kind: ReferenceKind, entry: &ReferenceEntry) {
    let address = format!("{}={}", id(&kind), entry.id);
    let _ = writeln!(out, "\n### {}\n\n[`#{address}`]", entry.title);
    for fact in &entry.facts {
        let _ = write!(out, "\n**{}**\n", fact.name);
        let mut was_step = false;
        for line in fact.text.lines() {
            let is_step = line.starts_with("1. ");
            let gap = if is_step && was_step { "" } else { "\n" };
            let _ = writeln!(out, "{gap}{line}");
            was_step = is_step;
        }
    }
    let sources = entry.sources.iter().map(|source| {
        let note = source.note.as_deref().map(|note| format!(" ({note})"));
        let note = note.unwrap_or_default();
        format!("<{}>{note}, checked on {}", source.url, source.checked)
    });
    let _ = writeln!(out, "\n{}", sources.collect::<Vec<_>>().join(" · "));
}
