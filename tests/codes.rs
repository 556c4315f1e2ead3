//! Each rule that predicts a code explains it where Webex answers so, and says nothing of it where the message is sound.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use error31::decode::Input;
use error31::diagnosis::Verdict;
use error31::diagnostic::Severity;
use error31::instant::Instant;
use error31::report::Message;
use error31::webex::codes;
use error31::{Options, check};
use std::fs;

const SUBJECT: &str = "<saml:Subject>";
const CLASS: &str = "ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef>";
const WHOLE_NAME_ID: &str = r#"<saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">jelena.ilic@adriasoft.example</saml:NameID>"#;
const NAME_ID: &str = ">jelena.ilic@adriasoft.example</saml:NameID>";
const UID: &str = r#"<saml:Attribute Name="uid"><saml:AttributeValue>jelena.ilic@adriasoft.example</saml:AttributeValue></saml:Attribute>"#;
const STAMP: &str = r#"<saml:Attribute Name="updateTimeStamp"><saml:AttributeValue>1784620000</saml:AttributeValue></saml:Attribute>"#;
const OF_EMAIL: &str = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress\">j";
const RECIPIENT: &str = r#"Recipient="https://adriasoft.webex.com"#;
const ISSUER: &str = "<saml:Issuer>https://idp";
const IN_RESPONSE_TO: &str = r#"InResponseTo="_w1">"#;
const ISSUED: &str = r#"IssueInstant="2026-11-21T09:14:07Z""#;
const BEGINS: &str = r#"NotBefore="2026-11-21T09:13:07Z""#;
const ENDS: &str = r#"NotOnOrAfter="2026-11-21T09:19:07Z""#;
const SIGNATURE: &str = r#"<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>"#;

/// What is put in the place of what in a sound message.
type Change = (&'static str, &'static str);

