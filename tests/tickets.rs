//! Tickets: what is to be done first stands with its steps in every text that is handed on.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use crate::support;
use error31::options::{AccountAnswer, Answers};
use error31::redact::Keep;
use error31::report::{CauseVerdict, Error31, FirstHeading, FirstItem, Message};
use error31::ticket::{Choices, Recipient, Ticket, ticket};
use error31::webex::statuses::StatusId;
use error31::{Options, check};

fn message(attributes: &str) -> String {
    format!(
        r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_1"><Subject><NameID>ana.novak</NameID></Subject><Conditions><AudienceRestriction><Audience>http://www.webex.com</Audience></AudienceRestriction></Conditions><AttributeStatement>{attributes}</AttributeStatement></Assertion>"#
    )
}

fn made(attributes: &str, answers: Answers) -> Ticket {
    let options = Options {
        answers,
        ..Options::default()
    };
    let report = check(message(attributes).as_str(), &options);
    ticket(&support::handed(&report)[0], &options, &Choices::default())
}

const ATTRIBUTES: [&str; 3] = [
    r#"<Attribute Name="firstname"><AttributeValue>Ana</AttributeValue></Attribute>"#,
    r#"<Attribute Name="lastname"><AttributeValue>Novak</AttributeValue></Attribute>"#,
    r#"<Attribute Name="email"><AttributeValue>ana@adriasoft.example</AttributeValue></Attribute>"#,
];

#[test]
fn what_is_confirmed_at_webex_is_to_be_done_first() {
    let inactive = Answers {
        account: Some(AccountAnswer::Status(StatusId::Inactive)),
        ..Answers::default()
    };
    let partner = Answers {
        partner_id: Some(false),
        ..Answers::default()
    };
    let reactivate = "Reactivate the account";
    let support = "Ask your Cisco partner or Cisco support to set it";
    for (attributes, answers, action) in [
        (ATTRIBUTES.concat(), inactive, reactivate),
        (ATTRIBUTES[..2].concat(), inactive, reactivate),
        (String::new(), inactive, reactivate),
        (ATTRIBUTES.concat(), partner, support),
        (ATTRIBUTES[..1].concat(), partner, support),
    ] {
        let ticket = made(&attributes, answers);
        let (_, first) = ticket.markdown.split_once("### Do first").unwrap();
        let (first, _) = first.split_once("###").unwrap_or((first, ""));
        assert!(first.contains(action), "{}", ticket.markdown);
        let admin = ticket.admin.unwrap();
        assert!(
            admin.contains(action) && admin.contains("ana.novak"),
            "{admin}"
        );
    }
}

/// Without marks, so that texts compare whatever they are written for.
fn bare(text: &str) -> String {
    text.replace(['*', '<', '>', '`', '\\'], "")
}

fn lines(text: &str) -> impl Iterator<Item = String> {
    text.lines()
        .map(|line| bare(line.strip_prefix("1. ").unwrap_or(line)))
}

/// The actions of what is to be done first, and every step of each.
fn asked(message: &Message) -> Vec<String> {
    let Error31 { first, checks, .. } = &message.error31;
    let steps = |item: &FirstItem| -> Vec<String> {
        let finding = item
            .finding
            .map(|index| &message.diagnostics[index as usize]);
        let check = item.check.map(|index| &checks[index as usize]);
        let about = message.error31.about.as_ref();
        let fix = item.fix.and_then(|index| about?.fixes.get(index as usize));
        match (finding, check) {
            (None, None) if fix.is_some() => {
                fix.into_iter().flat_map(|fix| lines(&fix.steps)).collect()
            }
            (Some(finding), _) => lines(&finding.fix).collect(),
            (None, Some(check)) => {
                let ways = check.ways.iter();
                ways.flat_map(|way| lines(&way.steps)).collect()
            }
            (None, None) => vec!["no steps".to_owned()],
        }
    };
    let items = first.items.iter();
    items
        .flat_map(|item| [vec![bare(&item.action)], steps(item)].concat())
        .collect()
}

