//! What every fixture, corpus and field file gives, in short, kept outside the project to compare two engines by it.
//!
//! `cargo xtask reports FOLDER` writes it where the folder has none, else it lists what is different.
#![allow(clippy::unwrap_used, reason = "a measurement may stop")]
#![allow(clippy::indexing_slicing, reason = "a JSON value answers null")]

#[path = "support/mod.rs"]
mod support;

use error31::{Input, Options, check};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let Some(folder) = env::args().skip(1).find(|argument| argument.contains('/')) else {
        return println!("skipped: no folder to write to or to compare with");
    };
    let path = Path::new(&folder).join("reports.txt");
    let now = blocks();
    let Ok(before) = fs::read_to_string(&path) else {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&path, now.values().map(String::as_str).collect::<String>()).unwrap();
        return println!("{} reports written to {}", now.len(), path.display());
    };
    let mut different = 0;
    let before: BTreeMap<String, &str> = before
        .split_inclusive("\n\n")
        .map(|block| (block.lines().next().unwrap_or_default().to_owned(), block))
        .collect();
    for (name, block) in &now {
        let old = before.get(name).copied().unwrap_or_default();
        if old != block {
            different += 1;
            println!("{}", difference(name, old, block));
        }
    }
    println!("{different} of {} reports differ", now.len());
}

fn difference(name: &str, old: &str, new: &str) -> String {
    let mut out = format!("{name}\n");
    for (sign, left, right) in [('-', old, new), ('+', new, old)] {
        for line in left
            .lines()
            .filter(|line| !right.lines().any(|other| other == *line))
        {
            let _ = writeln!(out, "  {sign} {}", line.trim());
        }
    }
    out
}

/// A block of lines for each input, beginning with its name.
fn blocks() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut blocks = BTreeMap::new();
    for fixture in support::fixtures().unwrap() {
        let name = format!("fixtures/{}", fixture.name);
        blocks.insert(name.clone(), block(&name, &fixture.input, &fixture.options));
    }
    for folder in ["../shared/corpus/files", "../shared/field/inputs"] {
        let mut files = vec![];
        collect(&root.join(folder), &mut files);
        for path in files {
            let inside = path.strip_prefix(root.join("../shared")).unwrap();
            let name = inside.to_string_lossy().into_owned();
            let input = fs::read(&path).unwrap();
            blocks.insert(name.clone(), block(&name, &input, &Options::default()));
        }
    }
    blocks
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => collect(&path, files),
            path => files.push(path),
        }
    }
}

fn block(name: &str, input: &[u8], options: &Options) -> String {
    let report = serde_json::to_value(check(Input::Bytes(input), options)).unwrap();
    let mut out = format!("{name}\n");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    if let Some(problem) = report.get("problem").filter(|problem| !problem.is_null()) {
        let _ = writeln!(out, "problem {}", word(&problem["kind"]));
    }
    for notice in list(&report["notices"]) {
        let _ = writeln!(out, "notice {}", word(&notice["kind"]));
    }
    for observed in list(&report["observed"]) {
        let _ = writeln!(
            out,
            "observed {} {}",
            observed["code"],
            word(&observed["spelling"])
        );
    }
    for (index, message) in list(&report["messages"]).iter().enumerate() {
        let layers: Vec<_> = list(&message["origin"]["layers"])
            .iter()
            .map(word)
            .collect();
        let xml = word(&message["xml"]);
        let _ = writeln!(
            out,
            "{index} {} {} {} for {} {} bytes, {}",
            word(&message["kind"]),
            word(&message["error31"]["verdict"]),
            word(&message["idp"]["id"]),
            word(&message["sp"]["id"]),
            xml.len(),
            layers.join(" > ")
        );
        for field in list(&message["fields"]) {
            if ["username", "firstname", "lastname", "email"].contains(&word(&field["id"]).as_str())
            {
                let _ = writeln!(
                    out,
                    "{index} {} {} {}",
                    word(&field["id"]),
                    word(&field["state"]),
                    field["value"]
                );
            }
        }
        for finding in list(&message["diagnostics"]) {
            let _ = writeln!(
                out,
                "{index} {} {}",
                word(&finding["severity"]),
                word(&finding["rule"])
            );
        }
    }
    out.push('\n');
    out
}
