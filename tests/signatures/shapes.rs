//! Each shape that attacks on signatures have gives its finding, and what only looks like one gives none.

use error31::{Options, check};
use std::fs;
use std::path::Path;

/// A shape, the rule that tells of it, what is put in the place of what in a sound message, and what is harmless there.
const ROWS: &str = include_str!("shapes.tsv");

/// What has to be signed to be seen: the shape, the rules that tell of it, and the sound one beside it.
const FILES: &[(&str, &[&str], &str)] = &[
    (
        "xsw1",
        &[
            "several-assertions",
            "misplaced-signature",
            "irregular-signature",
        ],
        "intact",
    ),
    (
        "xsw2",
        &["several-assertions", "misplaced-signature"],
        "intact",
    ),
    ("xsw3", &["several-assertions"], "intact"),
    ("xsw4", &["several-assertions"], "intact"),
    (
        "xsw5",
        &["several-assertions", "misplaced-signature"],
        "intact",
    ),
    (
        "xsw6",
        &["several-assertions", "misplaced-signature"],
        "intact",
    ),
    ("xsw7", &["several-assertions"], "intact"),
    (
        "xsw8",
        &["several-assertions", "irregular-signature"],
        "intact",
    ),
    ("der-coded", &["irregular-signature"], "ecdsa"),
    ("empty-digest", &["irregular-signature"], "intact"),
    ("sha1", &["weak-signature"], "pss"),
    ("short-key", &["weak-signature"], "intact"),
    ("with-comments", &["irregular-signature"], "ecdsa"),
];

fn rows() -> impl Iterator<Item = [&'static str; 5]> {
    let lines = ROWS.lines().skip(1);
    lines.map(|line| line.split('\t').collect::<Vec<_>>().try_into().unwrap())
}

fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/signatures");
    fs::read_to_string(folder.join(format!("{name}.xml"))).unwrap()
}

fn changed(name: &str, old: &str, new: &str) -> String {
    let text = file("intact");
    assert!(text.contains(old), "{name}: {old}");
    text.replacen(old, new, 1)
}

/// The same message where its signature is intact or not, can't be verified, or was sent inside something else.
fn settings(text: &str) -> [(&'static str, String); 4] {
    let edited = text.replace(">Kovač<", ">Kovačević<");
    let keyless = text.replace("ds:X509Data", "ds:X509Other");
    let inside = format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>{text}</s:Body></s:Envelope>"
    );
    let all = [text.to_owned(), edited, keyless, inside];
    let mut names = ["as it is", "edited", "without a key", "in SOAP"].into_iter();
    all.map(|text| (names.next().unwrap(), text))
}

/// The rules that find something.
fn found(text: &str) -> Vec<String> {
    let report = check(text, &Options::default());
    let findings = report.messages.into_iter().flat_map(|m| m.diagnostics);
    findings.map(|finding| finding.rule.to_string()).collect()
}

#[test]
fn each_shape_is_told() {
    for [name, rule, old, new, _] in rows() {
        for (setting, text) in settings(&changed(name, old, new)) {
            let found = found(&text);
            let is_told = found.iter().any(|id| id == rule);
            assert!(is_told, "{name}, {setting}: {found:?}");
        }
    }
    for (name, rules, _) in FILES {
        let found = found(&file(name));
        for rule in *rules {
            assert!(found.iter().any(|id| id == rule), "{name}: {found:?}");
        }
    }
}

#[test]
fn what_looks_alike_is_not() {
    let changed = rows().map(|[name, _, old, _, clean]| (name, changed(name, old, clean)));
    let files = FILES.iter().map(|(name, _, clean)| (*name, file(clean)));
    for (name, text) in changed.chain(files) {
        for (setting, text) in settings(&text) {
            let found = found(&text);
            let told = |rule: &str| found.iter().any(|id| id == rule);
            let wrong = rows().find(|[_, rule, ..]| told(rule));
            assert_eq!(wrong, None, "{name}, {setting}: {found:?}");
        }
    }
}
