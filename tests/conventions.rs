//! What holds for every rule, text and file of the engine.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

#[path = "conventions/page.rs"]
mod page;
mod support;

use error31::instant::Instant;
use error31::report::{Cause, CauseVerdict, Diagnostic, Severity};
use error31::rules;
use error31::text::Text;
use error31::webex::{codes, pages};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use support::texts::texts;
use support::{Fixture, fits};

#[test]
fn keys_are_unique_and_in_kebab_case() {
    let texts = texts();
    for key in texts.keys() {
        let legal =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
        assert!(
            key.starts_with(|c: char| c.is_ascii_lowercase()) && key.chars().all(legal),
            "{key}"
        );
    }
    assert!(texts.len() > 300, "texts: {}", texts.len());
}

/// Cargo takes no file in `tests` for a program of its own accord.
#[test]
fn every_file_of_tests_is_run() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let engine = fs::read_to_string(root.join("tests/engine.rs")).unwrap();
    for entry in fs::read_dir(root.join("tests")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy();
        let is_module = engine.contains(&format!("\nmod {name};\n"));
        let is_program = manifest.contains(&format!("[[test]]\nname = \"{name}\"\n"));
        let is_source = path.extension().is_some_and(|end| end == "rs");
        assert!(!is_source || is_module != is_program, "{}", path.display());
    }
}

/// What stands in modules is made by `texts!`, which lists it; rows of tables list theirs beside the table.
#[test]
fn texts_are_made_where_they_are_listed() {
    for file in sources() {
        let makes = ["Phrase::new(", "Words::new("];
        let text = fs::read_to_string(&file).unwrap();
        let is_made = makes.iter().any(|make| text.contains(make));
        let at_home = matches!(module_of(&file).as_str(), "text" | "webex");
        assert!(
            at_home || !is_made,
            "{} makes a text by hand",
            file.display()
        );
    }
}

#[test]
fn texts_are_calm() {
    for (key, text) in texts() {
        let text = text.to_lowercase();
        for word in ["invalid", "sorry", "please", "!", "  "] {
            let outside = text.split('`').step_by(2).any(|part| part.contains(word));
            assert!(!outside, "{key}: {word}");
        }
    }
}

