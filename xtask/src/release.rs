//! What is released, built as the workflow builds it, and checked to be of the same Rust and Node.js.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::node::NPM;
use crate::page::version;
use crate::shell::{command, output, read, root, write};
use crate::{embed, page, sums};

/// What a release consists of.
pub const FOLDER: &str = "target/release-files";

/// The workflows, which all name the same versions.
const WORKFLOWS: [&str; 4] = ["test", "release", "pages", "advisories"];

/// Builds what is released, and prints the sums.
pub fn release() -> Result<()> {
    check_versions()?;
    crate::build()?;
    assemble()?;
    print!("\n{FOLDER}/\n{}", read(format!("{FOLDER}/SHA256SUMS"))?);
    Ok(())
}

/// Puts together what was built.
pub fn assemble() -> Result<()> {
    let folder = root().join(FOLDER);
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    fs::copy(page::PATH, folder.join("error31.html"))?;
    fs::copy(embed::PATH, folder.join("error31-embed.js"))?;
    let types = Path::new(embed::PATH).with_extension("d.ts");
    fs::copy(types, folder.join("error31-embed.d.ts"))?;
    output(
        command(NPM)
            .args(["pack", "--silent", "--ignore-scripts"])
            .arg(root().join("dist/package"))
            .current_dir(&folder),
    )?;
    write(folder.join("NOTES.md"), notes()?)?;
    sums::of(&folder, &folder.join("SHA256SUMS"))
}

/// What changed in this version, and what it was built with.
fn notes() -> Result<String> {
    let version = version()?;
    let changes = read("CHANGELOG.md")?;
    let (_, changes) = changes
        .split_once(&format!("## {version}"))
        .with_context(|| format!("CHANGELOG.md says nothing of {version}"))?;
    let changes = changes.split("\n## ").next().unwrap_or_default();
    let (_, changes) = changes.split_once('\n').unwrap_or_default();
    let [rust, node] = pinned()?;
    Ok(format!(
        "{}\n\nBuilt with Rust {rust} and Node.js {node}. SECURITY.md says how to check a file of this release.\n",
        changes.trim()
    ))
}

/// The versions of Rust and Node.js that every workflow names.
fn pinned() -> Result<[String; 2]> {
    let mut all = vec![];
    for name in WORKFLOWS {
        let text = read(format!(".github/workflows/{name}.yml"))?;
        let of = |key: &str| {
            let pin = pin(&text, key);
            pin.with_context(|| format!("{name}.yml names no exact version as {key}"))
        };
        all.push([of("RUST")?, of("NODE")?]);
    }
    let first = all.first().cloned().unwrap_or_default();
    ensure!(
        all.iter().all(|pins| *pins == first),
        "the workflows name different versions: {all:?}"
    );
    Ok(first)
}

/// `  KEY: "1.2.3"`
fn pin(workflow: &str, key: &str) -> Option<String> {
    let mut lines = workflow.lines().map(str::trim);
    let value = lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))?;
    let version = value.trim_matches('"');
    let is_exact = version.split('.').count() == 3
        && version.split('.').all(|part| part.parse::<u32>().is_ok());
    is_exact.then(|| version.to_owned())
}

fn check_versions() -> Result<()> {
    let [rust, node] = pinned()?;
    let found = output(command("rustc").arg("--version"))?;
    let found_rust = found.split_whitespace().nth(1).unwrap_or_default();
    let found_node = output(command("node").arg("--version"))?;
    let found_node = found_node.trim().trim_start_matches('v');
    if (found_rust, found_node) != (rust.as_str(), node.as_str()) {
        bail!(
            "a release is built with Rust {rust} and Node.js {node}, as .github/workflows/ says; here are Rust {found_rust} \
             and Node.js {found_node}, which give other bytes"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::pin;

    #[test]
    fn a_pin_is_one_exact_version() {
        for (line, expected) in [
            ("  RUST: \"1.95.0\"", Some("1.95.0")),
            ("  RUST: stable", None),
            ("  RUST: \"1.95\"", None),
            ("  NODE: \"20.20.2\"", None),
        ] {
            let found = pin(&format!("env:\n{line}\n"), "RUST");
            assert_eq!(found.as_deref(), expected, "{line}");
        }
    }
}
