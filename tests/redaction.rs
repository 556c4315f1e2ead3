//! A ticket holds no value of the input, in any form, and a check finds the same in it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use crate::support;
use crate::support::sensitive;
use error31::accounts::{Accounts, Settings};
use error31::options::Answers;
use error31::redact::{Keep, is_name};
use error31::report::Handed;
use error31::ticket::{Beside, Choices, Recipient, Ticket, redact, ticket};
use error31::webex::{ServiceProvider, names};
use error31::{Options, Report, check};
use std::collections::BTreeSet;
use std::iter;
use std::sync::{Arc, LazyLock};

/// Words that a ticket may hold whatever the input: those of the engine and of its tables.
static OWN: LazyLock<String> = LazyLock::new(|| {
    let mut own: Vec<String> = support::texts::texts()
        .into_values()
        .map(str::to_owned)
        .collect();
    for sp in ServiceProvider::ALL {
        own.extend(sp.attributes().map(|row| row.name.to_owned()));
        own.push(sp.id().to_owned());
    }
    own.extend(names::ALL.iter().map(|row| row.name.to_owned()));
    own.extend(error31::rules::all().map(|rule| rule.id.to_owned()));
    own.extend(error31::webex::idps::ALL.iter().map(|idp| {
        format!(
            "{} {} {}",
            idp.id.as_str(),
            idp.name,
            idp.console.unwrap_or_default()
        )
    }));
    own.push(
        "urn:oasis:names:tc:SAML:2.0:protocol urn:oasis:names:tc:SAML:2.0:assertion".to_owned(),
    );
    own.push("http://www.webex.com https true false unspecified".to_owned());
    own.join("\n").to_lowercase()
});

/// Each message's ticket, held against the message before it.
fn tickets(report: &Report, options: &Options, keep: Keep) -> Vec<(String, String, Ticket)> {
    let all = support::handed(report);
    let before = iter::once(None).chain(all.iter().map(Some));
    let pairs = all.iter().zip(before);
    let made = |(handed, before): (&Handed, Option<&Handed>)| {
        let choices = Choices {
            language: None,
            keep,
            beside: before.map(|before| Beside {
                handed: before.clone(),
                is_before: true,
            }),
        };
        let around = before.map(|before| before.xml.clone());
        let made = ticket(handed, options, &choices);
        (handed.xml.clone(), around.unwrap_or_default(), made)
    };
    pairs.map(made).collect()
}

/// What of `values` stands in the ticket.
fn survivors(ticket: &Ticket, values: &BTreeSet<String>) -> Vec<String> {
    let parts = (&ticket.report, &ticket.receipt, &ticket.findings);
    let compared: Vec<_> = ticket.comparison.iter().collect();
    let json = serde_json::to_string(&(parts, compared)).unwrap();
    let letters = ticket.letters.iter();
    let letters = letters.filter(|letter| letter.to != Recipient::Support);
    let letters: String = letters.map(|letter| letter.text.as_str()).collect();
    let text = format!("{}\n{json}\n{letters}", ticket.markdown);
    let lower = text.to_lowercase();
    let survives = |value: &&String| {
        let forms = sensitive::forms(value);
        let (plain, packed) = forms.split_at(4);
        plain.iter().any(|form| stands_in(&lower, form))
            || packed.iter().any(|form| text.contains(form))
    };
    let own = |value: &&String| OWN.contains(&value.to_lowercase()) || is_name(value);
    values
        .iter()
        .filter(|value| !own(value))
        .filter(survives)
        .cloned()
        .collect()
}

/// Whether it stands there, and not only inside of a longer word.
fn stands_in(text: &str, form: &str) -> bool {
    text.match_indices(form).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let behind = text[at + form.len()..].chars().next();
        ![before, behind]
            .iter()
            .all(|c| c.is_some_and(char::is_alphanumeric))
    })
}

