//! Several inputs in one table: each user once, what is common with what it points to, and nobody in the CSV.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use error31::overview::{Overview, OverviewInput, overview};
use error31::report::{FieldState, Verdict};
use error31::{Options, check};

const ALL: [&str; 4] = ["uid", "firstname", "lastname", "email"];

/// A response for this user that carries these attributes.
fn response(issuer: &str, user: &str, names: &[&str]) -> String {
    let attributes: String = names
        .iter()
        .map(|name| {
            let value = match *name {
                "uid" => user.to_owned(),
                "email" => format!("{user}@adriasoft.example"),
                name => format!("{name} of {user}"),
            };
            format!(
                r#"<Attribute Name="{name}"><AttributeValue>{value}</AttributeValue></Attribute>"#
            )
        })
        .collect();
    format!(
        r#"<p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r{user}" Version="2.0" IssueInstant="2026-11-21T09:14:07Z" Destination="https://adriasoft.webex.com/dispatcher/SAML2AuthService"><p:Status><p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></p:Status><Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a{user}" Version="2.0" IssueInstant="2026-11-21T09:14:07Z"><Issuer>{issuer}</Issuer><Subject><NameID>{user}</NameID></Subject><Conditions><AudienceRestriction><Audience>http://www.webex.com</Audience></AudienceRestriction></Conditions><AttributeStatement>{attributes}</AttributeStatement></Assertion></p:Response>"#
    )
}

fn input(name: &str, text: &str) -> OverviewInput {
    OverviewInput::of(name, &check(text, &Options::default()))
}

const ISSUER: &str = "https://idp.adriasoft.example/";

/// So many users of one sender, of whom the first so many lack the last name.
fn users(count: usize, lacking: usize) -> Vec<OverviewInput> {
    let one = |number: usize| {
        let user = format!("user{number}");
        let without = ["uid", "firstname", "email"];
        let names: &[&str] = if number < lacking { &without } else { &ALL };
        input(&format!("{user}.xml"), &response(ISSUER, &user, names))
    };
    (0..count).map(one).collect()
}

fn texts(overview: &Overview) -> Vec<&str> {
    overview
        .common
        .iter()
        .map(|one| one.text.as_str())
        .collect()
}

#[test]
fn what_most_lack_points_to_the_rule_and_what_few_lack_to_their_profiles() {
    let rule = "That is more likely the rule at the identity provider than single profiles.";
    let profile = "It comes for the others, so look at the profiles of these users first.";
    for (count, lacking, end) in [
        (20, 20, Some(rule)),
        (20, 18, Some(rule)),
        (20, 11, Some(rule)),
        (20, 10, Some(profile)),
        (20, 1, Some(profile)),
        (2, 1, Some(profile)),
        (20, 0, None),
        (1, 1, None),
    ] {
        let all = overview(&users(count, lacking), "en");
        let expected = end.map(|end| format!("Without `lastname`: {lacking} of {count}. {end}"));
        assert_eq!(texts(&all), Vec::from_iter(expected.as_deref()));
        assert_eq!(all.rows.len(), count);
    }
}

#[test]
fn fields_that_lack_together_are_told_together_and_each_sender_for_itself() {
    let inputs = [
        input(
            "1",
            &response("https://one.example/", "a", &["uid", "email"]),
        ),
        input(
            "2",
            &response("https://one.example/", "b", &["uid", "email"]),
        ),
        input(
            "3",
            &response(
                "https://two.example/",
                "c",
                &["uid", "firstname", "LastName", "email"],
            ),
        ),
        input(
            "4",
            &response(
                "https://two.example/",
                "d",
                &["uid", "firstname", "LastName", "email", "Member Status"],
            ),
        ),
        input("5", &response("https://three.example/", "e", &["uid"])),
    ];
    let all = overview(&inputs, "en");
    assert_eq!(
        texts(&all),
        [
            "`https://one.example/`: Without `firstname` and `lastname`: 2 of 2. That is more likely the rule at the identity provider than single profiles.",
            "`https://two.example/`: Under another name, `lastname`: 2 of 2. Names are set by the rule at the identity provider.",
            "`https://two.example/`: With Member Status: 1 of 2. The rule at the identity provider sends it.",
        ]
    );
}

