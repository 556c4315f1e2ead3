//! Each fixture gives the report that stands beside it, and the pages made of the tables are up to date; `UPDATE=1`
//! writes them anew.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod support;

use error31::compare::compare;
use error31::overview::{OverviewInput, overview};
use error31::ticket::{Beside, Choices, Recipient, ticket};
use error31::{Options, check};
use std::path::Path;
use std::{env, fs};
use support::Fixture;

#[test]
fn fixtures_give_their_reports() {
    let mut different = vec![];
    let fixtures = support::fixtures().unwrap();
    assert!(fixtures.len() > 70, "fixtures: {}", fixtures.len());
    for fixture in &fixtures {
        let actual = support::words(&fixture.report());
        if !stands(&fixture.expected, &actual) {
            different.push(format!("--- {}\n{actual}", fixture.name));
        }
    }
    assert!(
        different.is_empty(),
        "run with UPDATE=1 and read the difference:\n{}",
        different.join("\n")
    );
}

/// What is handed over, of one fixture of each kind of verdict.
const TICKETS: [&str; 13] = [
    "accounts/all-ruled-out.xml",
    "accounts/answer-inactive-and-missing.xml",
    "accounts/control-hub-2022-inactive.xml",
    "accounts/other-username-sr.xml",
    "accounts/seats-site-between.xml",
    "adfs/failed-status.xml",
    "answers/messenger-to-a-message.txt",
    "captures/two-and-a-twin.har",
    "clean/auth0.xml",
    "control-hub/uid-missing.xml",
    "kinds/metadata.xml",
    "kinds/authn-request-redirect.txt",
    "names/friendly-name.xml",
];

/// Two messages that are held against each other: a failing one and one that works, or what should not be compared.
const COMPARED: [(&str, &str, &str); 8] = [
    (
        "inside-outside",
        "contexts/inside-and-outside.txt",
        "contexts/inside-and-outside.txt",
    ),
    ("names-come", "auth0/", "clean/auth0.xml"),
    ("member-status", "okta/", "clean/okta-member-of.xml"),
    ("same", "clean/auth0.xml", "clean/auth0.xml"),
    (
        "other-sender",
        "clean/adfs-windows.xml",
        "clean/keycloak-roles.xml",
    ),
    ("other-receiver", "clean/control-hub.xml", "clean/duo.xml"),
    (
        "request-and-response",
        "kinds/authn-request-redirect.txt",
        "clean/duo.xml",
    ),
    (
        "two-documents",
        "kinds/authn-request-redirect.txt",
        "kinds/metadata.xml",
    ),
];

#[test]
fn comparisons_are_as_they_were_read_last() {
    let fixtures = support::fixtures().unwrap();
    let first = |start: &str| {
        fixtures
            .iter()
            .find(|fixture| fixture.name.starts_with(start))
            .unwrap()
    };
    let mut different = vec![];
    for (name, before, after) in COMPARED {
        let [before, after] = [before, after].map(first);
        let [old, new] = [before, after].map(Fixture::report);
        let (Some(old), Some(new)) = (old.messages.first(), new.messages.last()) else {
            panic!("{name} has no message");
        };
        let compared = serde_json::to_string_pretty(&compare(old, new, "en")).unwrap();
        let serbian = compare(old, new, "sr").title;
        let actual = format!(
            "{} beside {}\n\n{compared}\n{serbian}\n",
            before.name, after.name
        );
        if !stands(
            &root().join(format!("tests/comparisons/{name}.txt")),
            &actual,
        ) {
            different.push(format!("--- {name}\n{actual}"));
        }
    }
    assert!(
        different.is_empty(),
        "run with UPDATE=1 and read the difference:\n{}",
        different.join("\n")
    );
}

/// A folder with something of everything; and a capture with several sign-ins.
const OVERVIEWS: [(&str, &[&str]); 2] = [
    (
        "folder",
        &[
            "captures/chrome.har",
            "captures/several.zip",
            "captures/cut-archive.zip",
            "captures/without-bodies.har",
            "answers/sentence.txt",
            "clean/duo.xml",
            "entra/default-claims.xml",
            "entra/member-status.xml",
            "kinds/metadata.xml",
            "nothing/picture.png",
            "refused/",
        ],
    ),
    ("capture", &["sign-ins/five.har"]),
];