fn examine(name: &str, input: &[u8], options: &Options, flaws: &mut Vec<String>) {
    let report = check(input, options);
    let around = sensitive::of_capture(input);
    for (xml, before, ticket) in tickets(&report, options, Keep::default()) {
        let mut values = sensitive::of_xml(&xml);
        values.extend(sensitive::of_xml(&before));
        values.extend(around.iter().cloned());
        let survivors = survivors(&ticket, &values);
        if !survivors.is_empty() {
            flaws.push(format!("{name}: survives: {survivors:?}"));
        }
        if !ticket.receipt.same {
            flaws.push(format!("{name}: differs: {:?}", ticket.receipt.differs));
        }
        if let Some(line) = ticket
            .markdown
            .lines()
            .find(|line| line.starts_with(['=', '+', '-', '@', '\t']))
        {
            flaws.push(format!("{name}: a line begins like a formula: {line}"));
        }
    }
}

#[test]
fn nothing_of_a_fixture_survives_and_the_findings_stay() {
    let mut flaws = vec![];
    for fixture in support::fixtures().unwrap() {
        examine(&fixture.name, &fixture.input, &fixture.options, &mut flaws);
    }
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
}

#[test]
fn nothing_of_the_corpus_survives_and_the_findings_stay() {
    let Some(files) = support::corpus::files() else {
        return;
    };
    let options = Options {
        service_provider: Some(ServiceProvider::MeetingsSite),
        ..Options::default()
    };
    let mut flaws = vec![];
    for file in &files {
        examine(file.name(), &file.bytes().unwrap(), &options, &mut flaws);
    }
    assert!(flaws.is_empty(), "{}: {}", flaws.len(), flaws.join("\n"));
}

#[test]
fn a_value_is_found_in_each_form() {
    let value = "jelena.ilić+1@adriasoft.example";
    let forms = sensitive::forms(value);
    for (packed, form) in [
        (
            "PGE+amVsZW5hLmlsacSHKzFAYWRyaWFzb2Z0LmV4YW1wbGU8L2E+",
            &forms[4],
        ),
        (
            "PGFhPmplbGVuYS5pbGnEhysxQGFkcmlhc29mdC5leGFtcGxlPC9hPg==",
            &forms[5],
        ),
        (
            "PGFhYT5qZWxlbmEuaWxpxIcrMUBhZHJpYXNvZnQuZXhhbXBsZTwvYT4=",
            &forms[6],
        ),
    ] {
        assert!(packed.contains(form.as_str()), "{form}");
    }
    assert_eq!(forms[1], "jelena.ili%c4%87%2b1%40adriasoft.example");
}

const RESPONSE: &str = r#"<r:Response xmlns:r="urn:oasis:names:tc:SAML:2.0:protocol" xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r1"
 Destination="https://adriasoft.webex.com:443/dispatcher/SAML2AuthService?siteurl=adriasoft"><Issuer>https://login.adriasoft.example/realms/Beograd</Issuer>
<Assertion ID="_a1"><Subject><NameID>jelena.ilic@adriasoft.example</NameID></Subject>
<AttributeStatement><Attribute Name="uid"><AttributeValue>JELENA.ILIC@adriasoft.example</AttributeValue></Attribute>
<Attribute Name="email"><AttributeValue>jelena.ilic@adriasoft.example</AttributeValue></Attribute>
<Attribute Name="firstname"><AttributeValue><![CDATA[Jelena]]></AttributeValue></Attribute>
<Attribute Name="lastname"><AttributeValue>Ili<!-- J -->ć</AttributeValue></Attribute>
<Attribute Name="updateTimeStamp"><AttributeValue>20261121091407Z</AttributeValue></Attribute>
<Attribute Name="http://claims.adriasoft.example/Jelena/costCentre"><AttributeValue>=cmd|'/c calc'!A1&#10;=SUM(A1)</AttributeValue></Attribute>
</AttributeStatement></Assertion></r:Response>"#;

fn made(choices: &Choices) -> Ticket {
    let options = Options::default();
    let report = check(RESPONSE, &options);
    ticket(&support::handed(&report)[0], &options, choices)
}

#[test]
fn a_value_is_only_what_its_finding_needs() {
    let made = made(&Choices::default());
    let message = &made.report.messages[0];
    let value = |id: &str| {
        let field = message.fields.iter().find(|field| field.id == id);
        field.and_then(|field| field.value.clone()).unwrap()
    };
    assert_eq!(value("username"), "user-1");
    assert_eq!(message.user.as_deref(), Some("user-1"));
    assert_eq!(value("email"), "removed@removed.example");
    assert_eq!(value("lastname"), "removed");
    assert_eq!(value("updatetimestamp"), "2000-01-01T00:00:00Z");
    assert_eq!(message.sp.site.as_deref(), Some("site-1"));
    assert!(message.xml.contains("https://site-1.webex.com/dispatcher"));
    assert!(
        message
            .xml
            .contains("http://host-2.example/name-1/costCentre")
    );
    assert!(made.receipt.same, "{:?}", made.receipt.differs);
    let counts = made.receipt.removed.iter().map(|row| row.count);
    assert_eq!(counts.sum::<u32>(), made.receipt.total);
}

