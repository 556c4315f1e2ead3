//! What holds for every rule, text and file of the engine.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod support;

use error31::instant::Instant;
use error31::report::Report;
use error31::rules;
use error31::webex::{codes, pages};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::texts::texts;

#[test]
fn keys_are_unique_and_in_kebab_case() {
    let mut seen = BTreeSet::new();
    for (key, _) in texts() {
        let legal =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
        assert!(
            key.starts_with(|c: char| c.is_ascii_lowercase()) && key.chars().all(legal),
            "{key}"
        );
        assert!(seen.insert(key.clone()), "twice: {key}");
    }
    assert!(seen.len() > 300, "texts: {}", seen.len());
}

#[test]
fn rules_have_an_id_and_words() {
    let mut seen = BTreeSet::new();
    for rule in rules::all() {
        assert!(seen.insert(rule.id), "twice: {}", rule.id);
        assert_eq!(rule.words.first().map(|words| words.id), Some(rule.id));
        for words in rule.words {
            assert!(words.id.starts_with(rule.id), "{} of {}", words.id, rule.id);
            assert!(
                !words.title.is_empty() && !words.why.is_empty() && !words.fix.is_empty(),
                "{}",
                words.id
            );
            assert!(!words.title.ends_with('.'), "{}", words.id);
        }
    }
}

#[test]
fn each_page_stands_once_with_the_day_it_was_checked() {
    let mut seen = BTreeSet::new();
    for page in pages::ALL {
        let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(page.id.chars().all(legal), "{}", page.id);
        assert!(is_address(page.url), "{}", page.id);
        for name in [page.id, page.url] {
            assert!(seen.insert(name), "twice: {name}");
        }
        let day = Instant::parse(&format!("{}T00:00:00Z", page.checked));
        assert!(day.is_some(), "{}: {}", page.id, page.checked);
        assert!(page.checked >= pages::checked());
    }
}

#[test]
fn each_page_is_cited_and_no_address_stands_beside_the_table() {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/webex/pages.rs");
    let files = sources().into_iter().filter(|file| *file != table);
    let texts: Vec<String> = files
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    for page in pages::ALL {
        let quoted = format!("\"{}\"", page.url);
        assert!(
            !texts.iter().any(|text| text.contains(&quoted)),
            "{}",
            page.id
        );
        let name = page.id.replace('-', "_").to_uppercase();
        let is_cited = |text: &String| {
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
            text.split(|c| !is_part(c)).any(|word| word == name)
        };
        assert!(texts.iter().any(is_cited), "{name} is cited nowhere");
    }
}

#[test]
fn codes_are_whole() {
    let numbers = codes::ALL.iter().map(|code| code.number);
    assert!(numbers.eq(1..=32));
}

fn is_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Placeholders that hold text of this crate, so that they may stand outside backticks.
const OWN: &[&str] = &[
    "actual",
    "add",
    "again",
    "answer",
    "at",
    "bought",
    "characters",
    "charset",
    "code",
    "column",
    "console",
    "count",
    "date",
    "decrypt",
    "differs",
    "doubtful",
    "empty",
    "encrypt",
    "engine",
    "fill",
    "format",
    "idp",
    "inactive",
    "last",
    "length",
    "limit",
    "line",
    "lines",
    "list",
    "misnamed",
    "missing",
    "names",
    "none",
    "open",
    "reason",
    "rename",
    "request",
    "seconds",
    "site",
    "source",
    "unusable",
    "used",
];

#[test]
fn words_of_the_input_stand_inside_backticks() {
    let mut used = BTreeSet::new();
    for (key, text) in texts() {
        for part in text.split('`').step_by(2) {
            let names = part
                .split("{ $")
                .skip(1)
                .filter_map(|rest| rest.split(" }").next());
            used.extend(names.map(|name| (name, key.clone())));
        }
        assert_eq!(text.matches('`').count() % 2, 0, "{key}");
        assert_eq!(text.matches("**").count() % 2, 0, "{key}");
    }
    let foreign: Vec<_> = used
        .iter()
        .filter(|(name, _)| !OWN.contains(name))
        .collect();
    assert!(foreign.is_empty(), "outside backticks: {foreign:?}");
    let unused: Vec<_> = OWN
        .iter()
        .filter(|own| !used.iter().any(|(name, _)| name == *own))
        .collect();
    assert!(unused.is_empty(), "in no text: {unused:?}");
}

#[test]
fn each_rule_fires_and_is_silent() {
    let fixtures = support::fixtures().unwrap();
    let reports: Vec<(String, Report)> = fixtures
        .iter()
        .map(|f| (f.name.clone(), f.report()))
        .collect();
    for rule in rules::all() {
        let fires = |report: &Report| {
            report
                .messages
                .iter()
                .flat_map(|message| &message.diagnostics)
                .any(|finding| finding.rule == rule.id)
        };
        let (with, without): (Vec<_>, Vec<_>) =
            reports.iter().partition(|(_, report)| fires(report));
        assert!(!with.is_empty(), "no fixture for {}", rule.id);
        assert!(
            without
                .iter()
                .any(|(_, report)| !report.messages.is_empty()),
            "no silent fixture for {}",
            rule.id
        );
    }
}

#[test]
fn reports_leave_no_placeholder_open() {
    for fixture in support::fixtures().unwrap() {
        let json = serde_json::to_string(&fixture.report()).unwrap();
        assert!(!json.contains("{ $"), "{}", fixture.name);
    }
}

/// Each module may use only those that stand before it.
const ORDER: [&str; 20] = [
    "text",
    "instant",
    "charsets",
    "webex",
    "accounts",
    "options",
    "diagnostic",
    "decode",
    "xml",
    "saml",
    "facts",
    "redact",
    "rules",
    "diagnosis",
    "report",
    "session",
    "compare",
    "ticket",
    "wasm",
    "lib",
];

#[test]
fn modules_use_only_what_stands_before_them() {
    let rank = |name: &str| ORDER.iter().position(|module| *module == name);
    for file in sources() {
        let module = module_of(&file);
        let own = rank(&module).unwrap_or_else(|| panic!("{module} is not in the order"));
        let text = fs::read_to_string(&file).unwrap();
        for used in text.split("crate::").skip(1) {
            let name: String = used
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                .collect();
            let Some(used) = rank(&name) else { continue };
            assert!(used <= own, "{} uses {name}", file.display());
        }
    }
}

#[test]
fn each_foreign_crate_has_one_door() {
    for (crate_name, door) in [
        ("quick_xml", "src/xml.rs"),
        ("csv_core", "src/accounts/table.rs"),
        ("wasm_bindgen", "src/wasm"),
        ("web_sys", "src/wasm"),
    ] {
        for file in sources() {
            let text = fs::read_to_string(&file).unwrap();
            assert!(
                !text.contains(crate_name) || is_behind(&file, door),
                "{} names {crate_name}",
                file.display()
            );
        }
    }
}

/// Whether a file is the door, or in the folder of its parts.
fn is_behind(file: &Path, door: &str) -> bool {
    let door = Path::new(env!("CARGO_MANIFEST_DIR")).join(door);
    file == door || file.with_extension("") == door || file.parent() == Some(&door)
}

fn module_of(file: &Path) -> String {
    let inside = file
        .strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .unwrap();
    inside
        .iter()
        .next()
        .unwrap()
        .to_string_lossy()
        .trim_end_matches(".rs")
        .to_owned()
}

fn sources() -> Vec<PathBuf> {
    let mut files = vec![];
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files
}