#[test]
fn rules_have_an_id_and_words() {
    let mut seen = BTreeSet::new();
    for rule in rules::all() {
        assert!(seen.insert(rule.id), "twice: {}", rule.id);
        let all: Vec<_> = rule.texts.iter().filter_map(Text::words).collect();
        assert_eq!(all.first().map(|words| words.id()), Some(rule.id));
        for words in all {
            let id = words.id();
            assert!(id.starts_with(rule.id), "{id} of {}", rule.id);
            let needed = [words.title(), words.why(), words.fix()];
            assert!(needed.iter().all(|text| !text.is_empty()), "{id}");
            assert!(!words.title().ends_with('.'), "{id}");
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
    assert!(numbers.zip(1..).all(|(number, place)| number == place));
    assert!(codes::ALL.len() >= 32);
}

/// A row names each rule whose findings lead to its code, and no other.
#[test]
fn codes_name_the_rules_that_predict_them() {
    let mut found: BTreeMap<u8, BTreeSet<String>> = BTreeMap::new();
    for fixture in support::fixtures().unwrap() {
        let messages = fixture.report().messages.into_iter();
        for finding in messages.flat_map(|message| message.diagnostics) {
            let rules = finding.code.map(|code| found.entry(code).or_default());
            rules.map(|rules| rules.insert(finding.rule.to_string()));
        }
    }
    for code in codes::ALL {
        let named: BTreeSet<String> = code.predicted_by.iter().map(|&rule| rule.into()).collect();
        let found = found.remove(&code.number).unwrap_or_default();
        assert_eq!(named, found, "code {}", code.number);
    }
    assert!(found.is_empty(), "{found:?}");
}

fn is_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

#[test]
fn marks_are_paired() {
    for (key, text) in texts() {
        assert_eq!(text.matches('`').count() % 2, 0, "{key}");
        assert_eq!(text.matches("**").count() % 2, 0, "{key}");
    }
}

#[test]
fn each_rule_fires_with_all_its_words() {
    let fixtures = support::fixtures().unwrap();
    let reports = fixtures.iter().map(Fixture::report);
    let english = reports.filter(|report| report.language == "en");
    let findings: Vec<_> = english
        .flat_map(|report| report.messages)
        .flat_map(|message| message.diagnostics)
        .collect();
    let mut unheard = vec![];
    for rule in rules::all() {
        for words in rule.texts.iter().filter_map(Text::words) {
            let says = |found: &Diagnostic| {
                found.rule == rule.id
                    && fits(words.title(), &found.title)
                    && fits(words.why(), &found.why)
            };
            if !findings.iter().any(says) {
                unheard.push(words.id());
            }
        }
    }
    assert!(unheard.is_empty(), "in no fixture: {unheard:?}");
}

/// Complete messages as identity providers really send them: an error in one of them is a false alarm.
#[test]
fn nothing_is_wrong_with_a_clean_message() {
    let mut fixtures = support::fixtures().unwrap();
    fixtures.retain(|fixture| fixture.name.starts_with("clean/"));
    assert!(fixtures.len() >= 20, "fixtures: {}", fixtures.len());
    let mut silent: BTreeSet<&str> = BTreeSet::new();
    for fixture in &fixtures {
        let name = &fixture.name;
        let report = fixture.report();
        assert!(
            report.problem.is_none() && report.notices.is_empty(),
            "{name}"
        );
        assert!(!report.messages.is_empty(), "{name}");
        for message in &report.messages {
            let found = &message.diagnostics;
            let errors = found.iter().filter(|d| d.severity == Severity::Error);
            let errors: Vec<_> = errors.map(|d| &d.title).collect();
            assert!(errors.is_empty(), "{name}: {errors:?}");
            let causes = &message.error31.causes;
            let confirmed = |cause: &Cause| cause.verdict == CauseVerdict::Confirmed;
            assert!(!causes.iter().any(confirmed), "{name}");
            let here = rules::all().map(|rule| rule.id);
            silent.extend(here.filter(|id| found.iter().all(|d| d.rule != *id)));
        }
    }
    let loud = rules::all().filter(|rule| !silent.contains(rule.id));
    let loud: Vec<_> = loud.map(|rule| rule.id).collect();
    assert!(loud.is_empty(), "in every clean message: {loud:?}");
}

#[test]
fn reports_leave_no_placeholder_open() {
    for fixture in support::fixtures().unwrap() {
        let json = serde_json::to_string(&fixture.report()).unwrap();
        assert!(!json.contains("{ $"), "{}", fixture.name);
    }
}

/// Each module may use only those that stand before it.
const ORDER: [&str; 34] = [
    "hash",
    "text",
    "chars",
    "contexts",
    "ids",
    "order",
    "address",
    "namespaces",
    "instant",
    "charsets",
    "webex",
    "accounts",
    "options",
    "diagnostic",
    "charset",
    "xml",
    "decode",
    "saml",
    "signature",
    "metadata",
    "facts",
    "sign_ins",
    "redact",
    "rules",
    "remedy",
    "diagnosis",
    "report",
    "session",
    "compare",
    "overview",
    "ticket",
    "catalogue",
    "wasm",
    "lib",
];

#[test]
fn modules_use_only_what_stands_before_them() {
    let rank = |name: &str| ORDER.iter().position(|module| *module == name);
    let names = face();
    for file in sources() {
        let module = module_of(&file);
        let own = rank(&module).unwrap_or_else(|| panic!("{module} is not in the order"));
        let text = fs::read_to_string(&file).unwrap();
        for name in used(&text) {
            let name = names.get(name).map_or(name, String::as_str);
            let used = rank(name).unwrap_or_else(|| panic!("{}: {name}?", file.display()));
            assert!(used <= own, "{} uses {name}", file.display());
        }
    }
}

#[test]
fn grouped_imports_are_read() {
    let text = "use crate::text::{Args, Words};\nuse crate::{Options, report::{self, Field}, xml};\ncrate::facts::x();";
    let names: Vec<_> = used(text).collect();
    assert_eq!(names, ["text", "Options", "report", "xml", "facts"]);
}

/// The names behind each `crate::`, also those in braces.
fn used(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let first = move |path: &'_ str| path.find(|c| !is_part(c)).unwrap_or(path.len());
    text.split("crate::").skip(1).flat_map(move |rest| {
        let Some(group) = rest.strip_prefix('{') else {
            return vec![&rest[..first(rest)]];
        };
        let (mut depth, mut start, mut names) = (0, 0, vec![]);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                ',' | '}' if depth == 0 => {
                    let path = group[start..at].trim();
                    names.push(&path[..first(path)]);
                    start = at + 1;
                    if c == '}' {
                        break;
                    }
                }
                '}' => depth -= 1,
                _ => {}
            }
        }
        names.retain(|name| !name.is_empty());
        names
    })
}

/// The names that `lib.rs` gives on, and the module that each comes from.
fn face() -> BTreeMap<String, String> {
    let lib = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
    let text = fs::read_to_string(lib).unwrap();
    let uses = text
        .lines()
        .filter_map(|line| line.strip_prefix("pub use "));
    let pairs = uses.map(|path| path.trim_end_matches(';').split_once("::").unwrap());
    let mut face: BTreeMap<_, _> = pairs
        .map(|(module, name)| (name.to_owned(), module.to_owned()))
        .collect();
    face.insert("check".to_owned(), "session".to_owned());
    face.insert("judge".to_owned(), "session".to_owned());
    face.insert("judge_alone".to_owned(), "session".to_owned());
    face
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
    files_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// The files of a folder and of the folders in it.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = vec![];
    let mut folders = vec![folder.to_owned()];
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