#[test]
fn a_user_is_one_row_that_speaks_of_the_message_that_says_most() {
    let complete = response(ISSUER, "ana", &ALL);
    let lacking = response(ISSUER, "Ana ", &["uid", "firstname", "email"]);
    let inputs = [
        input("a.xml", &complete),
        input("b.xml", &lacking),
        input("c.xml", &complete),
    ];
    let all = overview(&inputs, "en");
    let [row] = all.rows.as_slice() else {
        panic!("{:?}", all.rows)
    };
    assert_eq!((row.input, row.message, row.messages), (1, Some(0), 3));
    assert_eq!(row.file.as_deref(), Some("b.xml"));
    assert_eq!(row.verdict, Some(Verdict::Explained));
    assert_eq!(row.words, "Explained");
    let fields: Vec<_> = row
        .fields
        .iter()
        .map(|field| (field.name.as_str(), field.state))
        .collect();
    assert_eq!(fields, [("lastname", FieldState::Missing)]);
    assert_eq!(all.title, "Users: 1 · Explained: 1");
}

#[test]
fn what_cannot_be_read_is_a_row_that_says_why() {
    let broken = [
        (
            OverviewInput::unread("gone.har"),
            "The file could not be read",
        ),
        (input("empty.txt", ""), "There is nothing in this yet"),
        (input("cut.xml", "<Response"), "Cannot tell"),
        (
            input("said.txt", "Auto account creation failed (31)"),
            "Webex’s answer without a message",
        ),
    ];
    for (one, words) in broken {
        let name = one.name.clone();
        let all = overview(&[one], "en");
        assert_eq!(all.rows.len(), 1, "{words}");
        assert_eq!(
            (all.rows[0].words.as_str(), &all.rows[0].file),
            (words, &name)
        );
        assert!(all.rows[0].user.is_none());
    }
    assert!(overview(&[], "en").rows.is_empty());
}

/// Whatever stands in the input besides our own words.
#[test]
fn nobody_is_in_the_csv() {
    let issuer = "https://PLANTED-idp.example/";
    let named =
        |name: &str, user: &str, names: &[&str]| input(name, &response(issuer, user, names));
    let inputs = [
        named(
            "PLANTED.xml",
            "PLANTED.user",
            &["uid", "firstname", "PLANTED"],
        ),
        named("=PLANTED.xml", "=PLANTED.cmd", &ALL),
        named(
            "b.xml",
            "PLANTED.other",
            &["uid", "FirstName", "Member Status", "email"],
        ),
        input("PLANTED.txt", "PLANTED"),
        OverviewInput::unread("PLANTED-gone"),
    ];
    for language in ["en", "sr", "sr-Cyrl"] {
        let all = overview(&inputs, language);
        assert_eq!(all.csv.lines().count(), 1 + all.rows.len());
        assert!(!all.csv.contains("PLANTED"), "{}", all.csv);
        let cells = all.csv.split(['\n', ',']);
        assert!(cells.clone().count() > 30);
        for cell in cells {
            let cell = cell.trim_start_matches(['"', '\u{feff}']);
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{}", all.csv);
        }
        let numbers = all.csv.lines().skip(1).zip(1..);
        for (line, number) in numbers {
            assert!(line.starts_with(&format!("{number},")), "{line}");
        }
    }
}

#[test]
fn ten_thousand_messages_are_one_table() {
    let one = users(1, 1).remove(0);
    let mut report = one.found.unwrap();
    let message = report.messages.remove(0);
    report.messages = (0..10_000)
        .map(|number| {
            let mut message = message.clone();
            message.user = Some(format!("user{number}"));
            message
        })
        .collect();
    let all = overview(
        &[OverviewInput {
            name: None,
            found: Some(report),
        }],
        "sr",
    );
    assert_eq!(all.rows.len(), 10_000);
    assert_eq!(all.common[0].count, 10_000);
}
