//! How often which verdict is given and which rule fires, and which names are taken for a field.

use super::File;
use error31::Report;
use error31::diagnosis::Verdict;
use error31::report::{FieldState, Message, Need, RuleId};
use std::collections::BTreeMap;

/// Counts over the whole corpus.
#[derive(Default)]
pub struct Tally {
    verdicts: BTreeMap<(String, &'static str), usize>,
    rules: BTreeMap<RuleId, (usize, usize)>,
    taken: BTreeMap<String, usize>,
    left: BTreeMap<String, usize>,
}

impl Tally {
    /// Counts the report on a file.
    pub fn add(&mut self, file: &File, report: &Report) {
        for message in &report.messages {
            let key = (file.kind().to_owned(), verdict(message));
            *self.verdicts.entry(key).or_default() += 1;
            self.add_rules(message);
            self.add_names(message);
        }
    }

    fn add_rules(&mut self, message: &Message) {
        let mut seen = vec![];
        for found in &message.diagnostics {
            let (messages, findings) = self.rules.entry(found.rule).or_default();
            *findings += 1;
            if !seen.contains(&found.rule) {
                *messages += 1;
                seen.push(found.rule);
            }
        }
    }

    fn add_names(&mut self, message: &Message) {
        for found in &message.diagnostics {
            if found.rule == "misnamed-attribute" {
                *self.taken.entry(found.title.clone()).or_default() += 1;
            }
        }
        let missing: Vec<&str> = message
            .fields
            .iter()
            .filter(|f| f.need == Need::Always && f.state == FieldState::Missing)
            .map(|f| f.id.as_str())
            .collect();
        if !missing.is_empty() {
            for attribute in &message.unlisted {
                *self.left.entry(attribute.name.clone()).or_default() += 1;
            }
        }
    }

    /// Prints all tables.
    pub fn print(&self) {
        println!("\n{:<18}{:<24}{:>9}", "kind", "verdict", "messages");
        for ((kind, verdict), count) in &self.verdicts {
            println!("{kind:<18}{verdict:<24}{count:>9}");
        }
        println!("\n{:<30}{:>9}{:>10}", "rule", "messages", "findings");
        for (rule, (messages, findings)) in &self.rules {
            println!("{rule:<30}{messages:>9}{findings:>10}");
        }
        print_names("a name taken for a field", &self.taken);
        print_names("a name left over where a field is missing", &self.left);
    }
}

fn verdict(message: &Message) -> &'static str {
    match message.error31.verdict {
        Verdict::Explained => "explained",
        Verdict::NotExplained => "not explained",
        Verdict::CannotTell => "cannot tell",
    }
}

fn print_names(title: &str, names: &BTreeMap<String, usize>) {
    println!("\n{:>9}  {title}", "messages");
    let mut names: Vec<_> = names.iter().collect();
    names.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    for (name, count) in names {
        println!("{count:>9}  {}", name.escape_debug());
    }
}
