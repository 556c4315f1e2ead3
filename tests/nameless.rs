//! Nobody is in a ticket, wherever a name stood and however it was spelt; and who it was makes no difference.
//!
//! `cargo test` tries a sample, another one for each commit; `cargo xtask redaction` tries it all.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

mod support;

use error31::compare::compare;
use error31::redact::Keep;
use error31::report::{Handed, Message};
use error31::ticket::{Beside, Choices, Recipient, Ticket, redact, ticket};
use error31::{Options, check, judge};
use std::collections::BTreeMap;
use std::env;
use support::people::{self, Person, Random};
use support::{Fixture, sensitive};

/// How many of something are tried: as the variable says, or a sample.
fn count(variable: &str, sample: usize) -> usize {
    let given = env::var(variable).ok();
    given.and_then(|n| n.parse().ok()).unwrap_or(sample)
}

/// All that is made of a message.
struct Outputs {
    /// What goes to somebody else: ticket, report, receipt, the same beside other messages, what is printed of them,
    /// their comparison, and the letters that name nobody.
    nameless: String,
    /// What may name a site, an address or an attribute, but no user: the letter to support, and a comparison on the page.
    told: String,
    /// What goes to whoever runs Webex: it names the user and the company.
    admin: String,
    is_same: bool,
}