#[test]
fn what_is_shared_is_told() {
    let keep = Keep::ALL;
    let none = made(&Choices::default()).markdown;
    let all = made(&Choices {
        language: None,
        keep,
        ..Choices::default()
    })
    .markdown;
    assert!(none.contains("Another user with the same fault") && !none.contains("Kept on request"));
    assert!(
        all.contains("Kept on request: the Webex site, hosts"),
        "{all}"
    );
    assert!(!all.contains("Times are moved"));
    assert!(!all.to_lowercase().contains("jelena"), "{all}");
}

#[test]
fn names_that_the_caller_brings_in_go_too() {
    let options = Options {
        required: vec!["petrovic".to_owned(), "costCenter".to_owned()],
        member_status: vec!["staff petrovic".to_owned()],
        ..Options::default()
    };
    let report = check(
        RESPONSE
            .replace(
                "claims.adriasoft.example/Jelena/costCentre",
                "x/StaffPetrovic",
            )
            .as_str(),
        &options,
    );
    assert!(!report.messages[0].error31.causes[0].because.is_empty());
    let made = ticket(&support::handed(&report)[0], &options, &Choices::default());
    assert!(made.receipt.same, "{:?}", made.receipt.differs);
    assert!(
        !made.markdown.to_lowercase().contains("petrovic"),
        "{}",
        made.markdown
    );
}

#[test]
fn findings_have_a_bound() {
    let status = r#"<Attribute Name="MemberStatus"><AttributeValue>x</AttributeValue></Attribute>"#;
    let many = status.repeat(250) + "</AttributeStatement>";
    let input = RESPONSE.replace("</AttributeStatement>", &many);
    let options = Options::default();
    let report = check(input.as_str(), &options);
    let listed = |report: &Report| {
        let all = report.messages[0].diagnostics.iter();
        all.filter(|finding| finding.rule == "member-status")
            .count()
    };
    assert_eq!(listed(&report), 100);
    let omitted = &report.messages[0].omitted;
    assert_eq!(
        (omitted[0].rule.as_str(), omitted[0].count),
        ("member-status", 150)
    );
    let made = ticket(&support::handed(&report)[0], &options, &Choices::default());
    assert_eq!(listed(&made.report), 100);
    assert!(made.receipt.same);
    let said = "Findings of `member-status` that are not listed: 150";
    assert!(made.markdown.contains(said), "{}", made.markdown);
}

#[test]
fn no_line_and_no_cell_begins_with_words_of_the_input() {
    let markdown = made(&Choices::default()).markdown;
    for cell in markdown
        .lines()
        .flat_map(|line| line.split(" | ").chain(line.split('\t')))
    {
        assert!(
            !cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with("---"),
            "{cell}"
        );
    }
}

#[test]
fn site_and_tenant_are_named_only_when_asked() {
    for keep in [false, true] {
        let choices = Choices {
            language: Some("sr-Cyrl".to_owned()),
            keep: Keep {
                site: keep,
                tenant: keep,
                ..Keep::default()
            },
            ..Choices::default()
        };
        let made = made(&choices);
        assert_eq!(made.markdown.contains("adriasoft.webex.com"), keep);
        assert_eq!(
            made.markdown
                .contains("login.adriasoft.example/realms/Beograd"),
            keep
        );
        assert!(!made.markdown.contains("@adriasoft"));
        assert!(made.markdown.contains("Пет узрока"), "{}", made.markdown);
        assert!(
            made.admin
                .unwrap_or_default()
                .contains("jelena.ilic@adriasoft.example")
        );
        assert_eq!(made.receipt.removed[0].label, "Names of users");
        assert!(made.receipt.same);
    }
}

