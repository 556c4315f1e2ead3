//! The two help articles, line by line: each is reached from the empty page, from the pasted sentence alone and from a message.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use error31::webex::codes;
use error31::{Options, check, report};
use serde_json::Value;

/// A line of the articles by its number, and what says the same here; of several each has to be there.
const LINES: &[(u32, &[&str])] = &[
    (6, &["site administrator"]),
    (
        7,
        &[
            "member-status",
            "required-fields",
            "account-state",
            "host-licences",
            "partner-id",
        ],
    ),
    (8, &["The site has no partner ID"]),
    (
        9,
        &[
            "The account exists, but is deactivated or awaits approval",
            "The person who signs in has an account already",
        ],
    ),
    (
        10,
        &[
            "A required field is missing",
            "passed to the site when it creates the account",
        ],
    ),
    (
        11,
        &[
            "must always carry four fields",
            "user name, first name, last name and e‑mail",
        ],
    ),
    (12, &["No host licence is free"]),
    (13, &["Member Status is in the message"]),
    (
        14,
        &["not needed in the assertion. Remove it before you take any other step"],
    ),
    (15, &["site administrator"]),
    (16, &["never-worked"]),
    (17, &["Is a host licence free?"]),
    (18, &["/admin.php"]),
    (19, &["**Site Information**"]),
    (20, &["deactivate a host account"]),
    (21, &["await approval"]),
    (22, &["through an API"]),
    (23, &["/admin.php"]),
    (24, &["Add User**"]),
    (25, &["asterisk"]),
    (26, &["scroll through the whole page"]),
    (27, &["worked-before"]),
    (28, &["is it active?"]),
    (29, &["/admin.php"]),
    (30, &["Edit User**"]),
    (31, &["**Show active accounts only**"]),
    (32, &["by user name and by e"]),
    (33, &["tick **Active**", "**Submit**"]),
    (
        34,
        &["If error 31 stays after these steps, contact Cisco support"],
    ),
    (
        35,
        &["`uid` and `updateTimeStamp` are not required for automatic creation"],
    ),
    (37, &["statuses", "transitions"]),
    (38, &["n0ebkp"]),
    (39, &["The status of normal use"]),
    (
        40,
        &["is in the organisation and is used, or ready for use"],
    ),
    (41, &["account is fine"]),
    (42, &["this is a good sign"]),
    (43, &["The identity of the user is verified"]),
    (
        44,
        &["the services are ready; the first sign-in has not happened"],
    ),
    (45, &["That happens easily while users are brought in"]),
    (46, &["identity of the user is not verified yet"]),
    (
        47,
        &["may still be verifying when they first come to Webex"],
    ),
    (48, &["stuck in it they can’t use their services"]),
    (49, &["<https://help.webex.com/nyi1dxj>"]),
    (50, &["new account never has this status"]),
    (
        51,
        &["Deactivated by an administrator, or by the directory sync"],
    ),
    (
        52,
        &["claimed from another organisation, and the user has not decided yet"],
    ),
    (53, &["14 days"]),
    (54, &["Either way the status ends"]),
    (55, &["https://help.webex.com/nceb8tm"]),
    (
        56,
        &["Added while the domain of the address is not verified"],
    ),
    (
        57,
        &[
            "Converted from another organisation while Not Verified there, with the domain not verified here",
        ],
    ),
    (58, &["The user opens the link in the activation mail"]),
    (
        59,
        &["Added with the domain verified, in another way than by the directory sync"],
    ),
    (60, &["by linking a Meetings site"]),
    (
        61,
        &["Converted from another organisation while Verified there"],
    ),
    (
        62,
        &["while Not Verified there, with the domain verified here"],
    ),
    (63, &["Most accounts become Active this way"]),
    (
        64,
        &["Added by the directory sync with the domain verified, even before the first sign-in"],
    ),
    (
        65,
        &["Converted from another organisation while Active there"],
    ),
    (
        66,
        &[
            "Convert or claim users",
            "other Webex organisations",
            "said of users and of domains",
        ],
    ),
    (67, &["Verify a domain", "with a DNS record"]),
    (
        68,
        &["Claim a domain", "any other organisation by any other way"],
    ),
    (69, &["Manage users", "into the organisation or out of it"]),
    (
        70,
        &[
            "Site linking",
            "a Webex Meetings site to an organisation in Control Hub",
        ],
    ),
];

