//! Nobody is in a ticket, wherever a name stood and however it was spelt; and who it was makes no difference.
//!
//! `cargo test` tries a sample, another one for each commit; `cargo xtask redaction` tries it all.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

mod support;

use error31::redact::Keep;
use error31::report::Handed;
use error31::ticket::{Beside, Choices, Recipient, redact, ticket};
use error31::{Options, check, judge};
use std::collections::BTreeSet;
use std::env;
use support::people::{self, Person, Random};
use support::{Fixture, sensitive};

/// How many of something are tried: as the variable says, or a sample.
fn count(variable: &str, sample: usize) -> usize {
    let given = env::var(variable).ok();
    given.and_then(|n| n.parse().ok()).unwrap_or(sample)
}

/// Everything that goes to somebody else, and what goes to whoever runs Webex: it names the user and the company, and is
/// looked through where all may be shared.
fn outputs(
    subject: &Handed,
    other: &Handed,
    options: &Options,
    keep: Keep,
) -> (String, String, bool) {
    let against = |handed: &Handed, is_before| Choices {
        language: None,
        keep,
        beside: Some(Beside {
            handed: handed.clone(),
            is_before,
        }),
    };
    let made = ticket(subject, options, &against(other, true));
    let beside = ticket(other, options, &against(subject, false));
    let redacted = redact(
        std::slice::from_ref(subject),
        options,
        &against(other, true),
    );
    let letters = made.letters.iter();
    let nameless = letters.filter(|letter| letter.to != Recipient::Support);
    let letters: Vec<&str> = nameless.map(|letter| letter.text.as_str()).collect();
    let parts = (
        &made.report,
        &made.receipt,
        &made.comparison,
        &made.findings,
    );
    let json = serde_json::to_string(&(parts, letters, &beside.comparison, &redacted)).unwrap();
    (
        made.markdown + &beside.markdown + &json,
        made.admin.unwrap_or_default(),
        made.receipt.same,
    )
}

fn survivors(text: &str, needles: &[String]) -> Vec<String> {
    let lower = text.to_lowercase();
    let stands = |needle: &&String| {
        let forms = sensitive::forms(needle);
        let (plain, packed) = forms.split_at(4);
        plain.iter().any(|form| lower.contains(form.as_str()))
            || packed
                .iter()
                .any(|form| form.len() > 6 && text.contains(form.as_str()))
    };
    needles.iter().filter(stands).cloned().collect()
}

#[test]
fn nobody_survives_in_any_place_and_spelling() {
    let fixtures: Vec<Fixture> = support::fixtures().unwrap();
    let subjects: Vec<(&Fixture, Handed)> = fixtures
        .iter()
        .flat_map(|fixture| {
            people::subjects(fixture)
                .into_iter()
                .map(move |s| (fixture, s))
        })
        .collect();
    let mut random = Random::of_commit();
    let mut flaws = vec![];
    let (mut tried, mut same) = (0, 0);
    for trial in 0..count("E31_TRIALS", 200) {
        let (fixture, original) = random.one(&subjects);
        let subject = original;
        let person = Person::new(&mut random);
        let Some(mut xml) = people::plant(&subject.xml, &person, &mut random) else {
            continue;
        };
        while random.is(2) {
            xml = people::plant(&xml, &person, &mut random).unwrap_or(xml);
        }
        let (keep, needles) = match random.is(3) {
            true => {
                xml = with_user(&xml, &person);
                (Keep::ALL, person.needles(false))
            }
            false => (Keep::default(), person.needles(true)),
        };
        tried += 1;
        let subject = Handed {
            xml: xml.clone(),
            ..subject.clone()
        };
        let (text, admin, is_same) = outputs(&subject, original, &fixture.options, keep);
        same += usize::from(is_same);
        if !is_same {
            println!("{trial}: {}: other findings", fixture.name);
        }
        let own = judge(&subject, &fixture.options);
        // Whoever runs Webex looks up the user name that the message sends, which `uid` can give beside the NameID.
        let named = own.fields.iter().filter(|field| field.id == "username");
        let named: Vec<String> = named.filter_map(|field| field.value.clone()).collect();
        let mut rest = admin.clone();
        for told in [own.user.clone(), own.sp.site.clone()]
            .into_iter()
            .flatten()
            .chain(named)
            .filter(|told| !told.is_empty())
        {
            rest = rest.replace(&told, "");
        }
        let mut found = survivors(&text, &needles);
        if !found.is_empty() {
            println!("{trial}: in the ticket");
        }
        if keep == Keep::ALL {
            found.extend(survivors(&rest, &needles));
        }
        if !found.is_empty() {
            flaws.push(format!(
                "{trial}: {}: {found:?} of {person:?} shared {keep:?}\n{xml}",
                fixture.name
            ));
        }
    }
    println!("{tried} trials, {same} with the same findings");
    assert!(
        flaws.is_empty(),
        "{} of {tried}:\n{}",
        flaws.len(),
        flaws.join("\n\n")
    );
}

