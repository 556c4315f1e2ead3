//! What people really have in hand: each input beside the project gives the facts in the table.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use error31::report::{Message, Report, ServiceProviderId};
use error31::{Input, Options, check};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

/// Name of the input, then the facts that hold for its report.
const EXPECTED: &str = include_str!("field/expected.txt");

fn table() -> BTreeMap<&'static str, Vec<&'static str>> {
    let rows = EXPECTED
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.filter_map(|row| row.split_once(": "))
        .map(|(name, facts)| (name, facts.split("; ").collect()))
        .collect()
}

#[test]
fn inputs_give_what_is_expected_of_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/field/inputs");
    let Ok(files) = fs::read_dir(&folder) else {
        assert!(
            env::var_os("CI").is_none()
                || !Path::new(env!("CARGO_MANIFEST_DIR"))
                    .join("../shared")
                    .exists(),
            "the folder beside the project has no field inputs"
        );
        return println!("skipped: no field inputs at ../shared/field/inputs");
    };
    let table = table();
    let mut wrong = vec![];
    let mut count = 0;
    for file in files {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&path).unwrap();
        count += 1;
        let Some(facts) = table.get(name.as_str()) else {
            wrong.push(format!("{name}: not in the table"));
            continue;
        };
        wrong.extend(flaws(&name, Input::Bytes(&bytes), facts));
        if let Ok(text) = std::str::from_utf8(&bytes) {
            wrong.extend(flaws(&format!("{name}, pasted"), Input::Text(text), facts));
        }
    }
    assert_eq!(count, table.len(), "inputs");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn flaws(name: &str, input: Input, facts: &[&str]) -> Vec<String> {
    let report = check(input, &Options::default());
    let wrong = facts.iter().filter(|fact| !holds(&report, fact));
    let told: Vec<String> = wrong
        .map(|fact| format!("{name}: not so: {fact}"))
        .collect();
    told
}

/// The message that a fact speaks of: the one for Webex, else the last.
fn message(report: &Report) -> Option<&Message> {
    let is_webex = |message: &&Message| {
        message.sp.id == ServiceProviderId::MeetingsSite
            && message.fields.iter().any(|field| field.id == "email")
    };
    report
        .messages
        .iter()
        .rfind(is_webex)
        .or(report.messages.last())
}

fn holds(report: &Report, fact: &str) -> bool {
    let all = serde_json::to_value(report).unwrap();
    let one = message(report)
        .map(|message| serde_json::to_value(message).unwrap())
        .unwrap_or(Value::Null);
    let text = |value: &Value, key: &str| {
        value
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or("-")
            .to_owned()
    };
    let findings = || {
        one.get("diagnostics")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let field = |id: &str, key: &str| {
        let fields = one
            .get("fields")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default();
        fields
            .iter()
            .find(|field| text(field, "id") == id)
            .map_or("-".to_owned(), |field| text(field, key))
    };
    let observed = || {
        all.get("observed")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let (what, rest) = fact.split_once(' ').unwrap_or((fact, ""));
    match (what, rest.split_once(' ').unwrap_or((rest, ""))) {
        ("everyday", _) => [
            "username ok mila.petrov@example.test",
            "firstname ok Mila",
            "lastname missing",
            "email ok mila.petrov@example.test",
            "verdict explained",
        ]
        .iter()
        .all(|fact| holds(report, fact)),
        ("complete", _) => [
            "username ok",
            "firstname ok",
            "lastname ok",
            "email ok",
            "verdict not-explained",
        ]
        .iter()
        .all(|fact| holds(report, fact)),
        ("verdict", (verdict, _)) => {
            one.get("error31")
                .map(|error| text(error, "verdict"))
                .as_deref()
                == Some(verdict)
        }
        ("kind", (kind, _)) => text(&one, "kind") == kind,
        ("idp", (idp, _)) => one.get("idp").map(|value| text(value, "id")).as_deref() == Some(idp),
        ("messages", (count, _)) => report.messages.len().to_string() == count,
        ("problem", (kind, _)) => {
            all.get("problem")
                .map(|problem| text(problem, "kind"))
                .as_deref()
                == Some(kind)
        }
        ("observed", (code, _)) => observed()
            .iter()
            .any(|one| one.get("code").map(Value::to_string).as_deref() == Some(code)),
        ("finding", (rule, _)) => findings()
            .iter()
            .any(|finding| text(finding, "rule") == rule),
        ("first", (rule, _)) => findings()
            .first()
            .is_some_and(|finding| text(finding, "rule") == rule),
        ("no", (rule, _)) => findings()
            .iter()
            .all(|finding| text(finding, "rule") != rule),
        ("says", _) => {
            one.to_string().contains(rest)
                || all
                    .get("problem")
                    .is_some_and(|problem| problem.to_string().contains(rest))
        }
        ("never-says", _) => !all.to_string().contains(rest),
        ("other-has-no", (rule, _)) => report
            .messages
            .iter()
            .filter(|other| other.sp.id == ServiceProviderId::Other)
            .all(|other| {
                let other = serde_json::to_value(&other.diagnostics).unwrap();
                !other.to_string().contains(&format!("\"rule\":\"{rule}\""))
            }),
        (id @ ("username" | "firstname" | "lastname" | "email"), (state, value)) => {
            field(id, "state") == state && (value.is_empty() || field(id, "value") == value)
        }
        _ => panic!("no such fact: {fact}"),
    }
}