/// Lines 1 to 5 are the error texts themselves, which are what the reader comes with.
const SPELLINGS: &[&str] = &[
    "Kreiranje automatskog naloga nije uspelo 31",
    "Broj greške \"null\" - 31",
    "Kôd greške 31 prilikom kreiranja novog SSO naloga",
    "Razlog: Kreiranje automatskog naloga nije uspelo (31).",
    "Auto account creation failed 31",
    "Null Error number - 31",
    "Reason: Auto Account Creation failed (31).",
];

/// Line 36 is the page's own question whether it helped.
const LEFT_OUT: u32 = 36;

#[test]
fn every_line_is_reached_from_every_state() {
    let statuses = serde_json::to_value(report::statuses("en")).unwrap();
    let guide = serde_json::to_value(report::guide("en")).unwrap();
    let of = |input: &str| serde_json::to_value(check(input, &Options::default())).unwrap();
    let message = include_str!("fixtures/clean/auth0.xml");
    let states = [
        ("the empty page", guide),
        (
            "the sentence alone",
            of("Auto account creation failed (31)"),
        ),
        ("a message", of(message)),
    ];
    let mut missing = vec![];
    for (state, value) in states {
        let said = texts(&value) + &texts(&statuses);
        for (line, words) in LINES {
            let absent = words.iter().filter(|word| !said.contains(**word));
            missing.extend(absent.map(|word| format!("line {line} from {state}: {word}")));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn the_sentence_is_known_in_each_of_its_forms() {
    let guide = report::guide("en");
    for spelling in SPELLINGS {
        let report = check(*spelling, &Options::default());
        assert_eq!(
            report.observed.first().map(|one| one.code),
            Some(31),
            "{spelling}"
        );
        assert_eq!(report.causes.len(), 5, "{spelling}");
    }
    assert_eq!(guide.spellings, codes::code(31).unwrap().spellings);
    assert!(guide.spellings.len() > 4);
}

#[test]
fn the_lines_are_those_of_the_articles() {
    let numbers: Vec<u32> = LINES.iter().map(|(line, _)| *line).collect();
    let expected: Vec<u32> = (6..=70).filter(|line| *line != LEFT_OUT).collect();
    assert_eq!(numbers, expected);
}

/// Every text and id of a report, a line each.
fn texts(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{text}\n"),
        Value::Array(all) => all.iter().map(texts).collect(),
        Value::Object(all) => all
            .iter()
            .map(|(key, one)| format!("{key}\n{}", texts(one)))
            .collect(),
        _ => String::new(),
    }
}

#[test]
fn every_way_of_a_look_up_names_its_pages() {
    for check in report::guide("en").checks {
        assert!(!check.ways.is_empty(), "{}", check.title);
        for way in check.ways {
            let mut pages = way.sources.iter();
            assert!(
                pages.any(|page| page.url.starts_with("https://")),
                "{}",
                way.steps
            );
        }
    }
}

#[test]
fn every_state_says_how_to_tell_the_console() {
    let guide = report::guide("en").which_console;
    let sentence = check("Auto account creation failed (31)", &Options::default());
    let message = check(
        include_str!("fixtures/clean/auth0.xml"),
        &Options::default(),
    );
    assert_eq!(guide.signs.len(), 3);
    assert!(guide.signs.iter().all(|sign| !sign.sources.is_empty()));
    assert_eq!(sentence.which_console.as_ref(), Some(&guide));
    let error31 = &message.messages.first().unwrap().error31;
    assert_eq!(error31.which_console.as_ref(), Some(&guide));
}
