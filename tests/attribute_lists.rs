//! Names and values without XML: every form in which services print them is read as a list, and nothing else is.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use error31::report::{Message, MessageKind};
use error31::{Input, Options, check};

/// Title, expected fields, text.
const FORMS: &str = include_str!("attribute_lists/forms.txt");

/// Title, text.
const OTHERS: &str = include_str!("attribute_lists/others.txt");

fn cases(table: &str) -> impl Iterator<Item = (&str, &str)> {
    let cases = table.strip_prefix("=== ").unwrap().split("\n=== ");
    cases.map(|case| case.split_once('\n').unwrap())
}

fn list(text: &str) -> Option<Message> {
    let is_list = |message: &Message| message.kind == MessageKind::AttributeList;
    let bytes = check(Input::Bytes(text.as_bytes()), &Options::default()).messages;
    let pasted = check(Input::Text(text), &Options::default()).messages;
    assert_eq!(
        bytes.iter().any(is_list),
        pasted.iter().any(is_list),
        "{text}"
    );
    pasted.into_iter().find(is_list)
}

fn field(message: &Message, id: &str) -> String {
    let field = message.fields.iter().find(|field| field.id == id).unwrap();
    let state = serde_json::to_value(field.state).unwrap();
    let words = [
        id,
        state.as_str().unwrap(),
        field.value.as_deref().unwrap_or_default(),
    ];
    words.join(" ").trim_end().to_owned()
}

#[test]
fn what_services_print_is_read() {
    let mut wrong = vec![];
    for (title, case) in cases(FORMS) {
        let (facts, text) = case.split_once('\n').unwrap();
        let Some(message) = list(text) else {
            wrong.push(format!("{title}: no list"));
            continue;
        };
        let first = message.diagnostics.first().map(|found| found.rule);
        assert_eq!(first.map(|rule| rule.as_str()), Some("excerpt"), "{title}");
        for fact in facts.strip_prefix("fields: ").unwrap().split("; ") {
            let found = field(&message, fact.split(' ').next().unwrap());
            if found != fact {
                wrong.push(format!("{title}: {found}, not {fact}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_else_is_a_list() {
    let wrong: Vec<_> = cases(OTHERS)
        .filter(|(_, text)| list(text).is_some())
        .map(|(title, _)| title)
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