#[test]
fn overviews_are_as_they_were_read_last() {
    let fixtures = support::fixtures().unwrap();
    let mut different = vec![];
    for (name, starts) in OVERVIEWS {
        let find = |start: &&str| fixtures.iter().find(|one| one.name.starts_with(start));
        let inputs: Vec<&Fixture> = starts.iter().map(|start| find(start).unwrap()).collect();
        let [english, serbian] = ["en", "sr"].map(|language| {
            let read = |fixture: &&Fixture| {
                let options = Options {
                    language: language.to_owned(),
                    ..fixture.options.clone()
                };
                let report = check(fixture.input.as_slice(), &options);
                OverviewInput::of(&fixture.name, &report)
            };
            let mut inputs: Vec<_> = inputs.iter().map(read).collect();
            inputs.push(OverviewInput::unread("gone.har"));
            overview(&inputs, language)
        });
        let rows = serde_json::to_string_pretty(&english.rows).unwrap();
        let told = [english, serbian].map(|all| {
            let common = all.common.iter().map(|one| format!("* {}\n", one.text));
            let csv = all.csv.replace(['\u{feff}', '\r'], "");
            format!("{}\n\n{}\n{csv}", all.title, common.collect::<String>())
        });
        let actual = format!("{}\n{rows}\n", told.join("\n"));
        if !stands(&root().join(format!("tests/overviews/{name}.txt")), &actual) {
            different.push(format!("--- {name}\n{actual}"));
        }
    }
    assert!(
        different.is_empty(),
        "run with UPDATE=1 and read the difference:\n{}",
        different.join("\n")
    );
}

#[test]
fn tickets_are_as_they_were_read_last() {
    let mut different = vec![];
    let fixtures = support::fixtures().unwrap();
    for name in TICKETS {
        let fixture = fixtures
            .iter()
            .find(|fixture| fixture.name == name)
            .unwrap();
        let report = fixture.report();
        let handed = support::handed(&report);
        let tickets = handed.iter().enumerate().map(|(at, one)| {
            let before = at.checked_sub(1).and_then(|at| handed.get(at));
            let beside = before.map(|before| Beside {
                handed: before.clone(),
                is_before: true,
            });
            let choices = Choices {
                beside,
                ..Choices::default()
            };
            let made = ticket(one, &fixture.options, &choices);
            let admin = made.admin.unwrap_or_default();
            let letters = made.letters.iter();
            let letters = letters.filter(|letter| letter.to != Recipient::User);
            let letters: String = letters
                .map(|letter| format!("\n{}\n\n```text\n{}```\n", letter.title, letter.text))
                .collect();
            format!(
                "{}\n\n---\n\n```text\n{admin}\n```\n{letters}",
                made.markdown.trim_end()
            )
        });
        let actual = tickets.collect::<Vec<_>>().join("\n---\n\n");
        let path = root()
            .join("tests/fixtures")
            .join(format!("{name}.ticket.md"));
        if !stands(&path, &actual) {
            different.push(format!("--- {name}\n{actual}"));
        }
    }
    assert!(
        different.is_empty(),
        "run with UPDATE=1 and read the difference:\n{}",
        different.join("\n")
    );
}

#[test]
fn the_page_of_the_rules_is_what_they_say() {
    let page = support::rules_page::page(&support::fixtures().unwrap());
    assert!(
        stands(&root().join("docs/rules.md"), &page),
        "run with UPDATE=1"
    );
}

#[test]
fn the_reference_is_what_the_tables_say() {
    let page = support::reference_page::page();
    assert!(
        stands(&root().join("docs/reference.md"), &page),
        "run with UPDATE=1"
    );
}

#[test]
fn what_an_admin_reads_is_as_it_was_read_last() {
    let page = support::words_page::page();
    let path = root().join("tests/fixtures/words.txt");
    assert!(
        stands(&path, &page),
        "run with UPDATE=1 and read the difference"
    );
}

#[test]
fn what_is_left_of_a_message_is_as_it_was() {
    let page = support::nameless_page::page(&support::fixtures().unwrap());
    let path = root().join("tests/fixtures/nameless.txt");
    assert!(
        stands(&path, &page),
        "run with UPDATE=1, and read the tickets of the fixtures whose line differs"
    );
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether this text stands in that file; with `UPDATE=1` it does from now on.
fn stands(path: &Path, text: &str) -> bool {
    if env::var_os("UPDATE").is_some() {
        fs::write(path, text).unwrap();
    }
    fs::read_to_string(path).unwrap_or_default() == text
}
