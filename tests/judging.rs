//! What is judged: a message again as if the options had been there from the start, a finding by the attribute it is about.

#![allow(clippy::indexing_slicing, reason = "a test may stop")]

use crate::support;
use error31::options::Answers;
use error31::report::{Message, Report};
use error31::{Options, check, judge, judge_alone};

fn judged(report: &Report, options: &Options) -> Vec<Message> {
    let handed = support::handed(report);
    assert_eq!(handed.len(), report.messages.len());
    handed.iter().map(|one| judge(one, options)).collect()
}

#[test]
fn options_that_come_later_change_what_they_change_and_nothing_else() {
    let (mut conflicts, mut messengers) = (0, 0);
    for fixture in support::fixtures().unwrap_or_default() {
        let bare = Options {
            accounts: None,
            answers: Answers::default(),
            service_provider: None,
            ..fixture.options.clone()
        };
        let asked = Options {
            answers: Answers {
                partner_id: Some(false),
                ..Answers::default()
            },
            ..bare.clone()
        };
        let reports = [&bare, &asked, &fixture.options]
            .map(|options| (options, check(fixture.input.as_slice(), options)));
        for (_, before) in &reports {
            for (options, after) in &reports {
                assert_eq!(judged(before, options), after.messages, "{}", fixture.name);
            }
        }
        for message in &reports[1].1.messages {
            let is_conflict = message.charset.is_some();
            conflicts += u32::from(is_conflict);
            messengers += u32::from(
                message
                    .sp
                    .because
                    .iter()
                    .any(|one| one.text.contains("own answer")),
            );
        }
    }
    assert!(conflicts > 1 && messengers > 0, "{conflicts}, {messengers}");
}

#[test]
fn what_is_answered_later_counts_for_an_answer_of_webex_without_a_message() {
    let mut alone = 0;
    for fixture in support::fixtures().unwrap_or_default() {
        let all = [None, Some(true), Some(false)].map(|partner_id| Options {
            answers: Answers {
                partner_id,
                ..Answers::default()
            },
            ..fixture.options.clone()
        });
        let reports = all
            .each_ref()
            .map(|options| check(fixture.input.as_slice(), options));
        if !reports[0].messages.is_empty() {
            continue;
        }
        for before in &reports {
            for (options, after) in all.iter().zip(&reports) {
                let judged = judge_alone(&support::replies(before), options).unwrap_or_default();
                assert_eq!(judged.checks, after.checks, "{}", fixture.name);
                assert_eq!(judged.causes, after.causes, "{}", fixture.name);
            }
        }
        alone += u32::from(reports[1].checks != reports[2].checks);
    }
    assert!(alone > 0);
}

#[test]
fn a_finding_names_the_attribute_it_is_about() {
    let message = r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_1"><AttributeStatement><Attribute Name="FirstName"><AttributeValue>Ana</AttributeValue></Attribute><Attribute Name="Member Status"/></AttributeStatement></Assertion>"#;
    let report = check(message, &Options::default());
    let named = |rule: &str| -> Vec<Option<&str>> {
        let all = report.messages[0].diagnostics.iter();
        let own = all.filter(|found| found.rule == rule);
        own.map(|found| found.attribute.as_deref()).collect()
    };
    let missing = [Some("uid"), Some("lastname"), Some("email")];
    assert_eq!(named("missing-attribute"), missing);
    assert_eq!(named("member-status"), [Some("Member Status")]);
    assert_eq!(named("misnamed-attribute"), [Some("FirstName")]);
    assert_eq!(named("unsigned-message"), [None]);
}
