//! What others wrote and we bundle: names, versions, and the licences whose notices go with the copies.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::Value;

use crate::shell::{command, output, read};

/// What the compiler brings, and who holds the copyright.
const RUST: [(&str, &str); 3] = [
    ("Rust standard library", "The Rust Project Contributors"),
    ("hashbrown", "2016 Amanieu d'Antras"),
    ("dlmalloc", "2014 Alex Crichton"),
];

/// One package in what is published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Package {
    name: String,
    version: String,
    /// An SPDX expression.
    licence: String,
    /// The notices that go with a copy.
    text: String,
}

/// Packages that share a text, as the page shows them.
#[derive(Serialize)]
struct Group<'a> {
    /// Each with its version and its SPDX expression.
    packages: Vec<[&'a str; 3]>,
    text: &'a str,
}

/// The crates in the wasm, and Rust's own library.
pub fn of_engine() -> Result<Vec<Package>> {
    let metadata = output(
        command(env::var_os("CARGO").unwrap_or("cargo".into())).args([
            "metadata",
            "--format-version=1",
            "--filter-platform=wasm32-unknown-unknown",
            "--locked",
        ]),
    )?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let mut packages: Vec<Package> = linked(&metadata)
        .context("cargo metadata has another shape than known")?
        .into_iter()
        .filter(|package| !package["source"].is_null())
        .map(of_crate)
        .collect::<Result<_>>()?;
    packages.extend(of_rust()?);
    packages.sort();
    Ok(packages)
}

/// Rust's own library and the crates inside it; their versions are those of the compiler.
fn of_rust() -> Result<Vec<Package>> {
    let licence = read("LICENSE-MIT")?;
    let (_, permission) = licence
        .split_once("\n\n")
        .context("LICENSE-MIT has no head")?;
    let package = |(name, holder): (&str, &str)| Package {
        name: name.to_owned(),
        version: String::new(),
        licence: "MIT OR Apache-2.0".to_owned(),
        text: format!("Copyright (c) {holder}\n\n{}", permission.trim()),
    };
    Ok(RUST.map(package).into())
}

/// The crates that `error31` links: through normal dependencies, without macros, which run in the compiler.
fn linked(metadata: &Value) -> Option<Vec<&Value>> {
    let packages = by_id(&metadata["packages"])?;
    let nodes = by_id(&metadata["resolve"]["nodes"])?;
    let own = packages
        .values()
        .find(|package| package["name"] == "error31")?;
    let mut waiting = vec![own["id"].as_str()?];
    let mut seen = BTreeSet::new();
    let mut linked = vec![];
    while let Some(id) = waiting.pop() {
        let package = packages.get(id)?;
        let is_macro = package["targets"]
            .as_array()?
            .iter()
            .any(|target| target["kind"][0] == "proc-macro");
        if is_macro || !seen.insert(id) {
            continue;
        }
        linked.push(*package);
        for dependency in nodes.get(id)?["deps"].as_array()? {
            if dependency["dep_kinds"]
                .as_array()?
                .iter()
                .any(|kind| kind["kind"].is_null())
            {
                waiting.push(dependency["pkg"].as_str()?);
            }
        }
    }
    Some(linked)
}

fn by_id(list: &Value) -> Option<BTreeMap<&str, &Value>> {
    let list = list.as_array()?.iter();
    list.map(|one| Some((one["id"].as_str()?, one))).collect()
}

fn of_crate(package: &Value) -> Result<Package> {
    let text = |key: &str| {
        package[key]
            .as_str()
            .with_context(|| format!("a crate without {key}"))
    };
    let folder = Path::new(text("manifest_path")?)
        .parent()
        .context("a manifest without a folder")?;
    of_folder(folder, text("name")?, text("version")?, text("license")?)
}