/// A code, a rule that predicts it, and what breaks the message so.
const BROKEN: &[(u8, &str, &[Change])] = &[
    (2, "missing-attribute", &[(WHOLE_NAME_ID, ""), (UID, "")]),
    (
        2,
        "empty-attribute",
        &[
            (NAME_ID, "> </saml:NameID>"),
            (
                ">jelena.ilic@adriasoft.example</saml:AttributeValue>",
                "> </saml:AttributeValue>",
            ),
        ],
    ),
    (
        10,
        "name-qualifier",
        &[("<saml:NameID ", "<saml:NameID NameQualifier=\"urn:idp\" ")],
    ),
    (
        10,
        "name-qualifier",
        &[(
            ISSUER,
            "<saml:Issuer NameQualifier=\"https://other.webex.com\">https://idp",
        )],
    ),
    (
        13,
        "authn-context",
        &[(CLASS, "ac:classes:X509</saml:AuthnContextClassRef>")],
    ),
    (
        13,
        "authn-context",
        &[
            (CLASS, "</saml:AuthnContextClassRef>"),
            ("urn:oasis:names:tc:SAML:2.0:<", "<"),
        ],
    ),
    (
        13,
        "other-authn-context",
        &[(CLASS, "ac:classes:Password</saml:AuthnContextClassRef>")],
    ),
    (
        14,
        "other-address",
        &[(RECIPIENT, r#"Recipient="https://adriasoft.example"#)],
    ),
    (
        14,
        "other-address",
        &[(RECIPIENT, r#"Other="https://adriasoft.webex.com"#)],
    ),
    (
        19,
        "expired-assertion",
        &[(ENDS, r#"NotOnOrAfter="2026-11-21T09:14:08Z""#)],
    ),
    (
        19,
        "late-not-before",
        &[
            (BEGINS, r#"NotBefore="2026-11-21T09:14:08Z""#),
            (ISSUED, r#"IssueInstant="2026-11-21T09:14:04Z""#),
        ],
    ),
    (
        19,
        "future-issue-instant",
        &[(ISSUED, r#"IssueInstant="2026-11-21T11:14:07Z""#)],
    ),
    (20, "unsigned-message", &[(SIGNATURE, "")]),
    (
        24,
        "other-issuer",
        &[(ISSUER, "<saml:Issuer>https://other")],
    ),
    (
        25,
        "name-id-format",
        &[(
            OF_EMAIL,
            "urn:oasis:names:tc:SAML:1.1:nameid-format:WindowsDomainQualifiedName\">j",
        )],
    ),
    (
        25,
        "other-name-id-format",
        &[(
            OF_EMAIL,
            "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\">j",
        )],
    ),
    (
        28,
        "other-request",
        &[(IN_RESPONSE_TO, r#"InResponseTo="_w0">"#)],
    ),
    (32, "missing-update-timestamp", &[(STAMP, "")]),
];

/// A message and the metadata that it is held against, where there is some.
type Held = (&'static str, Option<&'static str>);

/// A code, a rule that predicts it from a signature, what is at fault and what is sound.
const SIGNED: &[(u8, &str, [Held; 2])] = &[
    (
        8,
        "other-certificate",
        [
            ("other-certificate", Some("other.metadata")),
            ("other-certificate", Some("rollover.metadata")),
        ],
    ),
    (
        15,
        "certificate-dates",
        [("expired-certificate", None), ("intact", None)],
    ),
    (23, "bad-signature", [("edited", None), ("intact", None)]),
    (
        23,
        "bad-signature",
        [("other-value", None), ("intact", None)],
    ),
];

fn fixture(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/");
    fs::read_to_string(format!("{folder}{name}")).unwrap()
}

/// The request, and a response that answers it as it should.
fn sound() -> (String, String) {
    let both = fixture("contradictions/agreeing.xml");
    let (request, response) = both.split_at(both.find("<samlp:Response").unwrap());
    let signed = response.replacen(SUBJECT, &format!("{SIGNATURE}{SUBJECT}"), 1);
    (request.to_owned(), signed)
}

/// What is judged for a code of a response, beside its request.
fn judged(code: u8, request: &str, response: &str, options: &Options) -> Message {
    let options = Options {
        code: Some(code),
        ..options.clone()
    };
    let report = check(Input::Text(&format!("{request}{response}")), &options);
    report.messages.into_iter().last().unwrap()
}

/// The rules of the findings that lead to the code, the first first.
fn leading(message: &Message, code: u8) -> Vec<&str> {
    let all = message.diagnostics.iter();
    all.filter(|found| found.code == Some(code) && found.severity != Severity::Info)
        .map(|found| found.rule.as_str())
        .collect()
}

/// What is known of the sound message: the moment of its delivery, who publishes what, and the site's list for the code
/// that is compared with it.
fn known(rule: &str) -> Options {
    let list = (rule == "authn-context")
        .then(|| "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport".to_owned());
    Options {
        now: Instant::parse("2026-11-21T09:20:00Z"),
        signed_in_at: Instant::parse("2026-11-21T09:14:08Z"),
        metadata: vec![fixture("contradictions/idp.metadata").into_bytes()],
        authn_contexts: list.into_iter().collect(),
        ..Options::default()
    }
}

#[test]
fn each_rule_explains_its_code_and_a_sound_message_does_not() {
    let (request, response) = sound();
    for (code, rule, changes) in BROKEN {
        let options = known(rule);
        let clean = judged(*code, &request, &response, &options);
        assert_eq!(clean.error31.verdict, Verdict::CannotTell, "{code} {rule}");
        assert_eq!(leading(&clean, *code), [""; 0], "{code} {rule}");
        let broken = changes.iter().fold(response.clone(), |text, (from, to)| {
            assert!(text.contains(from), "{code} {rule}: {from}");
            text.replace(from, to)
        });
        let broken = judged(*code, &request, &broken, &options);
        assert_eq!(broken.error31.verdict, Verdict::Explained, "{code} {rule}");
        assert!(
            leading(&broken, *code).contains(rule),
            "{code} {rule}: {:?}",
            leading(&broken, *code)
        );
        assert!(
            broken.error31.title.contains(&code.to_string()),
            "{code} {rule}"
        );
    }
}

#[test]
fn signatures_explain_their_codes() {
    let file = |name: &str| fixture(&format!("signatures/{name}"));
    for (code, rule, [broken, clean]) in SIGNED {
        for ((name, metadata), verdict, rules) in [
            (clean, Verdict::CannotTell, &[][..]),
            (broken, Verdict::Explained, &[*rule]),
        ] {
            let options = Options {
                metadata: metadata.iter().map(|name| file(name).into()).collect(),
                ..Options::default()
            };
            let message = judged(*code, "", &file(&format!("{name}.xml")), &options);
            assert_eq!(message.error31.verdict, verdict, "{code} {name}");
            assert_eq!(leading(&message, *code), rules, "{code} {name}");
        }
    }
}

#[test]
fn where_31_was_seen_they_are_notes() {
    let (request, response) = sound();
    for (code, rule, changes) in BROKEN {
        let broken = changes
            .iter()
            .fold(response.clone(), |text, (from, to)| text.replace(from, to));
        let options = known(rule);
        let judged = check(
            Input::Text(&format!(
                "{request}{broken}\n\nAuto Account Creation failed (31)"
            )),
            &options,
        );
        let message = judged.messages.last().unwrap();
        let is_of_31 = |rule: &&str| ["missing-attribute", "empty-attribute"].contains(rule);
        let loud = leading(message, *code)
            .into_iter()
            .filter(|rule| !is_of_31(rule));
        assert_eq!(loud.collect::<Vec<_>>(), [""; 0], "{code} {rule}");
    }
}

#[test]
fn a_response_by_get_explains_5_and_one_by_post_does_not() {
    for (name, verdict, rules) in [
        (
            "codes/by-get-5.har",
            Verdict::Explained,
            &["response-by-get"][..],
        ),
        ("codes/by-post-5.har", Verdict::CannotTell, &[]),
    ] {
        let report = check(Input::Text(&fixture(name)), &Options::default());
        let [message] = report.messages.as_slice() else {
            panic!("{name}");
        };
        assert_eq!(message.error31.verdict, verdict, "{name}");
        assert_eq!(leading(message, 5), rules, "{name}");
    }
}

#[test]
fn every_rule_of_every_code_is_tried() {
    for code in codes::ALL {
        for rule in code.predicted_by {
            let broken = BROKEN.iter().map(|(number, id, _)| (*number, id));
            let mut tried = broken.chain(SIGNED.iter().map(|(number, id, _)| (*number, id)));
            let is_tried = tried.any(|one| one == (code.number, rule));
            assert!(
                is_tried || *rule == "response-by-get",
                "{} {rule}",
                code.number
            );
        }
    }
}