/// The person as the user of every NameID, so that there is something to know the names by.
fn with_user(xml: &str, person: &Person) -> String {
    let value = format!(
        "<saml:AttributeStatement xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"><saml:Attribute Name=\"displayName\">\
         <saml:AttributeValue>{} {} {} {}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>",
        person.first,
        person.last,
        person.number,
        person.mail()
    );
    match xml.rfind("</") {
        Some(end) => [&xml[..end], &value, &xml[end..]].concat(),
        None => xml.to_owned(),
    }
}

#[test]
fn another_user_with_the_same_fault_gives_the_same_ticket() {
    let fixtures: Vec<Fixture> = support::fixtures().unwrap();
    let mut random = Random::of_commit();
    let people = count("E31_PEOPLE", 200);
    let most = count("E31_FIXTURES", 20);
    let start = random.below(fixtures.len());
    let turned = fixtures.iter().cycle().skip(start).take(fixtures.len());
    let mut flaws = vec![];
    let mut done = 0;
    for fixture in turned.filter(|fixture| fixture.options.accounts.is_none()) {
        let subjects = people::subjects(fixture);
        let Some(subject) = subjects.first().filter(|_| done < most) else {
            continue;
        };
        let mut tickets = BTreeSet::new();
        let mut tried = 0;
        let choices = Choices::default();
        for _ in 0..people {
            let Some((other, options)) =
                people::somebody_else(subject, &fixture.options, &mut random)
            else {
                break;
            };
            if fault(&other, &options) != fault(subject, &fixture.options) {
                continue;
            }
            tried += 1;
            let made = ticket(&other, &options, &choices);
            if !made.receipt.same {
                flaws.push(format!(
                    "{}: differs: {:?}\n{}",
                    fixture.name, made.receipt.differs, other.xml
                ));
                break;
            }
            tickets.insert(
                made.markdown + &serde_json::to_string(&(&made.report, &made.receipt)).unwrap(),
            );
        }
        done += usize::from(tried > 0);
        if tickets.len() > 1 {
            let two: Vec<&String> = tickets.iter().take(2).collect();
            flaws.push(format!(
                "{}: {} tickets\n{}",
                fixture.name,
                tickets.len(),
                difference(two[0], two[1])
            ));
        }
    }
    println!("{done} fixtures, {people} people each");
    assert!(flaws.is_empty(), "{}:\n{}", flaws.len(), flaws.join("\n\n"));
}

/// What a check finds about the person, without the words.
fn fault(subject: &Handed, options: &Options) -> Vec<String> {
    let report = check(subject.xml.as_str(), options);
    let fields = report.messages.iter().flat_map(|message| &message.fields);
    let findings = report
        .messages
        .iter()
        .flat_map(|message| &message.diagnostics);
    let fields = fields.map(|field| format!("{} {:?}", field.id, field.state));
    let findings = findings.map(|d| format!("{} {:?} {:?}", d.rule, d.severity, d.field));
    fields.chain(findings).collect()
}

/// Where two texts begin to differ.
fn difference(one: &str, other: &str) -> String {
    let at = one
        .bytes()
        .zip(other.bytes())
        .position(|(a, b)| a != b)
        .unwrap_or(0);
    let around = |text: &str| -> String {
        let text = String::from_utf8_lossy(text.as_bytes());
        text.chars().skip(at.saturating_sub(80)).take(200).collect()
    };
    format!("--- {}\n--- {}", around(one), around(other))
}