/// The npm packages that esbuild read for these scripts.
pub fn of_scripts(inputs: &[&str]) -> Result<Vec<Package>> {
    let mut names = BTreeSet::new();
    for path in inputs {
        let inputs: Value = serde_json::from_str(&read(path)?)?;
        let files = inputs["inputs"]
            .as_object()
            .context("esbuild told no inputs")?;
        names.extend(files.keys().filter_map(|file| npm_name(file)));
    }
    names.iter().map(|name| of_npm(name)).collect()
}

/// `@codemirror/view` of `node_modules/@codemirror/view/dist/index.js`.
fn npm_name(file: &str) -> Option<String> {
    let mut parts = file.strip_prefix("node_modules/")?.split('/');
    let first = parts.next()?;
    if !first.starts_with('@') {
        return Some(first.to_owned());
    }
    Some(format!("{first}/{}", parts.next()?))
}

fn of_npm(name: &str) -> Result<Package> {
    let folder = PathBuf::from("node_modules").join(name);
    let manifest: Value = serde_json::from_str(&read(folder.join("package.json"))?)?;
    let text = |key: &str| {
        manifest[key]
            .as_str()
            .with_context(|| format!("{name} has no {key}"))
    };
    of_folder(&folder, name, text("version")?, text("license")?)
}

fn of_folder(folder: &Path, name: &str, version: &str, licence: &str) -> Result<Package> {
    let notices = notices(folder, licence).with_context(|| format!("the licence of {name}"))?;
    Ok(Package {
        name: name.to_owned(),
        version: version.to_owned(),
        licence: licence.to_owned(),
        text: notices.replace("\r\n", "\n").trim().to_owned(),
    })
}

/// The texts to hand on: MIT's where there is a choice, and whatever comes on top of it.
fn notices(folder: &Path, licence: &str) -> Result<String> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file() && is_licence(path, &["LICEN", "COPYING", "NOTICE"]))
        .collect();
    files.sort();
    if files
        .iter()
        .any(|path| is_licence(path, &["LICENSE-MIT", "LICENSE_MIT"]))
    {
        files.retain(|path| {
            is_licence(
                path,
                &["LICENSE-MIT", "LICENSE_MIT", "LICENSE-UNICODE", "NOTICE"],
            )
        });
    }
    if files.is_empty() && licence == "Apache-2.0" {
        files.push("LICENSE-APACHE".into());
    }
    let texts: Vec<_> = files.iter().map(read).collect::<Result<_>>()?;
    (!texts.is_empty())
        .then(|| texts.join("\n"))
        .context("no file with a licence")
}

fn is_licence(path: &Path, beginnings: &[&str]) -> bool {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_uppercase();
    beginnings
        .iter()
        .any(|beginning| name.starts_with(beginning))
}

/// The packages as JSON, each text once.
pub fn json(packages: &[Package]) -> Result<String> {
    Ok(serde_json::to_string(&grouped(packages))?)
}

/// The packages as plain text, each licence once.
pub fn plain(packages: &[Package]) -> String {
    let rule = "-".repeat(72);
    let group = |group: &Group| {
        let names = group
            .packages
            .iter()
            .map(|[name, version, licence]| format!("{name} {version} ({licence})\n"));
        format!("{rule}\n{}\n{}\n\n", names.collect::<String>(), group.text)
    };
    grouped(packages).iter().map(group).collect()
}

fn grouped(packages: &[Package]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = vec![];
    for Package {
        name,
        version,
        licence,
        text,
    } in packages
    {
        let package = [name.as_str(), version, licence];
        match groups.iter_mut().find(|group| group.text == text) {
            Some(group) => group.packages.push(package),
            None => groups.push(Group {
                packages: vec![package],
                text,
            }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::npm_name;

    #[test]
    fn packages_are_known_by_their_folder() {
        for (file, expected) in [
            ("node_modules/crelt/index.js", Some("crelt")),
            ("node_modules/@lezer/lr/dist/index.js", Some("@lezer/lr")),
            ("www/main.ts", None),
        ] {
            assert_eq!(npm_name(file).as_deref(), expected, "{file}");
        }
    }
}
