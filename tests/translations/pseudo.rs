//! A language whose every text stands in ⟦…⟧: what is shown outside was written past the table.

use crate::support::texts::texts;
use crate::support::translated::pieces;
use crate::support::{Fixture, fixtures, handed};
use error31::compare::compare;
use error31::decode::Layer;
use error31::redact::Keep;
use error31::report::{self, Message};
use error31::text::{Language, Script, Singular, try_out};
use error31::ticket::{Choices, redact, ticket};
use error31::webex::codes::{self, Code};
use error31::webex::{ServiceProvider, idps};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;

const TAG: &str = "x-pseudo";

/// What is the same in every language, besides what the tables name.
const NAMES: &[&str] = &[
    "Control Hub",
    "ISO-8859-1",
    "Member Status",
    "PNG",
    "Site Administration",
    "UTF-16LE",
    "UTC",
    "UTF-8",
    "ZIP",
    "error31",
    "removed",
];

/// Where a value is none of the words of this crate: ids, names on the wire, what the input says, addresses.
const DATA: &[&str] = &[
    ".accounts.format",
    ".accounts.headers",
    ".accounts.keyColumns",
    ".accounts.statusColumn",
    ".accounts.generations",
    ".after",
    ".signatures.against",
    ".signatures.algorithm",
    ".signatures.canonicalization",
    ".certificate.issuer",
    ".certificate.serial",
    ".certificate.sha256",
    ".certificate.subject",
    ".signatures.covers",
    ".signatures.digest",
    ".signatures.why",
    ".badBytes.byte",
    ".badBytes.declared",
    ".answers.id",
    ".attribute",
    ".attributes.name",
    ".bearing",
    ".before",
    ".cause",
    ".change",
    ".charset",
    ".codeBy",
    ".console",
    ".column",
    ".differs",
    ".engine",
    ".field",
    ".fields.name",
    ".from",
    ".generation",
    ".history",
    ".id",
    ".idp.name",
    ".issuedAt",
    ".asked.request.comparison",
    ".asked.request.consumer",
    ".asked.request.contexts",
    ".asked.request.destination",
    ".asked.request.id",
    ".asked.request.issuer",
    ".asked.request.nameIdFormat",
    ".asked.request.requesters",
    ".endedAt",
    ".first.heading",
    ".fixes.place",
    ".forgiven",
    ".given",
    ".kind",
    ".remedy.attributes.do",
    ".remedy.attributes.name",
    ".remedy.checked",
    ".remedy.idp",
    ".remedy.preview.edits.text",
    ".remedy.preview.verdict",
    ".remedy.snippets.text",
    ".language",
    ".layers",
    ".member",
    ".nearest.label",
    ".need",
    ".otherEmail",
    ".otherUsername",
    ".parties.name",
    ".provenance",
    ".rows.label",
    ".rule",
    ".severity",
    ".site",
    ".source",
    ".sources",
    ".spelling",
    ".spellings",
    ".startedAt",
    ".state",
    ".status",
    ".generations.statuses",
    ".statuses.generations",
    ".statuses.label",
    ".to",
    ".transitions.generations",
    ".tried",
    ".unlisted.name",
    ".url",
    ".user",
    ".value",
    ".verdict",
    ".wording",
    ".xml",
];

fn speak() {
    let english = texts();
    let source = english.iter().filter(|(key, _)| !key.contains('.'));
    let mut ftl = String::new();
    for (key, text) in source {
        let _ = writeln!(ftl, "{key} =\n{}", indented(&bracketed(text)));
        for part in ["why", "fix", "action"] {
            if let Some(text) = english.get(&format!("{key}.{part}")) {
                let _ = writeln!(ftl, "    .{part} =\n{}", indented(&bracketed(text)));
            }
        }
    }
    try_out(Box::leak(Box::new(Language {
        tag: TAG,
        takes: &[],
        file: "pseudo",
        engine: ftl.leak(),
        script: Script::AsIs,
        short: "Pseudo",
        name: "Pseudo",
        locale: "en",
        month: "short",
        singular: Singular::One,
        complete: true,
    })));
}

fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| format!("        {line}"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Each line in brackets, which leave out the number of a step and what is put in.
fn bracketed(text: &str) -> String {
    let line = |line: &str| {
        let (step, words) = match line.strip_prefix("1. ") {
            Some(words) => ("1. ", words),
            None => ("", line),
        };
        let mut out = format!("{step}⟦");
        for (piece, is_marked) in pieces(words) {
            match is_marked && piece.contains("{ $") {
                true => {
                    let _ = write!(out, "⟧{piece}⟦");
                }
                false => out.push_str(&piece.replace("{ $", "⟧{ $").replace(" }", " }⟦")),
            }
        }
        out.push('⟧');
        out.replace("⟦⟧", "")
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

const MARKS: [(&str, &str); 4] = [
    ("`", "`"),
    ("**", "**"),
    ("<https://", ">"),
    ("<http://", ">"),
];

/// The words outside of brackets, marks and links, without names and code points.
fn outside(text: &str) -> Vec<String> {
    let mut left = without(text, "⟦", "⟧");
    for (open, close) in MARKS {
        left = without(&left, open, close);
    }
    for name in names() {
        if words(&left).next().is_none() {
            break;
        }
        left = without_name(&left, name);
    }
    let all = words(&left);
    all.filter(|word| !word.starts_with("U+"))
        .map(str::to_owned)
        .collect()
}

fn without_name(text: &str, name: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(name) {
        let is_part =
            before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        left.extend([before, if is_part { name } else { " " }]);
        rest = after;
    }
    left + rest
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '+');
    words.filter(|word| word.contains(char::is_alphabetic))
}

fn without(text: &str, open: &str, close: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        let Some((_, after)) = after.split_once(close) else {
            break;
        };
        left.extend([before, " "]);
        rest = after;
    }
    left + rest
}

fn names() -> impl Iterator<Item = &'static str> {
    let products = idps::ALL.iter().map(|idp| idp.name);
    let attributes = ServiceProvider::ALL
        .into_iter()
        .flat_map(|sp| sp.attributes().map(|row| row.name));
    let layers = Layer::ALL.into_iter().map(Layer::id);
    let codes = codes::ALL.iter().map(Code::name);
    let tables = products.chain(attributes).chain(layers).chain(codes);
    tables
        .filter(|name| !name.is_empty())
        .chain(NAMES.iter().copied())
}

/// Whatever is said past the table, with the place where it stands.
#[derive(Default)]
struct Past(BTreeSet<String>);

impl Past {
    fn read(&mut self, what: &impl Serialize) {
        self.walk("", &serde_json::to_value(what).unwrap());
    }

    fn walk(&mut self, path: &str, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.walk(path, item)),
            Value::Object(fields) => {
                for (key, field) in fields {
                    let is_name = key == "label" && fields.get("name") == Some(field);
                    if !is_name {
                        self.walk(&format!("{path}.{key}"), field);
                    }
                }
            }
            Value::String(text) if !DATA.iter().any(|end| path.ends_with(end)) => {
                self.text(path, text);
            }
            _ => {}
        }
    }

    fn text(&mut self, path: &str, text: &str) {
        let words = outside(text);
        if !words.is_empty() {
            self.0
                .insert(format!("{path}: {} in {text}", words.join(" ")));
        }
    }

    fn markdown(&mut self, text: &str) {
        let parts = text.split("```").step_by(2);
        let lines = parts.flat_map(str::lines);
        lines.for_each(|line| self.text("ticket", line));
    }

    /// Text that has lost its marks: what stood in them stands in them in the message.
    fn plain(&mut self, text: &str, message: &Message) {
        let json = serde_json::to_string(message).unwrap();
        let shown = without(&json, "⟦", "⟧");
        let named: BTreeSet<&str> = words(&shown).collect();
        for line in text.lines() {
            let words = outside(line);
            if words.iter().any(|word| !named.contains(word.as_str())) {
                self.0.insert(format!("plain: {line}"));
            }
        }
    }
}

#[test]
fn no_text_goes_past_the_table() {
    speak();
    let mut past = Past::default();
    past.read(&report::guide(TAG));
    past.read(&report::statuses(TAG));
    let mut last = None;
    for Fixture {
        input, mut options, ..
    } in fixtures().unwrap()
    {
        options.language = TAG.to_owned();
        let report = error31::check(input.as_slice(), &options);
        past.read(&report);
        let handed = handed(&report);
        past.read(&redact(&handed, &options, &Choices::default()));
        for (message, handed) in report.messages.iter().zip(&handed) {
            for keep in [Keep::default(), Keep::ALL] {
                let made = ticket(
                    handed,
                    &options,
                    &Choices {
                        language: None,
                        keep,
                        ..Choices::default()
                    },
                );
                past.markdown(&made.markdown);
                if let Some(admin) = &made.admin {
                    past.plain(admin, message);
                }
            }
            if let Some(last) = last.replace(message.clone()) {
                past.read(&compare(&last, message, TAG));
                past.read(&compare(message, message, TAG));
            }
        }
    }
    let past: Vec<_> = past.0.into_iter().collect();
    assert!(
        past.is_empty(),
        "past the table, or a field with other words than this crate's (then it belongs to DATA):\n{}",
        past.join("\n")
    );
}
