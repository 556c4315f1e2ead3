//! `examples/`: portals that embed the page, built from their registries and driven in Chromium.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::chromium::Chromium;
use crate::node::NPM;
use crate::shell::{command, python, root, run};
use crate::{embed, page, test};

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