#[test]
fn words_are_the_same_over_all_messages() {
    let fixtures = support::fixtures().unwrap();
    let fixture = fixtures
        .iter()
        .find(|fixture| fixture.name == "captures/two-and-a-twin.har")
        .unwrap();
    let report = fixture.report();
    let subjects = support::handed(&report);
    let redacted = redact(&subjects, &fixture.options, &Choices::default());
    let users: Vec<_> = redacted
        .report
        .messages
        .iter()
        .map(|message| message.user.clone())
        .collect();
    let before: Vec<_> = report
        .messages
        .iter()
        .map(|message| message.user.clone())
        .collect();
    assert_eq!(users[0] == users[1], before[0] == before[1]);
    assert_eq!(redacted.report.observed.len(), report.observed.len());
    assert!(redacted.receipt.same);
}

#[test]
fn what_cannot_be_read_is_left_out() {
    let options = Options::default();
    let report = check(
        "<samlp:Jelena xmlns:samlp='urn:x'><ilic>jelena.ilic@adriasoft.example</samlp:Jelena>",
        &options,
    );
    let made = ticket(&support::handed(&report)[0], &options, &Choices::default());
    let text = format!(
        "{}{}",
        made.markdown,
        serde_json::to_string(&made.report).unwrap()
    )
    .to_lowercase();
    assert!(!text.contains("ilic") && !text.contains("jelena"), "{text}");
    assert!(text.contains("· line 1\n") && made.receipt.same, "{text}");
}

#[test]
fn the_account_travels_without_its_name() {
    let list = "Jelena's own key,User ID/Email (Required),User Status,adriasoft.webex.com - WebEx Enterprise Edition\n\
        1,jelena.ilic@adriasoft.example,Inactive,TRUE\n2,nikola.juric@adriasoft.example,Na čekanju kod Jelene,TRUE\n";
    for (user, status) in [
        ("jelena.ilic", true),
        ("nikola.juric", true),
        ("helena.ilic", false),
    ] {
        let accounts = Accounts::read(list.as_bytes(), Settings::default());
        let options = Options {
            accounts: Some(Arc::new(accounts)),
            answers: Answers {
                licences_bought: Some(2),
                partner_id: Some(true),
                ..Answers::default()
            },
            ..Options::default()
        };
        let report = check(
            RESPONSE
                .replace("jelena.ilic", user)
                .replace("JELENA.ILIC", user)
                .as_str(),
            &options,
        );
        let made = ticket(&support::handed(&report)[0], &options, &Choices::default());
        let json = serde_json::to_string(&made.report).unwrap();
        for text in [&made.markdown, &json] {
            let lower = text.to_lowercase();
            for name in ["jelen", "ilic", "nikola", "juric", "adriasoft", "kanju"] {
                assert!(!lower.contains(name), "{name} in {text}");
            }
        }
        assert!(made.receipt.same, "{user}: {:?}", made.receipt.differs);
        let account = made.report.messages[0].account.as_ref().unwrap();
        assert_eq!(account.rows.len(), usize::from(status));
        assert!(account.nearest.is_empty());
        let seats = &made.report.messages[0].error31.causes[3];
        assert_eq!(
            seats.verdict, report.messages[0].error31.causes[3].verdict,
            "{seats:?}"
        );
        if user == "jelena.ilic" {
            assert!(
                made.markdown.contains("`User Status` is `Inactive`"),
                "{}",
                made.markdown
            );
            assert!(made.markdown.contains("from the user list"));
            assert_eq!(
                Some(&account.rows[0].value),
                made.report.messages[0].user.as_ref()
            );
        }
    }
}

#[test]
fn two_users_of_one_list_give_the_same_ticket() {
    let list = "User ID/Email (Required),User Status\njelena.ilic@adriasoft.example,Inactive\n\
        nj@adriasoft.example,Active\nzivojin.vukadinovic@vrbovka.example,Inactive\n";
    let tickets = [
        "jelena.ilic@adriasoft.example",
        "zivojin.vukadinovic@vrbovka.example",
    ]
    .map(|user| {
        let options = Options {
            accounts: Some(Arc::new(Accounts::read(
                list.as_bytes(),
                Settings::default(),
            ))),
            ..Options::default()
        };
        let lower = RESPONSE.replace("JELENA.ILIC", "jelena.ilic");
        let report = check(
            lower
                .replace("jelena.ilic@adriasoft.example", user)
                .as_str(),
            &options,
        );
        let made = ticket(&support::handed(&report)[0], &options, &Choices::default());
        assert!(made.markdown.contains("Inactive"));
        made.markdown + &serde_json::to_string(&made.report).unwrap()
    });
    assert_eq!(tickets[0], tickets[1]);
}

