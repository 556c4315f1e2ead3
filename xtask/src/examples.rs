//! `examples/`: portals that embed the page, built from their registries and driven in Chromium.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::chromium::Chromium;
use crate::node::NPM;
use crate::shell::{command, python, read, root, run, write};
use crate::{embed, page, test};

/// What a lock says of a package that nothing is installed by.
const UNUSED: [&str; 3] = ["engines", "funding", "license"];

/// Builds the page and each example, then tests them.
pub fn test() -> Result<()> {
    crate::build()?;
    let built = root().join("target/examples");
    html(&built).context("examples/html")?;
    docusaurus(&built).context("examples/docusaurus")?;
    mkdocs(&built).context("examples/mkdocs")?;
    let mut node = Chromium::find()?.node();
    node.env("E31_EXAMPLES", &built);
    test::node_tests(node, "tests/examples")
}

fn html(built: &Path) -> Result<()> {
    let site = built.join("html");
    copy(Path::new("examples/html"), &site)?;
    release(&site)
}

fn docusaurus(built: &Path) -> Result<()> {
    let project = built.join("src/docusaurus");
    copy(Path::new("examples/docusaurus"), &project)?;
    release(&project.join("static"))?;
    let npm = || {
        let mut npm = command(NPM);
        npm.current_dir(&project);
        npm
    };
    run(npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    run(npm()
        .args(["exec", "--", "docusaurus", "build", "--out-dir"])
        .arg(built.join("docusaurus"))
        .env("NO_UPDATE_NOTIFIER", "1"))
}

/// Writes the lock of the example that npm installs, a line a package: what `npm ci` needs, and nothing else.
pub fn lock() -> Result<()> {
    let project = root().join("examples/docusaurus");
    run(command(NPM)
        .args(["install", "--package-lock-only", "--ignore-scripts"])
        .args(["--no-audit", "--no-fund"])
        .arg("--omit-lockfile-registry-resolved")
        .current_dir(&project))?;
    let path = project.join("package-lock.json");
    write(&path, compact(&read(&path)?)?)
}

fn compact(lock: &str) -> Result<String> {
    let lock: Map<String, Value> = serde_json::from_str(lock)?;
    let mut text = String::from("{\n");
    for (name, value) in lock.iter().filter(|(name, _)| *name != "packages") {
        let _ = writeln!(text, "\"{name}\": {value},");
    }
    let packages = lock.get("packages").and_then(Value::as_object);
    let lines = packages.context("the lock has no packages")?.iter();
    let lines = lines.map(|(path, package)| {
        let mut package = package.clone();
        if let Some(facts) = package.as_object_mut() {
            facts.retain(|fact, _| !UNUSED.contains(&fact.as_str()));
        }
        format!("{}: {package}", Value::from(path.as_str()))
    });
    let lines: Vec<_> = lines.collect();
    let _ = writeln!(text, "\"packages\": {{\n{}\n}}\n}}", lines.join(",\n"));
    Ok(text)
}

fn mkdocs(built: &Path) -> Result<()> {
    let project = built.join("src/mkdocs");
    copy(Path::new("examples/mkdocs"), &project)?;
    release(&project.join("docs"))?;
    let python = python(&project.join("venv"))?;
    run(command(&python)
        .args(["-m", "pip", "install", "--quiet", "--requirement"])
        .arg(project.join("requirements.txt")))?;
    run(command(&python)
        .args(["-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir"])
        .arg(built.join("mkdocs"))
        .env("NO_MKDOCS_2_WARNING", "1")
        .current_dir(&project))
}

/// Puts what is released beside a portal's own files.
fn release(site: &Path) -> Result<()> {
    let folder = site.join("error31");
    fs::create_dir_all(&folder)?;
    for path in [page::PATH, embed::PATH] {
        let path = Path::new(path);
        fs::copy(path, folder.join(path.file_name().context("no name")?))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn a_lock_is_a_line_a_package() {
        let lock = r#"{ "name": "a", "packages": { "": { "license": "MIT" }, "node_modules/b": { "version": "1.0.0", "funding": {} } } }"#;
        let expected = "{\n\"name\": \"a\",\n\"packages\": {\n\"\": {},\n\"node_modules/b\": {\"version\":\"1.0.0\"}\n}\n}\n";
        assert_eq!(compact(lock).ok().as_deref(), Some(expected));
        assert!(compact("{}").is_err());
    }
}
