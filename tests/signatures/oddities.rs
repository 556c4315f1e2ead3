//! The rules on attacks are silent on what identity providers really send.

use super::support;
use error31::{Options, check};

/// The rules that speak of what no identity provider writes.
const ATTACKS: [&str; 7] = [
    "misplaced-signature",
    "duplicate-id",
    "irregular-signature",
    "split-value",
    "foreign-namespace",
    "saml-version",
    "relative-namespace",
];

/// Messages that their origin calls valid, although they are not what an identity provider sends.
const EXCEPTIONS: &[(&str, &str)] = &[];

#[test]
fn valid_messages_of_the_corpus() {
    let mut wrong = vec![];
    for file in support::corpus::files().unwrap_or_default() {
        if !["valid", "valid?", "parses"].contains(&file.get("expected")) {
            continue;
        }
        let report = check(file.bytes().unwrap().as_slice(), &Options::default());
        for finding in report
            .messages
            .iter()
            .flat_map(|message| &message.diagnostics)
        {
            let explained = EXCEPTIONS
                .iter()
                .any(|(id, rule)| *id == file.get("id") && finding.rule == *rule);
            if ATTACKS.contains(&finding.rule.as_str()) && !explained {
                wrong.push(format!(
                    "{} {} {}: {}",
                    file.get("id"),
                    file.name(),
                    finding.rule,
                    finding.title
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