#[test]
fn what_is_to_be_done_first_stands_with_its_steps_in_each_text() {
    let mut flaws = vec![];
    for fixture in support::fixtures().unwrap() {
        for language in ["en", "sr-Latn", "sr-Cyrl"] {
            let options = Options {
                language: language.to_owned(),
                ..fixture.options.clone()
            };
            let report = check(fixture.input.as_slice(), &options);
            let handed = support::handed(&report);
            assert_eq!(handed.len(), report.messages.len());
            for (message, handed) in report.messages.iter().zip(&handed) {
                // Both texts leave out what the identity provider wrote about its refusal, and the user's words in names.
                let shared = Choices {
                    keep: Keep::ALL,
                    ..Choices::default()
                };
                let shared = asked(&ticket(handed, &options, &shared).report.messages[0]);
                let ticket = ticket(handed, &options, &Choices::default());
                let redacted = asked(&ticket.report.messages[0]);
                for (text, asked) in [
                    (&ticket.markdown, redacted.clone()),
                    (&ticket.admin.unwrap_or_default(), asked(message)),
                ] {
                    let text = bare(text);
                    assert_eq!(asked.len(), redacted.len());
                    assert_eq!(asked.len(), shared.len());
                    let mut all = asked.iter().zip(&redacted).zip(&shared);
                    let lost = all.find(|((asked, redacted), shared)| {
                        ![asked, redacted, shared]
                            .iter()
                            .any(|words| text.contains(words.as_str()))
                    });
                    if let Some(((lost, _), _)) = lost {
                        flaws.push(format!("{} {language}: {lost}\n{text}", fixture.name));
                    }
                }
                assert!(message.error31.first.items.len() <= 3);
            }
        }
    }
    assert!(
        flaws.is_empty(),
        "{}: {}",
        flaws.len(),
        flaws[..flaws.len().min(3)].join("\n")
    );
}

#[test]
fn each_confirmed_cause_is_among_what_is_to_be_done_first() {
    for fixture in support::fixtures().unwrap() {
        for message in fixture.report().messages {
            let Error31 { first, causes, .. } = &message.error31;
            let confirmed = causes
                .iter()
                .filter(|cause| cause.verdict == CauseVerdict::Confirmed);
            for cause in confirmed.take(3) {
                assert_eq!(first.heading, FirstHeading::DoFirst, "{}", fixture.name);
                let is_there = first.items.iter().any(|item| item.cause == Some(cause.id));
                assert!(is_there, "{}: {}", fixture.name, cause.id.id());
            }
        }
    }
}

#[test]
fn each_finding_stands_alone_with_its_steps() {
    for fixture in support::fixtures().unwrap() {
        let report = fixture.report();
        for (message, handed) in report.messages.iter().zip(support::handed(&report)) {
            let ticket = ticket(&handed, &fixture.options, &Choices::default());
            let told = &ticket.report.messages[0].diagnostics;
            assert_eq!(ticket.findings.len(), message.diagnostics.len());
            let texts = ticket.findings.iter().filter(|text| !text.is_empty());
            let texts: Vec<String> = texts.map(|text| bare(text)).collect();
            assert!(!ticket.receipt.same || texts.len() == told.len());
            for finding in told.iter().filter(|_| ticket.receipt.same) {
                let parts = [&finding.title, &finding.why, &finding.source];
                let parts = parts.map(|part| bare(part));
                let has_all = |text: &&String| {
                    parts.iter().all(|part| text.contains(part.as_str()))
                        && lines(&finding.fix).all(|line| text.contains(&line))
                };
                assert!(
                    texts.iter().any(|text| has_all(&text)),
                    "{}: {texts:?}",
                    fixture.name
                );
            }
        }
    }
}

/// Page, ticket and letter speak of one code, also where Webex's answers differ or are not sure.
#[test]
fn the_letter_to_support_is_about_the_code_of_the_verdict() {
    let mut told = 0;
    for fixture in support::fixtures().unwrap() {
        let options = Options {
            language: "en".to_owned(),
            ..fixture.options
        };
        let report = check(fixture.input.as_slice(), &options);
        for (message, handed) in report.messages.iter().zip(support::handed(&report)) {
            let ticket = ticket(&handed, &options, &Choices::default());
            let mut letters = ticket.letters.iter();
            if let Some(letter) = letters.find(|one| one.to == Recipient::Support) {
                let own = format!("fails with error {} (", message.error31.code);
                assert!(letter.text.contains(&own), "{}: {own}", fixture.name);
                told += usize::from(message.error31.code != 31);
            }
        }
    }
    assert!(told > 5, "{told}");
}