/// `beside` are the messages of the same input, `original` is the one before anybody was put into it.
fn outputs(
    subject: &Handed,
    original: &Handed,
    beside: &[Handed],
    options: &Options,
    choices: &Choices,
    own: &Message,
) -> Outputs {
    let against = |handed: &Handed, is_before| Choices {
        beside: Some(Beside {
            handed: handed.clone(),
            is_before,
        }),
        ..choices.clone()
    };
    let choices = &against(original, true);
    let made = ticket(subject, options, choices);
    let held = ticket(original, options, &against(subject, false));
    let all: Vec<Handed> = [subject].into_iter().chain(beside).cloned().collect();
    let redacted = redact(&all, options, choices);
    let others = beside.iter().map(|other| judge(other, options));
    let others: Vec<Message> = others.take(1).collect();
    let pairs = |one: &Message, others: &[Message]| -> Vec<_> {
        let both = others.iter().flat_map(|other| [(one, other), (other, one)]);
        both.map(|(before, after)| compare(before, after, &options.language))
            .collect()
    };
    let compared = match redacted.report.messages.split_first() {
        Some((one, others)) => pairs(one, others),
        None => vec![],
    };
    let mut on_the_page = pairs(own, &others);
    for compared in &mut on_the_page {
        compared.attributes.clear();
        compared.properties.clear();
    }
    let to = |is: fn(Recipient) -> bool| -> String {
        let letters = made.letters.iter().filter(|letter| is(letter.to));
        letters.map(|letter| letter.text.as_str()).collect()
    };
    let parts = (
        &made.report,
        &made.receipt,
        &made.comparison,
        &made.findings,
    );
    let json = serde_json::to_string(&(parts, &held.comparison, &redacted, &compared));
    let letters = to(|to| to != Recipient::Support);
    Outputs {
        nameless: [made.markdown, held.markdown, json.unwrap(), letters].join("\n"),
        told: to(|to| to == Recipient::Support) + &serde_json::to_string(&on_the_page).unwrap(),
        admin: made.admin.unwrap_or_default(),
        is_same: made.receipt.same,
    }
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
    let all: Vec<Vec<Handed>> = fixtures.iter().map(people::subjects).collect();
    let subjects: Vec<(usize, usize)> = (0..all.len())
        .flat_map(|at| (0..all[at].len()).map(move |index| (at, index)))
        .collect();
    let mut random = Random::of_commit();
    let mut flaws = vec![];
    let (mut tried, mut same) = (0, 0);
    for trial in 0..count("E31_TRIALS", 200) {
        // A long run comes to each message; a sample takes any.
        let (at, index) = match trial < subjects.len() && subjects.len() < count("E31_TRIALS", 0) {
            true => subjects[trial],
            false => *random.one(&subjects),
        };
        let (fixture, subject) = (&fixtures[at], &all[at][index]);
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
        let language = random.one(&["en", "sr-Latn", "sr-Cyrl"]);
        let choices = Choices {
            language: Some((*language).to_owned()),
            keep,
            beside: None,
        };
        let own = judge(&subject, &fixture.options);
        let beside = all[at].iter().enumerate();
        let beside: Vec<Handed> = beside
            .filter(|(other, _)| *other != index)
            .map(|(_, handed)| handed.clone())
            .take(2)
            .collect();
        let original = &all[at][index];
        let made = outputs(
            &subject,
            original,
            &beside,
            &fixture.options,
            &choices,
            &own,
        );
        same += usize::from(made.is_same);
        if !made.is_same {
            println!("{trial}: {}: other findings", fixture.name);
        }
        // Whoever runs Webex looks up the user by the names that the message sends: `uid` and `email` beside the NameID.
        let of_the_user = |id: &str| ["username", "email"].contains(&id);
        let named = own.fields.iter().filter(|field| of_the_user(&field.id));
        let named = named.filter_map(|field| field.value.clone());
        let site = own.sp.site.clone();
        let without = |text: &str, mut told: Vec<String>| {
            told.sort_by_key(|told| std::cmp::Reverse(told.len()));
            let told = told.iter().filter(|told| !told.is_empty());
            told.fold(text.to_owned(), |text, told| text.replace(told, ""))
        };
        let told = without(&made.told, site.iter().cloned().collect());
        let named = own.user.iter().chain(&site).cloned().chain(named);
        let admin = without(&made.admin, named.collect());
        let nobody = match keep == Keep::ALL {
            true => needles.clone(),
            false => vec![],
        };
        let found = [
            ("ticket", survivors(&made.nameless, &needles)),
            (
                "letter or comparison",
                survivors(&told, &person.needles(false)),
            ),
            ("look-ups", survivors(&admin, &nobody)),
        ];
        if found.iter().any(|(_, found)| !found.is_empty()) {
            flaws.push(format!(
                "{trial}: {}: {found:?} of {person:?} shared {keep:?}\n{xml}",
                fixture.name
            ));
        }
    }
    println!(
        "{tried} trials over {} messages, {same} with the same findings, {} survivors",
        subjects.len(),
        flaws.len()
    );
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
    let (mut flaws, mut digests) = (vec![], BTreeMap::new());
    for fixture in turned.filter(|fixture| fixture.options.accounts.is_none()) {
        let subjects = people::subjects(fixture);
        let Some(subject) = subjects.first().filter(|_| digests.len() < most) else {
            continue;
        };
        let own = whole(subject, &fixture.options);
        let (found, mut tried) = (fault(subject, &fixture.options), 0);
        for _ in 0..people {
            let Some((other, options)) =
                people::somebody_else(subject, &fixture.options, &mut random)
            else {
                break;
            };
            let others = fault(&other, &options);
            if others != found {
                continue;
            }
            tried += 1;
            let text = whole(&other, &options);
            if text != own {
                let difference = difference(&own, &text);
                flaws.push(format!("{}:\n{difference}\n{}", fixture.name, other.xml));
                break;
            }
        }
        if tried == 0 {
            println!("nobody else  {}", fixture.name);
        } else {
            digests.insert(&fixture.name, (support::nameless_page::digest(&own), tried));
        }
    }
    for (name, (digest, tried)) in &digests {
        println!("{digest}  {tried} people  {name}");
    }
    println!("{} fixtures, {people} people each", digests.len());
    assert!(digests.len() >= most.min(200), "only {}", digests.len());
    assert!(flaws.is_empty(), "{}:\n{}", flaws.len(), flaws.join("\n\n"));
}

/// All that a ticket hands to somebody else, but for the letter to support, which tells the site and the time.
fn whole(subject: &Handed, options: &Options) -> String {
    let Ticket {
        markdown,
        report,
        receipt,
        letters,
        ..
    } = ticket(subject, options, &Choices::default());
    let letters = letters.iter().filter(|one| one.to != Recipient::Support);
    let letters: String = letters.map(|letter| letter.text.as_str()).collect();
    markdown + &letters + &serde_json::to_string(&(&report, &receipt)).unwrap()
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
    let findings = findings.map(|d| {
        let copy = Some(&d.title).filter(|_| d.rule == "bad-signature");
        format!("{} {:?} {:?} {copy:?}", d.rule, d.severity, d.field)
    });
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
