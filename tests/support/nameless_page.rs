//! What is left of the message of each fixture in its ticket, as a sum: whoever its user is.

use super::Fixture;
use error31::signature::Hash;
use error31::ticket::{Choices, ticket};
use std::fmt::Write as _;

/// One line a fixture: the sum of the message and of what was read in it, without a word of ours.
pub fn page(fixtures: &[Fixture]) -> String {
    let mut out = String::new();
    for fixture in fixtures {
        for handed in super::handed(&fixture.report()).iter().take(1) {
            let made = ticket(handed, &fixture.options, &Choices::default());
            let message = made.report.messages.iter();
            let text: String = message
                .map(|message| {
                    let fields = message.fields.iter();
                    let fields = fields.map(|field| {
                        let value = field.value.as_deref().unwrap_or_default();
                        format!("{} {:?} {value}\n", field.id, field.state)
                    });
                    [message.xml.clone(), fields.collect()].join("\n")
                })
                .collect();
            let _ = writeln!(out, "{}  {}", digest(&text), fixture.name);
        }
    }
    out
}

/// SHA-256, in digits.
pub fn digest(text: &str) -> String {
    let sum = Hash::Sha256.of(text.as_bytes());
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}