/// The word `Kanarinac` in every place that is no name of an attribute.
const EVERYWHERE: &str = r#"<?xml version="1.0"?><?Kanarinac Kanarinac?><!--Kanarinac-->
<Kanarinac:Response xmlns:Kanarinac="urn:oasis:names:tc:SAML:2.0:protocol" xmlns="urn:oasis:names:tc:SAML:2.0:assertion"
 xmlns:q="urn:Kanarinac" ID="Kanarinac1" InResponseTo="Kanarinac2" Version="Kanarinac" IssueInstant="Kanarinac" Consent="urn:Kanarinac"
 q:Kanarinac="Kanarinac" Destination="https://Kanarinac:Kanarinac@Kanarinac.webex.com/Kanarinac/SAML2AuthService?Kanarinac=Kanarinac&amp;siteurl=Kanarinac#Kanarinac">Kanarinac
<Issuer Format="urn:Kanarinac" NameQualifier="Kanarinac" SPProvidedID="Kanarinac">http://www.okta.com/Kanarinac</Issuer>
<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#" Id="Kanarinac"><s:KeyInfo><s:KeyName>Kanarinac</s:KeyName></s:KeyInfo><s:Object>
<Assertion ID="Kanarinac"/></s:Object></s:Signature>
<Kanarinac:Extensions><q:Kanarinac q:a="Kanarinac">Kanarinac<Assertion ID="Kanarinac"/></q:Kanarinac></Kanarinac:Extensions>
<Kanarinac:Status><Kanarinac:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"><Kanarinac:StatusCode Value="Kanarinac"/></Kanarinac:StatusCode>
<Kanarinac:StatusMessage>Kanarinac</Kanarinac:StatusMessage><Kanarinac:StatusDetail><q:Kanarinac/></Kanarinac:StatusDetail></Kanarinac:Status>
<Assertion Kanarinac="Kanarinac" ID="Kanarinac"><Issuer>https://Kanarinac.example/Kanarinac?Kanarinac</Issuer>
<Subject><BaseID>Kanarinac</BaseID><NameID Format="Kanarinac" NameQualifier="Kanarinac">Kan<!--Kanarinac-->ari<q:Kanarinac a="Kanarinac">nac</q:Kanarinac><?Kanarinac?></NameID>
<SubjectConfirmation Method="Kanarinac"><NameID>Kanarinac</NameID><SubjectConfirmationData Address="Kanarinac" Recipient="Kanarinac"
 NotOnOrAfter="Kanarinac" InResponseTo="Kanarinac"><s:KeyInfo xmlns:s="http://www.w3.org/2000/09/xmldsig#">Kanarinac</s:KeyInfo></SubjectConfirmationData></SubjectConfirmation></Subject>
<Conditions NotBefore="Kanarinac"><AudienceRestriction><Audience>urn:Kanarinac:sp</Audience><Audience>https://sp.example/Kanarinac</Audience></AudienceRestriction>
<ProxyRestriction><Audience>Kanarinac</Audience></ProxyRestriction><q:Kanarinac/></Conditions>
<Advice><AssertionIDRef>Kanarinac</AssertionIDRef><Assertion ID="Kanarinac"/></Advice>
<AuthnStatement SessionIndex="Kanarinac" AuthnInstant="Kanarinac"><SubjectLocality Address="Kanarinac" DNSName="Kanarinac"/><AuthnContext>
<AuthnContextClassRef>Kanarinac</AuthnContextClassRef><AuthnContextDecl>Kanarinac</AuthnContextDecl><AuthenticatingAuthority>Kanarinac</AuthenticatingAuthority></AuthnContext></AuthnStatement>
<AuthzDecisionStatement Resource="Kanarinac" Decision="Permit"/>
<AttributeStatement><Attribute Name="uid" NameFormat="Kanarinac" q:OriginalIssuer="Kanarinac"><AttributeValue xmlns:x="urn:Kanarinac" q:type="x:Kanarinac"><q:Kanarinac>KANARINAC
=HYPERLINK("http://Kanarinac")</q:Kanarinac>`Kanarinac`|Kanarinac</AttributeValue></Attribute>
<Attribute Name="Kanarinac" FriendlyName="Kanarinac"><AttributeValue>Kanarinac</AttributeValue></Attribute>
<Attribute Name="https://Kanarinac.example/costCentre"><AttributeValue><![CDATA[Kanarinac]]></AttributeValue></Attribute>
<Attribute Name="Kanarinac@example"><AttributeValue/></Attribute><EncryptedAttribute>Kanarinac</EncryptedAttribute></AttributeStatement></Assertion>
<EncryptedAssertion>Kanarinac</EncryptedAssertion><Kanarinac:Kanarinac/></Kanarinac:Response>"#;

