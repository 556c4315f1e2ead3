//! A message that is judged again is judged as if the options had been there from the start.

#![allow(clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use error31::options::Answers;
use error31::report::{Message, Report};
use error31::{Options, check, judge};

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
            messengers += u32::from(message.sp.because.contains("own answer"));
        }
    }
    assert!(conflicts > 1 && messengers > 0, "{conflicts}, {messengers}");
}
