//! The findings of one rule while it looks: the worst are kept, the rest is counted.

use crate::diagnostic::{Diagnostic, Severity};

/// So many findings of a rule are listed.
const LISTED: usize = 100;

/// The worst hundred findings of one rule, and how many there were.
#[derive(Debug, Default)]
pub struct Findings {
    errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
    infos: Vec<Diagnostic>,
    seen: usize,
}

impl Findings {
    /// Counts it, and keeps it while there is room among those that matter as much.
    pub fn push(&mut self, finding: Diagnostic) {
        self.seen += 1;
        let alike = match finding.severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Info => &mut self.infos,
        };
        if alike.len() < LISTED {
            alike.push(finding);
        }
    }

    /// Counts so many more of which nothing else is known.
    pub fn count(&mut self, more: usize) {
        self.seen += more;
    }

    /// How many are not listed.
    pub fn omitted(&self) -> usize {
        self.seen.saturating_sub(LISTED)
    }

    /// The worst of them, in the order of how much they matter, then of the message.
    pub fn into_listed(self) -> impl Iterator<Item = Diagnostic> {
        let Self {
            errors,
            warnings,
            infos,
            ..
        } = self;
        errors.into_iter().chain(warnings).chain(infos).take(LISTED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_are_listed_and_the_rest_is_counted() {
        let rule = crate::rules::all().next().unwrap();
        let words = rule.texts.iter().find_map(|text| text.words()).unwrap();
        let mut found = Findings::default();
        for i in 0..300 {
            found.push(Diagnostic {
                severity: if i % 2 == 0 {
                    Severity::Info
                } else {
                    Severity::Warning
                },
                ..rule.finding(words, None, vec![])
            });
        }
        found.push(rule.finding(words, None, vec![]));
        assert_eq!(found.omitted(), 201);
        let listed: Vec<Severity> = found.into_listed().map(|one| one.severity).collect();
        assert_eq!(listed.len(), 100);
        assert_eq!(listed[0], Severity::Error);
        assert!(listed[1..].iter().all(|one| *one == Severity::Warning));
    }
}