#[test]
fn a_word_in_every_place_survives_in_none() {
    let options = Options::default();
    let report = check(EVERYWHERE, &options);
    assert_eq!(report.messages.len(), 1);
    for keep in [
        Keep::default(),
        Keep {
            site: true,
            ..Keep::default()
        },
    ] {
        let made = ticket(
            &support::handed(&report)[0],
            &options,
            &Choices {
                language: None,
                keep,
                ..Choices::default()
            },
        );
        let json = serde_json::to_string(&made.report).unwrap();
        for text in [&made.markdown, &json] {
            assert!(
                !text.to_lowercase().contains("kanarinac") || keep.site,
                "{text}"
            );
        }
        assert!(
            made.receipt.same,
            "{:?}\n{}",
            made.receipt.differs, made.markdown
        );
        assert!(!made.markdown.lines().any(|line| line.starts_with('=')));
        assert_eq!(made.markdown.matches("```").count() % 2, 0);
    }
}

#[test]
fn a_list_of_classes_is_told_without_names_of_its_own() {
    let class = "urn:adriasoft:login:card";
    let message = format!(
        r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_1"><Subject><NameID>ana</NameID></Subject><Conditions><AudienceRestriction><Audience>http://www.webex.com</Audience></AudienceRestriction></Conditions><AuthnStatement><AuthnContext><AuthnContextClassRef>{class}</AuthnContextClassRef></AuthnContext></AuthnStatement></Assertion>"#
    );
    let spaced = format!("{class} ");
    let other = "https://idp.adriasoft.example/card";
    for list in [class, spaced.as_str(), "urn:adriasoft:login:Card", other] {
        let options = Options {
            authn_contexts: vec![format!("urn:federation:authentication:windows;{list}")],
            ..Options::default()
        };
        let report = check(message.as_str(), &options);
        let handed = support::handed(&report);
        let made = ticket(&handed[0], &options, &Choices::default());
        assert!(made.receipt.same, "{list}: {:?}", made.receipt.differs);
        let rules = made.report.messages[0].diagnostics.iter();
        let found = rules.filter(|found| found.rule == "authn-context").count();
        assert_eq!(found, usize::from(list != class), "{list}");
        let text = format!("{}{:?}", made.markdown, made.report);
        for name in ["adriasoft", "card", "Card"] {
            assert!(!text.contains(name), "{list}: {name}: {text}");
        }
    }
}

#[test]
fn support_reads_the_site_and_the_time_and_nobody() {
    let mut told = 0;
    for fixture in support::fixtures().unwrap() {
        let report = fixture.report();
        for handed in support::handed(&report) {
            let made = ticket(&handed, &fixture.options, &Choices::default());
            let letters = made.letters.iter();
            for letter in letters.filter(|letter| letter.to == Recipient::Support) {
                told += 1;
                let message = error31::judge(&handed, &fixture.options);
                let known = ["uid", "username", "email", "firstname", "lastname"];
                let fields = message.fields.iter();
                let fields = fields.filter(|field| known.contains(&field.id.as_str()));
                let values = fields.filter_map(|field| field.value.as_deref());
                let site = message.sp.site.unwrap_or_default();
                for value in values.chain(message.user.as_deref()).map(str::trim) {
                    let is_name = value.chars().count() > 2 && !is_name(value) && value != site;
                    let is_there = stands_in(&letter.text.to_lowercase(), &value.to_lowercase());
                    assert!(
                        !(is_name && is_there),
                        "{}: {value}: {}",
                        fixture.name,
                        letter.text
                    );
                }
            }
        }
    }
    assert!(told > 50, "{told}");
}
